"""Each rule: cases that it reports, and cases that it must not, from tests/lint/cases.yaml."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from ifnlit.formats.csl import from_csl
from ifnlit.lint import OWN, RULES, code
from ifnlit.lint.engine import findings
from ifnlit.lint.manual import body, markdown, page
from ifnlit.lint.subject import Subject
from ifnlit.model.reference import Reference
from ifnlit.parse import parse

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8")
)
YEAR = 2026
ALL = [(name, kind, case) for name, one in CASES.items() for kind in one for case in one[kind]]


def subject(case: dict[str, Any]) -> Subject:
    """The references that a case gives: as records, as a printed list, or as both."""
    if "list" in case:
        items = parse(case["list"]).items
        references = [item.reference for item in items]
    else:
        references = [_reference(at, item) for at, item in enumerate(case["records"])]
    return Subject(references, YEAR)


def _reference(at: int, item: dict[str, Any]) -> Reference:
    reference, problems = from_csl({"id": f"r{at}", "type": "article-journal", **item})
    assert not problems or reference.custom or reference.extra, problems
    return reference


@pytest.mark.parametrize(
    ("name", "kind", "case"), ALL, ids=[f"{name}: {case['why']}" for name, _, case in ALL]
)
def test_a_rule_reports_what_it_should(name: str, kind: str, case: dict[str, Any]) -> None:
    found = findings(subject(case), [name])
    if kind == "pass":
        assert found == ()
        return
    assert found
    if "text" in case:
        assert case["text"] in [it.text for it in found]
    if "after" in case:
        fix = found[0].fix
        assert fix is not None
        assert [edit.after for edit in fix.edits] == [str(one) for one in case["after"]]
        assert fix.safe == case.get("safe", True)


@pytest.mark.parametrize("name", OWN)
def test_every_rule_has_cases_that_it_reports_and_cases_that_it_must_not(name: str) -> None:
    if name == "doi-as-url":  # needs the text of a file: tests/app/test_lint.py
        return
    assert CASES[name]["fail"]
    assert CASES[name]["pass"]


@pytest.mark.parametrize("name", list(RULES))
def test_the_page_of_a_rule_says_all_that_a_reader_needs(name: str) -> None:
    text = body(name)
    assert text.split("\n")[0] == RULES.entry(name).summary
    for part in ("\nWhy: ", "\nBad:\n\n    ", "\nGood:\n\n    ", "\nWhat to do: "):
        assert text.count(part) == 1, part
    assert page(name).startswith(f"{name} ({code(name)}, ")
    assert markdown(name).startswith(f"## {name}\n")


def test_every_rule_is_a_file_of_its_own_and_no_file_is_left_over() -> None:
    folder = Path(str(import_module("ifnlit.lint.rules").__file__)).parent
    files = {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--"}
    assert files == set(RULES)


def test_there_are_more_than_forty_rules_and_each_has_a_code_of_its_own() -> None:
    codes = [code(name) for name in RULES]
    assert len(codes) == len(set(codes)) >= 40
    assert all(re.fullmatch(r"IFN[1-9]\d\d", one) for one in codes)


def test_a_rule_that_is_found_elsewhere_checks_nothing_here() -> None:
    for name in RULES:
        rule = RULES.load(name)
        own = rule.each is not None or rule.whole is not None
        assert own == (name in OWN)
        assert rule.each is None or rule.whole is None


def test_findings_come_in_the_order_of_the_list_and_those_on_the_list_last() -> None:
    one = Reference("b", "article-journal", issued=None)
    found = findings(Subject([one, Reference("a", "thesis")], YEAR), ["missing-title"])
    assert [it.ref for it in found] == ["b", "a"]
