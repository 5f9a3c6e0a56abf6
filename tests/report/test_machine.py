"""Reports for machines: json, sarif, gitlab, rdjson, junit, against the shapes that readers ask."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from ifnlit.model.finding import Finding, Place, Severity
from ifnlit.report import RENDERERS
from ifnlit.report.fingerprint import fingerprints
from tests.report.reports import DOUBLE, HOSTILE, MISPRINT, ON_THE_LIST, report

EVERY = (DOUBLE, MISPRINT, ON_THE_LIST, HOSTILE)


def loaded(name: str, *findings: Finding, **more: object) -> Any:  # noqa: ANN401  # JSON of any shape
    return json.loads(RENDERERS.load(name)(report(*findings, **more)))


def test_json_holds_everything() -> None:
    found = loaded("json", DOUBLE, ON_THE_LIST, passed_over=1, remarks=("down",))
    assert found["version"] == 1
    assert found["findings"][0] == {
        "rule": "double-space",
        "code": "IFN702",
        "severity": "info",
        "key": "lan2019",
        "n": 8,
        "variable": "title",
        "message": "two blanks in a row",
        "hint": "leave one",
        "text": "干扰素 of  mice",
        "path": "refs.yaml",
        "line": 3,
        "column": 13,
        "fix": {
            "safe": True,
            "edits": [{"key": "lan2019", "variable": "title", "before": "a  b", "after": "a b"}],
        },
        "fingerprint": fingerprints((DOUBLE,))[0],
    }
    assert found["findings"][1]["line"] is None
    assert found["summary"] == {
        "references": 3,
        "error": 0,
        "warning": 1,
        "info": 1,
        "passed_over": 1,
        "remarks": ["down"],
    }


def test_json_keeps_what_a_terminal_must_not_see_as_escapes() -> None:
    assert loaded("json", HOSTILE)["findings"][0]["text"] == "\x9b2J"


def test_a_fingerprint_is_that_of_the_fault_and_not_of_its_line() -> None:
    moved = Finding("doi-absent", "11 of 12", place=Place("refs.yaml", 99, 1))
    assert fingerprints((moved,)) == fingerprints((ON_THE_LIST,))
    assert len(set(fingerprints((DOUBLE, DOUBLE, MISPRINT)))) == 3


def test_sarif_is_a_log_of_one_run_with_rules_and_results() -> None:
    log = loaded("sarif", *EVERY, remarks=("Crossref is down",))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("ifnlit", "0.1.0")
    assert run["columnKind"] == "unicodeCodePoints"
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    told = [it["message"]["text"] for it in invocation["toolExecutionNotifications"]]
    assert told == ["Crossref is down"]
    assert len(run["results"]) == len(EVERY)


def test_sarif_rules_have_help_and_results_point_at_them() -> None:
    (run,) = loaded("sarif", *EVERY)["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["doi-absent", "double-space"]
    assert rules[1]["name"] == "DoubleSpace"
    assert rules[1]["defaultConfiguration"]["level"] == "note"
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["shortDescription"]["text"].endswith(".")
    for result in run["results"]:
        if "ruleIndex" in result:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [it["level"] for it in run["results"]] == ["note", "warning", "warning", "error"]


def test_sarif_places_are_relative_addresses_with_a_region() -> None:
    (run,) = loaded("sarif", *EVERY)["runs"]
    for result in run["results"]:
        (location,) = result["locations"]
        place = location["physicalLocation"]
        address = place["artifactLocation"]["uri"]
        assert not set(address) & set(' \n\\"<>^`{|}')
        assert ":" not in address.split("/")[0]  # else it would read as a scheme
        region = place["region"]
        assert 1 <= region["startColumn"] < region["endColumn"]
        assert region["startLine"] >= 1
        assert len(result["partialFingerprints"]["ifnlit/v1"]) == 32


def test_gitlab_is_a_list_of_issues_with_unique_fingerprints() -> None:
    found = loaded("gitlab", *EVERY)
    assert [it["severity"] for it in found] == ["info", "minor", "minor", "critical"]
    assert len({it["fingerprint"] for it in found}) == len(EVERY)
    for it in found:
        assert set(it) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert it["location"]["lines"]["begin"] >= 1
        assert not it["location"]["path"].startswith("./")
    assert loaded("gitlab") == []


def test_rdjson_counts_columns_in_bytes() -> None:
    found = loaded("rdjson", *EVERY)
    assert found["source"] == {"name": "ifnlit"}
    place = found["diagnostics"][0]["location"]
    assert place["range"]["start"] == {"line": 3, "column": 13}
    assert place["range"]["end"] == {"line": 3, "column": 13 + len("干扰素 of  mice".encode())}
    assert [it["severity"] for it in found["diagnostics"]] == [
        "INFO",
        "WARNING",
        "WARNING",
        "ERROR",
    ]
    assert found["diagnostics"][2]["location"]["range"]["start"] == {"line": 1, "column": 1}


def suite(*findings: Finding, **more: object) -> ET.Element:
    root = ET.fromstring(RENDERERS.load("junit")(report(*findings, **more)))  # noqa: S314  # our own
    assert root.tag == "testsuites"
    assert not root.attrib
    (found,) = root
    return found


def test_junit_has_the_parts_of_the_common_schema_in_its_order() -> None:
    found = suite(*EVERY, fail_on=Severity.WARNING)
    assert set(found.attrib) == {
        "name",
        "package",
        "id",
        "timestamp",
        "hostname",
        "tests",
        "failures",
        "errors",
        "time",
    }
    tags = [part.tag for part in found]
    assert tags[0] == "properties"
    assert tags[-2:] == ["system-out", "system-err"]
    assert set(tags[1:-2]) == {"testcase"}
    assert found.get("tests") == str(len(tags) - 3)
    for case in found.iter("testcase"):
        assert set(case.attrib) == {"name", "classname", "time"}
        assert len(case) <= 1


def test_junit_fails_what_fails_the_run_and_tells_the_rest() -> None:
    found = suite(*EVERY, fail_on=Severity.WARNING, remarks=("down",))
    assert found.get("failures") == "3"
    failures = list(found.iter("failure"))
    assert [it.get("type") for it in failures] == [
        "misprint-suspected",
        "doi-absent",
        "doi-malformed",
    ]
    assert "double-space" in (found.findtext("system-out") or "")
    assert found.findtext("system-err") == "down"


def test_junit_without_a_failure_is_a_test_that_passed() -> None:
    found = suite(DOUBLE)
    assert (found.get("tests"), found.get("failures")) == ("1", "0")
    assert next(found.iter("testcase")).get("name") == "3 of 3 references without failure"


def test_junit_on_nothing_but_failures_of_the_list() -> None:
    found = suite(ON_THE_LIST, references=0, fail_on=Severity.INFO)
    assert (found.get("tests"), found.get("failures")) == ("1", "1")


@pytest.mark.parametrize("character", ["\x00", "\ufffe", "\ud800"])
def test_junit_holds_no_character_that_xml_forbids(character: str) -> None:
    odd = Finding("x", f"a{character}b", Severity.ERROR, "a")
    assert next(suite(odd).iter("failure")).get("message") == "a\ufffdb"
