"""Lint of 10,000 records: how long `ifnlit lint` and `ifnlit check --locked` take on them.

The records are made from the packaged ones, with titles, names, years and keys of their own, so
that no rule finds thousands of duplicates; half of them carry their printed text.
"""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ifnlit.app.export import export
from ifnlit.formats.format import Flavour
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.store.library import packaged

if TYPE_CHECKING:
    from ifnlit.model.reference import Reference

RECORDS = 10_000
GOAL = 5.0  # seconds, for `check --locked`
ROUNDS = 2
PROGRAM = Path(sys.executable).parent / "ifnlit"


def main() -> int:
    """Print the best of a few rounds; 1 when a goal is missed."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for form, ending in (("csl-yaml", "yaml"), ("bib", "bib"), ("csl-json", "json")):
            path = Path(folder) / f"refs.{ending}"
            path.write_text(export(records(), form, Flavour()), encoding="utf-8")
            for words in (["lint"], ["check", "--locked"]):
                best = min(seconds([*words, "--format", "concise"], path) for _ in range(ROUNDS))
                goal = f"  goal {GOAL}" if words[0] == "check" and form == "csl-yaml" else ""
                missed += bool(goal) and best > GOAL
                print(f"{best:5.2f} s  {' '.join(words):16} {RECORDS} records, {form}{goal}")
    return 1 if missed else 0


def seconds(words: list[str], path: Path) -> float:
    """Processor time of one run: what it takes on a machine that does nothing else."""
    environment = {**os.environ, "IFNLIT_CACHE": str(path.parent)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([PROGRAM, "-L", path, *words], check=False, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def records() -> list[Reference]:
    """The same 10,000 references each time."""
    chance = random.Random(20)  # noqa: S311  # no secret, the same each time
    some = packaged().references
    words = sorted({word for one in some for word in one.title.split() if word.isalpha()})
    names = sorted({name.family for one in some for name in one.author if name.family})
    return [_record(at, some[at % len(some)], words, names, chance) for at in range(RECORDS)]


def _record(
    at: int, one: Reference, words: list[str], names: list[str], chance: random.Random
) -> Reference:
    title = " ".join(chance.choices(words, k=len(one.title.split()))).capitalize()
    author = tuple(Name(chance.choice(names), name.given) for name in one.author)
    origin = replace(one.origin, n=at // 2 + 1) if one.origin and at % 2 else None
    return replace(
        one,
        id=f"record{at}",
        title=title,
        author=author,
        issued=Date(chance.randint(1990, 2023)),
        container_title=f"Journal of {chance.choice(words).capitalize()} {at % 500}",
        page=f"{at % 900 + 1}-{at % 900 + 9}" if one.page else "",
        doi=f"10.5555/{at}",
        origin=origin,
    )


if __name__ == "__main__":
    sys.exit(main())
