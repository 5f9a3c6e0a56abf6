"""SARIF 2.1.0 (OASIS), as code scanning services read it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from ifnlit.model.finding import Severity
from ifnlit.report.fingerprint import fingerprints
from ifnlit.report.plain import json_text, said, spot

if TYPE_CHECKING:
    from ifnlit.model.finding import Finding
    from ifnlit.report.report import Report, RuleHelp

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "ifnlit/v1"


def render(report: Report) -> str:
    """One run with its rules and results."""
    rules = [report.rules[name] for name in sorted(report.rules)]
    index = {rule.name: at for at, rule in enumerate(rules)}
    marks = fingerprints(report.findings)
    results = [
        _result(finding, mark, index, report)
        for finding, mark in zip(report.findings, marks, strict=True)
    ]
    driver = {"name": "ifnlit", "version": report.version, "rules": [_rule(rule) for rule in rules]}
    run: dict[str, object] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": results,
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: RuleHelp) -> dict[str, object]:
    return {
        "id": rule.name,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.page},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.code]},
    }


def _result(
    finding: Finding, mark: str, index: dict[str, int], report: Report
) -> dict[str, object]:
    where = spot(finding, report)
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": said(finding, report)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(where.path)},
                    "region": {
                        "startLine": where.line,
                        "startColumn": where.column,
                        "endColumn": where.end,
                    },
                }
            }
        ],
        "partialFingerprints": {_FINGERPRINT: mark},
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    return result


def _invocation(report: Report) -> dict[str, object]:
    """Whether everything could be looked at; what could not is a notification."""
    return {
        "executionSuccessful": True,
        "toolExecutionNotifications": [
            {"level": "warning", "message": {"text": remark}} for remark in report.remarks
        ],
    }
