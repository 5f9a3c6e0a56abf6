"""Labelled stretches of a normalised reference string: what grammars and the CRF both give.

Labels are those of the training data: author, editor, translator, title, container-title,
collection-title, date, accessed, volume, issue, pages, number, publisher, location, edition, genre,
medium, note, doi, pmid, pmcid, url, arxiv, issn, isbn, citation-number, director, producer; and
"et-al", "language-note", "standard-number", "patent-number", "statement" (authors once more),
"code" and "reporter" (where laws and decisions are printed), "authority", "section" and
"jurisdiction" where a grammar sees them. A span covers
the value only: label words ("In", "pp.", "doi:"), quotes and brackets stay outside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ifnlit.model.frozen import dataclass, hasten, maker

if TYPE_CHECKING:
    from collections.abc import Sequence


@hasten
@dataclass(frozen=True, slots=True)
class Span:
    """`label` from `start` to `end` (code points of the normalised text, end exclusive)."""

    start: int
    end: int
    label: str
    confidence: float = 1.0
    by: str = "grammar"


make_span = maker(Span)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


class Tagger(Protocol):
    """Labels normalised reference strings; one tuple of sorted, disjoint spans for each."""

    def label(self, texts: Sequence[str]) -> Sequence[tuple[Span, ...]]: ...
