"""A part of a JSON file that is no JSON.

Why: records may be missing.

Bad:

    [{"id": "x",}]

Good:

    [{"id": "x"}]

What to do: mend the syntax at the place that the message names.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
