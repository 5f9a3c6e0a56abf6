"""What stays the same of a finding when lines move: for baselines and code scanning services."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.finding import Finding

Identity = tuple[str, str, str, str]


def identity(finding: Finding) -> Identity:
    """Rule, reference, variable, and the text at fault: no line, and no count in a message."""
    return finding.rule, finding.ref, finding.variable, finding.text


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """A hash of each finding's identity; the second of two equal ones gets another hash."""
    from hashlib import sha256

    seen: Counter[Identity] = Counter()
    found: list[str] = []
    for finding in findings:
        key = identity(finding)
        text = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        found.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return tuple(found)
