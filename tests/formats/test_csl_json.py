"""CSL-JSON: what the schema allows, what Zotero reads, and what programs write."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given, settings

from ifnlit.formats import csl_variables
from ifnlit.formats.csl_json import sniff, write
from ifnlit.formats.csl_json_read import read
from ifnlit.formats.format import Flavour
from ifnlit.model.csl import DATES, NAMES, TEXTS, TYPES, variable
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference
from tests.strategies import QUICK, damaged, libraries

if TYPE_CHECKING:
    from collections.abc import Sequence

ZOTERO = Flavour("zotero")
ZOTERO_7 = Flavour("zotero", zotero=7)
# Names that CSL's data schema allows in an item; it allows no other.
_ALLOWED = {
    "id", "type", "citation-key", "categories", "custom", "journalAbbreviation", "shortTitle",
    *(variable(name) for name in (*NAMES, *DATES, *TEXTS) if name != "arxiv"),
    *csl_variables.TEXTS, *csl_variables.NAMES, *csl_variables.DATES,
}  # fmt: skip
_NAME_PARTS = {
    "family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal",
}  # fmt: skip


def items(*references: Reference, flavour: Flavour | None = None) -> list[dict[str, Any]]:
    return cast("list[dict[str, Any]]", json.loads(write(references, flavour or Flavour())))


def item(reference: Reference, flavour: Flavour | None = None) -> dict[str, Any]:
    return items(reference, flavour=flavour)[0]


CHENG = Reference(
    "cheng2020interferon",
    "article-journal",
    "Interferon Alpha Induces",
    (Name("Cheng", "J."), Name("Campenhout", "M. J. H.", "van")),
    et_al=True,
    container_title="J Virol",
    issued=Date(2020, 8, 17),
    volume="94",
    issue="17",
    number="e00442-20",
    origin=Origin(3, "Cheng J, et al."),
)


def test_the_worked_example_for_zotero_is_written_as_it_stands_in_the_mapping() -> None:
    assert {k: v for k, v in item(CHENG, ZOTERO).items() if k != "custom"} == {
        "id": "cheng2020interferon",
        "citation-key": "cheng2020interferon",
        "type": "article-journal",
        "title": "Interferon Alpha Induces",
        "author": [
            {"family": "Cheng", "given": "J."},
            {"family": "van Campenhout", "given": "M. J. H."},
        ],
        "container-title": "J Virol",
        "container-title-short": "J Virol",
        "journalAbbreviation": "J Virol",
        "volume": "94",
        "issue": "17",
        "number": "e00442-20",
        "page": "e00442-20",
        "issued": {"date-parts": [[2020, 8, 17]], "raw": "2020-08-17"},
        "note": "et al. after the last author in the source",
    }


def test_the_general_file_keeps_particles_apart_and_the_rest_under_custom() -> None:
    found = item(CHENG)
    assert found["author"][1] == {
        "family": "Campenhout",
        "non-dropping-particle": "van",
        "given": "M. J. H.",
    }
    assert found["issued"] == {"date-parts": [[2020, 8, 17]]}
    assert found["custom"] == {"n": 3, "authors-truncated": True, "raw": "Cheng J, et al."}
    assert "note" not in found


def test_suffix_and_dropping_particle_go_into_given_for_zotero() -> None:
    reference = Reference("a", author=(Name("King", "M. L.", "", "von", "Jr."),))
    assert item(reference, ZOTERO)["author"] == [{"family": "King", "given": "M. L. von, Jr."}]


def test_no_record_for_zotero_has_a_type_that_costs_the_file() -> None:
    library = [Reference(f"a{n}", kind, "T") for n, kind in enumerate(sorted(TYPES))]
    found = {one["type"] for one in items(*library, flavour=ZOTERO)}
    assert found <= TYPES - {"software", "review", "review-book", "figure", "classic", "entry"}


def test_software_for_zotero_is_a_book_with_a_version_or_says_its_type() -> None:
    with_version = item(Reference("a", "software", "T", version="2"), ZOTERO)
    assert (with_version["type"], with_version["version"]) == ("book", "2")
    without = item(Reference("a", "software", "T", note="N"), ZOTERO)
    assert (without["type"], without["note"]) == ("document", "N\ntype: computerProgram")


def test_zotero_7_gets_key_and_numbers_in_the_note_and_8_not_twice() -> None:
    reference = Reference("a", "article-journal", pmid="1", pmcid="PMC2")
    seven = item(reference, ZOTERO_7)
    assert seven["note"] == "Citation Key: a\nPMID: 1\nPMCID: PMC2"
    assert "citation-key" not in seven
    assert "note" not in item(reference, ZOTERO)
    assert item(reference, ZOTERO)["PMID"] == "1"


def test_a_season_a_range_and_circa_are_told_but_to_zotero_the_year_alone() -> None:
    assert item(Reference("a", issued=Date(2020, 21)))["issued"] == {
        "date-parts": [[2020]],
        "season": 1,
    }
    ranged = Reference("a", issued=Date(2020, 3, circa=True, end=Date(2021)))
    assert item(ranged)["issued"] == {"date-parts": [[2020, 3], [2021]], "circa": True}
    assert item(ranged, ZOTERO)["issued"] == {"date-parts": [[2020]], "raw": "2020"}


def test_a_preprint_of_arxiv_has_number_and_publisher() -> None:
    found = item(Reference("a", "article", arxiv="2101.00001"))
    assert (found["number"], found["publisher"]) == ("arXiv:2101.00001", "arXiv")


def test_raw_text_goes_into_the_note_for_zotero_when_asked_for() -> None:
    reference = Reference("a", origin=Origin(1, "Raw."))
    assert item(reference, Flavour("zotero", raw_notes=True))["note"] == "Raw."


def test_unknown_fields_stand_under_custom_where_the_schema_allows_them() -> None:
    reference = Reference("a", extra=(("call-number", '"Q1"'), ("ris:AD", '"Here"')))
    found = item(reference)
    assert found["call-number"] == "Q1"
    assert found["custom"] == {"unmapped": {"ris:AD": "Here"}}
    assert read(json.dumps([found]), "x.json").references[0].extra == reference.extra


def test_no_reference_is_an_empty_array() -> None:
    assert write([], Flavour()) == "[]\n"
    assert read("[]", "x.json").references == ()


@settings(max_examples=25, deadline=None, phases=QUICK)
@given(libraries(origins=True))
def test_the_general_file_has_only_names_that_the_schema_allows(library: list[Reference]) -> None:
    for one in items(*library):
        assert set(one) <= _ALLOWED
        assert one["type"] in TYPES
        for name in NAMES:
            for person in one.get(name, ()):
                assert set(person) <= _NAME_PARTS


@settings(max_examples=25, deadline=None, phases=QUICK)
@given(libraries(origins=True))
def test_everything_comes_back_as_it_was(library: list[Reference]) -> None:
    reading = read(write(library, Flavour()), "x.json")
    for before, after in zip(library, reading.references, strict=True):
        if before.type == "article" and before.arxiv:
            continue  # it also gets the publisher arXiv
        assert after == before
    assert reading.findings == ()


def _for_zotero(references: Sequence[Reference]) -> str:
    return write(references, ZOTERO)


@settings(max_examples=25, deadline=None, phases=QUICK)
@given(damaged(libraries().map(_for_zotero)))
def test_damaged_text_never_stops_the_reader(text: str) -> None:
    read(text, "x.json")


def places(text: str) -> list[tuple[str, str]]:
    """(rule, line:column) of each finding."""
    return [(f.rule, str(f.place).partition(":")[2]) for f in read(text, "x").findings]


GOOD = '{"id": "b", "type": "book", "title": "Good"}'


@pytest.mark.parametrize(
    ("text", "finding", "left"),
    [
        ('[{"id": "a",}, ' + GOOD + "]", ("no-json", "1:12"), 2),
        ("[// x\n" + GOOD + "]", ("no-json", "1:2"), 1),
        ("[" + GOOD + ", /* x */]", ("no-json", "1:48"), 1),
        ('[{"id": "a", "volume": NaN}, ' + GOOD + "]", ("no-json", "1:24"), 2),
        ("[" + GOOD + "\n{" + '"id": "c"}]', ("no-json", "2:1"), 2),
        ("[" + GOOD + ",\n", ("broken-entry", "2:1"), 1),
        ("[" + GOOD + ',\n{"id": "c", "tit', ("broken-entry", "2:13"), 1),
        ('[{"id": "a" "type": "book"},\n' + GOOD + "]", ("broken-entry", "1:13"), 1),
        ("[" + GOOD + "] x", ("no-json", "1:48"), 1),
        ("[1, " + GOOD + "]", ("broken-entry", "1:2"), 1),
        ("[" + GOOD + ", /* x", ("no-json", "1:48"), 1),
        ("[" + "[" * 5000, ("broken-entry", "1:2"), 0),
        ('[{"id": "a", "n": ' + "1" * 5000 + "}, " + GOOD + "]", ("broken-entry", "1:2"), 1),
    ],
)
def test_broken_json_is_told_with_its_place_and_the_rest_is_read(
    text: str, finding: tuple[str, str], left: int
) -> None:
    assert finding in places(text)
    assert len(read(text, "x").references) == left


def test_a_record_alone_one_a_line_and_lists_under_a_name_are_read() -> None:
    for text in (
        GOOD,
        f"{GOOD}\n{GOOD}",
        f'{{"references": [{GOOD}]}}',
        f'{{"status": "ok", "message": {{"items": [{GOOD}]}}}}',
    ):
        assert read(text, "x").references[0].title == "Good"


def test_places_name_line_and_column_of_each_value() -> None:
    text = '[\n {"id": "a",\n  "title": "T", "custom": {"raw": "R"}},\n {"id": "b"}]'
    found = read(text, "x").places
    assert str(found[0, "title"]) == "x:3:12"
    assert str(found[0, "custom.raw"]) == "x:3:35"
    assert str(found[1, ""]) == "x:4:2"
    assert set(found) == {
        (0, ""), (0, "id"), (0, "title"), (0, "custom"), (0, "custom.raw"), (1, ""), (1, "id"),
    }  # fmt: skip
    assert len(found) == 7
    with pytest.raises(KeyError):
        found[2, ""]


def test_html_in_titles_is_reduced_to_what_csl_knows() -> None:
    text = '[{"id": "a", "title": "<span class=\\"nocase\\">IFN</span> &amp; <em>in vivo</em>"}]'
    assert read(text, "x").references[0].title == "IFN & <i>in vivo</i>"


def test_lines_of_the_note_that_are_fields_become_fields() -> None:
    note = "Citation Key: k\\nPMID: 12\\n{:PMCID: PMC3}\\nDOI: 10.1234/x\\nA remark: yes"
    found = read(f'[{{"type": "article-journal", "note": "{note}"}}]', "x").references[0]
    assert (found.id, found.pmid, found.pmcid, found.doi) == ("k", "12", "PMC3", "10.1234/x")
    assert found.note == "A remark: yes"


def test_an_article_number_in_the_pages_is_told_apart() -> None:
    for text, number in (("e00442-20", "e00442-20"), ("e0054622", "e0054622")):
        found = read(
            f'[{{"id": "a", "type": "article-journal", "page": "{text}"}}]', "x"
        ).references[0]
        assert (found.page, found.number) == ("", number)


def test_what_crossref_writes_is_read() -> None:
    text = json.dumps(
        {
            "type": "journal-article",
            "id": "a",
            "title": ["T"],
            "container-title": ["Journal of Virology"],
            "short-container-title": ["J Virol"],
            "article-number": "e1",
            "page": "e1",
            "ISSN": ["0022-538X", "1098-5514"],
            "issued": {"date-parts": [["2020", 8, 17]]},
        }
    )
    reading = read(text, "x")
    found = reading.references[0]
    assert (found.type, found.title, found.container_title) == (
        "article-journal",
        "T",
        "Journal of Virology",
    )
    assert (found.container_title_short, found.number, found.page) == ("J Virol", "e1", "")
    assert (found.issn, found.issued) == ("0022-538X", Date(2020, 8, 17))


def test_half_a_surrogate_pair_is_no_character() -> None:
    found = read(r'[{"id": "a", "title": "x\ud83dy", "keyword": ["\ud83d"]}]', "x").references[0]
    assert found.title == "x\ufffdy"


def test_a_key_used_twice_is_told() -> None:
    assert ("duplicate-key", "2:1") in places(f"[{GOOD},\n{GOOD}]")


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ('[{"id": "a"}]', True),
        ('// x\n{"title": 1}', True),
        ("[]", True),
        ('[{"a": 1}', True),
        ("{}", False),
        ("[1] Lan Y R.", False),
        ("TY  - JOUR", False),
    ],
)
def test_json_is_known_by_its_names(text: str, likely: bool) -> None:
    assert (sniff(text) > 0.3) is likely


def test_variables_that_the_schema_wants_otherwise_stand_under_custom() -> None:
    held = Reference("a", extra=(("annote", "7"), ("x:y", '"z"')))
    assert item(held)["custom"] == {"unmapped": {"annote": 7, "x:y": "z"}}
    assert read(json.dumps([item(held)]), "x").references == (held,)


def test_an_arxiv_number_is_not_said_twice() -> None:
    held = Reference("a", "article", publisher="arXiv", arxiv="2101.00001")
    assert read(json.dumps([item(held)]), "x").references == (held,)


def test_records_on_lines_may_have_commas_and_half_pairs_stay_inside() -> None:
    text = GOOD + ",\n" + GOOD.replace('"b"', '"c"') + "\n"
    assert [it.id for it in read(text, "x").references] == ["b", "c"]
    nested = r'[{"id": "a", "custom": {"n": 1, "x": ["\ud83d", 2]}}]'
    assert read(nested, "x").references[0].custom == (("x", '["\ufffd", 2]'),)


def test_a_broken_list_inside_a_broken_record_is_no_record() -> None:
    text = '[{"id": "a", "author": [{"family": "x"}], "y" 1}, [2], ' + GOOD + "]"
    assert [it.id for it in read(text, "x").references] == ["b"]


def test_a_name_with_a_wrong_escape_is_looked_up_as_it_stands() -> None:
    from ifnlit.formats.json_place import JsonPlaces

    places = JsonPlaces('{"a\\q": 1, "b\\n": 2}', "x", [0])
    assert set(places) == {(0, ""), (0, "a\\q"), (0, "b\n")}
    assert set(JsonPlaces('{"a": 1', "x", [0])) == {(0, ""), (0, "a")}


def test_a_bill_with_a_publisher_is_no_hearing_for_zotero() -> None:
    found = item(Reference("a", "bill", "T", publisher="Senate"), ZOTERO)
    assert (found["authority"], "publisher" in found) == ("Senate", False)


@pytest.mark.parametrize(
    "text",
    [
        '{"a":' * 20_000,
        "/*" * 20_000,
        "[/* x */" * 20_000,
        "[" + '"\\' * 20_000,
        "[" + ",," * 20_000,
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    import time

    began = time.process_time()
    assert read(text, "x").references == ()
    assert time.process_time() - began < 5


def test_a_map_without_any_variable_of_csl_is_no_record() -> None:
    assert places('{"name": "a package", "version2": 1}') == [("broken-entry", "1:1")]


def test_a_text_broken_all_over_is_given_up_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ifnlit.formats.json_text._MOST_MISSES", 3)
    assert read('[{"a": x}, ' + '{"b": y}, ' * 9 + GOOD + "]", "x").references == ()


def test_numbers_of_pubmed_go_into_extra_where_zotero_has_no_field_for_them() -> None:
    for kind, note in (("article-journal", ""), ("article-magazine", "PMID: 1\nPMCID: PMC2")):
        text = write([Reference("k", kind, "T", pmid="1", pmcid="PMC2")], Flavour("zotero"))
        assert json.loads(text)[0].get("note", "") == note
        (found,) = read(text, "x.json").references
        assert (found.pmid, found.pmcid, found.note) == ("1", "PMC2", "")


def test_a_name_twice_in_a_map_is_told() -> None:
    reading = read('[{"id": "a", "type": "book", "title": "T", "title": "U"}]', "x.json")
    assert [it.title for it in reading.references] == ["U"]
    assert [f.rule for f in reading.findings] == ["duplicate-field"]


def test_no_comma_is_missed_after_a_record_that_is_broken() -> None:
    reading = read('[{"id": "a" "type": "book"}, {"id": "b", "title": "T"}]', "x.json")
    assert [it.id for it in reading.references] == ["b"]
    assert [f.rule for f in reading.findings] == ["broken-entry"]


def test_lines_of_the_note_are_fields_unless_those_say_something_else() -> None:
    note = "arXiv: 2101.00001\nDOI: 10.1234/x\nvolume two\noriginal-date: 1900"
    item = {"id": "a", "type": "book", "DOI": "10.1234/y", "note": note}
    (found,) = read(json.dumps([item]), "x.json").references
    assert (found.arxiv, found.doi) == ("2101.00001", "10.1234/y")
    assert found.note == "DOI: 10.1234/x\nvolume two"
    assert dict(found.extra) == {"original-date": '"1900"'}
