"""Serial numbers by their shape: RIS has one tag for ISSN, ISBN and the numbers of reports."""

from __future__ import annotations

import re

from ifnlit.model.identifier import ISBN, ISSN

_ISSN = re.compile(r"\d{4}[-\u2010-\u2015]\d{3}[\dXx]")
_ISBN = re.compile(r"(?:97[89]-?)?(?:\d-?){9}[\dXx]")
_BETWEEN = re.compile(r"[\s;,]+(?:\([^)]*\))?[\s;,]*")


def serials(text: str, *, numbered: bool) -> list[tuple[str, str]]:
    """(variable, value) of each serial number in the line; in one spelling where it is right."""
    whole = _serial(text, numbered=numbered)
    if whole is not None:
        return [whole]
    parts = (_serial(part, numbered=numbered) for part in _BETWEEN.split(text))
    return [part for part in parts if part is not None]


def _serial(text: str, *, numbered: bool) -> tuple[str, str] | None:
    issn, isbn = ISSN.parse(text), ISBN.parse(text)
    if issn or isbn:
        return ("issn", issn) if issn else ("isbn", isbn or "")
    if numbered:  # a report's number may look like a mistyped ISSN
        return None
    if _ISSN.fullmatch(text):
        return "issn", text
    return ("isbn", text) if _ISBN.fullmatch(text) else None
