"""Parts of a reference that every style prints in one of a few ways: dates, locators, identifiers.

All patterns are anchored or bounded, so that each is linear in the length of what it reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse.hints import has_any
from ifnlit.parse.span import Span, make_span, overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_MONTHS = (
    r"(?:Jan(?:uary|v(?:ier)?|uar|eiro)?|Ene(?:ro)?|Feb(?:ruary|rero|ruar)?|F[ée]v(?:r(?:ier)?|ereiro)?|"
    r"M(?:ar(?:ch|s|zo|ço)?|[äa]rz)|A[bpv]r(?:il)?|Ma[iy]o?|June?|Juin|Juni|Junho|Junio|July?|Juillet|"
    r"Juli|Julho|Julio|Aug(?:ust)?|Ago(?:sto)?|Ao[ûu]t|Sept?(?:ember|tembre|iembre)?|Set(?:embro)?|"
    r"Oct(?:ober|obre|ubre)?|Okt(?:ober)?|Out(?:ubro)?|Nov(?:ember|embre|iembre|embro)?|"
    r"D[eé][cz](?:ember|embre|embro)?|Dic(?:iembre)?|Spring|Summer|Autumn|Fall|Winter)"
)
YEAR = r"(?:1[5-9]|20)\d\d"
# "2020", "2020a", "2020 Aug 17", "2020-08-17", "2020/8/17", "Aug 17, 2020", "17 August 2020"
DATE = (
    rf"(?:{YEAR}[a-z]?(?![\d])(?:[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?(?![\d])"
    rf"|,?\s{_MONTHS}\.?(?:[-/ ]{{1,3}}{_MONTHS}\.?)?"
    rf"(?:\s\d{{1,2}}(?![\d(]|:(?!e\d)))?(?:[-–]\d{{1,2}})?"
    rf"|年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?)?"
    rf"|(?:\d{{1,2}}\.?\s(?:de\s)?)?{_MONTHS}\.?(?:[-/]{_MONTHS}\.?)?,?\s(?:de\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s)?{YEAR}[a-z]?(?!\d))"
)
_PAGE = (
    r"(?:\d{4}\.\d\d\.\d\d\.\d{6,8}|[A-Za-z]{0,3}[-.]?\d[\dA-Za-z]{0,11}(?:\.[a-z]?\d{1,3})?"
    r"|[ivxlc]{1,7})"
)
PAGES = (
    rf"(?:{_PAGE}(?:\s?-{{1,2}}\s?{_PAGE})?(?:[\s.]?e\d{{1,2}}(?:\s?-\s?e?\d{{1,2}})?)?"
    rf"(?:\s?[,+]\s?{_PAGE}(?:\s?-\s?{_PAGE})?)*\+?)"
)
VOLUME = (
    r"(?!\d{4}\.\d\d\.\d\d)(?:\d{1,4}(?:[-/]\d{1,4})?[A-Za-z]?|[A-Z]{1,2}\d{1,4}|[IVXLC]{1,8})"
    r"(?:\s?(?:[Ss]uppl?(?:ement)?\.?|Pt\.?)\s?[\dA-Z]{0,3})?"
)
ISSUE = r"(?:[^()\[\]]{1,28})"
_CODE = r"\[\s?(?P<code>(?:[JMDCPSNRAGZ]|EB|DB|CP|CM|DS|JZ)(?:\s?/\s?(?:OL|CD|MT|DK))?)\s?\]"
_MARKER = re.compile(rf"{_CODE}(?![\w-])")
# In small letters it stands apart, as the "a" of "benzo[a]pyrene" does not.
_SMALL_MARKER = re.compile(rf"(?<=\s){_CODE}(?=\s?[.,:/]|\s|$)", re.IGNORECASE)
# With the stop and the blank behind it lost.
_GLUED_MARKER = re.compile(rf"(?<=[\s.\u4e00-\u9fff]){_CODE}(?=[A-Z][a-z]{{3}}|[\u4e00-\u9fff])")
_MARKERS = (_MARKER, _SMALL_MARKER, _GLUED_MARKER)
_LANGUAGES = (
    "hinese", "nglish", "erman", "rench", "panish", "ussian", "apanese", "orean", "talian",
    "ortuguese", "olish", "urkish", "ersian", "eutsch", "orwegian", "wedish", "anish", "utch",
    "innish", "zech", "ungarian", "krainian", "rabic", "ietnamese",
)  # fmt: skip
LANGUAGE_NOTE = re.compile(
    r"[(\[]\s?(?:(?:article\s)?in\s|auf\s|en\s)?(?:Chinese|English|German|French|Spanish|Russian|"
    r"Japanese|Korean|Italian|Portuguese|Polish|Turkish|Persian|Deutsch|Norwegian|Swedish|Danish|"
    r"Dutch|Finnish|Czech|Hungarian|Ukrainian|Arabic|Vietnamese)"
    r"(?:\s(?:and|with|language|article|abstract|in|English|Chinese)){0,5}\s?[)\]]"
    r"|(?<=[.;]\s)(?:Chinese|German|French|Spanish|Russian|Japanese|Korean|Italian|Portuguese|Polish|"
    r"Norwegian|Swedish|Danish|Dutch|Finnish|Czech|Hungarian|Ukrainian|Turkish)"
    r"(?=\.(?:\s|$))",
    re.IGNORECASE,
)
_EPUB = re.compile(
    r"\[?\b(?P<status>Epub\sahead\sof\sprint|Online\sahead\sof\sprint|[Ii]n\spress|[Aa]ccepted|"
    r"[Ff]orthcoming)\b\]?\.?(?:\s(?P<date>(?:19|20)\d\d)\.?$)?|(?P<note>\b(?:Epub|Print|eCollection)\s\d{4}[^.;]{0,12}|(?<=\.\s)Review(?=\.)|\bErratum\sin:?[^.]{0,80}|"
    r"\bdiscussion\s[\d-]+)\.?"
)
_EPUB_HINTS = (
    "Review.",
    "Print ",
    "eColl",
    "pub ",
    "n press",
    "ahead of",
    "ccepted",
    "orthcoming",
    "rratum",
    "discussion ",
)
_IDENTIFIERS = (
    ("doi", ("10.",), re.compile(r"\b10\.\d{4,9}(?:\.\d+)*/[^\s\"<>，。]+")),
    (
        "pmid",
        ("pmid", "pubmed"),
        re.compile(
            r"(?<=PMID)\s?:?\s?(\d{4,9})\b|(?<=pubmed/)(\d{4,9})"
            r"|(?<=pubmed\.ncbi\.nlm\.nih\.gov/)(\d{4,9})"
            r"|(?<=PubMed)\s?(?:ID|PMID)?:?\s(\d{5,9})\b",
            re.IGNORECASE,
        ),
    ),
    ("pmcid", ("pmc",), re.compile(r"\bPMC\s?\d{4,9}\b")),
    (
        "arxiv",
        ("arxiv",),
        re.compile(
            r"(?<=arXiv:)\s?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)"
            r"|(?<=arxiv\.org/abs/)(\d{4}\.\d{4,5}(?:v\d+)?)"
            r"|(?<=arXiv )(?:preprint )?(?:arXiv:)?(\d{4}\.\d{4,5}(?:v\d+)?)",
            re.IGNORECASE,
        ),
    ),
    (
        "isbn",
        ("isbn",),
        re.compile(r"(?<=ISBN)(?:-1[03])?\s?:?\s?((?:97[89][- ]?)?\d[\d -]{7,13}[\dXx])(?![\d-])"),
    ),
    ("issn", ("issn",), re.compile(r"(?<=ISSN)\s?:?\s?(\d{4}-?\d{3}[\dXx])\b")),
)
_URL = re.compile(
    r"\b(?:https?|ftp)://[^\s\"<>，。；）\]]+|\bwww\.[^\s\"<>，。；）]+", re.IGNORECASE
)
# After a word of access a date may be written in any language: "5 de mayo de 2021", "12.03.2021".
ANY_DATE = (
    rf"(?:{DATE}|\d{{1,2}}(?:\.\s?\d{{1,2}}\.\s?|/\d{{1,2}}/)(?:{YEAR}|\d\d)(?!\d)"
    rf"|\d{{1,2}}(?:er|[º°.])?\s(?:de\s)?[^\W\d_]{{3,10}}\.?,?\s(?:del?\s)?{YEAR}(?!\d))"
)
_VISITED = (
    r"(?:last\s|letzter\s|zuletzt\s)?(?:geprüft|stand(?=:)|accessed|retrieved|visited|cited|viewed|consulted|"
    r"zugriff|zugegriffen|abruf|abgerufen|aufgerufen|besucht|consult[ée]e?|consulta(?:do|da|to)?|"
    r"acess(?:o|ado)|acceso|accesso|geraadpleegd)(?:\s(?:on|am|at|le|el|il|em|op))?"
)
_ACCESSED = re.compile(
    rf"\[\s?(?P<a>{DATE}|\d{{1,2}}\.\s?\d{{1,2}}\.\s?{YEAR})\s?\]"
    rf"|(?:[(\[]?\s?(?:(?:{_VISITED}|available(?:\s(?:on|at|from))?|retrieved\sfrom):?|"
    r"访问日期|引用日期))"
    rf"\s?:?\s?(?P<b>{ANY_DATE})\s?[)\]]?",
    re.IGNORECASE,
)
# The end of a sentence: a mark and a blank, or a stop with the blank lost behind it.
SENTENCE = re.compile(r"[.?!。](?:[\"')\]]?\s+(?=\S)|(?<=[a-z\d)].)(?=[A-Z][a-z\s.])|(?<=。))")
_BEFORE_PREPRINT = re.compile(
    rf"[\s.,]{{0,3}}(?:\(?(?P<date>{YEAR})\)?[.,]\s)?(?:[Aa]r[Xx]iv\s(?P<genre>preprint)[,:]?\s)?(?:ar[Xx]iv:\s?)?$"
)
_AFTER_PREPRINT = re.compile(
    rf"(?:\s?\[[\w. -]{{2,20}}\])?(?:[\s.,;(]{{1,3}}(?P<date>{DATE})\)?)?(?:[\s.,]{{0,3}}$|[.,]\s)"
)
_STOPPED = frozenset(("author", "editor", "translator"))  # may end in the stop of an initial
_ACCESSED_HINTS = (
    "[", "acces", "acess", "retrieved", "visited", "cited", "viewed", "zugriff", "zugegriffen",
    "abruf", "gerufen", "besucht", "consult", "available", "raadpleegd", "geprüft",
    "stand:", "日期",
)  # fmt: skip
_ADDRESSED = ("://", "www.")
_SCHEME = 5  # characters of "https"
# What stands in all that `identifiers` finds; most descriptions end without any.
_SIGNS = (
    *(hint for _, hints, _ in _IDENTIFIERS for hint in hints),
    *_ADDRESSED,
    *_ACCESSED_HINTS,
)
_BEFORE_VISITED = 10  # characters of "(letzter " before the word
_DIGIT = re.compile(r"\d")
_RESOLVER = re.compile(r"doi\.org|arxiv\.org|ncbi\.nlm")
_RESOLVERS = (
    r"https?://(?:dx\.|www\.)?(?:doi\.org|arxiv\.org/abs|"
    r"(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed|pubmed\.ncbi\.nlm\.nih\.gov)/?"
)
_RESOLVER_LAST = re.compile(rf"{_RESOLVERS}$", re.IGNORECASE)
# What stands before an identifier and belongs to none: its label or "Available from".
_LABEL = re.compile(
    r"(?:\b(?:available\s(?:from|at|online(?:\sat)?)|retrieved(?:\sfrom)?|from|verf[üu]gbar"
    r"(?:\sunter)?|url|doi|digital\sobject\sidentifier|pmid|pmcid|pubmed(?:\spmid)?|arxiv|"
    rf"isbn(?:-1[03])?|issn|e?issn|{_VISITED})\b|{_RESOLVERS}|[\s:;,.<(\[=]|doi:)+$",
    re.IGNORECASE,
)
_WORDS = frozenset(("title", "container-title", "publisher", "location", "date"))
# Labels of one word, and what any label may end in: those are for the pattern.
_PLAIN_LABELS = ("url", "doi", "pmid", "pmcid", "arxiv", "issn", "eissn")
_LABELS_END = (
    *_PLAIN_LABELS,
    "from", "at", "online", "unter", "verfügbar", "verfugbar", "identifier", "pubmed", "isbn", "10",
    "13", "abs", "org", "accessed", "retrieved", "visited", "cited", "viewed", "consulted",
    "zugriff", "zugegriffen", "abruf", "gerufen", "besucht", "consulte", "consulté", "consultee",
    "consultée", "consultado", "consultada", "consultato", "acesso", "acessado", "acceso",
    "accesso", "geraadpleegd", "on", "am", "le", "el", "il", "em", "op",
)  # fmt: skip
_MARKS = " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0:;,.<([="
_LABEL_LONGEST = 44  # characters of one word or mark of it
SERVERS = "bio|med|chem|psy|soc"  # preprint servers whose names end in "Rxiv" or "Xiv"
_NEAR = 64  # characters before an identifier that are looked at first


def marker(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first type code of GB/T 7714 ("[J]", "[EB/OL]") between start and end."""
    stop = len(text) if end is None else end
    if "[" not in text:
        return None
    return next(
        filter(None, (one.search(text, start, stop) for one in _MARKERS)),
        None,
    )


