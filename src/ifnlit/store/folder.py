"""Several files as one: all of them written, or none and nothing left behind."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from ifnlit.errors import UnreadableInput
from ifnlit.store.text import write_atomic

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_all(files: Sequence[tuple[str, bytes]]) -> None:
    """Put each text at its path, making folders as needed; raises `UnreadableInput`.

    When one cannot be written, the others get their old content back, or go.
    """
    made = _make_folders([os.path.dirname(path) or "." for path, _ in files])
    before = [(path, _content(path)) for path, _ in files]
    done = 0
    try:
        for path, data in files:
            write_atomic(path, data)
            done += 1
    except BaseException:
        for path, old in before[:done]:
            _restore(path, old)
        _remove(made)
        raise


def _make_folders(folders: Sequence[str]) -> list[str]:
    """Make what is not there, outermost first; what was made."""
    made: list[str] = []
    for folder in folders:
        for path in _missing(folder):
            try:
                os.mkdir(path)
            except OSError as error:
                _remove(made)
                raise UnreadableInput(
                    f'the folder "{path}" cannot be made: {error.strerror}',
                    hint="nothing was written; choose a folder that you may write to",
                ) from None
            made.append(path)
    return made


def _missing(folder: str) -> list[str]:
    """The folders of a path that are not there, outermost first."""
    found: list[str] = []
    while folder and not os.path.isdir(folder):
        found.append(folder)
        folder = os.path.dirname(folder)
    return found[::-1]


def _content(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def _restore(path: str, old: bytes | None) -> None:
    with contextlib.suppress(OSError, UnreadableInput):
        if old is None:
            os.unlink(path)
        else:
            write_atomic(path, old)


def _remove(folders: Sequence[str]) -> None:
    for folder in reversed(folders):
        with contextlib.suppress(OSError):
            os.rmdir(folder)
