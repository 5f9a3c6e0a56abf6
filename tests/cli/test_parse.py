"""`ifnlit parse` as its user meets it: shapes, lines, papers, faults, streams."""

from __future__ import annotations

import contextlib
import io
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
PRINTED = ROOT / "refs" / "references.txt"
FRONT = (ROOT / "tests" / "parse" / "data" / "front.txt").read_text("utf-8")
RAWS = [line for line in PRINTED.read_text("utf-8").split("\n") if line]
ARABIC = """1. محمد أحمد. دراسة في العلوم. مجلة العلوم. 2019؛ 12(3): 45-50.
2. כהן א. מחקר. כתב עת 2018;5:1-9.
"""
ENTITIES = """1. M&uuml;ller K. Title &amp; more. J Med. 2019;1(2):3&#8211;4.
2. Ja\u00adnes B. E\ufb03cient. J Chem. 2018;3:4-5.
"""
FAST = ("--engine", "grammar")


def test_a_table_has_a_line_for_each_reference(run: Run) -> None:
    found = run("parse", str(PRINTED), *FAST)
    assert (found.code, found.err) == (0, "")
    assert len(found.out.splitlines()) == 24
    assert found.out.startswith(" 1  sung2021global ")


def test_json_is_csl_with_dates_in_parts(run: Run) -> None:
    items = json.loads(run("parse", str(PRINTED), "--json", *FAST).out)
    assert len(items) == 24
    assert items[0]["issued"] == {"date-parts": [[2021]]}
    assert items[2]["issued"] == {"date-parts": [[2020, 8, 17]]}
    assert items[0]["custom"]["n"] == 1
    assert items[0]["custom"]["et-al"] is True
    assert items[0]["custom"]["parse"]["style"] == "gbt7714"


def test_json_lines_are_the_same_records(run: Run) -> None:
    items = json.loads(run("parse", str(PRINTED), "-f", "csl-json", *FAST).out)
    lines = run("parse", str(PRINTED), "-f", "jsonl", *FAST).out.splitlines()
    assert [json.loads(line) for line in lines] == items


def test_yaml_is_what_a_library_holds(run: Run, tmp_path: Path) -> None:
    found = run("parse", str(PRINTED), "-f", "yaml", "-o", "refs.yaml", *FAST)
    assert (found.code, found.out) == (0, "")
    assert (tmp_path / "refs.yaml").read_text("utf-8").startswith("references:\n  - id: sung")
    assert len(run("-L", "refs.yaml", "list").out.splitlines()) == 24


def test_any_format_of_export_can_be_asked_for(run: Run) -> None:
    assert run("parse", str(PRINTED), "-f", "bib", *FAST).out.count("@") == 24
    assert run("parse", str(PRINTED), "-f", "tabel").code == 2


def test_an_empty_selection_is_an_empty_array(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("", "utf-8")
    assert run("parse", "x.txt", "--lines", "--json", *FAST).out == "[]\n"


def test_lines_gives_one_record_a_line_in_the_same_order(run: Run, tmp_path: Path) -> None:
    lines = [RAWS[0], "", "   ", "zz", "\x07\u202e", RAWS[3], "[7]", "x" * 30_000]
    (tmp_path / "x.txt").write_text("\r\n".join(lines), "utf-8")
    found = run("parse", "x.txt", "--lines", "-f", "jsonl", "--independent")
    items = [json.loads(line) for line in found.out.splitlines()]
    raws = [item["custom"].get("raw", "") for item in items]
    assert raws == [
        RAWS[0].removeprefix("[1] "),
        "",
        "   ",
        "zz",
        "\x07\u202e",
        RAWS[3].removeprefix("[4] "),
        "[7]",
        "x" * 30_000,
    ]
    assert len({item["id"] for item in items}) == 8
    assert items[3]["custom"]["parse"]["confidence"] < 0.5


def test_lines_reads_no_document(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"PK\x03\x04")
    found = run("parse", "x.docx", "--lines")
    assert found.code == 2
    assert "--lines reads plain text" in found.err


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in ((), ("-",), ("--lines",)):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(RAWS[0].encode())))
        assert run("parse", *arguments, *FAST).out.startswith("1  sung2021global")


