"""References are chosen by key or number, and a mistyped key is answered with the nearest."""

from __future__ import annotations

import pytest

from ifnlit.app.selection import chosen
from ifnlit.errors import UsageFault
from ifnlit.model.reference import Origin, Reference

REFERENCES = (Reference("lan2019regulation", origin=Origin(8)), Reference("short"))


def test_none_asked_means_all() -> None:
    assert chosen(REFERENCES, ()) == REFERENCES


def test_keys_and_numbers_choose_in_the_order_asked_and_once() -> None:
    assert chosen(REFERENCES, ("short", "8", "lan2019regulation")) == REFERENCES[::-1]


def test_a_mistyped_key_is_answered() -> None:
    with pytest.raises(UsageFault, match='"lan2019regulatio"; did you mean "lan2019regulation"'):
        chosen(REFERENCES, ("lan2019regulatio",))
