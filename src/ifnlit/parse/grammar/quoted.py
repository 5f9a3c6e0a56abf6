"""Styles that put the title of an article in quotes: IEEE, MLA, Chicago (notes and bibliography).

`J. Smith and A. Lee, "Title," Journal, vol. 5, no. 2, pp. 1-9, May 2020.` (IEEE Reference Guide)
`Smith, John, and Ann Lee. "Title." Journal, vol. 5, no. 2, 2020, pp. 1-9.` (MLA Handbook, 9th ed.)
`Smith, John. "Title." Journal 5, no. 2 (2020): 1-9.` (Chicago Manual of Style, 17th ed., ch. 14)
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.grammar import journal
from ifnlit.parse.grammar.parts import (
    DATE,
    PAGES,
    body_end,
    free,
    identifiers,
    preprint,
    spans_of,
    trimmed,
)
from ifnlit.parse.names import plausible

if TYPE_CHECKING:
    from ifnlit.parse.span import Span

NAME = "quoted"
_QUOTE = re.compile(
    r"(?P<before>[^\"]{2,600}?)[.,:]?[.,:\s]\s?\"(?P<title>[^\"]{4,500}?)(?:[.,]\"|[?!]?\"[.,]|(?<=[?!])\")\s+"
)
_IN = re.compile(r"[Ii]n:?\s+")
# `Proc. Conf. X, Seattle, WA, USA, 2020, pp. 1-9`; `Title, ed. A. Lee (Place: House, 2020), 5`.
_PROCEEDINGS = re.compile(
    r"(?P<container_title>[^\"()]{4,200}?)(?:,\s?(?P<event_place>[A-Z][^\d\"():]{2,50}?))?,\s"
    rf"(?P<date>{DATE})(?:,\s(?:vol\.\s\S{{1,6}},\s)?pp?\.\s?(?P<pages>{PAGES}))?[\s.,]{{0,3}}$"
)
_BOOK = re.compile(
    r"(?P<container_title>[^\"()]{4,200}?),\s(?:edited\sby|eds?\.|edited)\s(?P<editor>[^()]{3,160}?)"
    r"(?:,\s(?P<pages2>[\divxlc]+-[\divxlc]+))?[.,]?\s\(?(?:(?P<location>[^():.\d]{2,60}):\s)?"
    rf"(?P<publisher>[^():]{{2,80}}),\s(?P<date>{DATE})\)?(?:,\s(?:pp?\.\s)?(?P<pages>{PAGES}))?[\s.,]{{0,3}}$"
)
_WEB = re.compile(rf"(?P<container_title>[^\"]{{2,120}}?),\s(?P<date>{DATE})[\s.,]{{0,3}}$")
_DEGREE = r"(?:Ph\.?\s?D\.?|D\.?Phil\.?|M\.?\s?(?:S|A|Sc|Eng|Phil)\.?|[Dd]octoral|[Mm]aster'?s)"
_THESIS = re.compile(
    rf"(?P<genre>{_DEGREE}\s(?:thesis|dissertation|diss\.?)),\s(?P<publisher>[^\"]{{0,120}}?"
    r"(?:Univ(?:ersity)?|Institute|College|Inst)[^,\"]{0,40})"
    rf"(?:,\s(?P<location>[^\d\"]{{2,60}}?))?,\s(?P<date>{DATE})[\s.,]{{0,3}}$"
)
_REPORT = re.compile(
    r"(?P<publisher>[^,\"]{2,100})(?:,\s(?P<location>[^\d\"]{2,60}?))?,\s"
    r"(?P<genre>(?:Tech(?:nical|\.)\s)?(?:Rep(?:ort|\.)|Memo(?:randum|\.)))\s(?:[Nn]o\.\s)?"
    rf"(?P<number>[\w./-]{{1,24}}),\s(?P<date>{DATE})[\s.,]{{0,3}}$"
)
_LIKELY = 0.99


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string with a title in quotes, or `None`."""
    if '"' not in text:
        return None
    opening = _QUOTE.match(text)
    if opening is None or plausible(opening["before"]) < _LIKELY:
        return None
    ids = identifiers(text, opening.end())
    end = body_end(text, ids, opening.end())
    rest = preprint(text, opening.end(), ids) or _host(text, opening.end(), end)
    if rest is None:
        return None
    stop = opening.end("before")
    if text[stop : stop + 1] == "." and re.search(r"\b[A-Z]$", opening["before"]):
        stop += 1
    found = [*trimmed(text, 0, stop, "author"), *spans_of(opening, ("title",)), *rest]
    return tuple(sorted([*found, *free(ids, found)], key=_start))


def _start(span: Span) -> int:
    return span.start


def _host(text: str, start: int, end: int) -> list[Span] | None:
    """The journal, the proceedings or the book, with all that follows."""
    for pattern in (_THESIS, _REPORT):
        special = pattern.match(text, start, end)
        if special:
            return list(spans_of(special, tuple(pattern.groupindex)))
    part = _IN.match(text, start, end)
    begin = part.end() if part else start
    book = _BOOK.match(text, begin, end)
    if book:
        return list(
            spans_of(
                book,
                ("container_title", "editor", "location", "publisher", "date", "pages", "pages2"),
            )
        )
    if part is None:
        found = journal.locator(text, start, end, dated=False)
        if found and (found.has("volume") or found.has("pages")) and found.has("date"):
            return [*trimmed(text, start, found.start, "container-title"), *found.spans]
    proceedings = _PROCEEDINGS.match(text, begin, end)
    if proceedings and (part or proceedings["pages"]):
        return list(spans_of(proceedings, ("container_title", "event_place", "date", "pages")))
    web = _WEB.match(text, start, end)
    return list(spans_of(web, ("container_title", "date"))) if web else None
