"""Something to tell a person about a reference, and where it stands."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ifnlit.model.frozen import dataclass

if TYPE_CHECKING:
    from ifnlit.model.fix import Fix


class Severity(StrEnum):
    """How much a finding matters, in order; `error` alone fails a command by default."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    def reaches(self, least: Severity) -> bool:
        """Whether it is `least` or worse; `>=` would compare the words."""
        order = tuple(Severity)
        return order.index(self) >= order.index(least)


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file: line and column count from 1, in characters; 0 for "not known"."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`path:line:column`, as far as known."""
        known = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.path, *known])


@dataclass(frozen=True, slots=True)
class Finding:
    """What `rule` says of the reference `ref` (its id; "" for the whole list).

    `variable` is the CSL variable concerned ("" for the record); `hint` says what to do. `text` is
    the stretch at fault, as it stands at `place`; `fix` is what would mend it.
    """

    rule: str
    message: str
    severity: Severity = Severity.WARNING
    ref: str = ""
    variable: str = ""
    place: Place | None = None
    hint: str = ""
    text: str = ""
    fix: Fix | None = None

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What stays when lines move: no place, and no count in a message."""
        return self.rule, self.ref, self.variable, self.text
