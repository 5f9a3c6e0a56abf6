"""Which library is meant, and what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ifnlit.errors import UnreadableInput
from ifnlit.store.library import Location, load, locate, packaged

if TYPE_CHECKING:
    from pathlib import Path

YAML = "references:\n  - id: li2020word\n    type: book\n    title: Word\n"


def test_the_option_comes_before_the_environment_before_the_folder(tmp_path: Path) -> None:
    (tmp_path / "ifnlit.toml").write_text("", encoding="utf-8")
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(YAML, encoding="utf-8")
    a, b = str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml")
    settings = str(tmp_path / "ifnlit.toml")
    assert locate(a, {"IFNLIT_LIBRARY": b}, str(tmp_path)) == Location(a, settings, "-L")
    assert locate("", {"IFNLIT_LIBRARY": b}, str(tmp_path)) == Location(
        b, settings, "IFNLIT_LIBRARY"
    )
    below = tmp_path / "deep" / "er"
    below.mkdir(parents=True)
    assert locate("", {}, str(below)) == Location(
        str(tmp_path / "refs" / "refs.yaml"), settings, settings
    )


def test_without_any_of_them_it_is_the_packaged_one(tmp_path: Path) -> None:
    found = load(locate("", {}, str(tmp_path)))
    assert found == packaged()
    assert len(found.references) == 24


def test_a_folder_stands_for_what_it_holds(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"holds no ifnlit.toml and no refs.yaml"):
        locate(str(tmp_path))
    (tmp_path / "refs").mkdir()
    (tmp_path / "refs" / "refs.yaml").write_text(YAML, encoding="utf-8")
    assert locate(str(tmp_path)).refs == str(tmp_path / "refs" / "refs.yaml")
    (tmp_path / "ifnlit.toml").write_text('[library]\nrefs = "x.yaml"\n', encoding="utf-8")
    assert locate(str(tmp_path)).refs == str(tmp_path / "x.yaml")
    assert locate(str(tmp_path / "ifnlit.toml")).refs == str(tmp_path / "x.yaml")


def test_a_path_that_is_not_there_is_told_with_who_said_it(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r'no such library: ".*x.yaml" \(from -L\)'):
        locate(str(tmp_path / "x.yaml"))


def test_a_deleted_working_folder_is_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert locate("", {}) == Location()


def test_a_yaml_file_is_a_library_with_places(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text(YAML, encoding="utf-8")
    library = load(locate(str(path)))
    assert [reference.id for reference in library.references] == ["li2020word"]
    assert str(library.places[0, "title"]) == f"{path}:4:12"


def test_a_file_in_no_known_format_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "my.xyz"
    path.write_text("Just a sentence.\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match="in no format that holds a library"):
        load(locate(str(path)))


def test_a_library_in_another_format_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("TY  - BOOK\nTI  - Word\nER  - \n", encoding="utf-8")
    library = load(locate(str(path)))
    assert (library.format, library.references[0].title) == ("ris", "Word")
    yaml = tmp_path / "mine"
    yaml.write_text(YAML, encoding="utf-8")
    assert load(locate(str(yaml))).format == "csl-yaml"


def test_a_file_of_which_nothing_can_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.ris"
    path.write_text("nothing of the kind\n", encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"mine\.ris"):
        load(locate(str(path)))


def test_records_of_a_file_without_keys_get_keys(tmp_path: Path) -> None:
    path = tmp_path / "refs.ris"
    path.write_text(
        "TY  - JOUR\nAU  - Ng, A.\nTI  - A title\nPY  - 2020\nER  - \n"
        "TY  - JOUR\nID  - ng2020title\nTI  - Another\nER  - \n",
        encoding="utf-8",
    )
    found = load(locate(str(path)))
    assert [reference.id for reference in found.references] == ["ng2020titleb", "ng2020title"]
