"""No agency knows the DOI.

Why: it leads nowhere: it was mistyped, made up, or never registered.

Bad:

    DOI: 10.1128/jvi.99999-99

Good:

    DOI: 10.1128/jvi.00442-20

What to do: copy it from the work; `ifnlit resolve` may find the right one.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.ERROR)
