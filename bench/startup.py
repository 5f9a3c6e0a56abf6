"""Start-up: CPU time of an installed wheel's commands against `python -c pass`, interleaved."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from scripts.smoke import installed

ROUNDS = 31
GOALS = {
    "--version": 4.5,
    "--help": 4.5,
    "export --help": 4.5,
    "export --format bib": 5.0,
    "-L refs/refs.yaml export --format bib": 6.5,
    "check --locked": 6.0,
}
# Everything runs from /, where no ifnlit.toml is near: with the packaged library.
ROOT = Path(__file__).parent.parent


def seconds(command: list[str]) -> float:
    """User and system time that one run of a command takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, capture_output=True, cwd="/")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Print the median ratio of each command."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        program = installed(Path(folder))
        bare = [str(program.parent / "python"), "-c", "pass"]
        click = [str(program.parent / "python"), "-c", "import click"]
        commands = {"import click": click} | {
            name: [str(program), *name.replace("refs/", f"{ROOT}/refs/").split()] for name in GOALS
        }
        times: dict[str, list[float]] = {name: [] for name in ["python -c pass", *commands]}
        for _ in range(ROUNDS):
            times["python -c pass"].append(seconds(bare))
            for name, command in commands.items():
                times[name].append(seconds(command))
    base = statistics.median(times["python -c pass"])
    print(f"python -c pass: {base * 1000:.1f} ms CPU, median of {ROUNDS}")
    for name in commands:
        ratio = statistics.median(times[name]) / base
        goal = f"  goal {GOALS[name]}" if name in GOALS else ""
        print(f"{ratio:5.2f} x  {name}{goal}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
