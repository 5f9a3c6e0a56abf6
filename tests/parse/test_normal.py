"""The plain form of strings, and the way back to each raw character."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.parse.normal import normal

CASES = [
    ("plain text", "plain text"),
    ("", ""),
    ("a\u00a0b\u3000c\td", "a b c d"),
    ("a  b   c", "a b c"),
    ("a\u00a0 \u00a0b", "a b"),
    ("in\u00adter\u200bfer\ufeffon", "interferon"),
    ("1\u20132\u20143\u22124\uff0d5", "1-2-3-4-5"),
    ("（2019）", "(2019)"),
    ("张某，李某．题名［J］．", "张某, 李某. 题名[J]."),
    ("2019，42（3）：453－482", "2019,42(3): 453-482"),
    ("cancer（blood）stasis", "cancer (blood) stasis"),
    ("学报（社会）版", "学报(社会)版"),
    ("【J】", "[J]"),
    ("ﬁeld ﬂow ﬀ ﬃ ﬄ", "field flow ff ffi ffl"),
    ("A &amp; B &lt; C&nbsp;D &#8211; &#x2013;", "A & B < C D - -"),
    ("&unknown; &;", "&unknown; &;"),
    ("&NotEqualTilde;", "&NotEqualTilde;"),
    ("e\u0301te\u0301", "été"),
    ("209~249 and ~user", "209-249 and ~user"),
    ("a,, b;; c.. d... e", "a, b; c. d... e"),
    ("\u201ca\u201d \u2018b\u2019 \u00abc\u00bb", '"a" \'b\' "c"'),
    ("a\x00b\x07c\x7f", "abc"),
    ("\u200fעברית\u200e", "עברית"),
]


@pytest.mark.parametrize(("raw", "plain"), CASES)
def test_a_string_has_one_plain_form(raw: str, plain: str) -> None:
    assert normal(raw).text == plain


@pytest.mark.parametrize(("raw", "plain"), CASES)
def test_each_plain_character_knows_its_raw_one(raw: str, plain: str) -> None:
    found = normal(raw)
    assert len(found.at) == len(plain) + 1
    assert found.at[-1] == len(raw)
    for index, char in enumerate(plain):
        start, end = found.raw_span(index, index + 1)
        if char.isalnum():
            assert char in unicodedata.normalize("NFKC", raw[max(0, start - 1) : end])


@given(st.text(max_size=60))
@settings(max_examples=200)
def test_offsets_never_go_back(raw: str) -> None:
    found = normal(raw)
    assert list(found.at) == sorted(found.at)
    assert all(0 <= place <= len(raw) for place in found.at)
    assert "  " not in found.text


@given(st.text(alphabet=st.characters(codec="ascii", exclude_characters="&~,;. "), max_size=60))
@settings(max_examples=100)
def test_letters_and_digits_of_plain_text_stay(raw: str) -> None:
    found = normal(raw)
    assert [c for c in found.text if c.isalnum()] == [c for c in raw if c.isalnum()]
