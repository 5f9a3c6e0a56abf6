"""Text from references made safe for a line, for JSON, and for the places of files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ifnlit.report.visible import visible

if TYPE_CHECKING:
    from ifnlit.model.finding import Finding
    from ifnlit.report.report import Report

_BREAKS = re.compile("[\t\r\n\v\f\x85\u2028\u2029]+")
# What JSON leaves as it is though a terminal obeys it: DEL, C1 controls, bidi and line controls.
_RAW = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

_LONGEST, _TAIL = 1000, 100  # characters of a message; of these, at its end


class Spot(NamedTuple):
    """Where a finding stands, as far as a format needs it: never without a line."""

    path: str
    line: int
    column: int
    end: int


def one_line(text: str) -> str:
    """Text without line breaks, control characters made visible."""
    return visible(_BREAKS.sub(" ", text))


def json_text(value: object) -> str:
    """JSON with a final line break, nothing in it that a terminal obeys."""
    import json

    # What is written holds no circles, and most of it no character that would have to be searched.
    written = json.dumps(value, ensure_ascii=False, check_circular=False, indent=2)
    if written.isascii() and "\x7f" not in written:
        return written + "\n"
    return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", written) + "\n"


def spot(finding: Finding, report: Report) -> Spot:
    """The place of a finding; the first line of the library where it has none."""
    place = finding.place
    path = (place.path if place else "") or report.path or "library"
    line = (place.line if place else 0) or 1
    column = (place.column if place else 0) or 1
    if not path.startswith("/"):
        path = report.prefix + path
    return Spot(safe_path(path), line, column, column + _length(finding, report, line, column))


def safe_path(path: str) -> str:
    """A path as one line that no CI service takes for a command ("::error", "##[...]")."""
    plain = one_line(path).replace("\\", "/")
    return f"./{plain}" if plain.startswith((":", "#")) else plain


def message(finding: Finding) -> str:
    """What a finding says, in one line, with what to do; services take no message of a megabyte."""
    hint = f"; {finding.hint}" if finding.hint else ""
    return one_line(shortened(finding.message) + shortened(hint))


def shortened(text: str) -> str:
    """Text with its middle left out where it is longer than anybody reads."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST - _TAIL]} … {text[-_TAIL:]}"


def subject(finding: Finding, report: Report) -> str:
    """The reference that a finding is about: "[8] lan2019regulation"; "" for the list."""
    number = report.numbers.get(finding.ref)
    ref = shortened(finding.ref)
    return one_line(f"[{number}] {ref}" if number is not None else ref)


def said(finding: Finding, report: Report) -> str:
    """Which reference it is about, and what of it, in one line."""
    about = subject(finding, report)
    return f"{about}: {message(finding)}" if about else message(finding)


def place_of(finding: Finding, where: Spot) -> str:
    """`path:line:column`; the path alone of a finding without a place."""
    return f"{where.path}:{where.line}:{where.column}" if finding.place else where.path


def _length(finding: Finding, report: Report, line: int, column: int) -> int:
    """How many characters of the line the fault takes: its text where it stands there, else one."""
    path = finding.place.path if finding.place else report.path
    lines = report.lines.get(path, ())
    if not finding.text or line > len(lines):
        return 1
    return len(finding.text) if lines[line - 1].startswith(finding.text, column - 1) else 1
