"""10,000 entries in and out of each format, and one field of 50 MB, beside a peer in the same run.

Medians of three runs in CPU seconds. The peers do less: `json` builds no records, rispy no types,
dates or names.
A ratio above 1 says how many times longer ifnlit takes. `make bench` runs it; nothing is written.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import rispy

from ifnlit.formats import FORMATS
from ifnlit.formats.format import Flavour
from ifnlit.store.library import packaged

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ifnlit.formats.format import Reader, Writer
    from ifnlit.model.reference import Reference

ENTRIES = 10_000
RUNS = 3
LARGE = 50_000_000  # characters of one field
GOAL = 3.0  # seconds for 10,000 entries, each way


def main(names: list[str]) -> int:
    """Print the table; 1 when a format with a goal misses it."""
    library = _library()
    missed = 0
    print(f"{ENTRIES:,} entries, CPU seconds (median of {RUNS})\n")
    print(f"{'format':<13}{'write':>8}{'read':>8}{'size/MB':>9}  peer")
    for name in names or _exchanged():
        missed += _measured(name, library)
    print(
        f"\none field of {LARGE // 1_000_000} MB, CPU seconds to write and read, beside half of it"
    )
    for name in names or ("ris", "csl-json", "bib"):
        _large(name)
    return 1 if missed else 0


def _exchanged() -> tuple[str, ...]:
    return tuple(name for name in FORMATS if FORMATS.load(name).read is not None)


def _library() -> list[Reference]:
    """The packaged references again and again, each with a key of its own."""
    once = packaged().references
    return [replace(once[n % len(once)], id=f"{once[n % len(once)].id}{n}") for n in range(ENTRIES)]


def _measured(name: str, library: Sequence[Reference]) -> bool:
    write, read = _both_ways(name)
    text = write(library, Flavour())
    out = _median(lambda: write(library, Flavour()))
    into = _median(lambda: read(text, "x"))
    count = len(read(text, "x").references)
    peer = _PEERS.get(name)
    beside = ""
    if peer is not None:
        theirs = _median(lambda: peer[1](text))
        beside = f"{peer[0]}: read {theirs:.2f}, ratio {into / theirs:.1f}"
    print(f"{name:<13}{out:>8.2f}{into:>8.2f}{len(text.encode()) / 1e6:>9.1f}  {beside}")
    if count != ENTRIES:
        print(f"  {count} of {ENTRIES} came back")
    return count != ENTRIES or (name in _GOALS and max(out, into) > GOAL)


def _both_ways(name: str) -> tuple[Writer, Reader]:
    one = FORMATS.load(name)
    if one.write is None or one.read is None:
        raise SystemExit(f"{name} has no writer or no reader")
    return one.write, one.read


def _large(name: str) -> None:
    write, read = _both_ways(name)
    took: list[tuple[float, float]] = []
    for size in (LARGE // 2, LARGE):
        library = [replace(packaged().references[0], abstract="interferon & IFN-α " * (size // 19))]
        began = time.process_time()
        text = write(library, Flavour())
        middle = time.process_time()
        read(text, "x")
        took.append((middle - began, time.process_time() - middle))
    (half_out, half_in), (out, into) = took
    grown = f"{out / half_out:.1f}, {into / half_in:.1f}"
    print(f"{name:<13}{out:>8.2f}{into:>8.2f}  times the half: {grown}")


def _median(call: Callable[[], object]) -> float:
    took: list[float] = []
    for _ in range(RUNS):
        began = time.process_time()
        call()
        took.append(time.process_time() - began)
    return statistics.median(took)


def _rispy(text: str) -> Any:  # noqa: ANN401  # rispy has no types
    library: Any = rispy
    return library.loads(text.replace("\r\n", "\n"))


_PEERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "ris": ("rispy", _rispy),
    "csl-json": ("json", json.loads),
}
_GOALS = frozenset({"ris", "csl-json", "bib"})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
