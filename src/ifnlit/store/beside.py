"""Files that are kept beside a library, or in the user's cache where its folder is read-only."""

from __future__ import annotations

import contextlib
import os

from ifnlit.errors import UnreadableInput
from ifnlit.model.frozen import dataclass
from ifnlit.store.text import write_atomic


@dataclass(frozen=True, slots=True)
class Files:
    """Where what is kept of a library is: beside it ("" for none), and in the user's cache."""

    beside: str
    cached: str


def files(library: str, cache: str = "", packaged: str = "packaged") -> Files:
    """Where to keep what is known of the library at `library`.

    "" is the library in the package, of which it is kept under the name `packaged`.
    """
    import hashlib

    folder = cache
    if not folder:
        from platformdirs import user_cache_dir

        folder = user_cache_dir("ifnlit", appauthor=False)
    if not library:
        return Files("", os.path.join(folder, f"{packaged}.lock.json"))
    stem = os.path.splitext(os.path.basename(library))[0]
    mark = hashlib.sha256(os.path.realpath(library).encode("utf-8", "surrogateescape")).hexdigest()
    beside = os.path.join(os.path.dirname(library), f"{stem}.lock.json")
    return Files(beside, os.path.join(folder, f"{stem}-{mark[:12]}.lock.json"))


def put(found: Files, data: bytes) -> str:
    """Write `data` beside the library, or into the cache where one may not; the path.

    A file that would not change is not touched. What was in the cache goes once the file beside
    is written, so that whatever is in the cache is the later of the two. Raises `UnreadableInput`
    when neither can be written.
    """
    if found.beside:
        try:
            _write(found.beside, data)
        except UnreadableInput:
            pass
        else:
            with contextlib.suppress(OSError):
                os.unlink(found.cached)
            return found.beside
    folder = os.path.dirname(found.cached)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise UnreadableInput(
            f'what was learnt cannot be kept in "{folder}": {error.strerror}',
            hint="set IFNLIT_CACHE to a folder that you may write to",
        ) from None
    _write(found.cached, data)
    return found.cached


def _write(path: str, data: bytes) -> None:
    """Put `data` at `path` unless it is there; raises `UnreadableInput`."""
    try:
        with open(path, "rb") as file:
            if file.read() == data:
                return
    except OSError:
        pass  # it is not there, or not to be read: writing will tell
    write_atomic(path, data)
