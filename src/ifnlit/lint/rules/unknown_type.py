"""A type that the format does not have.

Why: the entry is read as a document: no style prints it as what it is.

Bad:

    @artcle{x, title = {Interferon}}

Good:

    @article{x, title = {Interferon}}

What to do: write the type that comes nearest.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
