"""What is a date and what is none, by the marks that show it: rules of `parse.borders`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse.grammar.parts import YEAR

if TYPE_CHECKING:
    from collections.abc import Callable

    from ifnlit.parse.span import Span

# The year of the first edition beside that of this one: "[1968] 1987", "1987 [1968]".
_REPRINT = re.compile(
    rf"(?:[\[(](?P<first>{YEAR})[\])]\s(?P<date>{YEAR}[a-z]?)|(?P<date2>{YEAR}[a-z]?)\s\[(?P<first2>{YEAR})\])"
    r"(?=[.,:)\s]|$)"
)
# In the place of a year, at the end of names or of a place: "Leipzig o. J.".
_UNDATED = re.compile(
    r"[\s.,]+\(?(?P<said>o\.\s?[JD]\.?|n\.\s?d\.?|s\.\s?a\.?|[Ff]orthcoming|[Ii]n\s[Pp]ress|"
    r"[Ii]m\s[Ee]rscheinen)\)?$"
)
# In front of a title: "(in press). Dikes", "im Erscheinen): Deiche".
_UNDATED_TITLE = re.compile(
    r"\(?(?P<said>o\.\s?[JD]\.?|n\.\s?d\.?|[Ff]orthcoming|[Ii]n\s[Pp]ress|[Ii]m\s[Ee]rscheinen)\)[.:,]?\s+(?=\S)"
)
_VOM = re.compile(r"\s(?:vom|v\.)$")
_DATED = frozenset(("date", "note", "accessed"))
_BEFORE_DATE = frozenset(("author", "editor", "location"))


def _originals(text: str, spans: list[Span]) -> list[Span]:
    """A year in brackets beside another one is that of the first edition."""
    found = _REPRINT.search(text) if "[" in text or "(" in text else None
    if found is None:
        return spans
    names = ("first", "date") if found["first"] else ("first2", "date2")
    if found[names[0]] > found[names[1]]:
        return spans
    inner = [one for one in spans if one.start < found.end() and one.end > found.start()]
    if not inner or not all(one.label in _DATED for one in inner):
        return spans
    first, date = (
        changed(inner[0], start=found.start(name), end=found.end(name), label=label)
        for name, label in zip(names, ("note", "date"), strict=True)
    )
    rest = [one for one in spans if one not in inner]
    return sorted((*rest, first, date), key=lambda one: one.start)


def _undated(text: str, spans: list[Span]) -> list[Span]:
    """What says that there is no date, or none yet, is no name and no place."""
    out: list[Span] = []
    for one in spans:
        stop = one.end + text.startswith(")", one.end)
        found = _UNDATED.search(text, one.start, stop) if one.label in _BEFORE_DATE else None
        ahead = _UNDATED_TITLE.match(text, one.start, one.end) if one.label == "title" else None
        if ahead:
            start, end = ahead.span("said")
            out += (
                changed(one, start=start, end=end, label="note"),
                changed(one, start=ahead.end()),
            )
        elif found is None or found.start() == one.start:
            out.append(one)
        else:
            start, end = found.span("said")
            names = changed(one, end=found.start())
            if text[found.start()] == "." and text[found.start() - 2] in " .":  # of an initial
                names = changed(one, end=found.start() + 1)
            out += (names, changed(one, start=start, end=end, label="note"))
    return out


def _papers(text: str, spans: list[Span]) -> list[Span]:
    """The word before the day of a newspaper is of neither: "Lüner Zeitung vom 12.03.2010"."""
    return [
        changed(one, end=found.start())
        if one.label == "container-title" and (found := _VOM.search(text, one.start, one.end))
        else one
        for one in spans
    ]


def _letters(text: str, spans: list[Span]) -> list[Span]:
    """The label of a page is no volume: "Lüner Zeitung, S. 5"."""
    return [
        one
        for one in spans
        if one.label != "volume" or text[one.start : one.end] not in {"S", "p", "pp"}
    ]


RULES: tuple[Callable[[str, list[Span]], list[Span]], ...] = (
    _originals,
    _undated,
    _papers,
    _letters,
)
