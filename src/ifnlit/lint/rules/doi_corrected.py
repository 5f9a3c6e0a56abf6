"""A correction of the work was published.

Why: numbers or names that are quoted from it may have changed.

Bad:

    DOI of a paper with a correction, quoted from the first print

Good:

    the corrected values

What to do: read the correction; if what is quoted did not change, ignore the rule for this entry.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.INFO)