def test_the_part_of_a_paper_that_was_read_is_told(run: Run, tmp_path: Path) -> None:
    listed = "\n\n".join(RAWS)
    (tmp_path / "paper.md").write_text(
        f"{FRONT}\n## References\n\n{listed}\n\n## Thanks\n", "utf-8"
    )
    found = run("parse", "paper.md", *FAST)
    assert len(found.out.splitlines()) == 24
    assert found.err == 'ifnlit: the list is lines 24-70 under "References" of paper.md\n'
    (tmp_path / "paper.html").write_text(
        f"<p>Words</p><h2>References</h2><p>{'</p><p>'.join(RAWS)}"
    )
    assert 'the list is under "References" of paper.html' in run("parse", "paper.html", *FAST).err
    (tmp_path / "page.html").write_text(f"<p>{FRONT}</p><p>{'</p><p>'.join(RAWS)}</p>")
    assert "the list is a part of page.html" in run("parse", "page.html", *FAST).err


def test_findings_on_the_list_are_told_with_their_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(
        "\n".join([RAWS[0], RAWS[2], RAWS[2], f"{RAWS[3]} {RAWS[4]}"]), "utf-8"
    )
    found = run("parse", "x.txt", "-f", "jsonl", *FAST)
    assert "x.txt:2:1: warning: the numbering jumps from 1 to 3" in found.err
    assert "x.txt:3:1: warning: number 3 stands more than once" in found.err
    last = json.loads(found.out.splitlines()[-1])
    assert last["custom"]["parse"]["findings"][-1]["rule"] == "references-run-together"


def test_many_findings_are_cut_short(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(
        "\n".join(f"[{2 * n}] {RAWS[0][4:]}" for n in range(1, 40)), "utf-8"
    )
    found = run("parse", "x.txt", *FAST)
    assert found.err.count("jumps") == 20
    assert "and 18 more of this kind" in found.err


def test_what_is_unsure_is_listed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(f"{RAWS[0]}\n[2] zz zz\n[3] \n", "utf-8")
    found = run("parse", "x.txt", "--min-confidence", "0.5", *FAST)
    assert found.out == "2  residue  0.00  zz zz\n3  record   0.00\n"
    assert "references are less sure than 0.5" in found.err
    assert run("parse", "x.txt", "--min-confidence", "2").code == 2
    told = json.loads(run("parse", "x.txt", "--min-confidence", "0.5", "--json", *FAST).out)
    assert told[0] == {"reference": "2", "variable": "residue", "confidence": 0.0, "value": "zz zz"}


def test_the_explanation_for_machines_is_the_record_with_its_fields(run: Run) -> None:
    found = json.loads(run("parse", str(PRINTED), "--explain", "--json", *FAST).out)
    assert found[0]["custom"]["parse"]["fields"][0]["variable"] == "author[0].family"


def test_the_explanation_has_no_colour_off_a_terminal(run: Run) -> None:
    found = run("parse", str(PRINTED), "--explain", *FAST)
    assert found.out.startswith(
        "[1] sung2021global\n  gbt7714, article-journal, confidence 1.00\n  Sung H,"
    )
    assert "\x1b" not in found.out
    assert "     0-4    author[0].family  1.00 grammar  Sung\n" in found.out


@pytest.mark.usefixtures("terminal")
def test_the_explanation_is_coloured_and_fits_a_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = run("parse", str(PRINTED), "--explain", *FAST).out
    assert "\x1b[32mSung\x1b[0m" in found
    plain = "".join(_plain(found))
    assert max(map(len, plain.splitlines())) <= 90
    monkeypatch.setenv("NO_COLOR", "1")
    assert run("parse", str(PRINTED), "--explain", *FAST).out == plain
    assert "\x1b" not in run("parse", str(PRINTED), "--explain", "-o", "x.txt", *FAST).out


def _plain(text: str) -> list[str]:
    import re

    return re.split(r"\x1b\[[\d;]*m", text)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    ("columns", "heads"),
    [
        (120, "n key sure style type reference"),
        (80, "n key sure reference"),
        (44, "n sure reference"),
    ],
)
def test_a_table_on_a_terminal_has_the_columns_that_fit(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: int, heads: str
) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((columns, 30)))
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run("parse", str(PRINTED), *FAST).out.splitlines()
    assert "".join(_plain(lines[0])).split() == heads.split()
    assert max(len("".join(_plain(line))) for line in lines) <= columns


