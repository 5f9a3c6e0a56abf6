"""A list of names cut at its separators, and what each piece looks like by itself."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ifnlit.parse.han import is_han, is_han_name
from ifnlit.parse.hints import has_any
from ifnlit.parse.names.plain import plain
from ifnlit.parse.names.whole import whole
from ifnlit.parse.names.words import (
    FOREIGN,
    INITIALS,
    KEPT,
    KOREAN,
    PARTICLE,
    PARTICLES,
    PINYIN,
    SPANISH,
    SUFFIX,
    SUFFIX_LAST,
    L,
    U,
    is_bodily,
    role,
    without_others,
)

# "García y Pérez" are two, "José Ortega y Gasset" is one: behind it stands no given name.
_LOCAL_AND = r"(?:y|et|e|i|en)\s+(?=[^\W\d_a-z])"
_COMPOUND = r"(?<![^\W\d_A-Z]\s[yei]\s)|(?!\S+(?:\s[A-Z]{1,3})?(?:[,;]|$))"
_AND = rf"(?:(?i:and|und|with|avec|og|och)\s+|u\.\s+|&\s*|{_LOCAL_AND}(?:{_COMPOUND}))"
_SEPARATOR = re.compile(
    rf"\s*[,;]\s*(?:{_AND})?|\s+{_AND}|\s*&\s*(?![{U}]\b)|\s*\0+\s*|"
    r"(?<=[^\W\d_]|\.)\s?/\s?(?=[^\W\d_])|\.[-–]\s(?=[^\W\d_])"
)
_LISTS = 2000  # lists of names: each is cut to find the list's convention, and again to read it
_MARKS = frozenset(";&/\0")
# Without one of these, commas are all that parts the names.
_SPECIAL = (
    " and ", " And ", " AND ", " und ", " with ", " avec ", " og ", " och ", " u. ",
    " y ", " et ",
    " e ", " i ", " en ", ".- ", ".– ",
)  # fmt: skip
_INITIALS = re.compile(rf"(?:{INITIALS})(?<=[{U}.])")
_RUN_LONGEST = 4  # letters; five capitals in a row are an acronym
_RUN = re.compile(rf"(?![BCDFGHJKLMNPQRSTVWXZ]{{5,7}}$)[{U}]{{{_RUN_LONGEST + 1},}}")
_SMALL = re.compile(rf"[{L}][{L}'-]+\s(?:{INITIALS})")  # "kakamad FH": a capital lost
_WORD = re.compile(
    rf"[{U}'’][{U}{L}'’`ʻ]*(?:-[{U}{L}][{U}{L}'’]*)*\.?|al-[{U}][{L}]+|[dl]['’][{U}][{L}]+"
)
_KEEPS_STOP = re.compile(
    rf"(?:^|[\s.-])[{U}][{L}]?\.$|[{U}]{{2,4}}\.$|\b(?:[JS]r|St|Inc|Ltd|Co)\.$"
)
SUFFIXED = re.compile(rf",?\s(?P<suffix>{SUFFIX_LAST})$")
_SMALL_WORDS = frozenset(
    """and of the for on in to at de del la le les des du et für und der die das zur zum dei della
    do da dos e y pour""".split()
)
_STOPPED = frozenset("Inc. Ltd. Co. St. Dept. Corp. Univ. Assoc. Soc. No.".split())
_PAIR = 2
_TWO = re.compile(r"[A-Z][a-z]{1,6}-[A-Z]?[a-z]{1,6}")  # a given name of two syllables
_ARTICLE = re.compile(r"(?:[AE]l|Abd)-[A-Z]")
_LONGEST_NAME, _LONGEST_BODY = 5, 14  # words; what has more is a title


class Piece(NamedTuple):
    """A stretch of a list of names, and whether a semicolon or "and" stood before it."""

    text: str
    start: int
    strong: bool = False

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


@lru_cache(_LISTS)
def pieces(text: str) -> tuple[Piece, ...]:
    """The stretches between separators, without blanks and marks at their ends."""
    found: list[Piece] = []
    at, strong = 0, False
    if _MARKS.isdisjoint(text) and not has_any(text, _SPECIAL):
        for part in text.split(","):
            _add(found, text, at, at + len(part), strong=False)
            at += len(part) + 1
        return tuple(found)
    for cut in _SEPARATOR.finditer(text):
        before = len(found)
        _add(found, text, at, cut.start(), strong=strong)
        at = cut.end()
        # Two marks with nothing between them part as the stronger one does.
        strong = cut[0].strip() != "," or (strong and len(found) == before)
    _add(found, text, at, len(text), strong=strong)
    return tuple(found)


def _add(found: list[Piece], text: str, start: int, end: int, *, strong: bool) -> None:
    bare = text[start:end].lstrip(" .:" if ")" in text[start:end] else " .:(")
    start = end - len(bare)
    bare = bare.rstrip(" :*" if "(" in bare else " :*)")
    if bare.endswith(".") and not _KEEPS_STOP.search(bare):
        bare = bare.rstrip(". ")
    if bare:
        found.append(Piece(bare, start, strong))


@lru_cache(KEPT)
def is_initials(text: str) -> bool:
    """Whether text is initials alone: at most four letters in a row."""
    bare = text.strip()
    return _INITIALS.fullmatch(bare) is not None and not _RUN.search(bare)


@lru_cache(KEPT)
def is_name(text: str) -> bool:
    """Whether a piece looks like a person or a body."""
    if is_han(text):
        return is_han_name(text)
    foreign = FOREIGN.match(text)
    if foreign:
        return is_han(text[foreign.end() :])
    if is_initials(text) or SUFFIX.fullmatch(text):
        return True
    if _SMALL.fullmatch(text):
        return True
    words = SUFFIXED.sub("", text).split()
    if len(words) > 1 and is_bodily(text):
        return len(words) <= _LONGEST_BODY and _opens_body(words[0]) and _is_body(words)
    return 0 < len(words) <= _LONGEST_NAME and all(map(_is_name_word, words))


def _opens_body(word: str) -> bool:
    """Whether a word may begin a body's name: "ABC Study Group", "U.S.", but not "A. Study of"."""
    return not is_initials(word) or (len(word) > 1 and word.count(".") != 1)


