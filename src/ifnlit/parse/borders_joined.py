"""Where one field holds the beginning of the next: rules of `parse.borders`.

The tagger cuts at marks. Where none stands between a name and a title, or a stop stands within a
journal's name, it may cut a word too early or too late; what the words are shows it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse.dictionary import is_journal
from ifnlit.parse.names.words import L, U

if TYPE_CHECKING:
    from collections.abc import Callable

    from ifnlit.parse.span import Span

_WORD = re.compile(r"[^\s.]+")
_GAP = re.compile(r"[\s.,]{1,3}")
_MOST = 5  # words of a journal's name that a title may have swallowed
_LEAST = 2  # words that are left of a title
_INITIALS = rf"(?:[{U}][{L}]?\.[\s-]?)+"
_FAMILY = (
    rf"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter)\s){{0,3}}"
    rf"[{U}][{U}{L}'’-]*[{L}]"
)
# "J. A. Smith, M. Lee, and J. P.": the last family name is missing.
_SPOKEN = re.compile(
    rf"(?:(?:{_INITIALS}\s?{_FAMILY}|[{U}][^\d;]*?)(?:,?\s(?:and|&|und)\s|[,;]\s(?:and\s|&\s)?))?(?P<last>{_INITIALS})"
)
_ANOTHER = re.compile(rf"(?:^|[,;&]\s|\band\s){_INITIALS}\s?[{U}][{U}{L}'’-]+")
_NEXT = re.compile(rf"{_FAMILY}(?=\s+[{U}\"'\d])")
_ALONE = re.compile(r"\d{1,4}")
_RANGE = re.compile(r"\d{1,5}\s?[-–]\s?\d{1,5}")


def _journals(text: str, spans: list[Span]) -> list[Span]:
    """A journal's name of which the title holds the beginning: "... Class. Quantum Grav."."""
    for at in range(len(spans) - 1):
        title, host = spans[at], spans[at + 1]
        if title.label != "title" or host.label != "container-title":
            continue
        if not _GAP.fullmatch(text, title.end, host.start):
            return spans
        begin = _known(text, title, host)
        if begin:
            end = title.start + len(text[title.start : begin].rstrip(" .,;:"))
            parts = [changed(title, end=end), changed(host, start=begin)]
            return [*spans[:at], *parts, *spans[at + 2 :]]
    return spans


def _known(text: str, title: Span, host: Span) -> int:
    """Where a known name begins in the title that ends with the host; 0 where none does."""
    if is_journal(text[host.start : host.end]):
        return 0
    words = [found.start() for found in _WORD.finditer(text, title.start, title.end)]
    for begin in words[max(_LEAST, len(words) - _MOST) :]:
        if is_journal(text[begin : host.end]):
            return begin
    return 0


def _spoken(text: str, spans: list[Span]) -> list[Span]:
    """A family name that stands behind its initials, where the title begins: "J. P. Kinney The"."""
    for at in range(len(spans) - 1):
        names, title = spans[at], spans[at + 1]
        if names.label not in {"author", "editor"} or title.label not in {
            "title",
            "container-title",
        }:
            continue
        if text[names.end : title.start].strip(" ."):
            continue
        listed = text[names.start : names.end] + ("." if text[names.end] == "." else "")
        found = _SPOKEN.fullmatch(listed)
        family = _NEXT.match(text, title.start, title.end) if found else None
        alone = found and found.start("last") == 0
        if family is None or not (alone or _ANOTHER.search(listed)):
            continue
        begin = family.end() + 1
        kept = [changed(names, end=family.end()), changed(title, start=begin)]
        return [*spans[:at], *kept, *spans[at + 2 :]]
    return spans


def _volumes(text: str, spans: list[Span]) -> list[Span]:
    """A lone number right behind a journal is its volume: "Polymers, 13."."""
    labels = [one.label for one in spans]
    if "volume" in labels or "issue" in labels or labels.count("pages") != 1:
        return spans
    at = labels.index("pages")
    pages = spans[at]
    lone = _ALONE.fullmatch(text, pages.start, pages.end)
    if not at or labels[at - 1] != "container-title" or lone is None:
        return spans
    if not is_journal(text[spans[at - 1].start : spans[at - 1].end]):
        return spans
    if text[spans[at - 1].end : pages.start].strip(" ,."):
        return spans
    return [*spans[:at], changed(pages, label="volume"), *spans[at + 1 :]]


def _ranges(text: str, spans: list[Span]) -> list[Span]:
    """A range of numbers is pages, and no second container: "in A Book, edited by X, 31-35"."""
    labels = [one.label for one in spans]
    if "pages" in labels or labels.count("container-title") < 2:  # noqa: PLR2004  # a second one
        return spans
    return [
        changed(one, label="pages")
        if one.label == "container-title" and _RANGE.fullmatch(text, one.start, one.end)
        else one
        for one in spans
    ]


RULES: tuple[Callable[[str, list[Span]], list[Span]], ...] = (_journals, _spoken, _volumes, _ranges)
