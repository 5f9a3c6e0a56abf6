"""Headings: over which references are listed, and which end a list, in many languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Whole headings over a list, folded to small letters, in no order but that of languages.
_LISTS = frozenset(
    line.strip()
    for line in """
    references; reference; reference list; references list; list of references;
    references cited; cited references; references and notes; references & notes;
    notes and references; notes & references; notes et références; note e riferimenti;
    notas y referencias; notas e referências; anmerkungen und literatur;
    references and further reading; cited literature; literature cited; literature;
    literature references; list of literature; works cited; work cited; works consulted;
    works referenced; bibliography; selected bibliography; select bibliography;
    annotated bibliography; bibliographic references; bibliographical references; sources;
    sources cited; cited works; further reading; additional references;
    supplementary references; supplemental references; supporting references;
    methods references; online references; references for methods; general references;
    key references; publications; list of publications; reading list; suggested reading;
    suggested readings; recommended reading; literatur; literaturverzeichnis; literaturliste;
    literaturangaben; literaturnachweis; literaturnachweise; quellen; quellenverzeichnis;
    quellenangaben; bibliographie; referenzen; literatur- und quellenverzeichnis;
    quellen- und literaturverzeichnis; schrifttum; weiterführende literatur; références;
    référence; références bibliographiques; references bibliographiques; liste des références;
    ouvrages cités; ouvrages consultés; sources et bibliographie; bibliographie sélective;
    bibliografía; bibliografia; bibliografía citada; referencias; referencias bibliográficas;
    referencias bibliograficas; lista de referencias; literatura citada; obras citadas;
    trabajos citados; fuentes; referències; referències bibliogràfiques; referências;
    referências bibliográficas; referencias bibliográficas; obras consultadas;
    lista de referências; riferimenti; riferimenti bibliografici; opere citate; referenze;
    literatuur; literatuurlijst; literatuuropgave; literatuurverwijzingen; referenties;
    bibliografie; bronnen; bronnenlijst; geraadpleegde literatuur; referenser; referenslista;
    litteratur; litteraturlista; källor; källförteckning; litteraturförteckning;
    litteraturliste; litteraturhenvisninger; referencer; referanser; referanseliste; kilder;
    kildeliste; lähteet; lähdeluettelo; kirjallisuus; kirjallisuusluettelo; viitteet; heimildir;
    heimildaskrá; kirjandus; kasutatud kirjandus; viited; literatūra; literatūras saraksts;
    literatūros sąrašas; bibliografija; bibliografinės nuorodos; piśmiennictwo; literatura;
    spis literatury; literatura cytowana; bibliografia załącznikowa; źródła; seznam literatury;
    použitá literatura; seznam použité literatury; zoznam použitej literatúry; literatúra;
    zoznam bibliografických odkazov; viri; viri in literatura; reference; popis literature;
    izvori; irodalom; irodalomjegyzék; felhasznált irodalom; hivatkozások; referințe;
    referințe bibliografice; bibliografie selectivă; kaynaklar; kaynakça; tài liệu tham khảo;
    daftar pustaka; daftar referensi; referensi; rujukan; senarai rujukan; bibliograpiya;
    marejeo; литература; список литературы; библиография; библиографический список;
    список использованной литературы; список использованных источников; список источников;
    источники; список цитированной литературы; література; список літератури;
    список використаних джерел; бібліографія; літературa; използвана литература; референце;
    βιβλιογραφία; βιβλιογραφικές αναφορές; αναφορές; πηγές; გამოყენებული ლიტერატურა;
    գրականություն; 參考文獻; 参考文献; 参考书目; 參考書目; 引用文献; 引用文獻;
    参考资料; 主要参考文献; 文献; 文獻; 参考文献列表; 参考書目;
    引用・参考文献; 参考・引用文献; 参照文献; 文献目録; 注释与参考文献; 参考文献及注释;
    引用文献一覧; 参考文献一覧; 참고문헌; 참고자료; 인용문헌; 인용 문헌;
    참고 문헌; المراجع; المصادر; المصادر والمراجع; المراجع والمصادر; قائمة المراجع; קאורים; מקורות;
    ביבליוגרפיה; רשימת מקורות; רשימה ביבליוגרפית; منابع; فهرست منابع; مراجع; مآخذ; حوالہ جات;
    संदर्भ; सन्दर्भ; संदर्भ सूची; ग्रन्थसूची; তথ্যসূত্র; குறிப்புகள்; เอกสารอ้างอิง; บรรณานุกรม;
    ឯកសារយោង
    """.replace("\n", ";").split(";")
    if line.strip()
)  # fmt: skip
# Notes hold references in some fields; they count when a text has no list of its own.
_NOTES = frozenset(
    line.strip()
    for line in """
    notes; footnotes; endnotes; anmerkungen; fußnoten;
    endnoten; einzelnachweise; notas; notas al pie; note; noten; voetnoten;
    przypisy; примечания; сноски; 注释; 注釋; 尾注; 脚注; 註釋; 注; 주석; 각주; notes de fin
    """.replace("\n", ";").split(";")
    if line.strip()
)
# Whole headings that end a list; a capital letter, number or title may follow (`_more`).
_ENDS = (
    r"how to cite|cite (?:this|as)|to cite this|citation|append(?:ix|ices)|supplement(?:ary|"
    r"al)?(?: \w+){0,3}|supporting information|"
    r"electronic supplementary material|acknowledge?ments?|author(?:s['’]?|['’]s)? "
    r"contributions?|author (?:information|details|biograph\w+|notes?)|"
    r"authors['’]? (?:information|details|biograph\w+)|about the authors?|biograph(?:y|ies)|"
    r"biographical \w+|notes on contributors?|"
    r"contributors|funding(?: \w+){0,2}|conflicts? of interests?|competing interests?|"
    r"declarations?(?: of [\w ]{3,30})?|disclosures?|"
    r"disclaimer|data availability(?: statement)?|availability of data.{0,30}|code "
    r"availability|ethic\w*(?: [\w ]{3,40})?|consent .{3,30}|"
    r"(?:list of )?(?:figures?|tables?|illustrations|abbreviations)(?: legends?| captions?)?|"
    r"(?:figure|table) (?:legends?|captions?)|"
    r"legends?(?: to figures| for figures)?|publisher['’]s note|copyright(?: .{0,40})?|"
    r"licen[cs]e|open access|rights and permissions|"
    r"correspondence(?: to)?|orcid(?: ids?)?|index|subject index|glossary|abstract|summary|"
    r"introduction|keywords|tables of contents|"
    r"anhang|anhänge|danksagung|abbildungsverzeichnis|tabellenverzeichnis|zusammenfassung|"
    r"eidesstattliche \w+|annexes?|remerciements|résumé|"
    r"anexos?|agradecimientos|agradecimentos|apéndices?|apêndices?|appendic[ei]|"
    r"ringraziamenti|resumen|resumo|bijlagen?|dankwoord|bilagor?|bilag|liite(?:et)?|"
    r"tack|załączniki?|podziękowania|příloh[ay]|ekler|teşekkür|lampiran|phụ lục|"
    r"приложени[ея]|благодарности|додатки|"
    r"附录|附錄|附件|致谢|致謝|谢辞|作者简介|作者簡介|作者贡献.{0,4}|作者信息|基金项目|利益冲突.{0,4}|引用本文|引用格式|付録|謝辞|著者紹介|부록|"
    r"감사의 ?글|الملاحق|נספחים"
)
_END_HEADING = re.compile(
    rf"(?:{_ENDS})(?: ?[a-z\d]{{1,3}})?[.:：]?(?: ?[-–—:：.] ?\S.{{0,80}})?", re.IGNORECASE
)
# Lines that begin so are no reference, wherever they stand.
_END_LINE = re.compile(
    r"(?:how to cite|cite this (?:article|paper|as)|please cite|to cite this|"
    r"(?:supplementary |extended data )?(?:fig(?:ure|\.)?|table|scheme|plate|box|abb(?:\.|"
    r"ildung)|tab(?:\.|elle)|图|表|圖) ?s?\d{1,3}(?:[.:|：]|\s)|"
    r"received[: ] ?\d|accepted[: ] ?\d|received .{3,30}accepted|publisher['’]s note|©|\(c\) "
    r"\d{4}|copyright ?(?:©|\(c\)|\d{4})|"
    r"\*? ?correspond(?:ing author|ence)\b|open access this|this (?:article|work|is an open)|"
    r"e-?mail ?:|收稿日期|修回日期|通讯作者|通信作者|作者简介[:：]|"
    r"基金项目[:：]|引用本文[:：]|引用格式[:：]|all rights reserved|the authors? declares?)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)、]?|[IVXivx]{1,5}[.)]|[A-H][.)]?|"
    r"[一二三四五六七八九十]{1,3}[、.]|第.{1,3}章)\s+|"
    r"[一二三四五六七八九十]{1,3}、|§ ?(?:\d{1,2} )?)(?=\D)"
)
_PART = re.compile(
    r"(?:appendix|annex|anhang|annexe|chapter|kapitel|section) \w{1,4}[.:]? ?[-–—]? ?"
)
_WIDEST = max(map(len, _LISTS)) + 20  # characters of a heading with such a part before it
# A line of a table of contents: its heading stands elsewhere.
_LEADERS = re.compile(r"(?:[.·…_] ?){3}\d{0,4}$")
_REACH = 10  # characters at the end that show leaders
_HASHES = re.compile(r"(#{1,6})[ \t]+|(={2,6}) ?(?=.*=$)")
_SPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_]")
_FIRST = re.compile(r"[\[［【]1[\]］】]")
_BEFORE_FIRST = re.compile(rf"(\S{{2,24}}(?: \S{{2,24}}){{0,2}}) +(?={_FIRST.pattern})")
_LONGEST = 120  # characters of a heading line
_PLAIN = 7  # the level of a heading without hashes


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that is a heading: what it heads ("list", "notes", "end" or ""), its level, 1 to 7.

    `rest` is what follows on the same line ("References: [1] Smith ...").
    """

    kind: str
    level: int = _PLAIN
    rest: str = ""


