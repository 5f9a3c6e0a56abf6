"""GB/T 7714-2005 and -2015, numeric and author-year.

`Authors. Title [J]. Container, year, volume(issue): pages.` The type code in brackets tells what
follows (GB/T 7714-2015, tables B.1 and B.2): J journal, M monograph, D thesis, C proceedings, P
patent, S standard, N newspaper, R report, A part of a book, EB, DB, CP electronic; `//` opens the
host of a part.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.grammar import journal
from ifnlit.parse.grammar.head import authors_end, names_end
from ifnlit.parse.grammar.parts import (
    DATE,
    LANGUAGE_NOTE,
    MARKER,
    PAGES,
    body_end,
    identifiers,
    trimmed,
)
from ifnlit.parse.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "gbt7714"
_IMPRINT = re.compile(
    rf"^(?:(?P<edition>[^.:,]{{0,20}}?(?:\d+(?:st|nd|rd|th)?\s?ed(?:ition)?|第?\s?\d+\s?版|修订版|新\d版|Rev\.?\s?ed|[Ee]dition))\s?[.,]\s?)?"
    rf"(?:(?P<location>[^:,.]{{1,60}}(?:,\s?[A-Z]{{2}})?)\s?:\s?)?(?P<publisher>[^:]{{1,200}}?)?\s?(?:[,.]\s?|\s)\(?(?P<date>c?{DATE})\)?\s?(?:[:.,]\s?(?P<pages>{PAGES}))?\s?\.?\s?$"
)
_NEWS = re.compile(
    rf"^(?P<container>.{{1,200}}?)\s?[,.]\s?(?P<date>{DATE})\s?(?:\((?P<pages>[^()]{{1,12}})\))?\s?\.?\s?$"
)
_PATENT = re.compile(
    r"[:,，]\s?(?P<number>(?:[A-Z]{2}\s?)?[A-Z]?\d[\dA-Z.,/ -]{4,20}|[A-Z]{2}\s?\d{5,})\s?$"
)
_DATE_ONLY = re.compile(rf"^[\s.,(\[]*(?P<date>{DATE})[\s.,)\]]*")
_STANDARD = re.compile(r"(?P<number>(?:[A-Z]{1,6}(?:/[A-Z]{1,4})?)\s?\d+(?:\.\d+)?(?:-\d{2,4})?)")
_HOST = re.compile(r"\s?//\s?")
_TRANSLATOR = re.compile(r"(?:^|[.,]\s?)(?P<who>[^.]{2,60}?)[,，]?\s?(?:译|trans\.?)\s?\.")
_JOURNALS, _BOOKS, _PARTS = frozenset("J"), frozenset(("M", "R", "S", "G", "Z")), frozenset("AC")


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string with a GB/T 7714 type code, or `None`."""
    marker = MARKER.search(text)
    if marker is None:
        return None
    found = list(identifiers(text))
    note = LANGUAGE_NOTE.search(text, marker.end())
    if note:
        found.append(Span(note.start(), note.end(), "language-note"))
    end = min(body_end(text, tuple(found), marker.end()), note.start() if note else len(text))
    code = marker[1].upper()
    carrier = (marker[2] or "").upper()
    found.append(Span(marker.start(1), marker.end(2) if carrier else marker.end(1), "medium"))
    head = _head(text, marker.start(), code)
    host = _HOST.match(text, marker.end())
    rest: Iterable[Span]
    if host:
        rest = _hosted(text, host.end(), end)
    elif code in _JOURNALS:
        rest = journal.tail(text, marker.end() + 1, end, dated=False) or _online(
            text, marker.end(), end
        )
    elif code == "N":
        rest = _newspaper(text, marker.end(), end)
    elif code == "P":
        rest = _dated(text, marker.end(), end)
    elif code in {"EB", "DB", "CP"} or (carrier == "OL" and code not in _BOOKS | _PARTS | {"D"}):
        rest = _online(text, marker.end(), end)
    else:
        rest = _imprint(text, marker.end(), end)
    return _disjoint([*head, *rest, *found])


