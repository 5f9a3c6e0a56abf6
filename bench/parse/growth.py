"""How the time to read grows with length: one line of a million characters, 100,000 lines.

    python -m bench.parse.growth

For each kind of text and each length, microseconds a character on the grammar path. A column that
stays level means that time grows in line with length.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from ifnlit.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable

_LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
_REFS = Path("refs/references.txt")


def main() -> None:
    """Print the curve of each kind of text."""
    lines = [line for line in _REFS.read_text(encoding="utf-8").splitlines() if line]
    one = " ".join(line.partition("] ")[2] for line in lines)
    kinds: dict[str, Callable[[int], str]] = {
        "the list, line by line": lambda length: _filled("\n".join(lines) + "\n", length),
        "the list as one line": lambda length: _filled(one, length),
        "short lines": lambda length: _filled("Li M. Title.\n", length),
        "one letter": lambda length: "a" * length,
        "blanks": lambda length: " " * length,
        "commas": lambda length: _filled("Li M, ", length),
        "brackets": lambda length: "(" * length,
        "years": lambda length: _filled("2019, ", length),
        "stops": lambda length: _filled("A. ", length),
        "hyphens": lambda length: _filled("a- ", length),
        "entities": lambda length: _filled("&amp;", length),
        "combining marks": lambda length: _filled("e\u0301", length),
    }
    print(f"{'':24}" + "".join(f"{length:>12,}" for length in _LENGTHS))
    for name, made in kinds.items():
        curve = [_spent(made(length)) / length * 1e6 for length in _LENGTHS]
        print(f"{name:24}" + "".join(f"{each:12.3f}" for each in curve))


def _filled(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


def _spent(text: str) -> float:
    began = time.process_time()
    parse(text, lines=True)
    return time.process_time() - began


if __name__ == "__main__":
    main()
