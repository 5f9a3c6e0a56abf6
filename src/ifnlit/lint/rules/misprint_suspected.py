"""A word that looks like a misprint of another one.

Why: a misprinted drug or a lost blank is not found by a search, and is copied from list to list.

Bad:

    Effect of Ralidomide combined with interferon ...     Pegylated Interferonalpha-2a

Good:

    Effect of thalidomide combined with interferon ...    Pegylated Interferon alpha-2a

What to do: compare it with the work. Nothing is changed: only the work says what is meant. Only
English titles are judged, by slips that seldom make another right word: two letters in the wrong
order, a letter left out, a blank lost before a Greek letter, a drug that is almost another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.misprint import WORD, meant
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity
from ifnlit.parse.lexicon import is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_KNOWN = 0.6  # the share of known words in an English title


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    if reference.language[:2] not in {"", "en", "zh", "ja", "ko"}:  # those titles are translated
        return
    for word in WORD.findall(reference.title):
        right = meant(word)
        if right and _is_english(reference.title):
            yield Fault(
                f'"{word}" looks like a misprint of "{right}"',
                variable="title",
                text=word,
                hint="compare it with the work",
            )


def _is_english(title: str) -> bool:
    words = [word for word in title.lower().split() if word.isalpha()]
    return sum(len(word) < 3 or is_word(word) for word in words) >= _KNOWN * len(words)  # noqa: PLR2004  # the list has no shorter words


RULE = Rule(Severity.WARNING, each=_faults)
