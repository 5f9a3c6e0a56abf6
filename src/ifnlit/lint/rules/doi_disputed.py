"""The DOI is registered, but for another work.

Why: a reader lands at something else; a program imports it.

Bad:

    {title: Control of viral transcripts, DOI: 10.3322/caac.21660}

Good:

    {title: Control of viral transcripts, DOI: 10.1016/j.coviro.2018.02.009}

What to do: the message shows the fields that differ; `ifnlit resolve` may find the right DOI.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.ERROR)
