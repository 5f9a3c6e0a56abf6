"""Two references with one citation key.

Why: a citation means one of them, and programs silently take the first or the last.

Bad:

    @article{li2019, ...}     @article{li2019, ...}

Good:

    @article{li2019interleukin, ...}     @article{li2019adar1, ...}

What to do: give one of them another key.
"""

from __future__ import annotations

from ifnlit.lint.rule import Rule
from ifnlit.model.finding import Severity

RULE = Rule(Severity.WARNING)