def identifiers(text: str, start: int = 0) -> tuple[Span, ...]:
    """Spans of DOI, PMID, PMCID, arXiv, ISBN, ISSN, URL and date of access, in text order."""
    low = text[start:].lower()
    if not has_any(low, _SIGNS):
        return ()
    # Searches begin at the first hint; a letter in small may be two characters.
    begin = start if len(low) == len(text) - start else -len(text)
    found: list[Span] = []
    for label, hints, pattern in _IDENTIFIERS:
        first = _first(low, hints)
        if first < 0:
            continue
        for match in pattern.finditer(text, max(start, begin + first)):
            at, end = match.span(match.lastindex or 0)
            if label == "doi":
                end = at + len(_untailed(text[at:end]))
            _claim(found, Span(at, end, label))
    first = _first(low, _ADDRESSED)
    if first >= 0:
        _urls(text, max(start, begin + first - _SCHEME), found)
    first = _first(low, _ACCESSED_HINTS)
    if first >= 0:
        for match in _ACCESSED.finditer(text, max(start, begin + first - _BEFORE_VISITED)):
            _claim(found, Span(*match.span("a" if match["a"] else "b"), "accessed"))
    return tuple(sorted(found, key=lambda span: span.start)) if found else ()


def _first(low: str, hints: Sequence[str]) -> int:
    """Where the first of the hints stands; -1 when none does."""
    first = -1
    for hint in hints:
        at = low.find(hint)
        if at >= 0 and (at < first or first < 0):
            first = at
    return first


