"""How the parser read a reference: the string by field, repairs, residue, confidence."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from ifnlit.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.model.parsed import Field, Parsed

_RESET, _BOLD, _DIM = "\x1b[0m", "\x1b[1m", "\x1b[2m"
_UNSURE = "\x1b[4m"  # underlined, for eyes that do not tell colours apart
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
# From this confidence on a figure is green, yellow, red.
_FIGURES = ((0.9, "\x1b[32m"), (0.5, "\x1b[33m"), (0.0, "\x1b[31m"))
_LOOK = 0.5  # a field below this is underlined
_INDENT = "  "
_NARROWEST = 24  # columns for text; a narrower terminal breaks lines as it likes


def block(item: Parsed, *, colour: bool = False, width: int = 0) -> str:
    """The printed string (in colour by field), then each field with its span and confidence.

    Spans are `start-end` in characters of the printed string, from 0, the end not included.
    Lines are broken at `width` columns; 0 breaks none.
    """
    reference = item.reference
    origin = reference.origin
    number = f"[{origin.n}] " if origin is not None and origin.n is not None else ""
    raw = origin.raw if origin is not None else ""
    head = f"{number}{reference.id}"
    kind = f"{item.style or 'no known style'}, {reference.type}"
    lines = [f"{_BOLD}{head}{_RESET}" if colour else head]
    lines.append(f"{_INDENT}{kind}, confidence {_figure(item.confidence, colour)}")
    lines.extend(_INDENT + line for line in _printed(raw, item, colour, width))
    lines.extend(_fields(item, colour, width))
    for rest in item.residue:
        lead = f"{_INDENT}{rest.start:>4}-{rest.end:<4} residue  "
        lines.extend(_hung(lead, visible(rest.text), width))
    if origin is not None:
        for repair in origin.repairs:
            lead = f"{_INDENT}repair ({repair.kind}) {repair.variable}: "
            change = f"{visible(repair.before)} → {visible(repair.after)}: {repair.why}"
            lines.extend(_hung(lead, change, width))
    for finding in item.findings:
        lead = f"{_INDENT}{finding.severity.value}[{finding.rule}] "
        lines.extend(_hung(lead, visible(finding.message), width))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _fields(item: Parsed, colour: bool, width: int) -> Iterator[str]:
    column = max((len(field.variable) for field in item.fields), default=0)
    for field in item.fields:
        place = f"{_INDENT}{field.start:>4}-{field.end:<4} "
        name = field.variable.ljust(column)
        figure = _figure(field.confidence, colour)
        rest = f"{figure} {field.by:<7}  "
        plain = f"{place}{name}  {field.confidence:.2f} {field.by:<7}  "
        first, *more = _hung(plain, visible(field.value), width)
        shown = f"{_code(field)}{name}{_RESET}" if colour else name
        yield f"{place}{shown}  {rest}{first[len(plain) :]}"
        yield from more


def _printed(raw: str, item: Parsed, colour: bool, width: int) -> Iterator[str]:
    """The printed string, broken into lines, each stretch in the colour of its field."""
    text = visible(raw).replace("\n", " ").replace("\t", " ")
    marks = [(field.start, field.end, _code(field)) for field in item.fields]
    marks += [(rest.start, rest.end, _RESIDUE) for rest in item.residue]
    marks.sort()
    for start, end in _broken(text, width - len(_INDENT) if width else 0):
        yield _coloured(text, start, end, marks) if colour else text[start:end]


def _coloured(text: str, start: int, end: int, marks: list[tuple[int, int, str]]) -> str:
    out: list[str] = []
    at = start
    for begin, stop, code in marks:
        first, last = max(begin, at), min(stop, end)
        if first < last:
            out.append(text[at:first])
            out.append(f"{code}{text[first:last]}{_RESET}")
            at = last
    out.append(text[at:end])
    return "".join(out)


def _broken(text: str, width: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each line of a text at most `width` columns wide, broken at blanks."""
    if width < _NARROWEST:
        yield 0, len(text)
        return
    start = used = 0
    blank = -1
    for at, character in enumerate(text):
        used += 2 if east_asian_width(character) in "WF" else 1
        if used > width:
            end = blank if blank > start else at
            yield start, end
            start = end + 1 if end == blank else end
            used = sum(2 if east_asian_width(c) in "WF" else 1 for c in text[start : at + 1])
        if character == " ":
            blank = at
    yield start, len(text)


def _hung(lead: str, text: str, width: int) -> list[str]:
    """A text behind a lead, its further lines under its first."""
    spans = list(_broken(text.replace("\n", " "), width - len(lead) if width else 0))
    lines = [text[start:end].replace("\n", " ") for start, end in spans]
    return [lead + lines[0], *(" " * len(lead) + line for line in lines[1:])]


def _figure(confidence: float, colour: bool) -> str:
    figure = f"{confidence:.2f}"
    if not colour:
        return figure
    code = next(code for least, code in _FIGURES if confidence >= least)
    return f"{code}{figure}{_RESET}"


def _code(field: Field) -> str:
    colour = _COLOURS.get(field.variable.partition("[")[0], _OTHER)
    return colour + _UNSURE if field.confidence < _LOOK else colour
