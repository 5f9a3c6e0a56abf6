"""A date that its reader could not make out.

Why: it is kept as text, but no program sorts or prints by it.

Bad:

    issued: "2019-13"

Good:

    issued: "2019-12"

What to do: write the year, or year, month and day with hyphens.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