def _is_body(words: list[str]) -> bool:
    """Whether words are capitalised as those of a body's name are; a sentence's are not."""
    return words[0][0].isupper() and all(
        (not word[0].islower() or word in _SMALL_WORDS)
        and (not word.endswith(".") or word.count(".") > 1 or word in _STOPPED)
        for word in words
    )


def _is_name_word(word: str) -> bool:
    return (
        _WORD.fullmatch(word) is not None
        or _INITIALS.fullmatch(word) is not None
        or word.lower() in PARTICLES
        or PARTICLE.fullmatch(word + " ") is not None
        or is_han(word)
    )


@lru_cache(KEPT)
def vote(text: str) -> bool | None:
    """True for "Li J" (family first), False for "J. Li", None for what tells nothing."""
    words = SUFFIXED.sub("", text).split()
    if len(words) < 2 or is_han(words[0]) or is_bodily(text):  # noqa: PLR2004  # one word has no order
        return None
    ends, begins = is_initials(words[-1]), is_initials(words[0])
    if ends != begins:
        return None if is_syllable(words[-1 if ends else 0]) else ends
    if not ends and any(map(is_initials, words[1:-1])):
        return False  # "Mary K. Jones"
    return _by_form(words) if begins else _by_case(words)


def _by_case(words: list[str]) -> bool | None:
    """The order that capitals tell: "LI Yimin", "Yimin ZHANG"."""
    shouts, whispers = words[0].isupper(), not words[-1].isupper()
    if len(words[0]) > 1 and shouts and whispers:
        return True
    if not shouts and len(words[-1]) > _RUN_LONGEST and not whispers:
        return False
    return _by_form(words)


def _by_form(words: list[str]) -> bool | None:
    """The order that the form of names tells: "Li Yan-Chun", "Chul-Soo Kim", "Ahmed Al-Rashid"."""
    first, last = words[0], words[-1]
    if len(words) == _PAIR and _is_asian(first) and _TWO.fullmatch(last):
        return True
    if len(words) == _PAIR and _is_asian(last) and _TWO.fullmatch(first):
        return False
    if _ARTICLE.match(last) and not _ARTICLE.match(first):
        return False
    doubled = len(words) > _PAIR and first not in SPANISH and {last, words[-2]} <= SPANISH
    return False if doubled else None


def _is_asian(word: str) -> bool:
    """Whether a word may be a family name of China or Korea: one short syllable."""
    return word in KOREAN or PINYIN.fullmatch(word.upper()) is not None


def is_syllable(word: str) -> bool:
    """Whether a short word in capitals may be a Chinese family name rather than initials."""
    return len(word) > 1 and "." not in word and PINYIN.fullmatch(word) is not None


def plausible(text: str) -> float:
    """How much a text looks like a list of names: share of its pieces that do, 0 to 1."""
    if plain(text) is not None or whole(text) is not None:
        return 1.0
    said = role(text)
    text = text[: said.start()] if said and said.start() else text
    found = pieces(without_others(text))
    return sum(is_name(piece.text) for piece in found) / len(found) if found else 0.0
