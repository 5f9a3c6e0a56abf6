"""What stays the same of a finding when lines move: for baselines and code scanning services."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.finding import Finding


def fingerprints(findings: Sequence[Finding]) -> tuple[str, ...]:
    """A hash of each finding's identity; the second of two equal ones gets another hash."""
    from hashlib import sha256

    seen: Counter[tuple[str, ...]] = Counter()
    found: list[str] = []
    for finding in findings:
        key = finding.identity
        text = "\0".join((*key, str(seen[key])))
        seen[key] += 1
        found.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return tuple(found)
