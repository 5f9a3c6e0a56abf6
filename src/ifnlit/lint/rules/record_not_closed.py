"""A record without its end mark.

Why: programs take the next record for a part of this one.

Bad:

    TY  - JOUR ... (no line ER)

Good:

    TY  - JOUR ... ER

What to do: add the end mark.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
