"""Styles with marks of their own: the record that each reference must give, by either engine.

The strings of `styles/` are made up, half of them rendered with varied marks. A name is written as
in `references.yaml`; variables without an attribute stand under their CSL name.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ifnlit.parse import parse
from ifnlit.parse.crf import CrfTagger
from tests.parse.test_references import told

if TYPE_CHECKING:
    from ifnlit.parse.span import Tagger

CASES: list[dict[str, Any]] = [
    case
    for path in sorted((Path(__file__).parent / "styles").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
# Each by both engines, but for what one of them alone reads.
READ = [
    pytest.param(case, engine, id=f"{engine}-{index}-{case['of']}-{case['raw'][:30]}")
    for index, case in enumerate(CASES)
    for engine in ("grammar", "full")
    if engine != case.get("not_by")
]


@cache
def tagger() -> Tagger:
    return CrfTagger()


@pytest.mark.parametrize(("case", "engine"), READ)
def test_a_reference_of_a_marked_style_gives_its_record(case: dict[str, Any], engine: str) -> None:
    asked = tagger() if engine == "full" else None
    (item,) = parse(case["raw"], lines=True, independent=True, tagger=asked).items
    found = told(item) | {name: json.loads(text) for name, text in item.reference.extra}
    del found["style"]
    assert found == {
        name: value for name, value in case.items() if name not in {"of", "raw", "not_by"}
    }
