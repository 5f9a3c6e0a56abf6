"""What users put into their CI, as far as a machine without those services can try it."""

# ruff: noqa: S603, S607  # the programs under test, and bash

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest
import yaml

from ifnlit.report import RENDERERS

ROOT = Path(__file__).parent.parent.parent
ACTION = ROOT / "action.yml"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
GITLAB = ROOT / "docs" / "gitlab-ci.example.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
PROGRAM = Path(sys.executable).parent / "ifnlit"
WRONG = """\
references:
  - id: xu2109
    type: article-journal
    title: On mice
    author: [{family: Xu, given: K.}]
    container-title: J Virol
    issued: "2109"
"""


def document(path: Path) -> Any:  # noqa: ANN401  # YAML of any shape
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("github-actions", ACTION),
        ("gitlab-ci", GITLAB),
        *(("github-workflows", path) for path in WORKFLOWS),
    ],
    ids=lambda it: it.name if isinstance(it, Path) else it,
)
def test_a_file_for_a_ci_service_is_what_its_schema_asks_for(schema: str, path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", path],
        check=False,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("path", [ACTION, *WORKFLOWS], ids=lambda path: path.name)
def test_every_action_that_is_used_is_pinned_to_a_commit(path: Path) -> None:
    used = re.findall(r"uses: (\S+)(.*)", path.read_text(encoding="utf-8"))
    assert used or path.name != "ci.yml"
    for name, comment in used:
        if not name.startswith("./"):
            assert re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", name), name
            assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), name


@pytest.mark.parametrize("path", [ACTION, *WORKFLOWS], ids=lambda path: path.name)
def test_no_script_has_an_input_as_part_of_its_text(path: Path) -> None:
    for script in scripts(document(path)):
        assert "${{" not in script


def scripts(part: Any) -> list[str]:  # noqa: ANN401  # YAML of any shape
    """Every `run` of a workflow or an action."""
    if isinstance(part, dict):
        held = cast("dict[str, Any]", part)
        own = [held["run"]] if isinstance(held.get("run"), str) else []
        return own + [it for value in held.values() for it in scripts(value)]
    entries = list(cast("list[object]", part)) if isinstance(part, list) else []
    return [it for value in entries for it in scripts(value)]


@pytest.mark.parametrize("path", [ACTION, *WORKFLOWS], ids=lambda path: path.name)
def test_every_script_is_good_bash(path: Path) -> None:
    for script in scripts(document(path)):
        run = subprocess.run(["bash", "-n"], input=script, check=False, text=True)
        assert run.returncode == 0


