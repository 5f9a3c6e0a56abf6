"""The imprint of a book as GB/T 7714 and its kin print it: translator, edition, place, publisher.

`[胡泳, 译. ][2nd ed. ]Place: Publisher, year: pages.` Every part may be absent; in author-year
lists the year is.
"""

from __future__ import annotations

import re

from ifnlit.parse.grammar.parts import DATE, PAGES, trimmed
from ifnlit.parse.span import Span

_LEAD = re.compile(r"[\s.,:;]*")
_SEGMENT = re.compile(r"(?P<text>[^.]{1,80}?)\s?(?:(?<!\b[A-Z])\.\s?|[;]\s?)(?=\S)")
_TRANSLATOR = re.compile(
    r"(?P<who>.{2,80}?)[,，]?\s?(?:译著?|编译|译注|校|trans(?:l(?:ators?)?)?)\s?$|(?i:trans(?:lated)?\sby)\s(?P<by>.{2,80})$"
)
_EDITION = (
    r"(?:\d+(?:st|nd|rd|th)?\s?ed(?:ition|n)?|第?\s?[\d一二三四五六七八九十]{1,3}\s?版|修订版|增订版|"
    r"新\s?\d?\s?版|再版|刻本|抄本|影印本|稿本|Rev(?:ised)?\.?\s?ed(?:ition)?|"
    r"[A-Za-z]{3,8}\sed(?:ition|n)?)\.?"
)
_KINDS = (
    (re.compile(rf"({_EDITION})"), "edition"),
    (re.compile(r"([上中下]册?|第\s?[\d一二三四五六七八九十]{1,3}\s?[册卷辑集])"), "volume"),
    (re.compile(r"\[?((?:博士|硕士)[^\[\]]{0,8}论文|[Dd]octoral[^\[\]]{0,30})\]?"), "genre"),
)
_TOTAL = re.compile(
    rf"\s?[,.]?\s?\(?(?P<date>c?{DATE}(?:\s?\([^()\d]{{2,12}}\))?)\)?(?:\s?[:,]\s?(?:pp?\.\s?)?(?P<pages>{PAGES}))?[\s.,;]*$"
)
_PAGES = re.compile(
    rf"\s?[:,]\s?(?:pp?\.\s?)?(?P<pages>(?=[A-Za-z]{{0,3}}\d|[ivxl]+\b){PAGES})[\s.,;]*$"
)
_LOCATION = re.compile(r"(?P<location>[^:]{1,60}?)\s?:\s?(?=\S)")
_HOUSE = 160  # characters of a publisher's name


def imprint(text: str, start: int, end: int, *, dated: bool = False) -> list[Span]:
    """Labelled spans of `text[start:end]`; `dated` says that the year stood before already."""
    found: list[Span] = []
    begin = _after(_LEAD, text, start, end)
    while True:
        segment = _SEGMENT.match(text, begin, end)
        special = _special(text, begin, segment.end("text")) if segment else None
        if segment is None or special is None:
            break
        found.extend(special)
        begin = segment.end()
    area = text[begin:end]
    total = None if dated else next(iter(_TOTAL.finditer(area)), None)
    tail = total or _PAGES.search(area)
    stop = end
    if tail:
        stop = begin + tail.start()
        found.extend(
            Span(begin + tail.start(name), begin + tail.end(name), name)
            for name in tail.re.groupindex
            if tail[name]
        )
    return [*found, *_house(text, begin, stop)]


def leads(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is a translator or an edition, which stand before the place."""
    return _special(text, _after(_LEAD, text, start, end), end) is not None


def _special(text: str, start: int, end: int) -> list[Span] | None:
    """A translator or an edition that stands before the place; None when it is neither."""
    area = text[start:end]
    for pattern, label in _KINDS:
        found = pattern.fullmatch(area)
        if found:
            return [Span(start + found.start(1), start + found.end(1), label)]
    translator = _TRANSLATOR.match(area)
    if translator:
        name = "who" if translator["who"] else "by"
        return list(
            trimmed(
                text, start + translator.start(name), start + translator.end(name), "translator"
            )
        )
    return None


def _house(text: str, start: int, end: int) -> list[Span]:
    """Place and publisher, or a publisher alone."""
    location = _LOCATION.match(text, start, end)
    found: list[Span] = []
    if location:
        found.extend(trimmed(text, *location.span("location"), "location"))
        start = location.end()
    label = "publisher" if end - start <= _HOUSE else "note"
    return [*found, *trimmed(text, start, end, label)]


def _after(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    match = pattern.match(text, start, end)
    return match.end() if match else start
