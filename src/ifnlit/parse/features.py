"""What the tagger sees of each token: itself, its neighbours, its phrase, its place in the string.

An attribute is a short byte string; a model is a weight for each pair of attribute and label. What
a token looks like is worked out once for each distinct token and kept, since a list repeats its
words; what its surroundings add is made anew for each string.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.parse.dictionary import classes, journal_at
from ifnlit.parse.han import is_han

if TYPE_CHECKING:
    from collections.abc import Sequence

_KEPT = 30_000  # distinct tokens; a long list must not fill the memory
_YEARS = (1500, 2039)
_STRONG = frozenset('.,;:()[]"/?!')
_OPEN, _CLOSE = frozenset("(["), frozenset(")]")
_FEW = (0, 1, 2, 3, 3, 3, 6)  # words of a phrase, in steps
_SHORT = 3
_LONG = 4  # letters from which a word has a beginning and an end of its own
_CUES = {
    word: cue
    for cue, words in {
        "in": "in dans en", "ed": "ed eds editor editors edited hrsg hg", "pp": "p pp pages s",
        "vol": "vol volume bd jg", "no": "no nr issue heft h", "tr": "译", "al": "等",
        "id": "doi pmid isbn available retrieved accessed verfügbar",
    }.items()
    for word in words.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Look:
    """One token by itself: its key, its shape, and attributes as itself and as a neighbour."""

    key: bytes
    shape: bytes
    own: tuple[bytes, ...]
    before: tuple[bytes, ...]  # what the token after it sees
    after: tuple[bytes, ...]  # what the token before it sees
    cue: bytes
    word: str  # in lower case; "" for what is no word


_looks: dict[str, _Look] = {}


def attributes(text: str, spans: Sequence[tuple[int, int]]) -> list[list[bytes]]:
    """The attributes of each token of a text; `spans` are where the tokens stand."""
    if len(_looks) > _KEPT:
        _looks.clear()
    looks = [_look(text[start:end]) for start, end in spans]
    phrases = _phrases(text, spans, looks)
    named = _journals(looks)
    places = _places(text, spans, looks)
    count = len(looks)
    shapes = [b"<", b"<", *(look.shape for look in looks), b">", b">"]
    keys = [b"<", *(look.key for look in looks), b">"]
    found: list[list[bytes]] = []
    for at, look in enumerate(looks):
        a, b, c, d, e = shapes[at : at + 5]
        row = [
            *look.own,
            b"3=%b %b %b" % (b, c, d),
            b"l=%b %b %b" % (a, b, c),
            b"r=%b %b %b" % (c, d, e),
            b"k-=%b %b" % (keys[at], look.key),
            b"k+=%b %b" % (look.key, keys[at + 2]),
            b"k=%b %b %b" % (keys[at], look.key, keys[at + 2]),
            *phrases[at],
            *places[at],
        ]
        if named[at]:
            row += named[at]
        if at:
            row += looks[at - 1].before
        for far in (2, 3):
            if at >= far:
                row.append(b"-%d%b" % (far, looks[at - far].key))
            if at + far < count:
                row.append(b"+%d%b" % (far, looks[at + far].key))
        if at + 1 < count:
            row += looks[at + 1].after
        found.append(row)
    return found


def _look(token: str) -> _Look:
    known = _looks.get(token)
    if known is None:
        known = _looks[token] = _seen(token)
    return known


def _seen(token: str) -> _Look:
    lower = token.lower()
    shape = _shape(token)
    key = _key(token, lower, shape)
    own = [f"w={key}", f"s={shape}"]
    if token.isalpha() and len(token) >= _LONG:
        own += [f"p={lower[:3]}", f"e={lower[-3:]}", f"f={lower[-4:]}"]
    kinds = classes(lower) if token.isalpha() else ""
    if kinds:
        own.append(f"d={kinds}")
        own.extend(f"D={kind}" for kind in kinds)
        own.append(f"d={kinds} {shape}")
    near = [f"w={key}", f"s={shape}", *([f"d={kinds}"] if kinds else [])]
    return _Look(
        key.encode(),
        shape.encode(),
        tuple(text.encode() for text in own),
        tuple(f"-{text}".encode() for text in near),
        tuple(f"+{text}".encode() for text in near),
        _CUES.get(lower, "").encode(),
        lower if token.isalpha() else "",
    )


def _key(token: str, lower: str, shape: str) -> str:
    return shape if token.isdigit() or shape in {"url", "doi"} else lower


def _shape(token: str) -> str:
    if token.isdigit():
        is_year = len(token) == len("2019") and _YEARS[0] <= int(token) <= _YEARS[1]
        return "year" if is_year else f"{min(len(token), 6)}d"
    if not token[0].isalnum():
        return token
    if len(token) == 1:
        return "han" if is_han(token) else "X" if token.isupper() else "x"
    if token.isalpha():
        return _word_shape(token)
    return "doi" if token.startswith("10.") else "url"


def _word_shape(word: str) -> str:
    """Capitals and small letters; a short word may be run initials, or an abbreviation."""
    short = len(word) <= _SHORT
    if word.isupper():
        return "XX" if short else "XXXX"
    if word[1:].islower():
        return ("Xx" if word[0].isupper() else "xx") + ("3" if short else "")
    return "xX" if word[0].islower() else "XxX"


def _phrases(
    text: str, spans: Sequence[tuple[int, int]], looks: Sequence[_Look]
) -> list[tuple[bytes, ...]]:
    """What each token's phrase (from one strong mark to the next) looks like."""
    count = len(looks)
    borders = [-1]
    for at, look in enumerate(looks):
        if look.shape.decode() in _STRONG and _parts(text, spans, looks, at):
            borders.append(at)
    borders.append(count)
    found: list[tuple[bytes, ...]] = []
    for index in range(len(borders) - 1):
        left, right = borders[index], borders[index + 1]
        opening = looks[left].shape if left >= 0 else b"<"
        closing = looks[right].shape if right < count else b">"
        inside = looks[left + 1 : right]
        first = inside[0].key if inside else b""
        last = inside[-1].key if inside else b""
        kind = _kind(inside)
        following = _kind(looks[right + 1 : right + 3])
        described = (
            b"g=%b %b" % (opening, closing),
            b"gk=%b" % kind,
            b"gk=%b %b %b" % (opening, kind, closing),
            b"gn=%b %b" % (kind, following),
            b"g1=" + first,
            b"g9=" + last,
            b"gi=%d %b" % (min(index, 6), kind),
        )
        if left >= 0:
            found.append(
                (
                    b"m=%b %b %b" % (found[-1][1] if found else b"", opening, kind),
                    b"m1=%b %b" % (opening, first),
                )
            )
        found.extend([described] * len(inside))
    return found


