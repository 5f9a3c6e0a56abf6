"""What a reader found in a file, told on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.cli.emit import complain
from ifnlit.errors import ExitCode
from ifnlit.model.finding import Severity
from ifnlit.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.finding import Finding


def tell(findings: Sequence[Finding]) -> ExitCode:
    """Tell the findings; `FINDINGS` when something of the file could not be read."""
    from ifnlit.app.told import told

    for line in told(findings):
        complain(f"{visible(line)}\n")
    broken = any(finding.severity is Severity.ERROR for finding in findings)
    return ExitCode.FINDINGS if broken else ExitCode.OK
