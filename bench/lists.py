"""Reference lists found and split: lists of labelled strings in many layouts, bare and in papers.

    python bench/lists.py [SEED]

A cell is recall/precision: how many of the references came out whole, and how many of those that
came out were one. Then the time that hopeless texts take, doubled three times, and the memory that
a list of 1,000 and of 10,000 references takes. Needs ../shared/training.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import textwrap
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from ifnlit.parse.document import regions
from ifnlit.parse.split import Item

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Layout = Callable[[Sequence[str]], str]

ROOT = Path(__file__).parent.parent
TRAINING = ROOT.parent / "shared" / "training"
DATA = ROOT / "tests" / "parse" / "data"
FILES = ("plos", "anystyle-core", "anystyle-good", "gbt7714-bibtex", "grobid")
REFERENCES, LISTS = 25, 4
HOPELESS = {
    "one letter": "x", "names": "Smith J, ", "lines": "xx\n", "numbers": "1. x\n",
    "brackets": "[1] ", "headings": "References\n", "blank lines": "x\n\n", "years": "2019. ",
}  # fmt: skip
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _wrapped(raw: str, first: str = "", indent: str = "", width: int = 80) -> str:
    return textwrap.fill(
        raw, width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False,
        break_long_words=False,
    )  # fmt: skip


def _each(form: Callable[[int, str], str], between: str = "\n") -> Layout:
    return lambda raws: between.join(form(n, raw) for n, raw in enumerate(raws, 1))


LAYOUTS: dict[str, Layout] = {
    "[n] a line": _each(lambda n, raw: f"[{n}] {raw}"),
    "n. wrapped": _each(lambda n, raw: _wrapped(raw, f"{n}. ")),
    "n. hanging": _each(lambda n, raw: _wrapped(raw, f"{n}. ", "   ")),
    "n and tab": _each(lambda n, raw: f"{n}\t{raw}"),
    "(n) wrapped": _each(lambda n, raw: _wrapped(raw, f"({n}) ")),
    "n wrapped": _each(lambda n, raw: _wrapped(raw, f"{n} ")),
    "raised n": _each(lambda n, raw: _wrapped(raw, str(n).translate(_SUPERSCRIPTS))),
    "bullets": _each(lambda _, raw: f"- {raw}"),
    "a line": _each(lambda _, raw: raw),
    "a line, gaps": _each(lambda _, raw: raw, "\n\n"),
    "wrapped, gaps": _each(lambda _, raw: _wrapped(raw), "\n\n"),
    "hanging": _each(lambda _, raw: _wrapped(raw, "", "    ")),
    "first indented": _each(lambda _, raw: _wrapped(raw, "    ")),
    "wrapped at 80": _each(lambda _, raw: _wrapped(raw)),
    "wrapped at 45": _each(lambda _, raw: _wrapped(raw, width=45)),
}


def main(seed: int = 1) -> int:
    """Print the tables."""
    if not TRAINING.is_dir():
        print(f"{TRAINING} is not here: nothing to measure")
        return 0
    _splitting(random.Random(seed))  # noqa: S311  # a sample that comes again
    _curve()
    _memory()
    return 0


def _splitting(chance: random.Random) -> None:
    front = (DATA / "front.txt").read_text("utf-8")
    tail = (DATA / "tail.txt").read_text("utf-8")
    frames = {
        "bare": "{}\n", "headed": f"{front}\nReferences\n\n{{}}\n\n{tail}",
        "no heading": f"{front}\n\n{{}}\n\n{tail}",
    }  # fmt: skip
    print("| layout | " + " | ".join(FILES) + " |")
    raws = {name: _strings(name) for name in FILES}
    for layout, form in LAYOUTS.items():
        cells: list[str] = []
        for name in FILES:
            counts = Counter[str]()
            for frame in (frame for frame in frames.values() for _ in range(LISTS)):
                sample = sorted(chance.sample(raws[name], REFERENCES))
                counts.update(_outcome(sample, frame.replace("{}", form(sample))))
            cells.append(f"{_share(counts, 'asked')}/{_share(counts, 'given')}")
        print(f"| {layout} | " + " | ".join(cells) + " |", flush=True)


def _strings(name: str) -> list[str]:
    """Strings that begin as a reference does; a number in front would number the list."""
    lines = (TRAINING / f"{name}.jsonl").read_text("utf-8").splitlines()
    found = (" ".join(str(json.loads(line)["raw"]).split()) for line in lines)
    return sorted({raw for raw in found if raw[:1].isalpha()})


def _outcome(sample: Sequence[str], text: str) -> Counter[str]:
    given = [
        _plain(piece.raw)
        for region in regions(text)
        for piece in region.pieces()
        if isinstance(piece, Item)
    ]
    right = (Counter(map(_plain, sample)) & Counter(given)).total()
    return Counter(right=right, asked=len(sample), given=len(given))


def _share(counts: Counter[str], of: str) -> str:
    return f"{counts['right'] / max(1, counts[of]):.2f}"


def _plain(text: str) -> str:
    """Without blanks and hyphens, which a margin may swallow."""
    return "".join(text.split()).replace("-", "")


def _curve() -> None:
    print("\n| hopeless text | characters | seconds at once, twice, four and eight times that |")
    for name, part in HOPELESS.items():
        seconds: list[str] = []
        for times in (1, 2, 4, 8):
            text = part * (50_000 * times // len(part))
            start = time.process_time()
            for region in regions(text):
                sum(1 for _ in region.pieces())
            seconds.append(f"{time.process_time() - start:.2f}")
        print(f"| {name} | 50,000 | {' '.join(seconds)} |", flush=True)


def _memory() -> None:
    """Most memory of `ifnlit parse --format jsonl` on lists of two lengths, on Unix."""
    print("\n| references | options | MB at most |")
    strings = _strings("plos")
    program = (
        "import resource, sys\nfrom ifnlit.cli.main import main\nmain(sys.argv[1:])\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr)"
    )
    with tempfile.TemporaryDirectory() as folder:
        for count in (1_000, 10_000):
            path = Path(folder) / f"{count}.txt"
            path.write_text("\n".join(strings[n % len(strings)] for n in range(count)), "utf-8")
            for options in ([], ["--lines"]):
                words = ["parse", str(path), "--engine", "grammar", "--format", "jsonl", *options]
                run = subprocess.run(
                    [sys.executable, "-c", program, *words, "-o", str(Path(folder) / "out")],
                    check=True,
                    capture_output=True,
                    text=True,
                )
                print(f"| {count} | {' '.join(options) or '-'} | {run.stderr.split()[-1]} |")


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
