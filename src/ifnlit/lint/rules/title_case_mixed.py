"""Capitals on the main words in some titles, on the first word alone in others.

Why: a list prints its titles in one way.

Bad:

    Early Serum HBsAg Kinetics as Predictor of HBsAg Loss ...
    Control of viral transcripts as a concept for future HBV therapies ...

Good:

    Early serum HBsAg kinetics as predictor of HBsAg loss ...
    Control of viral transcripts as a concept for future HBV therapies ...

Records without a printed text are not judged: they come from many sources, and styles change case.

What to do: keep titles in sentence case: a style can make capitals, but not take them back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.habits import is_article, is_mixed
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_WORD = re.compile(r"(?<![\w-])[^\W\d_]{4,}(?![\w-])")
_FEWEST = 4  # words that can show it
_MANY, _FEW = 0.75, 0.35  # shares of words with a capital; German titles lie between


def _faults(subject: Subject) -> Iterator[Fault]:
    title_case: list[str] = []
    sentence_case: list[str] = []
    for one, raw in zip(subject.references, subject.raws, strict=True):
        share = _capitals(one.title) if raw and is_article(one) else None
        if share is None or one.language[:2] not in {"", "en"}:
            continue
        if share >= _MANY:
            title_case.append(one.id)
        elif share <= _FEW:
            sentence_case.append(one.id)
    if is_mixed(title_case, sentence_case):
        yield Fault(
            f"{len(sentence_case)} titles in sentence case, {len(title_case)} with capitals "
            f"({', '.join(min(title_case, sentence_case, key=len)[:6])})",
            variable="title",
            hint="keep them in sentence case",
        )


def _capitals(title: str) -> float | None:
    """The share of words after the first that begin with a capital; `None` for a short title."""
    words: list[str] = [word for word in _WORD.findall(title)[1:] if not word.isupper()]
    if len(words) < _FEWEST:
        return None
    return sum(word[0].isupper() for word in words) / len(words)


RULE = Rule(Severity.INFO, whole=_faults)
