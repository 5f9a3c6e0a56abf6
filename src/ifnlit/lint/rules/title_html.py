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

_NEXT_FIELD = re.compile(r"""["}]\s*,\s*["\w-]+\s*[=:]""")  # of an entry that is one line


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    at = subject.at(reference)
    for name in ("title", "container_title"):
        value: str = getattr(reference, name)
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
        if found is None and tag is None:
            yield from _undone(at, variable(name), subject)
        if tag is not None:
            yield Fault(
                f'the tag "{tag[0]}"',
                variable=variable(name),
                text=tag[0],
                hint="take it out, or write <i>, <sub> or <sup>",
            )


def _undone(at: int, name: str, subject: Subject) -> Iterator[Fault]:
    """What stands in the file, and was undone by its reader: other programs do not undo it."""
    place = subject.places.get((at, name)) if subject.marked_lines else None
    if place is None or place.line not in subject.marked_lines:
        return
    written = _NEXT_FIELD.split(subject.source(at, name), maxsplit=1)[0]
    found = _ENTITY.search(written) or _TAG.search(written)
    if found is not None:
        what = "entity" if found[0].startswith("&") else "tag"
        yield Fault(
            f'the {what} "{found[0]}"',
            variable=name,
            text=found[0],
            hint="write plain text in the file",
        )


RULE = Rule(Severity.WARNING, each=_faults)
