"""Every command that the README shows is run, and what it prints is compared.

A `console` block is a conversation: `$` begins a command, the lines under it are its output, a
line `...` stands for any number of lines, and `...` in a line for any text. `<!-- exits: 1 -->`
before a block says with which code its last command ends. Commands run in a folder with the
library of this repository and the files of tests/readme/.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from ifnlit.cli.group import COMMANDS
from ifnlit.formats import FORMATS
from scripts.demo_check import demo
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"(?:<!-- exits: (\d+) -->\n)?```console\n(.*?)```", re.DOTALL)
# Set-up that a reader runs once; it is not repeated for every test run.
_SET_UP = ("git clone ", "cd ", "pip install ", "pipx install ", "source ")


@dataclass(frozen=True)
class Step:
    """One command of a block with the output shown under it."""

    command: str
    shown: tuple[str, ...]
    code: int


def conversations() -> list[list[Step]]:
    """The steps of each block of the README."""
    found: list[list[Step]] = []
    for code, text in _BLOCK.findall(README):
        steps: list[Step] = []
        for part in re.split(r"(?m)^\$ ", text)[1:]:
            command, *shown = part.rstrip("\n").split("\n")
            steps.append(Step(command, tuple(shown), 0))
        steps[-1] = Step(steps[-1].command, steps[-1].shown, int(code or 0))
        found.append(steps)
    return found


CONVERSATIONS = conversations()


@pytest.fixture(scope="module")
def world() -> Iterator[dict[str, str]]:
    """The variables that lead to a made-up Crossref and its neighbours on this machine."""
    with demo() as made:
        yield {
            **made.environment,
            "IFNLIT_MAILTO": "reader@example.org",
            "IFNLIT_ZOTERO_URL": "http://127.0.0.1:9",  # where nothing ever runs
        }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder as the README supposes it: the library, and the files it speaks of."""
    here = tmp_path / "here"
    shutil.copytree(ROOT / "tests" / "readme", here)
    shutil.copytree(ROOT / "refs", here / "refs")
    shutil.copy(ROOT / "ifnlit.toml", here)
    return here


@pytest.mark.parametrize("steps", CONVERSATIONS, ids=range(len(CONVERSATIONS)))
def test_what_the_readme_shows_is_what_happens(
    steps: list[Step], folder: Path, world: dict[str, str]
) -> None:
    for step in steps:
        if step.command.startswith(_SET_UP):
            continue
        if step.command.startswith("make "):
            target = step.command.split()[1]
            assert re.search(rf"(?m)^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"))
            continue
        run = ran(step.command, folder, world)
        assert run.returncode == step.code, run.stderr
        if step.shown:
            assert re.fullmatch(pattern(step.shown), run.stdout + run.stderr), (
                run.stdout + run.stderr
            )


def ran(command: str, folder: Path, world: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run one command line; `> file` at its end is the only thing of a shell that is known."""
    command, _, target = command.partition(" > ")
    words = shlex.split(command, comments=True)
    assert words[0] == "ifnlit", f"the README shows a command that is not tested: {command}"
    run = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "ifnlit", *words[1:]],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": "100"} | world,
    )
    if target:
        (folder / target.strip()).write_text(run.stdout, encoding="utf-8")
        run.stdout = ""
    return run


def pattern(shown: tuple[str, ...]) -> str:
    """A regular expression for the output shown, blanks at line ends apart."""
    return "".join(
        "(?:.*\\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + " *\\n"
        for line in shown
    )


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_has_its_place_in_the_readme(name: str) -> None:
    assert f"ifnlit {name}" in README


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_is_named_in_the_readme(name: str) -> None:
    assert f"`{name}`" in README


def test_the_two_commands_of_a_fresh_machine_come_first() -> None:
    assert README.index("make export") < README.index("make test") < 3000
