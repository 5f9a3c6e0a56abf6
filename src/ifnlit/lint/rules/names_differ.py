"""The registered authors are others, or stand in another order.

Why: the work is credited to the wrong people, or is not the work meant.

Bad:

    author: [{family: Yadi, given: L.}]

Good:

    author: [{family: Li, given: Y.}]

What to do: compare with the work itself.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
