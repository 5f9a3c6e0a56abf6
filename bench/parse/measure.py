"""Labelled spans against gold ones: each field, all of them, and the core of a reference.

A field counts as right when its text is (letters and digits, without case): marks at a border are
not what a record stands on. The core is what finds a work: the authors' family names, the year,
the title, the container, the volume and the first page.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ifnlit.parse.names import people

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Labels = Sequence[tuple[int, int, str]]

_PLAIN = re.compile(r"[\W_]+")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_ONE = {"title": "title", "container-title": "container-title", "volume": "volume"}


@dataclass(slots=True)
class Score:
    """How many were found, how many of them are right, how many there are."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def add(self, gold: Counter[str], found: Counter[str]) -> None:
        """Count what one reference holds."""
        self.right += (gold & found).total()
        self.found += found.total()
        self.gold += gold.total()

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.found + self.gold
        return 2 * self.right / total if total else 1.0


@dataclass(slots=True)
class Result:
    """The scores of a set; `exact` of `count` references have the whole core right."""

    fields: dict[str, Score] = field(default_factory=dict[str, Score])
    micro: Score = field(default_factory=Score)
    core: Score = field(default_factory=Score)
    exact: int = 0
    count: int = 0

    @property
    def exact_share(self) -> float:
        return self.exact / self.count if self.count else 1.0


def measure(rows: Iterable[tuple[str, Labels, Labels]]) -> Result:
    """The scores of (text, gold spans, found spans)."""
    result = Result()
    for text, gold, found in rows:
        one, other = _values(text, gold), _values(text, found)
        for label in sorted(one.keys() | other.keys()):
            score = result.fields.setdefault(label, Score())
            score.add(one.get(label, Counter()), other.get(label, Counter()))
            result.micro.add(one.get(label, Counter()), other.get(label, Counter()))
        core, seen = core_of(text, gold), core_of(text, found)
        result.core.add(core, seen)
        result.exact += core == seen
        result.count += 1
    return result


def core_of(text: str, spans: Labels) -> Counter[str]:
    """The core of a reference as "field value" strings."""
    core: Counter[str] = Counter()
    done: set[str] = set()
    for start, end, label in spans:
        value = text[start:end]
        if label == "author":
            for person in people(value).persons:
                name = person.name
                core[f"author {plain(name.literal or name.full_family)}"] += 1
            continue
        if label in done:
            continue
        if label in _ONE:
            core[f"{label} {plain(value)}"] += 1
        elif label == "date" and (year := _YEAR.search(value)):
            core[f"year {year[0]}"] += 1
        elif label == "pages" and (first := re.match(r"\W*(\w+)", value)):
            core[f"page {plain(first[1])}"] += 1
        else:
            continue
        done.add(label)
    return core


def plain(value: str) -> str:
    """Letters and digits alone, without case."""
    return _PLAIN.sub("", value).casefold()


def _values(text: str, spans: Labels) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for start, end, label in spans:
        found.setdefault(label, Counter())[plain(text[start:end])] += 1
    return found
