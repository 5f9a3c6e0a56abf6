"""Places of a file: by reference and variable, made when asked for; paths as reports name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.finding import Place
from ifnlit.store.places import Places
from ifnlit.store.refs_yaml import read
from ifnlit.store.relative import prefix, relative

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_places_are_a_mapping() -> None:
    places = Places("refs.yaml")
    places.put(0, "title", 3, 12)
    assert dict(places) == {(0, "title"): Place("refs.yaml", 3, 12)}
    assert len(places) == 1
    assert places.get((1, "title")) is None


def test_each_person_has_a_place() -> None:
    text = "references:\n- id: a\n  author:\n  - {family: Li}\n  - {family: Xu}\n"
    assert read(text, "refs.yaml").places[0, "author[1]"] == Place("refs.yaml", 5, 5)


def test_a_path_is_told_from_the_folder_that_it_lies_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "docs"
    inside.mkdir()
    monkeypatch.chdir(inside)
    assert relative(str(inside / "a" / "refs.yaml")) == "a/refs.yaml"
    assert relative(str(tmp_path / "refs.yaml")) == str(tmp_path / "refs.yaml")
    assert prefix(str(tmp_path)) == "docs/"
    assert prefix(str(inside)) == prefix("") == ""
    assert prefix(str(tmp_path / "elsewhere")) == ""


def test_a_path_is_told_as_it_is_where_the_folder_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert relative("refs.yaml") == "refs.yaml"
