"""What a marginal probability of the tagger is worth: the share of such spans that were right.

A packaged table (written by scripts/train.py from strings that the model has not seen) has a line
for each label with spans enough, and one for all others: the share at each marginal of `GRID`.
Lines that begin with a plus say what becomes of it when a grammar has read the string too.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from pkgutil import get_data

GRID = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.999, 1.0)
OTHERS = "*"


def confidence(label: str, marginal: float) -> float:
    """The share of spans of this label and marginal that are right."""
    table = _table()
    return read_off(table.get(label) or table[OTHERS], marginal)


def settled(reading: str, share: float) -> float:
    """The share once it is known who reads a span so.

    "both"; "crf", of which the grammar says nothing; "disputed", where the grammar differs;
    "grammar", where the tagger does; "marked", what grammars alone know.
    """
    shares = _table().get(f"+{reading}")
    return share if shares is None else read_off(shares, share)


def read_off(shares: tuple[float, ...], marginal: float) -> float:
    """The share at a marginal, on the straight line between its neighbours in the grid."""
    at = min(bisect_right(GRID, marginal), len(GRID) - 1)
    low, high = GRID[at - 1], GRID[at]
    part = min(1.0, (marginal - low) / (high - low))
    return shares[at - 1] + part * (shares[at] - shares[at - 1])


@cache
def _table() -> dict[str, tuple[float, ...]]:
    return parsed((get_data("ifnlit", "data/calibration.txt") or b"").decode())


def parsed(text: str) -> dict[str, tuple[float, ...]]:
    """The lines of a table."""
    lines = (line.split() for line in text.splitlines())
    return {label: tuple(map(float, shares)) for label, *shares in lines}
