r"""A no-break space (U+00A0 and its kin) in a value or in the printed text.

Why: it looks like a blank and is none: searches and comparisons fail without a visible reason.

Bad:

    container-title: "Nat\u00A0Immunol"

Good:

    container-title: Nat Immunol

What to do: `ifnlit lint --fix` writes a blank in values; the printed text is kept as printed.
French punctuation ("2020 : bilan") keeps its no-break space, and so do abbreviations ("S. 403").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import PRINTED, Change, Fault, Rule
from ifnlit.lint.values import texts
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

# Not of French punctuation, behind a dash or an initial ("J. Smith"), nor of a number ("Bd. 3").
_NO_BREAK = re.compile(
    r"(?<![«\u2014\u2013])(?<!\b[A-Z]\.)[\u00a0\u202f\u2007]+(?![:;!?»%])(?!(?<=[a-z]\..)\d)"
)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    at = subject.at(reference)
    raw = subject.raws[at]
    found = None if raw.isascii() else _NO_BREAK.search(raw)
    if found is not None:
        before = raw[: found.start()].rsplit(" ", 1)[-1]
        yield Fault(
            f'a no-break space (U+{ord(found[0][0]):04X}) after "{before}"',
            variable=PRINTED,
            text=found[0],
        )
    if subject.all_texts[at].isascii():
        return
    for variable, value in texts(reference):
        found = _NO_BREAK.search(value)
        if found is not None:
            plain = " ".join(_NO_BREAK.sub(" ", value).split(" "))
            yield Fault(
                f"a no-break space (U+{ord(found[0][0]):04X})",
                variable=variable,
                text=found[0],
                hint="write a blank",
                changes=(Change(variable, value, plain),),
            )


RULE = Rule(Severity.INFO, each=_faults)
