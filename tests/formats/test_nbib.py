"""PubMed's .nbib: written as PubMed writes it, read with the oddities of old records."""

from __future__ import annotations

import pytest

from ifnlit.formats.format import Flavour
from ifnlit.formats.nbib import sniff, write
from ifnlit.formats.nbib_read import read
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference

PAPER = Reference(
    "",
    "article-journal",
    "Interferon alpha and the liver " * 4 + "of mice",
    (Name("Campenhout", "M. J.-H.", "van"), Name(literal="WHO"), Name("King", "Ann", suffix="Jr.")),
    et_al=True,
    editor=(Name("Ng", "A. B."), Name(literal="A Body")),
    container_title="J Virol",
    issued=Date(2020, 8, 17),
    volume="94",
    number="e00442-20",
    doi="10.1234/x",
    language="zh",
    note="A note",
    arxiv="2101.00001",
)


def test_a_paper_is_written_with_pubmeds_tags_and_line_ends() -> None:
    lines = write([PAPER], Flavour()).split("\n")
    assert "LID - 10.1234/x [doi]" in lines
    assert "FAU - van Campenhout, M J-H" in lines
    assert "AU  - van Campenhout MJH" in lines
    assert "FAU - King, Ann Jr" in lines
    assert "CN  - WHO" in lines
    assert "DP  - 2020 Aug 17" in lines
    assert "LA  - chi" in lines
    assert max(map(len, lines)) <= 88
    assert any(line.startswith("      ") for line in lines)


def test_a_paper_comes_back_as_it_was() -> None:
    reading = read(write([PAPER, PAPER], Flavour()), "x")
    assert reading.references[0] == PAPER
    assert len(reading.references) == 2


@pytest.mark.parametrize(
    ("kind", "tag"), [("book", "BTI - T"), ("chapter", "BTI - C"), ("report", "BTI - T")]
)
def test_books_and_their_parts_have_a_title_of_the_book(kind: str, tag: str) -> None:
    reference = Reference("", kind, "T", container_title="C" if kind == "chapter" else "")
    assert tag in write([reference], Flavour()).split("\n")
    assert read(write([reference], Flavour()), "x").references == (reference,)


def test_a_book_without_a_publication_type_is_known_by_its_title() -> None:
    found = read("BTI - A book\nDP  - 2001\n", "x").references[0]
    assert (found.type, found.title) == ("book", "A book")
    both = read("TI  - A part\nBTI - A book\n", "x").references[0]
    assert (both.title, both.container_title) == ("A part", "A book")


def test_seasons_are_written_as_words() -> None:
    assert "DP  - 2020 Spring\n" in write([Reference("", issued=Date(2020, 21))], Flavour())
    assert "DP" not in write([Reference("", title="T")], Flavour())


def test_publication_types_tell_the_type_and_a_genre() -> None:
    def kinds(*names: str) -> Reference:
        text = "TI  - T\n" + "".join(f"PT  - {name}\n" for name in names)
        return read(text, "x").references[0]

    assert kinds("Journal Article").type == "article-journal"
    assert kinds("Preprint").type == "article"
    assert kinds("Letter").genre == "Letter"
    assert dict(kinds("Journal Article", "Review").extra) == {"nbib:PT": '"Review"'}
    assert kinds("Dataset", "Letter").type == "dataset"


def test_oddities_are_told_or_kept() -> None:
    text = (
        "stray\nmore stray\nPMID- 12\nTI  - T...\nTI  - U\nDP  - soon\nIS  - 1234-5678\n"
        "AU  - Lan YR\nAU  - Plato\nFED - et al.\nISBN- 978-3-16-148410-0\nAID - S1 [pii]\n"
        "GN  - N\nLA  -\nVI  - 1\nVI  - 1\nxx\n"
    )
    reading = read(text, "x.nbib")
    (found,) = reading.references
    assert found.title == "T..."
    assert found.author == (Name("Lan", "Y. R."), Name("Plato"))
    assert found.isbn == "9783161484100"
    assert (found.note, found.issued) == ("N", None)
    kept = dict(found.extra)
    assert kept["nbib:TI"] == '"U"'
    assert kept["nbib:DP"] == '"soon"'
    assert kept["nbib:IS"] == '"1234-5678"'
    assert {(f.rule, f.place.line) for f in reading.findings if f.place} >= {
        ("outside-record", 1),
        ("no-date", 6),
        ("outside-record", 17),
    }


def test_nbib_is_known_by_its_number_or_tags() -> None:
    assert sniff("\nPMID- 12\n") > 0.9
    assert sniff("TI  - T\nJT  - J\n") > 0.5
    assert sniff("TY  - JOUR\nTI  - T\n") == 0


@pytest.mark.parametrize("title", ["T", "T.", "T...", "T?", "[T]", "[T.]", "a [b]"])
def test_titles_have_pubmeds_stop_and_come_back_without(title: str) -> None:
    text = write([Reference("", "article-journal", title)], Flavour())
    assert text.split("\n")[0][-1] in ".?"
    assert read(text, "x").references[0].title == title


def test_what_pubmed_says_more_is_kept_and_written_back() -> None:
    text = "PMID- 12\nMH  - Humans\nMH  - Mice\n"
    found = read(text, "x").references
    assert "MH  - Humans\nMH  - Mice\n" in write(found, Flavour())


def test_an_article_number_may_stand_among_the_identifiers_alone() -> None:
    (found,) = read("PMID- 1\nTI  - T.\nLID - e00442-20 [pii]\nAID - JVI.1 [pii]\n", "x").references
    assert (found.number, found.page) == ("e00442-20", "")


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date(2018, 11, end=Date(2018, 12)), "2018 Nov-Dec"),
        (Date(2018, 12, 25, end=Date(2018, 12, 31)), "2018 Dec 25-31"),
        (Date(2018, 12, 25, end=Date(2019, 1, 2)), "2018 Dec 25-2019 Jan 2"),
        (Date(2018, 21, end=Date(2018, 22)), "2018 Spring-Summer"),
        (Date(2012, end=Date(2013)), "2012-2013"),
    ],
)
def test_an_interval_is_written_as_pubmed_has_it(date: Date, text: str) -> None:
    written = write([Reference("", "article-journal", "T", issued=date)], Flavour())
    assert f"DP  - {text}\n" in written
    assert read(written, "x").references[0].issued == date


def test_only_great_letters_are_initials() -> None:
    (found,) = read("PMID- 1\nTI  - T.\nFAU - 欧阳, 修\nFAU - Lan, Y\n", "x").references
    assert found.author == (Name("欧阳", "修"), Name("Lan", "Y."))


def test_an_article_number_beside_pages_stands_among_the_identifiers() -> None:
    paper = Reference("", "article-journal", "T\x1b\x07", page="1-9", number="e0012345")
    text = write([paper], Flavour())
    assert "LID - e0012345 [pii]\n" in text
    assert "TI  - T.\n" in text  # and no control characters
    (found,) = read(text, "x").references
    assert (found.page, found.number) == ("1-9", "e0012345")
