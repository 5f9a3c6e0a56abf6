"""The end of a journal reference: container, date, volume, issue, pages, in the orders in use.

GB/T 7714: `Journal, 2019, 41(2): 18-22`; Vancouver: `Journal. 2020 Aug 17;94(17):18-22`;
APA: `Journal, 12(3), 18-22` after a date that stood in front.
"""

from __future__ import annotations

import re

from ifnlit.parse.grammar.parts import DATE, ISSUE, PAGES, VOLUME, trimmed
from ifnlit.parse.span import Span

_LOCATOR = (
    rf"(?:(?:[Vv]ol(?:ume)?|Bd|[Jj]g)\.?\s?)?(?P<volume>{VOLUME})?"
    rf"\s?(?:[(\[]\s?(?:[Nn]o|[Ii]ssue|[Hh]eft|第)?\.?\s?(?P<issue>{ISSUE}?)\s?[)\]]|,?\s?(?:[Nn]o|[Ii]ss(?:ue)?|[Hh]eft|H|[Nn]r)\.?\s?(?P<issue2>[\w/-]{{1,12}})|\.(?P<issue3>\d{{1,3}})(?=\s?[:,;\s]))?"
    rf"\s?(?:[:,;.]|\s)?\s?(?:[Pp]p?\.?\s?|[Aa]rt(?:icle)?\.?\s?(?:[Nn]o\.?|ID)?:?\s?|S\.\s|页\s?)?(?P<pages>{PAGES})?"
)
_WITH_DATE = re.compile(rf"[\s,.;:(]{{0,4}}(?P<date>{DATE})\)?\s?[,;:.]?\s?{_LOCATOR}\s?[.,;]?\s?$")
_NO_DATE = re.compile(rf"\s?[,.;]?\s?{_LOCATOR}\s?[.,;]?\s?$")
_DATE_LAST = re.compile(rf"\s?[,.;]?\s?{_LOCATOR}\s?[,.;]?\s?\(?(?P<date>{DATE})\)?\s?[.,;]?\s?$")
_STARTS_DATE = re.compile(rf"[\s,.;:(]{{1,3}}\(?(?={DATE})")
_STARTS_NUMBER = re.compile(r"[\s,.;]{1,3}(?=(?:[Vv]ol\.?\s?|Bd\.?\s?)?\d|[(\[]\d|[A-Z]?\d)")
_PARTS = ("date", "volume", "issue", "issue2", "issue3", "pages")


def tail(text: str, start: int, end: int, *, dated: bool) -> tuple[Span, ...] | None:
    """Spans of `text[start:end]` from the container on; None when it is no such end.

    `dated` says that the date stood before already.
    """
    area = text[start:end].rstrip()
    starts = _STARTS_NUMBER if dated else _STARTS_DATE
    for cut in starts.finditer(area):
        if not cut.start():
            continue
        for pattern in (_NO_DATE,) if dated else (_WITH_DATE,):
            found = pattern.match(area, cut.start())
            if found and (found["pages"] or found["volume"] or (not dated and found["date"])):
                return _spans(text, start, cut.start(), found)
    if dated:
        return None
    for cut in _STARTS_NUMBER.finditer(area):
        found = _DATE_LAST.match(area, cut.start()) if cut.start() else None
        if found and found["volume"]:
            return _spans(text, start, cut.start(), found)
    return None


def _spans(text: str, start: int, cut: int, found: re.Match[str]) -> tuple[Span, ...]:
    spans = list(_container(text, start, start + cut, text[start + cut :]))
    for name in _PARTS:
        if name in found.re.groupindex and found[name]:
            at, end = found.span(name)
            spans.extend(trimmed(text, start + at, start + end, name.rstrip("23")))
    return tuple(sorted(spans, key=lambda span: span.start))


def _container(text: str, start: int, end: int, after: str) -> tuple[Span, ...]:
    spans = trimmed(text, start, end, "container-title")
    # "J Virol., 2020": the stop belongs to the name that is printed so (a repair takes it off).
    if spans and text[spans[0].end : spans[0].end + 1] == "." and after.lstrip(".")[:1] == ",":
        return (Span(spans[0].start, spans[0].end + 1, "container-title"),)
    return spans
