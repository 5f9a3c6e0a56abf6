"""A field that no variable of CSL holds.

Why: it is kept under its own name and written back into files of its format; other formats leave it
out.

Bad:

    @article{x, mood = {good}}

Good:

    @article{x, note = {good}}

What to do: nothing, or use a field that programs know.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.INFO)
