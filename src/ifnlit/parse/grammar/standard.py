"""Standards that begin with their designation, as no name of a person does.

`ISO 9001:2015. Title. Place: Publisher; year.`, `DIN EN ISO 14001:2015-11: Title. Place: Publisher,
year`; what follows the title may be absent.
"""

from __future__ import annotations

from ifnlit.parse.grammar import designation
from ifnlit.parse.grammar.imprint import imprint
from ifnlit.parse.grammar.parts import SENTENCE, body_end, free, identifiers, trimmed
from ifnlit.parse.span import Span

NAME = "standard"
_MARK = 2  # characters between the designation and the title


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string that begins with the designation of a standard, or `None`."""
    number = designation.standard(text)
    if number is None:
        return None
    ids = identifiers(text, number.end())
    end = body_end(text, ids, number.end())
    stop = next(SENTENCE.finditer(text, number.end() + _MARK, end), None)
    found = [Span(*number.span("number"), designation.STANDARD)]
    if stop is None:
        found.extend(trimmed(text, number.end(), end, "title"))
    else:
        found.extend(trimmed(text, number.end(), stop.start(), "title"))
        found.extend(imprint(text, stop.end(), end))
    return tuple(sorted((*free(found, ids), *ids), key=lambda one: one.start))
