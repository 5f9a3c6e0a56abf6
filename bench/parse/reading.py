"""Ways to read references into spans: the grammars, the tagger, and both as the parser does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ifnlit.parse.combine import combine
from ifnlit.parse.crf import CrfTagger
from ifnlit.parse.shape import read as shape
from ifnlit.parse.span import Span

Reader = Callable[[Sequence[str]], Sequence[tuple[Span, ...]]]
ENGINES = ("full", "crf", "grammar")
# What grammars mark and the labelled sets do not.
_FINER = frozenset({"et-al", "language-note", "statement"})
_BATCH = 512  # references of one list that the parser reads together


def reader(engine: str, model: bytes | None = None) -> Reader:
    """Reads texts with "grammar", "crf" or "full", in batches as the parser does."""
    tagger = CrfTagger(model)

    def batch(texts: Sequence[str]) -> Sequence[tuple[Span, ...]]:
        if engine == "crf":
            return tagger.label(texts)
        shapes = [shape(text) for text in texts]
        grammar = [one.spans for one in shapes]
        if engine == "grammar":
            return grammar
        return combine(texts, grammar, tagger.label(texts), [one.style for one in shapes])

    def read(texts: Sequence[str]) -> list[tuple[Span, ...]]:
        return [
            spans
            for start in range(0, len(texts), _BATCH)
            for spans in batch(texts[start : start + _BATCH])
        ]

    return read


def labels(spans: Sequence[Span]) -> list[tuple[int, int, str]]:
    """Spans as the labelled sets write them."""
    return [(one.start, one.end, one.label) for one in spans if one.label not in _FINER]
