"""An abbreviation that the file does not define.

Why: its value is lost: programs print the abbreviation or nothing.

Bad:

    journal = jvirol without @string{jvirol = ...}

Good:

    @string{jvirol = {J Virol}}

What to do: define it with @string, or write the value in braces.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
