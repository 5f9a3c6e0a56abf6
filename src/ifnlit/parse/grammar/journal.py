"""The end of a journal reference: container, date, volume, issue, pages, in the orders in use.

GB/T 7714: `Journal, 2019, 41(2): 18-22`; Vancouver: `Journal. 2020 Aug 17;94(17):18-22`;
APA: `Journal, 12(3), 18-22` after a date that stood in front.
"""

from __future__ import annotations

import re

from ifnlit.parse.grammar.parts import DATE, ISSUE, PAGES, VOLUME, trimmed
from ifnlit.parse.span import Span

_LOCATOR = (
    rf"(?:(?:[Vv]ol(?:ume)?|Bd|[Jj]g|[Nn]°|第)\.?\s?)?(?P<volume>{VOLUME})?\s?卷?"
    rf"[,\s]?\s?(?:[(\[]\s?(?:[Nn]o|[Ii]ssue|[Hh]eft|[Nn]r|第)?\.?\s?(?P<issue>{ISSUE}?)\s?期?\s?[)\]]"
    rf"|(?:[Nn]os?|[Ii]ss(?:ue)?|[Hh]eft|H|[Nn]r|[Nn]°)\.?\s?(?P<issue2>[\w/-]{{1,12}})"
    rf"|第\s?(?P<issue4>\d{{1,3}})\s?期|\.(?P<issue3>\d{{1,3}})(?=\s?[:,;\s]))?"
    rf"\s?[:,;.]?\s?(?:[Pp]p?\.?\s?|[Pp]ages?\s|[Aa]rt(?:icle)?\.?\s?(?:[Nn]o\.?|[Nn]umber|ID)?:?\s?|S\.\s|[页第]\s?)?"
    rf"(?P<pages>{PAGES})?\s?页?"
)
_WITH_DATE = re.compile(
    rf"[\s,.;:(]{{0,4}}(?P<date>{DATE})\)?\s?年?[,;:.]?\s?{_LOCATOR}[\s.,;]{{0,3}}$"
)
_NO_DATE = re.compile(rf"\s?[,.;]?\s?{_LOCATOR}[\s.,;]{{0,3}}$")
_DATE_LAST = re.compile(rf"\s?[,.;]?\s?{_LOCATOR}\s?[,.;]?\s?\(?(?P<date>{DATE})\)?[\s.,;]{{0,3}}$")
_STARTS_DATE = re.compile(rf"[\s,.;:(]{{1,3}}\(?(?={DATE})")
_STARTS_NUMBER = re.compile(
    r"[\s,.;]{1,3}(?=(?:(?:[Vv]ol|Bd|Jg|No|Nr)\.?\s?)?[A-Z]?\d|[(\[]\d|第\s?\d)|(?=\(\d)|(?<=[\u4e00-\u9fff])(?=第?\d)"
)
_PARTS = ("date", "volume", "issue", "issue2", "issue3", "issue4", "pages")


def tail(text: str, start: int, end: int, *, dated: bool) -> tuple[Span, ...] | None:
    """Spans of `text[start:end]` from the container on; None when it is no such end.

    `dated` says that the date stood before already.
    """
    area = text[start:end].rstrip()
    if dated:
        return _undated(text, start, area)
    poor: tuple[Span, ...] | None = None
    for cut in _STARTS_DATE.finditer(area):
        found = _WITH_DATE.match(area, cut.start()) if cut.start() else None
        if found:
            spans = _spans(text, start, cut.start(), found)
            if found["pages"] or found["volume"]:
                return spans
            poor = spans
    for cut in _STARTS_NUMBER.finditer(area):
        found = _DATE_LAST.match(area, cut.start()) if cut.start() else None
        if found and found["volume"]:
            return _spans(text, start, cut.start(), found)
    return poor


def _undated(text: str, start: int, area: str) -> tuple[Span, ...] | None:
    for cut in _STARTS_NUMBER.finditer(area):
        found = _NO_DATE.match(area, cut.start()) if cut.start() else None
        if found and (found["pages"] or found["volume"] or found["issue"]):
            return _spans(text, start, cut.start(), found)
    return None


def _spans(text: str, start: int, cut: int, found: re.Match[str]) -> tuple[Span, ...]:
    spans = list(_container(text, start, start + cut, text[start + cut :]))
    for name in _PARTS:
        if name in found.re.groupindex and found[name]:
            at, end = found.span(name)
            spans.extend(trimmed(text, start + at, start + end, name.rstrip("234")))
    return tuple(sorted(spans, key=lambda span: span.start))


def _container(text: str, start: int, end: int, after: str) -> tuple[Span, ...]:
    spans = trimmed(text, start, end, "container-title")
    # "J Virol., 2020": the stop belongs to the name that is printed so (a repair takes it off).
    if spans and text[spans[0].end : spans[0].end + 1] == "." and after.lstrip(".")[:1] == ",":
        return (Span(spans[0].start, spans[0].end + 1, "container-title"),)
    return spans
