"""Damaged strings give the record of the undamaged ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ifnlit.parse import parse
from tests.parse.damage import KINDS

if TYPE_CHECKING:
    from ifnlit.model.reference import Reference

ROOT = Path(__file__).parents[2]
LINES = (ROOT / "refs/references.txt").read_text(encoding="utf-8").splitlines()
RAWS = [line.partition("] ")[2] for line in LINES if line]
PAIRS = [
    ("no-break-blank", "em-dash-pages"),
    ("wide-marks", "en-dash"),
    ("doubled-blanks", "et-al-bare"),
    ("no-blank-after-marks", "no-stop-at-end"),
    ("zero-width", "soft-hyphen"),
    ("entities", "ligatures"),
    ("blank-before-marks", "two-stops-at-end"),
    ("decomposed", "thin-blank"),
]


def records(raws: list[str]) -> list[dict[str, Any]]:
    text = "\n".join(raws)
    return [bare(one.reference) for one in parse(text, lines=True).items]


def bare(reference: Reference) -> dict[str, Any]:
    """All that a record says of the work; where it came from differs of course."""
    names = type(reference).__slots__
    return {name: getattr(reference, name) for name in names if name != "origin"}


WHOLE = records(RAWS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_list_gives_the_records_of_the_undamaged_one(kind: str) -> None:
    damage = KINDS[kind]
    assert records([damage(raw) for raw in RAWS]) == WHOLE


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_two_kinds_of_damage_at_once_do_no_more(first: str, second: str) -> None:
    assert records([KINDS[first](KINDS[second](raw)) for raw in RAWS]) == WHOLE


def test_what_was_mended_is_told() -> None:
    (item,) = parse(
        "Li M. Effect of VEGF,MMP-2 in vivo : a repli- cation study [J]. "
        "CurrOpin Virol, 2018, 30: 18- 23.",
        lines=True,
    ).items
    assert item.reference.origin is not None
    told = [(one.before, one.after, one.kind) for one in item.reference.origin.repairs]
    assert told == [
        ("VEGF,MMP-2", "VEGF, MMP-2", "typographic"),
        ("vivo :", "vivo:", "typographic"),
        ("repli- cation", "replication", "typographic"),
        ("CurrOpin Virol", "Curr Opin Virol", "typographic"),
        ("18- 23", "18-23", "typographic"),
    ]
