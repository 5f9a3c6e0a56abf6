"""What a push is asked to do, what it tells on the way, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ifnlit.model.reference import Reference
    from ifnlit.push.item import Item
    from ifnlit.push.plan import Sent, Step


class Road(StrEnum):
    """The way into Zotero (ZOTERO_PUSH 1)."""

    LOCAL = "local API"
    CONNECTOR = "connector"
    WEB = "web API"


class Trouble(StrEnum):
    """Why a push could not be ended."""

    UNREACHED = "unreached"  # no answer: nothing is known, try again
    REFUSED = "refused"  # an answer: this will not work as it is


@dataclass(frozen=True, slots=True)
class Job:
    """References to push into `collection` ("" for none); `sent` is what is known, by library.

    With `apply` false everything is read and nothing is written.
    """

    references: tuple[Reference, ...]
    collection: str = ""
    sent: Mapping[str, Mapping[str, Sent]] = field(default_factory=dict[str, "Mapping[str, Sent]"])
    apply: bool = False


@dataclass(frozen=True, slots=True)
class Learnt:
    """What a library of Zotero holds now: to be kept at once, so that a push can go on."""

    library: str
    sent: Mapping[str, Sent]


@dataclass(frozen=True, slots=True)
class Problem:
    """What stopped the push, and what to do."""

    trouble: Trouble
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """The road and target taken, a step a reference, and what became of those to be written.

    `failed` has a message for each reference that Zotero did not take. `library` is its name in
    our state, `sent` what was sent to it before, and `held` its items that stand for ours.
    """

    road: Road | None
    target: str = ""
    steps: tuple[Step, ...] = ()
    written: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()
    notices: tuple[str, ...] = ()
    problem: Problem | None = None
    library: str = ""
    sent: Mapping[str, Sent] = field(default_factory=dict[str, "Sent"])
    held: Mapping[str, Item] = field(default_factory=dict[str, "Item"])


class Stopped(Exception):  # noqa: N818  # not an error of the program but the end of the road
    """The push cannot go on."""

    def __init__(self, trouble: Trouble, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.problem = Problem(trouble, message, hint)
