"""The way out: data to standard output or, whole or not at all, into a file."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from ifnlit.errors import UnreadableInput
from ifnlit.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

STDOUT = "-"


def emit(data: str | bytes, output: str = STDOUT) -> None:
    """Write `data` as UTF-8 to standard output, or atomically to the file `output`.

    Line ends go out as they are (RIS wants CR LF). A closed pipe (`| head`) is no fault: what
    follows goes to the null device, and the command keeps its own exit code.
    """
    encoded = _encoded(data)
    if output != STDOUT:
        from ifnlit.store.text import write_atomic

        write_atomic(output, encoded)
        return
    _to_stdout(encoded)


@contextlib.contextmanager
def emitting(output: str = STDOUT) -> Generator[Callable[[str], bool]]:
    """A function that writes text as it comes, as `emit` would; False when nobody reads on.

    A file appears at the end, whole, or not at all.
    """
    if output == STDOUT:
        yield lambda text: _to_stdout(_encoded(text))
        return
    from ifnlit.store.text import atomic

    with atomic(output) as file:
        yield lambda text: file.write(_encoded(text)) >= 0


def _encoded(data: str | bytes) -> bytes:
    return data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data


def _to_stdout(encoded: bytes) -> bool:
    """Whether somebody reads what was written."""
    stream = getattr(sys.stdout, "buffer", None)
    try:
        if stream is None:  # a test or a notebook put a text stream there
            sys.stdout.write(encoded.decode("utf-8", "replace"))
        else:
            sys.stdout.flush()
            stream.write(encoded)
        sys.stdout.flush()
    except BrokenPipeError:
        into_nothing()
        return False
    except OSError as error:
        into_nothing()
        raise UnreadableInput(
            f"standard output cannot be written: {error.strerror or 'it is closed'}",
            hint="make room, or write elsewhere with -o FILE",
        ) from None
    return True


def into_nothing() -> None:
    """Send what is still to be written to the null device, so that closing it does not fail."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, sys.stdout.fileno())
    os.close(null)


def note(message: str) -> None:
    """Say something to the person on standard error, control characters made visible."""
    complain(f"ifnlit: {visible(message)}\n")


def complain(text: str) -> None:
    """Write text on standard error, if it takes it: the disk may be full."""
    with contextlib.suppress(OSError):
        sys.stderr.write(text)
