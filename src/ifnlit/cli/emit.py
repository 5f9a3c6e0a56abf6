"""The way out: data to standard output or, whole or not at all, into a file."""

from __future__ import annotations

import os
import sys

from ifnlit.report.visible import visible

STDOUT = "-"


def emit(data: str | bytes, output: str = STDOUT) -> None:
    """Write `data` as UTF-8 to standard output, or atomically to the file `output`.

    Line ends go out as they are (RIS wants CR LF). A closed pipe (`| head`) is no fault: what
    follows goes to the null device, and the command keeps its own exit code.
    """
    encoded = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if output != STDOUT:
        from ifnlit.store.text import write_atomic

        write_atomic(output, encoded)
        return
    stream = getattr(sys.stdout, "buffer", None)
    try:
        if stream is None:  # a test or a notebook put a text stream there
            sys.stdout.write(encoded.decode("utf-8", "replace"))
        else:
            sys.stdout.flush()
            stream.write(encoded)
        sys.stdout.flush()
    except BrokenPipeError:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)


def note(message: str) -> None:
    """Say something to the person on standard error, control characters made visible."""
    sys.stderr.write(f"ifnlit: {visible(message)}\n")
