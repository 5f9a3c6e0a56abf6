"""Recorded records of Crossref, where the folder of data sets is: never committed, read alone."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from ifnlit.model.date import Date
from ifnlit.model.reference import Reference
from ifnlit.resolve.notice import worst
from ifnlit.resolve.record import fields
from ifnlit.sources import crossref
from tests.resolve.test_machine import World as ByHand
from tests.world.answers import Knowledge

if TYPE_CHECKING:
    from pathlib import Path

    from ifnlit.model.evidence import Record

TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "proceedings-article": "paper-conference",
    "book": "book",
}
EVERY = 20  # one record in so many, chosen by a hash of its DOI


@pytest.fixture(scope="module")
def works(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    folder = request.config.rootpath.parent / "shared" / "crossref"
    if not (folder / "works.jsonl.gz").is_file():
        pytest.skip("the recorded records are not here")
    return _sample(folder / "works.jsonl.gz")


def test_every_recorded_record_is_read_as_clean_text(works: list[dict[str, Any]]) -> None:
    for item in works:
        record = crossref.record(item)
        assert record.doi.lower() == item["DOI"].lower()
        assert all(value.isprintable() for _, value in fields(record))
        assert worst(record).rule in {"", "doi-corrected", "doi-retracted", "doi-concern"}


def test_a_reference_made_of_a_record_is_confirmed_by_it(works: list[dict[str, Any]]) -> None:
    references = _references(works)
    found = ByHand(knowledge=Knowledge(works=works)).resolve(*references)
    assert len(references) > 200
    assert set(found.values()) == {"confirmed"}


def test_no_reference_is_confirmed_by_the_record_of_another(works: list[dict[str, Any]]) -> None:
    references = _references(works)
    others = [*references[1:], references[0]]
    swapped = [replace(it, doi=other.doi) for it, other in zip(references, others, strict=True)]
    found = ByHand(knowledge=Knowledge(works=works)).resolve(*swapped)
    assert set(found.values()) == {"disputed"}


def _sample(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    return [it for it in items if hashlib.sha256(it["DOI"].encode()).digest()[0] % EVERY == 0]


def _references(works: list[dict[str, Any]]) -> list[Reference]:
    records = [crossref.record(item) for item in works]
    return [
        _reference(f"k{at}", record)
        for at, record in enumerate(records)
        if record.type in TYPES and record.title and record.years
    ]


def _reference(key: str, record: Record) -> Reference:
    return Reference(
        key,
        TYPES[record.type],
        record.titles[0] if record.titles else record.title,
        record.authors[:3],
        len(record.authors) > 3,
        container_title=record.container_titles[0] if record.container_titles else "",
        issued=Date(record.years[0]),
        volume=record.volume,
        issue=record.issue,
        page=record.page,
        number=record.number,
        publisher=record.publisher,
        doi=record.doi,
    )
