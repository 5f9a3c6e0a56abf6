"""`check` as one command in CI: rules and evidence together, and the exit code they come to."""

from __future__ import annotations

import pytest

from ifnlit.app.check import Checked, machine_form
from ifnlit.app.gate import gate, spoken
from ifnlit.app.lint import Choice, Loaded
from ifnlit.errors import ExitCode
from ifnlit.lint import RULES
from ifnlit.model.date import Date
from ifnlit.model.finding import Finding, Severity
from ifnlit.model.reference import Reference
from ifnlit.model.verdict import Settled, Unchecked, Unlisted
from ifnlit.store.library import Library

ONE = Reference("a", "thesis", title="On  mice", publisher="P", genre="PhD", issued=Date(2018))
ASKED = Choice(tuple(RULES))
DOWN = Unchecked("", "crossref", "it could not be connected to")
RETRACTED = Finding("doi-retracted", "it was retracted", Severity.ERROR, "a", "DOI")
LATER = Finding("doi-unchecked", "not checked", Severity.WARNING, "a", "DOI")


def loaded(reference: Reference = ONE) -> Loaded:
    return Loaded(Library((reference,), "refs.yaml"), "")


def checked(*findings: Finding, verdict: Unchecked | Unlisted | None = None) -> Checked:
    settled = Settled("a", verdict or Unlisted("none found", ()), ())
    return Checked((ONE,), (settled,), findings)


def test_rules_and_evidence_stand_in_one_list() -> None:
    found = gate(loaded(), ASKED, checked(RETRACTED), outage="fail", locked=False)
    rules = [it.rule for it in found.checked.findings]
    assert rules == ["doi-retracted", "missing-author", "double-space"]
    assert found.checked.exit_code == ExitCode.FINDINGS
    assert machine_form(found.checked)["summary"]["exit"] == 1  # type: ignore[index]  # a map


def test_what_evidence_says_better_is_said_once() -> None:
    twice = Reference("a", "thesis", title="On mice", doi="10.1128")
    told = Finding("doi-malformed", "no DOI", Severity.ERROR, "a", "DOI")
    found = gate(loaded(twice), ASKED, checked(told), outage="fail", locked=False)
    assert [it.rule for it in found.checked.findings].count("doi-malformed") == 1


def test_a_rule_that_is_ignored_is_ignored_of_evidence_too() -> None:
    asked = Choice(tuple(name for name in RULES if name != "doi-retracted"))
    found = gate(loaded(), asked, checked(RETRACTED), outage="fail", locked=False)
    assert found.checked.exit_code == ExitCode.OK


@pytest.mark.parametrize(
    ("outage", "locked", "code", "remarks"),
    [
        ("fail", False, ExitCode.UNCHECKED, 1),
        ("warn", False, ExitCode.OK, 1),
        ("ok", False, ExitCode.OK, 0),
        ("ok", True, ExitCode.UNCHECKED, 1),
    ],
)
def test_an_outage_does_what_its_policy_says_and_missing_evidence_always_fails(
    outage: str, locked: bool, code: ExitCode, remarks: int
) -> None:
    asked = Choice(("doi-unchecked",), Severity.INFO)
    found = gate(loaded(), asked, checked(LATER, verdict=DOWN), outage=outage, locked=locked)
    assert found.checked.exit_code == code
    assert len(found.remarks) == remarks


def test_a_finding_outranks_what_is_unchecked() -> None:
    both = checked(RETRACTED, verdict=DOWN)
    assert gate(loaded(), ASKED, both, outage="fail", locked=False).checked.exit_code == 1


def test_a_remark_says_which_service_since_when_and_what_to_do() -> None:
    found = gate(loaded(), ASKED, checked(verdict=DOWN), outage="warn", locked=False)
    (remark,) = found.remarks
    assert remark.startswith("1 reference is unchecked: Crossref: it could not be connected to")
    assert "(since 20" in remark
    assert remark.endswith("run it again later")
    locked = gate(loaded(), ASKED, checked(verdict=DOWN), outage="warn", locked=True)
    assert "since" not in locked.remarks[0]  # a locked run says the same every time
    assert locked.remarks[0].endswith("commit refs.lock.json")


def test_a_severity_of_ones_own_fails() -> None:
    asked = Choice(("double-space",), Severity.INFO)
    assert gate(loaded(), asked, checked(), outage="ok", locked=False).checked.exit_code == 1


def test_the_table_for_a_person_leaves_advice_to_lint() -> None:
    found = gate(loaded(), ASKED, checked(RETRACTED), outage="fail", locked=False)
    shown = [it.rule for it in spoken(found.checked).findings]
    assert shown == ["doi-retracted", "missing-author"]
