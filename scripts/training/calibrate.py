"""From marginals to shares that are right: one rising line for each label, and for each reading."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ifnlit.parse.calibration import GRID, OTHERS, parsed, read_off
from ifnlit.parse.combine import readings
from ifnlit.parse.crf import cut, opened, ordered, read
from ifnlit.parse.shape import read as shape
from ifnlit.parse.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scripts.training.data import Labelled

    Seen = Iterable[tuple[str, float, bool]]  # (label or reading, how sure, whether it is right)

_ENOUGH = 250  # spans of a label for a line of its own
# The labelled files say nothing of these.
_UNLABELLED = frozenset({"et-al", "language-note", "pmcid"})
_PRIOR = 3.0  # spans that a point of the grid has before it sees any: right as often as it says


def table(model: bytes, rows: Sequence[Labelled]) -> str:
    """The packaged table, from strings that the model has not seen."""
    tagger = opened(model)
    tagged = [
        ordered(
            Span(places[first][0], places[last][1], label, least, "crf")
            for label, first, last, least in read(tagger, row.text, places)
        )
        for row in rows
        if (places := cut(row.text))
    ]
    labels = fitted(
        (span.label, span.confidence, right)
        for row, spans in zip(rows, tagged, strict=True)
        for span, right in judged(row, spans)
    )
    shares = parsed(labels)
    sure = [
        tuple(
            replace(
                span, confidence=read_off(shares.get(span.label, shares[OTHERS]), span.confidence)
            )
            for span in spans
        )
        for spans in tagged
    ]
    return labels + fitted(_readings(rows, sure), every=True)


def _readings(
    rows: Sequence[Labelled], tagged: Sequence[tuple[Span, ...]]
) -> Iterator[tuple[str, float, bool]]:
    """(reading, the tagger's share, whether it is right) of all combined spans, list by list."""
    lists: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        lists[row.source].append(at)
    for members in lists.values():
        texts = [rows[at].text for at in members]
        shapes = [shape(text) for text in texts]
        found = readings(
            texts,
            [one.spans for one in shapes],
            [tagged[at] for at in members],
            [one.style for one in shapes],
        )
        for at, spans in zip(members, found, strict=True):
            for (span, how), (_, right) in zip(
                spans, judged(rows[at], [span for span, _ in spans]), strict=True
            ):
                if span.label not in _UNLABELLED and how != "marked":
                    yield f"+{how}", span.confidence, right


def judged(row: Labelled, spans: Iterable[Span]) -> Iterator[tuple[Span, bool]]:
    """Each span, and whether it is one of the string's own, marks at its ends apart."""
    gold = {(label, bare(row.text, start, end)) for start, end, label in row.spans}
    for span in spans:
        yield span, (span.label, bare(row.text, span.start, span.end)) in gold


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the marks at its ends, on which nobody is agreed."""
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end


def fitted(seen: Seen, *, every: bool = False) -> str:
    """The lines of a table; without `every` a label with few spans has none, but all have one."""
    by_label: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for label, marginal, right in seen:
        by_label[label].append((marginal, right))
    lines = [
        _line(label, pairs)
        for label, pairs in sorted(by_label.items())
        if every or len(pairs) >= _ENOUGH
    ]
    if not every:
        lines.insert(0, _line(OTHERS, [pair for pairs in by_label.values() for pair in pairs]))
    return "\n".join([*lines, ""])


def _line(label: str, pairs: list[tuple[float, bool]]) -> str:
    """Each pair counts for its two neighbours in the grid; then what falls is made level."""
    weights = [_PRIOR] * len(GRID)
    rights = [_PRIOR * point for point in GRID]
    for marginal, right in pairs:
        at = next(i for i in range(1, len(GRID)) if marginal <= GRID[i] or i + 1 == len(GRID))
        part = min(1.0, (marginal - GRID[at - 1]) / (GRID[at] - GRID[at - 1]))
        for place, weight in ((at - 1, 1 - part), (at, part)):
            weights[place] += weight
            rights[place] += weight * right
    return " ".join([label, *(f"{share:.3f}" for share in rising(rights, weights))])


def rising(rights: list[float], weights: list[float]) -> list[float]:
    """The shares as the closest ones that never fall (pool adjacent violators)."""
    pools: list[tuple[float, float, int]] = []
    for right, weight in zip(rights, weights, strict=True):
        pools.append((right, weight, 1))
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] >= pools[-1][0] / pools[-1][1]:
            (a, b, c), (d, e, f) = pools[-2:]
            pools[-2:] = [(a + d, b + e, c + f)]
    return [right / weight for right, weight, count in pools for _ in range(count)]
