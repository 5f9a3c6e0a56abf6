"""The DOI was replaced by another one.

Why: the old one still leads there, but lists and indexes go by the new one.

Bad:

    DOI: 10.1000/old

Good:

    DOI: 10.1000/new

What to do: write the DOI that the message names.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.INFO)
