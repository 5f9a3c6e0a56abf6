"""Reading .bib files: what stands in them, what is broken in them, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ifnlit.formats import bib, biblatex
from ifnlit.formats.bib_read import read
from ifnlit.formats.format import Flavour
from ifnlit.model.csl import attribute
from ifnlit.model.date import Date
from ifnlit.model.finding import Severity
from ifnlit.model.name import Name
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

CORPUS = ROOT / "tests" / "corpus" / "bib"


def only(text: str) -> Reference:
    """The one reference of a text that has nothing to tell."""
    reading = read(text, "x.bib")
    assert [one for one in reading.findings if one.severity is not Severity.INFO] == []
    assert len(reading.references) == 1
    return reading.references[0]


def article(fields: str) -> Reference:
    return only("@article{a,\n" + fields + "\n}\n")


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(str(finding.place), finding.rule) for finding in reading.findings]


# -- the corpus -----------------------------------------------------------------------------------

FACTS: list[tuple[str, int, str, object, str | None]] = [
    ("zotero.bib", 0, "URL", "https://example.org/a_b?x=1&y=%20", None),
    ("zotero.bib", 0, "abstract", "We studied 50 % of mice & men (<5 weeks)|.", None),
    ("zotero.bib", 0, "PMID", "33538338", None),
    ("zotero.bib", 0, "keyword", "Interferon, Tfh cell", None),
    ("zotero.bib", 0, "page", "18-22", None),
    ("zotero.bib", 0, "language", "zh", None),
    ("zotero.bib", 0, "accessed", Date(2024, 1, 5), None),
    ("zotero.bib", 1, "number", "e00442-20", "an article number that Zotero took for pages"),
    ("zotero.bib", 1, "title", "Interferon Alpha Induces H<sub>2</sub>", None),
    ("zotero.bib", 2, "type", "webpage", "@misc with an address alone"),
    ("zotero.bib", 3, "genre", "", "Thesis says no more than the type"),
    ("zotero-biblatex.bib", 0, "container-title-short", "Adv Vet Med", None),
    ("zotero-biblatex.bib", 0, "language", "en", "from langid"),
    ("zotero-biblatex.bib", 1, "container-title", "World Health Organization", "titleaddon"),
    ("zotero-biblatex.bib", 2, "genre", "PhD thesis", "a key of BibLaTeX"),
    ("jabref.bib", 0, "container-title", "J Virol", "a macro"),
    ("jabref.bib", 0, "number", "e00442-20", None),
    ("jabref.bib", 1, "publisher-place", "Vienna", "from its crossref"),
    ("jabref.bib", 1, "editor", (Name("Jones", "C."),), "from its crossref"),
    ("mendeley.bib", 0, "title", "Global cancer statistics 2020: GLOBOCAN estimates",
     "all in two braces"),
    ("mendeley.bib", 0, "ISSN", "0007-9235", "written as an ISBN"),
    ("mendeley.bib", 0, "ISBN", "", "moved"),
    ("mendeley.bib", 0, "arxiv", "2101.00001", None),
    ("mendeley.bib", 0, "issued", Date(2021, 5), None),
    ("mendeley.bib", 0, "keyword", "burden, cancer, epidemiology, read later", "with the tags"),
    ("mendeley.bib", 0, "URL", "https://example.org/doi/10.3322/caac.21660", "the first"),
    ("mendeley.bib", 0, "note", "https://example.org/a_b", "the other address"),
    ("endnote.bib", 0, "DOI", "10.3322/caac.21660", "an address"),
    ("endnote.bib", 0, "genre", "", "Journal Article is no genre"),
    ("endnote.bib", 1, "type", "chapter", None),
    ("scholar.bib", 0, "publisher", "Wiley Online Library", None),
    ("scholar.bib", 1, "author",
     (Name("Doe", "Jane"), Name("Müller", "Jörg"), Name("Østby", "A")), None),
    ("scholar.bib", 1, "arxiv", "2101.00001", "in the name of the journal"),
    ("scholar.bib", 2, "title", "Research & development of peg-interferon α-2a", None),
    ("scholar.bib", 2, "publisher", "EASL", None),
    ("pubmed.bib", 0, "title", "Global Cancer Statistics 2020: GLOBOCAN estimates", None),
    ("pubmed.bib", 0, "author", (Name("Sung", "H."), Name("Ferlay", "J."), Name("Siegel", "R. L.")),
     "blanks before and"),
    ("pubmed.bib", 0, "note", "[PubMed:33538338]", None),
    ("pubmed.bib", 1, "title", "Interferon-γ and the 5′ end: a re‐evaluation", None),
    ("pubmed.bib", 2, "number", "1933", "the page repeats it"),
    ("pubmed.bib", 2, "page", "", None),
    ("acm.bib", 0, "event-place", "Anchorage, AK, USA", "location beside address"),
    ("acm.bib", 0, "publisher-place", "New York, NY, USA", None),
    ("acm.bib", 0, "page", "2623-2631", "an en dash"),
    ("acm.bib", 1, "number", "23", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "index", "variable", "value", "why"), FACTS)
def test_what_other_programs_write_is_read(
    name: str, index: int, variable: str, value: object, why: str | None
) -> None:
    reading = read((CORPUS / name).read_text(encoding="utf-8"), name)
    found = getattr(reading.references[index], attribute(variable) or variable)
    assert found == value, why


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.bib")), ids=lambda path: path.name)
def test_what_other_programs_write_stays_the_same_when_written_again(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    once = read(text, "x.bib").references
    for write in (bib.write, biblatex.write):  # the first time, subscripts become characters
        again = read(write(once, Flavour()), "x.bib").references
        assert read(write(again, Flavour()), "x.bib").references == again
        assert [one.extra for one in again] == [one.extra for one in once]
        assert [one.id for one in again] == [one.id for one in once]


def test_the_corpus_has_nothing_to_fault() -> None:
    for path in CORPUS.glob("*.bib"):
        reading = read(path.read_text(encoding="utf-8"), path.name)
        assert {finding.severity for finding in reading.findings} <= {Severity.INFO}


# -- syntax ---------------------------------------------------------------------------------------


def test_macros_are_joined_and_used() -> None:
    found = only(
        '@string{jv = "J Virol"}\n@STRING(x = jv # { more})\n'
        '@article{a, journal = JV, title = x # ", and " # {more}, month = "17~" # aug, year = 2020}'
    )
    assert found.container_title == "J Virol"
    assert found.title == "J Virol more, and more"
    assert found.issued == Date(2020, 8, 17)


def test_a_macro_that_nobody_defined_is_told_and_stands_for_itself() -> None:
    reading = read("@article{a,\n  journal = nature,\n}", "x.bib")
    assert reading.references[0].container_title == "nature"
    assert told(reading) == [("x.bib:2:13", "undefined-macro")]


def test_a_month_macro_may_be_defined_anew() -> None:
    assert only('@string{aug = "Aug."}@article{a, month = aug, year = 1999}').issued == Date(
        1999, 8
    )


def test_macros_comments_and_preambles_are_written_back() -> None:
    text = (
        '@string{jv = "J Virol"}\n\n@preamble{"\\newcommand{\\x}{y}"}\n\n% by hand\n\n'
        "@article{a,\n  journal = {J Virol}\n}\n\n@comment{jabref-meta: x}\n"
    )
    assert bib.write(read(text, "x.bib").references, Flavour()) == text


def test_unknown_fields_are_kept_and_told() -> None:
    reading = read(
        r"@article{a, groups = {A\;B}, year = 2000}" + "\n@article{b, groups = {C}, year = 2000}",
        "x.bib",
    )
    assert [(it.rule, it.severity, it.ref, it.variable) for it in reading.findings] == [
        ("unknown-field", Severity.INFO, "a", "groups"),
        ("unknown-field", Severity.INFO, "b", "groups"),
    ]
    assert r"  groups = {A\;B}" in bib.write(reading.references, Flavour())


def test_crossref_gives_what_is_missing_and_stays() -> None:
    reading = read(
        "@inproceedings{a, title = {T}, crossref = {P}}\n"
        "@proceedings{P, title = {Proc}, subtitle = {of X}, year = 2001, doi = {10.1000/x},\n"
        "  odd = {of the parent}}",
        "x.bib",
    )
    child = reading.references[0]
    assert (child.title, child.container_title) == ("T", "Proc: of X")
    assert (child.issued, child.doi) == (Date(2001), "")
    assert [name for name, _ in child.extra] == ["bib:crossref"]
    assert "crossref = {P}" in bib.write(reading.references, Flavour())
    assert "crossref" not in bib.write([child], Flavour())


def test_an_article_has_the_journal_of_its_periodical() -> None:
    reading = read(
        "@article{a, crossref = {p}}@periodical{p, title = {J Virol}, author = {A, B}}", "x.bib"
    )
    assert reading.references[0].container_title == "J Virol"


def test_xdata_is_no_reference_but_part_of_those_that_name_it() -> None:
    found = only(
        "@xdata{x, location = {Rome}, xdata = {y}}@xdata{y, publisher = {P}}"
        "@book{b, xdata = { x , y}}"
    )
    assert (found.publisher_place, found.publisher) == ("Rome", "P")
    assert found.extra == ()


def test_a_ring_of_crossrefs_ends() -> None:
    reading = read("@book{a, crossref = {b}, year = 1}@book{b, crossref = {a}, title = {x}}", "x")
    assert reading.references[0].container_title == "x"


def test_a_parent_that_is_not_there_is_told() -> None:
    reading = read("@book{a,\n crossref = {b}}", "x.bib")
    assert told(reading) == [("x.bib:2:14", "missing-parent")]


def test_parentheses_and_quotes_hold_values_too() -> None:
    found = only('@article(a, title = "A {"}quoted{"} (word)", note = "a {b "c" d}")')
    assert (found.title, found.note) == ('A "quoted" (word)', 'a b "c" d')


def test_a_bom_crlf_and_tabs_are_no_part_of_values() -> None:
    reading = read("\ufeff@article{a,\r\n\ttitle = {Foo\r\n\t\tbar},\r\n}\r\n", "x.bib")
    assert reading.references[0].title == "Foo bar"
    assert str(reading.places[0, "title"]) == "x.bib:2:11"


def test_text_that_looks_like_an_entry_inside_a_value_is_text() -> None:
    assert article("title = {mail x@y.z {or}},").title == "mail x@y.z or"


def test_places_are_those_of_the_values() -> None:
    text = (
        "\n  @article{a,\n  author = {A, B}, title={T},\n  journal =\n    jv # {x}, date = 2020\n}"
    )
    places = read('@string{jv="J"}' + text, "refs.bib").places
    assert {key[1]: str(place) for key, place in places.items()} == {
        "": "refs.bib:2:3",
        "author": "refs.bib:3:13",
        "title": "refs.bib:3:27",
        "container-title": "refs.bib:5:5",
        "issued": "refs.bib:5:22",
    }
    assert len(places) == 5


def test_deep_braces_and_nested_quotes_end_where_they_should() -> None:
    assert article("title = {a {b {c {d}} e}}, year = 2000").title == "a b c d e"
    assert article('title = {a} # " b" # {}, year = 2000').title == "a b"


# -- broken files ---------------------------------------------------------------------------------

OK = "\n@book{b,\n  title = {fine}\n}\n"


@pytest.mark.parametrize(
    ("broken", "message", "hint"),
    [
        ("@article{a,\n  title = {F {b},\n  year = 2020\n}\n", "title in line 2", "add the brace"),
        ('@article{a,\n  title = "Foo,\n  year = 2020\n}\n', "title in line 2", "quotation mark"),
        ("@article{a,\n  title = {x},\n", "it is not closed", "closing brace"),
        ("@article{title = {x},\n  year = 2020}\n", "no citation key", "write one"),
        ("@article{a, title = {x}, word, year = 2020}\n", "name = {value}", "lone word"),
        ("@article{a, title = {x}, word}\n", "name = {value}", "lone word"),
        ("@article{a, title = {x}}, year = 2020\n}\n", 'ends before ", year = 2020 }"', "too many"),
        ("@string{a}\n", "not read", ""),
    ],
)  # fmt: skip
def test_a_broken_entry_is_told_and_the_rest_is_read(broken: str, message: str, hint: str) -> None:
    reading = read(broken + OK, "x.bib")
    assert reading.references[-1].title == "fine"
    (finding,) = reading.findings
    assert (finding.rule, finding.severity) == ("broken-entry", Severity.ERROR)
    assert finding.place is not None
    assert finding.place.line == 1
    assert message in finding.message
    assert hint in finding.hint


def test_a_file_that_ends_inside_an_entry_is_told() -> None:
    assert told(read("@article{a,\n  title = {Foo", "x.bib")) == [("x.bib:1:1", "broken-entry")]


def test_a_quotation_mark_inside_braces_that_never_close_is_read_somehow() -> None:
    reading = read('@article{a, title = "a {" b}"}' + OK, "x.bib")
    assert [one.id for one in reading.references] == ["a", "b"]
    assert reading.findings


def test_a_missing_comma_is_told_and_the_field_is_read() -> None:
    reading = read("@article{a,\n  title = {Foo}\n  year = 2020,\n  volume = 3\n}", "x.bib")
    assert told(reading) == [("x.bib:3:3", "broken-entry")]
    assert (reading.references[0].issued, reading.references[0].volume) == (Date(2020), "3")


def test_text_after_a_value_is_told() -> None:
    reading = read("@article{a, title = {Foo} bar, year = ,}", "x.bib")
    assert told(reading) == [("x.bib:1:27", "outside-record")]


def test_a_field_that_stands_there_twice_counts_once_and_is_told() -> None:
    reading = read("@article{a, title = {x}, Title = {y}, year = 1, year = {1}}", "x.bib")
    assert reading.references[0].title == "x"
    assert told(reading) == [("x.bib:1:34", "duplicate-field")]


def test_two_entries_with_one_key_are_both_read_and_told() -> None:
    reading = read("@book{a, title = {x}}\n@book{a, title = {y}}\n@book{A, title = {z}}", "x.bib")
    assert [one.title for one in reading.references] == ["x", "y", "z"]
    assert told(reading) == [("x.bib:2:1", "duplicate-key")]


def test_an_entry_without_a_key_is_read_and_told() -> None:
    reading = read("@Article{,\n author = {X, Y},}", "x.bib")
    assert reading.references[0].author == (Name("X", "Y"),)
    assert told(reading) == [("x.bib:1:1", "missing-id")]


def test_an_unknown_type_is_a_document_and_told() -> None:
    reading = read("@poem{a, title = {x}}", "x.bib")
    assert reading.references[0].type == "document"
    assert told(reading) == [("x.bib:1:1", "unknown-type")]
    assert "@poem" in reading.findings[0].message


@pytest.mark.parametrize("text", ["", "no entry = { at all", "% comment"])
def test_a_file_without_entries_is_told(text: str) -> None:
    assert told(read(text, "x.bib")) == [("x.bib:1:1", "broken-entry")]


def test_names_that_are_no_list_are_told() -> None:
    reading = read("@article{a,\n author = {Sung H, Ferlay J, Siegel RL, Doe A}}", "x.bib")
    assert reading.references[0].author[2] == Name("Siegel", "RL")
    assert told(reading) == [("x.bib:2:12", "odd-names")]


def test_a_large_field_is_read_whole() -> None:
    text = "@article{a, title = {" + "{x} = \\'e, " * 20_000 + "}}"
    assert read(text, "x.bib").references[0].title.endswith("x = é,")


# -- fields ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "variable", "value"),
    [
        ("title = {A}, subtitle = {b}", "title", "A: b"),
        ("title = {A?}, subtitle = {B}", "title", "A? B"),
        ("journal = {J Virol}, fjournal = {Journal of Virology}", "container_title_short",
         "J Virol"),
        ("journal = {J Virol}, fjournal = {Journal of Virology}", "container_title",
         "Journal of Virology"),
        ("journaltitle = {Journal of Virology}, journal = {J Virol}", "container_title_short",
         "J Virol"),
        ("journaltitle = {J Virol}, journal = {J Virol}", "container_title_short", ""),
        ("journaltitle = {A}, journal = {Quite Another}", "container_title", "A"),
        ("journal = {J Virol}, shortjournal = {J Virol}", "container_title_short", ""),
        ("issue = {Spring}", "issue", "Spring"),
        ("pages = {1933--1940.e1}", "page", "1933-1940.e1"),
        ("pages = {1-3, 7--9}", "page", "1-3, 7-9"),
        ("pages = {S1 -- S9}", "page", "S1-S9"),
        ("pages = {e0054622}", "number", "e0054622"),
        ("pages = {e00442-20}", "number", "e00442-20"),
        ("pages = {CD001234}", "number", "CD001234"),
        ("pages = {A3}", "page", "A3"),
        ("pages = {A12--15}", "page", "A12-15"),
        ("pages = {1--9}, eid = {e17}", "number", "e17"),
        ("pages = {1--9}, eid = {e17}", "page", "1-9"),
        ("doi = {https://doi.org/10.1002/a\\_b}", "doi", "10.1002/a_b"),
        ("doi = {not yet}", "doi", "not yet"),
        ("issn = {0022538X}", "issn", "0022-538X"),
        ("issn = {1234}", "issn", "1234"),
        ("eprint = {2101.00001}, archiveprefix = {arXiv}, primaryclass = {q-bio}", "arxiv",
         "2101.00001"),
        ("eprint = {33538338}, eprinttype = {pubmed}", "pmid", "33538338"),
        ("pmc = {PMC9278149}", "pmcid", "PMC9278149"),
        ("pmid = {12}, pubmedid = {34}", "extra", (("bib:pubmedid", '"34"'),)),
        ("doi = {}", "doi", ""),
        ("chapter = {3}, volumes = {}", "extra", (("chapter-number", '"3"'),)),
        ("language = {Chinese}", "language", "zh"),
        ("language = {langgerman}", "language", "de"),
        ("language = {tlh}", "language", "tlh"),
        ("langid = {ngerman}", "language", "de"),
        ("language = {en}, langid = {german}", "language", "en"),
        ("note = {PMID: 12 and more}", "note", "and more"),
        ("note = {PMID: x1}", "note", "PMID: x1"),
        ("annote = {et al. after the last author in the source}", "et_al", True),
        ("author = {A, B and others}", "et_al", True),
        ("editor = {A, B and others}", "et_al", False),
        ("keywords = {a; b, c}", "keyword", "a; b, c"),
        ("keyword = {a,b ,a}", "keyword", "a, b"),
        ("type = {Review}", "genre", "Review"),
        ("howpublished = {\\url{https://x.org/a_b}}", "url", "https://x.org/a_b"),
        ("entrysubtype = {newspaper}", "type", "article-newspaper"),
        ("entrysubtype = {letter to the editor}", "type", "article-journal"),
        ("address = {Rome}", "publisher_place", "Rome"),
        ("title = {}", "title", ""),
        ("title = {{}}", "title", ""),
    ],
)  # fmt: skip
def test_fields_of_an_article(fields: str, variable: str, value: object) -> None:
    assert getattr(article(fields), variable) == value


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("conference", "paper-conference"),
        ("inbook", "chapter"),
        ("suppbook", "chapter"),
        ("bookinbook", "chapter"),
        ("booklet", "book"),
        ("manual", "book"),
        ("mvbook", "book"),
        ("collection", "book"),
        ("proceedings", "book"),
        ("online", "webpage"),
        ("electronic", "webpage"),
        ("www", "webpage"),
        ("techreport", "report"),
        ("report", "report"),
        ("inreference", "entry-encyclopedia"),
        ("mastersthesis", "thesis"),
        ("software", "software"),
        ("Dataset", "dataset"),
        ("patent", "patent"),
        ("unpublished", "manuscript"),
        ("letter", "personal_communication"),
    ],
)
def test_types_are_read_as_the_mapping_says(entry: str, kind: str) -> None:
    assert only(f"@{entry}{{a, title = {{x}}}}").type == kind


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("@misc{a, eprint = {2101.00001}, archiveprefix = {arXiv}}", "article"),
        ("@misc{a, eprint = {1}, eprinttype = {bioRxiv}}", "article"),
        ("@misc{a, type = {Data set}}", "dataset"),
        ("@misc{a, type = {dataset}}", "dataset"),
        ("@misc{a, type = {Software}}", "software"),
        ("@misc{a, url = {http://x.y}}", "webpage"),
        ("@misc{a, url = {http://x.y}, publisher = {z}}", "document"),
        ("@misc{a, title = {x}}", "document"),
        ("@techreport{a, type = {Standard}}", "standard"),
        ("@techreport{a, type = {Note}}", "report"),
    ],
)
def test_the_content_tells_the_type_where_the_entry_does_not(entry: str, kind: str) -> None:
    assert only(entry).type == kind


def test_a_preprint_has_its_server_for_publisher() -> None:
    found = only("@misc{a, eprint = {2021.01.02.425012}, eprinttype = {bioRxiv}}")
    assert (found.number, found.publisher) == ("2021.01.02.425012", "bioRxiv")
    assert only("@online{a, eprint = {7}, entrysubtype = {article}}").number == "7"


@pytest.mark.parametrize(
    ("entry", "genre"),
    [
        ("@phdthesis{a, school = {X}}", "PhD thesis"),
        ("@mastersthesis{a, school = {X}}", "Master's thesis"),
        ("@thesis{a, type = {mathesis}}", "Master's thesis"),
        ("@thesis{a, type = {Thesis}}", ""),
        ("@thesis{a, institution = {X}}", ""),
        ("@report{a, type = {techreport}}", ""),
        ("@report{a, type = {Working paper}}", "Working paper"),
    ],
)
def test_genres_are_words(entry: str, genre: str) -> None:
    assert only(entry).genre == genre


@pytest.mark.parametrize(
    ("entry", "publisher"),
    [
        ("@thesis{a, school = {X}, publisher = {Y}}", "X"),
        ("@report{a, institution = {X}}", "X"),
        ("@patent{a, holder = {{X and Sons}}}", "X and Sons"),
        ("@patent{a, assignee = {X}}", "X"),
        ("@misc{a, howpublished = {X}}", "X"),
        ("@online{a, organization = {X}}", "X"),
        ("@book{a, organization = {Y}, publisher = {X}}", "X"),
    ],
)
def test_publishers_stand_where_their_type_has_them(entry: str, publisher: str) -> None:
    assert only(entry).publisher == publisher


@pytest.mark.parametrize(
    ("entry", "numbers"),
    [
        ("@book{a, series = {S}, number = {7}}", ("7", "", "")),
        ("@incollection{a, number = {7}, issue = {2}}", ("7", "2", "")),
        ("@inproceedings{a, series = {S}, number = {7}}", ("7", "", "")),
        ("@inproceedings{a, number = {7}}", ("", "7", "")),
        ("@report{a, number = {7}, issue = {2}}", ("", "2", "7")),
        ("@periodical{a, number = {7}}", ("", "7", "")),
    ],
)
def test_a_number_is_what_its_type_numbers(entry: str, numbers: tuple[str, str, str]) -> None:
    found = only(entry)
    assert (found.collection_number, found.issue, found.number) == numbers


@pytest.mark.parametrize(
    ("fields", "date", "kept"),
    [
        ("date = {2020-08-17}, year = {1999}", Date(2020, 8, 17), []),
        ("year = {2020}, month = {10}", Date(2020, 10), []),
        ("year = {in press}", None, ["bib:year"]),
        ("year = {2020 (accepted)}, month = may", Date(2020, 5), ["bib:month", "bib:year"]),
        ("date = {unknown}, year = {2001}", Date(2001), ["bib:date"]),
        ("month = may", None, ["bib:month"]),
        ("year = {}", None, []),
    ],
)
def test_dates_are_read_and_odd_ones_kept(fields: str, date: Date | None, kept: list[str]) -> None:
    reading = read("@article{a, " + fields + "}", "x.bib")
    found = reading.references[0]
    assert found.issued == date
    assert [name for name, _ in found.extra] == kept
    told_ = [one.rule for one in reading.findings if one.severity is not Severity.INFO]
    assert told_ == (["no-date"] if kept and kept != ["bib:month"] else [])


def test_a_date_of_access_has_many_names() -> None:
    assert article("urldate = {2024-01-05}, lastchecked = {2023}").accessed == Date(2024, 1, 5)


def test_the_formats_read() -> None:
    for format_ in (bib.FORMAT, biblatex.FORMAT):
        assert format_.read is not None
        assert format_.read("@book{a, title = {x}}", "x.bib").references[0].title == "x"


def test_fields_as_databases_name_them_are_read() -> None:
    (found,) = read(
        "@ARTICLE{a, art_number={e00442-20}, pubmed_id={32581102}, page_count={9},"
        " journal={Journal of Virology}, abbrev_source_title={J. Virol.},"
        " keywords={liver}, author_keywords={HBV; IFN}}",
        "x.bib",
    ).references
    assert (found.number, found.pmid, found.number_of_pages) == ("e00442-20", "32581102", "9")
    assert found.container_title_short == "J. Virol."
    assert found.keyword == "liver, HBV, IFN"


def test_a_command_that_nobody_knows_stays_and_is_told() -> None:
    reading = read(
        r"@book{a, title={The \foo{bar} and \foo{baz}}, url={x\foo},"
        r" publisher={a\textbackslash{}foo}}",
        "x.bib",
    )
    (found,) = reading.references
    assert (found.title, found.publisher) == (r"The \foo{bar} and \foo{baz}", r"a\foo")
    told_of = [(it.rule, it.message) for it in reading.findings]
    assert told_of[0] == (
        "undefined-macro",
        r'no text is known for "\foo": title has it as it stands',
    )
    back = bib.write(reading.references, Flavour())
    assert [it.rule for it in read(back, "x.bib").findings] == []


def test_a_command_in_a_second_address_is_no_fault_of_the_reader() -> None:
    reference = only("@misc{a, title={T}, url={https://a.org/x https://b.org/y\\foo}}")
    assert (reference.url, reference.note) == ("https://a.org/x", "https://b.org/y\\foo")
