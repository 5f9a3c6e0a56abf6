"""What is in no field."""

from __future__ import annotations

from ifnlit.model.parsed import Field
from ifnlit.parse.residue import residue


def test_a_field_within_another_leaves_nothing_between() -> None:
    raw = "Smith, Jr of Kent"
    fields = [Field(name, *at, "", 1.0, "crf") for name, at in (("a", (0, 9)), ("b", (7, 9)))]
    assert [part.text for part in residue(raw, fields)] == ["of Kent"]
