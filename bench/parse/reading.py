"""Ways to read references into spans: the grammars, the tagger, and both as the parser does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ifnlit.parse.combine import combine
from ifnlit.parse.crf import CrfTagger
from ifnlit.parse.shape import read as shape

Labels = Sequence[tuple[int, int, str]]
Reader = Callable[[Sequence[str]], Sequence[Labels]]
# What grammars mark and the labelled sets do not.
_FINER = frozenset({"et-al", "language-note"})


def reader(engine: str, model: bytes | None = None) -> Reader:
    """Reads texts with "grammar", "crf" or "full"."""
    tagger = CrfTagger(model)

    def read(texts: Sequence[str]) -> list[Labels]:
        grammar = [shape(text).spans for text in texts] if engine != "crf" else [()] * len(texts)
        if engine == "grammar":
            found = grammar
        elif engine == "crf":
            found = list(tagger.label(texts))
        else:
            found = combine(texts, grammar, tagger.label(texts))
        return [
            [(one.start, one.end, one.label) for one in spans if one.label not in _FINER]
            for spans in found
        ]

    return read
