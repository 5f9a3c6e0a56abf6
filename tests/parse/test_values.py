"""Printed dates, pages, issues, languages and type codes as records hold them."""

from __future__ import annotations

import pytest

from ifnlit.parse import values


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("24.04.2021", "2021-04-24"),
        ("15/3/2020", "2020-03-15"),
        ("33.44.2021", "2021"),
        ("8.13.21", "2021-08-13"),
        ("13.8.21", "2021-08-13"),
        ("3.8.21", "2021"),
        ("24 abr. 2021", "2021-04-24"),
        ("5 de enero de 2020", "2020-01-05"),
        ("2019", "2019"),
        ("2019a", "2019"),
        ("c1980", "1980~"),
        ("2020 Aug 17", "2020-08-17"),
        ("2022 Oct", "2022-10"),
        ("17 August 2020", "2020-08-17"),
        ("May 28th, 2013", "2013-05-28"),
        ("Spring 2012", "2012-21"),
        ("2013-01-12", "2013-01-12"),
        ("2013/1", "2013-01"),
        ("12.03.2021", "2021-03-12"),
        ("3/25/2021", "2021-03-25"),
        ("25/3/2021", "2021-03-25"),
        ("3/4/2021", "2021"),
        ("5 de mayo de 2021", "2021-05-05"),
        ("2010年1月12日", "2010-01-12"),
        ("Mai 1999", "1999-05"),
        ("février 1999", "1999-02"),
        ("2019-13-40", "2019"),
        ("2019-02-31", "2019-02"),
        ("1865 (清同治四年)", "1865"),
        ("2020 something", "2020"),
    ],
)
def test_a_date_has_the_parts_that_are_printed(text: str, edtf: str) -> None:
    assert str(values.date(text)) == edtf


@pytest.mark.parametrize("text", ["n.d.", "3099", "0456", ""])
def test_what_has_no_year_is_no_date(text: str) -> None:
    assert values.date(text) is None


@pytest.mark.parametrize(
    ("text", "value", "changed"),
    [
        ("975 ~ 990", "975-990", True),
        ("209-249", "209-249", False),
        ("1355", "1355", False),
        ("64- 66", "64-66", True),
        ("64--66", "64-66", True),
        ("1933-40 e1", "1933-1940.e1", True),
        ("1933-1940.e1", "1933-1940.e1", False),
        ("1933-1940 e1", "1933-1940.e1", True),
        ("284-7", "284-287", True),
        ("S12-8", "S12-S18", True),
        ("S12-S18", "S12-S18", False),
        ("S112-8", "S112-S118", True),
        ("99-3", "99-3", False),
        ("xi-xv", "xi-xv", False),
        ("12, 14 - 15", "12, 14-15", True),
        ("5-x", "5-x", False),
    ],
)
def test_pages_have_one_form(text: str, value: str, changed: bool) -> None:
    found, why = values.page(text)
    assert (found, bool(why)) == (value, changed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("e00442-20", True), ("e0054622", True), ("100476", True), ("e00442--20", True),
     ("1355", False), ("209-249", False), ("ofaa123", True), ("S12", False)],
)  # fmt: skip
def test_article_numbers_are_no_pages(text: str, expected: bool) -> None:
    assert values.is_article_number(text) is expected


@pytest.mark.parametrize(
    ("text", "value"), [("01", "1"), ("10", "10"), ("0", "0"), ("01-02", "1-2"), ("S1", "S1")]
)
def test_an_issue_has_no_leading_zero(text: str, value: str) -> None:
    assert values.issue(text) == value


@pytest.mark.parametrize(
    ("note", "code"), [("(in Chinese)", "zh"), ("[Article in German]", "de"), ("(in Latin)", "")]
)
def test_a_language_note_has_a_code(note: str, code: str) -> None:
    assert values.language(note) == code


@pytest.mark.parametrize(
    ("code", "kind"),
    [("J", "article-journal"), ("m/ol", "book"), ("EB / OL", "webpage"), ("DVD", "")],
)
def test_a_code_has_a_type(code: str, kind: str) -> None:
    assert values.type_of_code(code) == kind
