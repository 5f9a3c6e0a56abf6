"""Lists of names, by the conventions of many languages and styles, as tables."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.parse.names import initials, is_initials, order, people, plausible
from ifnlit.parse.names.words import role_said

# A name as "particle|family|given|suffix", or "=literal".
CASES: list[tuple[str, list[str | None]]] = [
    # Vancouver and GB/T
    ("Sung H, Ferlay J, Siegel RL", ["|Sung|H.|", "|Ferlay|J.|", "|Siegel|R. L.|"]),
    ("Lan Y R, Sun P, Duan X G", ["|Lan|Y. R.|", "|Sun|P.|", "|Duan|X. G.|"]),
    ("Du PP, Lane-Reticker SK", ["|Du|P. P.|", "|Lane-Reticker|S. K.|"]),
    ("van Campenhout M J H", ["van|Campenhout|M. J. H.|"]),
    ("de la Cruz MJ, von der Leyen U", ["de la|Cruz|M. J.|", "von der|Leyen|U.|"]),
    ("Smith JA Jr, King ML 3rd", ["|Smith|J. A.|Jr", "|King|M. L.|3rd"]),
    ("BUSECK P R, NORD G L, Jr, VEBLEN D", ["|Buseck|P. R.|", "|Nord|G. L.|Jr", "|Veblen|D.|"]),
    ("O'BRIEN J A", ["|O'Brien|J. A.|"]),
    ("LI Yimin, Yuan Lin, Yang Shengyong", ["|Li|Yimin|", "|Yuan|Lin|", "|Yang|Shengyong|"]),
    ("Wang H, Li Yan-Chun, Gao Qiu-Ying", ["|Wang|H.|", "|Li|Yan-Chun|", "|Gao|Qiu-Ying|"]),
    ("Du Zidong, Cheng Sha, Wang Ping", ["|Du|Zidong|", "|Cheng|Sha|", "|Wang|Ping|"]),
    ("García Márquez G, Silva Neto AB", ["|García Márquez|G.|", "|Silva Neto|A. B.|"]),
    ("Nguyễn Đ, Łukasiewicz Ś", ["|Nguyễn|Đ.|", "|Łukasiewicz|Ś.|"]),
    ("Иванов И.И., Петрова А.", ["|Иванов|И. И.|", "|Петрова|А.|"]),
    ("Sung H, FerlayJ, SiegelRL", ["|Sung|H.|", "|Ferlay|J.|", "|Siegel|R. L.|"]),
    ("BagicA, Lupu V", ["|Bagic|A.|", "|Lupu|V.|"]),
    ("OpenAI", ["|OpenAI||"]),
    ("MOON MW, KHORANA HG", ["|Moon|M. W.|", "|Khorana|H. G.|"]),
    ("Hughes ED", ["|Hughes|E. D.|"]),
    ("Hughes E, ed", ["|Hughes|E.|"]),
    ("KOPF A. W, HU B.", ["|Kopf|A. W.|", "|Hu|B.|"]),
    ("KOPF A.W.", ["|Kopf|A. W.|"]),
    ("DEMETER Steven L", ["|Demeter|Steven L.|"]),
    ("NG KKP, YEUNG HM", ["|Ng|K. K. P.|", "|Yeung|H. M.|"]),
    ("VAN DE SCHOOR R, VON DREELE RB", ["van de|Schoor|R.|", "von|Dreele|R. B.|"]),
    ("VAN DER BERG, A. B., HU, C.", ["van der|Berg|A. B.|", "|Hu|C.|"]),
    ("VANDER WALL A C, DU PP", ["|Vander Wall|A. C.|", "|Du|P. P.|"]),
    ("Shoeman Robert L., Hartig Roland", ["|Shoeman|Robert L.|", "|Hartig|Roland|"]),
    ("Martin Robert M., McCarthy Liam", ["|Martin|Robert M.|", "|McCarthy|Liam|"]),
    ("García Martin J., Oliver Smith L.", ["|García Martin|J.|", "|Oliver Smith|L.|"]),
    ("Berg A van den, Souza A de", ["van den|Berg|A.|", "de|Souza|A.|"]),
    ("de Souza e Silva M, Hu P", ["de|Souza e Silva|M.|", "|Hu|P.|"]),
    ("García J y Pérez M", ["|García|J.|", "|Pérez|M.|"]),
    ("De La Cruz P", ["De La|Cruz|P.|"]),
    ("Petrov I.I., Ivanova M.V. i dr.", ["|Petrov|I. I.|", "|Ivanova|M. V.|"]),
    ("Page AC, inventor", ["|Page|A. C.|"]),
    ("Open R&D Inc", ["=Open R&D Inc"]),
    ("Abbott B et al. (Open Collaboration and Test Group)", ["|Abbott|B.|", None, "=Test Group"]),
    # APA, Harvard, Elsevier, ACS
    ("HU, M. A.; COSTA NETO, P. L. O.", ["|Hu|M. A.|", "|Costa Neto|P. L. O.|"]),
    ("Nye, J. S. Jr.", ["|Nye|J. S.|Jr."]),
    ("Lee, K., Smith, U. A.", ["|Lee|K.|", "|Smith|U. A.|"]),
    ("Hu, A., Langa II, J. R.", ["|Hu|A.|", "|Langa|J. R.|II"]),
    ("Leung, Miriam T.Y.", ["|Leung|Miriam T. Y.|"]),
    ("Hu, B., Yu, M., Ma, X.", ["|Hu|B.|", "|Yu|M.|", "|Ma|X.|"]),
    ("Marr, D., & Nishihara, H.", ["|Marr|D.|", "|Nishihara|H.|"]),
    ("King, M. L., Jr., & Smith, J.-P.", ["|King|M. L.|Jr.", "|Smith|J.-P.|"]),
    ("Smith, J.A.; Jones, B.C.", ["|Smith|J. A.|", "|Jones|B. C.|"]),
    ("van der Berg, A. B., de Souza, C.", ["van der|Berg|A. B.|", "de|Souza|C.|"]),
    ("Campenhout, M. J. H. van, Smith, A.", ["van|Campenhout|M. J. H.|", "|Smith|A.|"]),
    ("García Márquez, G., Ortega y Gasset, J.", ["|García Márquez|G.|", None]),
    # IEEE and prose: given names first
    ("J. A. Smith, B. C. Jones, and D. Lee", ["|Smith|J. A.|", "|Jones|B. C.|", "|Lee|D.|"]),
    ("J.-P. Dupont and K. von Braun", ["|Dupont|J.-P.|", "von|Braun|K.|"]),
    ("Martin Luther King Jr.", ["|King|Martin Luther|Jr."]),
    ("M. L. King Jr. and A. Smith", ["|King|M. L.|Jr.", "|Smith|A.|"]),
    ("J. Mark Melhorn and J. García López", ["|Melhorn|J. Mark|", "|García López|J.|"]),
    ("R. Thomas K. Jones, A. Brown", ["|Jones|R. Thomas K.|", "|Brown|A.|"]),
    # MLA and Chicago: only the first one is inverted
    ("Smith, John, and Mary K. Jones", ["|Smith|John|", "|Jones|Mary K.|"]),
    ("Smith, John A., Mary Jones, and Ann Lee", ["|Smith|John A.|", None, None]),
    ("Silva, Ana, João L. Neto, and Ana Neto", ["|Silva|Ana|", "|Neto|João L.|", None]),
    ("HALL, Carl, Peter J. SVENSSON", ["|Hall|Carl|", "|Svensson|Peter J.|"]),
    # DIN 1505 and other lists with semicolons
    ("MÜLLER, Hans ; SCHMIDT, Karl Otto", ["|Müller|Hans|", "|Schmidt|Karl Otto|"]),
    ("Gómez Pérez, Juan Carlos; da Silva, Ana", ["|Gómez Pérez|Juan Carlos|", "da|Silva|Ana|"]),
    ("Smith, John; Jones, Mary", ["|Smith|John|", "|Jones|Mary|"]),
    # bodies
    ("World Health Organization", ["=World Health Organization"]),
    ("GBD 2019 Collaborators", ["=GBD 2019 Collaborators"]),
    ("Our World in Numbers, ABC News", ["=Our World in Numbers", "=ABC News"]),
    ("Centers for Disease Control and Prevention", ["=Centers for Disease Control and Prevention"]),
    ("Food and Agriculture Organization, Li Wei", ["=Food and Agriculture Organization", None]),
    ("Department of Health and Human Services", ["=Department of Health and Human Services"]),
    ("Ministry of Health, Labour and Welfare", ["=Ministry of Health, Labour and Welfare"]),
    ("World Bank and John Smith", ["=World Bank", "|Smith|John|"]),
    ("Smith, John and World Bank", ["|Smith|John|", "=World Bank"]),
    ("World Bank, Li Wei and Hu Hua", ["=World Bank", None, None]),
    ("World Bank, Smith; Jones", ["=World Bank", "|Smith||", "|Jones||"]),
    ("World Bank, Health", ["=World Bank", "|Health||"]),
    ("Smith, J., Jones, World Bank", ["|Smith|J.|", "|Jones||", "=World Bank"]),
    ("World Health Organization and World Bank", ["=World Health Organization", "=World Bank"]),
    ("U.S. Geological Survey", ["=U.S. Geological Survey"]),
    ("UNESCO", ["=UNESCO"]),
    ("Smith J, European Association for the Study of the Liver", ["|Smith|J.|", None]),
    ("Plato", ["|Plato||"]),
    # Han, Hangul
    ("袁训来, 陈哲, 欧阳修", ["|袁|训来|", "|陈|哲|", "|欧阳|修|"]),
    ("中国第一历史档案馆, 辽宁省档案馆", ["=中国第一历史档案馆", "=辽宁省档案馆"]),
    ("昂温 G, 昂温 P S", ["|昂温|G.|", "|昂温|P. S.|"]),
    ("哈里森·沃尔德伦", ["=哈里森·沃尔德伦"]),
    ("김철수, 남궁민수", ["|김|철수|", "|남궁|민수|"]),
    # Vietnamese, Arabic, Spanish, Portuguese
    ("Nguyễn Văn An, Trần Thị Bình", ["|Nguyễn|Văn An|", "|Trần|Thị Bình|"]),
    ("al-Rashid H, El Sayed M", ["|al-Rashid|H.|", "|El Sayed|M.|"]),
    ("d'Alembert J, L'Hôpital G", ["|d'Alembert|J.|", "|L'Hôpital|G.|"]),
    ("Plato, J. Smith", ["|Plato||", "|Smith|J.|"]),
    ("Online Library Center, Inc, Smith J", ["=Online Library Center, Inc", "|Smith|J.|"]),
    ("[美]博登某, (英) 昂温", ["=博登某", "=昂温"]),
    ("Kim Chul-Soo, Park Young-Hee", ["|Kim|Chul-Soo|", "|Park|Young-Hee|"]),
    ("Chul-Soo Kim, Young-Hee Park", ["|Kim|Chul-Soo|", "|Park|Young-Hee|"]),
    ("Li Yan-Chun, Qiu-Ying Gao", ["|Li|Yan-Chun|", "|Gao|Qiu-Ying|"]),
    ("Mohammed Al-Rashid, Ahmed El-Sayed", ["|Al-Rashid|Mohammed|", "|El-Sayed|Ahmed|"]),
    ("María José García López", ["|García López|María José|"]),
    ("Müller, H. u. Schmidt, K.", ["|Müller|H.|", "|Schmidt|K.|"]),
    ("Smith J, on behalf of the XYZ Study Group", ["|Smith|J.|", "=XYZ Study Group"]),
    ("The Lancet Oncology", ["=The Lancet Oncology"]),
    ("田中太郎, 鈴木一郎", ["|田中|太郎|", "|鈴木|一郎|"]),
    # nothing that is a name
    ("12, 34", []),
]  # fmt: skip


def shown(text: str, *, family_first: bool | None = None) -> list[str]:
    return [
        f"={one.literal}"
        if one.literal
        else f"{one.non_dropping_particle}|{one.family}|{one.given}|{one.suffix}"
        for one in (person.name for person in people(text, family_first=family_first).persons)
    ]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_list_is_split_into_its_persons(text: str, expected: list[str | None]) -> None:
    found = shown(text)
    assert len(found) == len(expected)
    assert all(want is None or want == got for want, got in zip(expected, found, strict=True)), (
        found
    )


GIVEN_FIRST: list[tuple[str, list[str]]] = [
    ("Lian Xie, Fangyin Xu, Chenwei Pan", ["|Xie|Lian|", "|Xu|Fangyin|", "|Pan|Chenwei|"]),
    (
        "Ludwig van Beethoven, Mohammed bin Salman",
        ["van|Beethoven|Ludwig|", "bin|Salman|Mohammed|"],
    ),
    ("Gabriel García Márquez", ["|García Márquez|Gabriel|"]),
    ("José Ortega y Gasset", ["|Ortega y Gasset|José|"]),
    ("Carlos Souza Filho", ["|Souza Filho|Carlos|"]),
    ("Yimin ZHANG, Wei LI", ["|Zhang|Yimin|", "|Li|Wei|"]),
    ("Nguyen Van An", ["|Nguyen|Van An|"]),
    ("Martin Luther King Jr.", ["|King|Martin Luther|Jr."]),
    ("Mary Ann Evans", ["|Evans|Mary Ann|"]),
]


@pytest.mark.parametrize(("text", "expected"), GIVEN_FIRST, ids=[text for text, _ in GIVEN_FIRST])
def test_the_list_s_convention_decides_what_two_could_read(text: str, expected: list[str]) -> None:
    assert shown(text, family_first=False) == expected


def test_names_of_unknown_words_follow_the_convention() -> None:
    assert shown("Cassese Adnanko", family_first=True) == ["|Cassese|Adnanko|"]
    assert shown("Cassese Adnanko", family_first=False) == ["|Adnanko|Cassese|"]
    assert shown("Cassese Adnanko") == ["|Adnanko|Cassese|"]


def test_a_list_s_own_names_outweigh_the_convention() -> None:
    assert shown("Li J, Wang Fang", family_first=False) == ["|Li|J.|", "|Wang|Fang|"]
    assert shown("J. Li, Fang Wang", family_first=True) == ["|Li|J.|", "|Wang|Fang|"]


ET_ALS = [
    "et al.", "et al", "et. al.", "etal.", "Et al.", "et alii", "and others", "& others", "u. a.",
    "u.a.", "等", "等人", "...", "…", "and colleagues", "et coll.", "y cols.", "e cols.", "m. fl.",
    "i in.", "и др.", "ほか", "외",
]  # fmt: skip


@pytest.mark.parametrize("mark", ET_ALS)
@pytest.mark.parametrize("before", [", ", " "])
def test_et_al_is_seen_in_every_spelling(mark: str, before: str) -> None:
    text = f"Sung H, Li W{before}{mark}"
    found = people(text)
    assert [one.name.family for one in found.persons] == ["Sung", "Li"]
    assert found.et_al is not None
    assert text[slice(*found.et_al)].strip("and &") == mark.removeprefix("and ").removeprefix("& ")


def test_a_list_without_et_al_has_none() -> None:
    assert people("Alfonso E, Etalon B").et_al is None


def test_names_after_an_ellipsis_are_persons_too() -> None:
    found = people("Smith, J., Jones, A., ... Zhao, T.")
    assert [one.name.family for one in found.persons] == ["Smith", "Jones", "Zhao"]
    assert found.et_al is not None


ROLES = [
    "Smith J, Jones A (Eds.)", "Smith J, Jones A, eds.", "Smith J, Jones A, editors",
    "Smith J, Jones A (Hrsg.)", "Smith J, Jones A (ed.)", "Smith J, Jones A, translators",
]  # fmt: skip


@pytest.mark.parametrize("text", ROLES)
def test_the_word_for_editors_is_no_name(text: str) -> None:
    assert shown(text) == ["|Smith|J.|", "|Jones|A.|"]


@pytest.mark.parametrize("text", ["胡泳, 范海燕, 译", "胡泳, 范海燕译", "胡泳, 范海燕主编"])
def test_chinese_words_for_roles_are_no_names(text: str) -> None:
    assert shown(text) == ["|胡|泳|", "|范|海燕|"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Sung H, Ferlay J", "Li Wei"], True),
        (["J. Smith and A. Jones", "Li Wei"], False),
        (["Li Wei", "Wang Fang"], None),
        (["Hu, B., Yu, M."], True),
        (["ZHANG Yimin, Yuan Lin"], True),
        (["Yimin ZHANG"], False),
        ([], None),
        (["World Health Organization"], None),
    ],
)
def test_the_order_of_a_list_is_that_of_names_read_in_one_way_alone(
    texts: list[str], expected: bool | None
) -> None:
    assert order(texts) is expected


def test_a_long_list_is_not_read_to_its_end() -> None:
    def endless() -> object:
        while True:
            yield "Sung H, Ferlay J"

    assert order(endless()) is True  # type: ignore[arg-type]  # a generator without an end


@pytest.mark.parametrize(
    ("text", "form"),
    [("HSJ", "H. S. J."), ("H S J", "H. S. J."), ("H.S.J.", "H. S. J."), ("J-T", "J.-T."),
     ("J.-P.", "J.-P."), ("Yu. A.", "Yu. A."), ("H", "H.")],
)  # fmt: skip
def test_initials_have_one_form(text: str, form: str) -> None:
    assert initials(text) == form


@pytest.mark.parametrize(
    ("text", "expected"),
    [("HSJ", True), ("H.", True), ("J.-P.", True), ("Wei", False), ("GLOBO", False), ("", False)],
)
def test_initials_are_at_most_four_letters_in_a_row(text: str, expected: bool) -> None:
    assert is_initials(text) is expected


@pytest.mark.parametrize(
    ("text", "likely"),
    [("Sung H, Ferlay J", 1), ("Global cancer statistics", 0), ("", 0), ("袁训来, 陈哲", 1),
     ("World Health Organization", 1), ("de la Cruz M", 1), ("kakamad FH, Tahir SH", 1),
     ("[美]博登某", 1), ("保某, 著, 萧某, 译", 1), ("Smith J, a study of it", 0.5)],
)  # fmt: skip
def test_a_list_of_names_looks_like_one(text: str, likely: float) -> None:
    assert plausible(text) == likely


def test_degrees_are_no_names() -> None:
    assert shown("Smith J, MD, Jones A, PhD") == ["|Smith|J.|", "|Jones|A.|"]


def test_a_body_takes_no_suffix() -> None:
    assert shown("World Health Organization, Jr.") == ["=World Health Organization"]


@given(st.text(alphabet=st.sampled_from("Aa é,;.&-()'李 JrIetal…"), max_size=40))
@settings(max_examples=150)
def test_any_text_gives_spans_within_it(text: str) -> None:
    found = people(text)
    for person in found.persons:
        for start, end in (person.family, person.given, person.suffix):
            assert (start, end) == (-1, -1) or 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smith J, Lee K, eds.", "editor"), ("Smith, J. (trans.)", "translator"),
        ("Smith, J. (Übers.)", "translator"), ("Smith, J. (Hrsg.)", "editor"),
        ("张三主编", "editor"), ("张三, 李四译", "translator"), ("张三著", "author"),
        ("张三编著", "author"), ("Smith J", ""), ("eds.", ""),
    ],
)  # fmt: skip
def test_the_end_of_a_list_says_what_its_names_are(text: str, expected: str) -> None:
    assert role_said(text) == expected


def test_no_name_goes_on_behind_et_al() -> None:
    found = people("Open Bank, 等, S.A.")
    assert [one.name.literal for one in found.persons][:1] == ["Open Bank"]
    assert found.et_al == (11, 12)
