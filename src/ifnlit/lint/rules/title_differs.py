"""The registered title is another one.

Why: the title was translated, cut or mistyped; a search by it finds nothing.

Bad:

    title: Interleukin-17 promotes the growth of hepatocellular carcinoma cells

Good:

    title: Interleukin-17 promotes mouse hepatoma cell proliferation

What to do: take the title that the work itself prints.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
