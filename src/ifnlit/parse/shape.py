"""Which citation style a string is written in: the grammars are asked in turn, surest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed, dataclass, hasten
from ifnlit.parse.credible import UNSURE, is_credible
from ifnlit.parse.grammar import (
    apa,
    cases,
    chinese,
    common,
    designation,
    din1505,
    elsevier,
    footnote,
    gbt7714,
    gost,
    ieee,
    patent,
    quoted,
    standard,
    statutes,
    vancouver,
)
from ifnlit.parse.grammar.parts import beside, identifiers

if TYPE_CHECKING:
    from collections.abc import Callable

    from ifnlit.parse.span import Span

# Sure of what they read, in this order: a type code is proof, and so is the designation of a
# standard; a bracketed year nearly so.
_GRAMMARS: tuple[tuple[str, Callable[[str], tuple[Span, ...] | None]], ...] = (
    (gbt7714.NAME, gbt7714.spans),
    (gost.NAME, gost.spans),
    (standard.NAME, standard.spans),
    (chinese.NAME, chinese.spans),
    (footnote.NAME, footnote.spans),
    (quoted.NAME, quoted.spans),
    (elsevier.NAME, elsevier.spans),
    (ieee.NAME, ieee.spans),
    (din1505.NAME, din1505.spans),
    (apa.NAME, apa.spans),
    (vancouver.NAME, vancouver.spans),
    (cases.NAME, cases.spans),
    (statutes.NAME, statutes.spans),
)
# Styles whose marks stand in no other: what their grammars read, they read whole.
MARKED = frozenset((gost.NAME, footnote.NAME, cases.NAME, statutes.NAME))
_PROVED = MARKED | {gbt7714.NAME, standard.NAME}
_NEEDED = frozenset(("title", "reporter", "authority", "section"))
_LONGEST = 20_000  # characters; what is longer is no reference, and is kept as residue
_INVERTED = re.compile(r"^[^\W\d_][\w'’-]*,\s[A-Z]\.")


@hasten
@dataclass(frozen=True, slots=True)
class Shape:
    """The style of a string ("" when no grammar reads it) and its labelled spans.

    `sure` says that every part looks like what it is said to be; spans of what is not are the
    less confident.
    """

    style: str
    spans: tuple[Span, ...]
    sure: bool = False


def read(text: str) -> Shape:
    """The first grammar's reading that can be believed; else the first; else identifiers.

    Numbers of patents are marks of their own in any of them.
    """
    if len(text) > _LONGEST:
        return Shape("", ())
    found = _read(text)
    # A number that no word announces makes a reading incredible.
    if found.sure and not designation.says_patent(text):
        return found
    patents = designation.patents(text)
    if not patents:
        return found
    own = patent.spans(text, patents) if found.style not in _PROVED else None
    if own:
        return Shape(patent.NAME, own, sure=True)
    rest = [part for span in found.spans for part in beside(text, span, patents)]
    return changed(found, spans=tuple(sorted((*rest, *patents), key=lambda one: one.start)))


def _read(text: str) -> Shape:
    found = common.spans(text)
    if found is not None:
        name, spans = found
        if name in _PROVED or is_credible(text, spans):
            return Shape(_style(name, text), spans, sure=True)
    return _by_grammars(text)


def _by_grammars(text: str) -> Shape:
    first: Shape | None = None
    for name, grammar in _GRAMMARS:
        spans = grammar(text)
        if not spans or not any(span.label in _NEEDED for span in spans):
            continue
        style = _style(name, text)
        if name in _PROVED or is_credible(text, spans):
            return Shape(style, spans, sure=True)
        first = first or Shape(style, tuple(changed(one, confidence=UNSURE) for one in spans))
    return first or Shape("", identifiers(text))


def _style(name: str, text: str) -> str:
    if name == vancouver.NAME:
        return "apa-like" if _INVERTED.match(text) else "pubmed"
    return name
