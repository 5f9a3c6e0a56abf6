"""What a work stands in, who published it, by the marks that show it: rules of `parse.borders`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.model.iso4 import is_title_word
from ifnlit.parse.dictionary import is_journal

if TYPE_CHECKING:
    from collections.abc import Callable

    from ifnlit.parse.span import Span

_BREAK = re.compile(r"[.?!]\"?\s+(?=\S)")
_NAMED_JOURNAL = re.compile(
    r"\b(?:journal|annals|archives|proceedings|transactions|letters|review|reviews|acta|zeitschrift|"
    r"revue|revista|rivista|bulletin)\b|\b(?:j|ann|arch|proc|trans|rev|acta|phys|chem|lett)\.(?:\s|$)",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:proc|conf|symp|meeting|workshop|congress)", re.IGNORECASE)
_IN = re.compile(r"\bin:?\s[\"']?$", re.IGNORECASE)
_ED = re.compile(r",?\s(?:[Ee]ds?\.|[Ee]dited)\s(?:by\s)?(?=[^\W\d_])")
_SPOKEN = re.compile(r"[^\W\d_]\.[\s-]?(?:[^\W\d_]\.[\s-]?)*[^\W\d_]{2}|[^\W\d_]{2,}\s[^\W\d_]")
_SCHOOL = re.compile(
    r"universit|universid|institut[eo]?\b|college|hochschule|polyt[eé]ch|school|academy|\bETH\b|\bTU\b",
    re.IGNORECASE,
)
_THESIS = re.compile(
    r"\b(?:thesis|dissertation|diss|th[èe]se|tese|tesis|disserta[çc][ãa]o|proefschrift|m[ée]moire)\b",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?P<genre>[^\W\d_]+(?:\s\([^()]{3,20}\))?)\s?[-,]\s")
_LEAST = 3  # words of a book's title, and not of a name
_SHORT = 5  # letters that an abbreviation may have
_LEAD = 6  # characters before a host that can hold "in: "
_LOCATORS = frozenset(("volume", "issue", "pages"))


def _titles(text: str, spans: list[Span]) -> list[Span]:
    """A title in front of its journal is no part of it: "Oil company choices. IEEE Trans"."""
    at = next((n for n, one in enumerate(spans) if one.label == "container-title"), -1)
    if at < 0 or not _LOCATORS & {one.label for one in spans}:
        return spans
    host = spans[at]
    titled = any(one.label == "title" for one in spans)
    for found in reversed(list(_BREAK.finditer(text, host.start, host.end))):
        before, after = text[host.start : found.start()], text[found.end() : host.end]
        if not is_journal(after) or is_journal(before) or not _is_sentence(before):
            continue
        end = found.start() + (text[found.start()] in "?!")
        rest = changed(host, start=found.end())
        if not titled:
            return [*spans[:at], changed(host, end=end, label="title"), rest, *spans[at + 1 :]]
        if at and spans[at - 1].label == "title":
            return [*spans[: at - 1], changed(spans[at - 1], end=end), rest, *spans[at + 1 :]]
    return spans


def _is_sentence(text: str) -> bool:
    """Whether words are of a title, and not the beginning of an abbreviated name: "Bell Syst."."""
    words = text.split()
    if _NAMED_JOURNAL.search(text) or "." in text:
        return False
    return len(words) > _LEAST or not any(
        len(word) <= _SHORT or is_title_word(word) for word in words
    )


def _edited(text: str, spans: list[Span]) -> list[Span]:
    """A book before its editors is none of them: "in Handbook of Tests, ed. Steven Feinberg"."""
    at = next((n for n, one in enumerate(spans) if one.label == "editor"), -1)
    if at < 0 or any(one.label == "container-title" for one in spans):
        return spans
    editors = spans[at]
    if not _IN.search(text, max(0, editors.start - _LEAD), editors.start):
        return spans
    comma = text.find(", ", editors.start, editors.end)
    found = _ED.search(text, editors.start, editors.end)
    begin = found.end() if found else comma + 2
    end = found.start() if found else comma
    if end < 0 or len(text[editors.start : end].split()) < _LEAST or not _SPOKEN.match(text, begin):
        return spans
    book = changed(editors, end=end, label="container-title")
    return [*spans[:at], book, changed(editors, start=begin), *spans[at + 1 :]]


def _behind(text: str, spans: list[Span]) -> list[Span]:
    """A publisher behind a title, parted by a semicolon: "A title; Wiley: New York"."""
    if any(one.label == "publisher" for one in spans):
        return spans
    for at in range(len(spans) - 1):
        title, place = spans[at], spans[at + 1]
        if title.label != "title" or place.label != "location":
            continue
        mark = text.rfind("; ", title.start, title.end)
        if mark > 0 and text[title.end : place.start] == ": ":
            house = changed(title, start=mark + 2, label="publisher")
            return [*spans[:at], changed(title, end=mark), house, *spans[at + 1 :]]
    return spans


def _publishers(text: str, spans: list[Span]) -> list[Span]:
    """What stands beside a place, and has no volume, is a publisher: "NASA, Washington"."""
    labels = {one.label for one in spans}
    if "location" not in labels or labels & {"publisher", "editor", *_LOCATORS}:
        return spans
    return [
        changed(one, label="publisher")
        if one.label == "container-title"
        and "title" in labels
        and not _MEETING.search(text, one.start, one.end)
        and not _IN.search(text, max(0, one.start - _LEAD), one.start)
        else one
        for one in spans
    ]


def _schools(text: str, spans: list[Span]) -> list[Span]:
    """A university is the publisher of a thesis, and the word for the thesis its genre."""
    if _LOCATORS & {one.label for one in spans} or not _THESIS.search(text):
        return spans
    out: list[Span] = []
    for one in spans:
        hosts = one.label in {"container-title", "publisher"}
        if not hosts or not _SCHOOL.search(text, one.start, one.end):
            out.append(one)
            continue
        kind = _KIND.match(text, one.start, one.end)
        if kind and _THESIS.search(kind["genre"]):
            out.append(changed(one, end=kind.end("genre"), label="genre"))
            out.append(changed(one, start=kind.end(), label="publisher"))
        else:
            out.append(changed(one, label="publisher"))
    return out


RULES: tuple[Callable[[str, list[Span]], list[Span]], ...] = (
    _titles,
    _edited,
    _behind,
    _publishers,
    _schools,
)
