"""The registered year is another one.

Why: a reader looks in the wrong volume.

Bad:

    issued: "2009" where the record says 2019

Good:

    issued: "2019"

What to do: compare with the work: a year between online and print is let pass already.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
