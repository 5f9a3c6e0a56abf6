"""Two fields of one entry give different dates.

Why: one of them is wrong, and which one is used is chance.

Bad:

    year = {2018}, date = {2019-03}

Good:

    date = {2019-03}

What to do: delete the wrong one.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
