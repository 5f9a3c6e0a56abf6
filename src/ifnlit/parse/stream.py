"""References of a text one by one, so that a long list needs no more room than a short one."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING

from ifnlit.model.finding import Finding, Place, Severity
from ifnlit.model.frozen import changed
from ifnlit.parse.normal import Normal, normal
from ifnlit.parse.record import record
from ifnlit.parse.same import named, opening, without
from ifnlit.parse.shape import read
from ifnlit.parse.split import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ifnlit.model.parsed import Parsed
    from ifnlit.model.reference import Reference
    from ifnlit.parse.shape import Shape
    from ifnlit.parse.span import Span, Tagger
    from ifnlit.parse.split import Left

# References read together: enough to show a list's convention for names, few enough to hold.
BATCH = 512
_LONGEST = 100_000  # characters; what is longer is no reference, and is kept as it stands


class Stream:
    """Iterating gives each reference of the lists once, read; `findings` fills up on the way.

    `family_first` is the convention for names of the list just read: that of its first 512
    references, or of the first batch that shows one. `line` is the line read last. Without
    `numbered` each item stands for itself, and its number is no part of a numbering.
    """

    def __init__(
        self,
        lists: Iterable[Iterable[Item | Left]],
        *,
        independent: bool = False,
        tagger: Tagger | None = None,
        numbered: bool = True,
    ) -> None:
        self._lists = lists
        self._independent = independent
        self._tagger = tagger
        self._numbered = numbered
        self.findings: list[Finding] = []
        self.family_first: bool | None = None
        self.line = 0
        self._before: Reference | None = None

    def __iter__(self) -> Iterator[Parsed]:
        for pieces in self._lists:
            self.family_first = self._before = None
            items = self._items(pieces)
            while batch := list(islice(items, BATCH)):
                yield from self._read(batch)
                self.line = batch[-1].line

    def _items(self, pieces: Iterable[Item | Left]) -> Iterator[Item]:
        numbering = _Numbering()
        for piece in pieces:
            if isinstance(piece, Item):
                if self._numbered:
                    self.findings.extend(numbering.of(piece))
                yield piece
            else:
                self.findings.append(
                    Finding(
                        "text-left-out",
                        f'not part of a reference: "{piece.text}"',
                        Severity.INFO,
                        place=Place("", piece.line, 1),
                    )
                )

    def _read(self, items: Sequence[Item]) -> Iterator[Parsed]:
        sources = [_normal(item.raw) for item in items]
        readings = [read(source.text) for source in sources]
        spans = [reading.spans for reading in readings]
        if self._tagger is not None:
            spans = self._combined([source.text for source in sources], readings, self._tagger)
        if self.family_first is None and not self._independent:
            self.family_first = _convention(sources, spans)
        for item, source, labelled, reading in zip(items, sources, spans, readings, strict=True):
            mark = None if self._independent else opening(source.text)
            found = record(
                item.raw,
                source,
                without(labelled, mark.end()) if mark else labelled,
                style=reading.style,
                n=item.n,
                family_first=self.family_first,
            )
            if mark and self._before:
                found = named(found, self._before, mark)
            if found.reference.title:  # "Ebd., S. 45" is no work of its own
                self._before = found.reference
            yield _with_place(found, item)

    def _combined(
        self, texts: list[str], readings: list[Shape], tagger: Tagger
    ) -> list[tuple[Span, ...]]:
        from ifnlit.parse.combine import combine

        spans, styles = [one.spans for one in readings], [one.style for one in readings]
        labelled = tagger.label(texts)
        if not self._independent:
            return combine(texts, spans, labelled, styles)
        # Each by itself: in a list of one there is no style to keep to.
        each = zip(texts, spans, labelled, styles, strict=True)
        return [combine([text], [ours], [theirs], [style])[0] for text, ours, theirs, style in each]


class _Numbering:
    """Numbers of one list as they come: gaps, repeats and steps back are findings, not guesses."""

    def __init__(self) -> None:
        self._last: int | None = None
        self._seen: set[int] = set()

    def of(self, item: Item) -> Iterator[Finding]:
        n = item.n
        if n is None:
            return
        place = Place("", item.line, 1)
        last = self._last
        if n in self._seen:
            message = f"number {n} stands more than once"
            yield Finding("numbering-repeat", message, Severity.WARNING, place=place)
        elif last is not None and n > last + 1:
            message = f"the numbering jumps from {last} to {n}"
            yield Finding("numbering-gap", message, Severity.WARNING, place=place)
        elif last is not None and n < last:
            message = f"number {n} comes after {last}"
            yield Finding("numbering-order", message, Severity.WARNING, place=place)
        self._seen.add(n)
        self._last = n


def _normal(raw: str) -> Normal:
    if len(raw) > _LONGEST:
        return Normal(raw, range(len(raw) + 1))
    return normal(raw)


def _convention(sources: Sequence[Normal], spans: Sequence[tuple[Span, ...]]) -> bool | None:
    from ifnlit.parse.names import order

    return order(
        source.text[span.start : span.end]
        for source, labelled in zip(sources, spans, strict=True)
        for span in labelled
        if span.label == "author"
    )


def _with_place(found: Parsed, item: Item) -> Parsed:
    """What the place in the list adds: the label in front, and that another one was before it."""
    if item.label:
        label = ("label", json.dumps(item.label, ensure_ascii=False))
        found = changed(found, reference=changed(found.reference, custom=(label,)))
    if not item.joined:
        return found
    name = f"reference {item.n}" if item.n is not None else "this reference"
    told = Finding(
        "references-run-together",
        f"{name} stands in one line with the one before it",
        Severity.INFO,
        place=Place("", item.line, 1),
        hint="begin a new line before it",
    )
    return changed(found, findings=(*found.findings, told))
