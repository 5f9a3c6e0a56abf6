"""Lists in the plain form give the names that reading piece by piece gives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ifnlit.parse.names as names_module
from ifnlit.parse.names import people
from ifnlit.parse.names.plain import Plain, plain

FAMILIES = tuple(
    """Sung Li Lane-Reticker McDonald D'Angelo Du Van De For The Bank Universitas Brothers
    Coworker-Li Etal Institutov On Ye Ørsted Şahin Łukasz Ad-Hoc LI Nguyen St Jr X a Smith-on
    O’Neil""".split()
)
INITIALS = (
    *("J", "RL", "SKM", "Y R", "H S J", "II", "III", "IV", "LI", "AN", "J.", "Jie", "ABCD"),
    *("U A", "X U A", "UA"),
)
NAMES = st.builds("{} {}".format, st.sampled_from(FAMILIES), st.sampled_from(INITIALS))
ENDS = st.sampled_from(("", " ", ", ", ", et al.", " et al", ", et al", ", editors", "."))


def _not_plain(_: str) -> None:
    """What `plain` says of any other list."""


@given(st.lists(NAMES, min_size=1, max_size=4), st.sampled_from((", ", ",")), ENDS)
@settings(max_examples=300)
def test_they_are_read_as_piece_by_piece(found: list[str], comma: str, end: str) -> None:
    text = comma.join(found) + end
    at_once = [people(text, family_first=first) for first in (None, True, False)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(names_module, "plain", _not_plain)
        one_by_one = [people(text, family_first=first) for first in (None, True, False)]
    assert at_once == one_by_one


def test_where_each_stands_is_told() -> None:
    names = (("Sung", "H", 0), ("Lan", "Y R", 8), ("Li", "J", 16))
    assert plain("Sung H, Lan Y R,Li J, ") == Plain(names, None)
    assert plain("Sung H, Lan Y R,Li J et al.") == Plain(names, (21, 27))


@pytest.mark.parametrize(
    "text",
    ["", ", ", "Wang LI", "Smith II", "Bank J", "Smith J, Plato", "Smith J; Lee K", "Lee U A"],
)
def test_what_may_be_read_in_two_ways_is_none(text: str) -> None:
    assert plain(text) is None
