"""The reading commands: list, show, config, export, completion."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_list_has_a_line_for_each_reference(run: Run) -> None:
    found = run("list")
    lines = found.out.splitlines()
    assert found.code == 0
    assert len(lines) == 24
    assert lines[7].startswith(" 8  lan2019regulation")
    assert "Lan et al." in lines[7]


def test_list_gives_the_same_to_machines(run: Run) -> None:
    items = json.loads(run("list", "--json").out)
    assert items[7]["key"] == "lan2019regulation"
    assert items[7] == {
        "key": "lan2019regulation",
        "n": 8,
        "type": "article-journal",
        "year": 2019,
        "authors": ["Lan", "Sun", "Duan"],
        "et-al": True,
        "title": "Regulation of interferon alpha on Tfh cell differentiation in mice",
        "DOI": None,
    }


@pytest.mark.usefixtures("terminal")
def test_list_is_a_table_on_a_terminal(run: Run) -> None:
    found = run("list", "8", "13")
    assert "title" in found.out
    assert "lan2019regulation" in found.out


def test_an_empty_library_lists_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_text("references: []\n", encoding="utf-8")
    found = run("-L", "my.yaml", "list")
    assert (found.code, found.out) == (0, "")


def test_show_gives_every_field_and_the_printed_text_last(run: Run) -> None:
    found = run("show", "13")
    assert found.code == 0
    lines = found.out.splitlines()
    assert lines[0].split() == ["key", "choi2021ultra"]
    assert "van Campenhout, M. J. H." in found.out
    assert "et al." in found.out
    assert "repair" in found.out
    assert [line.split()[0] for line in lines if line[:1] != " "][-1] == "printed"
    assert max(map(len, lines)) <= 80


def test_show_gives_csl_to_machines(run: Run) -> None:
    (item,) = json.loads(run("show", "18", "--json").out)
    assert item["type"] == "thesis"
    assert item["custom"]["n"] == "18"


@pytest.mark.usefixtures("terminal")
def test_show_is_coloured_on_a_terminal_unless_told_not_to(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[1mkey" in run("show", "8").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("show", "8").out


def test_show_knows_a_reference_without_origin(run: Run, tmp_path: Path) -> None:
    (tmp_path / "my.yaml").write_text(
        "- id: a\n  title: T\n  editor: [{literal: WHO}]\n  issued: 2020\n"
        "  annotation: {x: 1}\n  custom: {house: 1}\n",
        encoding="utf-8",
    )
    found = run("-L", "my.yaml", "show", "a")
    for line in ("editor        WHO", 'annotation    {"x": "1"}', 'custom.house  "1"'):
        assert line in found.out
    assert "WHO" in run("-L", "my.yaml", "list").out


def test_config_says_where_each_setting_came_from(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IFNLIT_CROSSREF_URL", "http://127.0.0.1:9")
    rows = {row["name"]: row for row in json.loads(run("config", "--json").out)}
    assert rows["library"]["value"] == "the packaged library"
    assert rows["services.crossref"] == {
        "name": "services.crossref",
        "value": "http://127.0.0.1:9",
        "source": "IFNLIT_CROSSREF_URL",
        "meaning": "base address of crossref",
    }
    (tmp_path / "ifnlit.toml").write_text('[lint]\nignore = ["a", "b"]\n', encoding="utf-8")
    shown = run("config").out
    assert "a, b" in shown
    assert "ifnlit.toml:2:1" in shown
    assert "services.crossref" in shown


def test_export_chooses_entries_in_the_order_asked(run: Run) -> None:
    found = run("export", "24", "lan2019regulation", "--format", "csl-yaml")
    assert [line for line in found.out.splitlines() if "- id:" in line] == [
        "  - id: zhu2019effect",
        "  - id: lan2019regulation",
    ]


def test_export_of_a_broken_setting_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ifnlit.toml").write_text("[library]\nreffs = 3\n", encoding="utf-8")
    found = run("export")
    assert found.code == 2
    assert 'has no key "reffs"; did you mean "refs"?' in found.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(shell: str, run: Run) -> None:
    found = run("completion", shell)
    assert found.code == 0
    assert "_IFNLIT_COMPLETE" in found.out


def test_keys_formats_and_words_are_completed(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import click
    from click.shell_completion import BashComplete

    from ifnlit.cli.main import ifnlit

    del run

    def completed(*words: str) -> list[str]:
        complete = BashComplete(ifnlit, {}, "ifnlit", "_IFNLIT_COMPLETE")
        *arguments, incomplete = words
        return [str(item.value) for item in complete.get_completions(arguments, incomplete)]

    monkeypatch.chdir(tmp_path)
    assert completed("exp") == ["export"]
    assert completed("show", "lan") == ["lan2019regulation"]
    assert completed("export", "--format", "csl") == ["csl-json", "csl-yaml"]
    assert completed("export", "--for", "zo") == ["zotero"]
    assert completed("-L", "missing.yaml", "show", "lan") == []
    assert completed("-L", "") == [""]
    for words in (("-L", "re"), ("parse", "re"), ("export", "-o", "re"), ("convert", "a", "re")):
        assert completed(*words) == ["re"]  # left to the shell, as a path
    assert isinstance(ifnlit, click.Group)
