"""GOST 7.1-2003, 7.0.5-2008 and 7.0.100-2018, as Cyrillic lists print them, and some Latin ones.

`Иванов, И. И. Название / И. И. Иванов // Журнал. – 2019. – Т. 5, № 2. – С. 10–15.`, and without
the dashes `Иванов И. И. Название // Журнал. 2019. Т. 5, № 2. С. 10–15.` Behind the title stand,
each with its mark, who is responsible for the work (`/`), what it is a part of (`//`), and areas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ifnlit.parse.span import Span

NAME = "gost"
_FIRST, _PAST = "\u0400", "\u0530"  # of the letters that a Cyrillic reference begins with


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string in this style, or `None` when it is not."""
    # The second character counts too: a quotation mark may stand before the first word.
    russian = _FIRST <= text[:1] < _PAST or _FIRST <= text[1:2] < _PAST
    if not russian and "// " not in text and ". -" not in text:
        return None
    # Few lists are in this style, and its patterns take long to compile.
    from ifnlit.parse.grammar.gost_reading import reading

    return reading(text, russian=russian)
