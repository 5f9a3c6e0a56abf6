"""BibLaTeX: where it differs from BibTeX."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ifnlit.formats.biblatex import sniff, write
from ifnlit.formats.format import Flavour
from ifnlit.model.date import Date
from ifnlit.model.reference import Reference
from tests.formats.bib_records import CHENG, CHOI, TYPES, ZHANG

GENERAL = Flavour()
ZOTERO = Flavour("zotero")
BY_ID = {reference.id: reference for reference in TYPES}


def lines(reference: Reference, flavour: Flavour = GENERAL) -> list[str]:
    return [line.strip().rstrip(",") for line in write([reference], flavour).splitlines()]


def test_an_article_is_the_worked_example() -> None:
    assert write([CHENG], GENERAL) == (
        "@article{cheng2020interferon,\n"
        "  author = {Cheng, J. and Guo, J. T.},\n"
        "  title = {{Interferon} {Alpha} {Induces} {Multiple} {Cellular} {Proteins}},\n"
        "  journaltitle = {J Virol},\n"
        "  date = {2020-08-17},\n"
        "  volume = {94},\n"
        "  number = {17},\n"
        "  eid = {e00442-20}\n"
        "}\n"
    )


@pytest.mark.parametrize("consumer", ["zotero", "pandoc", "mendeley", "endnote"])
def test_an_article_number_is_a_page_for_who_does_not_read_eid(consumer: str) -> None:
    assert "pages = {e00442-20}" in lines(CHENG, Flavour(consumer))


def test_a_page_that_repeats_the_article_number_is_left_out() -> None:
    assert "pages = {e00442-20}" not in lines(replace(CHENG, page="e00442-20"))


def test_a_thesis_is_the_worked_example() -> None:
    found = lines(ZHANG)
    assert found[0] == "@thesis{zhang2018meta"
    for line in (
        "date = {2018}",
        "institution = {Shihezi University}",
        "type = {Thesis}",
        "language = {chinese}",
    ):
        assert line in found


def test_a_language_is_a_code_for_zotero_and_langid_for_pandoc() -> None:
    assert "language = {zh}" in lines(ZHANG, ZOTERO)
    assert "langid = {zh}" in lines(ZHANG, Flavour("pandoc"))
    assert "langid = {chinese}" in lines(ZHANG, Flavour("biblatex"))
    assert "langid = {british}" in lines(BY_ID["webpage"], Flavour("pandoc"))
    assert "langid = {chinese}" not in lines(ZHANG)
    assert "language = {tlh}" in lines(replace(ZHANG, language="tlh"))


def test_types_are_those_of_the_mapping() -> None:
    found = {
        reference.id: (lines(reference)[0], lines(reference, ZOTERO)[0]) for reference in TYPES
    }
    assert {
        ident: (a[1 : a.index("{")], b[1 : b.index("{")]) for ident, (a, b) in found.items()
    } == {
        "cheng2020interferon": ("article", "article"),
        "magazine": ("article", "article"),
        "newspaper": ("article", "article"),
        "book": ("book", "book"),
        "edited": ("collection", "collection"),
        "chapter": ("incollection", "incollection"),
        "conference": ("inproceedings", "inproceedings"),
        "zhang2018meta": ("thesis", "thesis"),
        "report": ("report", "report"),
        "webpage": ("online", "online"),
        "blog": ("online", "online"),
        "dataset": ("dataset", "misc"),
        "patent": ("patent", "patent"),
        "standard": ("report", "report"),
        "preprint": ("online", "misc"),
        "manuscript": ("unpublished", "unpublished"),
        "software": ("software", "software"),
        "document": ("misc", "misc"),
        "encyclopedia": ("inreference", "inreference"),
    }


@pytest.mark.parametrize(
    ("ident", "general", "zotero"),
    [
        ("webpage", "organization = {WHO}", "publisher = {WHO}"),
        ("webpage", "titleaddon = {{WHO} {Site}}", "booktitle = {{WHO} {Site}}"),
        ("patent", "holder = {{Roche and Sons}}", "assignee = {Roche and Sons}"),
        ("report", "type = {Report}", "institution = {WHO}"),
        ("standard", "type = {Standard}", "type = {Standard}"),
        ("dataset", "publisher = {Zenodo}", "publisher = {Zenodo}"),
        ("book", "location = {Chichester}", "address = {Chichester}"),
        ("conference", "venue = {Vienna}", "location = {Vienna}"),
        ("conference", "location = {Geneva}", "address = {Geneva}"),
        ("manuscript", "howpublished = {Shihezi University}", "publisher = {Shihezi University}"),
        ("preprint", "eprint = {2021.01.02.425012}", "eprinttype = {biorxiv}"),
        ("preprint", "organization = {bioRxiv}", "publisher = {bioRxiv}"),
    ],
)  # fmt: skip
def test_fields_go_where_their_reader_has_them(ident: str, general: str, zotero: str) -> None:
    assert general in lines(BY_ID[ident])
    assert zotero in lines(BY_ID[ident], ZOTERO)


def test_a_report_without_a_genre_gets_none_for_zotero() -> None:
    assert not any(line.startswith("type") for line in lines(BY_ID["report"], ZOTERO))


def test_a_patent_without_a_holder_has_none() -> None:
    assert not any("holder" in line for line in lines(replace(BY_ID["patent"], publisher="")))


@pytest.mark.parametrize(
    ("date", "general", "zotero"),
    [
        (Date(2020, 8, 17), "2020-08-17", "2020-08-17"),
        (Date(2020, 22), "2020-22", "2020"),
        (Date(850, 3), "0850-03", "0850-03"),
        (Date(2019, end=Date(2020, 2)), "2019/2020-02", "2019"),
        (Date(2019, None, None, True), "2019~", "2019"),  # circa has no other way
    ],
)
def test_dates_are_edtf_but_for_zotero(date: Date, general: str, zotero: str) -> None:
    reference = Reference("a", issued=date)
    assert f"date = {{{general}}}" in lines(reference)
    assert f"date = {{{zotero}}}" in lines(reference, ZOTERO)


def test_et_al_is_others() -> None:
    assert any(line.endswith("and others}") for line in lines(CHOI))


def test_biblatex_is_known_by_its_fields() -> None:
    assert sniff("@article{a,\n  journaltitle = {x}") > sniff("@article{a,\n  journal = {x}") > 0
    assert sniff("TY  - JOUR") == 0


def test_pandoc_gets_place_holder_and_container_where_it_looks_for_them() -> None:
    case = Reference("c", "legal_case", "A against B", container_title="U.S.")
    patent = Reference("p", "patent", "T", publisher="Foo & Co", publisher_place="Oslo")
    meeting = Reference("m", "paper-conference", "T", event_title="Conference on X")
    assert "journaltitle = {U.S.}" in lines(case, Flavour("pandoc"))
    assert "titleaddon = {{U.S}.}" in lines(case)
    found = lines(patent, Flavour("pandoc"))
    assert {r"publisher = {Foo \& Co}", "address = {Oslo}"} < set(found)
    assert {r"holder = {{Foo \& Co}}", "location = {Oslo}"} < set(lines(patent))
    assert "eventtitle = {{Conference} on {X}}" in lines(meeting, Flavour("pandoc"))
