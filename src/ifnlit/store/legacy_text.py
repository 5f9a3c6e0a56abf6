"""Files of exchange that are not UTF-8: read all the same, and told; only zero bytes stop it.

Reference managers of the past wrote the code page of their country. Two kinds are told apart by
how bytes above 127 stand: in pairs (GBK, as Chinese databases export) or alone (Windows-1252).
"""

from __future__ import annotations

import re

from ifnlit.errors import UnreadableInput
from ifnlit.model.finding import Finding, Severity
from ifnlit.store.text import decoded

_HIGH = re.compile(rb"[\x80-\xff]+")
_ESCAPED = re.compile("[\udc80-\udcff]")  # what `surrogateescape` makes of a byte that is no UTF-8
_PAIRED = 0.8  # share of high bytes with a neighbour above which a text is in a two-byte code
_WHERE_UNDEFINED = "latin-1"  # Windows-1252 leaves five bytes undefined


def decoded_anyhow(data: bytes, path: str) -> tuple[str, tuple[Finding, ...]]:
    """The text, and a finding where it is not UTF-8; raises `UnreadableInput` for binary data."""
    try:
        return decoded(data, path), ()
    except UnreadableInput as fault:
        if b"\0" in data:
            raise
        text, name = _guessed(data)
        message = f"{fault.message}; the file is read as {name}"
        hint = f"look at its accents; {fault.hint}"
        found = Finding("encoding", message, Severity.WARNING, "", "", fault.place, hint)
        return text, (found,)


def _guessed(data: bytes) -> tuple[str, str]:
    """The text, and the name of the code that it was taken for."""
    damaged = data.decode("utf-8", "surrogateescape")
    wrong = len(_ESCAPED.findall(damaged))
    right = sum(1 for _ in re.finditer("[^\x00-\x7f]", damaged)) - wrong
    if right >= wrong:
        return _ESCAPED.sub("\ufffd", damaged), "UTF-8 with U+FFFD for what is damaged"
    runs = [len(run) for run in _HIGH.findall(data)]
    paired = sum(run for run in runs if run > 1)
    if paired >= _PAIRED * sum(runs):
        try:
            return data.decode("gb18030"), "GB 18030"
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        return data.decode(_WHERE_UNDEFINED), "Latin-1"
