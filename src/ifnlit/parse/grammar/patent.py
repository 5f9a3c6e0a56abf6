"""Patents: inventors, who owns it, a title, a number that says so itself, and a date.

`Smith J, inventor; Acme Corp, assignee. Title. United States patent US 6,123,456. 2000 Sep 26.`
(NLM, Citing Medicine, ch. 5), `J. Smith, "Title," U.S. Patent 6 123 456, Sep. 26, 2000.` (IEEE),
`Müller, H.: Titel. Patent DE 10 2005 012 345 A1, 2006`. The owner is no author: CSL has no
variable for it, so it is kept in the note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.grammar.head import authors_end, names_end
from ifnlit.parse.grammar.parts import ANY_DATE, spans_of, trimmed
from ifnlit.parse.names import plausible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.parse.span import Span

NAME = "patent"
WORDS = frozenset("inventor inventors erfinder issued filed".split())  # of the form, no value
_ROLES = re.compile(
    r"(?P<author>[^;:\"]{3,600}?),?\s[(\[]?(?:[Ii]nventors?|[Ee]rfinder)[)\]]?"
    r"(?:[;,]\s(?P<note>[^;\"]{2,300}?,?\s[(\[]?(?:[Aa]ssignees?|[Aa]pplicants?)[)\]]?))?[.:]\s"
)
_OWNER = re.compile(
    r"(?P<note>[^;:\"]{3,200}?,?\s[(\[]?(?:[Aa]ssignees?|[Aa]pplicants?|Anmelder(?:in)?|Inhaber(?:in)?)[)\]]?)"
    r"[;,.:]\s(?:(?P<author>[^;:\"]{3,600}?),?\s[(\[]?(?:[Ii]nventors?|[Ee]rfinder)[)\]]?[.:]\s)?"
)
_COLON = re.compile(r"(?P<author>[^:\"]{3,400}?)\s?:\s(?=\S)")
_QUOTED = re.compile(r"(?P<author>[^\"]{3,600}?),?\s\"(?P<title>[^\"]{3,400}?)[,.]?\"[,.]?\s*$")
_DATED = re.compile(
    rf"[\s.,;(\[]*(?:(?P<note>filed\s[^,]{{4,16}},\s\d{{4}}),?\s(?:and\s)?)?(?:issued\s|granted\s|published\s)?"
    rf"(?P<date>{ANY_DATE})?[)\]]?[\s.]*$"
)
# DIN 690: what it is and its number come first.
_LATER = re.compile(
    r"\s\((?P<date>\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})\)\.\s(?:(?P<note>[^.]{2,80}?)\.\s)?"
    r"(?P<author>[^.:]{2,60},\s(?:[A-Z]\.-?\s?){1,3}(?:[;,]\s[^.:]{2,60},\s(?:[A-Z]\.-?\s?){1,3}){0,9})"
    r"(?::\s)?(?P<title>[^.]{3,300})\.?$"
)
_ALL = 0.99  # every piece of a list looks like a name


def spans(text: str, numbers: Sequence[Span]) -> tuple[Span, ...] | None:
    """Labelled spans of a patent with these numbers, `None` where they do not end it."""
    first, last = numbers[0], numbers[-1]
    if not text[: first.start].strip():
        found = _LATER.fullmatch(text, last.end)
        rest = list(spans_of(found, ("date", "note", "author", "title"))) if found else []
    else:
        dated = _DATED.fullmatch(text, last.end)
        head = _head(text, first.start) if dated else None
        rest = [*head, *spans_of(dated, ("note", "date"))] if dated and head else []
    return tuple(sorted((*rest, *numbers), key=lambda one: one.start)) if rest else None


def _head(text: str, end: int) -> list[Span] | None:
    """Inventors, owner and title; `None` where it cannot be said which is which."""
    quoted = _QUOTED.match(text, 0, end)
    if quoted:
        return [*spans_of(quoted, ("author", "title"))] if _are_names(quoted["author"]) else None
    said = _ROLES.match(text, 0, end) or _OWNER.match(text, 0, end)
    if said:
        found = list(spans_of(said, ("author", "note")))
        start = said.end()
        return [*found, *trimmed(text, start, end, "title")]
    colon = _COLON.match(text, 0, end)
    if colon and _are_names(colon["author"]):
        return [*spans_of(colon, ("author",)), *trimmed(text, colon.end(), end, "title")]
    cut = authors_end(text, end)
    if cut is None or not _are_names(text[:cut]):
        return None
    title = trimmed(text, cut + 1, end, "title")
    return [*trimmed(text, 0, names_end(text, cut), "author"), *title] if title else None


def _are_names(text: str) -> bool:
    return plausible(text) >= _ALL
