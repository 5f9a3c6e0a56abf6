"""The work was retracted.

Why: its results must not be relied on; a review that cites it has to say so, or drop it.

Bad:

    DOI of a paper whose record says `updated-by: retraction`

Good:

    another source for the same statement, or the retraction cited beside it

What to do: read the notice that the message names; if the citation is meant, ignore the rule for
this entry with a reason.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.ERROR)
