"""An ignore without a reason.

Why: nobody knows later whether it still holds.

Bad:

    custom: {ignore: [missing-issue]}

Good:

    custom: {ignore: {missing-issue: the journal has no issues}}

What to do: say why in a few words.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
