"""Author lists as names: who is a person, which part is the family name, where "et al." stands.

A list is cut at its separators and each piece is judged by its shape. Pieces that two
conventions could read ("Li Jie") follow the convention of the whole list of references, which
`order` finds from the pieces that only one convention can read ("Li J" or "J Li").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ifnlit.model.name import Name
from ifnlit.parse.han import has_han
from ifnlit.parse.names.bodies import joined
from ifnlit.parse.names.given import by_given, is_given
from ifnlit.parse.names.person import (
    GLUED,
    JOINS,
    PARTICLE_SHOUTED,
    Person,
    inverted,
    person,
    run_on,
    with_company,
    with_suffix,
)
from ifnlit.parse.names.pieces import (
    SUFFIXED,
    Piece,
    is_initials,
    is_name,
    pieces,
    plausible,
    vote,
)
from ifnlit.parse.names.plain import PlainName, plain
from ifnlit.parse.names.whole import whole
from ifnlit.parse.names.words import (
    COMPANY,
    DEGREE,
    ET_AL,
    INITIALS,
    KEPT,
    PARTICLE,
    PARTICLES,
    SUFFIX,
    L,
    U,
    initials,
    is_bodily,
    others,
    role,
    without_others,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ifnlit.parse.names.whole import Part, Whole

__all__ = [
    "ET_AL", "INITIALS", "People", "Person", "initials", "is_initials", "order", "people",
    "plausible",
]  # fmt: skip

_INVERTED = re.compile(rf"[{L}], (?:{INITIALS})(?:,|$|;| &| and)")
_SHOUTED = re.compile(rf"[{U}][{U}'’-]+(?:\s[{U}'’-]{{2,}}){{1,2}}")
_STOPPED = re.compile(rf"(?:[{U}]\.[\s-]?)+")
_SHORT = 9  # characters: "Ph.D.", "inventors"
_FAMILIES_TOO = frozenset(("Sen", "Jun"))
# Particles as they begin a name with a capital; "Du Zidong" begins with a family name.
_LED = ("Van ", "Von ", "De ", "Del ", "Della ", "Di ")
_SURE = 200  # votes that one convention leads by; a longer list need not be read to its end
_LONGEST_GIVEN = 3  # words: "John Ronald R."
_LONGEST_FAMILY = 2  # words without particles


class People(NamedTuple):
    """The persons of a list, and the span of "et al." in it, if any."""

    persons: tuple[Person, ...]
    et_al: tuple[int, int] | None = None


def people(text: str, *, family_first: bool | None = None) -> People:
    """The persons of an author list; `family_first` is the convention for what both could be."""
    at_once = plain(text)
    if at_once is not None:
        return People(tuple(map(_plain_person, at_once.names)), at_once.et_al)
    listed = whole(text)
    if listed is not None:
        return _of_whole(text, listed, family_first)
    said = role(text)
    area = text[: said.start()] if said and said.start() else text
    et_al: tuple[int, int] | None = None
    for start, end in others(area):
        if start:
            et_al = (start, end)
            # Marks in its place: they part the names, and no name is made of them.
            mark = "\0" * (end - start) if end < len(area) else ""
            area = area[:start] + mark + area[end:]
    cut = joined(pieces(area), area)
    first = _resolved(cut, family_first)
    return People(tuple(_persons(cut, family_first=first, grouped=";" in area)), et_al)


def _plain_person(one: PlainName) -> Person:
    family, given, start, given_start, given_end = one
    return Person(Name(family, given), (start, start + len(family)), (given_start, given_end))


def _of_whole(text: str, listed: Whole, convention: bool | None) -> People:
    """The persons of a list in which the order of two words is all that may be in doubt."""
    told = [_told(text, part) for part in listed.parts]
    if any(told):
        first = True
    else:
        first = _by_words([text[part.start : part.end] for part in listed.parts], convention)
    persons = (
        _person(part, family_first=first or said)
        for part, said in zip(listed.parts, told, strict=True)
    )
    return People(tuple(persons), listed.et_al)


def _told(text: str, part: Part) -> bool:
    """Whether the form of a name shows that the family name comes first."""
    return part.has_initials or ("-" in part.rest and vote(text[part.start : part.end]) is True)


def _person(part: Part, *, family_first: bool) -> Person:
    particle, first, rest, start, rest_start, end = part
    behind = (rest_start, end)
    if part.has_initials:
        return Person(Name(first, initials(rest), particle), (start, rest_start - 1), behind)
    if family_first:
        return Person(Name(first, rest), (start, rest_start - 1), behind)
    return Person(Name(rest, first), behind, (start, rest_start - 1))


def order(texts: Iterable[str]) -> bool | None:
    """Whether lists write family names first, by what only one convention can read."""
    first = last = 0
    for text in texts:
        for piece in pieces(without_others(text)):
            said = vote(piece.text)
            first += said is True
            last += said is False
        if _INVERTED.search(text):
            first += 1
        if abs(first - last) > _SURE:
            break
    return first >= last if first or last else None


def _resolved(found: Sequence[Piece], convention: bool | None) -> bool:
    """The order of one list: its own votes, its given names, else the convention of all lists."""
    votes = [said for said in (vote(piece.text) for piece in found) if said is not None]
    if votes:
        return sum(votes) * 2 >= len(votes)
    return _by_words([piece.text for piece in found], convention)


def _by_words(names: Sequence[str], convention: bool | None) -> bool:
    """The order that given names tell, else the convention of all lists."""
    alone = convention is None
    said_by_given = (by_given(name, alone=alone) for name in names)
    told = [said for said in said_by_given if said is not None]
    if told:
        return sum(told) * 2 > len(told)
    return True if convention is None else convention


def _persons(found: Sequence[Piece], *, family_first: bool, grouped: bool) -> list[Person]:
    out: list[Person] = []
    paired = False
    # Without a piece that may be half a name each is a whole one: most lists are such.
    halved = any(_may_be_half(piece.text) for piece in found)
    at = 0
    while at < len(found):
        piece = found[at]
        at += 1
        if out and len(piece.text) <= _SHORT:
            if SUFFIX.fullmatch(piece.text) and not _is_family_too(piece, found[at:]):
                out[-1] = with_suffix(out[-1], piece.text, piece.start)
                continue
            if DEGREE.fullmatch(piece.text):
                continue
            joins = not piece.strong and out[-1].name.literal
            if joins and COMPANY.fullmatch(piece.text):
                out[-1] = with_company(out[-1], piece.text, piece.end)
                continue
        opens = at == 1 or piece.strong
        whole = grouped and opens and (at + 1 >= len(found) or found[at + 1].strong)
        follower = found[at] if halved and at < len(found) else None
        takes = follower and _takes(piece, follower, opens=opens, paired=paired, whole=whole)
        if follower and takes:
            out.append(inverted(piece.text, piece.start, follower.text, follower.start))
            paired = paired or not is_initials(follower.text)
            at += 1
            continue
        stuck = GLUED.fullmatch(piece.text) if len(found) > 1 else None
        if stuck:
            out.append(run_on(stuck, piece.start))
            continue
        # After "Smith, John" further names stand as they are spoken: "and Mary K. Jones".
        read = person(piece.text, family_first and not paired)
        if read is not None:
            out.append(read.moved(piece.start))
    return out


@lru_cache(KEPT)
def _may_be_half(text: str) -> bool:
    """Whether a piece may be a family name alone, or given names alone: "Smith", "J. A."."""
    if " " not in text or "." in text or text[0].islower():
        return True
    return is_initials(text) or text.startswith(_LED)


def _is_family_too(piece: Piece, behind: Sequence[Piece]) -> bool:
    """Whether a suffix is a family name: "Das, B., Sen, A."."""
    return piece.text in _FAMILIES_TOO and bool(behind) and is_initials(behind[0].text)


def _takes(  # noqa: PLR0911  # one line a form of name
    piece: Piece, follower: Piece, *, opens: bool, paired: bool, whole: bool
) -> bool:
    """Whether a piece is a family name and the next one its given names ("Smith, John A.").

    `opens`: it begins the list or a group of it; `paired`: a name before was of this form;
    `whole`: the two are all that stands between two semicolons.
    """
    is_family = _is_family(piece.text)
    if follower.strong or not (is_family or piece.text.isupper()) or has_han(follower.text):
        return False
    words = SUFFIXED.sub("", follower.text).split()
    if _SHOUTED.fullmatch(piece.text) and _STOPPED.fullmatch(" ".join(words)):
        return True  # "COSTA NETO, P. L. O.": no initials are "NETO"
    if not is_family:
        return False
    while len(words) > 1 and words[-1] in PARTICLES:
        words.pop()
    if all(map(is_initials, words)):
        return True
    if len(words) > _LONGEST_GIVEN or not is_name(follower.text) or is_bodily(follower.text):
        return False
    single = " " not in PARTICLE.sub("", piece.text)
    if is_initials(words[0]):  # "J. Smith" is a whole name, "J. Robert" follows a family name
        return single and (opens or piece.text.isupper()) and is_given(words[-1])
    if is_initials(words[-1]):  # "John A." follows a family name, "Talmage JB" is a whole name
        one = words[-1][1:] in {"", "."} or (opens and "." in words[-1] and is_given(words[0]))
        return whole or (single and (opens or paired) and one)
    if single:
        return opens or paired
    return whole or (opens and (len(words) == 1 or piece.text[0].islower()))


@lru_cache(KEPT)
def _is_family(text: str) -> bool:
    """Whether a piece may be a family name alone: one or two words, none of them initials."""
    text = SUFFIXED.sub("", text)
    if GLUED.fullmatch(text):
        return False
    if text.isupper() and (led := PARTICLE_SHOUTED.match(text)):  # "VAN DE SCHOOR"
        text = text[led.end() :]
    bare = [word for word in PARTICLE.sub("", text).split() if word not in JOINS]
    if not 0 < len(bare) <= _LONGEST_FAMILY or has_han(text) or vote(text) is not None:
        return False
    if len(bare) > 1:
        return not is_bodily(text) and not is_initials(bare[1])
    return len(text) > 1 and (not is_initials(text) or "." not in text)
