"""A record while it is being read: values, where they stood, and what was repaired."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ifnlit.model.parsed import make_field
from ifnlit.model.reference import Repair

if TYPE_CHECKING:
    from ifnlit.model.parsed import Field
    from ifnlit.parse.normal import Normal
    from ifnlit.parse.span import Span

# Marks whose plain form only helps grammars: a value keeps them as printed.
_QUOTES = frozenset("\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb")
_DASHES = frozenset("\u2013\u2014")  # between blanks; within words they are hyphens
_HAN_MARKS = frozenset("\uff0c\u3001\u3002\uff1a\uff1b\uff08\uff09\uff1f\uff01")
_COMMAS = 2  # without a blank behind them: it was lost
_KEPT = _QUOTES | _DASHES | _HAN_MARKS


class Draft:
    """What is read so far; `values` by attribute of `Reference`."""

    __slots__ = (
        "certainty", "family_first", "fields", "is_straight", "notes", "places", "raw", "repairs",
        "source", "text", "values",
    )  # fmt: skip

    def __init__(self, raw: str, source: Normal, *, family_first: bool | None) -> None:
        self.raw = raw
        self.source = source
        self.text = source.text
        self.places = source.at
        self.is_straight = isinstance(source.at, range)  # each character stands where it stood
        self.family_first = family_first
        self.values: dict[str, Any] = {}
        self.fields: list[Field] = []
        self.repairs: list[Repair] = []
        self.notes: list[str] = []
        self.certainty = 0.0  # the sum over the fields

    @property
    def tight(self) -> bool:
        """Whether the string has lost its blanks after commas."""
        text = self.text
        return ", " not in text and text.count(",") >= _COMMAS

    def put(self, variable: str, span: Span, start: int, end: int, value: str) -> None:
        """Note that `value` came from `start` to `end` of the plain text."""
        if self.is_straight:
            at, to = start, end
        else:
            at, to = self.places[start], self.places[end - 1] + 1
        sure = span.confidence
        self.certainty += sure
        self.fields.append(make_field(variable, at, to, value, sure, span.by))

    def repair(
        self, variable: str, before: str, after: str, why: str, kind: str = "typographic"
    ) -> None:
        """Note a change between the text and the record."""
        self.repairs.append(Repair(variable, before, after, kind, why))

    def printed(self, span: Span) -> str:
        """The text of a span with quotes, spaced dashes and the marks of Han text as printed."""
        plain = self.text[span.start : span.end]
        if self.text is self.raw:
            return plain
        at, to = self.source.raw_span(span.start, span.end)
        if _KEPT.isdisjoint(self.raw[at:to]):
            return plain
        return "".join(self._printed(span.start, span.end))

    def _printed(self, start: int, end: int) -> list[str]:
        out: list[str] = []
        places, kept = self.places, -1
        for index in range(start, end):
            place = places[index]
            if place == kept:  # the blank that a full-width mark has inside
                continue
            char = self.raw[place]
            if self._keeps(char, place):
                out.append(char)
                kept = place
            else:
                out.append(self.text[index])
        return out

    def _keeps(self, char: str, place: int) -> bool:
        before, after = self.raw[place - 1 : place], self.raw[place + 1 : place + 2]
        if char in _HAN_MARKS:
            return "\u3400" <= before <= "\u9fff" or "\u3400" <= after <= "\u9fff"
        return char in _QUOTES or (char in _DASHES and before == after == " ")
