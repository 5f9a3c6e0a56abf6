"""Lists of names in the forms that most lists print, each in one form from end to end.

"Sung H, Lan Y R", "Sung, H., & Lan, Y. R.", "H. Sung, Y. R. Lan, and J. Li", "王小明, 李强, 等".
Nothing in them is in doubt, so they are read at once. What is said of them is what would be found
piece by piece, which a test compares; a list with any other piece in it is none of theirs.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ifnlit.parse.han import han_name, has_role
from ifnlit.parse.hints import has_any
from ifnlit.parse.names.words import PINYIN, L, U, initials, is_bodily

_KEPT = 2_000  # lists; each is asked for up to three times, by a batch of references in turn
_FAMILY = rf"(?!(?:For|The)\s)[{U}][a-zß-öø-ÿ][{U}{L}'’]*+(?:-[{U}{L}][{U}{L}'’]*)*+"
_INITIALS = r"(?!I{2,3}\b|IV\b)[A-Z](?:[A-Z]{1,2}|(?:\s[A-Z]){1,3})?"  # "Smith II" has none
_STOPPED = r"[A-Z]\.(?:[\s-]?[A-Z]\.){0,3}"
NAME = rf"{_FAMILY}\s{_INITIALS}"
_WHOLE = rf"(?P<family>(?!(?:Jr|Sr|Fils|Ii|Iv)\b){_FAMILY})(?<![A-Z])"
_INVERTED = rf"{_WHOLE},\s(?P<given>{_STOPPED})"
_SPOKEN = rf"(?P<given>{_STOPPED})\s?{_WHOLE}"
ET_AL = r"(?:[, ]*|,? (?P<others>et al\.?))"
_AND = r"(?:,\s(?:and\s|&\s)?|\s&\s|\sand\s)"
_LIST = re.compile(rf"(?P<names>{NAME}(?:, ?{NAME})*+){ET_AL}")
_HAN = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,4}(?:, ?[\u4e00-\u9fff]{2,4})*+)(?:[, ]*|,? ?(?P<others>等))"
)


def _list_of(one: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A pattern of a whole list of names, and one of a name in it."""
    bare = re.sub(r"\?P<\w+>", "?:", one)
    return re.compile(rf"(?P<names>{bare}(?:{_AND}{bare})*+){ET_AL}"), re.compile(one)


_BY_FIRST = {True: _list_of(_SPOKEN), False: _list_of(_INVERTED)}
OTHERS = ("others", "colleagues", "worker", "etal", "u a")  # what may stand for other names


# Family name, normalised given names; where the family name begins, and the given names begin and
# end. A bare tuple is made in a tenth of the time of a named one.
PlainName = tuple[str, str, int, int, int]


class Plain(NamedTuple):
    """The names of a list, and where "et al." stands in it."""

    names: tuple[PlainName, ...]
    et_al: tuple[int, int] | None


@lru_cache(_KEPT)
def plain(text: str) -> Plain | None:
    """The names of a list of such a form; `None` for any other.

    "Wang LI" is of no such list, for a short word in capitals may be a family name; nor is
    "Wang U A", for that may be "and others" in German.
    """
    if text.count(".") > text.endswith("al."):
        return _with_stops(text)
    listed = _LIST.fullmatch(text)
    if listed is None:
        return _han(text)
    if is_bodily(text) or has_any(text.lower(), OTHERS):
        return None
    found: list[PlainName] = []
    at = 0
    for part in listed["names"].split(","):
        family, _, given = part.strip().partition(" ")
        if len(given) > 1 and PINYIN.fullmatch(given):
            return None
        start = at + part.startswith(" ")
        after = start + len(family) + 1
        found.append((family, initials(given), start, after, after + len(given)))
        at += len(part) + 1
    return Plain(tuple(found), others_of(listed))


def _with_stops(text: str) -> Plain | None:
    """Names whose initials have stops, all before the family names or all behind."""
    whole, one = _BY_FIRST[text[1:2] == "."]
    listed = whole.fullmatch(text)
    if listed is None or is_bodily(text) or has_any(text.lower(), OTHERS):
        return None
    end = listed.end("names")
    names = tuple(_name(found) for found in one.finditer(text, 0, end))
    return Plain(names, others_of(listed))


def _name(found: re.Match[str]) -> PlainName:
    start, end = found.span("given")
    return (found["family"], initials(found["given"]), found.start("family"), start, end)


def _han(text: str) -> Plain | None:
    """Persons with names of two to four Han characters."""
    listed = _HAN.fullmatch(text)
    if listed is None or "等" in listed["names"]:
        return None
    found: list[PlainName] = []
    at = 0
    for part in listed["names"].split(","):
        name = part.lstrip()
        cut = None if has_role(name) else han_name(name)
        if cut is None:
            return None
        start = at + len(part) - len(name)
        found.append((name[:cut], name[cut:], start, start + cut, start + len(name)))
        at += len(part) + 1
    return Plain(tuple(found), others_of(listed))


def others_of(listed: re.Match[str]) -> tuple[int, int] | None:
    """Where "et al." stands in a list that matched."""
    return listed.span("others") if listed["others"] else None
