"""The recorded Crossref works as records, and a search over them like Crossref's.

The search is an inverted index with TF-IDF weights over the words of title, authors, container,
year, volume and page: what `query.bibliographic` does, as far as a few thousand works allow.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ifnlit.match.fold import words
from ifnlit.sources import crossref

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ifnlit.model.evidence import Record
    from ifnlit.model.reference import Reference

HALVES = ("tuning", "kept apart")


def works(path: Path) -> list[Record]:
    """Every work of the recorded answers, decoded as the resolver decodes them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [crossref.record(json.loads(line)) for line in lines]


def half(doi: str) -> str:
    """The half of the works that a DOI belongs to, by its hash: tuning, or kept apart from it."""
    return HALVES[hashlib.sha256(doi.casefold().encode()).digest()[0] % 2]


class Index:
    """The works by their words; `near` gives the likeliest ones for a reference."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.records = list(records)
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, record in enumerate(self.records):
            counts = Counter(_record_words(record))
            length = math.sqrt(sum(counts.values())) or 1.0
            for word, count in counts.items():
                self._postings[word].append((at, (1 + math.log(count)) / length))

    def near(self, reference: Reference, top: int) -> list[Record]:
        """The `top` records that share the rarest words with the reference's text."""
        scores: dict[int, float] = defaultdict(float)
        for word in set(_reference_words(reference)):
            found = self._postings.get(word, [])
            if not found or len(found) > len(self.records) // 8:
                continue  # a word in every eighth work tells nothing, and costs the most
            weight = math.log(len(self.records) / len(found)) ** 2
            for at, value in found:
                scores[at] += weight * value
        best = sorted(scores, key=lambda at: (-scores[at], at))[:top]
        return [self.records[at] for at in best]


def _record_words(record: Record) -> list[str]:
    names = (name.family or name.literal for name in record.authors)
    texts = (*record.titles, *record.subtitles, *record.container_titles[:1], *names)
    years = (str(year) for year in record.years)
    return [word for text in (*texts, *years, record.volume, record.page) for word in words(text)]


def _reference_words(reference: Reference) -> list[str]:
    names = (name.family or name.literal for name in reference.author)
    year = str(reference.issued.year) if reference.issued else ""
    texts = (reference.title, reference.container_title, year, reference.volume, reference.page)
    return [word for text in (*texts, *names) for word in words(text)]
