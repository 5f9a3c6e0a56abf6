"""A row of a table with more cells than the heading.

Why: a cell holds the separator, so its rest stands in the wrong columns.

Bad:

    Interferon, in mice,2019

Good:

    "Interferon, in mice",2019

What to do: put cells that hold the separator into double quotes.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
