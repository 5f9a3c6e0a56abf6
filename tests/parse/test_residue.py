"""What is in no field."""

from __future__ import annotations

from ifnlit.model.parsed import Field
from ifnlit.parse.residue import residue


def test_words_of_a_style_s_form_are_no_content() -> None:
    fields = [Field("a", 5, 9, "C-12", 1.0, "grammar")]
    assert [part.text for part in residue("Case C-12 núm", fields)] == ["Case", "núm"]
    assert residue("Case C-12 núm", fields, frozenset({"case", "núm"})) == ()


def test_a_field_within_another_leaves_nothing_between() -> None:
    raw = "Smith, Jr of Kent"
    fields = [Field(name, *at, "", 1.0, "crf") for name, at in (("a", (0, 9)), ("b", (7, 9)))]
    assert [part.text for part in residue(raw, fields)] == ["of Kent"]
