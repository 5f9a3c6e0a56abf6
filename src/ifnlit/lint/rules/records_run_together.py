"""Two records, or two fields, without a line break between them.

Why: programs that read line by line take them for one.

Bad:

    TI  - Interferon AU  - Li, J.

Good:

    each tag at the start of a line

What to do: begin a new line before the tag.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
