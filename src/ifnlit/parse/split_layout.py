"""Where references begin in a list without numbers: by bullets, indents, blank lines or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ifnlit.parse.document_signs import (
    continues,
    ends,
    hangs,
    is_journal,
    is_name,
    is_reference_like,
    is_same,
    is_tail,
    is_whole,
    starts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAD = re.compile(
    r"\f?[ \t\u3000]*(?:[-*+•·●○▪■◦‣–—][ \t\u00a0]+|\[[^\]\s][^\]]{0,40}\](?:[ \t]+|:))(?=\S)"
)
_WIDTHS = {"\t": 8, "\u3000": 2}
_SHARE = 0.6  # a way of writing is a list's when so many of its references show it
_NEAR = 1  # columns; text out of a PDF is that far off
PAGE = "\f"  # in front of the first line of a page
_NEARLY_ALL = 0.97  # of the lines are no wider than the margin; an address may be
_FEW = 8  # lines; among more of them one may be an address that is wider than the margin
_FULL = 0.75  # of the widest line; a shorter one was not broken by the margin
_LINES_LOOKED_AT = 400  # enough to see how a list is written
_NARROWEST = 30  # characters of a column
_SHORT = 60  # characters; shorter lines do not show where a margin is


@dataclass(frozen=True, slots=True)
class Layout:
    """`begins[i]`: a reference begins with line i. `kind` says what showed it."""

    kind: str
    begins: Sequence[bool]


def layout(lines: Sequence[str]) -> Layout:
    """Where references begin in lines without numbers. A blank line begins none."""
    filled = [line for line in lines if line.strip()]
    if not filled:
        return Layout("none", [False] * len(lines))
    if _has_leads(lines):
        return Layout(
            "lead", [_LEAD.match(line) is not None or line is filled[0] for line in lines]
        )
    indents = _hanging(filled)
    if indents is not None:
        return Layout(
            "indent",
            [bool(line.strip()) and abs(_indent(line) - indents) <= _NEAR for line in lines],
        )
    return _by_words(lines)


def _has_leads(lines: Sequence[str]) -> bool:
    """Bullets or labels in front: of the first line, and of two or of most."""
    filled = [line for line in lines if line.strip()]
    found = sum(_LEAD.match(line) is not None for line in filled[:_LINES_LOOKED_AT])
    if not found or _LEAD.match(filled[0]) is None:
        return False
    whole = sum(starts(line.strip()) > 1 for line in filled[:_LINES_LOOKED_AT])
    return found > 1 and found >= whole


def _indent(line: str) -> int:
    lead = line[: len(line) - len(line.lstrip())].replace(PAGE, "")
    return sum(_WIDTHS.get(character, 1) for character in lead)


def _hanging(filled: Sequence[str]) -> int | None:
    """The indent with which references begin, when there are two indents and it is clear."""
    seen = filled[:_LINES_LOOKED_AT]
    first = _indent(filled[0])
    outer = [line.strip() for line in seen if abs(_indent(line) - first) <= _NEAR]
    inner = [line.strip() for line in seen if abs(_indent(line) - first) > _NEAR]
    if not inner:
        return None
    begun = sum(starts(line) > 0 for line in outer)
    fresh = sum(is_reference_like(line) and starts(line) > 1 for line in inner)
    if begun >= _SHARE * len(outer) and fresh < _SHARE * len(inner):
        return first
    return None


def _by_words(lines: Sequence[str]) -> Layout:
    """By blank lines, and where lines follow one another by how they begin and end."""
    margin = _margin(lines)
    each = _is_one_a_line(lines, margin)
    begins = _begun(lines, margin, each, inside=True)
    blocks = sum(bool(b.strip()) and not a.strip() for a, b in pairwise(["", *lines]))
    if blocks > 1 and sum(begins) - blocks < _others(lines) * blocks:
        # A block holds one reference: a line in it that looks like another one is none.
        begins = _begun(lines, margin, each, inside=False)
    return Layout("line" if each else "block", begins)


def _others(lines: Sequence[str]) -> float:
    """How many beginnings a block may show besides its own, and still hold one reference.

    More where most lines break off in the middle of a sentence: text in narrow columns.
    """
    pairs = _pairs(lines)
    broken = sum(not ends(before) for before, _ in pairs)
    return 1.0 if broken * 2 > len(pairs) else 1 - _SHARE


def _begun(lines: Sequence[str], margin: _Margin, each: bool, *, inside: bool) -> list[bool]:
    """Which lines begin a reference; without `inside` a block of lines goes on to its end."""
    begins: list[bool] = []
    so_far: list[str] = []
    gap = True
    for line in lines:
        text = line.strip()
        if not text:
            begins.append(False)
            gap = True
            continue
        if not so_far or (is_same(text) and ends(so_far[-1])):
            fresh = True
        elif gap:
            fresh = not (continues(text) and (hangs(so_far[-1]) or not ends(so_far[-1])))
        elif not inside and not line.startswith(PAGE):
            fresh = False
        elif each and inside:
            fresh = not _is_rest(so_far[-1], text)
        else:
            fresh = _is_fresh(so_far, text, margin)
        begins.append(fresh)
        if fresh:
            so_far = []
        so_far.append(text)
        gap = False
    return begins


def _is_rest(before: str, text: str) -> bool:
    """Among references one a line: a line that can only go on what stands before it."""
    if is_tail(text):
        return not is_tail(before)  # a list may be of nothing but addresses
    if continues(text):
        return not ends(before)
    return hangs(before) and not (is_reference_like(text) and is_whole(before))


def _is_fresh(so_far: Sequence[str], text: str, margin: _Margin) -> bool:
    """In wrapped text: the line before was left short, or was whole and a name begins here."""
    before = so_far[-1]
    short = margin.is_short(before, text)
    if is_tail(text):
        return False
    if margin.exact and short:
        return ends(before) or not (continues(text) or hangs(before))
    if hangs(before) or continues(text) or not is_whole(" ".join(so_far[-12:])):
        return False
    if ends(before):
        return starts(text) > 0 if short else is_name(text) and not is_journal(text)
    return short and starts(text) > 1


@dataclass(frozen=True, slots=True)
class _Margin:
    """The width that wrapped lines fill; `exact`: each breaks where the next word had no room."""

    width: int
    exact: bool

    def is_short(self, before: str, text: str) -> bool:
        """Whether a line ended before the margin made it, for the next word had room in it."""
        needed = len(before) + 1 + _room(text)
        return needed <= self.width if self.exact else needed <= _FULL * self.width


def _margin(lines: Sequence[str]) -> _Margin:
    """The width that explains most breaks; where none explains half of them, that of most lines."""
    pairs = [(len(a), len(a) + 1 + _room(b)) for a, b in _pairs(lines)]
    widths = sorted(len(line.strip()) for line in lines[:_LINES_LOOKED_AT] if line.strip())
    least = widths[-1 - int((1 - _NEARLY_ALL) * len(widths)) - (len(widths) > _FEW)]
    explained = {
        width: sum(used <= width < needed for used, needed in pairs)
        for width in set(widths)
        if width >= max(_NARROWEST, least)
    }
    best = max(explained, key=lambda width: (explained[width], width), default=0)
    if pairs and best and explained[best] * 2 >= len(pairs):
        return _Margin(best, exact=True)
    return _Margin(widths[int(_NEARLY_ALL * (len(widths) - 1))], exact=False)


def _room(text: str) -> int:
    """The room that the first word of a line needs; Chinese and Japanese break anywhere."""
    return 1 if "\u3000" <= text[0] <= "\u9fff" else len(text.split(None, 1)[0])


def _pairs(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Lines that follow one another without a gap."""
    seen = (line.strip() for line in lines[:_LINES_LOOKED_AT])
    return [(a, b) for a, b in pairwise(seen) if a and b]