def _urls(text: str, start: int, found: list[Span]) -> None:
    """Addresses; that of a resolver of identifiers gives way to the identifier in it."""
    for match in _URL.finditer(text, start):
        end = match.start() + len(_untailed(match[0]))
        inner = [span for span in found if match.start() <= span.start < end]
        if not inner or not _RESOLVER.search(match[0]):
            for span in inner:
                found.remove(span)
            _claim(found, Span(match.start(), end, "url"))


def body_end(text: str, spans: tuple[Span, ...], start: int = 0) -> int:
    """Where the description ends and identifiers with their labels begin."""
    first = next((span.start for span in spans if span.start >= start), len(text))
    if first == len(text):
        return first
    plain = _before_labels(text, first)
    if plain is not None:
        return max(start, plain)
    near = max(0, first - _NEAR)
    label = _LABEL.search(text, near, first)
    if label and label.start() < near + _LABEL_LONGEST:  # it may have begun before
        label = _LABEL.search(text, 0, first)
    return max(start, label.start() if label else first)


def _before_labels(text: str, end: int) -> int | None:
    """Where plain labels ("doi:", "PMID") before `end` begin; `None` where another may stand."""
    while True:
        bare = text[:end].rstrip(_MARKS)
        said = bare[bare.rfind(" ") + 1 :].lstrip(_MARKS).lower()
        if said in _PLAIN_LABELS:
            end = len(bare) - len(said)
            continue
        scheme = bare.rfind("//", max(0, len(bare) - _LABEL_LONGEST))
        resolver = _RESOLVER_LAST.search(bare, max(0, scheme - _SCHEME - 1)) if scheme > 0 else None
        if resolver is None:
            return None if said.endswith(_LABELS_END) else len(bare)
        end = resolver.start()


