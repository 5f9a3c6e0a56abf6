"""What the line formats share: names, dates, pages, markup, notes that are fields."""

from __future__ import annotations

import pytest

from ifnlit.formats.language import code_of, marc_code
from ifnlit.formats.locator import is_article_number, located, one_dash, pages
from ifnlit.formats.loose_date import understood
from ifnlit.formats.markup import bare, clean
from ifnlit.formats.person import inverted, people, person, person_of
from ifnlit.formats.said import said
from ifnlit.model.date import Date
from ifnlit.model.name import Name


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2020", Date(2020)),
        ("2020-08-17", Date(2020, 8, 17)),
        ("2020/08/17/", Date(2020, 8, 17)),
        ("2020/08//", Date(2020, 8)),
        ("2018///", Date(2018)),
        ("2018/00/00/", Date(2018)),
        ("2018/02/31", Date(2018)),
        ("2021-02-03T10:11:12Z", Date(2021, 2, 3)),
        ("2020 Aug 17", Date(2020, 8, 17)),
        ("August 17, 2020", Date(2020, 8, 17)),
        ("17th August 2020", Date(2020, 8, 17)),
        ("17~aug 2020", Date(2020, 8, 17)),
        ("12. März 2019", Date(2019, 3, 12)),
        ("2019 Jan-Feb", Date(2019, 1, end=Date(2019, 2))),
        ("2019 Dec-Jan", Date(2019, 12)),
        ("2020 Fall", Date(2020, 23)),
        ("Spring 2020", Date(2020, 21)),
        ("c2019", Date(2019)),
        ("ca. 2019", Date(2019, circa=True)),
        ("©2019", Date(2019)),
        ("2020年8月17日", Date(2020, 8, 17)),
        ("2020年8月", Date(2020, 8)),
        ("17.08.2020", Date(2020, 8, 17)),
        ("17/08/2020", Date(2020, 8, 17)),
        ("08/17/2020", Date(2020, 8, 17)),
        ("07/07/2020", Date(2020, 7, 7)),
        ("07/08/2020", Date(2020)),
        ("2019/2021", Date(2019, end=Date(2021))),
        ("in press", None),
        ("", None),
        ("99", None),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, date: Date | None) -> None:
    assert understood(text)[0] == date


def test_a_date_without_a_year_takes_the_one_that_is_given() -> None:
    assert understood("Aug 17", 2020)[0] == Date(2020, 8, 17)
    assert understood("", 2020)[0] == Date(2020)
    assert understood("Aug 17")[0] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dai, C. M.", Name("Dai", "C. M.")),
        ("van der Berg, Anna", Name("Berg", "Anna", "van der")),
        ("King, M. L., Jr.", Name("King", "M. L.", suffix="Jr.")),
        ("King, Jr., M. L.", Name("King", "M. L.", suffix="Jr.")),
        ("King, III", Name("King", suffix="III")),
        ("Humboldt, Alexander von", Name("Humboldt", "Alexander", dropping_particle="von")),
        ("World Health Organization,", Name(literal="World Health Organization")),
        ("World Health Organization", Name(literal="World Health Organization")),
        ("Plato", Name("Plato")),
        ("de Gaulle", Name("Gaulle", non_dropping_particle="de")),
        ("Von", Name("Von")),
        ("李, 明", Name("李", "明")),
    ],
)
def test_names_are_read_from_one_line(text: str, name: Name) -> None:
    assert person(text) == name


def test_a_body_may_be_written_without_its_comma() -> None:
    assert inverted(Name(literal="WHO"), body_comma=False) == "WHO"


def test_a_name_of_two_fields_is_a_body_when_one_has_several_words() -> None:
    assert person_of("World Virus Group", "") == Name(literal="World Virus Group")
    assert person_of("Plato", "") == Name("Plato")
    assert person_of("van Berg", "A.") == Name("Berg", "A.", "van")


def test_a_list_that_goes_on_ends_with_a_mark() -> None:
    for mark in ("others", "{others}", "et al.", "et al.,", "等"):
        assert people(["Lan, Y.", mark, " "]) == ((Name("Lan", "Y."),), True)


@pytest.mark.parametrize(
    ("page", "is_number"),
    [
        ("e0054622", True), ("e00442-20", True), ("E1234", True), ("CD001234", True),
        ("S1-S9", False), ("A3", False), ("1933-1940.e1", False), ("12-20", False),
        ("102345", False),
    ],
)  # fmt: skip
def test_article_numbers_are_told_from_pages(page: str, is_number: bool) -> None:
    assert is_article_number(page) is is_number


