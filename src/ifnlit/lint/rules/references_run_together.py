"""Two references of a printed list in one line.

Why: a program that reads line by line takes them for one.

Bad:

    [6] Dubrot J ... [7] Li Jie ...

Good:

    each number at the start of a line

What to do: begin a new line before the number.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.INFO)
