"""Lists of names in the form that most lists print: "Sung H, Lan Y R, Lane-Reticker SK".

Nothing in them is in doubt, so they are read at once. What is said of them is what would be found
piece by piece, which a test compares; a list with any other piece in it is none of theirs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ifnlit.parse.hints import has_any
from ifnlit.parse.names.words import PINYIN, L, U, is_bodily

_KEPT = 50  # lists; each is asked for up to three times in a row
_FAMILY = rf"(?!(?:For|The)\s)[{U}][a-zß-öø-ÿ][{U}{L}'’]*+(?:-[{U}{L}][{U}{L}'’]*+)*+"
_INITIALS = r"(?!I{2,3}\b|IV\b)[A-Z](?:[A-Z]{1,2}|(?:\s[A-Z]){1,3})?"  # "Smith II" has none
_NAME = rf"{_FAMILY}\s{_INITIALS}"
_LIST = re.compile(rf"(?P<names>{_NAME}(?:, ?{_NAME})*+)(?:[, ]*|,? (?P<others>et al\.?))")
_OTHERS = ("others", "colleagues", "worker", "etal", "u a")  # what may stand for other names


class Plain(NamedTuple):
    """(family name, initials, start) of each name of a list, and where "et al." stands in it."""

    names: tuple[tuple[str, str, int], ...]
    et_al: tuple[int, int] | None


@lru_cache(_KEPT)
def plain(text: str) -> Plain | None:
    """The names of a list of this form; `None` for any other.

    "Wang LI" is of no such list, for a short word in capitals may be a family name; nor is
    "Wang U A", for that may be "and others" in German.
    """
    listed = _LIST.fullmatch(text)
    if listed is None or is_bodily(text) or has_any(text.lower(), _OTHERS):
        return None
    found: list[tuple[str, str, int]] = []
    at = 0
    for part in listed["names"].split(","):
        family, _, given = part.strip().partition(" ")
        if len(given) > 1 and PINYIN.fullmatch(given):
            return None
        found.append((family, given, at + part.startswith(" ")))
        at += len(part) + 1
    return Plain(tuple(found), listed.span("others") if listed["others"] else None)
