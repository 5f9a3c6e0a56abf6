"""Where values stand in a file, kept as numbers: a `Place` is made when one is asked for.

A library of 10,000 references has 140,000 values, and a run asks for the places of few of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ifnlit.model.finding import Place

Key = tuple[int, str]


class Places(Mapping[Key, Place]):
    """The places of one file by (index of the reference, CSL variable)."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._spots: dict[Key, tuple[int, int]] = {}

    def put(self, at: int, variable: str, line: int, column: int) -> None:
        """Note where a value stands; both numbers count from 1."""
        self._spots[at, variable] = (line, column)

    def __getitem__(self, key: Key) -> Place:
        return Place(self._path, *self._spots[key])

    def __iter__(self) -> Iterator[Key]:
        return iter(self._spots)

    def __len__(self) -> int:
        return len(self._spots)
