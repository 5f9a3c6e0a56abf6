"""NLM, PubMed, Vancouver, AMA.

`Authors. Title. Journal. 2020 Aug 17;94(17):e00442-20.` Source: Citing Medicine (NLM), chapters 1
(journals), 2 (books), 5 (theses), 25 (websites). Lists that mix in commas ("Journal, 2022, 12,
1-5") are read too.
"""

from __future__ import annotations

import re

from ifnlit.parse.grammar import journal
from ifnlit.parse.grammar.head import authors_end, names_end
from ifnlit.parse.grammar.parts import (
    DATE,
    PAGES,
    SENTENCE,
    YEAR,
    body_end,
    free,
    identifiers,
    notes,
    preprint,
    spans_of,
    trimmed,
)
from ifnlit.parse.span import Span

NAME = "vancouver"
_IN = re.compile(r"[.?!]\s+In:?\s+(?=\S)")
# "Peterson ED" has initials: in capitals it is a role only behind a comma or a bracket.
_BEFORE_ROLE = r"(?:,?\s*\(|,\s*|\s*\b(?!(?-i:[A-Z]{2,3})\b))"
_EDITED = re.compile(_BEFORE_ROLE + r"(?:editors?|eds?)\b\.?\)?[.,]?\s+", re.IGNORECASE)
_ORDINAL = r"(?:\d+(?:st|nd|rd|th|\.|a|ª|º)|[Rr]ev(?:ised)?|[Ff]irst|[Ss]econd|[Tt]hird)"
_IMPRINT = re.compile(
    rf"(?:(?P<edition>{_ORDINAL}\.?\s[Ee]d(?:ition|n)?)\.?[;,]?\s+)?"
    r"(?P<location>(?:St\.\s)?[^.:;()]{2,60}?(?:\s?[(\[][^()\[\]]{2,30}[)\]])?)\s?:\s?"
    rf"(?P<publisher>[^;:]{{2,160}}?)\s?[;,]\s?(?P<date>c?{DATE})(?=[.;,:)\s]|$)"
    rf"(?:\s?[.;:,]\s?(?:[Pp]p?\.?\s?(?P<pages>{PAGES})|(?P<number_of_pages>\d{{1,4}})\s?(?:pp?|pages|S)\b"
    rf"|:?(?P<pages2>{PAGES})))?\s?\.?\s?$"
)
_GENRE = re.compile(
    r"\s?\[(?P<genre>(?:[^\]]{0,30})?(?:dissertation|thesis|Internet|preprint|abstract|letter|"
    r"editorial|correction)[^\]]{0,20})\]",
    re.IGNORECASE,
)
_SERVER = re.compile(
    rf"[.,]\s+(?:\(?(?P<date>{YEAR})\)?)?(?:[.,]?\s?ar[Xx]iv(?:\s(?P<genre>preprint))?)?[\s:,.]*$"
)
_ROLE = 24  # characters: ", (editors)."
_EDITORS = re.compile(_BEFORE_ROLE + r"(?:editors?|eds?|hrsg|hg)\b\.?\)?\.?$", re.IGNORECASE)
_LEAST = 2  # characters of names: "Li"


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string in this style, or `None` when it is not."""
    cut = authors_end(text, len(text))
    if cut is None or cut < _LEAST:
        return None
    found = list(identifiers(text, cut))
    end = body_end(text, tuple(found), cut)
    end, noted = notes(text, cut, end)
    if cut + 2 >= end:
        return None
    start = cut + 1
    rest = (
        _preprint(text, start, end, found)
        or _chapter(text, start, end)
        or _article(text, start, end)
        or _book(text, start, end)
        or _unlocated(text, start, end, noted)
    )
    if rest is None:
        return None
    role = _said(text, cut)
    people = Span(0, role.start(), "editor") if role else Span(0, names_end(text, cut), "author")
    return tuple(sorted([people, *rest, *free([*found, *noted], rest)], key=_start))


def is_edited(text: str, cut: int) -> bool:
    """Whether the names that end at `cut` are said to be of editors."""
    return _said(text, cut) is not None


def is_part(text: str, start: int, end: int) -> bool:
    """Whether "In" stands before the host of a part."""
    return " In" in text and _IN.search(text, start, end) is not None


def _said(text: str, cut: int) -> re.Match[str] | None:
    return _EDITORS.search(text, max(0, cut - _ROLE), cut + 1)


def _start(span: Span) -> int:
    return span.start


def _preprint(text: str, start: int, end: int, ids: list[Span]) -> list[Span] | None:
    """A title with the number of its preprint behind it."""
    rest = preprint(text, end, ids)
    server = _SERVER.search(text, start, end) if rest is not None else None
    said = [*(rest or ()), *(spans_of(server, ("date", "genre")) if server else ())]
    if not any(span.label == "date" for span in said):
        return None
    return [*_titled(text, start, server.start() if server else end), *said]


def _unlocated(text: str, start: int, end: int, noted: list[Span]) -> list[Span] | None:
    """A title and its journal where nothing but "In press" follows."""
    stops = [one for one in SENTENCE.finditer(text, start, end) if one.start() > start]
    if not stops or not any(span.label == "status" for span in noted):
        return None
    host = journal.container(text, stops[-1].end(), end)
    title_end = stops[-1].start() + (text[stops[-1].start()] in "?!")
    return [*_titled(text, start, title_end), *host]


def _article(text: str, start: int, end: int) -> list[Span] | None:
    stops = [one for one in SENTENCE.finditer(text, start, end) if one.start() > start]
    found = journal.article(text, start, end, stops, dated=False)
    if found is None:
        return None
    title_end, host = found
    return [*_titled(text, start, title_end), *host]


def _titled(text: str, start: int, end: int) -> list[Span]:
    genre = _GENRE.search(text, start, end) if "[" in text else None
    if genre is None:
        return list(trimmed(text, start, end, "title"))
    found = list(trimmed(text, start, genre.start(), "title"))
    label = "medium" if genre["genre"].lower() == "internet" else "genre"
    return [*found, Span(*genre.span("genre"), label)]


def _book(text: str, start: int, end: int) -> list[Span] | None:
    if ":" not in text:
        return None
    for stop in SENTENCE.finditer(text, start, end):
        match = _IMPRINT.match(text, stop.end(), end)
        if match:
            return [*_titled(text, start, stop.end()), *_imprint(match)]
    return None


def _imprint(match: re.Match[str]) -> list[Span]:
    names = ("edition", "location", "publisher", "date", "pages", "number_of_pages", "pages2")
    return list(spans_of(match, names))


def _chapter(text: str, start: int, end: int) -> list[Span] | None:
    opening = _IN.search(text, start, end)
    if opening is None:
        return None
    begin = opening.end()
    edited = _EDITED.search(text, begin, end)
    found = list(trimmed(text, start, opening.start(), "title"))
    if edited:
        found.extend(trimmed(text, begin, edited.start(), "editor"))
        begin = edited.end()
    tail = journal.tail(text, begin, end, dated=False)
    if (
        tail
        and any(span.label == "pages" for span in tail)
        and ":" not in text[begin : tail[0].end]
    ):
        return [*found, *tail]
    for stop in SENTENCE.finditer(text, begin, end):
        match = _IMPRINT.match(text, stop.end(), end)
        if match:
            host = trimmed(text, begin, stop.start(), "container-title")
            return [*found, *host, *_imprint(match)]
    return None
