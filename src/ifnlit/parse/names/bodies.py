"""Bodies whose name has a comma or "and" in it: "Centers for Disease Control and Prevention".

Cut at its separators such a name is a body and words that no person is called by.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.names.given import is_given, is_pinyin
from ifnlit.parse.names.pieces import Piece, is_initials
from ifnlit.parse.names.words import U, is_bodily, names_body

if TYPE_CHECKING:
    from collections.abc import Sequence

_AND = re.compile(r"[\s,]+(?:and|&|und|et|y|e)\s+")
_WORDS = re.compile(
    rf"[{U}][\w'’-]+(?:\s(?:of|for|the|in|für|der|des|zur|\d{{4}}|[{U}][\w'’-]+))*(?:\s\([{U}]+\))?"
)


def joined(cut: Sequence[Piece], text: str) -> Sequence[Piece]:
    """The pieces of a list of names, those of one body as one piece."""
    if len(cut) < 2 or not is_bodily(text):  # noqa: PLR2004  # one piece has nothing to be joined to
        return cut
    out: list[Piece] = []
    at = 0
    while at < len(cut):
        end = _end(cut, at, text)
        first, last = cut[at], cut[end]
        out.append(Piece(text[first.start : last.end], first.start, first.strong))
        at = end + 1
    return out


def _end(cut: Sequence[Piece], at: int, text: str) -> int:
    """The last piece of the body that begins with the piece `at`; `at` when it is no such body."""
    begins = names_body(cut[at].text)
    if not _is_part(cut[at].text) or not (begins or at == 0 or cut[at].strong):
        return at
    for end in range(at + 1, len(cut)):
        if not _is_part(cut[end].text):
            return at
        if _AND.fullmatch(text, cut[end - 1].end, cut[end].start):
            return end if begins != names_body(cut[end].text) else at
        if cut[end].strong or not is_bodily(cut[at].text):
            return at
    return at


def _is_part(text: str) -> bool:
    """Whether a piece may be part of a body's name: words with capitals, and no person's name."""
    if not _WORDS.fullmatch(text) or is_initials(text):
        return False
    words = text.split()
    if len(words) == 1:
        return not text.isupper()
    return not is_given(words[0]) and not is_initials(words[-1]) and not all(map(is_pinyin, words))