def act(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the steps of the action as GitHub does, with a stand-in for `python -m pip`."""
    action = document(ACTION)
    given = {name: str(it["default"]) for name, it in action["inputs"].items()} | {
        name.replace("_", "-"): value for name, value in inputs.items()
    }
    tools = folder / "tools"
    tools.mkdir(exist_ok=True)
    (tools / "python").write_text('#!/bin/sh\necho "$@" >> "$(dirname "$0")/installed"\n')
    (tools / "python").chmod(0o755)
    (tools / "ifnlit").unlink(missing_ok=True)
    (tools / "ifnlit").symlink_to(PROGRAM)
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("COVERAGE")},
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(folder),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
    }
    told = ""
    for step in action["runs"]["steps"]:
        if "run" not in step:
            continue
        own = {name: _filled(value, given) for name, value in step.get("env", {}).items()}
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            check=False,
            capture_output=True,
            text=True,
            cwd=folder,
            env={**environment, **own},
        )
        told += run.stdout + run.stderr
        if run.returncode:
            return subprocess.CompletedProcess([], run.returncode, told)
    return subprocess.CompletedProcess([], 0, told)


def _filled(value: str, inputs: dict[str, str]) -> str:
    """An expression of the action as GitHub fills it in."""
    if value == "${{ github.action_path }}":
        return str(ROOT)
    found = re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)
    assert found is not None, value
    return inputs[found[1]]


def test_the_action_installs_itself_and_annotates_the_line(tmp_path: Path) -> None:
    (tmp_path / "refs.yaml").write_text(WRONG)
    run = act(tmp_path, library="refs.yaml", command="lint", sarif="out.sarif")
    assert run.returncode == 1, run.stdout
    assert "::error file=refs.yaml,line=7,col=14,endColumn=18,title=future-year::" in run.stdout
    installed = (tmp_path / "tools" / "installed").read_text()
    assert installed == f"-m pip install --quiet --disable-pip-version-check {ROOT}\n"
    assert (tmp_path / "output").read_text() == "exit-code=1\n"
    assert "future&#45;year" in (tmp_path / "summary.md").read_text().replace("-", "&#45;")
    assert (tmp_path / "out.sarif").exists()


def test_the_action_lets_pass_what_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "refs.yaml").write_text(WRONG)
    run = act(tmp_path, library="refs.yaml", command="lint", ignore="future-year")
    assert run.returncode == 0
    run = act(tmp_path, library="refs.yaml", command="lint", select="missing-", fail_on="info")
    assert run.returncode == 0


def test_the_action_checks_against_the_lock_without_network(tmp_path: Path) -> None:
    (tmp_path / "refs.yaml").write_text(WRONG.replace("2109", "2019"))
    run = act(tmp_path, library="refs.yaml", locked="true")
    assert run.returncode == 3  # there is no evidence, and that is no outage
    assert "exit-code=3" in (tmp_path / "output").read_text()


def test_an_input_of_the_action_is_no_code(tmp_path: Path) -> None:
    run = act(tmp_path, command="lint; touch pwned")
    assert run.returncode == 2
    run = act(tmp_path, command="lint", library="$(touch pwned)", select="`touch pwned`")
    assert run.returncode == 2
    assert not (tmp_path / "pwned").exists()


def test_every_input_of_the_action_is_used_and_described() -> None:
    action = document(ACTION)
    text = ACTION.read_text(encoding="utf-8")
    for name, it in action["inputs"].items():
        assert it["description"].endswith(".")
        assert f"inputs.{name} " in text


def test_hooks_are_commands_that_exist_and_take_the_files_given(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title = {On mice}}")
    (tmp_path / "refs.yaml").write_text(WRONG)
    for hook in document(HOOKS):
        assert set(hook) >= {"id", "name", "entry", "language", "files"}
        re.compile(hook["files"])
        files = ["a.bib", "refs.yaml"] if hook.get("pass_filenames", True) else []
        found = [name for name in files if re.search(hook["files"], name)]
        assert found == files
        program, *words = hook["entry"].split()
        assert program == "ifnlit"
        run = subprocess.run(
            [PROGRAM, *words, *found], check=False, capture_output=True, text=True, cwd=tmp_path
        )
        assert run.returncode == (1 if files else 3), run.stderr


def test_the_example_for_gitlab_runs_the_command_that_writes_its_report(tmp_path: Path) -> None:
    job = document(GITLAB)["references"]
    report = job["artifacts"]["reports"]["codequality"]
    command = job["script"][-1]
    assert command.startswith("ifnlit check ")
    assert command.endswith(f"--output {report}")
    (tmp_path / "refs.yaml").write_text(WRONG)
    words = command.removeprefix("ifnlit ").replace("check", "check --locked").split()
    run = subprocess.run(
        [PROGRAM, "-L", "refs.yaml", *words], check=False, capture_output=True, cwd=tmp_path
    )
    assert run.returncode == 1
    assert (tmp_path / report).read_text().startswith("[\n")


def test_the_workflows_check_on_each_push_and_ask_again_every_week() -> None:
    ci, refresh = (
        document(ROOT / ".github" / "workflows" / f"{it}.yml") for it in ("ci", "refresh")
    )
    assert "make check" in scripts(ci)
    step = ci["jobs"]["references"]["steps"][-1]
    assert (step["uses"], step["with"]) == ("./", {"locked": "true"})
    assert "refs.lock.json" in step["if"]
    assert refresh[True]["schedule"]  # YAML 1.1 reads the key "on" as true
    text = "\n".join(scripts(refresh))
    assert "ifnlit check --refresh" in text
    assert "gh pr create" in text
    for workflow in (ci, refresh):
        assert workflow["permissions"] == {"contents": "read"}


def test_the_manual_names_every_format_input_and_hook() -> None:
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    hooks = [hook["id"] for hook in document(HOOKS)]
    for name in (*RENDERERS, *document(ACTION)["inputs"], *hooks):
        assert name in text, name
