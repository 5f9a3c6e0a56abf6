"""`ifnlit convert` and `ifnlit export --check/--strict`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

RIS = "TY  - JOUR\nID  - a\nAU  - Lan, Y.\nTI  - On mice\nAD  - Here\nER  - \n"


def test_any_format_becomes_any_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.ris").write_text(RIS, encoding="utf-8")
    before = "in.ris"
    for ending in ("json", "rdf", "xml", "csv", "tsv", "yaml", "ris"):
        found = run("convert", before, f"out.{ending}")
        assert found.code == 0, found.err
        before = f"out.{ending}"
    assert (
        (tmp_path / before)
        .read_bytes()
        .replace(b"\r\n", b"\n")
        .startswith(b"TY  - JOUR\nID  - a\nAU  - Lan, Y.\nTI  - On mice\n")
    )


def test_the_content_decides_and_not_the_ending(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.bib").write_text(RIS, encoding="utf-8")
    found = run("convert", "in.bib", "-", "--to", "csl-json")
    assert json.loads(found.out)[0]["id"] == "a"
    assert "1 reference from ris to csl-json" in found.err


def test_what_has_no_place_is_kept_and_told_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.ris").write_text(RIS + RIS.replace("ID  - a", "ID  - b"), encoding="utf-8")
    found = run("convert", "in.ris", "out.json")
    assert "in.ris:5:1: info[unknown-field]" in found.err
    assert "(in 2 records)" in found.err
    assert found.code == 0


def test_a_broken_record_is_told_with_its_line_and_the_rest_is_written(
    run: Run, tmp_path: Path
) -> None:
    text = '[{"id": "a", "type": "book"},\n{"id": "b" "type": "book"},\n{"id": "c", "title": "C"}]'
    (tmp_path / "in.json").write_text(text, encoding="utf-8")
    found = run("convert", "in.json", "out.ris")
    assert found.code == 1
    assert "in.json:2:12: error[broken-entry] no JSON: " in found.err
    assert "ID  - c" in (tmp_path / "out.ris").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "in.json:1:1: the file is empty"),
        (b"[{", "in.json:1:3: no JSON: "),
        (b"some text", "in.json:1:1: no JSON: "),
        (b"\x00\x01", "binary data"),
    ],
)
def test_where_nothing_can_be_read_nothing_is_written(
    run: Run, tmp_path: Path, data: bytes, message: str
) -> None:
    (tmp_path / "in.json").write_bytes(data)
    found = run("convert", "in.json", "out.ris")
    assert found.code == 2
    assert message in found.err
    assert not (tmp_path / "out.ris").exists()


def test_a_text_in_no_format_is_refused_with_what_to_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("Lan Y. On mice. 2019.", encoding="utf-8")
    found = run("convert", "in.txt", "out.ris")
    assert found.code == 2
    assert "--from" in found.err


def test_a_format_that_is_only_written_cannot_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.md").write_text("# List", encoding="utf-8")
    found = run("convert", "in.md", "out.ris", "--from", "markdown")
    assert found.code == 2
    assert "markdown is only written" in found.err


def test_the_format_of_the_target_must_be_known(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.ris").write_text(RIS, encoding="utf-8")
    for target, shown in (("-", "standard output"), ("out.zzz", '"out.zzz"')):
        found = run("convert", "in.ris", target)
        assert found.code == 2
        assert f"the format of {shown} is not known" in found.err


def test_latin_1_and_gbk_are_read_and_told(run: Run, tmp_path: Path) -> None:
    for code, title, name in (
        ("cp1252", "Über Mäuse", "Windows-1252"),
        ("gb18030", "干扰素治疗肝炎", "GB 18030"),
    ):
        (tmp_path / "in.ris").write_bytes(RIS.replace("On mice", title).encode(code))
        found = run("convert", "in.ris", "-", "--to", "csl-json")
        assert json.loads(found.out)[0]["title"] == title
        assert "in.ris:4:7: warning[encoding] byte 0x" in found.err
        assert f"read as {name}" in found.err
        assert found.code == 0


def test_records_get_keys_and_no_two_the_same(run: Run, tmp_path: Path) -> None:
    text = '[{"id": "a", "type": "book"}, {"id": "a", "type": "book"}, {"type": "book"}]'
    (tmp_path / "in.json").write_text(text, encoding="utf-8")
    found = run("convert", "in.json", "-", "--to", "csl-json")
    keys = [item["id"] for item in json.loads(found.out)]
    assert keys[0] == "a"
    assert len(set(keys)) == 3
    assert 'the key "a" is taken' in found.err


def test_check_lists_losses_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(
        '[{"id": "a", "type": "book", "medium": "CD-ROM"}]', encoding="utf-8"
    )
    found = run("convert", "in.json", "out.ris", "--check")
    assert (found.code, found.out) == (1, 'a: medium "CD-ROM" is lost\n')
    assert "1 reference: 1 value of 1 of them" in found.err
    assert not (tmp_path / "out.ris").exists()
    found = run("convert", "in.json", "out.csv", "--check")
    assert (found.code, found.out) == (0, "")


def test_strict_refuses_what_would_be_lost_and_writes_the_rest(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.json").write_text(
        '[{"id": "a", "type": "book", "medium": "CD-ROM"}]', encoding="utf-8"
    )
    found = run("convert", "in.json", "out.ris", "--strict")
    assert found.code == 1
    assert "nothing was written" in found.err
    assert not (tmp_path / "out.ris").exists()
    assert run("convert", "in.json", "out.csv", "--strict").code == 0
    assert (tmp_path / "out.csv").exists()


def test_export_checks_and_refuses_too(run: Run, tmp_path: Path) -> None:
    found = run("export", "--format", "ris", "--check")
    assert (found.code, found.out) == (0, "")
    assert "24 references: ris holds everything that they say" in found.err
    assert "printed-text (24)" in found.err
    found = run("export", "8", "--format", "nbib", "--strict", "-o", "out.nbib")
    assert found.code == 1
    assert not (tmp_path / "out.nbib").exists()
    assert run("export", "8", "--format", "csl-json", "--strict").out.startswith("[")


def test_losses_of_a_list_for_people_cannot_be_told(run: Run) -> None:
    found = run("export", "--format", "markdown", "--check")
    assert found.code == 2
    assert "is not read back" in found.err


@pytest.mark.usefixtures("terminal")
def test_a_large_file_shows_a_bar_on_a_terminal_alone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ifnlit.cli.commands.convert._LARGE", 10)
    (tmp_path / "in.ris").write_text(RIS, encoding="utf-8")
    assert run("convert", "in.ris", "out.json").code == 0
    assert (tmp_path / "out.json").exists()


def test_standard_input_has_no_size(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RIS.encode())))
    found = run("convert", "-", "-", "--to", "csl-yaml")
    assert found.out.startswith("references:")


def test_many_findings_of_one_rule_do_not_scroll_the_rest_away(run: Run, tmp_path: Path) -> None:
    text = "".join(f"TY  - BOOK\nTI  - T{n}\nPY  - soon\nER  - \n" for n in range(50))
    (tmp_path / "in.ris").write_text(text, encoding="utf-8")
    found = run("convert", "in.ris", "out.json")
    assert found.err.count("[no-date]") == 40
    assert "... and 10 more of no-date" in found.err


def test_a_fault_in_somebody_elses_yaml_costs_no_other_record(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.yaml").write_text(
        "references:\n- id: a\n  issued: soon\n- 7\n- title: No id\n- id: c\n", encoding="utf-8"
    )
    found = run("convert", "in.yaml", "-", "--to", "csl-json")
    assert [item["id"] for item in json.loads(found.out)] == ["a", "no", "c"]
    assert "in.yaml:3:11: warning[no-date] no date" in found.err
    assert "in.yaml:4:3: error[broken-entry] a reference must be a map" in found.err
    assert found.code == 1
    (tmp_path / "in.yaml").write_text("references: [\n", encoding="utf-8")
    assert run("convert", "in.yaml", "-", "--to", "csl-json").code == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.ris", "hello"),
        ("a.xml", "<a/>"),
        ("a.yaml", "references: []\n"),
        ("a.csv", "title,author,year\n"),
        ("a.json", "[]"),
    ],
)
def test_a_file_without_a_record_is_refused(run: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    done = run("convert", str(tmp_path / name), str(tmp_path / "out.bib"))
    assert done.code == 2
    assert "no record in this file" in done.err
    assert not (tmp_path / "out.bib").exists()


def test_a_yaml_record_that_is_no_yaml_costs_no_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "references:\n- id: a\n  title: A: b\n- id: b\n  type: book\n  title: B\n"
        "- id: c\n  title: 'open\n# end\nnocite: x\n"
    )
    done = run("convert", str(tmp_path / "a.yaml"), "-", "--to", "csl-json")
    assert done.code == 1
    assert '"id": "b"' in done.out
    assert '"id": "a"' not in done.out
    assert "a.yaml:3:11: error[broken-entry] no YAML" in done.err
    assert "the other records are read" in done.err


@pytest.mark.parametrize(
    "text", ["references: [", "references:\n- id: 'a\n", "references:\n  x: [\n- id: a\n"]
)
def test_a_file_that_is_no_yaml_anywhere_is_refused(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text(text)
    done = run("convert", str(tmp_path / "a.yaml"), "-", "--to", "ris")
    assert done.code == 2
    assert "no YAML" in done.err
