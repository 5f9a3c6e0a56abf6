"""Citation keys in the form people know: family name, year, first significant word."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.label import keys
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference


def made(
    family: str = "", year: int | None = None, title: str = "", literal: str = ""
) -> Reference:
    return Reference(
        "",
        title=title,
        author=(Name(family, literal=literal),) if family or literal else (),
        issued=Date(year) if year else None,
    )


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        (made("Lan", 2019, "Regulation of interferon"), "lan2019regulation"),
        (made("Zhang", 2023, "A retrospective study"), "zhang2023retrospective"),
        (made("Zhou", 2019, "PEG-IFN-α-2A combined"), "zhou2019peg"),
        (made("Müller", 2001, "Über die Ölfässer"), "muller2001uber"),
        (made("O'Brien", 1999, "2020: the year"), "obrien1999year"),
        (made("Lane-Reticker", 2020, "“Quoted” words"), "lanereticker2020quoted"),
        (made("Kim", 2020, "1984"), "kim20201984"),
        (made("Kim", 2020, "The of and"), "kim2020"),
        (made("王", 2015, "信息检索研究"), "wang2015xinxi"),
        (made("", 2020, "Title words"), "2020title"),
        (made(literal="World Health Organization", year=2021), "worldhealthorganizat2021"),
        (made("Li"), "li"),
        (made(), "ref"),
        (Reference("", editor=(Name("Editor"),), container_title="Journal"), "editorjournal"),
    ],
)
def test_a_key_is_made_of_what_is_there(reference: Reference, key: str) -> None:
    assert keys([reference], ()) == (key,)


def test_a_letter_parts_equal_ones_and_those_taken() -> None:
    same = made("Li", 2020, "Words")
    assert keys([same, same, same], {"li2020wordsb"}) == (
        "li2020words",
        "li2020wordsc",
        "li2020wordsd",
    )


def test_letters_do_not_run_out() -> None:
    found = keys([made("Li")] * 60, ())
    assert len(set(found)) == 60
    assert (found[25], found[26], found[59]) == ("liz", "liba", "lich")


@settings(max_examples=50)
@given(st.lists(st.builds(made, st.text(max_size=9), st.none(), st.text(max_size=20))))
def test_keys_are_plain_and_all_different(references: list[Reference]) -> None:
    found = keys(references, ())
    assert len(set(found)) == len(references)
    assert all(re.fullmatch("[a-z0-9]+", key) for key in found)
