"""The registered volume is another one.

Why: a reader looks in the wrong volume.

Bad:

    volume: "16" where the record says 46

Good:

    volume: "46"

What to do: compare with the work itself.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
