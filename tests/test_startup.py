"""What a command may import: start-up is a feature, and an import is never free.

Each command runs in a fresh process that says which modules it loaded. Time itself is noisy and is
measured by `make bench`.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

# Never needed to answer at once; each costs more than the command itself.
HEAVY = {
    "bibtexparser", "bs4", "charset_normalizer", "citeproc", "docx", "importlib.metadata",
    "logging", "pathlib", "pdfminer", "platformdirs", "pycrfsuite", "pypandoc", "rapidfuzz",
    "requests", "rich", "subprocess", "tenacity", "yaml",
}  # fmt: skip
ALLOWED: dict[str, set[str]] = {
    "--version": set(),
    "--help": set(),
    "export --help": set(),
    "export --format bib": set(),
    "export --format biblatex": set(),
    "export --format ris": set(),
    "export --format csl-json": set(),
    "export --format csl-yaml": set(),
    f"-L {ROOT}/refs/refs.yaml export --format bib": {"yaml"},
    "list": set(),
    "show 8": set(),
    "config": set(),
}
# Measuring coverage would load modules of its own into the process.
PLAIN = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
SCRIPT = """
import sys
from ifnlit.cli.main import main
code = main({arguments!r})
sys.stderr.write("\\n" + " ".join(sys.modules))
sys.exit(code)
"""


@pytest.mark.parametrize("command", ALLOWED)
def test_a_command_imports_nothing_heavy(command: str) -> None:
    run = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", SCRIPT.format(arguments=command.split())],
        capture_output=True,
        text=True,
        check=False,
        env=PLAIN,
        cwd="/",  # where no ifnlit.toml is near: the packaged library
    )
    assert run.returncode == 0, run.stderr
    loaded = set(run.stderr.splitlines()[-1].split())
    assert loaded & HEAVY <= ALLOWED[command]


def test_a_command_imports_no_other_command() -> None:
    run = subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", SCRIPT.format(arguments=["export", "--format", "bib"])],
        capture_output=True,
        text=True,
        check=False,
        env=PLAIN,
        cwd="/",
    )
    loaded = run.stderr.splitlines()[-1].split()
    commands = [name for name in loaded if name.startswith("ifnlit.cli.commands.")]
    formats = [name for name in loaded if name.startswith("ifnlit.formats.ris")]
    assert commands == ["ifnlit.cli.commands.export"]
    assert formats == []
