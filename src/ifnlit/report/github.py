"""Annotations of GitHub Actions: workflow commands on standard output.

Data and properties are escaped as the runner's toolkit does it, so that no reference can write a
command of its own: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.finding import Severity
from ifnlit.report.plain import said, spot
from ifnlit.report.summary import summary

if TYPE_CHECKING:
    from ifnlit.report.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report) -> str:
    """One annotation a finding, then the summary."""
    lines: list[str] = []
    for finding in report.findings:
        where = spot(finding, report)
        lines.append(
            f"::{_COMMANDS[finding.severity]} file={_escaped(where.path, _PROPERTY)},"
            f"line={where.line},col={where.column},endColumn={where.end},"
            f"title={_escaped(finding.rule, _PROPERTY)}::{_escaped(said(finding, report), _DATA)}"
        )
    return "\n".join([*lines, summary(report)]) + "\n"


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
