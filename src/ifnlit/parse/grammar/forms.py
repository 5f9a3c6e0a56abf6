"""Strings that one of a few forms holds from end to end, as lawyers and notes cite."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from ifnlit.parse.grammar.parts import body_end, identifiers
from ifnlit.parse.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIGITS = "0123456789"


@cache
def compiled(forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """The patterns of forms, compiled when one is first looked for: that takes long."""
    return tuple(map(re.compile, forms))


def law(text: str, forms: tuple[str, ...], labels: Mapping[str, str]) -> tuple[Span, ...] | None:
    """Labelled spans of a decision or an act by the first form that holds it; `None` for none.

    A group is its label, or stands for that of `labels`; "date2" is a second place for "date".
    """
    # A year in brackets is that of a volume here, and no date of access.
    ids = tuple(one for one in identifiers(text) if not text.startswith("[", one.start - 1))
    end = body_end(text, ids)
    stop = len(text[:end].rstrip(" .,"))
    for pattern in compiled(forms):
        found = pattern.fullmatch(text, 0, stop) or pattern.fullmatch(text, 0, end)
        if found:
            plain = {name: name.rstrip(_DIGITS) for name in pattern.groupindex if found[name]}
            own = [
                Span(*found.span(name), labels.get(label, label)) for name, label in plain.items()
            ]
            return tuple(sorted([*own, *ids], key=lambda one: one.start))
    return None
