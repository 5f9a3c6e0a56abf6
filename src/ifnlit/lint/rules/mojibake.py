"""Letters that came through a wrong encoding.

Why: names are printed wrong, and are not found.

Bad:

    author: [{family: MÃ¼ller, given: K.}]

Good:

    author: [{family: Müller, given: K.}]

What to do: import the source again as UTF-8, or correct the letters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.lint.values import texts
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

# UTF-8 of two and three bytes read as Latin-1 or Windows-1252, and what a decoder puts for a loss.
_WRONG = re.compile("[ÃÂÄÅ][\x80-\xbf€‚„…†‡‰‹‘’“”•–—™›]|â€[^\\s\\w]?|ï¿½|ï»¿|\ufffd")


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    whole = subject.all_texts[subject.at(reference)]
    if whole.isascii() or _WRONG.search(whole) is None:
        return
    for variable, value in texts(reference, names=True):
        found = _WRONG.search(value)
        if found is not None:
            yield Fault(
                f'"{found[0]}" comes from a wrong encoding',
                variable=variable,
                text=found[0],
                hint="import the source again as UTF-8",
            )


RULE = Rule(Severity.WARNING, each=_faults)
