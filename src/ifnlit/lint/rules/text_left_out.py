"""Text in a printed list that is part of no reference.

Why: it is passed over: it may be a reference that was not recognised.

Bad:

    Notes on the sources

Good:

    a list of references alone

What to do: look at it.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.INFO)
