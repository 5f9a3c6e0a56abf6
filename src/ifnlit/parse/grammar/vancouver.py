"""NLM, PubMed, Vancouver, AMA.

`Authors. Title. Journal. 2020 Aug 17;94(17):e00442-20.`
Source: Citing Medicine (NLM), chapters 1 (journals), 2 (books), 5 (theses), 25 (websites). Without
a date in front the same grammar reads lists that mix in commas ("Journal, 2022, 12, 1-5").
"""

from __future__ import annotations

import re

from ifnlit.model.iso4 import is_title_word
from ifnlit.parse.grammar import journal
from ifnlit.parse.grammar.head import authors_end, names_end
from ifnlit.parse.grammar.parts import DATE, LANGUAGE_NOTE, PAGES, body_end, identifiers, trimmed
from ifnlit.parse.span import Span

NAME = "vancouver"
_SENTENCE = re.compile(r"[.?!][\"')\]]?\s+(?=\S)|[.?!](?=[A-Z][a-z])|[。]")
_IN = re.compile(r"[.?!]\s+In:?\s+(?=\S)")
_EDITED = re.compile(r",?\s*\(?\b(?:editors?|eds?)\b\.?\)?[.,]?\s+", re.IGNORECASE)
_IMPRINT = re.compile(
    rf"(?:(?P<edition>(?:\d+(?:st|nd|rd|th)|[Rr]ev(?:ised)?|[Ff]irst|[Ss]econd|[Tt]hird)\.?\s[Ee]d(?:ition|n)?)\.?[;,]?\s+)?"
    rf"(?P<location>(?:St\.\s)?[^.:;()]{{2,60}}?(?:\s?[(\[][^()\[\]]{{2,30}}[)\]])?)\s?:\s?(?P<publisher>[^;:]{{2,160}}?)\s?[;,]\s?(?P<date>c?{DATE})(?=[.;,:)\s]|$)"
    rf"(?:\s?[.;:,]\s?(?:[Pp]p?\.?\s?(?P<pages>{PAGES})|(?P<total>\d{{1,4}})\s?p\b|:?(?P<pages2>{PAGES})))?\s?\.?\s?$"
)
_GENRE = re.compile(
    r"\s?\[(?P<genre>(?:[^\]]{0,30})?(?:dissertation|thesis|Internet|preprint|abstract|letter|editorial|correction)[^\]]{0,20})\]",
    re.IGNORECASE,
)
_WORDS = 3  # between two stops within a name: "Proc. Natl. Acad. Sci. U.S.A."
_EPUB = re.compile(
    r"\s*(?:Epub\s(?:ahead\sof\sprint|\d{4}[^.]{0,12})|\[Epub ahead of print\]|"
    r"Online ahead of print|[Ii]n press|[Aa]ccepted|Erratum in:?[^.]{0,80}|discussion\s[\d-]+)\.?"
)


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string in this style, or `None` when it is not."""
    found = list(identifiers(text))
    end = body_end(text, tuple(found))
    note = LANGUAGE_NOTE.search(text)
    epub = _EPUB.search(text, 0, end)
    if epub:
        found.extend(trimmed(text, epub.start(), epub.end(), "note"))
        end = min(end, epub.start())
    if note and note.start() < end + 3:
        found.append(Span(note.start(), note.end(), "language-note"))
        if note.start() > end // 2:
            end = min(end, note.start())
    cut = authors_end(text, end)
    if cut is None or cut < 2 or cut + 2 >= end:  # noqa: PLR2004  # the shortest name: "Li"
        return None
    author = Span(0, names_end(text, cut), "author")
    rest = _chapter(text, cut + 1, end) or _article(text, cut + 1, end) or _book(text, cut + 1, end)
    if rest is None:
        return None
    return tuple(
        sorted(
            [
                author,
                *rest,
                *(
                    one
                    for one in found
                    if all(one.end <= s.start or one.start >= s.end for s in rest)
                ),
            ],
            key=lambda span: span.start,
        )
    )


def _article(text: str, start: int, end: int) -> list[Span] | None:
    stops = [
        found
        for found in _SENTENCE.finditer(text, start, end)
        if text[start : found.start()].strip()
    ]
    for last in range(len(stops) - 1, -1, -1):
        index, stop = last, stops[last]
        tail = journal.tail(text, stop.end(), end, dated=False)
        if tail is None or tail[0].label != "container-title" or not _is_locator(tail):
            continue
        while index > 0 and _is_abbreviated(text[stops[index - 1].end() : stop.start()]):
            index -= 1
            stop = stops[index]
        extended = [Span(stop.end(), tail[0].end, "container-title"), *tail[1:]]
        title_end = stop.start() + (1 if text[stop.start()] in "?!" else 0)
        return [*_titled(text, start, title_end), *extended]
    return None


def _is_locator(tail: tuple[Span, ...]) -> bool:
    labels = {span.label for span in tail}
    return "date" in labels and bool(labels & {"volume", "pages"})


def _is_abbreviated(text: str) -> bool:
    """Whether what stands between two stops is part of a journal's name: "Proc", "J", "Natl"."""
    words = text.split()
    return 0 < len(words) <= _WORDS and all(
        is_title_word(word) or len(word) == 1 or word in {"U.S.A", "USA"} for word in words
    )  # "Am J Med."


def _titled(text: str, start: int, end: int) -> list[Span]:
    genre = _GENRE.search(text, start, end)
    if genre is None:
        return list(trimmed(text, start, end, "title"))
    found = list(trimmed(text, start, genre.start(), "title"))
    if genre["genre"].lower() != "internet":
        found.append(Span(*genre.span("genre"), "genre"))
    return found


def _book(text: str, start: int, end: int) -> list[Span] | None:
    stops = [start, *(found.end() for found in _SENTENCE.finditer(text, start, end))]
    for begin in stops[1:]:
        match = _IMPRINT.match(text[begin:end].rstrip())
        if match:
            return [*_titled(text, start, begin), *_imprint(text, begin, match)]
    return None


def _imprint(text: str, begin: int, match: re.Match[str]) -> list[Span]:
    found: list[Span] = []
    for name in ("edition", "location", "publisher", "date", "pages", "pages2"):
        if match[name]:
            found.extend(
                trimmed(text, begin + match.start(name), begin + match.end(name), name.rstrip("2"))
            )
    return found


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
        match = _IMPRINT.match(text[stop.end() : end].rstrip())
        if match:
            return [
                *found,
                *trimmed(text, begin, stop.start(), "container-title"),
                *_imprint(text, stop.end(), match),
            ]
    return None