def _is_one_a_line(lines: Sequence[str], margin: _Margin) -> bool:
    """Whether each line is a reference, by the lines that follow another one without a gap."""
    pairs = _pairs(lines)
    likely = sum(is_reference_like(b) and starts(b) > (0 if ends(a) else 1) for a, b in pairs)
    if likely >= (_NEARLY_ALL if margin.exact else _SHARE) * len(pairs):
        return True
    wrapped = sum(continues(b) or hangs(a) or not starts(b) for a, b in pairs)
    if margin.exact or wrapped > (1 - _SHARE) * len(pairs):
        return margin.width < _SHORT and not any(is_reference_like(a) for a, _ in pairs)
    # References without years: one a line unless a margin is to be seen.
    whole = sum(starts(b) > 0 and (is_reference_like(b) or ends(a)) for a, b in pairs)
    return whole >= _SHARE * len(pairs) and not _has_margin(lines, margin.width)


def _has_margin(lines: Sequence[str], widest: int) -> bool:
    """Most lines end near the same column, as broken text does."""
    filled = [line for line in lines[:_LINES_LOOKED_AT] if line.strip()]
    full = sum(len(line.rstrip()) >= _FULL * widest for line in filled)
    return widest >= _SHORT and full >= (1 - _SHARE) * len(filled) and len(filled) > 2  # noqa: PLR2004  # two lines show no margin