def heading(line: str) -> Heading | None:
    """What a line heads; None for a line that is no heading as far as it shows by itself."""
    text = line.strip()
    found = _HASHES.match(text)
    if len(text) > _LONGEST and _END_LINE.match(text):
        return Heading("end")
    if len(text) > _LONGEST or _LEADERS.search(text[-_REACH:]):
        return None if found else _inline(text)
    level = len(found[1] or found[2]) if found else _PLAIN
    kind = _kind(_bare(text[found.end() :] if found else text))
    return Heading(kind, level) if kind or found else _inline(text)


def _kind(bare: str) -> str:
    if bare in _LISTS or (len(bare) <= _WIDEST and _PART.sub("", bare, count=1) in _LISTS):
        return "list"
    if bare in _NOTES:
        return "notes"
    return "end" if _END_HEADING.fullmatch(bare) or _END_LINE.match(bare) else ""


def _bare(text: str) -> str:
    """A heading without number, marks of emphasis and colon."""
    bare = text.strip(' \t\u00a0\u3000*_#=:：.—–-[]【】〔〕<>《》"“”|')
    bare = _NUMBERED.sub("", bare, count=1)
    bare = bare.strip(" \t\u3000*_:：.")
    if _SPACED.fullmatch(bare):
        bare = bare.replace(" ", "")
    folded = " ".join(bare.casefold().split())
    return folded.replace(" ", "") if folded and folded[0] >= "\u3000" else folded


def _inline(text: str) -> Heading | None:
    """A heading with the list beginning on the same line: "References: [1] ..."."""
    start = text[:40]
    head, colon, _ = start.partition(":" if ":" in start else "：")
    if colon and _bare(head) in _LISTS and text[len(head) + 1 :].strip():
        return Heading("list", _PLAIN, text[len(head) + 1 :].strip())
    # Most lines hold no such number, which is quicker to see than where it could stand.
    mark = _BEFORE_FIRST.match(text) if _FIRST.search(text) else None
    if mark and _bare(mark[1]) in _LISTS:
        return Heading("list", _PLAIN, text[mark.end() :])
    return None
