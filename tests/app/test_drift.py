"""A library that is not what the parser gives says so, unless a person vouches for it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ifnlit.app.drift import drift
from ifnlit.model.date import Date
from ifnlit.model.reference import Reference
from ifnlit.store.library import load, locate
from ifnlit.store.text import read_text
from tests.conftest import ROOT

PRINTED = "[1] Li J, Sun P. A title of words [J]. J Virol, 2020, 7(2): 1-9.\n"


@pytest.fixture
def parsed() -> Reference:
    from ifnlit.parse import parse

    return replace(parse(PRINTED).items[0].reference, id="li2020title")


def told(*references: Reference) -> list[str]:
    return list(drift(references, PRINTED))


def recorded(name: str, **entry: str) -> tuple[tuple[str, str], ...]:
    return ((name, json.dumps([entry])),)


def test_the_library_of_this_repository_has_not_drifted() -> None:
    library = load(locate(str(ROOT / "refs" / "refs.yaml")))
    assert list(drift(library.references, read_text(str(ROOT / "refs" / "references.txt")))) == []


def test_what_the_parser_gives_is_no_drift(parsed: Reference) -> None:
    assert told(parsed) == []


def test_an_edited_value_is_told_with_both(parsed: Reference) -> None:
    (line,) = told(replace(parsed, volume="8"))
    assert line.startswith(
        "li2020title: volume is '8', the parser gives '7': record the correction"
    )


def test_a_recorded_correction_is_no_drift(parsed: Reference) -> None:
    entry = recorded("corrections", field="volume", **{"from": "7", "to": "8", "why": "misprint"})
    assert told(replace(parsed, volume="8", custom=entry)) == []


def test_a_corrected_date_starts_from_the_printed_one(parsed: Reference) -> None:
    entry = recorded("corrections", field="issued", **{"from": "2020", "to": "2021", "why": "seen"})
    assert told(replace(parsed, issued=Date(2021), custom=entry)) == []


def test_a_correction_of_something_that_is_not_printed_is_told(parsed: Reference) -> None:
    entry = recorded("corrections", field="volume", **{"from": "6", "to": "8", "why": "misprint"})
    assert told(replace(parsed, volume="8", custom=entry)) == [
        "li2020title: the correction of volume starts from '6', not what is printed"
    ]


def test_a_correction_inside_a_name_vouches_for_the_names(parsed: Reference) -> None:
    entry = recorded(
        "corrections", field="author[0].family", **{"from": "Li", "to": "Lee", "why": "seen"}
    )
    changed = (replace(parsed.author[0], family="Lee"), *parsed.author[1:])
    assert told(replace(parsed, author=changed, custom=entry)) == []


def test_a_value_with_evidence_is_no_drift(parsed: Reference) -> None:
    entry = recorded("evidence", field="DOI", source="somewhere", matched="title")
    assert told(replace(parsed, doi="10.1000/a", custom=entry)) == []


def test_evidence_for_an_unknown_field_vouches_for_nothing(parsed: Reference) -> None:
    entry = recorded("evidence", field="shoe-size", source="somewhere")
    assert told(replace(parsed, custom=(*entry, ("corrections", '"none"')))) == []


def test_records_that_are_only_on_one_side_are_told(parsed: Reference) -> None:
    assert told(Reference("new")) == [
        "new: the printed list has no number None",
        "number 1 of the printed list is not in the library",
    ]
    assert told(parsed) == []
