"""Where things stand in a file: offsets now, lines and columns when somebody asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ifnlit.formats import text_lines
from ifnlit.model.finding import Place


class Lines:
    """The lines of a text: the place of an offset in it."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self._at = text_lines.Lines(text).at

    def place(self, offset: int) -> Place:
        """Line and column of an offset, both from 1."""
        return Place(self.path, *self._at(offset))


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
