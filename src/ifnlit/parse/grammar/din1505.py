"""DIN 1505-2: a colon after the names, blanks before marks, `In:` before the host.

`Müller, Hans ; Schmidt, Karl: Titel. In: Zeitschrift 12 (2010), Nr. 3, S. 12-15`, and of books
`Müller, Hans: Titel. 2. Aufl. Berlin : Springer, 2010`.
"""

from __future__ import annotations

import re

from ifnlit.parse.grammar import journal
from ifnlit.parse.grammar.parts import (
    DATE,
    PAGES,
    YEAR,
    body_end,
    free,
    identifiers,
    spans_of,
    trimmed,
)
from ifnlit.parse.names import plausible
from ifnlit.parse.span import Span

NAME = "din1505"
_OPENING = re.compile(
    r"(?P<author>(?:[^:().\"]|(?<=[A-Z])\.(?=\s?[:,;(]|\s?[A-Z]\.)){3,300}?)(?P<role>\s?\((?:Hrsg|Hg|Eds?|Red)\.?\))?\s?(?:\((?P<date>"
    rf"{YEAR}[a-z]?)\)\s?)?:\s(?=\S)"
)
_FURTHEST = 340  # characters to the colon behind the names
_IN = re.compile(r"[.?!]\s+In:\s+")
_EDITED = re.compile(r"(?P<editor>[^:.]{3,200}?)\s?\((?:Hrsg|Hg|Eds?)\.?\)\s?:\s")
_BOOK = re.compile(
    r"(?P<title>[^\"]{3,300}?)(?:\.\s+(?P<edition>\d{1,2}\.(?:,?\s[\w.]{3,12}){0,3}\sAufl(?:age|\.)?))?"
    rf"\.\s+(?P<location>[A-ZÄÖÜ][^:.]{{1,50}}?)\s?:\s(?P<publisher>[^:]{{2,100}}?),\s(?P<date2>{DATE})"
    rf"(?:[,.]?\s(?:S|pp?)\.\s(?P<pages>{PAGES}))?[\s.,-]{{0,3}}$"
)


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string in this style, or `None` when it is not."""
    colon = text.find(":", 0, _FURTHEST + 1)
    # Each name has one comma, and semicolons part them.
    if colon <= 0 or text.count(",", 0, colon) != text.count(";", 0, colon) + 1:
        return None
    opening = _OPENING.match(text)
    if opening is None or not _is_inverted(opening["author"]):
        return None
    ids = identifiers(text, opening.end())
    end = body_end(text, ids, opening.end())
    rest = _hosted(text, opening.end(), end, dated=opening["date"] is not None)
    if rest is None:
        book = _BOOK.match(text, opening.end(), end)
        rest = (
            list(spans_of(book, ("title", "edition", "location", "publisher", "date2", "pages")))
            if book
            else None
        )
    if rest is None:
        return None
    who = trimmed(text, *opening.span("author"), "editor" if opening["role"] else "author")
    found = [*who, *spans_of(opening, ("date",)), *rest]
    return tuple(sorted([*found, *free(ids, found)], key=_start))


def _is_inverted(author: str) -> bool:
    """Whether each name between semicolons is of two parts: "Müller, Hans"."""
    return plausible(author) == 1 and all(part.count(",") == 1 for part in author.split(";"))


def _start(span: Span) -> int:
    return span.start


def _hosted(text: str, start: int, end: int, *, dated: bool) -> list[Span] | None:
    opening = _IN.search(text, start, end)
    if opening is None:
        return None
    title = trimmed(text, start, opening.start() + (text[opening.start()] in "?!"), "title")
    begin = opening.end()
    edited = _EDITED.match(text, begin, end)
    if edited:
        book = _BOOK.match(text, edited.end(), end)
        if book is None:
            return None
        names = ("title", "edition", "location", "publisher", "date2", "pages")
        parts = [
            Span(span.start, span.end, "container-title") if span.label == "title" else span
            for span in spans_of(book, names)
        ]
        return [*title, *spans_of(edited, ("editor",)), *parts]
    tail = journal.tail(text, begin, end, dated=dated)
    return [*title, *tail] if tail else None
