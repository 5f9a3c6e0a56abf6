"""A number of a printed list comes after a higher one.

Why: entries were moved, or two lists were joined.

Bad:

    [8] ...     [7] ...

Good:

    [7] ...     [8] ...

What to do: put the entries into the order of their numbers.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
