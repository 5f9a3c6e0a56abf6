"""Names and dates of .bib files."""

from __future__ import annotations

import pytest

from ifnlit.formats.bib_read_dates import parts, whole
from ifnlit.formats.bib_read_names import names_of
from ifnlit.formats.language import biblatex_name, code_of
from ifnlit.model.date import Date
from ifnlit.model.name import Name

WHO = Name(literal="World Health Organization")


@pytest.mark.parametrize(
    ("latex", "names"),
    [
        ("Dai, C. M. and Lan, Y. R.", [Name("Dai", "C. M."), Name("Lan", "Y. R.")]),
        ("{van Campenhout}, M. J. H.", [Name("Campenhout", "M. J. H.", "van")]),
        ("van der Berg, Jan", [Name("Berg", "Jan", "van der")]),
        ("de la cruz, J", [Name("cruz", "J", "de la")]),
        ("King, Jr., M. L.", [Name("King", "M. L.", suffix="Jr.")]),
        ("King, M. L., Jr.", [Name("King", "M. L.", suffix="Jr.")]),
        ("King, Jr.,", [Name("King", suffix="Jr.")]),
        ("Doe, J.,", [Name("Doe", "J.")]),
        ("Martin Luther King Jr.", [Name("King", "Martin Luther", suffix="Jr.")]),
        ("Henry III", [Name("III", "Henry")]),
        ("Ludwig van Beethoven", [Name("Beethoven", "Ludwig", "van")]),
        ("van Dyck", [Name("Dyck", "", "van")]),
        ("Donald~E. Knuth", [Name("Knuth", "Donald E.")]),
        (r"{\'E}. {\L}ukasz", [Name("Łukasz", "É.")]),
        (r"M{\"u}ller, J{\"o}rg", [Name("Müller", "Jörg")]),
        ("{World Health Organization} and {{A and B}}", [WHO, Name(literal="A and B")]),
        ("{WHO} {Team}", [Name("Team", "WHO")]),
        ("{\\}x}", [Name(literal="}x")]),
        ("{x\\}", [Name("x}")]),
        ("Plato", [Name("Plato")]),
        ("Plato,", [Name("Plato")]),
        (", Plato", [Name("Plato")]),
        ("Fang Zhang,", [Name("Fang Zhang")]),
        ("张三 and 李, 四", [Name("张三"), Name("李", "四")]),
        ("{Smith, Jones}, A.", [Name("Smith, Jones", "A.")]),
        ("García Márquez, Gabriel", [Name("García Márquez", "Gabriel")]),
        ("family=Berg, given=Jan, prefix=van der, useprefix=true",
         [Name("Berg", "Jan", "van der")]),
        ('family={A, B}, given-i=C, given=C, suffix="Jr."', [Name("A, B", "C", suffix="Jr.")]),
        ("A, B AND  C, D\nand\tE, F", [Name("A", "B"), Name("C", "D"), Name("E", "F")]),
        ("others and A, B", [Name("others"), Name("A", "B")]),
        ("", []),
        ("  ", []),
    ],
)  # fmt: skip
def test_names_are_split_as_bibtex_splits_them(latex: str, names: list[Name]) -> None:
    assert names_of(latex) == (tuple(names), False, "")


@pytest.mark.parametrize(
    "latex",
    ["A, B and others", "A, B and {others}", "A, B and et al.", "A, B et al.", "A, B, et al",
     "A, B and 等", "A, B, 等", "A, B AND OTHERS"],
)  # fmt: skip
def test_others_are_the_mark_that_the_list_goes_on(latex: str) -> None:
    assert names_of(latex) == ((Name("A", "B"),), True, "")


def test_others_alone_are_nobody() -> None:
    assert names_of("others") == ((), True, "")


@pytest.mark.parametrize(
    ("latex", "names", "by"),
    [
        ("Smith, J.; Jones, K.", [Name("Smith", "J."), Name("Jones", "K.")], "semicolons"),
        ("Sung H, Ferlay J, Siegel RL, Doe A. B.",
         [Name("Sung", "H"), Name("Ferlay", "J"), Name("Siegel", "RL"), Name("Doe", "B."),
          ], "commas"),
        ("Ann Lee, Bo Lee, Cy Lee, Di",
         [Name("Lee", "Ann"), Name("Lee", "Bo"), Name("Lee", "Cy"), Name("Di")], "commas"),
    ],
)  # fmt: skip
def test_a_list_without_and_is_read_and_faulted(latex: str, names: list[Name], by: str) -> None:
    found, goes_on, fault = names_of(latex)
    assert [name.family for name in found] == [name.family for name in names]
    assert not goes_on
    assert by in fault


