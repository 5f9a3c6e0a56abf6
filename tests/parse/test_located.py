"""A value of a record is found where the text prints it, however it does."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.parse.located import located


@pytest.mark.parametrize(
    ("value", "raw", "printed"),
    [
        ("J Virol", "Title. J Virol., 2020", "J Virol"),
        ("Curr Opin Virol", "Title. CURR  OPIN\u00a0VIROL, 2018", "CURR  OPIN\u00a0VIROL"),
        ("replication in mice", "HBV replica-tion in mice.", "replica-tion in mice"),
        ("long-term follow-up", "A long\u2013term follow- up of", "long\u2013term follow- up"),
        ("the patient's view", "On the patient’s view.", "the patient’s view"),
        ("J. Virol", "in J Virol 2019", "J Virol"),
        ("1933-1940.e1", "19(9): 1933-40 e1.", "1933-40 e1"),
        ("209-249", "71(3): 209–249.", "209–249"),
        ("64-66", "24(26):64- 66.", "64- 66"),
        ("S1-S9", "12(Suppl): S1-9.", "S1-9"),
        ("2020-08-17", "J Virol, 2020 Aug 17; 94", "2020 Aug 17"),
        ("2020-08-17", "on August 17, 2020.", "August 17, 2020"),
        ("2020-08-17", "17. August 2020", "17. August 2020"),
        ("2020-08-17", "(2020-08-17)", "2020-08-17"),
        ("2020-08-17", "(2020/8/17)", "2020/8/17"),
        ("2020-08-17", "in 2020.", "2020"),
        ("2022-10", "2022 Oct; 23", "2022 Oct"),
        ("2022-10", "Oct 2022", "Oct 2022"),
        ("2022-10", "2022/10", "2022/10"),
        ("2021", "J 12021 (2021)", "2021"),
        ("2022-21", "Spring 2022", "2022"),
        ("12", "112, 12(3)", "12"),
        ("5", "a", None),
        ("5-9", "a", None),
        ("", "a", None),
        (" ", "a", None),
    ],
)
def test_a_value_is_found(value: str, raw: str, printed: str | None) -> None:
    found = located(value, raw)
    assert (raw[found[0] : found[1]] if found else None) == printed


def test_of_several_places_the_nearest_is_taken() -> None:
    assert located("5", "5 a 5 b 5", near=7) == (8, 9)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=30), st.text(max_size=60))
def test_any_value_is_looked_for(value: str, raw: str) -> None:
    found = located(value, raw)
    assert found is None or 0 <= found[0] < found[1] <= len(raw)
