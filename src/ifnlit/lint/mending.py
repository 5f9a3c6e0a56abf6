"""The parser's repairs of damaged text, each kind by itself, for rules that offer them as fixes."""

from __future__ import annotations

import re

from ifnlit.parse import mend
from ifnlit.parse.lexicon import is_common, is_word

# "gastro-enterology", "post-partum": a hyphen after a combining form is a spelling.
_PREFIX = re.compile(r"\w*o|post|pre|anti|multi|semi|inter|over|under|trans|non|sub|super|hyper")


def closed(text: str) -> str:
    """Text without blanks after hyphens inside words."""
    _, changes = mend.title(text)
    for change in changes:
        if " " in change.before:
            text = text.replace(change.before, change.after)
    return text


def parted(name: str) -> str:
    """A journal's name with lost blanks between its words put back."""
    _, changes = mend.container(name)
    return next(
        (one.after for one in changes if one.after.replace(" ", "") == name.replace(" ", "")), name
    )


def is_broken(left: str, right: str) -> bool:
    """Whether "left-right" is a word that a line break parted, beyond doubt.

    The parser mends a damaged list and may guess; here a right word must not be called wrong, so
    the whole must be well known, and neither part by itself.
    """
    left, right = left.lower(), right.lower()
    if is_word(f"{left}-{right}") or not is_common(left + right) or _PREFIX.fullmatch(left):
        return False
    return not (is_word(left) and is_word(right)) and not is_common(right)