def _head(text: str, end: int, code: str) -> list[Span]:
    cut = authors_end(text, end)
    found: list[Span] = []
    start = 0
    if cut is not None and cut + 1 < end:
        found.extend(trimmed(text, 0, names_end(text, cut), "author"))
        start = cut + 1
    if code == "P":
        number = _PATENT.search(text, start, end)
        if number:
            found.append(
                Span(
                    number.start("number"),
                    start + len(text[start : number.end("number")].rstrip()),
                    "number",
                )
            )
            end = number.start()
    elif code == "S":
        number = _STANDARD.search(text, start, end)
        if number:
            found.append(Span(*number.span("number"), "number"))
            if number.start() - start < 4:  # noqa: PLR2004  # only marks before it: the title follows
                start = number.end()
            else:
                end = number.start()
    found.extend(trimmed(text, start, end, "title"))
    return found


def _hosted(text: str, start: int, end: int) -> list[Span]:
    """After `//`: editors, the host's title, its code, imprint and pages."""
    marker = MARKER.search(text, start, end)
    stop = marker.start() if marker else None
    found: list[Span] = []
    if stop is None:
        stops = [m.start() for m in re.finditer(r"\.\s", text[start:end])]
        stop = start + stops[-1] if stops else end
    cut = authors_end(text[start:stop], stop - start)
    if cut is not None and start + cut < stop - 1:
        found.extend(trimmed(text, start, start + cut + 1, "editor"))
        start += cut + 1
    found.extend(trimmed(text, start, stop, "container-title"))
    if marker:
        found.append(Span(marker.start(1), marker.end(1), "medium"))
        stop = marker.end()
    return [*found, *_imprint(text, stop, end)]


def _imprint(text: str, start: int, end: int) -> list[Span]:
    begin = start + len(text[start:end]) - len(text[start:end].lstrip(" .,:"))
    area = text[begin:end].rstrip()
    found: list[Span] = []
    translated = _TRANSLATOR.match(area)
    if translated:
        found.extend(
            trimmed(
                text, begin + translated.start("who"), begin + translated.end("who"), "translator"
            )
        )
        begin += translated.end()
        begin += len(text[begin:end]) - len(text[begin:end].lstrip())
        area = text[begin:end].rstrip()
    match = _IMPRINT.match(area)
    if match is None:
        return [*found, *trimmed(text, begin, end, "publisher")]
    for name in ("edition", "location", "publisher", "date", "pages"):
        if match[name]:
            found.extend(trimmed(text, begin + match.start(name), begin + match.end(name), name))
    return found


def _newspaper(text: str, start: int, end: int) -> list[Span]:
    begin = start + len(text[start:end]) - len(text[start:end].lstrip(" .,"))
    match = _NEWS.match(text[begin:end])
    if match is None:
        return list(trimmed(text, begin, end, "container-title"))
    found = list(trimmed(text, begin, begin + match.end("container"), "container-title"))
    found.extend(trimmed(text, begin + match.start("date"), begin + match.end("date"), "date"))
    if match["pages"]:
        found.extend(
            trimmed(text, begin + match.start("pages"), begin + match.end("pages"), "pages")
        )
    return found


def _dated(text: str, start: int, end: int) -> list[Span]:
    match = _DATE_ONLY.match(text[start:end])
    if match is None:
        return list(trimmed(text, start, end, "note"))
    return list(trimmed(text, start + match.start("date"), start + match.end("date"), "date"))


def _online(text: str, start: int, end: int) -> list[Span]:
    match = _DATE_ONLY.match(text[start:end])
    if match is not None:
        return list(trimmed(text, start + match.start("date"), start + match.end("date"), "date"))
    return _imprint(text, start, end) if text[start:end].strip(" .") else []


def _disjoint(found: list[Span]) -> tuple[Span, ...]:
    """In text order; of two that overlap the earlier one stays."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
