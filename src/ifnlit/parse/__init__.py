"""Printed references as typed records, with the place and the certainty of every field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ifnlit.model.finding import Finding, Severity
from ifnlit.model.parsed import Parsed, ParsedList
from ifnlit.parse.normal import normal
from ifnlit.parse.record import record
from ifnlit.parse.shape import read
from ifnlit.parse.split import items, lines_as_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.parse.normal import Normal
    from ifnlit.parse.span import Span, Tagger
    from ifnlit.parse.split import Item


def parse(
    text: str, *, lines: bool = False, independent: bool = False, tagger: Tagger | None = None
) -> ParsedList:
    """The references of a text, in order; never raises.

    `lines`: each line is one reference, even an empty one. `independent`: each is judged by
    itself and not by the convention of its list. `tagger`: a trained labeller that is asked too.
    """
    found = lines_as_items(text) if lines else items(text)
    sources = [normal(item.raw) for item in found]
    readings = [read(source.text) for source in sources]
    spans = [reading.spans for reading in readings]
    if tagger is not None:
        from ifnlit.parse.combine import combine

        texts = [source.text for source in sources]
        spans = list(combine(texts, spans, tagger.label(texts)))
    convention = None if independent else _convention(sources, spans)
    parsed = tuple(
        record(item.raw, source, labelled, style=reading.style, n=item.n, family_first=convention)
        for item, source, labelled, reading in zip(found, sources, spans, readings, strict=True)
    )
    if lines:
        return ParsedList(parsed, (), convention)
    told = tuple(
        replace(one, findings=_told(item)) if item.joined else one
        for one, item in zip(parsed, found, strict=True)
    )
    return ParsedList(told, tuple(_numbering(found)), convention)


def _convention(sources: Sequence[Normal], spans: Sequence[tuple[Span, ...]]) -> bool | None:
    from ifnlit.parse.names import order

    return order(
        source.text[span.start : span.end]
        for source, labelled in zip(sources, spans, strict=True)
        for span in labelled
        if span.label == "author"
    )


def _told(item: Item) -> tuple[Finding, ...]:
    return (
        Finding(
            "references-run-together",
            f"reference {item.n} stands in one line with the one before it",
            Severity.INFO,
            hint="begin a new line before its number",
        ),
    )


def _numbering(found: Sequence[Item]) -> list[Finding]:
    """Gaps and repeats in the numbers of a list, as findings on the list."""
    numbers = [item.n for item in found if item.n is not None]
    findings = [
        Finding("numbering-gap", f"the numbering jumps from {a} to {b}", Severity.WARNING)
        for a, b in zip(numbers, numbers[1:], strict=False)
        if b > a + 1
    ]
    seen: set[int] = set()
    for n in numbers:
        if n in seen:
            findings.append(
                Finding("numbering-repeat", f"number {n} stands more than once", Severity.WARNING)
            )
        seen.add(n)
    return findings
