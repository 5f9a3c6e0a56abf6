"""Names that their reader had to guess at.

Why: a comma too many or a brace too few makes other people of them.

Bad:

    author = {Smith, John, Jones, Mary}

Good:

    author = {Smith, John and Jones, Mary}

What to do: part people with `and`.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
