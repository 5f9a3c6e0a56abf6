"""Parsing: fields right, speed, memory, and time against length, on labelled sets of one format.

python bench/parsing.py                    the test part of ../shared/training, by source
python bench/parsing.py SET.jsonl ...      any set in that format (its README says how)
python bench/parsing.py --engine grammar   grammars alone; --fields adds a line for each field
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from bench.parse.measure import Result, measure  # noqa: E402  # the path comes first
from bench.parse.reading import Reader, reader  # noqa: E402
from scripts.training import data  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
MANY = 2_000


def main(arguments: Sequence[str]) -> int:
    """Print the tables; what is not there is left out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", nargs="*", type=Path)
    parser.add_argument("--engine", choices=("full", "grammar", "crf"), default="full")
    parser.add_argument("--fields", action="store_true")
    options = parser.parse_args(arguments)
    if not options.sets and not data.TRAINING.is_dir():
        print("no labelled sets: ../shared/training is not here")
        return 0
    read = reader(options.engine)
    print(f"{'set':24}{'n':>6}{'micro':>8}{'core':>8}{'exact':>8}{'a second':>10}")
    for name, rows in _sets(options.sets):
        _report(name, rows, read, fields=options.fields)
    if not options.sets:
        _resources(read)
    return 0


def _sets(paths: Sequence[Path]) -> Iterator[tuple[str, list[data.Labelled]]]:
    for path in paths:
        yield path.stem, list(data.read(path))
    if not paths:
        for source in data.SOURCES:
            yield source, data.load("test", sources=(source,))


def _report(name: str, rows: list[data.Labelled], read: Reader, *, fields: bool) -> None:
    begun = time.process_time()
    found = read([row.text for row in rows])
    took = time.process_time() - begun
    result = measure((row.text, row.spans, one) for row, one in zip(rows, found, strict=True))
    print(
        f"{name:24}{result.count:6}{result.micro.f1:8.3f}{result.core.f1:8.3f}"
        f"{result.exact_share:8.3f}{len(rows) / max(took, 1e-9):10.0f}"
    )
    if fields:
        _fields(result)


def _fields(result: Result) -> None:
    for label, score in sorted(result.fields.items(), key=lambda one: -one[1].gold):
        print(
            f"    {label:20}{score.gold:6}  precision {score.precision:.3f}"
            f"  recall {score.recall:.3f}  F1 {score.f1:.3f}"
        )


def _resources(read: Reader) -> None:
    """Loading and memory in a fresh process, and time against length in this one."""
    loading = (
        "import resource, time; t = time.perf_counter();"
        "from ifnlit.parse.crf import CrfTagger; CrfTagger().label(['Smith J. A title. 2010.']);"
        "print(f'model load {time.perf_counter() - t:.2f} s,',"
        "resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, 'MB resident')"
    )
    print(flush=True)
    subprocess.run([sys.executable, "-c", loading], check=True)
    for length in LENGTHS:
        text = ("Smith J. A title of words. Nature 2010;5:1-9. " * (length // 46 + 1))[:length]
        print(f"one line of {length:>9} characters: {_seconds(read, [text]):.3f} s")
    text = "Smith J, Meyer K. A title of some words. Nature 2010;5(2):1-9."
    for count in (MANY // 4, MANY // 2, MANY):
        print(f"{count:>9} references: {_seconds(read, [text] * count):.2f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak of this process {peak} MB")


def _seconds(read: Reader, texts: list[str]) -> float:
    begun = time.process_time()
    read(texts)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
