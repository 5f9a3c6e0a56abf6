"""Where values stand in a JSON text: looked up only when somebody asks."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence

from ifnlit.formats.text_lines import Lines
from ifnlit.model.csl import NAMES
from ifnlit.model.finding import Place

_TOKEN = re.compile(r'("[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z))\s*(:)?|[{}\[\]]', re.DOTALL)
_BLANK = re.compile(r"\s*")
_PERSON = 3  # the level of a map in the list of authors
_DEEPEST = 2  # the variables of a record, and the names under `custom`


class JsonPlaces(Mapping[tuple[int, str], Place]):
    """(index of a record, variable) -> place of its value; "" for the record itself.

    `starts` are the offsets of the records. Names under `custom` are "custom.name", people
    "author[0]".
    """

    def __init__(self, text: str, path: str, starts: Sequence[int]) -> None:
        self._text = text
        self._path = path
        self._starts = starts
        self._lines: Lines | None = None
        self._known: dict[int, dict[str, int]] = {}

    def __getitem__(self, key: tuple[int, str]) -> Place:
        """The place; raises `KeyError` for what does not stand in the file."""
        index, variable = key
        return self._place(self._offsets(index)[variable])

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Every record and variable, in file order."""
        for index in range(len(self._starts)):
            for variable in self._offsets(index):
                yield index, variable

    def __len__(self) -> int:
        """How many places there are."""
        return sum(1 for _ in self)

    def _offsets(self, index: int) -> dict[str, int]:
        if not 0 <= index < len(self._starts):
            raise KeyError(index)
        if index not in self._known:
            self._known[index] = self._scanned(self._starts[index])
        return self._known[index]

    def _scanned(self, start: int) -> dict[str, int]:
        found = {"": start}
        depth, inside, count = 0, "", 0
        for token in _TOKEN.finditer(self._text, start):
            mark = token[0][0]
            if mark in "{[":
                depth += 1
                if depth == _PERSON and inside in NAMES:
                    found[f"{inside}[{count}]"] = token.start()
                    count += 1
            elif mark in "}]":
                depth -= 1
                if depth == 0:
                    break
            elif token[2] and depth <= _DEEPEST:
                name = _name(token[1])
                if depth == 1:
                    inside, count = name, 0
                elif inside != "custom":
                    continue
                blank = _BLANK.match(self._text, token.end())
                at = blank.end() if blank else token.end()
                found.setdefault(name if depth == 1 else f"custom.{name}", at)
        return found

    def _place(self, at: int) -> Place:
        if self._lines is None:
            self._lines = Lines(self._text)
        return Place(self._path, *self._lines.at(at))


def _name(token: str) -> str:
    """The name that a string token spells; as it stands where that is no JSON."""
    if "\\" in token:
        with contextlib.suppress(ValueError):
            return str(json.loads(token))
    return token[1:-1]
