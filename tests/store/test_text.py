"""Files come in as text with an exact complaint, and go out whole or not at all."""

from __future__ import annotations

import io
import os
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from ifnlit.errors import UnreadableInput
from ifnlit.store.text import atomic, decoded, read_bytes, read_text, write_atomic

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_utf8_is_read_with_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("α\r\nβ\n".encode())
    assert read_text(str(path)) == "α\r\nβ\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_taken_off(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Sung H.".encode(encoding))
    assert read_text(str(path)) == "Sung H."


def test_standard_input_is_read_for_a_hyphen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"[1] Li J.")))
    assert read_text("-") == "[1] Li J."


def test_a_missing_file_says_what_to_check(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r'no such file: ".*nothing.txt"; check the name'):
        read_bytes(str(tmp_path / "nothing.txt"))


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="is a folder; name a file in it"):
        read_bytes(str(tmp_path))


def test_what_the_system_refuses_is_told_in_its_words(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"cannot be read: .+"):
        read_bytes(str(tmp_path / ("x" * 300)))


def test_binary_data_is_named_with_its_byte() -> None:
    with pytest.raises(UnreadableInput) as caught:
        decoded(b"ab\ncd\0ef", "list.bin")
    assert str(caught.value).startswith("list.bin:2:3: binary data: a zero byte at byte 6")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_named(encoding: str) -> None:
    named = encoding.upper().replace("-LE", "LE").replace("-BE", "BE")
    with pytest.raises(UnreadableInput, match=rf"it may be {named}: .*iconv -f {named}"):
        decoded("[1] Müller K. Übers. 2010.\n".encode(encoding), "a.txt")


def test_another_encoding_is_told_with_byte_line_and_column() -> None:
    with pytest.raises(UnreadableInput) as caught:
        decoded("é\nMüller".encode()[:4] + b"\xfcller", "-")
    told = str(caught.value)
    assert told.startswith("standard input:2:2: byte 0xFC at byte 5 is not UTF-8")
    assert "mixes encodings" in told


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        ("Müller K. Über die Öfen – Zeitschrift", "cp1252", "cp1252"),
        ("参考文献 日本の肝臓学会 これはテストです", "shift_jis", "cp932"),
        ("张三. 慢性乙型肝炎的研究进展[J]. 中华肝脏病杂志", "gb18030", "gb18030"),
        ("Žluťoučký kůň příšerně úpěl ďábelské ódy", "cp1250", "cp1250"),
        ("\x81\x8d\x8f\x90", "latin1", "iconv"),
    ],
)
def test_the_likely_encoding_is_named(text: str, encoding: str, told: str) -> None:
    with pytest.raises(UnreadableInput, match=told):
        decoded(text.encode(encoding), "x.txt")


def test_a_file_is_replaced_whole_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "refs.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_atomic(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    path = tmp_path / "new.bib"
    old = os.umask(0o022)
    try:
        write_atomic(str(path), b"new")
    finally:
        os.umask(old)
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("old", encoding="utf-8")
    link = tmp_path / "link"
    link.symlink_to(target)
    write_atomic(str(link), b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"cannot be written: .*nothing was changed"):
        write_atomic(str(tmp_path / "no" / "file"), b"")


def test_a_failure_half_way_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "refs.yaml"
    path.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnreadableInput, match="No space left on device"):
        write_atomic(str(path), b"new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_atomic(str(pipe), b"whole")
    reader.join()
    assert got == [b"whole"]
    assert pipe.is_fifo()


def test_a_device_that_takes_nothing_is_told() -> None:
    with pytest.raises(UnreadableInput, match='"/dev/full" cannot be written: No space left'):
        write_atomic("/dev/full", b"x")


def test_a_reader_that_goes_away_is_for_the_caller_to_know(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    gone = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(BrokenPipeError):
        _write_after(os.close, gone, str(pipe))


def _write_after(close: Callable[[int], None], reader: int, path: str) -> None:
    with atomic(path) as file:
        close(reader)
        file.write(b"x")
        file.flush()


def test_standard_input_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            del size
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Refusing()))
    with pytest.raises(UnreadableInput, match="standard input cannot be read: Input/output error"):
        read_text("-")
