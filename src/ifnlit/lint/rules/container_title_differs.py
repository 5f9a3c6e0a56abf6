"""The registered journal or book is another one.

Why: a reader looks in the wrong journal.

Bad:

    container-title: Journal of Clinical Hepatobiliary Diseases

Good:

    container-title: Journal of Clinical Hepatology

What to do: compare with the work itself.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
