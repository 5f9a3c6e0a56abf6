"""Parsed references as CSL-JSON text, with what the parser saw under `custom.parse`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ifnlit.formats.csl import custom_of, variables
from ifnlit.formats.csl_date import plain_date
from ifnlit.formats.csl_name import parts_of
from ifnlit.report.json_layout import Layout, harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ifnlit.model.date import Date
    from ifnlit.model.name import Name
    from ifnlit.model.parsed import Parsed
    from ifnlit.model.reference import Reference


def lines(items: Iterable[Parsed]) -> Iterator[str]:
    """Each reference as one line."""
    written = ParsedJson(Layout()).text
    for item in items:
        yield written(item) + "\n"


def array(items: Iterable[Parsed]) -> Iterator[str]:
    """An indented array, reference by reference; nothing in it that a terminal obeys."""
    written = ParsedJson(Layout("  ", harmless), depth=1).text
    lead = "[\n  "
    for item in items:
        yield lead + written(item)
        lead = ",\n  "
    yield "[]\n" if lead.startswith("[") else "\n]\n"


class ParsedJson:
    """Writes records that stand at a depth of a text.

    They are written as they are read: to put them into maps for a general encoder would take as
    long as the encoder does. Names of variables are words of ours, with nothing to escape.
    """

    def __init__(self, layout: Layout, depth: int = 0) -> None:
        self._layout = layout
        self._depth = depth
        self._frames = [layout.frame(depth + more) for more in range(5)]
        self._day = lru_cache(maxsize=1024)(self._parts)  # a list is of some hundred years

    def text(self, item: Parsed) -> str:
        """A CSL-JSON item; under `custom.parse` the style, fields, residue and findings."""
        outer, inner = self._frames[:2]
        members = self._variables(item.reference)
        custom = self._layout.members(_custom(item.reference), self._depth + 1)
        custom.append(f'"parse": {self._evidence(item)}')
        members.append(f'"custom": {inner.mapping(custom)}')
        return outer.mapping(members)

    def _variables(self, reference: Reference) -> list[str]:
        text_of = self._layout.text_of
        members = [f'"id": {text_of(reference.id)}', f'"type": "{reference.type}"']
        for name, value in variables(reference):
            if isinstance(value, str):
                written = text_of(value)
            elif isinstance(value, tuple):
                written = self._frames[1].sequence(map(self._name, value))
            else:
                written = self._date(value)
            members.append(f'"{name}": {written}')
        return members

    def _name(self, name: Name) -> str:
        text_of = self._layout.text_of
        return self._frames[2].mapping(
            [f'"{part}": {text_of(text)}' for part, text in parts_of(name)]
        )

    def _date(self, date: Date) -> str:
        if date.end is None and not date.circa and date.season is None:
            return self._day(date.parts)
        return self._layout.value(plain_date(date), self._depth + 1)

    def _parts(self, parts: tuple[int, ...]) -> str:
        return self._layout.value({"date-parts": [parts]}, self._depth + 1)

    def _evidence(self, item: Parsed) -> str:
        listed = self._frames[3].sequence
        return self._frames[2].mapping(
            [
                f'"style": "{item.style}"',
                f'"confidence": {_rounded(item.confidence)}',
                f'"fields": {listed(self._fields(item))}',
                f'"residue": {listed(self._residue(item))}',
                f'"findings": {listed(self._findings(item))}',
            ]
        )

    def _fields(self, item: Parsed) -> list[str]:
        text_of = self._layout.text_of
        before, between, after = self._frames[4]
        return [
            f'{{{before}"variable": "{it.variable}"{between}"start": {it.start}{between}'
            f'"end": {it.end}{between}"value": {text_of(it.value)}{between}'
            f'"confidence": {_rounded(it.confidence)}{between}"by": "{it.by}"{after}}}'
            for it in item.fields
        ]

    def _residue(self, item: Parsed) -> list[str]:
        text_of = self._layout.text_of
        before, between, after = self._frames[4]
        return [
            f'{{{before}"start": {it.start}{between}"end": {it.end}{between}'
            f'"text": {text_of(it.text)}{after}}}'
            for it in item.residue
        ]

    def _findings(self, item: Parsed) -> list[str]:
        value, depth = self._layout.value, self._depth + 4
        return [
            value(
                {
                    "rule": it.rule,
                    "severity": it.severity.value,
                    "variable": it.variable,
                    "message": it.message,
                },
                depth,
            )
            for it in item.findings
        ]


@lru_cache(maxsize=1024)  # a grammar is sure, or half as sure
def _rounded(confidence: float) -> str:
    return str(round(confidence, 3))


def _custom(reference: Reference) -> dict[str, object]:
    """What stands under `custom`, with numbers and flags as such, under the names of CSL-JSON."""
    custom = custom_of(reference)
    if "n" in custom:
        custom["n"] = int(str(custom["n"]))
    if "et-al" in custom:
        custom["et-al"] = custom["authors-truncated"] = True
    return custom
