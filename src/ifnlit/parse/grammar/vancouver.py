"""NLM, PubMed, Vancouver, AMA.

`Authors. Title. Journal. 2020 Aug 17;94(17):e00442-20.` Source: Citing Medicine (NLM), chapters 1
(journals), 2 (books), 5 (theses), 25 (websites). Lists that mix in commas ("Journal, 2022, 12,
1-5") are read too.
"""

from __future__ import annotations

import re

from ifnlit.model.iso4 import is_title_word
from ifnlit.parse.grammar import journal
from ifnlit.parse.grammar.head import authors_end, names_end
from ifnlit.parse.grammar.parts import (
    DATE,
    LANGUAGE_NOTE,
    PAGES,
    body_end,
    free,
    identifiers,
    spans_of,
    trimmed,
)
from ifnlit.parse.lexicon import is_word
from ifnlit.parse.span import Span

NAME = "vancouver"
# The end of a sentence: a mark and a blank, or a stop with the blank lost behind it.
_SENTENCE = re.compile(r"[.?!][\"')\]]?\s+(?=\S)|(?<=[a-z\d)])[.?!](?=[A-Z][a-z\s])|[。]")
_IN = re.compile(r"[.?!]\s+In:?\s+(?=\S)")
_EDITED = re.compile(r",?\s*\(?\b(?:editors?|eds?)\b\.?\)?[.,]?\s+", re.IGNORECASE)
_ORDINAL = r"(?:\d+(?:st|nd|rd|th)|[Rr]ev(?:ised)?|[Ff]irst|[Ss]econd|[Tt]hird)"
_IMPRINT = re.compile(
    rf"(?:(?P<edition>{_ORDINAL}\.?\s[Ee]d(?:ition|n)?)\.?[;,]?\s+)?"
    r"(?P<location>(?:St\.\s)?[^.:;()]{2,60}?(?:\s?[(\[][^()\[\]]{2,30}[)\]])?)\s?:\s?"
    rf"(?P<publisher>[^;:]{{2,160}}?)\s?[;,]\s?(?P<date>c?{DATE})(?=[.;,:)\s]|$)"
    rf"(?:\s?[.;:,]\s?(?:[Pp]p?\.?\s?(?P<pages>{PAGES})|(?P<number_of_pages>\d{{1,4}})\s?p\b"
    rf"|:?(?P<pages2>{PAGES})))?\s?\.?\s?$"
)
_GENRE = re.compile(
    r"\s?\[(?P<genre>(?:[^\]]{0,30})?(?:dissertation|thesis|Internet|preprint|abstract|letter|"
    r"editorial|correction)[^\]]{0,20})\]",
    re.IGNORECASE,
)
_EPUB = re.compile(
    r"\[?\b(?P<status>Epub\sahead\sof\sprint|Online\sahead\sof\sprint|[Ii]n\spress|[Aa]ccepted|"
    r"[Ff]orthcoming)\b\]?\.?|(?P<note>\bEpub\s\d{4}[^.]{0,12}|\bErratum\sin:?[^.]{0,80}|"
    r"\bdiscussion\s[\d-]+)\.?"
)
_EPUB_HINTS = ("pub ", "press", "ahead of", "ccepted", "orthcoming", "rratum", "discussion ")
_WORDS = 3  # between two stops within a name: "Proc. Natl. Acad. Sci. U.S.A."
_LAST_WORDS = 2  # behind the last stop of such a name: "Int. J. Food Microbiol"
_LONG = 10  # letters; longer words are not left as abbreviations
_LEAST = 2  # characters of names: "Li"
_SMALL = frozenset(("and", "of", "in", "für", "de", "der", "the", "&", "et", "e", "y"))
_SHORT = 3  # letters of what may be shortened to them


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string in this style, or `None` when it is not."""
    cut = authors_end(text, len(text))
    if cut is None or cut < _LEAST:
        return None
    found = list(identifiers(text, cut))
    end = body_end(text, tuple(found), cut)
    end, notes = _notes(text, cut, end)
    if cut + 2 >= end:
        return None
    start = cut + 1
    rest = _chapter(text, start, end) or _article(text, start, end) or _book(text, start, end)
    if rest is None:
        return None
    author = Span(0, names_end(text, cut), "author")
    return tuple(sorted([author, *rest, *free([*found, *notes], rest)], key=_start))


def _start(span: Span) -> int:
    return span.start


def _notes(text: str, start: int, end: int) -> tuple[int, list[Span]]:
    """Where the description ends before "(in Chinese)" and "Epub ahead of print", and these."""
    found: list[Span] = []
    stop = end
    if any(hint in text for hint in _EPUB_HINTS):
        epub = _EPUB.search(text, start, end)
        if epub:
            found.extend(spans_of(epub, ("status", "note")))
            stop = epub.start()
    note = LANGUAGE_NOTE.search(text, start)
    if note:
        found.append(Span(*note.span(), "language-note"))
        if note.start() > (start + end) // 2:
            stop = min(stop, note.start())
    return stop, found


def _article(text: str, start: int, end: int) -> list[Span] | None:
    """Title, journal, date and locator: the last stop before the journal parts the first two."""
    found = journal.locator(text, start, end, dated=False)
    if found is None or not (found.has("volume") or found.has("pages")):
        return None
    stops = [one for one in _SENTENCE.finditer(text, start, found.start) if one.start() > start]
    while stops and not text[stops[-1].end() : found.start].strip(" .,;:"):
        stops.pop()
    if not stops:
        return None
    index = len(stops) - 1
    short = len(text[stops[index].end() : found.start].split()) <= _LAST_WORDS
    while short and index and _is_abbreviated(text[stops[index - 1].end() : stops[index].start()]):
        index -= 1
    stop = stops[index]
    host = journal.container(text, stop.end(), found.start)
    if not host or not host[0].end - host[0].start > 1:
        return None
    title_end = stop.start() + (text[stop.start()] in "?!")
    return [*_titled(text, start, title_end), *host, *found.spans]


def _is_abbreviated(text: str) -> bool:
    """Whether what stands between two stops is part of a journal's name: "Proc", "Natl"."""
    words = text.split()
    if not 0 < len(words) <= _WORDS or not all(
        word[0].isupper() or word in _SMALL for word in words
    ):
        return False
    last = words[-1]
    return (
        len(last) <= _SHORT
        or is_title_word(last)
        or (len(last) < _LONG and not is_word(last.lower()))
    )


def _titled(text: str, start: int, end: int) -> list[Span]:
    genre = _GENRE.search(text, start, end) if "[" in text else None
    if genre is None:
        return list(trimmed(text, start, end, "title"))
    found = list(trimmed(text, start, genre.start(), "title"))
    if genre["genre"].lower() != "internet":
        found.append(Span(*genre.span("genre"), "genre"))
    return found


def _book(text: str, start: int, end: int) -> list[Span] | None:
    if ":" not in text:
        return None
    for stop in _SENTENCE.finditer(text, start, end):
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
    for stop in _SENTENCE.finditer(text, begin, end):
        match = _IMPRINT.match(text, stop.end(), end)
        if match:
            host = trimmed(text, begin, stop.start(), "container-title")
            return [*found, *host, *_imprint(match)]
    return None
