"""Files and standard input as text, and text into files, whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import IO, TYPE_CHECKING

from ifnlit.errors import SpliceFault, UnreadableInput
from ifnlit.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Generator

STDIN = "-"
_SAMPLE = 4096  # bytes on either side of a wrong one that show which encoding it is of
# What the languages of Western Europe use; the detector takes short ones for Central European.
_WESTERN = frozenset("äöüßÄÖÜéèêëàâáçñíóúôîïãõøåæØÅÆÉÀÇÑÓ“”„‘’–—…·©®°«»§µ\u00a0\u00ad")
# The longer marks first: that of UTF-32 begins as that of UTF-16.
_BOMS = (
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def read_bytes(path: str) -> bytes:
    """The bytes of a file, or of standard input for "-"; raises `UnreadableInput`."""
    if path == STDIN:
        return _standard_input()
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        raise UnreadableInput(
            f'no such file: "{path}"', hint="check the name, or give - for standard input"
        ) from None
    except IsADirectoryError:
        raise UnreadableInput(f'"{path}" is a folder', hint="name a file in it") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableInput(f'"{path}" cannot be read: {reason}') from None


def _standard_input() -> bytes:
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UnreadableInput(f"standard input cannot be read: {reason}") from None


def read_text(path: str) -> str:
    """The text of a UTF-8 file (or UTF-16 with its mark); raises `UnreadableInput`.

    Line ends stay as they are; a byte-order mark is taken off.
    """
    return decoded(read_bytes(path), path)


def decoded(data: bytes, path: str) -> str:
    """Bytes as text; raises `UnreadableInput` naming the first byte that is no UTF-8."""
    name = "standard input" if path == STDIN else path
    encoding = next((known for mark, known in _BOMS if data.startswith(mark)), None)
    if encoding is None and b"\0" in data:
        at = data.index(b"\0")
        raise UnreadableInput(
            f"binary data: a zero byte at byte {at + 1}",
            place=_place(data, at, name),
            hint=_advice_on_zeros(data[:_SAMPLE]),
        )
    try:
        return data.decode(encoding or "utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise UnreadableInput(
            f"byte 0x{data[error.start]:02X} at byte {error.start + 1} is not "
            f"{(encoding or 'utf-8').upper()}",
            place=_place(data, error.start, name),
            hint=_advice(data, error.start),
        ) from None


def _advice(data: bytes, at: int) -> str:
    """What to do about a byte that is not UTF-8: which encoding the file seems to be in."""
    if not data[:at].isascii():
        return "the file is UTF-8 up to there, so it mixes encodings: write that line again"
    likely = _likely_encoding(data[max(0, at - _SAMPLE) : at + _SAMPLE])
    return f"it may be {likely}: save the file as UTF-8 (iconv -f {likely} -t utf-8)"


def _advice_on_zeros(sample: bytes) -> str:
    """What to do about zero bytes; where each letter has one, they are of UTF-16."""
    for start, name in ((1, "UTF-16LE"), (0, "UTF-16BE")):
        zeros = sample[start::2].count(0)
        if zeros * 2 > len(sample) // 2 and zeros > sample.count(0) * 0.9:
            return f"it may be {name}: save the file as UTF-8 (iconv -f {name} -t utf-8)"
    return "give a text file; .docx, .pdf and .html are read by their ending"


def _likely_encoding(sample: bytes) -> str:
    """The name of the encoding that bytes seem to be in, as iconv takes it."""
    western = sample.decode("cp1252", "replace")
    if _WESTERN.issuperset(character for character in western if not character.isascii()):
        return "cp1252"
    from charset_normalizer import from_bytes

    found = from_bytes(sample).best()
    return found.encoding if found is not None else "cp1252"


def write_atomic(path: str, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all; raises `UnreadableInput` when it cannot be.

    A temporary file beside it takes its place in one step; the old file's mode is kept, and a
    symbolic link stays one.
    """
    with atomic(path) as file:
        file.write(data)


def rewrite(path: str, before: str, text: str) -> None:
    """Put `text` into a file in the place of `before`, in the encoding that the file has.

    Raises `SpliceFault` when the file holds another text by now: someone's edits are not undone.
    """
    old = read_bytes(path)
    if decoded(old, path) != before:
        raise SpliceFault(
            f'"{path}" was changed by another program meanwhile; nothing was written',
            hint="run the command again",
        )
    mark, encoding = next((it for it in _BOMS if old.startswith(it[0])), (b"", "utf-8"))
    write_atomic(path, mark + text.encode(encoding))


@contextlib.contextmanager
def atomic(path: str) -> Generator[IO[bytes]]:
    """A file to write to that takes the place of `path` at the end, and not if anything fails.

    A pipe or a device (/dev/stdout, /dev/null) is written to, and never replaced.
    """
    import tempfile

    if is_device(path):
        with _device(path) as file:
            yield file
        return
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{name}.", dir=folder or ".")
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _take_over_mode(target, temporary)
        os.replace(temporary, target)
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)


def is_device(path: str) -> bool:
    """Whether something is there that is neither a file nor a folder."""
    return os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path))


@contextlib.contextmanager
def _device(path: str) -> Generator[IO[bytes]]:
    try:
        with open(path, "wb") as file:
            yield file
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _unwritable(path, error) from None


def _take_over_mode(target: str, temporary: str) -> None:
    try:
        mode = os.stat(target).st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    os.chmod(temporary, mode)


def _unwritable(path: str, error: OSError) -> UnreadableInput:
    return UnreadableInput(
        f'"{path}" cannot be written: {error.strerror or type(error).__name__}',
        hint="nothing was changed; choose a folder that exists and that you may write to",
    )


def _place(data: bytes, at: int, name: str) -> Place:
    before = data[:at]
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    return Place(name, before.count(b"\n") + 1, column)