def test_a_name_that_ends_with_a_semicolon_is_one() -> None:
    assert names_of("Smith, J.;") == ((Name("Smith", "J.;"),), False, "")


@pytest.mark.parametrize(
    ("latex", "date", "exact"),
    [
        ("2020", Date(2020), True),
        ("{2020}", Date(2020), True),
        ("2020-08", Date(2020, 8), True),
        ("2020/08/17/", Date(2020, 8, 17), True),
        ("2018///", Date(2018), True),
        ("2019~", Date(2019, circa=True), True),
        ("2019/2020", Date(2019, end=Date(2020)), True),
        ("2019-21", Date(2019, 21), True),
        ("2020-05-17T10:00:00Z", Date(2020, 5, 17), True),
        ("ca. 1999", Date(1999, circa=True), True),
        ("1999--2000", Date(1999, end=Date(2000)), True),
        (r"1999\textendash2000", Date(1999, end=Date(2000)), True),
        ("800", Date(800), True),
        ("2020a", Date(2020), False),
        ("2020 (accepted)", Date(2020), False),
        ("2020-13", Date(2020), False),
        ("2020/..", Date(2020), False),
        ("in press", None, False),
        ("12345", Date(12345), True),
    ],
)
def test_dates_are_read_in_all_forms(latex: str, date: Date | None, exact: bool) -> None:
    assert whole(latex) == (date, exact)


@pytest.mark.parametrize(
    ("year", "month", "day", "date", "exact"),
    [
        ("2020", "aug", "17", Date(2020, 8, 17), True),
        ("2020", "17~aug", "", Date(2020, 8, 17), True),
        ("2020", "August 17", "", Date(2020, 8, 17), True),
        ("2020", "Aug.", "17th", Date(2020, 8, 17), True),
        ("2020", "8", "", Date(2020, 8), True),
        ("2020", "08", "7", Date(2020, 8, 7), True),
        ("2020", "jul/aug", "", Date(2020, 7, end=Date(2020, 8)), True),
        ("2020", "jul/aug", "3", Date(2020, 7), False),
        ("2020", "dec/jan", "", Date(2020, 12), False),
        ("2020", "may 99", "", Date(2020, 5), False),
        ("2020", "Spring", "", Date(2020, 21), True),
        ("2020", "Spring", "3", Date(2020, 21), False),
        ("2020", "feb", "30", Date(2020, 2), False),
        ("2020", "13", "", Date(2020), False),
        ("2020", "month", "", Date(2020), False),
        ("2020", "", "17", Date(2020), False),
        ("2020-08", "may", "", Date(2020, 8), True),
        ("in press", "aug", "", None, False),
    ],
)
def test_years_months_and_days_make_a_date(
    year: str, month: str, day: str, date: Date | None, exact: bool
) -> None:
    assert parts(year, month, day) == (date, exact)


def test_languages_have_codes_and_names() -> None:
    assert biblatex_name("zh") == "chinese"
    assert biblatex_name("zh-CN") == "zh-CN"
    assert code_of("Chinese") == "zh"
    assert code_of("langbrazilian") == "pt-BR"
    assert code_of("UKenglish") == "en-GB"
    assert code_of("zh") == "zh"


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        ("张三, 李四, 王五", [Name("张三"), Name("李四"), Name("王五")]),
        ("张三，李四", [Name("张三"), Name("李四")]),
        ("Smith, J., Doe, K. L.", [Name("Smith", "J."), Name("Doe", "K. L.")]),
        ("Smith J; Doe, K.", [Name("Smith", "J"), Name("Doe", "K.")]),
        ("John Smith 0001 and A. Doe", [Name("Smith", "John"), Name("Doe", "A.")]),
    ],
)
def test_lists_without_and_or_with_numbers_are_read_and_told(
    listed: str, names: list[Name]
) -> None:
    found, _, fault = names_of(listed)
    assert list(found) == names
    assert fault


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        ("欧阳, 明华", Name("欧阳", "明华")),
        ("K. L. {van der Merwe}", Name("Merwe", "K. L.", "van der")),
        ("Goethe, J. W. von", Name("Goethe", "J. W.", dropping_particle="von")),
        (r"M{\"u}ller, J. de", Name("Müller", "J.", dropping_particle="de")),
    ],
)
def test_one_name_stays_one(listed: str, name: Name) -> None:
    assert names_of(listed) == ((name,), False, "")
