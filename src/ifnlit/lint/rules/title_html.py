"""Markup or character entities of a web page in a title.

Why: they are printed as they stand. CSL knows <i>, <b>, <sub>, <sup> and small capitals alone.

Bad:

    title: "Role of <jats:italic>TP53</jats:italic> in B &amp; T cells"

Good:

    title: "Role of <i>TP53</i> in B & T cells"

What to do: `ifnlit lint --fix` writes the characters that entities stand for; take other tags out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.model.csl import variable
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|alpha|beta|gamma|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
)
_TAG = re.compile(
    r"</?(?!(?:i|b|sub|sup|sc|span|em|strong)\b)(?:[a-z]{1,9}:)?[a-z][a-z0-9-]{0,20}(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    del subject
    for name in ("title", "container_title"):
        value: str = getattr(reference, name)
        if "&" not in value and "<" not in value:
            continue
        found = _ENTITY.search(value)
        if found is not None:
            from html import unescape

            plain = _ENTITY.sub(lambda entity: unescape(entity[0]), value)
            yield Fault(
                f'the entity "{found[0]}"',
                variable=variable(name),
                text=found[0],
                hint="write the character itself",
                changes=(Change(variable(name), value, plain),),
            )
        tag = _TAG.search(value)
        if tag is not None:
            yield Fault(
                f'the tag "{tag[0]}"',
                variable=variable(name),
                text=tag[0],
                hint="take it out, or write <i>, <sub> or <sup>",
            )


RULE = Rule(Severity.WARNING, each=_faults)
