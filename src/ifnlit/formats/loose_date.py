"""Dates as programs and people write them: "2020/08/17/", "2020 Aug 17", "August 17, 2020"."""

from __future__ import annotations

import re

from ifnlit.model.date import Date, edtf

_MONTHS = {
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
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SLASHED = re.compile(r"(\d{4})/(\d{0,2})(?:/(\d{0,2}))?(?:/.*)?")
_NUMERIC = re.compile(r"(\d{4})[-.](\d{1,2})(?:[-.](\d{1,2}))?(?:[T ].*)?")
_CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_YEAR_LAST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_DAY = re.compile(r"(?<![\d])(3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d])")
_WORD = re.compile(r"[^\W\d_]+")
_CIRCA = re.compile(r"(?i)^(?:ca\.?|c\.|circa|about)\s*(?=\d)")
_TWELVE = 12


def loose_date(text: str, year: int | None = None) -> Date | None:
    """The date that `text` says; `year` is taken where it names none; `None` for no date."""
    bare = " ".join(text.replace("~", " ").split()).strip(" .,;()[]\"'©") if text else ""
    if not bare:
        return Date(year) if year is not None else None
    try:
        return edtf(text)
    except ValueError:
        pass
    for shape in (_SLASHED, _NUMERIC, _CHINESE):
        found = shape.fullmatch(bare)
        if found is not None:
            year_of, *rest = found.groups()
            return _dated(int(year_of), *(int(part) if part else None for part in rest))
    found = _YEAR_LAST.fullmatch(bare)
    if found is not None:
        return _year_last(int(found[1]), int(found[3]), int(found[4]), found[2])
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


def _worded(text: str, year: int | None) -> Date | None:
    circa = _CIRCA.match(text) is not None
    named = _YEAR.search(text)
    if named is not None:
        year = int(named[1])
        text = text[: named.start()] + " " + text[named.end() :]
    if year is None:
        return None
    found = [word.casefold() for word in _WORD.findall(text)]
    months = [_MONTHS[word] for word in found if word in _MONTHS]
    if not months:
        season = next((_SEASONS[word] for word in found if word in _SEASONS), None)
        return Date(year, season, circa=circa)
    day = _DAY.search(text)
    first = _dated(year, months[0], int(day[1]) if day and len(months) == 1 else None)
    if len(months) > 1 and months[1] > months[0]:
        return Date(year, months[0], end=Date(year, months[1]))
    return first
