"""How alike two lists of authors are.

Registries give names split, swapped, or in one field, in Latin letters or not; a record may have
the first author only. A printed list is short ("et al.") and has initials.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from ifnlit.match.fold import latin, script
from ifnlit.match.likeness import SAME, UNSAID, Likeness, is_slip
from ifnlit.model.evidence import Bearing

if TYPE_CHECKING:
    from ifnlit.model.name import Name

SAME_PERSON = 0.8  # from here on two names may be one person's
NAMESAKE = 0.5  # one family name, other initials
_PERSON = 3  # words of a person's name in one field
_SHOWN = 3  # authors in a difference

_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|md|phd|dr|prof)$")
_BREAK = re.compile("[\\s.,'\u2019\u02bc\u2010-\u2015-]+")
_PARTICLES = frozenset(
    "van von der den de la le du di da del della dos el al bin ibn ten ter zu".split()
)


@dataclass(frozen=True, slots=True)
class _Key:
    """A name as it is compared: its family name, its given names and their initials."""

    family: str
    given: tuple[str, ...]
    is_whole: bool = True  # False when family and given names could not be told apart

    @property
    def initials(self) -> str:
        return "".join(name[0] for name in self.given)

    @property
    def run(self) -> str:
        return "".join(sorted((self.family, *self.given)))


def authors_alike(
    ours: tuple[Name, ...], theirs: tuple[Name, ...], is_cut: bool = False
) -> Likeness:
    """How alike two lists of authors are; `is_cut`: ours ends in "et al."."""
    mine, yours = _keys(ours), _keys(theirs)
    if not mine or not yours:
        return UNSAID
    is_acronym = _is_acronym(ours[0], theirs[0]) or _is_acronym(theirs[0], ours[0])
    first = 0.9 if is_acronym else _alike(mine[0], yours[0])
    if first < NAMESAKE and _is_body(ours[0]) != _is_body(theirs[0]):
        return Likeness(first, "a body beside people: not compared", Bearing.SILENT)
    if len(mine) == 1 or len(yours) == 1:
        return _by_first(first, mine, yours, is_cut)
    found = _closest(mine, yours)
    shared = sum(value >= SAME_PERSON for value in found) / min(len(mine), len(yours))
    value = min(1.0, sum(found) / min(len(mine), len(yours)))
    if first >= SAME_PERSON:
        return _after_first(value, shared, len(mine) - len(yours))
    if _is_unreadable(ours, theirs):
        return Likeness(value, "in another script: not compared", Bearing.SILENT)
    return _by_shared(value, shared, first)


def _closest(mine: tuple[_Key, ...], yours: tuple[_Key, ...]) -> list[float]:
    """How alike each of ours is to whom it is most like of theirs.

    Only people of one family name are alike by 1: who has such a one there needs no look at the
    others, of whom a consortium has thousands.
    """
    by_family: dict[str, list[_Key]] = defaultdict(list)
    for other in yours:
        by_family[other.family].append(other)
    found: list[float] = []
    for one in mine:
        value = max((_alike(one, it) for it in by_family.get(one.family, ())), default=0.0)
        found.append(value if value == 1 else max(_alike(one, it) for it in yours))
    return found


def _by_shared(value: float, shared: float, first: float) -> Likeness:
    """When the first authors are two people, or namesakes."""
    if shared >= 1:
        return Likeness(0.85, "the same people in another order", Bearing.NEAR)
    if shared >= 0.5 or first >= NAMESAKE:  # noqa: PLR2004  # half of the shorter list
        return Likeness(value * 0.8, "another first author", Bearing.DIFFERS)
    return Likeness(value * 0.5, "other people", Bearing.CONFLICTS)


def shown(names: tuple[Name, ...], is_cut: bool = False) -> str:
    """The first authors as text for a person: "Sung H, Ferlay J, Siegel RL, et al."."""
    texts = [" ".join(filter(None, (name.full_family, _initials(name)))) for name in names[:_SHOWN]]
    more = ["et al."] if is_cut or len(names) > _SHOWN else []
    return ", ".join(texts + more)


def _initials(name: Name) -> str:
    return "".join(part[0] for part in re.split(r"[\s.\-]+", name.given) if part)


def _by_first(
    first: float, mine: tuple[_Key, ...], yours: tuple[_Key, ...], is_cut: bool
) -> Likeness:
    """When one side names one author only."""
    if first >= SAME_PERSON:
        if len(mine) == len(yours) or is_cut or len(yours) == 1:
            return SAME if first == 1 else Likeness(first, "the same first author", Bearing.AGREES)
        return Likeness(0.8, "the same first author, and more of theirs", Bearing.NEAR)
    if first >= NAMESAKE:
        return Likeness(first, "one family name, other initials", Bearing.DIFFERS)
    short, long = sorted((mine, yours), key=len)
    if any(_alike(short[0], other) >= SAME_PERSON for other in long[1:]):
        return Likeness(0.6, "not the first author there", Bearing.NEAR)
    return Likeness(0.0, "another first author", Bearing.CONFLICTS)


def _after_first(value: float, shared: float, more: int) -> Likeness:
    """When the first authors agree: the others."""
    if shared >= 1:
        reason = "the same" if value == 1 and not more else "the same as far as both go"
        return Likeness(value, reason, Bearing.AGREES)
    if shared > 0.5:  # noqa: PLR2004  # more than half of the shorter list
        return Likeness(value, "not all authors agree", Bearing.NEAR)
    return Likeness(value * 0.8, "only the first author agrees", Bearing.DIFFERS)


def _is_body(name: Name) -> bool:
    """Whether a name is a body's: more words than a person's in one field have."""
    return len(_BREAK.split(name.literal.strip())) > _PERSON


def _is_acronym(short: Name, whole: Name) -> bool:
    """Whether a name is the initials of a body's: "WHO" of "World Health Organization"."""
    letters = short.literal or short.family
    words = (whole.literal or whole.family).split()
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return len(words) > 1 and not (short.given or whole.given) and letters == capitals


