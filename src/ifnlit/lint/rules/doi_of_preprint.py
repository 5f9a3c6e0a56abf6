"""The DOI is that of the preprint, the reference that of the article.

Why: readers get another text than the one cited, before peer review.

Bad:

    {container-title: J Virol, DOI: 10.1101/2020.03.01.971234}

Good:

    {container-title: J Virol, DOI: 10.1128/jvi.00442-20}

What to do: put the article's DOI; the message names it where the registry links the two.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.ERROR)
