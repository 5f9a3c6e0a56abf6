"""What a reader tells of a file: the findings of all formats, with the same names and words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ifnlit.model.csl import DATES, NAMES
from ifnlit.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from ifnlit.model.date import Date


def problem_rule(variable: str) -> str:
    """The rule of what is wrong with the value of a CSL variable ("author[1]" as well)."""
    bare = variable.partition("[")[0].partition(".")[0].replace("-", "_")
    if bare == "type":
        return "type-unknown"
    if bare in DATES:
        return "no-date"
    return "odd-names" if bare in NAMES else "no-json"


@dataclass(slots=True)
class Faults:
    """Collects findings while one file is read; `path` is that file, for places alone."""

    path: str
    found: list[Finding] = field(default_factory=list[Finding])

    def at(self, line: int, column: int = 0) -> Place:
        """A place in the file."""
        return Place(self.path, line, column)

    def broken(self, message: str, place: Place, hint: str, ref: str = "") -> None:
        """Something could not be read, and is not in the result."""
        self.found.append(Finding("broken-entry", message, Severity.ERROR, ref, "", place, hint))

    def odd(self, rule: str, message: str, place: Place, hint: str, ref: str = "") -> None:
        """Something was read, but not as it stands there."""
        self.found.append(Finding(rule, message, Severity.WARNING, ref, "", place, hint))

    def mended(self, rule: str, message: str, place: Place, ref: str = "") -> None:
        """Another program's habit was undone; nothing is to be done."""
        self.found.append(Finding(rule, message, Severity.INFO, ref, "", place, ""))

    def dated(
        self, text: str, place: Place, ref: str = "", *, year: int | None = None
    ) -> Date | None:
        """The date that a field says; told when it is none, or says more than a date."""
        from ifnlit.formats.loose_date import understood  # few files have such a date

        date, whole = understood(text, year)
        if whole and date is not None:
            return date
        said = f"is read as {date}" if date else "is no date and is kept as it is"
        self.odd("no-date", f'"{text[:60]}" {said}', place, "write 2020 or 2020-08-17", ref)
        return date

    def unknown(self, name: str, place: Place, ref: str = "") -> None:
        """A field that no variable holds: kept under its own name."""
        self.found.append(
            Finding(
                "unknown-field",
                f"{name} has no place in a record and is kept under its name",
                Severity.INFO,
                ref,
                name,
                place,
                "nothing is lost in the library; other formats leave it out",
            )
        )

    def doubled(self, key: str, first: Place, place: Place) -> None:
        """A key that another record of the file has already."""
        self.found.append(
            Finding(
                "duplicate-key",
                f'the key "{key}" is already used in line {first.line}',
                Severity.WARNING,
                key,
                "id",
                place,
                "give one of the two another key",
            )
        )
