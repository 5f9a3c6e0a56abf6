"""`ifnlit lint` and `ifnlit rule`, as a person and a CI job use them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ifnlit.lint import RULES
from ifnlit.report import RENDERERS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run

LIBRARY = """\
# the library
references:
  - id: li2019      # pinned
    type: article-journal
    title: "On  mice"
    author: [{family: Li, given: J.}]
    container-title: J Virol
    issued: "2019"
    mine: kept
  - id: xu2109
    type: article-journal
    title: ON MICE AND MEN
    author: [{family: Xu, given: K.}]
    container-title: J Virol
    issued: "2109"
"""
BIB = """\
@article{li2019,
  title   = {On  mice},
  author  = {Li, J.},
  journal = {J Virol},
  year    = {2019},
  doi     = {https://doi.org/10.1128/jvi.1},
}
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "refs.yaml"
    path.write_text(LIBRARY, encoding="utf-8")
    return path


def rules(text: str) -> list[str]:
    return [it["rule"] for it in json.loads(text)["findings"]]


def test_errors_fail_and_are_told_with_their_line(run: Run, library: Path) -> None:
    found = run("-L", str(library), "lint", "-f", "concise")
    assert found.code == 1
    assert "refs.yaml:15:14: error: future-year: xu2109: " in found.out
    assert found.out.endswith(
        "2 references: 1 error, 1 warning, 1 info\n"
        "1 can be mended by ifnlit lint --fix\n"
        "1 can be mended, and then looked through, with --fix --unsafe-fixes\n"
    )


@pytest.mark.parametrize(
    ("ignore", "severity", "code"),
    [
        ("", "error", 1),
        ("future-year", "error", 0),
        ("future-year", "warning", 1),
        ("future-year,IFN401", "warning", 0),
        ("future-year,IFN401", "info", 1),
        ("future-year,IFN401,double-space", "info", 0),
    ],
)
def test_the_exit_code_is_1_from_the_severity_on_that_fails(
    run: Run, library: Path, ignore: str, severity: str, code: int
) -> None:
    options = ("--ignore", ignore) if ignore else ()
    assert run("-L", str(library), "lint", "--fail-on", severity, *options).code == code


def test_what_is_in_order_says_so_with_0(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("references: []\n")
    found = run("lint", "a.yaml")
    assert (found.code, found.out) == (0, "0 references: nothing to report\n")


def test_the_packaged_library_has_findings_without_places(run: Run) -> None:
    found = run("lint", "--json")
    assert found.code == 0
    assert "misprint-suspected" in rules(found.out)
    assert {it["path"] for it in json.loads(found.out)["findings"]} == {""}


def test_keys_and_numbers_choose_entries(run: Run, library: Path) -> None:
    assert rules(run("-L", str(library), "lint", "li2019", "--json").out) == ["double-space"]
    assert set(rules(run("lint", "12", "--json").out)) == {"journal-name-truncated"} | {
        "missing-issue"
    }
    found = run("lint", "li2091")
    assert found.code == 2
    assert "no reference has the key" in found.err


def test_files_are_arguments_that_end_like_files(run: Run, library: Path, tmp_path: Path) -> None:
    (tmp_path / "b.bib").write_text(BIB)
    found = run("lint", "b.bib", str(library), "-f", "concise")
    assert "b.bib:6:14: info: doi-as-url" in found.out
    assert "refs.yaml:5:" in found.out
    assert "3 references: " in found.out


def test_keys_and_files_at_once_are_refused(run: Run, library: Path) -> None:
    found = run("lint", "li2019", str(library))
    assert found.code == 2
    assert "give keys or files, not both" in found.err


@pytest.mark.parametrize("name", ["a.bib", "a.ris", "a.json"])
def test_a_file_of_another_format_is_checked_where_it_stands(
    run: Run, tmp_path: Path, library: Path, name: str
) -> None:
    form = {"a.bib": "bib", "a.ris": "ris", "a.json": "csl-json"}[name]
    run("-L", str(library), "export", "-f", form, "-o", name)
    found = json.loads(run("lint", name, "--select", "future-year", "--json").out)["findings"]
    assert [it["path"] for it in found] == [name]
    number: int = found[0]["line"]
    line = (tmp_path / name).read_text().split("\n")[number - 1]
    assert "2109" in line


def test_a_printed_list_is_checked_where_it_stands(run: Run, tmp_path: Path) -> None:
    text = (
        "[1] Li Jie, Yan Kun. On  mice[J]. Virol, 2019, 39(01):1-5.\n\n"
        "[3] Wu K. On rats[J]. A, 2019, 1(2):6-7.\n"
    )
    (tmp_path / "list.txt").write_text(text)
    found = run("lint", "list.txt", "-f", "concise")
    assert "list.txt:1:35: warning: journal-name-truncated: [1] " in found.out
    assert "list.txt:3:1: warning: numbering-gap: " in found.out
    assert found.out.count("numbering-gap") == 1
    assert run("lint", "list.txt", "--fix").code == 2


def test_every_output_format_can_be_chosen(run: Run, library: Path) -> None:
    for name in RENDERERS:
        found = run("-L", str(library), "lint", "-f", name)
        assert found.code == 1
        assert found.out
    assert run("lint", "-f", "ful").code == 2


@pytest.mark.parametrize(
    ("variable", "begins"), [("GITHUB_ACTIONS", "::info"), ("GITLAB_CI", "[\n")]
)
def test_a_known_ci_gets_its_own_format(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, variable: str, begins: str
) -> None:
    monkeypatch.setenv(variable, "true")
    begins = begins.replace("::info", "::notice file=refs.yaml,line=5,")
    assert run("-L", str(library), "lint").out.startswith(begins)
    assert run("-L", str(library), "lint", "-f", "full").out.startswith("refs.yaml:5:")


def test_github_gets_a_summary_of_the_job_and_paths_from_its_root(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    del library
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    (tmp_path / "summary.md").write_text("before\n")
    found = run("lint", "refs.yaml", "-f", "github")
    assert f"file={tmp_path.name}/refs.yaml," in found.out
    summary = (tmp_path / "summary.md").read_text()
    assert summary.startswith("before\n### ifnlit lint\n")
    assert "future-year" in summary.replace("&#45;", "-")


def test_a_summary_that_cannot_be_written_is_told(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "no" / "summary.md"))
    found = run("-L", str(library), "lint", "-f", "github")
    assert found.code == 2
    assert "job summary" in found.err


def test_a_report_goes_into_a_file(run: Run, library: Path, tmp_path: Path) -> None:
    assert run("-L", str(library), "lint", "-f", "sarif", "-o", "out.sarif").out == ""
    assert json.loads((tmp_path / "out.sarif").read_text())["version"] == "2.1.0"


def test_a_baseline_lets_old_findings_pass(run: Run, library: Path) -> None:
    options = ("-L", str(library), "lint", "--baseline", "old.json")
    missing = run(*options)
    assert (missing.code, "write it with --write-baseline" in missing.err) == (2, True)
    assert run(*options).code == 2  # there is none yet
    found = run(*options, "--write-baseline")
    assert (found.code, found.err) == (0, "ifnlit: 3 findings written to old.json\n")
    found = run(*options, "--fail-on", "info")
    assert (found.code, found.out) == (
        0,
        "2 references: nothing to report; 3 passed over (ignored, or in the baseline)\n",
    )
    library.write_text(LIBRARY.replace("ON MICE AND MEN", "On mice and men."))
    found = run(*options, "--fail-on", "info")
    assert found.code == 1
    assert "trailing-period-title" in found.out
    assert "gone from the baseline: 1; write it again" in found.out
    assert run("-L", str(library), "lint", "--write-baseline").code == 2


def test_settings_select_ignore_and_name_the_baseline(run: Run, library: Path) -> None:
    settings = library.parent / "ifnlit.toml"
    settings.write_text('[library]\nrefs = "refs.yaml"\n[lint]\nselect = ["IFN4", "future-year"]\n')
    assert rules(run("lint", "--json").out) == ["title-all-caps", "future-year"]
    assert rules(run("lint", "--json", "--select", "double-space").out) == ["double-space"]
    assert rules(run("lint", "--json", "--ignore", "IFN4").out) == ["future-year"]
    settings.write_text(
        '[library]\nrefs = "refs.yaml"\n[lint]\nbaseline = "old.json"\nfail-on = "info"\n'
    )
    assert run("lint", "--write-baseline").code == 0
    assert (library.parent / "old.json").exists()
    assert run("lint").code == 0
    settings.write_text('[library]\nrefs = "refs.yaml"\n[lint]\nfail-on = "eror"\n')
    found = run("lint")
    assert found.code == 2
    assert 'lint.fail-on is "eror"' in found.err


def test_an_ignore_in_the_settings_that_passes_over_nothing_is_told(
    run: Run, library: Path
) -> None:
    settings = library.parent / "ifnlit.toml"
    settings.write_text(
        '[library]\nrefs = "refs.yaml"\n[lint]\nignore = ["future-year", "IFN5", "doi-retracted"]\n'
    )
    found = run("lint")
    assert found.code == 0
    assert 'lint.ignore has "IFN5", which finds nothing' in found.out
    assert "ifnlit.toml:4:1" in found.out
    assert "future-year" not in found.out
    assert "doi-retracted" not in found.out  # `check` alone can say


def test_an_entry_ignores_a_rule_with_a_reason(run: Run, library: Path) -> None:
    custom = "    custom: {ignore: {future-year: a test, title-all-caps: }}\n"
    library.write_text(LIBRARY + custom)
    found = json.loads(run("-L", str(library), "lint", "--json").out)
    assert rules(json.dumps(found)) == ["double-space", "ignore-without-reason"]
    assert found["summary"]["passed_over"] == 2


def test_a_field_of_bibtex_ignores_a_rule(run: Run, tmp_path: Path) -> None:
    field = "  ifnlit-ignore = {doi-as-url: as printed},\n"
    (tmp_path / "a.bib").write_text(BIB.replace("  doi ", f"{field}  doi "))
    found = json.loads(run("lint", "a.bib", "--json").out)
    assert (found["findings"], found["summary"]["passed_over"]) == ([], 1)


def test_fixes_are_shown_as_a_diff_and_nothing_is_changed(run: Run, library: Path) -> None:
    found = run("-L", str(library), "lint", "--diff")
    assert found.code == 1
    assert '-    title: "On  mice"\n+    title: "On mice"\n' in found.out
    assert found.err == "ifnlit: 1 fix to make in refs.yaml\n"
    assert library.read_text() == LIBRARY
    assert (
        "+    title: On mice and men\n"
        in run("-L", str(library), "lint", "--diff", "--unsafe-fixes").out
    )


def test_safe_fixes_are_made_in_place_and_the_rest_is_reported(run: Run, library: Path) -> None:
    found = run("-L", str(library), "lint", "--fix", "--json")
    assert library.read_text() == LIBRARY.replace("On  mice", "On mice")
    assert rules(found.out) == ["title-all-caps", "future-year"]
    assert found.err == "ifnlit: 1 fix made in refs.yaml\n"
    assert run("-L", str(library), "lint", "--fix", "--unsafe-fixes").code == 1
    assert "title: On mice and men" in library.read_text()


def test_the_packaged_library_cannot_be_mended(run: Run) -> None:
    found = run("lint", "--fix")
    assert found.code == 2
    assert "-L" in found.err


def test_an_unreadable_file_is_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("references: [")
    assert run("lint", "a.yaml").code == 2
    assert run("lint", "no.bib").code == 2


def test_a_word_that_is_no_rule_is_2_with_the_nearest(run: Run) -> None:
    found = run("lint", "--select", "yaer-cluster")
    assert found.code == 2
    assert 'did you mean "year-cluster"' in found.err


def test_rule_explains_a_rule_by_any_of_its_names(run: Run) -> None:
    page = run("rule", "year-volume-conflict").out
    assert page.startswith("year-volume-conflict (IFN604, warning)\n\nYear and volume ")
    assert "\nWhy: " in page
    assert run("rule", "IFN604").out == page
    assert run("rule", "nbsp").out.startswith("no-break-space (")


def test_rule_without_a_name_lists_all(run: Run) -> None:
    lines = run("rule").out.splitlines()
    assert len(lines) == len(RULES)
    assert lines[0].split()[:3] == ["IFN101", "missing-title", "error"]


def test_rule_answers_a_mistyped_name_with_the_nearest(run: Run) -> None:
    found = run("rule", "yaer-volume-conflict")
    assert found.code == 2
    assert 'did you mean "year-volume-conflict"' in found.err


def test_rule_gives_the_same_to_machines(run: Run) -> None:
    (one,) = json.loads(run("rule", "nbsp", "--json").out)
    assert (one["name"], one["code"], one["also"]) == ("no-break-space", "IFN701", ["nbsp"])
    assert len(json.loads(run("rule", "--json").out)) == len(RULES)


@pytest.mark.parametrize("command", [("lint",), ("check", "--locked")])
def test_a_broken_record_is_shown_on_its_line_in_a_pull_request(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    path = tmp_path / "refs.yaml"
    path.write_text(
        "references:\n  - id: a\n    type: bok\n    issued: 2019-13\n", encoding="utf-8"
    )
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    found = run("-L", "refs.yaml", *command)
    assert found.code == 2
    first, second, last = found.out.splitlines()
    assert first.startswith("::error file=refs.yaml,line=3,col=11,")
    assert second.startswith("::error file=refs.yaml,line=4,col=13,")
    assert last == "0 references: 2 errors"
    assert "no such month" in found.err
    assert "| broken-entry |" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_what_is_no_library_at_all_is_told_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "refs.yaml").write_text("references: [a\n", encoding="utf-8")
    for form in ("full", "concise", "json"):
        found = run("-L", "refs.yaml", "lint", "-f", form)
        assert (found.code, found.out) == (2, "")
        assert found.err.count("refs.yaml:") == 1


def test_findings_come_in_the_order_of_the_file_whoever_found_them(
    run: Run, tmp_path: Path
) -> None:
    ignored = "ifnlit-ignore = {missing-year}"
    (tmp_path / "refs.bib").write_text(
        f"@article{{a, title = {{On mice.}}, author = {{Li, B.}}, year = 2019, {ignored}}}\n"
        "@artcle{b, title = {On rats.}, author = {Li, B.}, year = 2099, journal = {A}}\n"
        "@article{a, title = {On cats}, author = {Li, B.}, year = 2019, journal = {A}}\n",
        encoding="utf-8",
    )
    found = json.loads(run("lint", "refs.bib", "-f", "json").out)["findings"]
    places = [(it["line"], it["column"]) for it in found]
    assert places == sorted(places)
    assert {"duplicate-key", "future-year", "ignore-unused", "unknown-type"} <= {
        it["rule"] for it in found
    }


def test_the_diff_of_several_files_is_one(run: Run, tmp_path: Path) -> None:
    for name in ("a.bib", "b.bib"):
        (tmp_path / name).write_text(BIB, encoding="utf-8")
    told = run("lint", "a.bib", "b.bib", "--fix", "--diff").out
    run("lint", "a.bib", "b.bib", "--fix", "--diff", "-o", "all.diff")
    assert told == (tmp_path / "all.diff").read_text(encoding="utf-8")
    assert told.count("--- a/") == 2
    assert (tmp_path / "a.bib").read_text(encoding="utf-8") == BIB
