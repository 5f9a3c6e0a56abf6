"""A field that an entry has twice.

Why: one of the two values is not used.

Bad:

    year = {2018}, year = {2019}

Good:

    year = {2019}

What to do: delete the wrong one.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
