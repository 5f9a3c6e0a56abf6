"""Made-up files that look like the exports of other programs, oddities included (tests/corpus)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ifnlit.app.intake import reader
from ifnlit.formats.sniff import sniff
from ifnlit.model.date import Date
from ifnlit.model.name import Name

if TYPE_CHECKING:
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

CORPUS = Path(__file__).parent.parent / "corpus"
BERG = Name("Berg", "Anna", "van der")
GROUP = Name(literal="World Virus Group")
DAY = Date(2020, 8, 17)
JOURNAL = "Journal of Made-up Virology"


def read(name: str) -> Reading:
    """The file as it would be read without its ending: its content says what it is."""
    text = (CORPUS / name).read_bytes().decode()
    found = sniff(text[:4096])
    assert found is not None
    return reader(found)(text, name)


# File -> format, number of records, and what some attributes of the first are.
FILES: dict[str, tuple[str, int, dict[str, Any]]] = {
    "zotero.ris": (
        "ris",
        2,
        {
            "author": (BERG, GROUP),
            "title": "Interferon <i>alpha</i> & the liver",
            "number": "e00442-20",
            "page": "",
            "note": "A child note",
            "accessed": Date(2021, 2, 3),
            "container_title_short": "J Made-up Virol",
            "keyword": "liver, virus",
        },
    ),
    "zotero.json": (
        "csl-json",
        1,
        {
            "id": "berg2020interferon",
            "author": (BERG, GROUP),
            "title": "IFN-α and the liver",
            "pmid": "123456",
            "note": "A remark of mine",
            "number": "e00442-20",
            "page": "",
            "issued": DAY,
        },
    ),
    "zotero.rdf": (
        "zotero-rdf",
        2,
        {
            "id": "berg2020interferon",
            "author": (BERG, GROUP),
            "container_title": JOURNAL,
            "doi": "10.1234/mv.00442",
            "issn": "0022-538X",
            "note": "A child note\nin two parts & more\nA remark of mine",
            "url": "https://example.org/a",
            "keyword": "liver, virus",
            "issued": DAY,
            "number": "e00442-20",
        },
    ),
    "mendeley.ris": (
        "ris",
        3,
        {
            "issued": Date(2020, 8),
            "doi": "10.1234/mv.00442",
            "abstract": "A long abstract that goes on in a second line.",
            "issn": "0022-538X",
            "keyword": "liver, virus",
            "url": "https://example.org/a",
            "note": "https://example.org/b",
        },
    ),
    "endnote.ris": (
        "ris",
        3,
        {
            "et_al": True,
            "author": (Name("Berg", "A."),),
            "pmid": "33333333",
            "pmcid": "PMC7654321",
            "language": "en",
            "container_title": "J Made-up Virol",
            "container_title_short": "J Made-up Virol",
            "doi": "10.1234/mv.00442",
            "genre": "",
            "edition": "",
            "issued": DAY,
        },
    ),
    "scholar.ris": (
        "ris",
        1,
        {"number": "e0054622", "page": "", "container_title": JOURNAL, "issued": Date(2020)},
    ),
    "jabref.ris": (
        "ris",
        1,
        {"id": "Berg2020", "number": "e12", "page": "12-20", "pmid": "123456", "genre": "Review"},
    ),
    "endnote.xml": (
        "endnote-xml",
        3,
        {
            "title": "Interferon <i>alpha</i> and CO<sub>2</sub>",
            "author": (Name("Berg", "A.", "van der"), GROUP),
            "pmid": "33333333",
            "issue": "17",
            "number": "e00442-20",
            "note": "A note\nin two lines\nhttps://example.org/b",
            "issued": DAY,
        },
    ),
    "pubmed.nbib": (
        "nbib",
        3,
        {
            "title": "Interferon Alpha and the Liver: a Title That Goes On in a Second Line",
            "author": (
                Name("Berg", "Anna M.", "van der"),
                Name("Guo", "J.-T."),
                Name("King", "Martin L.", suffix="Jr."),
                GROUP,
            ),
            "language": "en",
            "container_title": "Journal of made-up virology",
            "container_title_short": "J Made-up Virol",
            "number": "e00442-20",
            "keyword": "liver, virus",
            "issued": DAY,
        },
    ),
    "scopus.csv": (
        "csv",
        2,
        {
            "author": (Name("Berg", "A."), Name("Ng", "B.-T.")),
            "title": 'Interferon alpha, and the "liver"',
            "number": "e12",
            "issn": "0022-538X",
        },
    ),
    "pubmed.csv": (
        "csv",
        1,
        {"author": (Name("Berg", "A."), Name("Ng", "B. T.")), "issued": Date(2020)},
    ),
    "zotero.csv": (
        "csv",
        1,
        {
            "author": (BERG, GROUP),
            "issued": DAY,
            "abstract": "=Text",
            "pmid": "123456",
            "note": "A remark",
            "issn": "0022-538X",
            "keyword": "liver, virus",
        },
    ),
}


@pytest.mark.parametrize("name", sorted(FILES))
def test_files_of_other_programs_are_known_and_read(name: str) -> None:
    format_name, count, expected = FILES[name]
    text = (CORPUS / name).read_bytes().decode()
    assert sniff(text[:4096]) == format_name
    reading = read(name)
    assert len(reading.references) == count
    first = reading.references[0]
    assert {it: getattr(first, it) for it in expected} == expected


def second(name: str, index: int = 1) -> Reference:
    return read(name).references[index]


def test_a_conference_of_zotero_has_its_proceedings_and_its_name() -> None:
    talk = second("zotero.ris")
    assert (talk.container_title, talk.event_title, talk.publisher_place) == (
        "Proceedings of the 12th Meeting",
        "12th Meeting on Mice",
        "Kyoto",
    )


def test_a_book_of_mendeley_has_its_pages_counted() -> None:
    book = second("mendeley.ris")
    assert (book.number_of_pages, book.isbn, book.author[0].suffix) == (
        "320",
        "9783161484100",
        "Jr.",
    )
    assert second("mendeley.ris", 2).et_al


def test_a_report_of_endnote_has_its_number_and_series() -> None:
    report = second("endnote.ris")
    assert (report.number, report.collection_title, report.author) == (
        "TR-2019-7",
        "Technical reports",
        (GROUP,),
    )
    assert second("endnote.xml").number == "TR-7"


def test_an_edited_book_of_endnote_has_editors() -> None:
    book = second("endnote.ris", 2)
    assert (book.type, book.author, book.editor) == ("book", (), (Name("Cat", "T."),))
    assert (book.collection_title, book.collection_number) == ("Lecture Notes in Mice", "7")


def test_a_thesis_of_zotero_has_its_university_and_place() -> None:
    thesis = second("zotero.rdf")
    assert (thesis.type, thesis.publisher, thesis.publisher_place, thesis.genre, thesis.et_al) == (
        "thesis",
        "Made-up University",
        "Shihezi",
        "PhD thesis",
        True,
    )


def test_old_records_of_pubmed_have_short_names() -> None:
    old = second("pubmed.nbib")
    assert old.author == (Name("Ng", "B."), Name("Li", "X. Y."))
    assert (old.et_al, old.title, old.language) == (True, "An old paper with short names", "zh")
    assert old.issued == Date(1975, 1, end=Date(1975, 2))
    assert second("pubmed.nbib", 2).issued == Date(2001, 21)


def test_pages_of_scopus_stand_in_two_columns() -> None:
    paper = second("scopus.csv")
    assert (paper.type, paper.page) == ("paper-conference", "12-20")


@pytest.mark.parametrize(
    ("name", "rule", "line"),
    [
        ("zotero.ris", "article-number", 13),
        ("zotero.ris", "unknown-field", 20),
        ("pubmed.nbib", "records-run-together", 51),
        ("endnote.xml", "unknown-type", 3),
        ("scopus.csv", "unknown-field", 1),
        ("zotero.rdf", "unknown-field", 28),
    ],
)
def test_oddities_are_told_with_their_lines(name: str, rule: str, line: int) -> None:
    assert (rule, line) in [
        (finding.rule, finding.place.line) for finding in read(name).findings if finding.place
    ]


def test_what_no_variable_holds_is_kept_under_its_name() -> None:
    kept = dict(read("zotero.rdf").references[0].extra)
    assert kept["call-number"] == '"QR 360"'
    assert kept["rdf:dc:rights"] == '"CC BY"'
    assert dict(read("endnote.ris").references[0].extra)["ris:ET"] == '"2020/08/19"'
    assert dict(second("endnote.xml", 2).extra)["ris:TY"] == '"Podcast"'
