"""A value that its reader could not make out.

Why: it is kept as text, but no program understands it.

Bad:

    issued: "2019-13"

Good:

    issued: "2019-12"

What to do: write it in the form that the message names.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