def _journals(looks: Sequence[_Look]) -> list[tuple[bytes, ...]]:
    """Where names of known journals stand: behind a mark, before a mark or a number."""
    count = len(looks)
    found: list[tuple[bytes, ...]] = [()] * count
    words = [at for at, look in enumerate(looks) if look.word]
    keys = [looks[at].word for at in words]
    index = 0
    while index < len(words):
        at = words[index]
        begins = not at or not looks[at - 1].word or looks[at - 1].cue == b"in"
        end = journal_at(keys, index) if begins else index
        last = words[end - 1]
        if end == index or (last + 1 < count and looks[last + 1].word):
            index += 1
            continue
        size = min(end - index, 3)
        for place in range(at, last + 1):
            part = b"B" if place == at else b"E" if place == last else b"I"
            found[place] = (b"J=%d" % size, b"J=%b%d" % (part, size))
        if last + 1 < count:
            found[last + 1] = (b"J=>%d" % size,)
        index = end
    return found


def _parts(text: str, spans: Sequence[tuple[int, int]], looks: Sequence[_Look], at: int) -> bool:
    """Whether a mark parts phrases: a stop does so before a blank, but not behind an initial."""
    if looks[at].shape != b".":
        return True
    end = spans[at][1]
    if end < len(text) and text[end] != " " and at + 1 < len(looks):
        return looks[at + 1].shape in {b"year", b"1d", b"2d", b"3d", b"(", b"[", b'"', b"han"}
    return not at or looks[at - 1].shape not in {b"X", b"XX"}


