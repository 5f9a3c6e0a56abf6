"""Records to render, and the string that a style makes of one, with the labels of its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

_GROUP = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+)")
_SLOT = re.compile(r"\{([a-z-]+)\}")


class Person(NamedTuple):
    """A name; one without `given` is a body or a single name."""

    family: str
    given: str = ""


@dataclass(slots=True)
class Record:
    """What a reference says; `kind` is article, chapter, meeting, book, thesis, report or web."""

    kind: str
    title: str
    year: str
    authors: list[Person] = field(default_factory=list[Person])
    editors: list[Person] = field(default_factory=list[Person])
    values: dict[str, str] = field(default_factory=dict[str, str])
    language: str = "en"


@dataclass(slots=True)
class Writer:
    """A string as it grows, with the spans of what has a label."""

    text: str = ""
    spans: list[tuple[int, int, str]] = field(default_factory=list[tuple[int, int, str]])

    def mark(self, mark: str) -> None:
        """Add separator text; a stop or comma is not set twice, nor behind an end of a sentence."""
        if self.text and mark[:1] in {".", ","} and self.text[-1] in ".,?!":
            mark = mark[1:] if mark[0] == self.text[-1] or mark[0] == "." else mark
        self.text += mark

    def put(self, label: str, value: str) -> None:
        """Add a value with its label ("" for none); marks at its ends are no part of it."""
        value = value.strip(" ,;:")
        start = len(self.text)
        self.text += value
        if label and value:
            self.spans.append((start, len(self.text), label))

    def fill(self, pattern: str, values: dict[str, tuple[str, str]]) -> None:
        """Add a pattern: "[, vol. {v}]" is left out when its value is "" or missing.

        `values` holds (label, value) for each slot's name.
        """
        for found in _GROUP.finditer(pattern):
            part = found[1] if found[1] is not None else found[2]
            slots = _SLOT.findall(part)
            if found[1] is not None and not all(values.get(slot, ("", ""))[1] for slot in slots):
                continue
            at = 0
            for slot in _SLOT.finditer(part):
                self.mark(part[at : slot.start()])
                self.put(*values.get(slot[1], ("", "")))
                at = slot.end()
            self.mark(part[at:])
