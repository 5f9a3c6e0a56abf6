"""What `check` as one command in CI comes to: rules of the library, evidence, and the exit code."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

from ifnlit.app.lint import judged
from ifnlit.errors import ExitCode, worst
from ifnlit.model.finding import Severity
from ifnlit.model.frozen import dataclass
from ifnlit.model.verdict import Unchecked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ifnlit.app.check import Checked
    from ifnlit.app.lint import Choice, Judged, Loaded
    from ifnlit.model.finding import Finding

UNCHECKED = "doi-unchecked"
# What evidence says better, with the other reference or the registry in view.
SAID_BY_EVIDENCE = frozenset({"doi-malformed", "doi-duplicate"})


@dataclass(frozen=True, slots=True)
class Gate:
    """The outcome of `check` with the rules of the library: findings, remarks, exit code."""

    checked: Checked
    judged: Judged
    remarks: tuple[str, ...]


def gate(one: Loaded, asked: Choice, checked: Checked, *, outage: str, locked: bool) -> Gate:
    """Join the findings of evidence with those of the rules, and settle the exit code.

    An outage fails nothing with `outage` "ok" or "warn"; evidence that a locked run lacks is no
    outage, and fails always.
    """
    told = [finding for finding in checked.findings if finding.rule in asked.rules]
    found = judged(one, asked, told, SAID_BY_EVIDENCE)
    unchecked = [it.verdict for it in checked.settled if isinstance(it.verdict, Unchecked)]
    codes = [ExitCode.OK]
    if any(_fails(finding, asked) for finding in found.findings):
        codes.append(ExitCode.FINDINGS)
    if unchecked and (outage == "fail" or locked):
        codes.append(ExitCode.UNCHECKED)
    remarks = () if outage == "ok" and not locked else tuple(_remarks(unchecked, locked=locked))
    decided = _with(checked, found.findings, worst(*codes))
    return Gate(decided, found, remarks)


def spoken(checked: Checked) -> Checked:
    """The outcome as the table for a person shows it: advice is left to `ifnlit lint`."""
    from ifnlit.lint import OWN

    def is_shown(finding: Finding) -> bool:
        return finding.severity is not Severity.INFO or finding.rule not in OWN

    return _with(checked, tuple(filter(is_shown, checked.findings)), checked.exit_code)


def _with(checked: Checked, findings: tuple[Finding, ...], decided: ExitCode) -> Checked:
    """The same outcome with these findings and this exit code."""
    from ifnlit.app.check import Checked as Outcome

    return Outcome(
        checked.references, checked.settled, findings, checked.kept, checked.notes, decided
    )


def _fails(finding: Finding, asked: Choice) -> bool:
    """Whether a finding fails the run; what is unchecked is for the outage policy to settle."""
    return finding.rule != UNCHECKED and finding.severity.reaches(asked.fail_on)


def _remarks(unchecked: Sequence[Unchecked], *, locked: bool) -> Iterator[str]:
    """Which service, since when, for how many references, and what to do."""
    from ifnlit.sources import label

    counts = Counter((it.service, it.reason) for it in unchecked)
    now = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime())
    for (service, reason), times in counts.items():
        who = f"{label(service)}: " if service else ""
        since = "" if locked else f" (since {now})"
        todo = "run ifnlit check, and commit refs.lock.json" if locked else "run it again later"
        noun = "reference is" if times == 1 else "references are"
        yield f"{times} {noun} unchecked: {who}{reason}{since}; {todo}"
