"""Dates keep the parts that are known, and read and write EDTF."""

from __future__ import annotations

import pytest

from ifnlit.model.date import Date, edtf

DATES = [
    ("2019", Date(2019), (2019,)),
    ("2019-06", Date(2019, 6), (2019, 6)),
    ("2019-06-05", Date(2019, 6, 5), (2019, 6, 5)),
    ("2020-02-29", Date(2020, 2, 29), (2020, 2, 29)),
    ("2019-21", Date(2019, 21), (2019,)),
    ("2019~", Date(2019, circa=True), (2019,)),
    ("2019/2020", Date(2019, end=Date(2020)), (2019,)),
    ("-0044", Date(-44), (-44,)),
]


@pytest.mark.parametrize(("text", "date", "parts"), DATES)
def test_edtf_goes_in_and_out(text: str, date: Date, parts: tuple[int, ...]) -> None:
    assert edtf(text) == date
    assert str(date) == text
    assert date.parts == parts


@pytest.mark.parametrize("text", ["2019-13", "2019-04-31", "2019-02-29", "1900-02-29", "19", "x"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no "):
        edtf(text)


def test_a_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="without a month"):
        Date(2019, None, 5)


def test_a_season_is_a_number_from_one() -> None:
    assert Date(2019, 24).season == 4
    assert Date(2019, 12).season is None
    assert Date(2019).season is None
