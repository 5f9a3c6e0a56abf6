"""The labelled strings: read, put into plain form, and parted for good into train, dev and test."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from ifnlit.parse.normal import normal

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared"
TRAINING = SHARED / "training"
SOURCES = ("anystyle-core", "anystyle-good", "grobid", "plos", "gbt7714-bibtex")
# Of a hundred groups: below the first figure test, below the second dev, else train.
TEST, DEV = 10, 16
_BIG = frozenset({"citations.xml", "kisti_test_en.tei.xml"})  # files of many lists: by item


# Too rare to be learnt, and read as authors all the same.
_AUTHORS = {"director": "author", "producer": "author"}
_LOST = re.compile(r"[ .]((?:19|20)\d\d) ?;")
Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reference in plain form with its spans (start, end, label)."""

    id: str
    source: str
    text: str
    spans: tuple[tuple[int, int, str], ...]


def group(identifier: str) -> str:
    """What stays together when data is parted: the citing article, the work, the file, the item."""
    source, _, rest = identifier.partition(":")
    head, _, tail = rest.rpartition(":")
    if source == "gbt7714-bibtex":
        return f"{source}:{tail}"
    if source == "plos" or (source == "grobid" and head not in _BIG):
        return f"{source}:{head}"
    return identifier


def part(identifier: str) -> str:
    """The part of a record, "train", "dev" or "test": for good, by a hash of its group."""
    value = int(sha256(group(identifier).encode()).hexdigest()[:8], 16) % 100
    return "test" if value < TEST else "dev" if value < DEV else "train"


def read(path: Path) -> Iterator[Labelled]:
    """The records of a labelled file, in plain form."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield plain(record["id"], record["source"], record["raw"], record["spans"])


def plain(identifier: str, source: str, raw: str, spans: list[tuple[int, int, str]]) -> Labelled:
    """A raw string and its spans in plain form."""
    found = normal(raw)
    starts: list[int] = []
    place = 0
    for index in range(len(raw) + 1):
        while place < len(found.text) and found.at[place] < index:
            place += 1
        starts.append(place)
    moved = tuple(
        (starts[start], starts[end], _AUTHORS.get(label, label))
        for start, end, label in spans
        if starts[end] > starts[start]
    )
    return Labelled(identifier, source, found.text, _dated(found.text, moved))


def _dated(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """With the year before a semicolon, which some AnyStyle records lost: "2011;70: 1165-7"."""
    year = _LOST.search(text)
    if year is None or any(label == "date" for _, _, label in spans):
        return spans
    start, end = year.span(1)
    if any(one[0] < end and start < one[1] for one in spans):
        return spans
    return tuple(sorted((*spans, (start, end, "date"))))


def load(*parts: str, sources: tuple[str, ...] = SOURCES) -> list[Labelled]:
    """All labelled strings of the named parts."""
    return [
        one
        for source in sources
        for one in read(TRAINING / f"{source}.jsonl")
        if part(one.id) in parts
    ]
