"""Run rules over a subject: faults become findings with their place, severity and fix."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ifnlit.lint import RULES
from ifnlit.model.finding import Finding
from ifnlit.model.fix import Edit, Fix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ifnlit.lint.rule import EachCheck, Fault, Rule
    from ifnlit.lint.subject import Subject
    from ifnlit.model.finding import Place

_Placed = tuple[int, "Finding"]


def findings(subject: Subject, names: Iterable[str]) -> tuple[Finding, ...]:
    """What the rules of these names find, in the order of the file, those on the list last."""
    found: list[_Placed] = []
    each: list[tuple[str, Rule, EachCheck]] = []
    for name in names:
        rule = RULES.load(name)
        if rule.each is not None:
            each.append((name, rule, rule.each))
        elif rule.whole is not None:
            found.extend(
                (fault.at, finding_of(name, rule, fault, subject)) for fault in rule.whole(subject)
            )
    found.extend(_of_each(subject, each))
    last = len(subject.references)
    found.sort(key=lambda one: _order(one, last))
    return tuple(finding for _, finding in found)


def finding_of(name: str, rule: Rule, fault: Fault, subject: Subject) -> Finding:
    """The finding that a fault makes: with the reference's id, its place and its fix."""
    at = fault.at
    ref = subject.references[at].id if at >= 0 else ""
    return Finding(
        rule=name,
        message=fault.message,
        severity=rule.severity,
        ref=ref,
        variable=fault.variable,
        place=_place(subject, at, fault.variable, fault.text),
        hint=fault.hint,
        text=fault.text,
        fix=_fix(ref, fault),
    )


def _stands(stretch: Iterable[tuple[int, int, str]], text: str) -> tuple[int, int] | None:
    """Line and column of a text in the lines of a value."""
    for line, column, written in stretch:
        at = written.find(text)
        if at >= 0:
            return line, column + at
    return None


def _order(one: _Placed, last: int) -> tuple[int, int, int]:
    """By reference, then by place; what is on the list as a whole comes last."""
    at, finding = one
    place = finding.place
    if at < 0:
        return last, 0, 0
    return (at, place.line, place.column) if place else (at, 0, 0)


def _of_each(
    subject: Subject, rules: Sequence[tuple[str, Rule, EachCheck]]
) -> Iterator[tuple[int, Finding]]:
    for at, reference in enumerate(subject.references):
        for name, rule, check in rules:
            for fault in check(reference, subject):
                yield at, finding_of(name, rule, replace(fault, at=at), subject)


def _fix(ref: str, fault: Fault) -> Fix | None:
    if not fault.changes or not ref:
        return None
    edits = tuple(Edit(ref, one.variable, one.before, one.after) for one in fault.changes)
    return Fix(edits, all(one.safe for one in fault.changes), fault.hint)


def _place(subject: Subject, at: int, variable: str, text: str) -> Place | None:
    """Where the fault's text stands; else its value; else the reference; else the file's start."""
    if at < 0:
        first = subject.places.get((0, ""))
        return replace(first, line=1, column=1) if first is not None else None
    # "author[1].given" stands in "author[1]", and that in "author".
    for name in (variable, variable.partition(".")[0], variable.partition("[")[0]):
        place = subject.places.get((at, name))
        if place is not None:
            found = _stands(subject.stretch(at, name), text) if text else None
            return replace(place, line=found[0], column=found[1]) if found else place
    return subject.places.get((at, ""))
