"""How the parser read a reference: the string by field, repairs, residue, confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.parsed import Field, Parsed

_RESET = "\x1b[0m"
_RESIDUE = "\x1b[41;97m"
# SGR colours by variable; what is not named takes the last.
_COLOURS = {
    "author": "\x1b[32m",
    "editor": "\x1b[32m",
    "et-al": "\x1b[92m",
    "title": "\x1b[1;36m",
    "container-title": "\x1b[34m",
    "collection-title": "\x1b[34m",
    "publisher": "\x1b[34m",
    "publisher-place": "\x1b[94m",
    "issued": "\x1b[33m",
    "volume": "\x1b[35m",
    "issue": "\x1b[95m",
    "page": "\x1b[31m",
    "number": "\x1b[31m",
    "DOI": "\x1b[96m",
}
_OTHER = "\x1b[93m"


def explained(items: Sequence[Parsed], *, colour: bool) -> str:
    """A block a reference: the printed string (in colour by field), then each field with its span.

    Spans are `start-end` in characters of the printed string, from 0, the end not included.
    """
    return "\n".join(_block(item, colour=colour) for item in items)


def _block(item: Parsed, *, colour: bool) -> str:
    reference = item.reference
    origin = reference.origin
    number = f"[{origin.n}] " if origin is not None and origin.n is not None else ""
    raw = origin.raw if origin is not None else ""
    head = f"{number}{reference.id}  {item.style or 'no known style'}  {item.confidence:.2f}"
    lines = [head, "  " + (_coloured(raw, item) if colour else visible(raw))]
    width = max((len(field.variable) for field in item.fields), default=0)
    lines.extend(
        f"  {field.start:>4}-{field.end:<4} {field.variable:<{width}}  "
        f"{field.confidence:.2f} {field.by:<7}  {visible(field.value)}"
        for field in item.fields
    )
    lines.extend(
        f"  {rest.start:>4}-{rest.end:<4} residue: {visible(rest.text)}" for rest in item.residue
    )
    if origin is not None:
        lines.extend(
            f"  repair ({repair.kind}) {repair.variable}: {visible(repair.before)} → "
            f"{visible(repair.after)}: {repair.why}"
            for repair in origin.repairs
        )
    lines.extend(
        f"  {finding.severity.value}[{finding.rule}] {visible(finding.message)}"
        for finding in item.findings
    )
    return "\n".join(lines) + "\n"


def _coloured(raw: str, item: Parsed) -> str:
    marks = [(field.start, field.end, _colour(field)) for field in item.fields]
    marks += [(rest.start, rest.end, _RESIDUE) for rest in item.residue]
    out: list[str] = []
    at = 0
    for start, end, code in sorted(marks):
        out.append(visible(raw[at:start]))
        out.append(f"{code}{visible(raw[start:end])}{_RESET}")
        at = end
    out.append(visible(raw[at:]))
    return "".join(out)


def _colour(field: Field) -> str:
    return _COLOURS.get(field.variable.partition("[")[0], _OTHER)
