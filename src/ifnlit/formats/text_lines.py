"""Lines of a text: where offsets stand in them, and a value as one of them."""

from __future__ import annotations

import re
from bisect import bisect_right

_BREAKS = re.compile(r"\s*[\r\n\t\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+\s*")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f]")


def one_line(text: str) -> str:
    """The text in one line: a blank for each break, and no control characters."""
    return _CONTROL.sub("", _BREAKS.sub(" ", text)).strip()


class Lines:
    """Where each line of a text begins."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column."""
        return self._starts[line - 1] + max(column - 1, 0)
