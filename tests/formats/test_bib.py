"""BibTeX: each rule of the mapping, seen in what is written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ifnlit.formats.bib import FORMAT, read, sniff, write
from ifnlit.formats.format import Flavour
from ifnlit.formats.kept import kept
from ifnlit.model.csl import TYPES as CSL_TYPES
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference
from ifnlit.store.library import packaged
from tests.formats.bib_records import CHENG, CHOI, TYPES, WHO, ZHANG

if TYPE_CHECKING:
    from ifnlit.model.reference import Reference as Record

GENERAL = Flavour()
ZOTERO = Flavour("zotero")


def fields(reference: Record, flavour: Flavour = GENERAL) -> dict[str, str]:
    """The fields of one entry, without the braces round the value."""
    lines = write([reference], flavour).splitlines()
    found = [re.fullmatch(r"  ([\w.-]+) = \{?(.*?)\}?,?", line) for line in lines[1:-1]]
    return {match[1]: match[2] for match in found if match}


def kind(reference: Record, flavour: Flavour = GENERAL) -> str:
    return write([reference], flavour).partition("{")[0]


def test_an_article_is_the_worked_example() -> None:
    assert write([CHENG], ZOTERO) == (
        "@article{cheng2020interferon,\n"
        "  author = {Cheng, J. and Guo, J. T.},\n"
        "  title = {{Interferon} {Alpha} {Induces} {Multiple} {Cellular} {Proteins}},\n"
        "  journal = {J Virol},\n"
        "  shortjournal = {J Virol},\n"
        "  year = {2020},\n"
        "  month = aug,\n"
        "  day = {17},\n"
        "  volume = {94},\n"
        "  number = {17},\n"
        "  pages = {e00442-20}\n"
        "}\n"
    )


def test_an_abbreviated_journal_is_repeated_for_zotero_alone() -> None:
    assert "shortjournal" not in fields(CHENG)
    assert "shortjournal" not in fields(replace(CHENG, container_title="Cancer Discovery"), ZOTERO)


def test_an_abbreviation_that_differs_is_written_for_all() -> None:
    full = replace(CHENG, container_title="Journal of Virology", container_title_short="J Virol")
    assert fields(full)["shortjournal"] == "J Virol"


def test_et_al_is_others_for_latex_and_a_child_note_for_zotero() -> None:
    assert fields(CHOI)["author"].endswith("{van Vuuren}, A. J. and others")
    zotero = fields(CHOI, ZOTERO)
    assert "others" not in zotero["author"]
    assert zotero["annote"] == "et al. after the last author in the source"


@pytest.mark.parametrize("consumer", ["pandoc", "mendeley", "endnote"])
def test_others_is_written_for_nobody_who_takes_it_for_a_person(consumer: str) -> None:
    assert "others" not in fields(CHOI, Flavour(consumer))["author"]


def test_et_al_without_any_author_writes_no_author() -> None:
    assert "author" not in fields(Reference("a", et_al=True))


def test_pages_have_the_dash_of_their_reader() -> None:
    assert fields(CHOI)["pages"] == "1933--1940.e1"
    assert fields(CHOI, ZOTERO)["pages"] == "1933-1940.e1"
    assert fields(replace(CHOI, page="1-3, 7-9"))["pages"] == "1--3, 7--9"


def test_an_article_number_keeps_its_hyphen() -> None:
    assert fields(CHENG)["pages"] == "e00442-20"


def test_an_article_number_beside_pages_is_eid() -> None:
    both = fields(replace(CHENG, page="1-10"))
    assert (both["pages"], both["eid"]) == ("1--10", "e00442-20")
    assert "eid" not in fields(replace(CHENG, page="e00442-20"))


def test_a_thesis_of_unknown_degree_says_thesis() -> None:
    thesis = fields(ZHANG)
    assert kind(ZHANG) == "@phdthesis"
    assert (thesis["type"], thesis["school"]) == ("Thesis", "Shihezi University")


def test_a_masters_thesis_is_one() -> None:
    master = replace(ZHANG, genre="Master's thesis")
    assert (kind(master), kind(master, ZOTERO)) == ("@mastersthesis", "@mastersthesis")
    assert fields(master)["type"] == "Master's thesis"


def test_types_are_those_of_the_mapping() -> None:
    found = {
        reference.id: (kind(reference)[1:], kind(reference, ZOTERO)[1:]) for reference in TYPES
    }
    assert found == {
        "cheng2020interferon": ("article", "article"),
        "magazine": ("article", "article"),
        "newspaper": ("article", "article"),
        "book": ("book", "book"),
        "edited": ("book", "book"),
        "chapter": ("incollection", "incollection"),
        "conference": ("inproceedings", "inproceedings"),
        "zhang2018meta": ("phdthesis", "phdthesis"),
        "report": ("techreport", "techreport"),
        "webpage": ("misc", "online"),
        "blog": ("misc", "online"),
        "dataset": ("misc", "misc"),
        "patent": ("misc", "patent"),
        "standard": ("techreport", "techreport"),
        "preprint": ("misc", "misc"),
        "manuscript": ("unpublished", "unpublished"),
        "software": ("misc", "software"),
        "document": ("misc", "misc"),
        "encyclopedia": ("incollection", "inreference"),
    }


def test_a_book_of_an_event_is_its_proceedings() -> None:
    assert kind(Reference("a", "book", event_title="EASL")) == "@proceedings"


# What Zotero's importer knows (BibTeX.js of 2026); it discards any other entry without a word.
ZOTERO_TYPES = frozenset(
    """book inbook incollection article patent phdthesis unpublished inproceedings conference
    techreport booklet manual mastersthesis misc proceedings online electronic thesis letter movie
    artwork report legislation jurisdiction audio video software inreference collection
    mvbook""".split()
)


@pytest.mark.parametrize("csl", sorted(CSL_TYPES))
@pytest.mark.parametrize("consumer", ["zotero"])
def test_zotero_discards_no_type(csl: str, consumer: str) -> None:
    assert kind(Reference("a", csl), Flavour(consumer))[1:] in ZOTERO_TYPES


def test_publishers_go_where_their_type_has_them() -> None:
    by_id = {reference.id: reference for reference in TYPES}
    for flavour, expected in (
        (GENERAL, {"document": "howpublished", "patent": "assignee", "software": "howpublished"}),
        (ZOTERO, {"document": "publisher", "patent": "assignee", "software": "publisher"}),
    ):
        for ident, field in {**expected, "report": "institution", "book": "publisher"}.items():
            assert fields(by_id[ident], flavour)[field] == by_id[ident].publisher


def test_the_event_has_a_place_of_its_own() -> None:
    conference = next(reference for reference in TYPES if reference.id == "conference")
    general = fields(conference)
    assert (general["address"], general["venue"]) == ("Geneva", "Vienna")
    zotero = fields(conference, ZOTERO)
    assert (zotero["address"], zotero["location"]) == ("Geneva", "Vienna")
    alone = fields(replace(conference, publisher_place=""), ZOTERO)
    assert alone["address"] == "Vienna"
    assert "location" not in alone


def test_identifiers_and_addresses_are_not_escaped() -> None:
    page = Reference(
        "a", url="https://x.org/a_b?c=%20&d=#e", doi="10.1002/(SICI)1097_1", accessed=Date(2024, 1)
    )
    found = fields(page)
    assert found["url"] == "https://x.org/a_b?c=%20&d=#e"
    assert found["doi"] == "10.1002/(SICI)1097_1"
    assert found["urldate"] == "2024-01"


def test_pubmed_numbers_stand_where_their_reader_finds_them() -> None:
    known = Reference("a", "article-journal", pmid="33538338", pmcid="PMC9278149")
    assert fields(known) == {"eprint": "33538338", "eprinttype": "pubmed"}
    assert fields(known, ZOTERO)["pmcid"] == "PMC9278149"
    jabref = fields(known, Flavour("jabref"))
    assert jabref == {"pmid": "33538338", "pmcid": "PMC9278149"}


def test_arxiv_takes_the_eprint_and_leaves_pubmed_a_field_of_its_own() -> None:
    found = fields(Reference("a", "article-journal", arxiv="2101.00001", pmid="33538338"))
    assert found == {"eprint": "2101.00001", "eprinttype": "arxiv", "pmid": "33538338"}


def test_a_preprint_has_its_number_at_its_server() -> None:
    found = fields(next(reference for reference in TYPES if reference.id == "preprint"))
    assert (found["eprint"], found["eprinttype"]) == ("2021.01.02.425012", "biorxiv")
    assert "number" not in found
    other = Reference("a", "article", number="7", publisher="Research Square")
    assert fields(other)["eprinttype"] == "Research Square"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (Date(2018), {"year": "2018"}),
        (Date(2022, 10), {"year": "2022", "month": "oct"}),
        (Date(2020, 8, 17), {"year": "2020", "month": "aug", "day": "17"}),
        (Date(2020, 22), {"year": "2020"}),
        (Date(2020, None, None, True), {"year": "2020"}),  # circa has no other way
        (Date(2019, end=Date(2020)), {"year": "2019"}),
    ],
)
def test_dates_are_year_month_and_day(date: Date, expected: dict[str, str]) -> None:
    assert fields(Reference("a", issued=date)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name("Dai", "C. M."), "Dai, C. M."),
        (Name("Campenhout", "M. J. H.", "van"), "{van Campenhout}, M. J. H."),
        (Name("King", "M. L.", suffix="Jr."), "King, Jr., M. L."),
        (Name("King", suffix="Jr."), "King, Jr., "),
        (WHO, "{World Health Organization}"),
        (Name(literal="Health and Safety"), "{Health and Safety}"),
        (Name("Plato"), "Plato"),
        (Name("Dyck", "", "van"), "{van Dyck}"),
        (Name("", "Madonna"), "{Madonna}"),
        (Name("García Márquez", "Gabriel"), "García Márquez, Gabriel"),
        (Name("La Fontaine", "Jean", dropping_particle="de"), "La Fontaine, Jean de"),
        (Name("Smith, Jones", "A."), "{Smith, Jones}, A."),
        (Name("Rock and Roll", "A."), "{Rock and Roll}, A."),
        (Name("A&B_C", "D."), r"A\&B\_C, D."),
        (Name(), ""),
    ],
)
def test_names_are_family_first(name: Name, expected: str) -> None:
    text = write([Reference("a", author=(name,))], GENERAL)
    assert text == (
        "@misc{a,\n  author = {" + expected + "}\n}\n" if expected else "@misc{a,\n\n}\n"
    )


def test_the_printed_text_is_a_comment_when_asked_for() -> None:
    assert "comment" not in fields(CHOI)
    assert fields(CHOI, Flavour(raw_notes=True))["comment"].endswith(r"Ultra-Long-term \& more")


def test_a_type_that_the_entry_does_not_tell_has_a_subtype() -> None:
    newspaper = next(reference for reference in TYPES if reference.id == "newspaper")
    assert fields(newspaper)["entrysubtype"] == "newspaper"
    assert "entrysubtype" not in fields(newspaper, ZOTERO)
    assert fields(Reference("a", "legal_case"))["entrysubtype"] == r"legal\_case"


def test_what_a_file_had_more_is_written_back() -> None:
    more = replace(
        CHENG,
        extra=(
            kept("bib", "file", r"{:C\:/a.pdf:PDF}"),
            kept("bib", "volume", "never: it has a variable"),
            kept("bib", "odd", "a } b"),
            kept("bib", "crossref", "absent"),
            kept("ris", "C3", "other family"),
            ("ORCID", '"0000"'),
            ("bib:odd-one", "7"),
        ),
    )
    found = write([more], GENERAL)
    assert "  file = {{:C\\:/a.pdf:PDF}}" in found
    assert "  odd = {a \\textbraceright{} b}" in found
    assert "never" not in found
    assert "crossref" not in found
    assert "other family" not in found


@pytest.mark.parametrize("consumer", ["", "pandoc"])  # in both dialects
def test_rarer_variables_of_csl_have_fields_and_come_back(consumer: str) -> None:
    more = (("chapter-number", '"3"'), ("number-of-volumes", '"2"'), ("original-title", '"Α & β"'))
    book = Reference("a", "book", title="x", extra=(*more, ("volumes", "5")))
    text = write([book], Flavour(consumer))
    assert "  chapter = {3}" in text
    assert r"  origtitle = {Α \& β}" in text
    assert read(text, "x.bib").references[0].extra == more
    assert "volumes" not in write([replace(book, extra=(("number-of-volumes", "2"),))], GENERAL)


def test_a_crossref_is_written_when_its_target_is() -> None:
    child = Reference("a", extra=(kept("bib", "crossref", "b"),))
    assert "  crossref = {b}" in write([child, Reference("b")], GENERAL)


def test_comments_stand_where_they_stood_but_not_for_zotero() -> None:
    reference = Reference(
        "a", title="x", extra=(kept("bib", "@after", "% end"), kept("bib", "@before", "% begin"))
    )
    assert write([reference], GENERAL) == "% begin\n\n@misc{a,\n  title = {{x}}\n}\n\n% end\n"
    assert "%" not in write([reference], ZOTERO)


def test_keys_are_ones_that_bibtex_can_bear_and_differ() -> None:
    idents = ("a b{c}", "a_b_c", "", "x", "x-2", "x", "x", "http://z.org/u#1")
    text = write([Reference(ident) for ident in idents], GENERAL)
    assert re.findall(r"@misc\{(.*),", text) == [
        "a_b_c", "a_b_c-2", "entry", "x", "x-2", "x-3", "x-4", "http://z.org/u_1",
    ]  # fmt: skip


@pytest.mark.parametrize("consumer", ["biblatex", "pandoc"])
def test_who_reads_bib_as_biblatex_gets_it(consumer: str) -> None:
    assert "journaltitle" in fields(CHENG, Flavour(consumer))


def test_the_24_are_written_whole_and_the_same_each_time() -> None:
    references = packaged().references
    text = write(references, GENERAL)
    assert text == write(references, GENERAL)
    assert text.endswith("}\n")
    assert not text.startswith("\ufeff")
    assert len(re.findall(r"(?m)^@\w+\{[a-z0-9]+,$", text)) == len(references) == 24


def test_bib_is_known_by_its_entries() -> None:
    assert sniff("% x\n @Article{a,") > 0.5
    assert sniff("TY  - JOUR") == 0
    assert FORMAT.endings[0] == ".bib"
