"""A string is cut into tokens."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.parse.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Smith, J.A.", ["Smith", ",", "J", ".", "A", "."]),
        ("41(14):1336", ["41", "(", "14", ")", ":", "1336"]),
        ("Rev.D12", ["Rev", ".", "D", "12"]),
        ("汪冰. 5版", ["汪", "冰", ".", "5", "版"]),
        ("doi:10.1093/b/3.1-2.", ["doi", ":", "10.1093/b/3.1-2", "."]),
        ("https://doi.org/10.1000/182,", ["https://doi.org/", "10.1000/182", ","]),
        ("(http://a.b/c?d=1).", ["(", "http://a.b/c?d=1", ")", "."]),
    ],
)
def test_a_string_is_cut(text: str, expected: list[str]) -> None:
    assert [token[0] for token in tokens(text)] == expected


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_only_blanks_are_left_between_tokens(text: str) -> None:
    kept = "".join(token[0] for token in tokens(text))
    assert kept == "".join(text.split())
