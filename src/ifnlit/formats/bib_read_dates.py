"""Dates of .bib files: `date` in EDTF or what programs write for it, `year`, `month`, `day`."""

from __future__ import annotations

import re

from ifnlit.formats.csl_date import date_of
from ifnlit.formats.latex_read import text_of
from ifnlit.formats.loose_date import MONTHS, SEASONS
from ifnlit.model.date import Date

_BRACE = re.compile(r"[{}]")
_TIME = re.compile(r"T\d\d.*\Z")
_YEAR = re.compile(r"(?<!\d)-?\d{4}(?!\d)")
_YEARS = re.compile(r"(-?\d{4})\s*(?:-{1,3}|[–—/])\s*(-?\d{4})")
_CIRCA = re.compile(r"(?:ca\.?|circa|c\.|about|~)\s*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_LAST_MONTH = 12


def whole(latex: str) -> tuple[Date | None, bool]:
    """The date of a `date`, `year` or `urldate` field, and whether that is all it says."""
    # EDTF's "~" is no blank, so braces alone come off what has no command in it.
    plain = text_of(latex, rich=False) if "\\" in latex else _BRACE.sub("", latex)
    text = _TIME.sub("", " ".join(plain.split()))
    try:
        return date_of(text), True
    except ValueError:
        return _written_out(text)


def parts(year: str, month: str, day: str) -> tuple[Date | None, bool]:
    """The date of separate fields, and whether it says all that stands there.

    The month is a macro, a name or a number, and may hold the day as well ("17~aug").
    """
    base, exact = whole(year)
    if base is None or base.month or base.end:
        return base, exact
    month_text, day_text = (text_of(part, rich=False) for part in (month, day))
    number, inside, last = _month(month_text)
    if number and last:
        whole_span = number < last and exact and not day_text
        end = Date(base.year, last) if whole_span else None
        return Date(base.year, number, circa=base.circa, end=end), whole_span
    found = _NUMBER.search(day_text)
    said = int(found[0]) if found else inside
    date = _date(base, number, said)
    understood = exact and (number is not None or not month_text) and bool(found or not day_text)
    if date is not None:
        return date, understood and (said is None or date.day is not None)
    return _date(base, number, None) or base, False


def _date(base: Date, month: int | None, day: int | None) -> Date | None:
    try:
        return Date(base.year, month, day if month and month <= _LAST_MONTH else None, base.circa)
    except ValueError:
        return None


def _month(text: str) -> tuple[int | None, int | None, int | None]:
    """Month (or season) and day that a `month` field says, and the last month of two."""
    numbers = [int(number) for number in _NUMBER.findall(text)]
    words = _WORD.findall(text.casefold())
    named = [MONTHS.get(word) or MONTHS.get(word[:3]) or SEASONS.get(word) for word in words]
    months = [month for month in named if month]
    if months:
        day = numbers[0] if numbers and len(months) == 1 else None
        last = months[1] if len(months) > 1 else None
        return months[0], day, last
    if numbers and 1 <= numbers[0] <= _LAST_MONTH:
        return numbers[0], None, None
    return None, None, None


def _written_out(text: str) -> tuple[Date | None, bool]:
    """What a person writes for a year: "ca. 1999", "1999--2000", "800", "2020 (in press)"."""
    if text.isascii() and text.isdigit() and len(text) < len("2000"):
        return Date(int(text)), True
    span = _YEARS.fullmatch(text)
    if span:
        return Date(int(span[1]), end=Date(int(span[2]))), True
    found = _YEAR.search(text)
    if found is None:
        return None, False
    lead = _CIRCA.match(text)
    date = Date(int(found[0]), circa=lead is not None)
    return date, lead is not None and lead[0] + found[0] == text
