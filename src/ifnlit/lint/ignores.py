"""Findings that an entry asks to pass over: `custom: ignore: {rule: reason}`.

In BibTeX it is the field `ifnlit-ignore = {rule: reason; other-rule: reason}`. An ignore without a
reason, and one that passes over nothing, is a finding itself.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, cast

from ifnlit.lint import RULES
from ifnlit.model.finding import Finding, Severity
from ifnlit.model.frozen import dataclass
from ifnlit.registry import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from ifnlit.model.finding import Place
    from ifnlit.model.reference import Reference

FIELD = "ifnlit-ignore"
UNUSED, UNREASONED = "ignore-unused", "ignore-without-reason"


@dataclass(frozen=True, slots=True)
class Ignore:
    """One rule that the reference at this index ignores, and why; `rule` as it is written."""

    at: int
    ref: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sifted:
    """Findings that are left, how many were passed over, and what is wrong with the ignores."""

    findings: tuple[Finding, ...]
    passed_over: int
    faults: tuple[Finding, ...]


def sifted(
    findings: Sequence[Finding],
    references: Sequence[Reference],
    ran: Collection[str],
    places: Mapping[tuple[int, str], Place],
) -> Sifted:
    """The findings without those that their entries ignore.

    `ran` are the rules that ran: an ignore of another one may be right, and is not judged.
    """
    ignores = tuple(one for at, it in enumerate(references) for one in ignores_of(at, it))
    wanted = {(one.ref, _name(one.rule)) for one in ignores}
    left = tuple(one for one in findings if (one.ref, one.rule) not in wanted)
    used = {(one.ref, one.rule) for one in findings if (one.ref, one.rule) in wanted}
    faults = tuple(fault for one in ignores for fault in _judged(one, used, ran, places))
    return Sifted(left, len(findings) - len(left), faults)


def ignores_of(at: int, reference: Reference) -> Iterator[Ignore]:
    """The ignores that a reference states, in any form: a map, a list, one name."""
    stated = [json.loads(text) for name, text in reference.custom if name == "ignore"]
    fields = [text for name, text in reference.extra if name.rpartition(":")[2].lower() == FIELD]
    for one in (*stated, *(_pairs(str(json.loads(text))) for text in fields)):
        if isinstance(one, dict):
            for rule, reason in cast("dict[str, object]", one).items():
                yield Ignore(at, reference.id, rule, _text(reason))
        else:
            names = cast("list[object]", one) if isinstance(one, list) else [one]
            for name in names:
                yield Ignore(at, reference.id, _text(name), "")


def _pairs(stated: str) -> dict[str, str]:
    """The map that "rule: reason; other: reason" says."""
    pairs = (part.partition(":") for part in stated.split(";") if part.strip())
    return {rule.strip(): reason.strip() for rule, _, reason in pairs}


def _judged(
    ignore: Ignore,
    used: Collection[tuple[str, str]],
    ran: Collection[str],
    places: Mapping[tuple[int, str], Place],
) -> Iterator[Finding]:
    variables = (f"custom.ignore.{ignore.rule}", "custom.ignore", "")
    place = next((found for it in variables if (found := places.get((ignore.at, it)))), None)
    name = _name(ignore.rule)
    if name not in RULES:
        yield Finding(
            UNUSED,
            f'no rule is named "{ignore.rule}"',
            Severity.WARNING,
            ignore.ref,
            "custom.ignore",
            place,
            did_you_mean(ignore.rule, tuple(RULES)),
            ignore.rule,
        )
    elif UNUSED in ran and name in ran and (ignore.ref, name) not in used:
        yield Finding(
            UNUSED,
            f"{name} is ignored here, but finds nothing",
            Severity.WARNING,
            ignore.ref,
            "custom.ignore",
            place,
            "delete the ignore",
            ignore.rule,
        )
    if UNREASONED in ran and not ignore.reason:
        yield Finding(
            UNREASONED,
            f"{ignore.rule} is ignored without a reason",
            Severity.WARNING,
            ignore.ref,
            "custom.ignore",
            place,
            f"write {ignore.rule}: and why",
            ignore.rule,
        )


def _name(rule: str) -> str:
    return RULES.name(rule) if rule in RULES else rule


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else "" if value is None else str(value)
