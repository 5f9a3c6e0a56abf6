"""Exit codes mean what they say, and every fault is told in one clear line."""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest

from ifnlit import __version__
from ifnlit.cli import main as program
from ifnlit.cli.emit import emit
from ifnlit.errors import IfnlitError
from ifnlit.model.finding import Place

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_the_version_is_one_line(run: Run) -> None:
    found = run("--version")
    assert (found.code, found.out, found.err) == (0, f"ifnlit {__version__}\n", "")


def test_help_lists_every_command_and_the_exit_codes(run: Run) -> None:
    found = run("--help")
    assert found.code == 0
    for word in ("export", "parse", "list", "show", "config", "completion", "Exit codes: 0 ok"):
        assert word in found.out


def test_no_command_at_all_shows_the_help(run: Run) -> None:
    found = run()
    assert found.code == 2
    assert "Commands" in found.out + found.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("exprot",), 'no command is named "exprot"; did you mean "export"?'),
        (("export", "--format", "bibb"), 'no format is named "bibb"; did you mean "bib"?'),
        (("export", "--for", "zotera"), 'no consumer is named "zotera"; did you mean "zotero"?'),
        (("export", "--nonsense"), "No such option"),
        (("--nonsense",), "No such option"),
        (("show",), "no KEY is given; see ifnlit list"),
        (("show", "lan2019regulatio"), 'did you mean "lan2019regulation"?'),
        (("completion", "tcsh"), 'no shell is named "tcsh"'),
        (("-L", "missing.yaml", "list"), 'no such library: "missing.yaml" (from -L)'),
    ],
)
def test_a_wrong_call_is_answered_with_what_was_meant(
    arguments: tuple[str, ...], told: str, run: Run
) -> None:
    found = run(*arguments)
    assert found.code == 2
    assert told in found.err
    assert found.out == ""
    assert "Traceback" not in found.err


def test_all_faults_of_a_library_are_told_with_their_places(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_text("- id: a\n  issued: 2019-13\n- title: T\n", encoding="utf-8")
    found = run("-L", "my.yaml", "list")
    assert found.code == 2
    first, second = found.err.splitlines()
    assert first.startswith("my.yaml:2:11: no such month: 13")
    assert second.startswith("my.yaml:3:3: a reference without id")


def _raising(error: BaseException) -> object:
    def fails(*_: object, **__: object) -> None:
        raise error

    return fails


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (IfnlitError("no", place=Place("a.yaml", 3), hint="do"), 2, "a.yaml:3: no; do\n"),
        (KeyboardInterrupt(), 130, "interrupted"),
        (click.Abort(), 130, "interrupted"),
        (BrokenPipeError(), 0, ""),
        (OSError(28, "No space left", "x"), 2, 'refused to go on: No space left: "x"'),
        (RuntimeError("\x1b[31mboom"), 4, "a bug in ifnlit"),
    ],
)
def test_every_end_has_its_code(
    error: BaseException, code: int, told: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program.ifnlit, "main", _raising(error))
    found = run("list")
    assert found.code == code
    assert told in found.err
    assert "\x1b" not in found.err
    assert "Traceback" not in found.err


def test_a_bug_shows_its_traceback_when_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program.ifnlit, "main", _raising(RuntimeError("boom")))
    monkeypatch.setenv("IFNLIT_DEBUG", "1")
    found = run("list")
    assert found.code == 4
    assert "Traceback" in found.err
    assert "CONTRIBUTING.md" in found.err


def test_the_script_exits_with_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["ifnlit", "exprot"])
    with pytest.raises(SystemExit) as caught:
        program.script()
    assert caught.value.code == 2


def _shell(words: str) -> subprocess.CompletedProcess[bytes]:
    """A line of the shell in which IFNLIT is the program; its folder is the project's."""
    line = words.replace("IFNLIT", f"{shlex.quote(sys.executable)} -m ifnlit")
    return subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False)  # noqa: S603  # ours


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("IFNLIT list > /dev/full", 2, b"standard output cannot be written: No space"),
        ("IFNLIT list >&-", 2, b"standard output cannot be written: it is closed"),
        ("IFNLIT --help >&-", 2, b"standard output is closed"),
        ("IFNLIT parse <&-", 2, b"the list is empty"),
        ("IFNLIT show nosuch 2>&-", 2, b""),
        ("IFNLIT show nosuch 2> /dev/full", 2, b""),
    ],
)
def test_closed_and_full_streams_are_told_as_far_as_can_be(
    words: str, code: int, told: bytes
) -> None:
    found = _shell(words)
    assert found.returncode == code
    assert told in found.stderr
    assert b"a bug" not in found.stderr


def test_a_device_or_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found = _shell(f"cat {pipe} & IFNLIT export -o {pipe}; wait")
    assert found.stdout.count(b"\n@") == 23
    assert pipe.is_fifo()
    assert _shell("IFNLIT export -o /dev/stdout | cat").stdout == found.stdout
    assert _shell("IFNLIT export -o /dev/full").returncode == 2


def test_output_goes_into_a_file_whole(run: Run, tmp_path: Path) -> None:
    found = run("export", "-o", "refs.bib")
    assert (found.code, found.out) == (0, "")
    assert (tmp_path / "refs.bib").read_text(encoding="utf-8").count("\n@") == 23


def test_a_file_that_cannot_be_written_is_told(run: Run) -> None:
    found = run("export", "-o", "no/such/folder/refs.bib")
    assert found.code == 2
    assert "cannot be written" in found.err


def test_a_text_stream_takes_the_data_too(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    emit("α\r\n")
    assert stream.getvalue() == "α\r\n"


def test_a_closed_pipe_is_no_fault() -> None:
    """As `ifnlit export | head -1` does it: the reader goes away before all is written."""
    reading, writing = os.pipe()
    os.close(reading)
    child = os.fork()
    if child == 0:  # in a process of its own: standard output is taken away for good
        os.dup2(writing, 1)
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  # a descriptor
        try:
            emit("x" * 1_000_000)
            emit("and more")
        except BaseException:  # noqa: BLE001  # only the exit status leaves the child
            os._exit(1)
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("-L", "my.yaml", "show", "a"),
        ("show", "-L", "my.yaml", "a"),
        ("show", "a", "--library=my.yaml"),
        ("show", "a", "--library", "my.yaml"),
        ("-L", "my.yaml", "show", "--", "a"),
    ],
)
def test_the_library_may_be_named_before_or_behind_the_command(
    arguments: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "my.yaml").write_text("- id: a\n  title: T\n", encoding="utf-8")
    found = run(*arguments)
    assert (found.code, found.err) == (0, "")


def test_a_library_option_without_a_path_is_told(run: Run) -> None:
    found = run("list", "-L")
    assert found.code == 2
    assert "-L needs a path; name a library's file" in found.err


@pytest.mark.parametrize(("columns", "widest"), [("60", 58), ("200", 98), ("", 78), ("20", 50)])
def test_help_fits_the_terminal(
    columns: str, widest: int, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("parse", "--help").out.splitlines()
    assert widest - 12 <= max(map(len, lines)) <= widest
