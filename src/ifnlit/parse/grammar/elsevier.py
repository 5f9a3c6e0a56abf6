"""Elsevier's numbered style and its kin: all parts between commas, the year in brackets.

`J. Smith, A.B. Lee, Title of the paper, J. Appl. Phys. 12 (2020) 123-130.` Only strings whose names
are read without doubt are taken: commas part names, title and journal alike.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.grammar.parts import (
    PAGES,
    VOLUME,
    YEAR,
    body_end,
    free,
    identifiers,
    spans_of,
    trimmed,
)
from ifnlit.parse.names.words import L, U

if TYPE_CHECKING:
    from ifnlit.parse.span import Span

NAME = "elsevier"
_PARTICLE = r"(?:(?:van|von|der|den|de|del|la|di|da|dos|ten|ter)\s){0,3}"
_FAMILY = rf"{_PARTICLE}[{U}][{U}{L}'’]*(?:[\s-][{U}][{U}{L}'’]+)?"
_NAME = rf"(?:[{U}][{L}]?\.[\s-]?){{1,4}}\s?{_FAMILY}(?:\sJr\.|\sIII?)?"
# Names as they are spoken, one after another: no doubt where they end.
AUTHORS = re.compile(
    rf"(?P<author>{_NAME}(?:(?:,\sand\s|\sand\s|,\s|\s&\s){_NAME})*+(?:,?\set\sal\.)?),\s(?=\S)"
)
_LOCATOR = re.compile(
    rf",?\s(?:[Vv]ol\.\s)?(?P<volume>{VOLUME})(?:\s?\((?P<issue>[^()]{{1,10}})\))?,?\s\((?P<date>{YEAR})\)[,:]?\s"
    rf"(?:pp?\.\s)?(?P<pages>{PAGES})[\s.,]{{0,3}}$"
)
# Royal Society of Chemistry: `J. Smith, Title, Chem. Tests, 2020, 5, 123-130.`
_DATE_FIRST = re.compile(
    rf",\s(?P<date>{YEAR}),\s(?P<volume>{VOLUME})(?:\s?\((?P<issue>[^()]{{1,10}})\))?,\s"
    rf"(?:pp?\.\s)?(?P<pages>{PAGES})[\s.,]{{0,3}}$"
)
_LAST = 160  # characters of a journal with its locator
_TITLE = 8  # characters that a title has at least


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string in this style, or `None` when it is not."""
    opening = AUTHORS.match(text)
    if opening is None:
        return None
    ids = identifiers(text, opening.end())
    end = body_end(text, ids, opening.end())
    locator = _locator(text, max(opening.end(), end - _LAST), end)
    if locator is None:
        return None
    start = locator.start()
    comma = text.rfind(", ", opening.end(), start)
    if comma - opening.end() < _TITLE:  # no title: "J. Smith, Nature 12 (2020) 123"
        return None
    title = trimmed(text, opening.end(), comma, "title")
    host = trimmed(text, comma + 1, start, "container-title")
    found = [*spans_of(opening, ("author",)), *title, *host]
    found.extend(spans_of(locator, ("volume", "issue", "date", "pages")))
    return tuple(sorted([*found, *free(ids, found)], key=_start))


def _locator(text: str, start: int, end: int) -> re.Match[str] | None:
    for at in range(start, end):
        found = None
        if text[at] in ", ":
            found = _LOCATOR.match(text, at, end) or _DATE_FIRST.match(text, at, end)
        if found:
            return found
    return None


def _start(span: Span) -> int:
    return span.start
