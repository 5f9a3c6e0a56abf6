"""Where references begin in a list without numbers: by bullets, indents, blank lines or words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ifnlit.parse.document_signs import continues, ends, hangs, is_reference_like, is_whole, starts

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAD = re.compile(
    r"[ \t\u3000]*(?:[-*+•·●○▪■◦‣–—][ \t\u00a0]+|\[[^\]\s][^\]]{0,40}\](?:[ \t]+|:))(?=\S)"
)
_WIDTHS = {"\t": 8, "\u3000": 2}
_SHARE = 0.6  # a way of writing is a list's when so many of its references show it
_NEAR = 1  # columns; text out of a PDF is that far off
_FULL = 0.75  # of the widest line; a shorter one was not broken by the margin
_LINES_LOOKED_AT = 400  # enough to see how a list is written
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
    lead = line[: len(line) - len(line.lstrip())]
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
    widest = max(len(line.rstrip()) for line in lines[:_LINES_LOOKED_AT])
    each = _is_one_a_line(lines, widest)
    begins: list[bool] = []
    so_far: list[str] = []
    gap = True
    for line in lines:
        text = line.strip()
        if not text:
            begins.append(False)
            gap = True
            continue
        if not so_far:
            fresh = True
        elif gap:
            fresh = not (continues(text) and (hangs(so_far[-1]) or not ends(so_far[-1])))
        elif each:
            fresh = not (continues(text) and not ends(so_far[-1])) and not _hangs_on(
                so_far[-1], text
            )
        else:
            fresh = _is_fresh(so_far, text, widest)
        begins.append(fresh)
        if fresh:
            so_far = []
        so_far.append(text)
        gap = False
    return Layout("line" if each else "block", begins)


def _hangs_on(before: str, text: str) -> bool:
    return hangs(before) and not is_reference_like(text)


def _is_fresh(so_far: Sequence[str], text: str, widest: int) -> bool:
    """In wrapped text: a name begins the line, and what came before is whole."""
    before = so_far[-1]
    if hangs(before) or continues(text) or not starts(text):
        return False
    whole = is_whole(" ".join(so_far[-12:]))
    if ends(before):
        return whole and (starts(text) > 1 or len(before) < _FULL * widest)
    return whole and starts(text) > 1 and len(before) < _FULL * widest


def _is_one_a_line(lines: Sequence[str], widest: int) -> bool:
    """Whether each line is a reference, by the lines that follow another one without a gap."""
    pairs = [
        (a.strip(), b.strip())
        for a, b in pairwise(lines[:_LINES_LOOKED_AT])
        if a.strip() and b.strip()
    ]
    wrapped = sum(continues(b) or hangs(a) or not starts(b) for a, b in pairs)
    whole = sum(starts(b) > 0 and (is_reference_like(b) or ends(a)) for a, b in pairs)
    if wrapped > (1 - _SHARE) * len(pairs):
        return widest < _SHORT and not any(is_reference_like(a) for a, _ in pairs)
    likely = [is_reference_like(b) for _, b in pairs]
    if sum(likely) >= _SHARE * len(pairs):
        return True
    # Lines of prose-like references without years: one a line unless a margin is to be seen.
    return whole >= _SHARE * len(pairs) and not _has_margin(lines, widest)


def _has_margin(lines: Sequence[str], widest: int) -> bool:
    """Most lines end near the same column, as broken text does."""
    filled = [line for line in lines[:_LINES_LOOKED_AT] if line.strip()]
    full = sum(len(line.rstrip()) >= _FULL * widest for line in filled)
    return widest >= _SHORT and full >= (1 - _SHARE) * len(filled) and len(filled) > 2  # noqa: PLR2004  # two lines show no margin
