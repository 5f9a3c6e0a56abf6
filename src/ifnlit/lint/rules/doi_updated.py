"""A notice of an unknown kind was published about the work.

Why: what was done to the work is not known to this program; it may matter.

Bad:

    DOI of a paper whose record says `updated-by` with a kind of its own

Good:

    the notice read

What to do: read the notice that the message names.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
