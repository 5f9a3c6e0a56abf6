"""A baseline holds what an old list is let have."""

from __future__ import annotations

import json

import pytest

from ifnlit.errors import UnreadableInput
from ifnlit.lint.baseline import decoded, encoded, parted
from ifnlit.model.finding import Finding, Place

ONE = Finding("missing-issue", "no issue", ref="a", place=Place("refs.yaml", 3, 1))
TWO = Finding("year-cluster", "10 of 24", text="2019")


def test_a_baseline_passes_over_what_it_was_written_from() -> None:
    assert parted((ONE, TWO), decoded(encoded((ONE, TWO)), "b.json")).findings == ()


def test_lines_and_counts_may_change() -> None:
    moved = Finding("missing-issue", "no issue", ref="a", place=Place("refs.yaml", 99, 1))
    grown = Finding("year-cluster", "11 of 25", text="2019")
    assert parted((moved, grown), decoded(encoded((ONE, TWO)), "b.json")).findings == ()


def test_what_is_new_is_left_and_what_is_gone_is_counted() -> None:
    found = parted((TWO, TWO), decoded(encoded((ONE, TWO)), "b.json"))
    assert found.findings == (TWO,)
    assert (found.known, found.gone) == (1, 1)


def test_a_baseline_is_sorted_and_has_one_finding_a_line() -> None:
    text = encoded((TWO, ONE))
    assert text == encoded((ONE, TWO))
    assert text.count("\n    {") == 2
    assert json.loads(text)["version"] == 1


def test_an_empty_baseline_is_one() -> None:
    assert parted((ONE,), decoded(encoded(()), "b.json")).findings == (ONE,)


@pytest.mark.parametrize(
    "text", ["", "[", "[]", "{}", '{"version": 1}', '{"version": 1, "findings": [{}]}']
)
def test_a_file_that_is_no_baseline_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(UnreadableInput, match="no baseline") as caught:
        decoded(text, "b.json")
    assert caught.value.place is not None
    assert "--write-baseline" in caught.value.hint


def test_a_baseline_of_a_later_version_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="version 2"):
        decoded('{"version": 2, "findings": []}', "b.json")
