"""RIS as other programs write it: a missing `ER`, run-together records, wrapped lines, odd tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.formats.faults import Faults
from ifnlit.formats.ris_record import reference_of
from ifnlit.formats.ris_row import Row
from ifnlit.model.reading import Reading

if TYPE_CHECKING:
    from ifnlit.model.finding import Place
    from ifnlit.model.reference import Reference

# Two blanks, a hyphen and a blank; one blank or a tab before it, or none after two, are forgiven.
_TAG = re.compile(
    r"\ufeff?[ \t]*([A-Z][A-Z0-9])(?:[ \t]-(?=[ \t]|\Z)| [ \t]-)[ \t]?(.*)\Z", re.DOTALL
)
_SMALL = re.compile(r"(?m)^[ \t]*ty {2}- ")
_SMALL_TAG = re.compile(r"(?m)^[ \t]*[a-z][a-z0-9](?= {2}-)")
# A record's end and the next one's beginning in the middle of a line.
_RUN_TOGETHER = re.compile(r"(?=(?:ER {2}-(?: |\Z)|TY {2}- [A-Z]{2,}))")
_END = re.compile(r"\r\n|\n|\r")
_END_OF_FILE = "EF"  # Web of Science's last line


def read(text: str, path: str) -> Reading:
    """The references of RIS text with their places; never raises."""
    return _Reader(path).reading(text)


class _Reader:
    """Cuts a file into records, and tells where one is not as it should be."""

    def __init__(self, path: str) -> None:
        self.faults = Faults(path)
        self.references: list[Reference] = []
        self.places: dict[tuple[int, str], Place] = {}
        self.rows: list[Row] = []
        self.keys: dict[str, Place] = {}
        self.stray = 0  # line where text outside of any record began

    def reading(self, text: str) -> Reading:
        if _SMALL.search(text):
            text = _SMALL_TAG.sub(lambda tag: tag[0].upper(), text)
        for number, line in enumerate(_END.split(text), 1):
            found = _TAG.match(line)
            if found is None:
                self._wrapped(line, number)
                continue
            tag, value, column = found[1], found[2], found.start(2) + 1
            if "  - " in value or value.endswith("ER  -"):
                self._run_together(tag, value, number, column)
            else:
                self._tagged(tag, value, number, column)
        if self.rows:
            self._close(closed=False)
        return Reading(tuple(self.references), tuple(self.faults.found), self.places)

    def _tagged(self, tag: str, value: str, line: int, column: int) -> None:
        self.stray = 0
        if tag == "ER":
            if self.rows:
                self._close(closed=True)
            return
        if tag == "TY" and self.rows:
            self._close(closed=False)
        self.rows.append(Row(tag, value, line, column))

    def _run_together(self, tag: str, value: str, line: int, column: int) -> None:
        """`EP  - 12ER  - ` and `ER  - TY  - JOUR`: each tag begins a line of its own."""
        first, *rest = _RUN_TOGETHER.split(value)
        self._tagged(tag, first, line, column)
        at = column + len(first)
        for part in rest:
            self.faults.odd(
                "records-run-together",
                f"{part[:2]} stands in the middle of a line and is read as a line of its own",
                self.faults.at(line, at),
                f"begin a new line before {part[:2]}",
            )
            self._tagged(part[:2], part[6:], line, at + 6)
            at += len(part)

    def _wrapped(self, line: str, number: int) -> None:
        if self.rows:
            self.rows[-1].more.append(line.strip())
        elif line.strip(" \t\ufeff") not in {"", _END_OF_FILE} and not self.stray:
            self.stray = number
            self.faults.odd(
                "outside-record",
                f'text outside of any record is passed over: "{line.strip()[:60]}"',
                self.faults.at(number, 1),
                "begin each record with a line TY  - and end it with ER  - ",
            )

    def _close(self, *, closed: bool) -> None:
        rows, self.rows = self.rows, []
        if not closed:
            self.faults.odd(
                "record-not-closed",
                "a record has no ER line; it is read up to here",
                self.faults.at(rows[0].line, rows[0].begins),
                "add a line ER  - (with its blank) after its last tag",
            )
        index = len(self.references)
        reference = reference_of(rows, self.faults, index, self.places)
        if reference is None:
            return
        place = self.places[index, ""]
        if reference.id and self.keys.setdefault(reference.id, place) is not place:
            self.faults.doubled(reference.id, self.keys[reference.id], place)
        self.references.append(reference)