def _claim(found: list[Span], span: Span) -> None:
    if span.start < span.end and not any(overlap(one, span) for one in found):
        found.append(span)


def _untailed(text: str) -> str:
    while text and (
        text[-1] in ".,;:'\""
        or (
            text[-1] in ")]>"
            and text.count(text[-1]) > text.count({")": "(", "]": "[", ">": "<"}[text[-1]])
        )
    ):
        text = text[:-1]
    return text


def notes(text: str, start: int, end: int) -> tuple[int, list[Span]]:
    """Where the description ends before "(in Chinese)" and "Epub ahead of print", and these."""
    found: list[Span] = []
    stop = end
    if has_any(text, _EPUB_HINTS):
        for epub in _EPUB.finditer(text, start):
            found.extend(spans_of(epub, ("status", "note", "date")))
            if epub.start() < stop and not _DIGIT.search(text, epub.end(), end):
                stop = epub.start()
    named = has_any(text, _LANGUAGES)
    note = LANGUAGE_NOTE.search(text, start) if named else None
    if note:
        found.append(Span(*note.span(), "language-note"))
        if note.start() > (start + end) // 2:
            stop = min(stop, note.start())
    return stop, found


def language_note(text: str, start: int) -> re.Match[str] | None:
    """A note like "(in Chinese)" behind `start`."""
    # One of the names stands in each of them: cheaper to look for.
    named = has_any(text[start:].lower(), _LANGUAGES)
    return LANGUAGE_NOTE.search(text, start) if named else None


