"""References in every style the grammars know, with the record each must give.

The strings are made up; `references.yaml` has what a person has checked. A name is
"family|given|suffix", or "=literal".
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ifnlit.parse import parse

if TYPE_CHECKING:
    from ifnlit.model.name import Name
    from ifnlit.model.parsed import Parsed

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "references.yaml").read_text(encoding="utf-8")
)
IDS = [f"{index}-{case['raw'][:30]}" for index, case in enumerate(CASES)]
ROLES = ("author", "editor", "translator")
DATES = ("issued", "accessed")
TEXTS = (
    "title", "container_title", "volume", "issue", "page", "number", "number_of_pages", "edition",
    "publisher", "publisher_place", "collection_title", "collection_number", "event_place",
    "genre", "medium", "language", "note", "status", "doi", "pmid", "pmcid", "isbn", "issn",
    "arxiv", "url",
)  # fmt: skip


@cache
def parsed(raw: str) -> Parsed:
    (item,) = parse(raw, lines=True, independent=True).items
    return item


def shown(name: Name) -> str:
    if name.literal:
        return f"={name.literal}"
    return "|".join(part for part in (name.full_family, name.given, name.suffix) if part)


def told(item: Parsed) -> dict[str, Any]:
    """The record as `references.yaml` writes it."""
    reference = item.reference
    said: dict[str, Any] = {"style": item.style, "type": reference.type}
    for role in ROLES:
        said[role] = [shown(name) for name in getattr(reference, role)]
    for name in (*TEXTS, *DATES):
        said[name] = str(getattr(reference, name) or "")
    said["et_al"] = reference.et_al
    said["residue"] = [part.text for part in item.residue]
    return {name: value for name, value in said.items() if value or name == "style"}


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_reference_gives_its_record(case: dict[str, Any]) -> None:
    expected = {name: value for name, value in case.items() if name not in {"of", "raw"}}
    assert told(parsed(case["raw"])) == expected


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_each_field_stands_where_it_says(case: dict[str, Any]) -> None:
    item, raw = parsed(case["raw"]), case["raw"]
    ends = 0
    for field in item.fields:
        assert ends <= field.start < field.end <= len(raw)
        assert raw[field.start : field.end] == raw[field.start : field.end].strip()
        ends = field.end
