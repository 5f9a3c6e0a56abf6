"""Lists of whole names between commas: "Li Yimin, Yuan Lin, van Berg M J, et al.".

In them at most the order of two words is in doubt. As with `plain`, what is said of them is what
would be found piece by piece, which a test compares.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ifnlit.parse.hints import has_any
from ifnlit.parse.names.plain import ET_AL, NAME, OTHERS, others_of
from ifnlit.parse.names.words import PINYIN, U, is_bodily, role

_KEPT = 2_000  # lists, as of `plain`
_SMALL = "a-zß-öø-ÿ"
_NO_CAPITAL = r"(?!(?:V[ao]n|D[eiu]|Dell?[ao]?|The|For|[AE]l|Abd)\s)"  # particles, articles
_LED = rf"(?:(?:van|von|der|den|de|del|di|da|dos|ten|ter)\s){{1,3}}{_NO_CAPITAL}{NAME}"
_PAIR = (
    rf"{_NO_CAPITAL}[{U}][{_SMALL}]+\s"
    rf"(?!(?:[JS]r|[AE]l|Abd)\b)[{U}][{_SMALL}]+(?:-[{U}{_SMALL}][{_SMALL}]+)?"
)
_ONE = rf"(?:{NAME}|{_PAIR}|{_LED})(?=[, ]|$)"
_LIST = re.compile(rf"(?P<names>{_ONE}(?:, ?{_ONE})*+){ET_AL}")


class Part(NamedTuple):
    """A name: particle, first word, initials or second word; where it begins, that, and its end."""

    particle: str
    first: str
    rest: str
    start: int
    rest_start: int
    end: int

    @property
    def has_initials(self) -> bool:
        """Whether initials show which word is the family name."""
        return self.rest.isupper()


class Whole(NamedTuple):
    """The names of a list, and where "et al." stands in it."""

    parts: tuple[Part, ...]
    et_al: tuple[int, int] | None


@lru_cache(_KEPT)
def whole(text: str) -> Whole | None:
    """The names of a list of such a form; `None` for any other."""
    listed = _LIST.fullmatch(text)
    if listed is None or is_bodily(text) or has_any(text.lower(), OTHERS) or role(text):
        return None
    found: list[Part] = []
    at = 0
    for piece in listed["names"].split(","):
        bare = piece.lstrip()
        start = at + len(piece) - len(bare)
        at += len(piece) + 1
        lead = _behind_particles(bare)
        first, _, rest = bare[lead:].partition(" ")
        if len(rest) > 1 and rest.isupper() and PINYIN.fullmatch(rest):
            return None
        end = start + len(bare)
        found.append(Part(bare[:lead].rstrip(), first, rest, start, end - len(rest), end))
    return Whole(tuple(found), others_of(listed))


def _behind_particles(piece: str) -> int:
    """Where the family name begins behind particles; 0 without any."""
    at = 0
    while piece[at].islower():
        at = piece.index(" ", at) + 1
    return at
