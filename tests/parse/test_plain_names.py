"""Lists in the plain form give the names that reading piece by piece gives."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ifnlit.parse.names as names_module
from ifnlit.parse.names import people, plausible
from ifnlit.parse.names.plain import Plain, plain

# The package has a function of this name.
pieces_module = import_module("ifnlit.parse.names.pieces")
FAMILIES = tuple(
    """Sung Li Lane-Reticker McDonald D'Angelo Du Van De For The Bank Universitas Brothers
    Coworker-Li Etal Institutov On Ye Ørsted Şahin Łukasz Ad-Hoc LI Nguyen St Jr Sen X a Smith-on
    O’Neil""".split()
)
INITIALS = (
    *("J", "RL", "SKM", "Y R", "H S J", "II", "III", "IV", "LI", "AN", "J.", "Jie", "ABCD"),
    *("U A", "X U A", "UA"),
)
NAMES = st.builds("{} {}".format, st.sampled_from(FAMILIES), st.sampled_from(INITIALS))
SPOKEN = st.builds(
    "{}{}".format,
    st.sampled_from(("J. ", "J.", "R. L. ", "J.-P. ", "A.B.C.D.", "Ph. ", "J ", "A. B. C. D. E. ")),
    st.sampled_from(FAMILIES),
)
INVERTED = st.builds(
    "{}, {}".format,
    st.sampled_from(FAMILIES),
    st.sampled_from(
        ("J.", "R. L.", "J.-P.", "A.B.", "J", "Jr.", "J. van", "John", "Y. L. K. M. N.")
    ),
)
HAN = st.sampled_from(
    tuple("王小明 欧阳修 李 张三 教育部 北京大学 王某等 李四著 主编 司马相如 外 他 编写组".split())
)
WHOLE = st.builds(
    "{}{} {}".format,
    st.sampled_from(("", "", "", "van ", "de la ", "von der ", "vom ", "De ", "du ")),
    st.sampled_from(
        (*FAMILIES, "Wang", "Zhang", "Kim", "Henri", "Mary", "Ahmed", "Silva", "García")
    ),
    st.sampled_from(
        (
            *("Jie", "Yan-Chun", "Yan-chun", "Lin", "Al-Rashid", "Eds", "Ed", "Neto", "Martin"),
            *("López", "Smith", "John", "Jr", "Sr", "Bank", "Min", "Ma", "M J H", "LI", "B"),
            *("Chul-Soo", "III"),
        )
    ),
)
COMMAS = st.sampled_from((", ", ",", ", and ", " and ", ", & ", " & ", "; "))
ENDS = st.sampled_from(("", " ", ", ", ", et al.", " et al", ", et al", ", editors", "."))


def _not_plain(_: str) -> None:
    """What `plain` says of any other list."""


@given(st.lists(NAMES, min_size=1, max_size=4), st.sampled_from((", ", ",")), ENDS)
@settings(max_examples=300)
def test_they_are_read_as_piece_by_piece(found: list[str], comma: str, end: str) -> None:
    _compared(comma.join(found) + end)


@given(st.lists(st.one_of(SPOKEN, INVERTED), min_size=1, max_size=3), COMMAS, COMMAS, ENDS)
@settings(max_examples=600)
def test_so_are_names_with_stops(found: list[str], comma: str, last: str, end: str) -> None:
    _compared(last.join([comma.join(found[:-1]), found[-1]] if found[1:] else found) + end)


@given(st.lists(HAN, min_size=1, max_size=4), st.sampled_from((", ", ",")), st.booleans())
@settings(max_examples=300)
def test_so_are_names_in_han_characters(found: list[str], comma: str, has_more: bool) -> None:
    _compared(comma.join(found) + (", 等" if has_more else ""))


@given(st.lists(st.one_of(NAMES, WHOLE), min_size=1, max_size=4), COMMAS, ENDS)
@settings(max_examples=600)
def test_so_are_whole_names(found: list[str], comma: str, end: str) -> None:
    _compared(comma.join(found) + end)


def _compared(text: str) -> None:
    at_once = [people(text, family_first=first) for first in (None, True, False)]
    likely = plausible(text)
    with pytest.MonkeyPatch.context() as patch:
        for module in (names_module, pieces_module):
            patch.setattr(module, "plain", _not_plain)
            patch.setattr(module, "whole", _not_plain)
        one_by_one = [people(text, family_first=first) for first in (None, True, False)]
        assert at_once == one_by_one
        assert likely >= plausible(text)  # "J.Sung" lost its blank


def test_where_each_stands_is_told() -> None:
    names = (
        ("Sung", "H.", 0, 5, 6),
        ("Lan", "Y. R.", 8, 12, 15),
        ("Li", "J.", 16, 19, 20),
    )
    assert plain("Sung H, Lan Y R,Li J, ") == Plain(names, None)
    assert plain("Sung H, Lan Y R,Li J et al.") == Plain(names, (21, 27))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sung, H., & Lan, Y.-R.", [("Sung", "H.", 0, 6, 8), ("Lan", "Y.-R.", 12, 17, 22)]),
        ("H. Sung and Y.R. Lan", [("Sung", "H.", 3, 0, 2), ("Lan", "Y. R.", 17, 12, 16)]),
        ("王小明, 欧阳修", [("王", "小明", 0, 1, 3), ("欧阳", "修", 5, 7, 8)]),
    ],
)
def test_each_form_is_one(text: str, names: list[tuple[str, str, int, int, int]]) -> None:
    assert plain(text) == Plain(tuple(names), None)


@pytest.mark.parametrize(
    "text",
    ["", ", ", "Wang LI", "Smith II", "Bank J", "Smith J, Plato", "Smith J; Lee K", "Lee U A"],
)
def test_what_may_be_read_in_two_ways_is_none(text: str) -> None:
    assert plain(text) is None
