"""Lists of names in the form that most lists print: "Sung H, Lan Y R, Lane-Reticker SK".

Nothing in them is in doubt, so they are read at once. What is said of them is what would be found
piece by piece, which a test compares; a list with any other piece in it is none of theirs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ifnlit.parse.names.words import PINYIN, L, U, is_bodily

_KEPT = 50  # lists; each is asked for up to three times in a row
_FAMILY = rf"(?!(?:For|The)\s)[{U}][a-zß-öø-ÿ][{U}{L}'’]*+(?:-[{U}{L}][{U}{L}'’]*+)*+"
_INITIALS = r"(?!I{2,3}\b|IV\b)[A-Z](?:[A-Z]{1,2}|(?:\s[A-Z]){1,3})?"  # "Smith II" has none
_LIST = re.compile(rf"(?:{_FAMILY}\s{_INITIALS}(?:, ?(?=[{U}])|[, ]*$))++")


@lru_cache(_KEPT)
def plain(text: str) -> tuple[tuple[str, str, int], ...] | None:
    """(family name, initials, start) of each name of a list of this form; `None` for any other.

    "Wang LI" is of no such list, for a short word in capitals may be a family name.
    """
    if not _LIST.fullmatch(text) or is_bodily(text):
        return None
    found: list[tuple[str, str, int]] = []
    at = 0
    for part in text.rstrip(", ").split(","):
        family, _, given = part.strip().partition(" ")
        if len(given) > 1 and PINYIN.fullmatch(given):
            return None
        found.append((family, given, at + part.startswith(" ")))
        at += len(part) + 1
    return tuple(found)
