"""The end of a journal reference: container, date, volume, issue, pages, in the orders in use.

GB/T 7714: `Journal, 2019, 41(2): 18-22`; Vancouver: `Journal. 2020 Aug 17;94(17):18-22`; APA:
`Journal, 12(3), 18-22` after a date that stood in front; IEEE: `vol. 5, no. 2, pp. 1-9, May 2020`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ifnlit.model.iso4 import is_abbreviated, is_title_word
from ifnlit.parse.grammar.parts import DATE, ISSUE, PAGES, VOLUME, YEAR, trimmed
from ifnlit.parse.lexicon import is_word
from ifnlit.parse.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Nine of ten: `CA Cancer J Clin, 2021, 71(3): 209-249.`, `J Virol. 2020 Aug 17; 94(17):e00442-20`.
NUMBERS = (
    r"(?P<volume>\d{1,4}(?:-\d{1,4})?)(?:\s?\((?P<issue>[\w/ -]{1,12})\))?[:,]\s?"
    r"(?P<pages>[A-Za-z]{0,2}\d{1,9}[a-z]?(?:\s?-\s?[A-Za-z]{0,2}\d{1,9}[a-z]?)?(?:\se\d{1,2}(?!\d))?)"
)
COMMON = rf"[\s,.;]{{1,3}}(?P<date>{YEAR}(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?)[,;]\s?{NUMBERS}"
_COMMON = re.compile(rf"{COMMON}\s?\.?\s?$")
_LOCATOR = (
    rf"(?:(?:[Vv]ol(?:ume)?|[Vv](?=\.)|Bd|[Jj]g|[Nn]°|第)\.?\s?)?(?:(?P<volume>{VOLUME})(?!\d))?\s?卷?[,\s]?\s?"
    rf"(?:[(\[]\s?(?:[Nn]o|[Ii]ssue|[Hh]eft|[Nn]r|第)?\.?\s?(?P<issue>{ISSUE}?)\s?期?\s?[)\]]"
    r"|(?:[Nn]os?|[Ii]ss(?:ue)?|[Hh]eft|H|[Nn]r|[Nn]°)\.?\s?(?P<issue2>[\w/-]{1,12})"
    r"|第\s?(?P<issue4>\d{1,3})\s?期|\.(?P<issue3>\d{1,3})(?=\s?[:,;\s]))?\s?[:,;.]?\s?"
    r"(?:(?:[Pp]p?\.?\s?|[Pp]ages?\s?|S\.\s|[页第]\s?|"
    r"[Aa]rt(?:icle)?\.?\s?(?:[Nn]o\.?|[Nn]umber|ID)?:?\s?)?"
    rf"(?P<pages>{PAGES})\s?页?)?"
)
_WITH_DATE = re.compile(
    rf"[\s,.;:(]{{0,4}}(?P<date>{DATE})\)?\s?年?[,;:.]?\s?{_LOCATOR}[\s.,;]{{0,3}}$"
)
_NO_DATE = re.compile(rf"[\s,.;:]{{0,3}}{_LOCATOR}[\s.,;]{{0,3}}$")
_DATE_LAST = re.compile(
    rf"[\s,.;:]{{0,3}}{_LOCATOR}\s?[,.;]?\s?\(?(?P<date>{DATE})\)?[\s.,;]{{0,3}}$"
)
_ENDS_DATED = re.compile(rf"{DATE}\)?[\s.,;]{{0,3}}$")  # asked once, not at each number
_DATE_LONGEST = 80  # characters, with the marks behind it
# MLA `, vol. 5, no. 2, 2020, pp. 1-9`; Chicago ` 5, no. 2 (2020): 1-9`; Elsevier ` 5 (2020) 1-9`.
_DATE_INSIDE = re.compile(
    rf"[\s,.]{{0,3}}(?:[Vv]ol(?:ume)?\.?\s?|Bd\.?\s?|[Jj]g\.?\s?)?(?P<volume>{VOLUME})"
    rf"(?:[,\s]{{0,2}}(?:(?:[Nn]os?|[Ii]ssue|Nr|H(?:eft)?)\.?\s?(?P<issue>[\w/-]{{1,12}})|\.(?P<issue2>\d{{1,3}})"
    rf"|\((?P<issue3>[^()]{{1,12}})\)(?=\s?\()))?"
    rf"(?:,?\s?\((?P<date>{DATE})\)|,\s(?P<date2>{DATE}))"
    rf"(?:,?\s?(?:Nr|H(?:eft)?|[Nn]o)\.?\s?(?P<issue4>[\w/-]{{1,9}}))?"
    rf"\s?[:,.]?\s?(?:[Pp]p?\.\s?|[Pp]ages?\s|S\.\s?|[Aa]rt(?:icle)?\.?\s(?:[Nn]o\.?\s)?)?(?P<pages>{PAGES})?[\s.,;]{{0,3}}$"
)
_STARTS_DATE = re.compile(rf"[\s,.;:(]{{1,3}}\(?(?=[1-9JFMASONDW])(?={DATE})")
_STARTS_NUMBER = re.compile(
    r"[\s,.;:]{1,3}(?=(?:(?:[Vv]ol(?:ume)?|[Vv](?=\.)|Bd|Jg|No|Nr|no|nr|[Pp]p|[Pp]ages?)\.?\s?)?[A-Z]?\d|[(\[]\d|第\s?\d)|(?=\(\d)"
    r"|(?<=[\u4e00-\u9fff])(?=第?\d)"
)
# A place and its publisher, as no journal has: "Proc. of X. New York: ACM", "北京: 人民".
_IMPRINT = re.compile(
    r"\.\s[^.:]{2,40}:\s?\S|(?:^|[.\s])[\u4e00-\u9fff]{2,8}\s?:\s?"
    r"[\u4e00-\u9fff]{1,20}(?:社|书局|书店|大学|学院|公司|馆|局|所)$"
)
_FURTHEST = 400  # characters from the end; no locator is longer, nor are many candidates
_WORDS = 3  # between two stops within a name: "Proc. Natl. Acad. Sci. U.S.A."
_LAST_WORDS = 2  # behind the last stop of such a name: "Int. J. Food Microbiol"
_LONG = 10  # letters; longer words are not left as abbreviations
_SHORT = 3  # letters of what may be shortened to them
_LEAST = 2  # characters of a journal's name
_SMALL = frozenset(("and", "of", "in", "für", "de", "der", "the", "&", "et", "e", "y"))
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
        if common:
            return Locator(cut.start(), tuple(_common(common)))
        found = _WITH_DATE.match(text, cut.start(), end)
        if found:
            made = _made(cut.start(), found)
            if made.has("volume"):
                return made
            poor = poor or made
            if made.has("pages"):
                break
    return _date_behind(text, begin, end, poor) or poor


def _date_behind(text: str, start: int, end: int, poor: Locator | None) -> Locator | None:
    """A locator that begins with a number, its date inside or last; `poor` is one without any."""
    ends_dated = _ENDS_DATED.search(text, max(start, end - _DATE_LONGEST), end) is not None
    for cut in _STARTS_NUMBER.finditer(text, start, end):
        at = cut.start()
        if poor and at > poor.start:  # inside the date: "May 28, 2013"
            return None
        found = _DATE_INSIDE.match(text, at, end)
        if found is None and ends_dated:
            found = _DATE_LAST.match(text, at, end)
        if found and (found["volume"] or found["pages"]):
            return _made(at, found)
    return None


def _common(found: re.Match[str]) -> Iterator[Span]:
    for name in ("date", "volume", "issue", "pages"):
        start, end = found.span(name)
        if start >= 0:
            yield Span(start, end, name)


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
    if found["volume"] and not found["pages"] and _is_pages(found):
        spans = [Span(*found.span("volume"), "pages") if s.label == "volume" else s for s in spans]
    spans.sort(key=lambda span: span.start)
    return Locator(start, tuple(spans))


def _is_pages(found: re.Match[str]) -> bool:
    """Whether a lone number is one of pages: a range, or behind a colon or "pp."."""
    lead = found.string[max(0, found.start("volume") - 4) : found.start("volume")]
    return "-" in found["volume"] or (":" in lead and not found.groupdict().get("issue"))


def article(
    text: str, start: int, end: int, stops: Sequence[re.Match[str]], *, dated: bool
) -> tuple[int, list[Span]] | None:
    """Where the title ends, and the spans of journal, date and locator; None when it is no article.

    `stops` are the ends of sentences; the last one before the journal parts it from the title.
    """
    found = locator(text, start, end, dated=dated)
    if found is None or not (found.has("volume") or found.has("pages")):
        return None
    inner = [one for one in stops if one.start() < found.start]
    while inner and not _LETTER.search(text, inner[-1].end(), found.start):
        inner.pop()
    if not inner:
        return None
    index = len(inner) - 1
    short = len(text[inner[index].end() : found.start].split()) <= _LAST_WORDS
    while index:
        segment = text[inner[index - 1].end() : inner[index].start()]
        if not is_part_of_name(segment) or not (short or is_abbreviated(segment)):
            break
        index -= 1
    stop = inner[index]
    host = container(text, stop.end(), found.start)
    if not host or host[0].end - host[0].start < _LEAST:
        return None
    return stop.start() + (text[stop.start()] in "?!"), [*host, *found.spans]


def is_part_of_name(text: str) -> bool:
    """Whether what stands between two stops is part of a journal's name: "Proc", "Natl"."""
    words = text.split()
    if not 0 < len(words) <= _WORDS or not all(
        word[0].isupper() or word in _SMALL for word in words
    ):
        return False
    last = words[-1]
    return (
        len(last) <= _SHORT
        or is_title_word(last)
        or (len(last) < _LONG and not is_word(last.lower()))
    )


def tail(text: str, start: int, end: int, *, dated: bool) -> tuple[Span, ...] | None:
    """Spans of `text[start:end]` from the container on; None when it is no such end."""
    found = locator(text, start, end, dated=dated)
    if found is None or not _LETTER.search(text, start, found.start):
        return None
    host = container(text, start, found.start)
    return (*host, *found.spans) if host else None


def container(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The container in `text[start:end]`, with the stop of an abbreviation that has others.

    None where a place stands before a publisher.

    "J Virol., 2020": that stop belongs to the name that is printed so (a repair takes it off).
    """
    spans = trimmed(text, start, end, "container-title")
    if not spans or _IMPRINT.search(text[spans[0].start : spans[0].end]):
        return ()
    if not text.startswith(".", spans[0].end):
        return spans
    begin, stop = spans[0].start, spans[0].end
    if text.startswith(",", stop + 1) or "." in text[begin:stop]:
        return (Span(begin, stop + 1, "container-title"),)
    return spans
