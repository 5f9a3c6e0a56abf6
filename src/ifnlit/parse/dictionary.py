"""Words of names, places, publishers and journals, and whole names of journals: packaged lists.

scripts/train.py writes them from public metadata. They say what a word is used for, not what it is.
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def classes(word: str) -> str:
    """The letters of what a lower-case word is used for, "" for one that is not known.

    F family name, G given name, H publisher (house), J journal, P place.
    """
    return _words().get(word, "")


def journal_at(words: Sequence[str], start: int) -> int:
    """Where the longest journal's name that begins at a word ends (exclusive); `start` for none."""
    first = _journals().get(words[start])
    if first is None:
        return start
    longest, names = first
    for end in range(min(start + longest, len(words)), start, -1):
        if " ".join(words[start:end]) in names:
            return end
    return start


def is_journal(name: str) -> bool:
    """Whether a name, without the stops of abbreviations, is one of a known journal."""
    words = name.lower().replace(".", " ").replace("&", "and").split()
    return bool(words) and journal_at(words, 0) == len(words)


def with_blanks(name: str) -> str:
    """A journal's name with the blanks it has lost, by the known name of the same letters."""
    words = name.lower().split()
    if not words or journal_at(words, 0) == len(words):
        return name
    known = _run_together().get("".join(words), "")
    if known.count(" ") < len(words):
        return name
    letters = iter("".join(name.split()))
    return "".join(" " if char == " " else next(letters) for char in known)


@cache
def _run_together() -> dict[str, str]:
    """The known names by their letters alone."""
    return {name.replace(" ", ""): name for name in _lines("data/journals.txt")}


@cache
def _words() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _lines("data/words_of_names.txt"):
        letters, _, words = line.partition(" ")
        found.update(dict.fromkeys(words.split(), letters))
    return found


@cache
def _journals() -> dict[str, tuple[int, frozenset[str]]]:
    """By first word: the most words of a name, and the names."""
    by_word: dict[str, list[str]] = {}
    for name in _lines("data/journals.txt"):
        by_word.setdefault(name.partition(" ")[0], []).append(name)
    return {
        word: (max(name.count(" ") + 1 for name in names), frozenset(names))
        for word, names in by_word.items()
    }


def _lines(path: str) -> list[str]:
    return (get_data("ifnlit", path) or b"").decode().splitlines()
