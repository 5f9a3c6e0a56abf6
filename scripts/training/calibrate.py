"""From marginals to shares that are right: one rising line for each label."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ifnlit.parse.calibration import GRID, OTHERS

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENOUGH = 250  # spans of a label for a line of its own
_PRIOR = (
    3.0  # spans that a point of the grid has before it sees any: right as often as the marginal
)


def fitted(seen: Iterable[tuple[str, float, bool]]) -> str:
    """The table of (label, marginal, whether the span is right), as text."""
    by_label: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for label, marginal, right in seen:
        by_label[label].append((marginal, right))
    lines: list[str] = []
    everything: list[tuple[float, bool]] = []
    for label, pairs in sorted(by_label.items()):
        everything += pairs
        if len(pairs) >= _ENOUGH:
            lines.append(_line(label, pairs))
    return "\n".join([_line(OTHERS, everything), *lines, ""])


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
