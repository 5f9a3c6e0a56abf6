"""Notes at the foot of a page: names as they are spoken, commas between all parts.

`John Smith, Title (Place: Publisher, 2010), 45.` and of parts `John Smith, "Title," in Book, ed.
Ann Lee (Place: Publisher, 2010), 45-60.` (Chicago Manual of Style, 17th ed., 14.20 and 14.106);
`Hans Müller, Titel, Ort 2010, S. 45.` in German ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse.grammar.forms import compiled
from ifnlit.parse.grammar.parts import YEAR, spans_of
from ifnlit.parse.hints import has_any
from ifnlit.parse.names import plausible
from ifnlit.parse.names.words import L, U

if TYPE_CHECKING:
    from ifnlit.parse.span import Span

NAME = "footnote"
# A year with a page behind it: one of these ends each of them.
_HINTS = ("), ", ", S. ")
_NAME = (
    rf"(?:[{U}][{L}]{{0,2}}\.[\s-]?|[{U}][{L}]+(?:-[{U}][{L}]+)?\s){{1,3}}"
    rf"(?:(?:van|von|de|der|den|del|di|la|le|zu|zur)\s){{0,2}}[{U}][\w'’-]+"
)
_NAMES = rf"{_NAME}(?:,\s{_NAME})*(?:,?\s(?:and|und|&)\s{_NAME}|\set\sal\.?)?"
_WHO = rf"(?P<author>{_NAMES})(?P<role>,?\s\(?(?:eds?|Hg|Hrsg)\.\)?)?,\s"
_PAGES = (
    r"(?P<pages>(?:\d{1,5}|[ivxlc]{1,7})(?:-\d{1,5}|-[ivxlc]{1,7}|n\d{1,3}|\s?ff?\.)?"
    r"(?:,\s\d{1,5}(?:-\d{1,5})?){0,3})"
)
_IMPRINT = (
    rf"\((?P<location>[{U}][^():\"\d]{{1,50}}):\s(?P<publisher>[^():\"]{{2,80}}?),\s"
    rf"(?P<date>{YEAR})\)"
)
_EXTRA = (
    r"(?:,\s(?P<edition>(?:\d{1,2}(?:st|nd|rd|th)|rev\.)\sed)\.)?(?:,\s(?:vol\.|Bd\.)\s(?P<volume>\d{1,3}|[IVX]{1,5}))?"
    rf"(?:,\strans\.\s(?P<translator>{_NAMES}))?"
)
_FORMS = (
    (
        rf"{_WHO}\"(?P<title>[^\"]{{3,300}}?)[,.]?\",?\sin:?\s(?P<container_title>[^\"()]{{3,200}}?),"
        rf"\s(?:eds?\.|edited\sby)\s(?P<editor>{_NAMES})\s{_IMPRINT}(?:,\s{_PAGES})?"
    ),
    rf"{_WHO}(?P<title>[{U}][^\"()]{{2,300}}?){_EXTRA}\s{_IMPRINT},\s{_PAGES}",
    (
        rf"{_WHO}(?P<title>[{U}][^\"()]{{2,300}}?),\s(?P<location>[{U}][{L}]+(?:[\s/.,-]{{1,2}}[{U}][{L}]*\.?){{0,3}})"
        rf"\s(?P<date>{YEAR}),\s(?:S|pp?)\.\s{_PAGES}"
    ),
)
_IN = re.compile(r",\s[Ii]n:?\s")
_ALL = 0.99  # every piece of a list looks like a name
_LONGEST = 700  # characters


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a note, or `None` when a string is none."""
    if not has_any(text, _HINTS) or len(text) > _LONGEST:
        return None
    if text.find(",") < text.find(" "):  # "Smith, J." is inverted
        return None
    stop = len(text.rstrip(" ."))
    for pattern in compiled(_FORMS):
        found = pattern.fullmatch(text, 0, stop)
        if found and plausible(found["author"]) >= _ALL and not _IN.search(found["title"]):
            names = [name for name in pattern.groupindex if name != "role"]
            first, *rest = spans_of(found, names)
            return (changed(first, label="editor") if found["role"] else first, *rest)
    return None
