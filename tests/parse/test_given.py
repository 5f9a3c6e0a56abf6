"""Names whose words alone tell their order."""

from __future__ import annotations

import pytest

from ifnlit.parse.names import people
from ifnlit.parse.names.given import by_given


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("James Gleick", False),
        ("Beck-Gernsheim Elisabeth", True),
        ("Schweyer François-Xavier", True),
        ("Quirkle Zorbett", False),  # no word is known
        ("Mary Elizabeth", False),  # both are given names
        ("Li Yimin", True),
        ("Yimin Li", False),
        ("Chen Wei", None),  # both are family names
        ("Yimin Jianbo", None),  # neither is
        ("Li Zorbett", None),
        ("Smith J", None),
        ("J. Smith", None),
        ("Plato", None),
        ("A B C D", None),
        ("Smith (ed.)", None),
    ],
)
def test_the_words_of_a_name_tell_its_order_or_do_not(name: str, first: bool | None) -> None:
    assert by_given(name) is first


def test_a_list_of_spoken_names_is_read_so_whatever_the_other_references_are_like() -> None:
    found = people("John Foran and Mary Smith", family_first=True).persons
    assert [one.name.family for one in found] == ["Foran", "Smith"]


def test_a_slash_parts_names_behind_an_initial_too() -> None:
    found = people("Hurrelmann, K./Albert, M./ Leven, I.").persons
    assert [(one.name.family, one.name.given) for one in found] == [
        ("Hurrelmann", "K."),
        ("Albert", "M."),
        ("Leven", "I."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lepsius, M. Rainer", [("Lepsius", "M. Rainer")]),
        ("Smith, J. Robert, and Mary Jones", [("Smith", "J. Robert"), ("Jones", "Mary")]),
        ("Plato, J. Smith", [("Plato", ""), ("Smith", "J.")]),
    ],
)
def test_an_initial_and_a_given_name_follow_a_family_name(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = people(text).persons
    assert [(one.name.family, one.name.given) for one in found] == expected