def test_pages_are_put_together_and_numbers_apart() -> None:
    assert pages("1", "9") == "1-9"
    assert pages("1", "") == pages("1", "1") == pages("", "1") == "1"
    assert one_dash(" 1–9 ") == one_dash("1--9") == "1-9"
    assert located("e0054622", "", "article-journal") == ("", "e0054622")
    assert located("e0054622", "", "book") == ("e0054622", "")
    assert located("12", "12", "article-journal") == ("", "12")
    assert located("", "7", "book") == ("", "7")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<em>in vitro</em> &amp; H<sub>2</sub>O", "<i>in vitro</i> & H<sub>2</sub>O"),
        ("<jats:p>One</jats:p><jats:p>two</jats:p>", "One two"),
        ('<span class="nocase">IFN</span><br/>x', "IFN x"),
        ("p < 0.05 and <unknown> y", "p < 0.05 and <unknown> y"),
        ("plain", "plain"),
    ],
)
def test_markup_is_reduced_to_what_csl_knows(text: str, plain: str) -> None:
    assert clean(text) == plain


def test_text_for_people_has_no_markup() -> None:
    assert bare("<i>a</i> < b") == "a < b"
    assert bare("a") == "a"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("PMID: 12", ("pmid", "12")),
        ("{:PMCID: PMC3}", ("pmcid", "PMC3")),
        ("arXiv: 2101.00001", ("arxiv", "2101.00001")),
        ("DOI: https://doi.org/10.1234/x", ("doi", "10.1234/x")),
        ("Citation Key: a", ("id", "a")),
        ("type: preprint", ("type", "article")),
        ("type: thesis", ("type", "thesis")),
        ("Report Number: TR-1", ("number", "TR-1")),
        ("type: nonsense", None),
        ("PMID: none", None),
        ("A remark: yes", None),
        ("no field", None),
    ],
)
def test_lines_that_stand_for_a_field(line: str, field: tuple[str, str] | None) -> None:
    assert said(line) == field


def test_languages_have_two_letters_here_and_three_there() -> None:
    assert (marc_code("zh"), marc_code("xx")) == ("chi", "xx")
    assert (code_of("CHI"), code_of("Klingon")) == ("zh", "Klingon")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("J. Smith", Name("Smith", "J.")),
        ("K. L. van der Merwe", Name("Merwe", "K. L.", "van der")),
        ("J.-P. Sartre", Name("Sartre", "J.-P.")),
        ("U.S. Congress", Name(literal="U.S. Congress")),
        ("J. Craig Venter Institute", Name(literal="J. Craig Venter Institute")),
        ("J. Smith,", Name(literal="J. Smith")),
    ],
)
def test_initials_before_one_word_are_a_person(text: str, name: Name) -> None:
    assert person(text) == name


@pytest.mark.parametrize(
    ("text", "date", "whole"),
    [
        ("2018 Dec 25-2019 Jan 2", Date(2018, 12, 25, end=Date(2019, 1, 2)), True),
        ("2018 Dec 25-31", Date(2018, 12, 25, end=Date(2018, 12, 31)), True),
        ("1-3 May 2020", Date(2020, 5, 1, end=Date(2020, 5, 3)), True),
        ("2012-2013", Date(2012, end=Date(2013)), True),
        ("Spring-Summer 2018", Date(2018, 21, end=Date(2018, 22)), True),
        ("2013-2012", Date(2013), False),
        ("2019 Dec-Jan", Date(2019, 12), False),
        ("2001 Feb 30-31", Date(2001), False),
        ("in press 2020", Date(2020), False),
        ("2019-20", Date(2019), False),
        ("Nov-Dec", None, False),
        ("", None, True),
    ],
)
def test_intervals_are_read_and_what_is_more_than_a_date_is_known(
    text: str, date: Date | None, whole: bool
) -> None:
    assert understood(text) == (date, whole)


def test_a_body_may_have_a_semicolon_where_a_comma_ends_it() -> None:
    assert people(["Barnes; Noble,"]) == ((Name(literal="Barnes; Noble"),), False)


def test_a_particle_with_an_apostrophe_stands_close_to_its_name() -> None:
    assert inverted(Name("Alembert", "Jean", "d'")) == "d'Alembert, Jean"
    assert (
        Name("Orl\u00e9ans", non_dropping_particle="d\u2019").full_family == "d\u2019Orl\u00e9ans"
    )


@pytest.mark.parametrize(
    ("text", "cleaned", "plain"),
    [
        (
            '<span style="font-variant: small-caps">d</span>-Glu <span class="nocase">x</span>',
            '<span style="font-variant:small-caps;">d</span>-Glu x',
            "d-Glu x",
        ),
        (
            '<span class="a"><span style="font-variant:small-caps;">d</span></span>',
            '<span style="font-variant:small-caps;">d</span>',
            "d",
        ),
        (
            "<span style='font-variant:small-caps'>d",
            '<span style="font-variant:small-caps;">d</span>',
            "d",
        ),
        ("a</span>b", "ab", "ab"),
    ],
)
def test_small_capitals_are_kept_and_other_spans_are_not(
    text: str, cleaned: str, plain: str
) -> None:
    assert clean(text) == cleaned
    assert bare(cleaned) == plain
