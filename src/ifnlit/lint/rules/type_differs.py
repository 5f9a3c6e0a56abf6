"""The registered type is another one.

Why: an article and a dataset, a correction or an abstract of it are different works.

Bad:

    type: article-journal with the DOI of a dataset

Good:

    the DOI of the article

What to do: put the DOI of the work that is cited.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.INFO)
