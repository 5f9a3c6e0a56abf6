"""An expression of concern was published about the work.

Why: its results are under doubt, and may be retracted later.

Bad:

    DOI of a paper whose record says `updated-by: expression_of_concern`

Good:

    the notice read, and cited beside the paper where it matters

What to do: read the notice that the message names.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
