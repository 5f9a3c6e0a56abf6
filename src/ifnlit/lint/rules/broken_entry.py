"""An entry that its reader could not make out.

Why: it is not in the result: nothing of it can be checked or exported.

Bad:

    @article{x, title = {Interferon   (a brace is never closed)

Good:

    @article{x, title = {Interferon}}

What to do: mend the entry at the place that the message names.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.ERROR)
