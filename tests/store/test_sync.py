"""The state of Zotero: where it is kept, and which of two files counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ifnlit.errors import UnreadableInput
from ifnlit.push.plan import Sent
from ifnlit.store import sync
from ifnlit.store.beside import Files, files

if TYPE_CHECKING:
    from pathlib import Path

OLD = {"web": {"a": Sent("K1", {"title": "old"}, 1)}}
NEW = {"web": {"a": Sent("K1", {"title": "new"}, 2)}}


def test_what_a_read_only_library_was_sent_last_counts(tmp_path: Path) -> None:
    at = sync.sync_files(str(tmp_path / "refs.yaml"), str(tmp_path / "cache"))
    sync.write(at, OLD)
    sync.write(Files("", at.cached), NEW)
    assert sync.read(at) == NEW
    sync.write(at, OLD)
    assert sync.read(at) == OLD


def test_the_packaged_library_has_a_file_of_its_own_for_zotero(tmp_path: Path) -> None:
    assert sync.sync_files("", str(tmp_path)) != files("", str(tmp_path))


def test_a_cache_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnreadableInput, match="what was learnt cannot be kept"):
        sync.write(sync.sync_files("", str(tmp_path / "file" / "cache")), OLD)
