"""Where things stand in a file: offsets now, lines and columns when somebody asks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping

from ifnlit.model.finding import Place


class Lines:
    """The lines of a text: the place of an offset in it."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def place(self, offset: int) -> Place:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self._starts, offset)
        return Place(self.path, line, offset - self._starts[line - 1] + 1)


class Places(Mapping[tuple[int, str], Place]):
    """Places by (index of the reference, CSL variable), made from offsets when asked for."""

    def __init__(self, offsets: dict[tuple[int, str], int], lines: Lines) -> None:
        self._offsets = offsets
        self._lines = lines

    def __getitem__(self, key: tuple[int, str]) -> Place:
        return self._lines.place(self._offsets[key])

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return iter(self._offsets)

    def __len__(self) -> int:
        return len(self._offsets)
