"""A search found a likely DOI for a reference that has none.

Why: with a DOI the reference can be followed and checked.

Bad:

    an article without DOI

Good:

    the DOI, after a person looked at it

What to do: `ifnlit resolve` shows the candidates and writes the one you choose.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.INFO)
