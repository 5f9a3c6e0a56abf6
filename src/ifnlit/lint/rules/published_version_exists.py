"""The cited preprint was published since.

Why: the published article is what a reader expects, and may say something else.

Bad:

    {type: article, DOI: 10.1101/2020.03.01.971234}

Good:

    {type: article-journal, DOI: 10.1128/jvi.00442-20}

What to do: cite the article, or ignore the rule where the preprint itself is meant.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
