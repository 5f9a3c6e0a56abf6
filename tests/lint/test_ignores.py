"""Ignores of an entry: what they pass over, and what is wrong with them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ifnlit.lint import RULES
from ifnlit.lint.ignores import Sifted, ignores_of, sifted
from ifnlit.model.finding import Finding, Place
from ifnlit.model.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Iterable

FOUND = Finding("missing-issue", "no issue", ref="a")


def reference(ignore: object, key: str = "a") -> Reference:
    return Reference(key, custom=(("ignore", json.dumps(ignore)), ("mine", '"x"')))


def sift(
    *references: Reference, ran: Iterable[str] = RULES, found: tuple[Finding, ...] = (FOUND,)
) -> Sifted:
    places = {(0, "custom.ignore"): Place("refs.yaml", 9, 7)}
    return sifted(found, references, tuple(ran), places)


def test_an_ignore_with_a_reason_passes_its_finding_over() -> None:
    assert sift(reference({"missing-issue": "the journal has none"})) == Sifted((), 1, ())


def test_an_ignore_of_one_entry_leaves_the_finding_of_another() -> None:
    other = Finding("missing-issue", "no issue", ref="b")
    left = sift(reference({"missing-issue": "why"}), Reference("b"), found=(FOUND, other))
    assert left.findings == (other,)


def test_a_code_and_another_name_ignore_as_the_name_does() -> None:
    for name in ("IFN106", "issue-missing"):
        assert sift(reference({name: "why"})) == Sifted((), 1, ())


def test_an_ignore_is_told_on_its_own_line() -> None:
    own = Place("refs.yaml", 11, 9)
    places = {(0, "custom.ignore"): Place("refs.yaml", 9, 7), (0, "custom.ignore.no-doi"): own}
    entry = reference({"missing-issue": "", "no-doi": "why"})
    faults = sifted((), (entry,), tuple(RULES), places).faults
    assert [it.place.line for it in faults if it.place and "no-doi" in it.message] == [11]
    assert {it.place.line for it in faults if it.place and "missing-issue" in it.message} == {9}


def test_an_ignore_without_reason_is_asked_for_one() -> None:
    for ignore in (["missing-issue"], {"missing-issue": ""}, {"missing-issue": None}):
        found = sift(reference(ignore))
        assert [it.rule for it in found.faults] == ["ignore-without-reason"]
        assert found.findings == ()
        assert found.faults[0].place == Place("refs.yaml", 9, 7)


def test_an_ignore_that_passes_over_nothing_is_told() -> None:
    found = sift(reference({"year-implausible": "known"}))
    assert [it.rule for it in found.faults] == ["ignore-unused"]
    assert found.findings == (FOUND,)


def test_an_ignore_of_a_rule_that_did_not_run_may_be_right() -> None:
    names = [name for name in RULES if name != "doi-retracted"]
    assert sift(reference({"doi-retracted": "cited as such"}), ran=names).faults == ()


def test_an_ignore_of_a_rule_that_is_none_is_told_with_the_nearest() -> None:
    (fault,) = sift(reference({"mising-issue": "why"})).faults
    assert 'no rule is named "mising-issue"' in fault.message
    assert "missing-issue" in fault.hint


def test_rules_on_ignores_that_are_left_out_say_nothing() -> None:
    ran = [name for name in RULES if not name.startswith("ignore-")]
    assert sift(reference({"year-implausible": ""}), ran=ran).faults == ()


def test_one_name_alone_is_an_ignore_too() -> None:
    assert [it.rule for it in ignores_of(0, reference("missing-issue"))] == ["missing-issue"]


def test_a_field_of_bibtex_holds_ignores_with_reasons() -> None:
    text = json.dumps("missing-issue: the journal has none; year-cluster:;")
    found = list(ignores_of(0, Reference("a", extra=(("bibtex:ifnlit-ignore", text),))))
    assert [(it.rule, it.reason) for it in found] == [
        ("missing-issue", "the journal has none"),
        ("year-cluster", ""),
    ]
