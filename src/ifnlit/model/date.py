"""A date with the parts that are known, and EDTF in and out.

EDTF is ISO 8601-2:2019; of its level 1 the parts that CSL 1.0.2 can hold: seasons as months 21
to 24, `~` for "circa", and intervals `2019/2020`.
"""

from __future__ import annotations

import re

from ifnlit.model.frozen import dataclass

_EDTF = r"(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?"  # compiled when first asked
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_SEASON, _LAST_SEASON = 21, 24  # EDTF level 1: spring, summer, autumn, winter


@dataclass(frozen=True, slots=True)
class Date:
    """Year; month 1-12, or 21-24 for a season; day; `end` for an interval; `circa` for "about".

    Raises `ValueError` when the parts are no date (month 13, 31 April, a day without a month).
    """

    year: int
    month: int | None = None
    day: int | None = None
    circa: bool = False
    end: Date | None = None

    def __post_init__(self) -> None:
        month, day = self.month, self.day
        if month is None:
            if day is not None:
                raise ValueError(f"day {day} without a month")
            return
        if _FIRST_SEASON <= month <= _LAST_SEASON and day is None:
            return
        if not 1 <= month <= len(_DAYS):
            raise ValueError(f"no such month: {month}")
        if day is not None and not 1 <= day <= _last_day(self.year, month):
            raise ValueError(f"no such day: {day} of month {month} in {self.year}")

    @property
    def parts(self) -> tuple[int, ...]:
        """The known parts, as in CSL's `date-parts`; a season counts as no month."""
        if self.month is None or self.month >= _FIRST_SEASON:
            return (self.year,)
        return (self.year, self.month) if self.day is None else (self.year, self.month, self.day)

    @property
    def season(self) -> int | None:
        """1 to 4 for spring to winter, as in CSL's `season`; `None` when there is none."""
        if self.month is None or self.month < _FIRST_SEASON:
            return None
        return self.month - _FIRST_SEASON + 1

    def __str__(self) -> str:
        """EDTF: `2019`, `2019-06`, `2019-06-05`, `2019~`, `2019/2020`."""
        sign, year = ("-", -self.year) if self.year < 0 else ("", self.year)
        text = f"{sign}{year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        text += "~" if self.circa else ""
        return f"{text}/{self.end}" if self.end else text


def edtf(text: str) -> Date:
    """The date that EDTF text says; raises `ValueError` with what was expected."""
    start, slash, end = text.strip().partition("/")
    first = _single(start)
    if not slash:
        return first
    return Date(first.year, first.month, first.day, first.circa, _single(end))


def _single(text: str) -> Date:
    found = re.fullmatch(_EDTF, text)
    if found is None:
        raise ValueError(f'no date: "{text}"; write 2019, 2019-06 or 2019-06-05')
    year, month, day, mark = found.groups()
    return Date(int(year), int(month) if month else None, int(day) if day else None, bool(mark))


def _last_day(year: int, month: int) -> int:
    if month == 2 and (year % 4 or (year % 100 == 0 and year % 400)):  # noqa: PLR2004  # the Gregorian rule
        return 28
    return _DAYS[month - 1]
