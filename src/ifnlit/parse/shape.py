"""Which citation style a string is written in: the grammars are asked in turn, surest first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.parse.grammar import apa, gbt7714, vancouver
from ifnlit.parse.grammar.parts import identifiers
from ifnlit.parse.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

# Sure of what they read, in this order: a type code is proof, a bracketed year nearly so.
_GRAMMARS: tuple[tuple[str, Callable[[str], tuple[Span, ...] | None]], ...] = (
    (gbt7714.NAME, gbt7714.spans),
    (apa.NAME, apa.spans),
    (vancouver.NAME, vancouver.spans),
)
_LONGEST = 20_000  # characters; what is longer is no reference, and is kept as residue
_INVERTED = re.compile(r"^[^\W\d_][\w'’-]*,\s[A-Z]\.")


@dataclass(frozen=True, slots=True)
class Shape:
    """The style of a string ("" when no grammar reads it) and its labelled spans."""

    style: str
    spans: tuple[Span, ...]


def read(text: str) -> Shape:
    """The first grammar's reading that is whole; else what identifiers the text holds."""
    if len(text) <= _LONGEST:
        for name, grammar in _GRAMMARS:
            found = grammar(text)
            if found and any(span.label == "title" for span in found):
                return Shape(_style(name, text), found)
        return Shape("", identifiers(text))
    return Shape("", ())


def _style(name: str, text: str) -> str:
    if name == vancouver.NAME:
        return "apa-like" if _INVERTED.match(text) else "pubmed"
    return name
