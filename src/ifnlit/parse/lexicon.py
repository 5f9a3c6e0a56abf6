"""Words that decide what a hyphen was: a packaged list, loaded when first asked.

The words come from titles of openly licensed references (scripts/words.py).
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


def is_word(word: str) -> bool:
    """Whether a lower-case word (or hyphenated word) stands in titles."""
    common, rare = _words()
    return word in common or word in rare


def is_common(word: str) -> bool:
    """Whether it does so often enough to be no misprint and no part of a broken word."""
    return word in _words()[0]


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    data = get_data("ifnlit", "data/words.txt") or b""
    common, _, rare = data.decode().partition("\n\n")
    return frozenset(common.split()), frozenset(rare.split())
