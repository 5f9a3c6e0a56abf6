"""`ifnlit init` makes a library of any document, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ifnlit.app.drift import drift
from ifnlit.store.library import Location, load

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
PRINTED = ROOT / "refs" / "references.txt"
APA = (ROOT / "tests" / "parse" / "data" / "apa.txt").read_text("utf-8")
FRONT = (ROOT / "tests" / "parse" / "data" / "front.txt").read_text("utf-8")
BIB = "@article{smith2019,\n  author = {Smith, J.},\n  title = {A title},\n  year = {2019}\n}\n"


def test_a_printed_list_becomes_a_library(run: Run, tmp_path: Path) -> None:
    found = run("init", str(PRINTED), "--engine", "grammar")
    assert found.code == 0
    assert found.out.split() == ["ifnlit.toml", "refs/refs.yaml", "refs/references.txt"]
    assert "24 references are in refs/refs.yaml" in found.err
    assert (tmp_path / "refs" / "references.txt").read_bytes() == PRINTED.read_bytes()
    assert run("list").out.splitlines()[0].startswith(" 1  sung2021global")


def test_the_library_is_what_the_parser_gives(run: Run, tmp_path: Path) -> None:
    for text in (PRINTED.read_text("utf-8"), APA):
        (tmp_path / "list.txt").write_text(text, "utf-8")
        assert run("init", "list.txt", "--engine", "grammar", "--force").code == 0
        library = load(Location(str(tmp_path / "refs" / "refs.yaml")))
        assert (
            list(
                drift(library.references, (tmp_path / "refs" / "references.txt").read_text("utf-8"))
            )
            == []
        )


def test_the_list_of_a_paper_is_cut_out_as_printed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text(
        f"{FRONT}\n# References\n\n{APA}\n# Thanks\n\nWe thank.\n", "utf-8"
    )
    found = run("init", "paper.txt", "-o", "new/review", "--engine", "grammar")
    assert found.code == 0
    assert 'under "References" of paper.txt' in found.err
    assert (tmp_path / "new" / "review" / "refs" / "references.txt").read_text("utf-8") == APA
    assert 'source = "paper.txt"' in (tmp_path / "new" / "review" / "ifnlit.toml").read_text(
        "utf-8"
    )


def test_page_numbers_are_no_part_of_the_printed_list(run: Run, tmp_path: Path) -> None:
    lines = PRINTED.read_text("utf-8").splitlines()
    (tmp_path / "list.txt").write_text("\n".join([*lines[:5], "97", *lines[5:]]), "utf-8")
    assert run("init", "list.txt", "--engine", "grammar").code == 0
    printed = (tmp_path / "refs" / "references.txt").read_text("utf-8")
    assert printed.split() == PRINTED.read_text("utf-8").split()


def test_a_list_of_a_web_page_is_written_one_a_paragraph(run: Run, tmp_path: Path) -> None:
    listed = "".join(f"<li>{raw}</li>" for raw in APA.replace("&", "&amp;").splitlines())
    (tmp_path / "x.html").write_text(f"<h2>References</h2><ol>{listed}</ol>", "utf-8")
    assert run("init", "x.html", "--engine", "grammar").code == 0
    printed = (tmp_path / "refs" / "references.txt").read_text("utf-8")
    assert printed.startswith("[1] American")
    assert printed.count("\n\n[") == 5


def test_a_library_of_another_program_keeps_its_keys(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(BIB, "utf-8")
    found = run("init", "a.bib", "--json")
    assert json.loads(found.out) == {
        "version": 1,
        "library": "refs/refs.yaml",
        "files": ["ifnlit.toml", "refs/refs.yaml"],
        "keys": ["smith2019"],
        "doubtful": [],
    }
    assert "printed" not in (tmp_path / "ifnlit.toml").read_text("utf-8")


def test_nothing_is_overwritten_without_force(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(BIB, "utf-8")
    (tmp_path / "ifnlit.toml").write_text("mine", "utf-8")
    found = run("init", "a.bib")
    assert found.code == 2
    assert "already there" in found.err
    assert "--force" in found.err
    assert not (tmp_path / "refs").exists()
    assert run("init", "a.bib", "--force").code == 0
    assert "[library]" in (tmp_path / "ifnlit.toml").read_text("utf-8")


@pytest.mark.parametrize("text", ["", "Hello world\n", "a\0b"])
def test_of_nothing_no_library_is_made(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "x.txt").write_text(text, "utf-8")
    assert run("init", "x.txt", "-o", "new").code == 2
    assert run("init", "nothing.pdf", "-o", "new").code == 2
    assert not (tmp_path / "new").exists()


def test_a_library_is_made_of_standard_input(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BIB.encode())))
    assert run("init", "-").code == 0
    assert "source" not in (tmp_path / "ifnlit.toml").read_text("utf-8")


def test_what_to_look_at_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(f"{PRINTED.read_text('utf-8')}\n[25] zz zz\n", "utf-8")
    found = run("init", "x.txt", "--engine", "grammar")
    assert found.code == 0
    assert "doubtful-record" in found.err
    assert "look at 1 of them" in found.err
