"""The lines of a text one after the other: a file of any length in little room."""

from __future__ import annotations

import io
import os
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from ifnlit.store.text import STDIN, decoded, is_device, read_bytes, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART = 2**20  # bytes that are checked at a time
_MARKS = (b"\xff\xfe", b"\xfe\xff")  # UTF-32 is known by its zero bytes


def lines(path: str) -> Iterator[str]:
    """The lines of a UTF-8 text without their ends; raises `UnreadableInput` before the first.

    A file is read twice: it is checked to its end before a line is given, so that nothing is
    written for a broken one. What can be read but once (a pipe) is taken in whole.
    """
    if path == STDIN or is_device(path):
        data = read_bytes(path)
        return _bare(io.StringIO(decoded(data, path), newline="\n"))
    if not _is_sound(path):
        # UTF-16, which is short, or a fault, which is told with its place.
        return _bare(io.StringIO(read_text(path), newline="\n"))
    return _opened(path)


def _opened(path: str) -> Iterator[str]:
    with open(path, encoding="utf-8-sig", newline="\n") as file:
        yield from _bare(file)


def _bare(file: io.TextIOBase) -> Iterator[str]:
    for line in file:
        yield line.removesuffix("\n").removesuffix("\r")


def _is_sound(path: str) -> bool:
    decoder = getincrementaldecoder("utf-8")()
    try:
        with open(path, "rb") as file:
            while part := file.read(_PART):
                if b"\0" in part or part.startswith(_MARKS):
                    return False
                decoder.decode(part)
            decoder.decode(b"", final=True)
    except (UnicodeDecodeError, OSError):
        return False
    return True


def count(path: str) -> int:
    """How many line ends a file has; 0 for a pipe, which is not counted beforehand."""
    if not os.path.isfile(path):
        return 0
    with open(path, "rb") as file:
        return sum(part.count(b"\n") for part in iter(lambda: file.read(_PART), b""))
