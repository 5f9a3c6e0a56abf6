"""Words of names, places, publishers and journals: a packaged list (scripts/train.py)."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


def classes(word: str) -> str:
    """The letters of what a lower-case word is used for, "" for one that is not known."""
    return _words().get(word, "")


@cache
def _words() -> dict[str, str]:
    data = get_data("ifnlit", "data/dictionary.txt") or b""
    found: dict[str, str] = {}
    for line in data.decode().splitlines():
        letters, _, words = line.partition(" ")
        for word in words.split():
            found[word] = letters
    return found