@pytest.mark.usefixtures("terminal")
def test_a_long_list_shows_how_far_it_is(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []

    @contextlib.contextmanager
    def watched(_: str) -> Generator[Callable[[int, int], None]]:
        yield lambda done, total: told.append((done, total))

    monkeypatch.setattr("ifnlit.cli.progress.bar", watched)
    (tmp_path / "x.txt").write_text("\n".join(RAWS * 50), "utf-8")
    assert run("parse", "x.txt", "-f", "jsonl", "-o", "y", *FAST).code == 0
    assert told
    assert told[-1][1] == 1200
    told.clear()
    assert run("parse", "x.txt", "--lines", "-f", "jsonl", *FAST).code == 0
    assert not told


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "x.txt:1:1: the list is empty"),
        (b" \n\n", "x.txt:1:1: the list is empty"),
        (b"Hello world\n", "x.txt:1:1: no reference is recognised"),
        (FRONT.encode(), "x.txt:1:1: no reference is recognised"),
        (b"Smith J. A\0B", "x.txt:1:11: binary data"),
        (b"a\nM\xfcller J. 2019", "x.txt:2:2: byte 0xFC at byte 4 is not UTF-8"),
        (b"word " * 200_000, "x.txt:1:1: no reference is recognised"),
        (b"zz\n" * 6_000, "x.txt:1:1: no reference is recognised"),
        (bytes(range(1, 256)) * 50, "is not UTF-8"),
    ],
)
def test_what_is_no_list_is_told_with_its_place_and_nothing_is_written(
    run: Run, tmp_path: Path, data: bytes, told: str
) -> None:
    (tmp_path / "x.txt").write_bytes(data)
    found = run("parse", "x.txt", "-o", "out", *FAST)
    assert (found.code, found.out) == (2, "")
    assert told in found.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["nothing.txt", "nothing.pdf", "."])
def test_a_file_that_is_not_there_is_told(run: Run, name: str) -> None:
    assert run("parse", name).code == 2
    assert run("parse", name, "--lines").code == 2


@pytest.mark.parametrize(
    "text",
    [
        ARABIC,
        ENTITIES,
        "1. Smith\x1b[31m J. Ti\x07tle. J Med. 2019;1(2):3-4.\n",
        "\ufeffSmith J. Title. J Med. 2019;1(2):3-4.",
    ],
)
def test_odd_characters_are_read_and_made_visible(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "x.txt").write_text(text, "utf-8")
    for arguments in ((), ("--explain",), ("--min-confidence", "1"), ("-f", "yaml")):
        found = run("parse", "x.txt", *arguments)
        assert found.code == 0
        assert "\x1b" not in found.out + found.err


def test_a_reader_that_goes_away_stops_the_work(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []

    def refused(text: str) -> bool:
        written.append(text)
        return False

    @contextlib.contextmanager
    def gone(_: str) -> Generator[Callable[[str], bool]]:
        yield refused

    monkeypatch.setattr("ifnlit.cli.commands.parse.emitting", gone)
    assert run("parse", str(PRINTED), "-f", "jsonl", *FAST).code == 0
    assert len(written) == 1


def test_corrections_are_written_as_training_items(run: Run, tmp_path: Path) -> None:
    assert run("init", str(PRINTED), *FAST).code == 0
    path = tmp_path / "refs" / "refs.yaml"
    corrected = (
        "    corrections:\n        - {field: volume, from: '72', to: '71', why: misread}\n"
        "        - {field: DOI, from: '', to: 10.1000/1, why: not printed}\n"
    )
    text = path.read_text("utf-8").replace(
        "      et-al: true\n", f"      et-al: true\n  {corrected}", 1
    )
    path.write_text(text, "utf-8")
    found = run("parse", "--export-training")
    (item,) = [json.loads(line) for line in found.out.splitlines()]
    assert item["id"] == "ifnlit:sung2021global"
    labels = {label: item["raw"][start:end] for start, end, label in item["spans"]}
    assert labels["volume"] == "71"
    assert labels["author"] == "Sung H, Ferlay J, Siegel RL, et al."
    assert item["container"] == "journal"
    assert "refs/refs.yaml:20:9: info: sung2021global: DOI" in found.err.replace(
        str(tmp_path) + "/", ""
    )
    assert "1 of 24 records are corrected" in found.err
    assert run("parse", "--export-training", "refs/refs.yaml").out == found.out


def test_a_file_of_exchange_is_no_printed_list(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.bib").write_text(
        "@article{a,\n  author = {Smith, J.},\n  year = {2019}\n}\n", "utf-8"
    )
    found = run("parse", "x.bib")
    assert found.code == 2
    assert '"x.bib" holds records (bib)' in found.err
