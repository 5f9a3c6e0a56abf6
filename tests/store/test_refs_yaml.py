"""`refs.yaml` is read with the place of every value, and all faults of a file are told at once."""

from __future__ import annotations

import pytest

from ifnlit.errors import UnreadableInput
from ifnlit.model.name import Name
from ifnlit.store.refs_yaml import read

TWO = """\
references:
  - id: lan2019regulation
    type: article-journal
    title: "Regulation"
    author:
      - {family: Lan, given: Y. R.}
    issued: "2019"
    volume: 041
    issue: no
    custom:
      n: 8
      et-al: true
      raw: "Lan Y R, et al. Regulation"
      house-number: 7
  - id: other
"""


def test_every_scalar_is_text_and_every_value_has_its_place() -> None:
    reading = read(TWO, "refs.yaml")
    first, second = reading.references
    assert (first.volume, first.issue, str(first.issued)) == ("041", "no", "2019")
    assert first.author == (Name("Lan", "Y. R."),)
    assert first.et_al
    assert first.origin is not None
    assert (first.origin.n, first.origin.raw) == (8, "Lan Y R, et al. Regulation")
    assert first.custom == (("house-number", '"7"'),)
    assert second.type == "document"
    assert str(reading.places[0, "title"]) == "refs.yaml:4:12"
    assert str(reading.places[0, "custom.raw"]) == "refs.yaml:13:12"
    assert str(reading.places[1, ""]) == "refs.yaml:15:5"


def test_a_bare_list_is_a_library_too() -> None:
    assert [one.id for one in read("- id: a\n- id: b\n", "x").references] == ["a", "b"]


@pytest.mark.parametrize("text", ["references:\n", "references: []\n", "references: ~\n"])
def test_a_library_may_have_no_references_yet(text: str) -> None:
    assert read(text, "x").references == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", r"x:1:1: the library is empty; it needs a list: references:"),
        ("# only a comment\n", "the library is empty"),
        ("title: T\n", r'x:1:1: no key "references"'),
        ("references: {a: b}\n", r"x:1:13: references: must be a list"),
        ("references:\n  - just text\n", r"x:2:5: a reference must be a map"),
        ("references:\n  - title: T\n", r"x:2:5: a reference without id"),
        ("- id: a\n- id: a\n", r'x:2:3: the id "a" is already used in line 1; give one'),
        ("- id: a\n  title: T\n  title: U\n", r'x:3:3: the key "title" stands here a second time'),
        ("- id: a\n  issued: 2019-13\n", r"x:2:11: no such month: 13"),
        ("- id: a\n  type: jornal\n", r'x:2:9: no type of CSL 1.0.2: "jornal"'),
        ("- id: a\n  author: [{family: [x]}]\n", r"x:2:11: a name is a map"),
        ("- id: a\n  title: {a: b}\n", r"x:2:10: title must be text, not a map"),
        ("- id: a\n  custom:\n    n: eight\n", r"no number in the list"),
        ('- id: "a\n', r"x:\d+:\d+: no YAML: .*; mend the syntax"),
        ("- id: a\n\tb: c\n", r"x:2:\d+: no YAML: "),
        ("- id: a\x07\n", r"x:1:8: the character U\+0007 is not allowed in YAML; delete it"),
        ("a: [\n", r"x:2:1: no YAML"),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_to_do(text: str, told: str) -> None:
    with pytest.raises(UnreadableInput, match=told):
        read(text, "x")


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read("- id: a\n  issued: 2019-13\n- title: T\n- text\n", "x")
    assert [str(fault.place) for fault in caught.value.others] == ["x:3:3", "x:4:3"]


def test_aliases_that_multiply_are_refused() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        bomb += f"{name}: &{name} [{', '.join(['*' + before] * 9)}]\n"
    bomb += "references:\n  - id: a\n    note: *i\n"
    with pytest.raises(UnreadableInput, match="expand without end"):
        read(bomb, "x")


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="expand without end"):
        read("- id: a\n  note: " + "[" * 60 + "]" * 60, "x")


def test_what_an_export_says_twice_is_read_once() -> None:
    from ifnlit.formats.csl_yaml import write
    from ifnlit.formats.format import Flavour
    from ifnlit.model.reference import Reference

    references = (
        Reference("a", "article-journal", number="e1"),
        Reference("b", "thesis", publisher="Uni"),
        Reference("c", "report", number="7", page="7", genre="Memo"),
    )
    text = write(references, Flavour())
    assert "    page: e1\n" in text
    assert "    genre: Thesis\n" in text
    assert read(text, "x").references == references
