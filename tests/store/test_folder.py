"""Files of a folder are written together or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ifnlit.errors import UnreadableInput
from ifnlit.store.folder import write_all
from ifnlit.store.text import write_atomic

if TYPE_CHECKING:
    from pathlib import Path


def test_folders_are_made_on_the_way(tmp_path: Path) -> None:
    write_all([(str(tmp_path / "a" / "b" / "c"), b"1"), (str(tmp_path / "a" / "d"), b"2")])
    assert (tmp_path / "a" / "b" / "c").read_bytes() == b"1"
    assert (tmp_path / "a" / "d").read_bytes() == b"2"


def test_a_failure_brings_the_old_files_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "old").write_bytes(b"old")

    def failing(path: str, data: bytes) -> None:
        if path.endswith("third"):
            raise UnreadableInput("no")
        write_atomic(path, data)

    monkeypatch.setattr("ifnlit.store.folder.write_atomic", failing)
    names = ["old", "new/second", "new/third"]
    with pytest.raises(UnreadableInput):
        write_all([(str(tmp_path / name), b"x") for name in names])
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert (tmp_path / "old").read_bytes() == b"old"


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnreadableInput, match="cannot be made"):
        write_all([(str(tmp_path / "new" / "a"), b""), (str(tmp_path / "file" / "in" / "a"), b"")])
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_bare_name_needs_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_all([("a", b"1")])
    assert (tmp_path / "a").read_bytes() == b"1"
