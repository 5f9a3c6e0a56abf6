"""An article number that stood in the field of pages.

Why: it is no page: styles print a p. or pp. before it.

Bad:

    pages = {e00442-20}

Good:

    eid = {e00442-20}

What to do: nothing: it is read as an article number.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.INFO)
