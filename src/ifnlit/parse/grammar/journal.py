"""The end of a journal reference: container, date, volume, issue, pages, in the orders in use.

GB/T 7714: `Journal, 2019, 41(2): 18-22`; Vancouver: `Journal. 2020 Aug 17;94(17):18-22`; APA:
`Journal, 12(3), 18-22` after a date that stood in front; IEEE: `vol. 5, no. 2, pp. 1-9, May 2020`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ifnlit.parse.grammar.parts import DATE, ISSUE, PAGES, VOLUME, YEAR, trimmed
from ifnlit.parse.span import Span

# Nine of ten: `CA Cancer J Clin, 2021, 71(3): 209-249.`, `J Virol. 2020 Aug 17; 94(17):e00442-20`.
_COMMON = re.compile(
    rf"[\s,.;]{{1,3}}(?P<date>{YEAR}(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?)[,;]\s?"
    r"(?P<volume>\d{1,4})(?:\s?\((?P<issue>[\w/ -]{1,12})\))?[:,]\s?"
    r"(?P<pages>[A-Za-z]{0,2}\d{1,9}(?:-[A-Za-z]{0,2}\d{1,9})?)\s?\.?\s?$"
)
_LOCATOR = (
    rf"(?:(?:[Vv]ol(?:ume)?|Bd|[Jj]g|[Nn]°|第)\.?\s?)?(?P<volume>{VOLUME})?\s?卷?[,\s]?\s?"
    rf"(?:[(\[]\s?(?:[Nn]o|[Ii]ssue|[Hh]eft|[Nn]r|第)?\.?\s?(?P<issue>{ISSUE}?)\s?期?\s?[)\]]"
    r"|(?:[Nn]os?|[Ii]ss(?:ue)?|[Hh]eft|H|[Nn]r|[Nn]°)\.?\s?(?P<issue2>[\w/-]{1,12})"
    r"|第\s?(?P<issue4>\d{1,3})\s?期|\.(?P<issue3>\d{1,3})(?=\s?[:,;\s]))?\s?[:,;.]?\s?"
    r"(?:[Pp]p?\.?\s?|[Pp]ages?\s|[Aa]rt(?:icle)?\.?\s?(?:[Nn]o\.?|[Nn]umber|ID)?:?\s?|S\.\s|[页第]\s?)?"
    rf"(?P<pages>{PAGES})?\s?页?"
)
_WITH_DATE = re.compile(
    rf"[\s,.;:(]{{0,4}}(?P<date>{DATE})\)?\s?年?[,;:.]?\s?{_LOCATOR}[\s.,;]{{0,3}}$"
)
_NO_DATE = re.compile(rf"\s?[,.;]?\s?{_LOCATOR}[\s.,;]{{0,3}}$")
_DATE_LAST = re.compile(rf"\s?[,.;]?\s?{_LOCATOR}\s?[,.;]?\s?\(?(?P<date>{DATE})\)?[\s.,;]{{0,3}}$")
_STARTS_DATE = re.compile(rf"[\s,.;:(]{{1,3}}\(?(?={DATE})")
_STARTS_NUMBER = re.compile(
    r"[\s,.;]{1,3}(?=(?:(?:[Vv]ol|Bd|Jg|No|Nr|no|nr)\.?\s?)?[A-Z]?\d|[(\[]\d|第\s?\d)|(?=\(\d)"
    r"|(?<=[\u4e00-\u9fff])(?=第?\d)"
)
_FURTHEST = 400  # characters from the end; no locator is longer, nor are many candidates
_LETTER = re.compile(r"[^\W\d_]")


class Locator(NamedTuple):
    """Where the locator begins, and its spans (date, volume, issue, pages)."""

    start: int
    spans: tuple[Span, ...]

    def has(self, label: str) -> bool:
        """Whether it has a part."""
        return any(span.label == label for span in self.spans)


def locator(text: str, start: int, end: int, *, dated: bool) -> Locator | None:
    """Date, volume, issue and pages that end `text[start:end]`; None when it ends otherwise.

    `dated` says that the date stood before already.
    """
    begin = max(start, end - _FURTHEST)
    if dated:
        return _undated(text, begin, end)
    poor: Locator | None = None
    for cut in _STARTS_DATE.finditer(text, begin, end):
        common = _COMMON.match(text, cut.start(), end)
        found = common or _WITH_DATE.match(text, cut.start(), end)
        if found:
            made = _made(cut.start(), found)
            if found["pages"] or found["volume"]:
                return made
            poor = made
    for cut in _STARTS_NUMBER.finditer(text, begin, end):
        found = _DATE_LAST.match(text, cut.start(), end)
        if found and found["volume"]:
            return _made(cut.start(), found)
    return poor


def _undated(text: str, start: int, end: int) -> Locator | None:
    for cut in _STARTS_NUMBER.finditer(text, start, end):
        found = _NO_DATE.match(text, cut.start(), end)
        if found and (found["pages"] or found["volume"] or found["issue"]):
            return _made(cut.start(), found)
    return None


def _made(start: int, found: re.Match[str]) -> Locator:
    spans = [
        Span(*found.span(name), name.rstrip("234"))
        for name, value in found.groupdict().items()
        if value and value.strip()
    ]
    spans.sort(key=lambda span: span.start)
    return Locator(start, tuple(spans))


def tail(text: str, start: int, end: int, *, dated: bool) -> tuple[Span, ...] | None:
    """Spans of `text[start:end]` from the container on; None when it is no such end."""
    found = locator(text, start, end, dated=dated)
    if found is None or not _LETTER.search(text, start, found.start):
        return None
    return (*container(text, start, found.start), *found.spans)


def container(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The container in `text[start:end]`.

    "J Virol., 2020": the stop belongs to the name that is printed so (a repair takes it off).
    """
    spans = trimmed(text, start, end, "container-title")
    if spans and text.startswith(".,", spans[0].end):
        return (Span(spans[0].start, spans[0].end + 1, "container-title"),)
    return spans
