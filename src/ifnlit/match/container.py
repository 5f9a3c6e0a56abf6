"""How alike two names of a journal, a book or a series are, each in full or abbreviated.

Abbreviations follow ISO 4: every word but articles, conjunctions and prepositions stays, in its
order, whole or cut ("Virology": "Virol"), at times contracted ("National": "Natl").
"""

from __future__ import annotations

import re
from functools import lru_cache

from ifnlit.match.fold import folded
from ifnlit.match.likeness import SAME, UNSAID, Likeness, best, ratio
from ifnlit.match.tongue import tongue
from ifnlit.model.evidence import Bearing
from ifnlit.model.iso4 import is_title_word

NEAR_LIKENESS = 0.90  # of the letters in common: a misprint of one name
KIN_LIKENESS = 0.72  # below it nothing speaks for one name: "Journal of X" is alike to any other
_CUT_LETTERS = 2  # ISO 4, 4.2: at least two letters are dropped, so "Cell" is not "Cells"
_INITIALS = range(3, 7)  # letters in "BMJ", "PNAS", "ICASSP"

_LIGHT = frozenset(
    """a an and the of in on for at to der die das des und fur la le les et de du l d el los las y
    e della del di il per voor van het""".split()
)
_PLACE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_TAIL = re.compile(r"\s*(?::|;|/|=|\s[-\u2013\u2014]\s).*$", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
# Places after a name which libraries add to tell it from its namesakes.
_PLACES = ("usa", "us", "united states of america", "london england", "new york n y")
_PLACE_WORDS = tuple(tuple(place.split()) for place in _PLACES)
_VOWEL = re.compile("[aeiouy]")


def containers_alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Likeness:
    """How alike two works' containers are in the most favourable pair of their names."""
    return best([_pair(one, other) for one in ours if one for other in theirs if other])


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are of one journal: the same, or one abbreviates the other."""
    return _pair(one, other).bearing in {Bearing.AGREES, Bearing.NEAR}


@lru_cache(maxsize=2048)
def _pair(ours: str, theirs: str) -> Likeness:
    mine, yours = _words(ours), _words(theirs)
    if not mine or not yours:
        return UNSAID
    if mine == yours:
        return SAME
    if _abbreviates(mine, yours):
        return Likeness(0.98, "one abbreviates the other", Bearing.AGREES)
    if _is_initials(mine, yours) or _is_initials(yours, mine):
        return Likeness(0.9, "one is the initials of the other", Bearing.NEAR)
    heads = _words(_TAIL.sub("", ours)), _words(_TAIL.sub("", theirs))
    if all(heads) and heads != (mine, yours) and _abbreviates(*heads):
        return Likeness(0.93, "the same but for a subtitle", Bearing.NEAR)
    return _by_letters(ours, theirs, "".join(mine), "".join(yours))


def _by_letters(ours: str, theirs: str, mine: str, yours: str) -> Likeness:
    letters = ratio(mine, yours)
    if mine == yours:
        return SAME
    is_one_word = len(_words(ours)) == 1 or len(_words(theirs)) == 1
    if letters >= NEAR_LIKENESS and not is_one_word and not _has_other_section(ours, theirs):
        return Likeness(letters, "the same but for spelling", Bearing.NEAR)
    tongues = {tongue(ours), tongue(theirs)} - {""}
    if len(tongues) > 1:
        return Likeness(letters, "in another language: not compared", Bearing.SILENT)
    if letters >= KIN_LIKENESS:
        return Likeness(letters, "a similar name", Bearing.DIFFERS)
    return Likeness(letters, "another name", Bearing.CONFLICTS)


@lru_cache(maxsize=2048)
def _words(name: str) -> tuple[str, ...]:
    text = folded(name).replace("&", " and ")
    text = _PLACE.sub(" ", text) if _PLACE.sub("", text).strip() else text
    found = _WORD.findall(re.sub(r"(?<=\w)['\u2019](?=s\b)", "", text))
    # "A" at the end is a section ("J Phys A"), and a name of light words only is itself.
    last = len(found) - 1
    heavy = [
        word for at, word in enumerate(found) if word not in _LIGHT or (word == "a" and at == last)
    ]
    found = heavy or found
    for place in _PLACE_WORDS:
        if len(found) > len(place) and tuple(found[-len(place) :]) == place:
            return tuple(found[: -len(place)])
    return tuple(found)


def _abbreviates(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether the words of two names pair off, each a word and itself or its abbreviation."""
    if len(ours) != len(theirs):
        return False
    if len(ours) == 1:  # ISO 4 keeps single words whole; people cut them all the same
        short, whole = sorted((ours[0], theirs[0]), key=len)
        return short == whole or (is_title_word(short.capitalize()) and _is_cut(short, whole))
    return all(map(_is_word_of, ours, theirs))


def _is_word_of(one: str, other: str) -> bool:
    short, whole = sorted((one, other), key=len)
    return short == whole or _is_cut(short, whole) or _is_contraction(short, whole)


def _is_cut(short: str, whole: str) -> bool:
    return whole.startswith(short) and len(whole) - len(short) >= _CUT_LETTERS


def _is_contraction(short: str, whole: str) -> bool:
    """Whether letters were left out in the middle: "Natl", "Intl", "Dtsch", "Jpn", "Ctries"."""
    if len(short) < 3 or short[0] != whole[0] or len(whole) - len(short) < _CUT_LETTERS:  # noqa: PLR2004  # "Jpn" is the shortest
        return False
    for kept in range(1, len(short)):
        head, tail = short[:kept], short[kept:]
        long_enough = kept >= 3 or len(tail) >= 4  # noqa: PLR2004  # "Int-l" and "C-tries", not "M-ar" for "Molecular"
        if long_enough and whole.startswith(head) and whole.endswith(tail):
            return True
    return not _VOWEL.search(short[1:]) and _VOWEL.sub("", whole[1:]).startswith(short[1:])


def _is_initials(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    if len(short) == 1 and len(short[0]) in _INITIALS:
        return short[0] == "".join(word[0] for word in whole)
    return False


def _has_other_section(ours: str, theirs: str) -> bool:
    """Whether a last short word tells two sections apart: "Phys Rev D" and "Phys Rev E"."""
    last = _words(ours)[-1], _words(theirs)[-1]
    return last[0] != last[1] and min(map(len, last)) <= 2  # noqa: PLR2004  # letters of a section
