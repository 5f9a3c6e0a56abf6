"""`ifnlit cite` and `ifnlit export --style`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_one_reference_is_printed_in_a_style(run: Run) -> None:
    found = run("cite", "18", "--style", "apa")
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("Zhang, C. Y. (2018). Meta-analysis")


def test_a_key_is_asked_for(run: Run) -> None:
    found = run("cite")
    assert found.code == 2
    assert "no KEY is given; ifnlit export --format text --style is for all" in found.err


def test_the_whole_list_is_exported_in_a_style(run: Run) -> None:
    found = run("export", "--format", "text", "--style", "vancouver")
    assert found.code == 0
    assert len(found.out.splitlines()) == 24


def test_a_word_document_goes_into_a_file(run: Run, tmp_path: Path) -> None:
    found = run("export", "1", "--format", "docx", "--style", "nature", "-o", "list.docx")
    assert (found.code, found.out) == (0, "")
    assert (tmp_path / "list.docx").read_bytes().startswith(b"PK")


def test_a_layout_without_a_style_is_told(run: Run) -> None:
    found = run("export", "--format", "docx")
    assert found.code == 2
    assert "--format docx needs --style" in found.err


@pytest.mark.parametrize("option", ["--check", "--strict"])
def test_losses_are_not_told_of_a_formatted_list(run: Run, option: str) -> None:
    found = run("export", "--format", "text", "--style", "apa", option)
    assert (found.code, found.out) == (2, "")
    assert "--check and --strict go without --style" in found.err
