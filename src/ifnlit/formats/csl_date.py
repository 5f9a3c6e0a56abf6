"""Dates in CSL items: EDTF text, `date-parts`, `raw` and `literal`, as programs write them."""

from __future__ import annotations

import re
from typing import cast

from ifnlit.model.date import Date, edtf

_FORMS = "write 2019, 2019-06 or 2019-06-05"
_SLASHED = re.compile(r"(\d{4})/(\d{0,2})/(\d{0,2})/?[^/]*")
_SEASON = 20  # EDTF's spring is 21, CSL's 1
_THREE = 3


def plain_date(date: Date) -> dict[str, object]:
    """A date as CSL's map: its parts as numbers, and what they cannot say."""
    found: dict[str, object] = {"date-parts": [list(date.parts)]}
    if date.end is not None:
        found["date-parts"] = [list(date.parts), list(date.end.parts)]
    if date.season is not None:
        found["season"] = date.season
    if date.circa:
        found["circa"] = True
    return found


def date_of(value: object) -> Date:
    """The date that a CSL value says; raises `ValueError` with what was expected."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Date(value)
    if isinstance(value, list):
        value = {"date-parts": [_named(part) for part in cast("list[object]", value)]}
    if not isinstance(value, dict):
        raise ValueError(f"no date; {_FORMS}")  # noqa: TRY004  # one kind of error for all that is no date
    parts = cast("dict[str, object]", value)
    if parts.get("date-parts"):
        return _parts(parts)
    for key in ("raw", "literal"):
        text = parts.get(key)
        if isinstance(text, str):
            return _written_out(text)
    raise ValueError(f"no date: neither date-parts nor raw; {_FORMS}")


def _named(part: object) -> list[object]:
    """`{year: 2003, month: 4}`, as old pandoc wrote each of a list, in the order of date-parts."""
    named = cast("dict[str, object]", part) if isinstance(part, dict) else {}
    return [named.get(name) for name in ("year", "month", "day")]


def _written_out(text: str) -> Date:
    """Text in words ("Spring 2000", "ca. 1850") that says a date and nothing more."""
    from ifnlit.formats.loose_date import understood

    date, whole = understood(text)
    if date is None or not whole:
        raise ValueError(f'no date: "{text}"; {_FORMS}')
    return date


def _text(text: str) -> Date:
    slashed = _SLASHED.fullmatch(text.strip()) if "/" in text else None
    if slashed:
        year, month, day = slashed.groups()
        return Date(int(year), int(month) if month else None, int(day) if month and day else None)
    return edtf(text)


def _parts(value: dict[str, object]) -> Date:
    lists = value["date-parts"]
    circa = str(value.get("circa", "")).lower() in {"1", "true", "yes"}
    season = value.get("season")
    try:
        dates = [_numbers(one) for one in _listed(lists)]
    except (TypeError, ValueError):
        raise ValueError(f"no date-parts: {lists}; write [[2019, 6, 5]]") from None
    if not dates or not all(1 <= len(one) <= _THREE for one in dates):
        raise ValueError(f"no date-parts: {lists}; write [[2019, 6, 5]]")
    if season not in (None, "") and len(dates[0]) == 1:
        dates[0].append(_season(str(season)))
    year, month, day = _padded(dates[0])
    end = _padded(dates[1]) if len(dates) > 1 else None
    return Date(year or 0, month, day, circa, Date(end[0] or 0, *end[1:]) if end else None)


def _listed(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return cast("list[object]", value)


def _numbers(value: object) -> list[int]:
    return [int(cast("str", part)) for part in _listed(value) if part not in (None, "")]


def _season(text: str) -> int:
    """The month that EDTF has for a season, by number or by name."""
    if text.isdigit():
        found: int | None = _SEASON + int(text)
    else:
        from ifnlit.formats.loose_date import SEASONS

        found = SEASONS.get(text.casefold())
    if found is None:
        raise ValueError(f'no season: "{text}"; write 1 for spring to 4 for winter')
    return found


def _padded(parts: list[int]) -> tuple[int | None, int | None, int | None]:
    year, month, day = (*parts, None, None, None)[:_THREE]
    return year, month, day
