"""`ifnlit add`: new references at the end of refs.yaml, nothing else touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

LIBRARY = """\
# my library
references:
  - id: lan2019regulation   # the first
    type: article-journal
    title: Regulation of interferon
    author: [{family: Lan, given: Y. R.}]
    issued: "2019"
    DOI: 10.1234/abc
    custom: {n: 1}
"""
RIS = """\
TY  - JOUR
AU  - Ng, A.
TI  - Another paper
PY  - 2020
ER  -
TY  - JOUR
TI  - Regulation of Interferon.
DO  - 10.1234/ABC
ER  -
"""
PRINTED = "[1] Sun P, Duan XG. A third paper on mice [J]. J Virol, 2021, 71(3): 209-249.\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "refs.yaml"
    path.write_text(LIBRARY, encoding="utf-8")
    return path


def test_new_records_stand_at_the_end_and_nothing_else_changes(
    run: Run, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "in.ris").write_text(RIS, encoding="utf-8")
    found = run("-L", "refs.yaml", "add", "in.ris")
    assert (found.code, found.out) == (0, "ng2020another\n")
    text = library.read_text(encoding="utf-8")
    assert text.startswith(LIBRARY.rstrip("\n"))
    assert text.count("  - id:") == 2
    assert run("-L", "refs.yaml", "show", "ng2020another").code == 0


def test_what_is_there_already_is_told_and_left_out(
    run: Run, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "in.ris").write_text(RIS, encoding="utf-8")
    found = run("-L", "refs.yaml", "add", "in.ris")
    assert "is in the library already as lan2019regulation" in found.err
    assert "1 added to refs.yaml, 1 left out" in found.err
    again = run("-L", "refs.yaml", "add", "in.ris")
    assert (again.code, again.out) == (0, "")
    assert library.read_text(encoding="utf-8").count("  - id:") == 2


def test_printed_references_are_read_by_the_parser(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(PRINTED, encoding="utf-8")
    found = run("-L", "refs.yaml", "add", "list.txt")
    assert (found.code, found.out) == (0, "sun2021third\n")
    text = library.read_text(encoding="utf-8")
    assert "container-title: J Virol" in text
    assert "raw:" in text
    assert "n: 1}" in text  # the number stays that of the first one
    assert text.count("n: 1\n") == 0


def test_a_dry_run_and_a_diff_write_nothing(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "in.ris").write_text(RIS, encoding="utf-8")
    found = run("-L", "refs.yaml", "add", "in.ris", "--dry-run")
    assert (found.out, found.code) == ("ng2020another\n", 0)
    assert "1 would be added to refs.yaml" in found.err
    found = run("-L", "refs.yaml", "add", "in.ris", "--diff")
    assert "+  - id: ng2020another" in found.out
    assert "-" not in [line[:1] for line in found.out.splitlines()[2:]]
    assert library.read_text(encoding="utf-8") == LIBRARY


def test_only_a_library_of_ones_own_can_be_added_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.ris").write_text(RIS, encoding="utf-8")
    packaged = run("add", "in.ris")
    assert packaged.code == 2
    assert "ifnlit init" in packaged.err
    other = run("-L", "in.ris", "add", "in.ris")
    assert other.code == 2
    assert "only a refs.yaml can be added to" in other.err


def test_a_preprint_beside_its_paper_is_another_work(
    run: Run, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "in.json").write_text(
        '[{"type": "article", "title": "Regulation of interferon", "DOI": "10.1234/pre",'
        ' "author": [{"family": "Lan"}], "issued": {"date-parts": [[2019]]}},'
        ' {"type": "article", "title": "Regulation of interferon",'
        ' "author": [{"family": "Lan"}], "issued": {"date-parts": [[2019]]}}]',
        encoding="utf-8",
    )
    found = run("-L", "refs.yaml", "add", "in.json")
    assert found.out == "lan2019regulationb\n"
    assert "1 left out" in found.err
    assert "id: lan2019regulationb" in library.read_text(encoding="utf-8")


def test_the_same_work_twice_in_the_file_is_added_once(
    run: Run, library: Path, tmp_path: Path
) -> None:
    one = '{"id": "x1", "title": "T", "PMID": "12", "custom": {"arxiv": "2101.00001"}}'
    (tmp_path / "in.json").write_text(f"[{one}, {one}]", encoding="utf-8")
    found = run("-L", "refs.yaml", "add", "in.json")
    assert found.out == "x1\n"
    assert "x1" in library.read_text(encoding="utf-8")


def test_a_doubtful_record_is_told(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text(
        PRINTED + "[2] Smith, 2010, lost thoughts\n", encoding="utf-8"
    )
    found = run("-L", "refs.yaml", "add", "list.txt", "--dry-run")
    assert len(found.out.splitlines()) == 2
    assert library.exists()
