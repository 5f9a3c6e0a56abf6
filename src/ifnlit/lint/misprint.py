"""Whether a word looks like a misprint, by the packaged list of words and the names of drugs.

Only slips that no right word is a neighbour of by chance are looked for. On 21,000 words of 52,000
registered titles that the list does not know, two letters in the wrong order and a letter left out
were found 30 times, three of them wrongly; other single-letter changes were wrong in every second
case ("hematoma" for "hepatoma"), and are not judged.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ifnlit.lint.drugs import NAMES
from ifnlit.parse.lexicon import is_common, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(
    r"(?<![\w'’.])(?<!\w-)[^\W\d_]{8,}(?![\w'’.])(?!-[^\W\d])"
    r"|(?<![\w-])[^\W\d_]{8,}(?=-\d)"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_JOINED = re.compile(r"([a-z]{4,})(alpha|beta|gamma|delta|kappa|lambda|omega|with|the)")
_RIGHT = frozenset(
    """judgment judgments transection transections therewith wherewith absinthe deceased weighing
    herewith forthwith""".split()
)
_REMEMBERED = 20_000  # words; long lists repeat theirs
_LONGEST = 40  # letters
_LEFT_OUT = 9  # letters; of shorter words too many lie one letter apart
# Edits between a misprinted drug and the right one, by the letters that they share at the end.
_APART = ((8, 2), (6, 1))


@lru_cache(maxsize=_REMEMBERED)
def meant(word: str) -> str:
    """What a word (of eight letters or more) is a misprint of, or "" when it looks right."""
    if word[1:] != word[1:].lower() or len(word) > _LONGEST:
        return ""  # an acronym, a name with an inner capital, no word at all
    low = word.lower()
    if low in _RIGHT or low in NAMES or is_word(low):
        return ""
    joined = _JOINED.fullmatch(low)
    if joined is not None and is_common(joined[1]):
        return f"{word[: len(joined[1])]} {joined[2]}"
    found = next((one for one in _neighbours(low) if is_common(one)), "") or _drug(low)
    return found.capitalize() if word[0].isupper() else found


def _neighbours(word: str) -> Iterator[str]:
    """The words that differ by two letters in the other order, or by a letter that was left out."""
    for at in range(1, len(word) - 2):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if len(word) < _LEFT_OUT:
        return
    for at in range(2, len(word) - 2):
        for letter in _LETTERS:
            if letter not in {word[at], word[at - 1]}:  # "labeling" and "labelling" are both right
                yield word[:at] + letter + word[at:]


def _drug(word: str) -> str:
    """The nearest drug whose name ends alike, or ""."""
    for tail, most in _APART:
        alike = [name for name in NAMES if name[-tail:] == word[-tail:]]
        near = [name for name in alike if _distance(word[:-tail], name[:-tail]) <= most]
        if near:
            return min(near, key=lambda name: (_distance(word, name), name))
    return ""


def _distance(one: str, other: str) -> int:
    """The least number of letters to put in, take out or change (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, ours in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, theirs in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (ours != theirs))
    return row[-1]
