"""Volume and pages agree with the registry, the year does not.

Why: one of the two years is wrong; a reader looks in the wrong volume.

Bad:

    issued: "2019" where the record says 2020, with the same volume and pages

Good:

    issued: "2020"

What to do: compare with the work: a year between online and print is let pass already.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
