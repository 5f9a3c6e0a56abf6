"""The registered pages are others.

Why: a reader looks at the wrong place.

Bad:

    page: 133-136 where the record says 123-126

Good:

    page: 123-126

What to do: compare with the work itself.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
