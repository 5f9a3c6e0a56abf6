"""Where marks prove that the tagger drew a border astray, the border they show.

The tagger reads words; some marks leave no choice. Initials with a blank and a word behind them end
a list of inverted names; a quotation mark that closes ends the title that one before it opened;
"(eds.)" behind names makes them editors. Each rule looks at one such mark and gives the spans as
they were where it does not stand.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse import (
    borders_dates,
    borders_host,
    borders_imprint,
    borders_joined,
    borders_names,
    borders_title,
)
from ifnlit.parse.values import is_month

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ifnlit.parse.span import Span

_NUMBER = re.compile(r"(?:\b[Rr]eport|\b[Rr]ep|[Pp]aper|\([Nn]o|\bno)\W{0,2}(?:[Nn]os?)?\W{0,3}$")
_PAGE = re.compile(r"(?P<page>1[5-9]\d\d)(?:,\s|$)")
_LABELLED = re.compile(r"\bpp?\.\s?$")
_NAMED = re.compile(r".*\.\s(?P<name>[^\W\d_a-z]{2,8}\s)")
_LOCATOR = re.compile(
    r"(?<=\d)\s?\((?P<issue>\d{0,4}\s?[Ss]uppl?[^():]{0,12}|\d{1,4}\sPt\s\d)\)\s?:\s?(?P<pages>[A-Z]?\d[\w-]*)"
)
_MONTH = re.compile(r"(?:\b\d{1,2}\.?\s(?:de\s)?)?\b(?P<word>[^\W\d_]{3,10})\.?,?\s(?:de\s)?$")
# The day of a newspaper: "Financial Times, Oct. 13", "Zeit vom 12.9.1990".
_DAY = re.compile(
    r"(?:(?:\bvom|,)\s(?P<whole>\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]{2,8})\s?(?:1[5-9]|20)\d\d)"
    r"|(?<=[,.]\s)(?P<part>(?P<word>[^\W\d_]{3,9})\.?\s\d{1,2}))(?=[,.;:\s]|$)"
)
_LABEL = re.compile(
    r"(?:dispon[ií]vel\sem|disponible\s(?:en|sur)|verf[üu]gbar\sunter|available\s(?:from|at)|retrieved\sfrom|"
    r"acesso\sem|accessed|abgerufen\sam|beschikbaar\sop|url|doi)\W*",
    re.IGNORECASE,
)
_LEAD = 24  # characters before a number that can hold what it is the number of
_TWICE = re.compile(r"(?<=[^\W\d_]\s)(?P<volume>20[0-3]\d)\s\((?P<date>20[0-3]\d)\)")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d")


def proved(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The tagger's spans with the borders that marks show, sorted and disjoint."""
    found = list(spans)
    for rule in _RULES:
        found = rule(text, found)
    return tuple(one for one in found if one.start < one.end)


def _reports(text: str, spans: list[Span]) -> list[Span]:
    """What "Report No." stands before is a number, and no page."""
    labels = {one.label for one in spans}
    if "pages" not in labels or labels & {"number", "volume"}:
        return spans
    return [
        changed(one, label="number")
        if one.label == "pages" and _NUMBER.search(text, max(0, one.start - _LEAD), one.start)
        else one
        for one in spans
    ]


def _issues(text: str, spans: list[Span]) -> list[Span]:
    """Of two locators, the one before a year in brackets is the issue: "72.850 (1996), 450-457"."""
    labels = [one.label for one in spans]
    if labels.count("pages") == 1 or "issue" in labels:
        return spans
    return [
        changed(one, label="issue")
        if one.label == "pages"
        and text[one.start - 1 : one.start] == "."
        and after.label == "date"
        and text[one.end : after.start] == " ("
        else one
        for one, after in zip(spans, [*spans[1:], *spans[-1:]], strict=True)
    ]


def _years(text: str, spans: list[Span]) -> list[Span]:
    """A year that is a volume ("2021 (2021) 1-8"), a volume that is the only year ("2000 (1)")."""
    labels = [one.label for one in spans]
    if "volume" in labels:
        if "date" in labels:
            return spans
    elif found := _TWICE.search(text):  # however the tagger reads it
        kept = [one for one in spans if one.end <= found.start() or one.start >= found.end()]
        whole = next((one for one in spans if one.start < found.start() < one.end), None)
        inner = next((one for one in spans if found.start() <= one.start < found.end()), None)
        if inner is not None and whole is None:
            volume = changed(inner, start=found.start("volume"), end=found.end("volume"))
            date = changed(inner, start=found.start("date"), end=found.end("date"), label="date")
            both = (changed(volume, label="volume"), date)
            return sorted((*kept, *both), key=lambda one: one.start)
    for at, one in enumerate(spans):
        if one.label not in {"date", "volume"} or not _YEARS.fullmatch(text, one.start, one.end):
            continue
        if one.label == "volume":
            return [*spans[:at], changed(one, label="date"), *spans[at + 1 :]]
        if labels[at + 1 : at + 2] == ["date"] and text[one.end : spans[at + 1].start] == " (":
            return [*spans[:at], changed(one, label="volume"), *spans[at + 1 :]]
    return spans


