"""What a rule is: how much it matters, and the faults it finds in a reference or in a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ifnlit.model.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.finding import Severity
    from ifnlit.model.reference import Reference

PRINTED = "custom.raw"  # the variable of faults in the printed text


@dataclass(frozen=True, slots=True)
class Change:
    """A value to put in the place of another: `variable` (or a path in it) becomes `after`."""

    variable: str
    before: str
    after: str
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that a rule found.

    `text` is the stretch at fault, as it stands. `at` is the index of the reference: a list rule
    sets it where one reference stands out, and leaves -1 for the list itself.
    """

    message: str
    variable: str = ""
    text: str = ""
    hint: str = ""
    at: int = -1
    changes: tuple[Change, ...] = ()


class EachCheck(Protocol):
    """Finds faults in one reference; `subject` is the list around it."""

    def __call__(self, reference: Reference, subject: Subject) -> Iterator[Fault]: ...


class ListCheck(Protocol):
    """Finds faults of the list as a whole."""

    def __call__(self, subject: Subject) -> Iterator[Fault]: ...


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; its manual page is the docstring of its module, its name a line in `RULES`.

    It has one of `each` and `whole`; neither where another part finds the faults (a reader, the
    parser, `check`) and the rule is here for its page, its selection and its severity.
    """

    severity: Severity
    each: EachCheck | None = None
    whole: ListCheck | None = None
