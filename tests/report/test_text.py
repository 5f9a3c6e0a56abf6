"""Reports for people and editors: full, concise, errorformat, github, markdown."""

from __future__ import annotations

import re

import pytest

from ifnlit.model.finding import Finding, Place, Severity
from ifnlit.report import RENDERERS
from ifnlit.report.full import render as full
from ifnlit.report.github import render as github
from ifnlit.report.markdown import render as markdown
from tests.report.reports import DOUBLE, HOSTILE, MISPRINT, ON_THE_LIST, report


def test_full_shows_the_line_with_a_mark_under_the_fault() -> None:
    assert full(report(DOUBLE)).split("\n") == [
        "refs.yaml:3:13: info: double-space (IFN702)",
        "  | [8] lan2019: two blanks in a row",
        '3 | title: "干扰素 of  mice"',
        "  |         ^^^^^^^^^^^^^^^",  # a wide character takes two columns
        "  = leave one (--fix does it)",
        "",
        "3 references: 1 info",
        "1 can be mended by ifnlit lint --fix",
        "",
    ]


def test_full_shows_of_a_long_line_what_is_around_the_fault() -> None:
    lines = full(report(MISPRINT)).split("\n")
    assert lines[0] == "refs.yaml:4:72: warning: misprint-suspected"
    shown, mark = lines[2], lines[3]
    assert len(shown) < 90
    assert shown.startswith("4 | …")
    assert shown.endswith("…")
    start = mark.index("^")
    assert shown[start : start + mark.count("^")] == "misprnit"


def test_full_shows_a_finding_on_the_list_without_a_line_of_the_file() -> None:
    assert full(report(ON_THE_LIST)).split("\n")[:2] == [
        "refs.yaml: warning: doi-absent (IFN113)",
        "  | no DOI at all",
    ]


def test_full_colours_only_where_it_is_asked_to() -> None:
    assert "\x1b" not in full(report(DOUBLE, MISPRINT))
    coloured = full(report(DOUBLE, MISPRINT, colour=True))
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == full(report(DOUBLE, MISPRINT))


def test_full_marks_the_end_of_a_line_that_a_place_lies_behind() -> None:
    far = Finding("x", "y", ref="a", place=Place("refs.yaml", 2, 99))
    assert full(report(far)).split("\n")[3] == "  |              ^"
    assert "\n2 |" not in full(report(Finding("x", "y", ref="a", place=Place("refs.yaml", 99, 1))))


def test_full_shows_accents_in_one_column() -> None:
    lines = {"refs.yaml": ("re\u0301sume\u0301 wrong",)}
    found = Finding("x", "y", ref="a", place=Place("refs.yaml", 1, 10), text="wrong")
    assert full(report(found, lines=lines)).split("\n")[3] == "  |        ^^^^^"


def test_concise_is_one_line_a_finding() -> None:
    lines = RENDERERS.load("concise")(report(DOUBLE, ON_THE_LIST)).split("\n")
    assert lines[:2] == [
        "refs.yaml:3:13: info: double-space: [8] lan2019: two blanks in a row; leave one",
        "refs.yaml: warning: doi-absent: no DOI at all",
    ]


def test_errorformat_always_has_line_and_column_and_nothing_else() -> None:
    text = RENDERERS.load("errorformat")(report(DOUBLE, ON_THE_LIST))
    assert text.split("\n") == [
        "refs.yaml:3:13: info: two blanks in a row; leave one [double-space]",
        "refs.yaml:1:1: warning: no DOI at all [doi-absent]",
        "",
    ]
    assert RENDERERS.load("errorformat")(report()) == ""


def test_github_annotates_the_line() -> None:
    assert github(report(DOUBLE)).split("\n")[0] == (
        "::notice file=refs.yaml,line=3,col=13,endColumn=25,title=double-space"
        "::[8] lan2019: two blanks in a row; leave one"
    )
    assert github(report(ON_THE_LIST)).startswith("::warning file=refs.yaml,line=1,")


def test_github_counts_paths_from_the_root_of_the_repository() -> None:
    assert "file=docs/refs.yaml," in github(report(DOUBLE, prefix="docs/"))
    absolute = Finding("x", "y", ref="a", place=Place("/refs.yaml", 1, 1))
    assert "file=/refs.yaml," in github(report(absolute, prefix="docs/"))


def test_a_reference_cannot_write_a_command_of_github() -> None:
    lines = github(report(HOSTILE)).split("\n")
    assert [line for line in lines if line.startswith(("::", "##["))] == [lines[0]]
    assert lines[0].startswith("::error file=./%3A%3Awarning%2Ca%3Ab .yaml,line=1,col=1,")
    assert lines[0].count("::") == 4  # the command, its data, and twice in what the file says


@pytest.mark.parametrize("name", list(RENDERERS))
def test_no_format_lets_a_control_character_through(name: str) -> None:
    text = RENDERERS.load(name)(report(HOSTILE, remarks=("down\x1b[2J\n::error::x",)))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
    for line in text.split("\n"):
        assert not line.startswith("##[")
        assert name == "github" or not line.lstrip().startswith("::error")


@pytest.mark.parametrize("name", list(RENDERERS))
def test_every_format_says_the_same_twice(name: str) -> None:
    shown = report(DOUBLE, MISPRINT, ON_THE_LIST, HOSTILE)
    assert RENDERERS.load(name)(shown) == RENDERERS.load(name)(shown)


@pytest.mark.parametrize("name", ["full", "concise", "github", "markdown"])
def test_formats_for_people_end_with_a_summary(name: str) -> None:
    text = RENDERERS.load(name)(report(passed_over=2, remarks=("Crossref is down",)))
    assert "3 references: nothing to report; 2 passed over" in text.replace("&#58;", ":")
    assert "Crossref is down" in text


def test_the_summary_tells_which_findings_can_be_mended() -> None:
    text = full(report(MISPRINT, references=1))
    assert "1 reference: 1 warning\n" in text
    assert text.endswith("1 can be mended, and then looked through, with --fix --unsafe-fixes\n")


def test_markdown_is_a_table_that_no_reference_can_break() -> None:
    text = markdown(report(HOSTILE, DOUBLE))
    rows = [line for line in text.split("\n") if line.startswith("| ")]
    assert len(rows) == 3  # with the heading
    assert all(row.count("|") == 6 for row in rows)
    assert "<b>" not in text
    assert "@" not in text
    assert "&#96;" in text


def test_markdown_of_a_very_long_report_stays_within_a_job_summary() -> None:
    text = markdown(report(*[DOUBLE] * 600))
    assert "and 100 more" in text
    assert len(text) < 2**20


def test_a_report_fails_from_its_severity_on() -> None:
    shown = report(fail_on=Severity.WARNING)
    assert [shown.fails(one) for one in (DOUBLE, MISPRINT, HOSTILE)] == [False, True, True]


@pytest.mark.parametrize("name", [name for name in RENDERERS if name != "json"])
def test_no_message_is_longer_than_a_service_takes(name: str) -> None:
    long = Finding(
        "doi-malformed",
        f"no DOI: {'x' * 100_000}",
        Severity.ERROR,
        "k" * 100_000,
        place=Place("refs.yaml", 1, 1),
        hint=f"write {'y' * 100_000}",
    )
    assert len(RENDERERS.load(name)(report(long))) < 20_000