def _is_unreadable(ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> bool:
    """Whether one list is in another script: pinyin is no reading of Japanese names, say."""
    return script(shown(ours)) != script(shown(theirs))


@lru_cache(maxsize=2048)
def _keys(names: tuple[Name, ...]) -> tuple[_Key, ...]:
    found = (_key(name) for name in names)
    return tuple(key for key in found if key is not None)


def _key(name: Name) -> _Key | None:
    if name.literal or not name.family or not name.given:
        return _whole(name.literal or name.family or name.given)
    family = _letters(f"{name.non_dropping_particle} {name.family}")
    return _Key(family, _given(name.given)) if family else None


def _whole(text: str) -> _Key | None:
    """A name in one field: "LI Yimin", "Sung, H.", or one of a body."""
    family, comma, given = text.partition(",")
    if comma and given.strip():
        return _Key(_letters(family), _given(given)) if _letters(family) else None
    parts = _words(text)
    # A particle stands before a word: in "Peter P. Du" and "Du P" it is the family name.
    core = [
        part
        for part, following in zip_longest(parts, parts[1:], fillvalue="")
        if part not in _PARTICLES or len(following) <= 1
    ]
    return _Key(core[0], tuple(core[1:]), is_whole=False) if core else None


def _letters(text: str) -> str:
    """A family name in Latin letters, without particles and what stands after a name."""
    return "".join(_parts(text))


def _parts(text: str) -> list[str]:
    """The parts of a name in Latin letters; particles and titles only if nothing else is there."""
    words = _words(text)
    return [word for word in words if word not in _PARTICLES] or words


def _words(text: str) -> list[str]:
    """The words of a name in Latin letters, without what stands after a name."""
    words = (latin(part) for part in _BREAK.split(text))
    return [word for word in words if word and not _SUFFIX.match(word)]


def _given(text: str) -> tuple[str, ...]:
    """Given names: "Yan-Chun", "H. S. J." and "HSJ" each give a part for an initial."""
    if text.isupper() and text.isascii() and text.isalpha() and len(text) <= 3:  # noqa: PLR2004  # initials without stops
        return tuple(text.lower())
    return tuple(_parts(text))


@lru_cache(maxsize=16384)
def _alike(one: _Key, other: _Key) -> float:
    """How likely two names are one person's: 1 for the same, 0.5 for namesakes, 0 for others."""
    if one == other:
        return 1.0
    if one.family == other.family:
        return _by_given(one, other)
    if one.run == other.run or "".join((one.family, *one.given)) in _orders(other):
        return 0.95  # family and given names swapped, or in one field
    return _nearly_alike(one, other)


def _nearly_alike(one: _Key, other: _Key) -> float:
    if _is_swapped(one, other) or _is_swapped(other, one):
        return 0.85
    value = 0.0 if one.is_whole and other.is_whole else _by_parts(one, other)
    if _is_same_family(one.family, other.family):
        value = max(value, min(0.9, _by_given(one, other) * 0.9))
    return value


def _by_given(one: _Key, other: _Key) -> float:
    if not one.given or not other.given:
        return 0.9
    # "Shishu" and "SHS", "Yanchun" and "Yan-Chun"; but "S. K." and "S. H." are two.
    if one.initials.startswith(other.initials) or other.initials.startswith(one.initials):
        return 1.0
    return NAMESAKE


def _orders(key: _Key) -> tuple[str, str]:
    return "".join((*key.given, key.family)), "".join((key.family, *key.given))


def _is_swapped(one: _Key, other: _Key) -> bool:
    """Whether one's family name is the other's given one, and the rest fits: "Yimin, L"."""
    given = "".join(other.given)
    return len(one.family) > 1 and one.family == given and one.initials[:1] == other.family[:1]


def _is_same_family(one: str, other: str) -> bool:
    """Whether two family names are two spellings of one: "Muller" and "Mueller", a misprint."""
    if _plain_vowels(one) == _plain_vowels(other) or is_slip(one, other):
        return True
    short, whole = sorted((one, other), key=len)
    # One half of a double name: "Garcia" and "Garcia Marquez".
    return len(short) >= 5 and (whole.startswith(short) or whole.endswith(short))  # noqa: PLR2004  # shorter ones begin others by chance


def _plain_vowels(name: str) -> str:
    return name.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _by_parts(one: _Key, other: _Key) -> float:
    """A name in one field against a name in parts: any of its words may be the family name."""
    split, joined = (one, other) if one.is_whole else (other, one)
    parts = (joined.family, *joined.given)
    for size in range(1, len(parts) + 1):
        for rest, family in ((parts[size:], parts[:size]), (parts[:-size], parts[-size:])):
            if "".join(family) == split.family:
                fits = not rest or not split.given or split.initials[0] in {p[0] for p in rest}
                return 0.9 if fits else NAMESAKE
    return 0.0
