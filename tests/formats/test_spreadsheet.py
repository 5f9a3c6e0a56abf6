"""Tables: no cell a formula, and each one as it was again."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifnlit.formats.format import Flavour
from ifnlit.formats.spreadsheet import sniff, write
from ifnlit.formats.spreadsheet_cell import plain, safe
from ifnlit.formats.spreadsheet_read import inverted_initials, read
from ifnlit.formats.tsv import sniff as tsv_sniff
from ifnlit.formats.tsv import write as write_tsv
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'quoted", "＝1"]
)
def test_a_formula_is_written_as_text_and_read_as_it_was(text: str) -> None:
    assert safe(text) == f"'{text}"
    assert plain(safe(text)) == text
    library = [Reference("a", "book", text)]
    cells = list(csv.reader(io.StringIO(write(library, Flavour()), newline="")))
    assert cells[1][3] == f"'{text}"
    assert read(write(library, Flavour()), "x").references[0].title == text.strip()


@given(st.text())
def test_every_cell_comes_back_but_for_control_characters(text: str) -> None:
    expected = "".join(c for c in text if c in "\t\n\r" or not (ord(c) < 32 or ord(c) == 127))
    assert plain(safe(text)) == expected


def test_columns_are_those_that_are_needed() -> None:
    heading = write([Reference("a", status="in press")], Flavour()).split("\r\n")[0]
    assert heading.startswith("id,type,author,title,container-title,issued,")
    assert heading.endswith(",status")
    assert "medium" not in heading


def test_extra_and_origin_have_columns_of_their_own() -> None:
    held = Reference(
        "a",
        "book",
        origin=Origin(3, "Raw"),
        extra=(("call-number", '"Q"'), ("csv:Mine", '"m"'), ("ris:AD", '"Here"')),
    )
    assert read(write([held], Flavour()), "x").references == (held,)
    assert "Mine" in write([held], Flavour()).split("\r\n")[0]
    listed = Reference("a", extra=(("csv:L", "[1]"),), origin=Origin(None, "Raw"))
    assert "[1]" in write([listed], Flavour())


def test_semicolons_and_tabs_part_cells_too() -> None:
    for mark in (";", "\t"):
        text = f"title{mark}author{mark}year\nT{mark}Lan, Y.{mark}2019\n"
        (found,) = read(text, "x").references
        assert (found.title, found.author, found.issued) == ("T", (Name("Lan", "Y."),), Date(2019))


def test_a_row_with_too_many_cells_is_told_and_an_empty_one_passed_over() -> None:
    reading = read("title,author,year\nT,Lan,2019,more\n,,\n\nU,Ng,soon\n", "x.csv")
    assert [it.title for it in reading.references] == ["T", "U"]
    assert [(f.rule, str(f.place)) for f in reading.findings] == [
        ("row-too-long", "x.csv:2:1"),
        ("no-date", "x.csv:5:1"),
    ]
    assert dict(reading.references[1].extra) == {"csv:issued as read": '"soon"'}


def test_types_are_known_by_many_names() -> None:
    rows = ["Journal Article", "inproceedings", "thesis", "journalArticle", "Review", "odd", ""]
    text = "type,title,year\n" + "".join(f"{row},T,2019\n" for row in rows)
    reading = read(text, "x")
    assert [it.type for it in reading.references] == [
        "article-journal", "paper-conference", "thesis", "article-journal", "article-journal",
        "document", "document",
    ]  # fmt: skip
    assert [f.rule for f in reading.findings] == ["unknown-type"]
    assert read("title,journal,year\nT,J,2019\n", "x").references[0].type == "article-journal"


def test_a_key_that_comes_twice_is_told() -> None:
    reading = read("id,title,author\na,T,B\na,U,C\n", "x")
    assert [(f.rule, str(f.place)) for f in reading.findings] == [("duplicate-key", "x:3:1")]


def test_a_heading_that_comes_twice_keeps_both() -> None:
    (found,) = read("title,author,year,Title\nT,Lan,2019,U\n", "x").references
    assert (found.title, dict(found.extra)) == ("T", {"csv:Title": '"U"'})


def test_what_the_csv_reader_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv, "field_size_limit", _limit)
    reading = read(f"title,author,year\n{'x' * 200_000},a,1\n", "x")
    assert reading.findings[-1].rule == "broken-entry"


def test_a_quote_without_end_costs_no_other_row() -> None:
    reading = read('title,author,year\n"T,Lan,2019\nU,"Ng, A.",2020\n', "x")
    assert [(it.title, str(it.issued)) for it in reading.references] == [
        ("T", "2019"),
        ("U", "2020"),
    ]
    assert [(f.rule, str(f.place)) for f in reading.findings] == [("row-too-long", "x:2:1")]


def test_a_quote_without_end_that_parts_no_rows_is_left_to_the_parser() -> None:
    reading = read('title,author,year\n"T,Lan,2019\nU\n', "x")
    assert [it.title for it in reading.references] == ["T,Lan,2019\nU"]


def test_a_cell_of_any_size_is_read() -> None:
    size = 300_000
    reading = read(f"title,author,abstract\nT,{'x' * size},{'y' * size}\n", "x")
    assert len(reading.references[0].abstract) == size
    assert csv.field_size_limit() < size


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Lan YR", "Lan, Y. R."),
        ("van Berg A.-M.", "van Berg, A.-M."),
        ("Berg A.B.", "Berg, A. B."),
        ("Study Group II", "Study Group II"),
        ("WHO", "WHO"),
        ("Lan, Y", "Lan, Y"),
    ],
)
def test_initials_behind_a_name_are_put_apart(text: str, name: str) -> None:
    assert inverted_initials(text) == name


def test_nothing_is_a_table_without_known_headings() -> None:
    assert sniff("a,b,c\n1,2,3\n") == 0
    assert sniff("title,author\n") == 0
    assert sniff("Title;Author;Year\n") > 0.5
    assert sniff("Title,Author,x,y,z,q\n") == 0.6
    assert tsv_sniff("title\tauthor\tyear\n") > 0.5
    assert write_tsv([Reference("a")], Flavour()).startswith("id\ttype\t")
    assert read("", "x").references == ()


def _limit(*_: object) -> int:
    return 131_072


def test_excels_line_with_the_separator_is_heeded() -> None:
    reading = read("sep=;\r\ntitle;author;year\r\nA, B;Lan, Y.;2001\r\n", "x")
    assert [(it.title, it.author) for it in reading.references] == [("A, B", (Name("Lan", "Y."),))]
    assert reading.places[0, ""].line == 3
    assert sniff("sep=;\ntitle;author;year\n") > 0.5


@pytest.mark.parametrize(
    "head", ["题名,作者,年,刊名", "Titel,Autoren,Jahr,Zeitschrift", "título,autores,año,revista"]
)
def test_headings_in_other_languages_are_known(head: str) -> None:
    (found,) = read(f"{head}\nT,Lan,2001,J\n", "x").references
    assert (found.title, found.author, str(found.issued)) == ("T", (Name("Lan"),), "2001")
    assert found.container_title == "J"
    assert sniff(head) > 0.5


def test_names_may_be_joined_by_and() -> None:
    (found,) = read(
        'title,author,editor\nT,"Smith, J. and Doe, K.","Health and Welfare"\n', "x"
    ).references
    assert found.author == (Name("Smith", "J."), Name("Doe", "K."))
    assert found.editor == (Name(literal="Health and Welfare"),)


def test_a_column_twice_keeps_both_and_a_table_without_known_headings_is_none() -> None:
    (found,) = read("title,title,author,note\nA,B,Lan,n\n", "x").references
    assert (found.title, dict(found.extra)) == ("A", {"csv:title": '"B"'})
    (twice,) = read("title,author,x,x\nA,Lan,1,2\n", "x").references
    assert dict(twice.extra) == {"csv:x": '"1\\n2"'}
    reading = read("foo,bar\n1,2\n", "x")
    assert reading.references == ()
    assert reading.findings[-1].rule == "broken-entry"


def test_a_heading_is_no_formula_either() -> None:
    text = write([Reference("k", "book", "T", extra=(("csv:=cmd", '"x"'),))], Flavour())
    assert "'=cmd" in text.split("\r\n")[0]
    assert dict(read(text, "x").references[0].extra) == {"csv:=cmd": '"x"'}


def test_an_open_quote_behind_separators_of_lines_in_cells_costs_no_row() -> None:
    rows = ["key,title,note", "a,A,x\u2028y\u2028z", 'b,"A2,', "c,A3,", "d,A4,", "e,A5,"]
    found = read("\n".join(rows) + "\n", "a.csv")
    titles = [one.title for one in found.references]
    assert (titles[0], titles[2:]) == ("A", ["A3", "A4", "A5"])
    assert [str(one.place) for one in found.findings if one.place is not None][:1] == ["a.csv:3:3"]
