"""Lines of a file come one by one, and none of them from a broken file."""

from __future__ import annotations

import io
import os
import threading
from typing import TYPE_CHECKING

import pytest

from ifnlit.errors import UnreadableInput
from ifnlit.store.lines import count, lines

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"a\r\n\nb c\n", ["a", "", "b c"]),
        (b"\xef\xbb\xbfa\x0bb\xc2\x85c", ["a\x0bb\x85c"]),
        ("\ufeffé\nx".encode("utf-16"), ["é", "x"]),
        ("é\nx".encode("utf-32"), ["é", "x"]),
        (b"", []),
    ],
)
def test_lines_are_what_line_feeds_part(tmp_path: Path, data: bytes, found: list[str]) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    assert [line.removeprefix("\ufeff") for line in lines(str(path))] == found


def test_standard_input_gives_lines_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a\nb")))
    assert list(lines("-")) == ["a", "b"]


def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"a\nb\n",))
    writer.start()
    assert count(str(path)) == 0
    assert list(lines(str(path))) == ["a", "b"]
    writer.join()


@pytest.mark.parametrize("data", [b"a\n" * 10 + b"\xff", b"a\n\0", b"a\n\xc3"])
def test_a_broken_file_gives_no_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput):
        lines(str(path))
    with pytest.raises(UnreadableInput, match="no such file"):
        lines(str(tmp_path / "nothing"))