def _pages(text: str, spans: list[Span]) -> list[Span]:
    """A page that looks like a year: "172(22), 1762", "p. 1627, Nov. 2012"."""
    if any(one.label == "pages" for one in spans):
        return spans
    for at, one in enumerate(spans):
        found = _PAGE.match(text, one.start, one.end) if at and one.label == "date" else None
        if text[one.start - 1 : one.start] == "(":
            continue
        if found is None or spans[at - 1].label not in {"volume", "issue"}:
            continue
        page = changed(one, end=found.end("page"), label="pages")
        if found.end() < one.end and _LABELLED.search(text, max(0, one.start - 5), one.start):
            return [*spans[:at], page, changed(one, start=found.end()), *spans[at + 1 :]]
        others = any(other.label == "date" for other in spans if other is not one)
        if others and found.end() == one.end:
            return [*spans[:at], page, *spans[at + 1 :]]
    return spans


def _year_of_title(text: str, spans: list[Span]) -> list[Span]:
    """A year that begins a title is of it, where there is another: "2019 facts. Ann. 2020"."""
    dates = [one for one in spans if one.label == "date"]
    for at, (one, title) in enumerate(pairwise(spans)):
        if (
            one.label == "date"
            and one is not dates[-1]
            and title.label == "title"
            and text[one.end : title.start] == " "
            and (begin := _begins(text, spans[at - 1].end if at else 0, one.start)) >= 0
        ):
            return [*spans[:at], changed(title, start=begin), *spans[at + 2 :]]
    return spans


def _begins(text: str, start: int, end: int) -> int:
    """Where a title begins that has a year in front, or a name and a year; -1 where it does not."""
    if text[max(0, end - 2) : end] in {". ", ""}:
        return end
    named = _NAMED.fullmatch(text, start, end)
    return named.start("name") if named else -1


def _brackets(text: str, spans: list[Span]) -> list[Span]:
    """All that stands in the brackets of a locator is the issue: "49(5 Suppl):S103"."""
    found = _LOCATOR.search(text) if any(one.label == "volume" for one in spans) else None
    if found is None:
        return spans
    begin, end = found.span("issue")
    inner = [one for one in spans if one.start < end and begin < one.end]
    if len(inner) != 1 or inner[0].label not in {"issue", "pages", "note"}:
        return spans
    out = [one for one in spans if one.end <= found.start("issue")]
    issue = changed(inner[0], start=begin, end=end, label="issue")
    page = changed(inner[0], start=found.start("pages"), end=found.end("pages"), label="pages")
    rest = [one for one in spans if one.start >= page.end]
    kept = [one for one in spans if end <= one.start < page.end]
    return [*out, issue, *(kept or [page]), *rest]


def _volumes(text: str, spans: list[Span]) -> list[Span]:
    """A number in brackets right behind the year is an issue: "2002;(401):230"."""
    if any(one.label == "issue" for one in spans):
        return spans
    return [
        changed(one, label="issue")
        if one.label == "volume" and text[: one.start].endswith((";(", "; ("))
        else one
        for one in spans
    ]


def _months(text: str, spans: list[Span]) -> list[Span]:
    """A month before a year is of the date: "p. 559-565, jun. 2010"."""
    at = next((n for n, one in enumerate(spans) if one.label == "date"), -1)
    if at < 0:
        return spans
    before = _MONTH.search(text, spans[at - 1].end if at else 0, spans[at].start)
    if before is None or not is_month(before["word"]):
        return spans
    return [*spans[:at], changed(spans[at], start=before.start()), *spans[at + 1 :]]


def _houses(text: str, spans: list[Span]) -> list[Span]:
    """Of two with a colon between them the first is the place: "St. Louis: Mosby"."""
    if any(one.label == "location" for one in spans):
        return spans
    for at in range(len(spans) - 1):
        one, after = spans[at], spans[at + 1]
        if (
            one.label == "publisher"
            and after.label in {"note", "publisher"}
            and text[one.end : after.start].strip() == ":"
        ):
            place, house = changed(one, label="location"), changed(after, label="publisher")
            return [*spans[:at], place, house, *spans[at + 2 :]]
    return spans


def _days(text: str, spans: list[Span]) -> list[Span]:
    """The day of a newspaper is of its date, and no volume."""
    if not any(one.label in {"volume", "issue"} for one in spans):
        return spans
    for found in _DAY.finditer(text):
        start, end = found.span("whole" if found["whole"] else "part")
        inner = [one for one in spans if one.start < end and one.end > start]
        is_day = found["whole"] or is_month(found["word"])
        if is_day and any(one.label in {"volume", "issue"} for one in inner):
            before = [
                _numbered(
                    text, changed(one, end=min(one.end, len(text[: found.start()].rstrip(" ,"))))
                )
                for one in spans
                if one.start < found.start()
            ]
            day = changed(inner[0], start=start, end=end, label="date")
            return [*before, day, *(one for one in spans if one.start >= end)]
    return spans


def _numbered(text: str, one: Span) -> Span:
    """The number of a newspaper is that of an issue: "DIE ZEIT Nr. 18 vom 4. Mai 2015"."""
    is_number = one.label == "volume" and text.endswith(("Nr. ", "No. "), 0, one.start)
    return changed(one, label="issue") if is_number else one


def _labels(text: str, spans: list[Span]) -> list[Span]:
    """Words that only say what comes next are no field: "Disponível em"."""
    return [one for one in spans if not _LABEL.fullmatch(text, one.start, one.end)]


_RULES: tuple[Callable[[str, list[Span]], list[Span]], ...] = (
    *borders_names.RULES,
    *borders_title.RULES,
    *borders_host.RULES,
    *borders_joined.RULES,
    *borders_imprint.RULES,
    *borders_dates.RULES,
    _reports,
    _issues,
    _years,
    _pages,
    _year_of_title,
    _days,
    _brackets,
    _volumes,
    _months,
    _houses,
    _labels,
)
