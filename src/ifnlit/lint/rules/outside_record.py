"""Text in a file of references that belongs to no record.

Why: it is passed over: it may be a record whose beginning was lost.

Bad:

    a line of words between two RIS records

Good:

    each line inside a record, with its tag

What to do: delete the text, or give it the record that it belongs to.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
