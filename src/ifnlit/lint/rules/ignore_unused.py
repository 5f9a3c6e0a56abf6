"""An ignore that passes over nothing.

Why: the fault is gone, or the rule's name is mistyped; the next real one would be hidden.

Bad:

    custom: {ignore: {year-cluster: known}} where nothing is found

Good:

    no ignore

What to do: delete it.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
