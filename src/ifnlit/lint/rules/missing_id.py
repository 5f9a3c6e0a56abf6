"""An entry without a citation key.

Why: it cannot be cited, and no command can name it.

Bad:

    @article{, title = {Interferon}}

Good:

    @article{li2019, title = {Interferon}}

What to do: write a key; `ifnlit add` makes one.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
