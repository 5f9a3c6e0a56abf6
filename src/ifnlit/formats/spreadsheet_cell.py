"""Cells of a table: none of them a formula to a spreadsheet, and each one as it was again."""

from __future__ import annotations

import re

# A cell that begins so is a formula to a spreadsheet (OWASP, "CSV Injection"), an apostrophe
# before it makes it text; one that begins with an apostrophe gets a second, so that it comes back.
_FORMULA = re.compile(r"[=+\-@\t\r\n']|[\uff1d\uff0b\uff0d\uff20]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; `plain` undoes it."""
    text = _CONTROL.sub("", text)
    return f"'{text}" if _FORMULA.match(text) else text


def plain(text: str) -> str:
    """The text that `safe` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text
