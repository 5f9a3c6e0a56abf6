"""How often fields are right that are said to be so sure: a table and a diagram."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.parse.measure import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ifnlit.parse.span import Span

BORDERS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1.0000001)
# What grammars mark and the labelled sets do not.
_UNLABELLED = frozenset({"et-al", "language-note", "pmcid"})
_SIZE, _EDGE = 320, 40


@dataclass(slots=True)
class Bin:
    """Fields that are about as sure as each other."""

    count: int = 0
    right: int = 0
    said: float = 0.0

    @property
    def share(self) -> float:
        return self.right / self.count if self.count else 0.0

    @property
    def mean(self) -> float:
        return self.said / self.count if self.count else 0.0


def bins(
    rows: Iterable[tuple[str, Sequence[tuple[int, int, str]], Sequence[Span]]],
) -> list[tuple[float, float, Bin]]:
    """(from, to, fields) of texts with their gold spans and those found."""
    found = [Bin() for _ in BORDERS[1:]]
    for text, gold, spans in rows:
        right = {(label, plain(text[start:end])) for start, end, label in gold}
        for span in spans:
            if span.label in _UNLABELLED:
                continue
            at = next(i for i, border in enumerate(BORDERS[1:]) if span.confidence < border)
            one = found[at]
            one.count += 1
            one.said += span.confidence
            one.right += (span.label, plain(text[span.start : span.end])) in right
    return list(zip(BORDERS, BORDERS[1:], found, strict=False))


def table(found: Sequence[tuple[float, float, Bin]]) -> str:
    """The bins as a Markdown table."""
    lines = ["| said | fields | mean of what is said | right |", "|---|---:|---:|---:|"]
    lines += [
        f"| {low:.2f} to {min(high, 1.0):.2f} | {one.count} | {one.mean:.3f} | {one.share:.3f} |"
        for low, high, one in found
        if one.count
    ]
    return "\n".join(lines)


def diagram(found: Sequence[tuple[float, float, Bin]]) -> str:
    """The bins as an SVG: what is said across, what is right upwards, dots as large as bins."""
    side = _SIZE - 2 * _EDGE

    def x(value: float) -> float:
        return _EDGE + value * side

    def y(value: float) -> float:
        return _SIZE - _EDGE - value * side

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE} {_SIZE}">',
        '<g font-family="sans-serif" font-size="11">',
        f'<rect width="{_SIZE}" height="{_SIZE}" fill="white"/>',
        f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4"/>',
        f'<path d="M{x(0)} {y(1)}V{y(0)}H{x(1)}" stroke="black" fill="none"/>',
    ]
    for tenth in range(0, 11, 2):
        value = tenth / 10
        parts.append(f'<text x="{x(value) - 8}" y="{y(0) + 16}">{value:.1f}</text>')
        parts.append(f'<text x="{x(0) - 24}" y="{y(value) + 4}">{value:.1f}</text>')
    points = [one for _, _, one in found if one.count]
    line = " ".join(f"{x(one.mean):.1f},{y(one.share):.1f}" for one in points)
    parts.append(f'<polyline points="{line}" stroke="#06c" fill="none"/>')
    most = max((one.count for one in points), default=1)
    parts += [
        f'<circle cx="{x(one.mean):.1f}" cy="{y(one.share):.1f}" '
        f'r="{2 + 6 * (one.count / most) ** 0.5:.1f}" fill="#06c"/>'
        for one in points
    ]
    parts += [
        f'<text x="{_SIZE / 2 - 40}" y="{_SIZE - 8}">said to be so sure</text>',
        f'<text transform="translate(12 {_SIZE / 2 + 20}) rotate(-90)">right</text>',
        "</g></svg>",
    ]
    return "\n".join(parts) + "\n"
