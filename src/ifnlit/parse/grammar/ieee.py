"""Books as IEEE prints them.

`J. Smith, Title of the Book, 2nd ed. City, Country: House, 2010.` Source: IEEE Reference Guide,
part I, B. Articles, whose titles are quoted, are read elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.grammar.elsevier import AUTHORS
from ifnlit.parse.grammar.parts import DATE, PAGES, body_end, free, identifiers, spans_of

if TYPE_CHECKING:
    from ifnlit.parse.span import Span

NAME = "ieee"
_BOOK = re.compile(
    r"(?P<title>[^\"]{4,200}?)(?:,\s(?P<edition>[^,.]{1,12}\sed)\.|,\s[Vv]ol\.\s(?P<volume>\w{1,6})\.|\.)\s"
    rf"(?P<location>[A-Z][^:.]{{1,60}}?):\s(?P<publisher>[^:]{{2,80}}?),\s(?P<date>{DATE})"
    rf"(?:,\s(?:ch\.\s\d{{1,3}},\s)?pp?\.\s(?P<pages>{PAGES}))?[\s.,]{{0,3}}$"
)
_NAMES = ("title", "edition", "volume", "location", "publisher", "date", "pages")


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a book in this style, or `None`."""
    opening = AUTHORS.match(text)
    if opening is None:
        return None
    ids = identifiers(text, opening.end())
    book = _BOOK.match(text, opening.end(), body_end(text, ids, opening.end()))
    if book is None:
        return None
    found = [*spans_of(opening, ("author",)), *spans_of(book, _NAMES)]
    return tuple(sorted([*found, *free(ids, found)], key=_start))


def _start(span: Span) -> int:
    return span.start
