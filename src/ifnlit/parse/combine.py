"""One reading out of two: what a grammar sees in a string and what the tagger does.

A type code ("[J]") is proof of GB/T 7714: when that grammar accounts for the whole string its
reading stands. Else the tagger's stands, with the identifiers that a grammar found; it is right
more often (docs/parsing.md has the figures). A field on which both agree says so; where they differ
its confidence drops.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.parse.span import Span

_IDENTIFIERS = frozenset({"doi", "pmid", "pmcid", "arxiv", "issn", "isbn", "url"})
# Marks of a grammar that the tagger does not know: no disagreement when it has them not.
_FINER = frozenset({"et-al", "language-note", "medium"})
# A field that one of two readers sees otherwise: about this share of them are right.
DISPUTED = 0.6
_WHOLE = (
    {"title"},
    {"author", "editor"},
    {"date"},
    {"container-title", "publisher", "url", "number"},
)
_LABEL_WORDS = re.compile(
    r"\b(?:in|and|pp?|pages?|vol(?:ume)?|no|nr|issue|eds?|doi|pmid|pmcid|pubmed|arxiv|issn|isbn|url|available|from|at|"
    r"accessed|retrieved|cited|https?|dx|org|epub)\b|[译第卷期页版]",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"[^\W_]")


def combine(
    texts: Sequence[str],
    grammar: Sequence[tuple[Span, ...]],
    tagger: Sequence[tuple[Span, ...]],
) -> list[tuple[Span, ...]]:
    """The spans of each text from both readings of it, sorted and disjoint."""
    return [
        _combined(text, one, other) for text, one, other in zip(texts, grammar, tagger, strict=True)
    ]


def _combined(text: str, grammar: tuple[Span, ...], tagged: tuple[Span, ...]) -> tuple[Span, ...]:
    if _is_coded(grammar) and is_whole(text, grammar):
        return tuple(_agreed(span, tagged) for span in grammar)
    identifiers = [span for span in grammar if span.label in _IDENTIFIERS]
    kept = [span for span in tagged if not any(_overlap(span, other) for other in identifiers)]
    found = [_checked(span, grammar) for span in kept] + [
        _agreed(span, tagged) for span in identifiers
    ]
    return tuple(sorted(found, key=lambda span: span.start))


def _is_coded(spans: Sequence[Span]) -> bool:
    return any(span.label == "medium" for span in spans)


def is_whole(text: str, spans: Sequence[Span]) -> bool:
    """Whether a grammar's reading leaves nothing over and has what a reference needs."""
    labels = {span.label for span in spans}
    if not all(labels & needed for needed in _WHOLE):
        return False
    at = 0
    for span in spans:
        if _is_content(text[at : span.start]):
            return False
        at = span.end
    return not _is_content(text[at:])


def _is_content(text: str) -> bool:
    return bool(text) and _CONTENT.search(_LABEL_WORDS.sub("", text)) is not None


def _agreed(span: Span, others: Sequence[Span]) -> Span:
    """A grammar's span, by "both" where the tagger has the same, else less sure."""
    same = next((other for other in others if _same(span, other)), None)
    if same is not None:
        return replace(span, by="both")
    if span.label in _FINER:
        return span
    return replace(span, confidence=min(span.confidence, DISPUTED))


def _checked(span: Span, grammar: Sequence[Span]) -> Span:
    """A tagger's span, by "both" where the grammar has the same, less sure where it differs."""
    if any(_same(span, other) for other in grammar):
        return replace(span, by="both")
    if any(_overlap(span, other) for other in grammar):
        return replace(span, confidence=min(span.confidence, DISPUTED))
    return span


def _same(one: Span, other: Span) -> bool:
    return one.label == other.label and one.start == other.start and one.end == other.end


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
