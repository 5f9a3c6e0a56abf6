"""Running the program as its user does, in this process."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import pytest

from ifnlit.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Outcome:
    """What one run gave."""

    code: int
    out: str
    err: str


class Run(Protocol):
    def __call__(self, *arguments: str) -> Outcome: ...


@pytest.fixture
def run(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Run:
    """Runs `ifnlit` with arguments from an empty folder."""
    monkeypatch.chdir(tmp_path)

    def runs(*arguments: str) -> Outcome:
        capfdbinary.readouterr()
        code = main(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
        found = capfdbinary.readouterr()
        return Outcome(code, found.out.decode(), found.err.decode())

    return runs


@pytest.fixture
def terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output says that it is a terminal of 90 columns."""
    del run  # it puts standard output in place first
    monkeypatch.setattr(sys.stdout.__class__, "isatty", _yes)
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((90, 30)))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "90")


def _yes(_: object) -> bool:
    return True
