"""There is no evidence on the DOI, or none that is fresh.

Why: whether the DOI is right is not known: a service was down, or `--locked` found nothing.

Bad:

    ifnlit check --locked after a DOI was changed

Good:

    ifnlit check, then commit refs.lock.json

What to do: run `ifnlit check` where the network is, and commit the lock file.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
