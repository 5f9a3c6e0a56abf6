"""A change of a file as a unified diff."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from ifnlit.report.difference import difference

if TYPE_CHECKING:
    from pathlib import Path


def test_no_change_has_no_diff() -> None:
    assert difference("a\n", "a\n", "x") == ""


def test_both_sides_are_named_after_the_file() -> None:
    assert difference("a\n", "b\n", "refs.bib").split("\n")[:2] == [
        "--- a/refs.bib",
        "+++ b/refs.bib",
    ]


def test_a_path_from_the_root_is_one_that_git_takes() -> None:
    assert difference("a\n", "b\n", "/home/refs.bib").startswith("--- a/home/refs.bib\n")


def test_a_last_line_without_a_line_feed_is_told() -> None:
    assert difference("a", "a\n", "x").endswith("-a\n\\ No newline at end of file\n+a\n")


def test_control_characters_are_made_visible() -> None:
    assert "\x1b" not in difference("a\n", "\x1b[2J\n", "x")


def test_a_separator_inside_a_line_ends_none() -> None:
    assert difference("a\u2028b\n", "a\u2028c\n", "x").endswith("-a\u2028b\n+a\u2028c\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"),
        ("a\nb", "a\nB"),
        ("a\nb\n", "a\nb"),
        ("", "a\n"),
        ("a\n", ""),
    ],
)
def test_patch_makes_the_change(tmp_path: Path, before: str, after: str) -> None:
    patch = shutil.which("patch")
    if patch is None:
        pytest.skip("there is no patch here")
    (tmp_path / "x").write_bytes(before.encode())
    (tmp_path / "d").write_bytes(difference(before, after, "x").encode())
    command = [patch, "--binary", "-s", "-p1", "x", "d"]
    subprocess.run(command, cwd=tmp_path, check=True)  # noqa: S603  # of this test, found by which
    assert (tmp_path / "x").read_bytes() == after.encode() if after else True