def _kind(inside: Sequence[_Look]) -> bytes:
    """A phrase in a few letters: what kinds of tokens it has, and how many of them."""
    if not inside:
        return b"0"
    lower = initials = capital = numbers = year = han = other = 0
    for look in inside:
        shape = look.shape
        if shape in {b"xx", b"xx3", b"x"}:
            lower += 1
        elif shape in {b"X", b"XX"}:
            initials += 1
        elif shape in {b"Xx", b"Xx3", b"XXXX", b"xX", b"XxX"}:
            capital += 1
        elif shape == b"year":
            year += 1
        elif shape[1:] == b"d":
            numbers += 1
        elif shape == b"han":
            han += 1
        else:
            other += 1
    letters = lower + capital
    return b"%b%b%b%b%b%b" % (
        b"h%d" % min(han // 2, 4) if han else b"",
        b"w%d" % _FEW[min(letters, 6)] if letters else b"",
        b"" if not lower else b"l" if lower * 2 > letters else b"c",
        b"i%d" % min(initials, 3) if initials else b"",
        b"n%d" % min(numbers, 2) if numbers else b"",
        (b"y" if year else b"") + (b"o" if other else b""),
    )


def _places(
    text: str, spans: Sequence[tuple[int, int]], looks: Sequence[_Look]
) -> list[tuple[bytes, ...]]:
    """Where each token stands: in the string, in brackets and quotes, to the year, to cues."""
    count = len(looks)
    years = [at for at, look in enumerate(looks) if look.shape == b"year"]
    year = years[0] if years else -1
    quoted = sum(look.shape == b'"' for look in looks) > 1
    early = (
        b"-" if year < 0 else b"e" if year * 3 < count else b"m" if year * 3 < count * 2 else b"l"
    )
    style = early + (b"q" if quoted else b"")
    depth = 0
    quotes = numbers = 0
    cue = b""
    found: list[tuple[bytes, ...]] = []
    for at, (look, (start, end)) in enumerate(zip(looks, spans, strict=True)):
        shape = look.shape
        if look.cue:
            cue = look.cue
        letter = shape[:1]
        if shape == b'"':
            quotes += 1
        elif letter in {b"X", b"x", b"h"}:
            numbers = 0
        depth += look.shape in {b"(", b"["}
        here = b"(" if depth else b""
        blank = (
            (b"_" if start and text[start - 1] == " " else b"")
            + b"."
            + (b"_" if text[end : end + 1] == " " else b"")
        )
        side = b"-" if year < 0 else b"<" if at < year else b"=" if at == year else b">"
        mark = b"q%d" % min(quotes, 3) if quoted else b""
        row = [
            b"b=%b%b" % (blank, shape),
            b"n=%d" % (at * 10 // count),
            b"y=%b%b" % (side, style),
            b"y=%b%b %b" % (side, style, shape),
            b"u=%b%b %b" % (here, mark, shape),
            b"c=%b" % cue,
            b"c=%b %b" % (cue, shape),
        ]
        if quoted:
            row.append(b"q=%b%b" % (mark, side))
        if at < 4:  # noqa: PLR2004  # the first tokens
            row.append(b"i=%d %b" % (at, shape))
        if count - at < 4:  # noqa: PLR2004  # the last tokens
            row.append(b"j=%d %b" % (count - at, shape))
        if shape[1:] == b"d" or shape == b"year":
            row.append(b"x=%d%b %b" % (min(numbers, 4), side, shape))
            numbers += 1
        found.append(tuple(row))
        depth -= bool(depth) and look.shape in {b")", b"]"}
    return found