def preprint(text: str, start: int, ids: Sequence[Span]) -> list[Span] | None:
    """What stands around the number of a preprint that is all of a description's end.

    `arXiv preprint arXiv:1706.03762, 2017`, `2017, arXiv:1706.03762 [cs.CL]`: date and genre.
    """
    number = next((one for one in ids if one.label == "arxiv"), None)
    if number is None:
        return None
    before = _BEFORE_PREPRINT.match(text, start, number.start)
    after = _AFTER_PREPRINT.match(text, number.end)
    if before is None or after is None:
        return None
    return [*spans_of(before, ("date", "genre")), *spans_of(after, ("date",))]


def spans_of(match: re.Match[str], names: Sequence[str]) -> Iterator[Span]:
    """A span for each group that matched; "pages2" is a second place for "pages"."""
    for name in names:
        if match[name]:
            label = name.rstrip("2").replace("_", "-")
            yield from trimmed(match.string, *match.span(name), label)


def free(found: Iterable[Span], taken: Sequence[Span]) -> Iterator[Span]:
    """Those spans that overlap none of the taken ones."""
    for one in found:
        if all(one.end <= other.start or one.start >= other.end for other in taken):
            yield one


def beside(text: str, span: Span, marks: Sequence[Span]) -> tuple[Span, ...]:
    """What sure marks with their label words leave of a span of words: the part before them.

    Of a title that begins with a mark it is the part behind; of anything else nothing is left.
    """
    inside = [one for one in marks if overlap(one, span)]
    if not inside:
        return (span,)
    if span.label not in _WORDS:
        return ()
    if inside[0].start > span.start:
        end = body_end(text, (inside[0],), span.start)
        return (changed(span, end=end),) if end > span.start else ()
    rest = trimmed(text, inside[-1].end, span.end, span.label) if span.label == "title" else ()
    return tuple(changed(span, start=one.start, end=one.end) for one in rest)


def trimmed(text: str, start: int, end: int, label: str) -> tuple[Span, ...]:
    """The span without blanks and separators at its ends; none when nothing is left."""
    while start < end and text[start] in " ,;:./-":
        start += 1
    # "Cambridge, Mass.: Harvard": that stop is of the place.
    stopped = label in _STOPPED or (label == "location" and text.startswith(":", end))
    while start < end and (text[end - 1] in " ,;:/" or (text[end - 1] == "." and not stopped)):
        end -= 1
    if (
        start < end
        and text[start] in "\"'(["
        and text[end - 1] == {'"': '"', "'": "'", "(": ")", "[": "]"}[text[start]]
        and label in {"title", "location", "container-title"}
    ):
        start, end = start + 1, end - 1
    return (make_span(start, end, label),) if start < end else ()
