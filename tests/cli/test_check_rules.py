"""`ifnlit check` as the one command of a CI file: rules, formats, baseline and fixes with it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

LIBRARY = """\
references:
  - id: xu2109
    type: article-journal
    title: "On  mice"
    author: [{family: Xu, given: K.}]
    container-title: J Virol
    issued: "2109"
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "refs.yaml"
    path.write_text(LIBRARY, encoding="utf-8")
    return path


def test_the_rules_of_the_library_run_with_the_evidence(run: Run, library: Path) -> None:
    found = run("-L", str(library), "check", "--locked", "--json")
    assert found.code == 1
    (entry,) = json.loads(found.out)["entries"]
    rules = [it["rule"] for it in entry["findings"]]
    assert "future-year" in rules
    assert json.loads(found.out)["summary"]["exit"] == 1


def test_findings_on_the_list_stand_in_the_summary(run: Run) -> None:
    found = json.loads(run("check", "--locked", "--json").out)
    assert "doi-absent" in {it["rule"] for it in found["summary"]["list"]}


def test_the_table_tells_what_matters_and_leaves_advice_to_lint(run: Run, library: Path) -> None:
    text = run("-L", str(library), "check", "--locked").out
    assert "[future-year]" in text
    assert "double-space" not in text


@pytest.mark.parametrize("name", ["concise", "github", "sarif", "junit", "markdown"])
def test_every_format_of_lint_is_one_of_check(run: Run, library: Path, name: str) -> None:
    found = run("-L", str(library), "check", "--locked", "-f", name)
    assert found.code == 1
    assert "future-year" in found.out.replace("&#45;", "-")


def test_without_the_rule_there_is_only_the_evidence_that_is_missing(
    run: Run, library: Path
) -> None:
    found = run("-L", str(library), "check", "--locked", "--ignore", "future-year")
    assert found.code == 3
    assert "1 reference is unchecked" in found.err
    assert "commit refs.lock.json" in found.err


def test_a_baseline_is_written_of_both(run: Run, library: Path) -> None:
    options = ("-L", str(library), "check", "--locked", "--baseline", "old.json")
    assert run(*options, "--write-baseline").code == 0
    text = (library.parent / "old.json").read_text()
    assert '"future-year"' in text
    assert '"doi-unchecked"' in text
    assert run(*options).code == 3  # what is unchecked is no finding that could be let pass


def test_fixes_are_shown_and_made_before_the_check(run: Run, library: Path) -> None:
    found = run("-L", str(library), "check", "--locked", "--diff")
    assert '+    title: "On mice"' in found.out
    assert library.read_text() == LIBRARY
    run("-L", str(library), "check", "--locked", "--fix")
    assert library.read_text() == LIBRARY.replace("On  mice", "On mice")
