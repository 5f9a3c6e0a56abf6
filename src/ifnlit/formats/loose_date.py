"""Dates as programs and people write them: "2020/08/17/", "2020 Aug 17", "August 17, 2020"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ifnlit.model.date import Date, edtf

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio",
            "feb february februar février febrero febbraio",
            "mar march märz mars marzo",
            "apr april avril abril aprile",
            "may mai mayo maggio",
            "jun june juni juin junio giugno",
            "jul july juli juillet julio luglio",
            "aug august août agosto",
            "sep sept september septembre septiembre settembre",
            "oct october oktober octobre octubre ottobre okt",
            "nov november novembre noviembre",
            "dec december dezember décembre diciembre dicembre dez",
        ),
        1,
    )
    for name in names.split()
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SLASHED = re.compile(r"(\d{4})/(\d{0,2})(?:/(\d{0,2}))?(?:/.*)?")
_NUMERIC = re.compile(r"(\d{4})[-.](\d{1,2})(?:[-.](\d{1,2}))?(?:[T ].*)?")
_CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_DAY = re.compile(r"(?<![\d])(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d])")
_WORD = re.compile(r"[^\W_]+")
_CIRCA = re.compile(r"(?i)^(?:ca\.?|c\.|circa|about)\s*(?=\d)")
_RANGE = re.compile(r"\s*[-\u2013\u2014/]\s*")
# Words that say nothing more of a date.
_SILENT = frozenset("c of the de del a year mon tue wed thu fri sat sun".split())
_TWELVE = 12


def understood(text: str, year: int | None = None) -> tuple[Date | None, bool]:
    """The date that `text` says, and whether that is all it says; `None` for no date.

    `year` is taken where it names none.
    """
    bare = " ".join(text.replace("~", " ").split()).strip(" .,;()[]\"'©") if text else ""
    if not bare:
        return (Date(year) if year is not None else None), True
    try:
        return edtf(text), True
    except ValueError:
        pass
    for shape in (_SLASHED, _NUMERIC, _CHINESE):
        found = shape.fullmatch(bare)
        if found is not None:
            numbers = [int(part) for part in found.groups() if part and int(part)]
            date = _dated(*numbers)
            return date, date.parts == tuple(numbers)
    found = _YEAR_LAST.fullmatch(bare)
    if found is not None:
        return _year_last(int(found[1]), int(found[3]), int(found[4]), found[2]), True
    sides = _RANGE.split(bare)
    if len(sides) == 2:  # noqa: PLR2004  # from and to
        start, end = map(_said, sides)
        both = _interval(start, end, year)
        if both is not None:
            return both, not (start.more or end.more)
    return _worded(bare, year)


def _dated(year: int, month: int | None = None, day: int | None = None) -> Date:
    """The date of these parts, without those that cannot be (a day 0, a month 13)."""
    if not month:
        return Date(year)
    try:
        return Date(year, month, day or None)
    except ValueError:
        return Date(year)


def _year_last(first: int, second: int, year: int, mark: str) -> Date:
    """17.08.2020 and 8/17/2020; where day and month cannot be told apart, the year alone."""
    if mark == "." or first > _TWELVE:
        return _dated(year, second, first)
    if second > _TWELVE or first == second:
        return _dated(year, first, second)
    return Date(year)


@dataclass(slots=True)
class _Said:
    """What words and numbers say; `more` when they say other things too."""

    year: int | None
    month: int | None
    day: int | None
    circa: bool
    more: bool


def _said(text: str) -> _Said:
    circa = _CIRCA.match(text)
    text = text[circa.end() :] if circa else text
    named = _YEAR.search(text)
    rest = f"{text[: named.start()]} {text[named.end() :]}" if named else text
    day = _DAY.search(rest)
    rest = f"{rest[: day.start()]} {rest[day.end() :]}" if day else rest
    words = [word for word in _WORD.findall(rest.casefold()) if word not in _SILENT]
    months = [word for word in words if word in MONTHS or word in SEASONS]
    month = MONTHS.get(months[0]) or SEASONS[months[0]] if months else None
    more = len(words) > 1 or len(months) < len(words)
    return _Said(
        int(named[1]) if named else None,
        month,
        int(day[1]) if day else None,
        circa is not None,
        more,
    )


def _interval(start: _Said, end: _Said, year: int | None) -> Date | None:
    """From one date to a later one, each with what only the other says; else `None`."""
    start.year, end.year = start.year or end.year or year, end.year or start.year or year
    if start.month is None and start.day:
        start.month = end.month
    if end.month is None and end.day:
        end.month = start.month
    if start.year is None or end.year is None:
        return None
    first = (start.year, start.month or 0, start.day or 0)
    last = (end.year, end.month or 0, end.day or 0)
    alike = [bool(part) for part in first] == [bool(part) for part in last]
    try:
        later = Date(end.year, end.month, end.day)
        return (
            Date(start.year, start.month, start.day, start.circa, later)
            if (alike and first < last)
            else None
        )
    except ValueError:
        return None


def _worded(text: str, year: int | None) -> tuple[Date | None, bool]:
    said = _said(text)
    year = said.year or year
    if year is None:
        return None, False
    if said.month is None or said.month > _TWELVE:
        return Date(year, said.month, circa=said.circa), not (said.more or said.day)
    date = _dated(year, said.month, said.day)
    return date, not said.more and date.day == said.day
