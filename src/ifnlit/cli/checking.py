"""What `check` tells a person: a verdict a line, why, and what to do about it."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, assert_never

from ifnlit.model import verdict as cases
from ifnlit.model.evidence import AGAINST, GOOD
from ifnlit.report.summary import counted
from ifnlit.report.visible import visible
from ifnlit.sources import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ifnlit.app.check import Checked
    from ifnlit.model.finding import Finding
    from ifnlit.model.reference import Reference
    from ifnlit.model.verdict import Evidence, Settled, Verdict

_GREEN, _YELLOW, _RED, _DIM, _PLAIN = "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[2m", "\x1b[0m"
_COLOURS = {
    "confirmed": _GREEN,
    "confirmed-elsewhere": _GREEN,
    "elsewhere": _GREEN,
    "disputed": _RED,
    "unregistered": _RED,
    "malformed": _RED,
    "suggested": _YELLOW,
    "unchecked": _YELLOW,
}
# Findings that a verdict is in itself: the line of the verdict says it already.
_SAID = frozenset("doi-disputed doi-unregistered doi-malformed doi-unchecked doi-suggested".split())
# What a dispute shows already, field by field.
_SHOWN = ("-differs", "-differ", "-conflict")
# GitHub obeys a line of a log that begins so; a key or a wrapped title could.
_COMMAND = re.compile(r"(?m)^([ \t]*)::")
_VERDICT_WIDTH = max(map(len, cases.NAMES.values()))


def table(checked: Checked, width: int, *, colour: bool) -> str:
    """A block a reference, and the summary as the last line."""
    by_key: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        by_key.setdefault(finding.ref, []).append(finding)
    keys = max((len(visible(it.id)) for it in checked.references), default=0)
    lines: list[str] = []
    for reference, settled in zip(checked.references, checked.settled, strict=True):
        lines.extend(
            _block(reference, settled, by_key.get(reference.id, []), (keys, width), colour=colour)
        )
    for finding in by_key.get("", []):  # on the list as a whole
        lines.append(f"     {visible(finding.rule)}")
        text = f"{finding.severity.value}: {finding.message}"
        lines.extend(_wrapped(text, width, "     "))
    return _COMMAND.sub(r"\1: :", "\n".join([*lines, summary(checked)])) + "\n"


def summary(checked: Checked) -> str:
    """`24 references: 9 confirmed, 15 unlisted; 1 error, 2 warnings`."""
    names = [cases.name(it.verdict) for it in checked.settled]
    counts = [f"{names.count(it)} {it}" for it in cases.NAMES.values() if it in names]
    total = counted(len(names), "reference")
    text = f"{total}: {', '.join(counts)}" if counts else total
    found = [finding.severity.value for finding in checked.findings]
    told = [counted(found.count(it), it) for it in ("error", "warning") if it in found]
    return f"{text}; {', '.join(told)}" if told else text


def _block(
    reference: Reference,
    settled: Settled,
    findings: Sequence[Finding],
    widths: tuple[int, int],
    *,
    colour: bool,
) -> Iterator[str]:
    keys, width = widths
    number = reference.origin.n if reference.origin else None
    verdict = cases.name(settled.verdict)
    shown = verdict.ljust(_VERDICT_WIDTH)
    if colour and verdict in _COLOURS:
        shown = f"{_COLOURS[verdict]}{shown}{_PLAIN}"
    head = f"{'' if number is None else number:>3}  {visible(reference.id).ljust(keys)}  {shown}"
    yield head.rstrip()
    yield from _wrapped(why(settled.verdict), width, "     ")
    for finding in findings:
        if isinstance(settled.verdict, cases.Disputed) and finding.rule.endswith(_SHOWN):
            continue
        if finding.rule not in _SAID:
            text = f"{finding.severity.value}: {finding.message} [{finding.rule}]"
            yield from _wrapped(text, width, "     ")
        if finding.hint:
            yield from _wrapped(f"→ {finding.hint}", width, "     ")


def why(verdict: Verdict) -> str:  # noqa: PLR0911  # one return a case
    """One sentence on what a verdict rests on."""
    match verdict:
        case cases.Confirmed(doi, agency, evidence):
            return f"{doi}: the record at {agency} agrees{_in(evidence)}"
        case cases.ConfirmedElsewhere(doi, agency, evidence):
            return f"{doi}: the record at {agency} agrees{_in(evidence)}"
        case cases.Elsewhere(doi, agency, _):
            return f"{doi} is alive at {_named(agency)}, whose record cannot be read: not compared"
        case cases.Disputed(doi, agency, reason, evidence):
            return f"{doi} is registered with {agency}, but {reason}{_both(evidence)}"
        case cases.Unregistered(doi, _):
            return f"no agency knows {doi}: neither Crossref nor doi.org"
        case cases.Malformed(text):
            return f'"{text}" is no DOI'
        case cases.Suggested(candidates, reason, _):
            listed = "; ".join(
                f"{it.doi} {dict(it.record).get('title', '')}" for it in candidates[:3]
            )
            return f"no DOI is recorded; found: {listed} ({reason})"
        case cases.Unlisted(reason, _):
            return f"no DOI is recorded, and none was found: {reason}"
        case cases.Unchecked(doi, service, reason):
            who = f"{label(service)}: " if service else ""
            return f"{doi + ': ' if doi else ''}not known; {who}{reason}"
    assert_never(verdict)


def _in(evidence: Sequence[Evidence]) -> str:
    agreeing = [
        field.variable for it in evidence for field in it.comparison if field.bearing in GOOD
    ]
    return f" in {', '.join(agreeing)}" if agreeing else ""


def _both(evidence: Sequence[Evidence]) -> str:
    from ifnlit.resolve.telling import shown

    both = shown(field for it in evidence for field in it.comparison if field.bearing in AGAINST)
    return f": {both}" if both else ""


def _named(agency: str) -> str:
    return "an agency that doi.org does not name" if agency == "unknown" else agency


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    shown = visible(text).replace("\n", " ")
    if len(indent) + len(shown) <= width and shown == shown.strip() and "\t" not in shown:
        return (
            [indent + shown] if shown else []
        )  # as `textwrap` would have it, a hundred times faster
    return textwrap.wrap(
        shown,
        max(width, 40),
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
