"""The 24 references against the hand-checked findings: each one that the text shows, no other."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ifnlit.lint import OWN, RULES
from ifnlit.lint.engine import findings
from ifnlit.lint.subject import Subject
from ifnlit.store.library import Location, load
from ifnlit.store.text import read_text

if TYPE_CHECKING:
    from ifnlit.model.finding import Finding

ROOT = Path(__file__).parent.parent.parent
REFS = ROOT / "refs" / "refs.yaml"
YEAR = 2026

# Kinds of the gold file -> rule. What stands in the second table cannot be seen in the text: it
# came from the journals' pages, from a registry or from other lists.
SHOWN = {
    "author_list_end_unknown": "et-al-missing",
    "citation_styles_mixed": "mixed-styles-in-list",
    "degree_missing": "missing-degree",
    "doi_absent": "doi-absent",
    "et_al_comma": "et-al-comma",
    "et_al_missing": "et-al-missing",
    "et_al_mixed": "et-al-mixed",
    "et_al_position": "et-al-position",
    "homonyms": "homonyms",
    "initials_mixed": "initials-mixed",
    "initials_suspect": "initials-suspect",
    "issue_missing": "missing-issue",
    "issue_page_odd": "issue-page-odd",
    "issue_zero_mixed": "issue-leading-zero-mixed",
    "journal_names_mixed": "journal-names-mixed",
    "journal_truncated": "journal-name-truncated",
    "language_note_missing": "language-note-missing",
    "language_note_mixed": "language-note-mixed",
    "misprint_suspected": "misprint-suspected",
    "name_case_mixed": "name-case-mixed",
    "name_form_mixed": "name-form-mixed",
    "name_punctuation": "name-punctuation",
    "nbsp": "no-break-space",
    "order": "list-order",
    "page_end_missing": "missing-last-page",
    "page_format": "page-range-abbreviated",
    "page_formats_mixed": "page-format-mixed",
    "place_missing": "missing-place",
    "spacing": "space-before-issue",
    "spacing_mixed": "spacing-mixed",
    "title_case_mixed": "title-case-mixed",
    "year_2019_cluster": "year-cluster",
}
# (kind, number): the marks of the kind show in the text of these entries alone.
SHOWN_AT = {
    ("journal_name_uncertain", 8): "journal-name-uncertain",
    ("journal_name_uncertain", 23): "journal-name-uncertain",
    ("translated_title", 19): "translated-title",
    ("translated_title", 21): "translated-title",
}
FROM_OUTSIDE = {
    "journal_name_uncertain",
    "title_variant",
    "translated_title",
    "translated_titles",
    "year_volume_conflict",
    "year_volume_unchecked",
}


@cache
def gold() -> dict[str, Any]:
    text = (ROOT / "tests" / "gold" / "seed24.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


@cache
def reported() -> tuple[tuple[int, Finding], ...]:
    library = load(Location(str(REFS)))
    lines = read_text(str(REFS)).split("\n")
    subject = Subject(library.references, YEAR, places=library.places, lines=lines)
    numbers = {one.id: one.origin.n or 0 for one in library.references if one.origin}
    return tuple((numbers.get(it.ref, 0), it) for it in findings(subject, OWN))


def expected() -> set[tuple[int, str]]:
    found: set[tuple[int, str]] = set()
    listed = [(0, one) for one in gold()["list_findings"]]
    for number, one in [
        *((ref["n"], one) for ref in gold()["references"] for one in ref["findings"]),
        *listed,
    ]:
        rule = SHOWN.get(one["kind"]) or SHOWN_AT.get((one["kind"], number))
        if rule is not None:
            found.add((number, rule))
        else:
            assert one["kind"] in FROM_OUTSIDE, one["kind"]
    return found


def test_every_finding_of_the_gold_file_that_the_text_shows_is_reported() -> None:
    assert expected() - {(number, it.rule) for number, it in reported()} == set()


def test_nothing_is_reported_that_the_gold_file_does_not_have() -> None:
    assert {(number, it.rule) for number, it in reported()} - expected() == set()


def test_each_finding_is_reported_once() -> None:
    told = [(number, it.rule, it.text) for number, it in reported()]
    assert len(told) == len(set(told))


def test_entries_without_a_finding_in_the_gold_file_have_none() -> None:
    clean = set(gold()["summary"]["references_without_finding"])
    assert {number for number, _ in reported()} & clean == set()


def test_each_finding_stands_on_a_line_of_its_entry() -> None:
    library = load(Location(str(REFS)))
    starts = [library.places[at, ""].line for at in range(len(library.references))]
    ends = [*starts[1:], 10**6]
    for number, it in reported():
        assert it.place is not None, it
        if number:
            assert starts[number - 1] <= it.place.line < ends[number - 1], it


def test_the_text_at_fault_stands_where_the_place_says() -> None:
    lines = read_text(str(REFS)).split("\n")
    for _, it in reported():
        if it.place is not None and it.text and it.text in lines[it.place.line - 1]:
            assert lines[it.place.line - 1].startswith(it.text, it.place.column - 1), it


@pytest.mark.parametrize("kind", sorted(SHOWN))
def test_the_name_that_the_gold_file_uses_leads_to_the_rule(kind: str) -> None:
    other = {"year_2019_cluster": "year_cluster"}.get(kind, kind).replace("_", "-")
    assert RULES.name(other) == SHOWN[kind]
