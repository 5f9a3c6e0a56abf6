"""JSON text as the standard encoder lays it out, in one line or a member a line.

That one lays out the second in Python, with a call for each mark, and takes five times as long.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# What JSON leaves as it is though a terminal obeys it: DEL, C1 controls, bidi and line controls.
_RAW = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(text: str) -> str:
    """Text as JSON, nothing in it that a terminal obeys."""
    written = quoted(text)
    if written.isprintable():  # as most is, and quicker to see
        return written
    return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


class Frame(NamedTuple):
    """What stands before, between and after the parts of a map or list."""

    before: str
    between: str
    after: str

    def mapping(self, members: Iterable[str]) -> str:
        """A map of members that are written."""
        inside = self.between.join(members)
        return f"{{{self.before}{inside}{self.after}}}" if inside else "{}"

    def sequence(self, items: Iterable[str]) -> str:
        """A list of items that are written."""
        inside = self.between.join(items)
        return f"[{self.before}{inside}{self.after}]" if inside else "[]"


class Layout:
    """Writes values at a depth: in one line without a `step`, else indented by it.

    `text_of` writes text with its quotation marks.
    """

    def __init__(self, step: str = "", text_of: Callable[[str], str] = quoted) -> None:
        self._step = step
        self.text_of = text_of
        # Names come again and again, those of a map that is no record of ours now and then.
        self._name = lru_cache(maxsize=1024)(text_of)
        self.frame = lru_cache(maxsize=64)(self._frame)

    def value(self, value: object, depth: int = 0) -> str:
        """Any value that JSON has, names being text."""
        if isinstance(value, str):
            return self.text_of(value)
        if isinstance(value, dict):
            return self.frame(depth).mapping(self.members(cast("dict[str, object]", value), depth))
        if isinstance(value, (list, tuple)):
            items = cast("Iterable[object]", value)
            return self.frame(depth).sequence([self.value(item, depth + 1) for item in items])
        return str(value) if type(value) is int else json.dumps(value)

    def members(self, pairs: Mapping[str, object], depth: int) -> list[str]:
        """The members of a map that stands at a depth."""
        name_of, text_of, value_of = self._name, self.text_of, self.value
        return [
            f"{name_of(name)}: {text_of(it) if isinstance(it, str) else value_of(it, depth + 1)}"
            for name, it in pairs.items()
        ]

    def _frame(self, depth: int) -> Frame:
        """What the parts of a map or list at a depth are put between."""
        if not self._step:
            return Frame("", ", ", "")
        line = "\n" + self._step * (depth + 1)
        return Frame(line, f",{line}", "\n" + self._step * depth)
