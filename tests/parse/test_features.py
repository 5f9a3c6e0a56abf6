"""What the tagger sees of a token."""

from __future__ import annotations

import pytest

from ifnlit.parse import features
from ifnlit.parse.features import attributes
from ifnlit.parse.tokens import tokens


def seen(text: str, token: str) -> list[bytes]:
    found = list(tokens(text))
    at = next(i for i, one in enumerate(found) if one[0] == token)
    return attributes(text, [one.span() for one in found])[at]


@pytest.mark.parametrize(
    ("token", "shape"),
    [
        ("2019", b"year"), ("1336", b"4d"), ("12345678", b"6d"), ("J", b"X"), ("a", b"x"),
        ("HSJ", b"XX"), ("SMITH", b"XXXX"), ("Smith", b"Xx"), ("Sci", b"Xx3"), ("title", b"xx"),
        ("the", b"xx3"), ("iPhone", b"xX"), ("McKay", b"XxX"), ("汪", b"han"), (";", b";"),
        ("10.1000/182", b"doi"), ("http://a.b", b"url"),
    ],
)  # fmt: skip
def test_a_token_has_a_shape(token: str, shape: bytes) -> None:
    assert b"s=" + shape in seen(f"x y {token} z", token)


def test_numbers_are_known_by_their_form_and_words_by_themselves() -> None:
    assert b"w=year" in seen("In 2019 it was", "2019")
    assert b"w=title" in seen("A Title of", "Title")


def test_a_token_sees_its_neighbours() -> None:
    row = seen("one two three four five", "three")
    assert {b"-w=two", b"+w=four", b"-2one", b"+2five"} <= set(row)


def test_a_token_knows_on_which_side_of_the_year_it_stands() -> None:
    text = "Smith J (2019) Title words. Journal 5: 1-9."
    assert b"y=<e" in seen(text, "Smith")
    assert b"y==e" in seen(text, "2019")
    assert b"y=>e" in seen(text, "Journal")
    assert b"y=--" in seen("no year here", "here")


def test_a_token_knows_the_last_cue_and_the_quotes_around_it() -> None:
    text = 'Smith, "A title," in Book, pp. 5'
    assert b"c=in" in seen(text, "Book")
    assert b"c=pp" in seen(text, "5")
    assert b"q=q1-" in seen(text, "title")
    assert b"q=q2-" in seen(text, "Book")


def test_a_stop_behind_an_initial_or_inside_an_abbreviation_parts_no_phrase() -> None:
    assert b"g1=smith" in seen("Smith J. A. and others", "others")
    assert b"g1=phys" in seen("Phys.Rev x", "Rev")
    assert b"g1=nature" in seen("A title. Nature 5", "5")
    assert b"g1=year" in seen("Nature.2019 x", "x")


def test_what_is_kept_of_tokens_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "_KEPT", 5)
    for at in range(20):
        seen(f"word{'a' * at} x", "x")
    assert len(features._looks) < 12
