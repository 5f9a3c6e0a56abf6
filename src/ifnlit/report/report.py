"""What renderers write: findings, and what they need to know of rules, files and the run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ifnlit.model.finding import Finding


@dataclass(frozen=True, slots=True)
class RuleHelp:
    """A rule as reports explain it: `page` is its manual page, the summary first."""

    name: str
    code: str
    severity: Severity
    summary: str
    page: str


@dataclass(frozen=True, slots=True)
class Report:
    """Findings in the order of the file, and the run they came from.

    `rules` are those that the findings name. `lines` are the texts of the files by path.
    `numbers` are the numbers of references in the printed list, by id. `passed_over` counts
    findings that are ignored or in the baseline. `remarks` are sentences on the run
    itself (what could not be checked). `path` is the file of findings without a place. `prefix` is
    put before paths, for services that count them from the root of a repository.
    """

    command: str
    findings: tuple[Finding, ...]
    references: int
    fail_on: Severity = Severity.ERROR
    rules: Mapping[str, RuleHelp] = field(default_factory=dict[str, RuleHelp])
    lines: Mapping[str, Sequence[str]] = field(default_factory=dict[str, "Sequence[str]"])
    numbers: Mapping[str, int] = field(default_factory=dict[str, int])
    passed_over: int = 0
    remarks: tuple[str, ...] = ()
    path: str = ""
    version: str = ""
    colour: bool = False
    prefix: str = ""

    def counts(self) -> dict[Severity, int]:
        """How many findings of each severity, the worst first."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in reversed(Severity)}

    def fails(self, finding: Finding) -> bool:
        """Whether a finding is as bad as what fails the run."""
        return finding.severity.reaches(self.fail_on)


class Renderer(Protocol):
    """Writes a report as the text of one format."""

    def __call__(self, report: Report) -> str: ...
