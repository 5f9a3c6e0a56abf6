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

from bench.parse import page  # noqa: E402  # the path comes first
from bench.parse.measure import Result, measure  # noqa: E402
from bench.parse.reading import ENGINES, Reader, labels, reader  # noqa: E402
from scripts.training import data  # noqa: E402
from scripts.training.mix import Shares, rendered  # noqa: E402
from scripts.training.records import WORKS  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
MANY = 2_000
SEED = 999  # of the rendered strings; training has another


def main(arguments: Sequence[str]) -> int:
    """Print the tables; what is not there is left out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", nargs="*", type=Path)
    parser.add_argument("--engine", choices=ENGINES, default="full")
    parser.add_argument("--fields", action="store_true")
    parser.add_argument("--page", metavar="DATE")
    options = parser.parse_args(arguments)
    if not options.sets and not data.TRAINING.is_dir():
        print("no labelled sets: ../shared/training is not here")
        return 0
    if options.page:
        page.write(ROOT / "docs", _own(), options.page, "\n".join(_resources(reader("full"))))
        return 0
    read = reader(options.engine)
    print(f"{'set':24}{'n':>6}{'micro':>8}{'core':>8}{'exact':>8}{'a second':>10}")
    sets = {path.stem: list(data.read(path)) for path in options.sets} or _own()
    for name, rows in sets.items():
        _report(name, rows, read, fields=options.fields)
    if not options.sets:
        print(*_resources(read), sep="\n")
    return 0


def _own() -> dict[str, list[data.Labelled]]:
    """The test part of each source, and strings rendered from records that are not trained on."""
    sets = {source: data.load("test", sources=(source,)) for source in data.SOURCES}
    if WORKS.is_file():
        shares = Shares(english=500, german=200, chinese=200, coded=200)
        sets |= {f"rendered {name}": rows for name, rows in rendered(SEED, shares, "test")}
    return sets


def _report(name: str, rows: list[data.Labelled], read: Reader, *, fields: bool) -> None:
    begun = time.process_time()
    found = read([row.text for row in rows])
    took = time.process_time() - begun
    result = measure(
        (row.text, row.spans, labels(spans)) for row, spans in zip(rows, found, strict=True)
    )
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


def _resources(read: Reader) -> Iterator[str]:
    """Loading and memory in a fresh process, and time against length in this one."""
    # VmHWM, since the peak that `getrusage` tells begins with that of the process before it.
    loading = (
        "import time; from pathlib import Path; t = time.process_time();"
        "from ifnlit.parse.crf import CrfTagger; CrfTagger().label(['Smith J. A title. 2010.']);"
        "peak = Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0];"
        "print(f'model load {time.process_time() - t:.2f} s of CPU,', int(peak) // 1024, 'MB peak')"
    )
    fresh = subprocess.run(
        [sys.executable, "-c", loading], check=True, capture_output=True, text=True
    )
    yield fresh.stdout.strip()
    for length in LENGTHS:
        text = ("Smith J. A title of words. Nature 2010;5:1-9. " * (length // 46 + 1))[:length]
        yield f"one line of {length:>9} characters: {_seconds(read, [text]):.3f} s"
    text = "Smith J, Meyer K. A title of some words. Nature 2010;5(2):1-9."
    for count in (MANY // 4, MANY // 2, MANY):
        yield f"{count:>9} references: {_seconds(read, [text] * count):.2f} s"
    yield from _rates()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    yield f"peak of this process {peak} MB"


def _rates() -> Iterator[str]:
    """From strings to records, one by one, on the review's own list with other names in it."""
    from ifnlit.cli.main import look_for_cycles_seldom
    from ifnlit.parse.crf import CrfTagger
    from ifnlit.parse.split import line_items
    from ifnlit.parse.stream import Stream

    look_for_cycles_seldom()
    lines = (ROOT / "refs" / "references.txt").read_text(encoding="utf-8").splitlines()
    raws = [line.partition("] ")[2] for line in lines if line]
    for name, count, tagger in (("grammar", 10_000, None), ("full", 1_000, CrfTagger())):
        text = "\n".join(_varied(raws[at % len(raws)], at) for at in range(count))
        least = min(_spent(Stream([line_items(text)], tagger=tagger)) for _ in range(3))
        yield f"{name} path, strings to records: {count / least:.0f} references a second of CPU"


def _varied(raw: str, number: int) -> str:
    """The string with another first family name for each number, so that none comes twice."""
    first, _, rest = raw.partition(" ")
    letters = "".join(chr(ord("a") + int(digit)) for digit in str(number))
    name = first.rstrip(",")
    mark = first[len(name) :]
    return f"{name}{letters.upper() if name.isupper() else letters}{mark} {rest}"


def _spent(found: Iterable[object]) -> float:
    begun = time.process_time()
    for _ in found:
        pass
    return time.process_time() - begun


def _seconds(read: Reader, texts: list[str]) -> float:
    begun = time.process_time()
    read(texts)
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
