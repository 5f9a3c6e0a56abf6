"""How alike two names of a journal, a book or a series are, each in full or abbreviated.

Abbreviations follow ISO 4: every word but articles, conjunctions and prepositions stays, in its
order, whole or cut ("Virology": "Virol"), at times contracted ("National": "Natl").
"""

from __future__ import annotations

import re
from functools import lru_cache

from ifnlit.match.fold import folded
from ifnlit.match.likeness import SAME, UNSAID, Likeness, best, ratio
from ifnlit.match.markup import plain
from ifnlit.match.tongue import tongue
from ifnlit.model.evidence import Bearing
from ifnlit.model.iso4 import is_title_word

NEAR_LIKENESS = 0.90  # of the letters in common: a misprint of one name
KIN_LIKENESS = 0.72  # below it nothing speaks for one name: "Journal of X" is alike to any other
_CUT_LETTERS = 2  # ISO 4, 4.2: at least two letters are dropped
_INITIALS = range(3, 7)  # letters in "BMJ", "PNAS", "ICASSP"

_LIGHT = frozenset(
    """a an and the of in on for at to der die das des und fur la le les et de du el los las y
    e della del di il per voor van het section sect""".split()
)
# Societies before the name of their journal, printed or not.
_SOCIETIES = frozenset("ieee acm siam aip acs iop iet asme ama aapg rsc spie aiaa".split())
_ELISION = re.compile("\\b[ld]['\u2019]|(?<=\\w)['\u2019](?=s\\b)")
_SECTION = re.compile(r"(?<=[\w.]\s)[A-Z](?=[\s:,]|$)")  # not after a colon: "CA: A Cancer ..."
_ABBREVIATED = re.compile(r"\b(?:\w\.){2,}")
_ACRONYM = re.compile(r"\W*(?=(?:[^A-Z]*[A-Z]){2})[A-Za-z&]{2,6}\W*")
_PLACE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_TAIL = re.compile(r"\s*(?::|;|/|=|\s[-\u2013\u2014]\s).*$", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
# Places after a name which libraries add to tell it from its namesakes.
_PLACES = ("usa", "us", "united states america", "london england", "new york n y")
_PLACE_WORDS = tuple(tuple(place.split()) for place in _PLACES)
_VOWEL = re.compile("[aeiou]")


def containers_alike(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Likeness:
    """How alike two works' containers are in the most favourable pair of their names."""
    return best([_pair(one, other) for one in ours if one for other in theirs if other])


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
    heads = _words(_TAIL.sub("", plain(ours))), _words(_TAIL.sub("", plain(theirs)))
    is_head = all(heads) and heads != (mine, yours) and _abbreviates(*heads)
    if is_head or _is_section(mine, yours) or _is_section(yours, mine):
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
    if _is_acronym(ours) or _is_acronym(theirs):
        return Likeness(letters, "an acronym: not compared", Bearing.SILENT)
    if letters >= KIN_LIKENESS:
        return Likeness(letters, "a similar name", Bearing.DIFFERS)
    return Likeness(letters, "another name", Bearing.CONFLICTS)


@lru_cache(maxsize=2048)
def _words(name: str) -> tuple[str, ...]:
    text = _ABBREVIATED.sub(lambda found: found[0].replace(".", ""), plain(name))
    capitals: list[str] = [] if text.isupper() else _SECTION.findall(text)
    sections = {letter.lower() for letter in capitals}
    text = _PLACE.sub(" ", text) if _PLACE.sub("", text).strip() else text
    text = _ELISION.sub("", folded(text).replace("&", " and "))
    found: list[str] = _WORD.findall(text.replace("ae", "e").replace("oe", "e"))  # "Haematol"
    last = len(found) - 1
    heavy = [
        word
        for at, word in enumerate(found)
        if word not in _LIGHT or (len(word) == 1 and (at == last or word in sections))
    ]
    found = heavy or found  # a name of light words only is itself
    if len(found) > 1 and found[0] in _SOCIETIES:
        found = found[1:]
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
    return whole.startswith(short) and whole != f"{short}s"


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


def _is_section(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether the shorter ends in the letter of a section, which the longer also names."""
    size = len(short)
    if size < 2 or size >= len(whole) or len(short[-1]) > 1:  # noqa: PLR2004  # a name and a letter
        return False
    return short[-1] == whole[size - 1] and _abbreviates(short, whole[:size])


def _is_acronym(name: str) -> bool:
    return _ACRONYM.fullmatch(name) is not None


def _has_other_section(ours: str, theirs: str) -> bool:
    """Whether a last short word tells two sections apart: "Phys Rev D" and "Phys Rev E"."""
    last = _words(ours)[-1], _words(theirs)[-1]
    return last[0] != last[1] and min(map(len, last)) <= 2  # noqa: PLR2004  # letters of a section
