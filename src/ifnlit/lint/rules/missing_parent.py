"""An entry takes values from another one that is not there.

Why: the values that it takes over are missing.

Bad:

    crossref = {proceedings2019} without an entry of that key

Good:

    the entry proceedings2019 in the same file

What to do: add the entry, or correct the key.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
