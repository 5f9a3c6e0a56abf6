"""GB/T 7714-2005 and -2015, in Chinese and in other languages, numeric and author-year.

`Authors. Title [J]. Container, year, volume(issue): pages.` The type code in brackets tells what
follows (GB/T 7714-2015, tables B.1 and B.2): J journal, M monograph, D thesis, C proceedings, P
patent, S standard, N newspaper, R report, A part of a book, EB, DB, CP electronic; `//` opens the
host of a part. Author-year lists have the year after the authors, and none in the imprint.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.grammar import designation, journal
from ifnlit.parse.grammar.head import authors_end, names_end
from ifnlit.parse.grammar.imprint import imprint, leads
from ifnlit.parse.grammar.parts import (
    DATE,
    PAGES,
    SERVERS,
    YEAR,
    body_end,
    identifiers,
    language_note,
    marker,
    preprint,
    spans_of,
    trimmed,
)
from ifnlit.parse.hints import has_any
from ifnlit.parse.names import plausible
from ifnlit.parse.names.words import role_said
from ifnlit.parse.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

NAME = "gbt7714"
# "1865 (清同治四年)": the year of an era may follow the common one.
_ERA = r"(?:\s?\([^()\d]{2,12}\))?"
# After the authors of an author-year list: ", 2012. ", ", c1980. ", " (2012). ", ", [2013]. ".
_DATED = re.compile(
    rf"(?:,\s?|\.\s?|\s)[\[(]?(?P<date>c?{YEAR}(?:-\d{{1,2}}){{0,2}}[a-z]?(?![\d-]){_ERA})[\])]?\s?[.,:]\s?"
)
_YEAR_NEXT = re.compile(rf"[\s.,(\[]{{1,3}}c?{YEAR}")
_YEAR_LAST = re.compile(rf"[\s,(\[]c?{YEAR}[a-z]?[\])]?$")
_NEWS = re.compile(
    rf"(?P<container>.{{1,200}}?)(?:\s?[,.]\s?(?P<date>{DATE}))?\s?"
    rf"(?:[(:]\s?(?P<pages>[A-Z]?\d[^()\s]{{0,10}})\s?\)?)?\s?\.?\s?$"
)
_PATENT = re.compile(
    r"(?P<number>(?:[A-Z]{2}\s?)?[A-Z]?\d[\dA-Z.,/ -]{4,20}|[A-Z]{2}\s?\d{5,}[A-Z]?)\s?$"
)
_COUNTRY = re.compile(r"[:,]\s?[\u4e00-\u9fffA-Z][\w ]{0,15}\s?,?\s?$")
_ONLINE = frozenset(("P", "EB", "DB", "CP", "J"))
_DATE_ALONE = re.compile(rf"[\s.,(\[]*{DATE}[\s.,)\]]*")
_DATE_ONLY = re.compile(rf"[\s.,(\[]*(?P<date>{DATE})[\s.,)\]]*")
_STANDARD = re.compile(
    r"(?P<number>(?:[A-Z]{1,6}(?:/[A-Z]{1,4})?)\s?[A-Z]?\d+(?:\.\d+)?(?:\s?[-:]\s?\d{2,4})?)"
)
# A stop that ends a title: not one of "D. C.", "St.", "Inc.".
_HOST_STOP = re.compile(r"(?<![A-Z])(?<!\bSt)(?<!\bInc)(?<!\bLtd)(?<!\bCo)\.\s?(?=[^\s.,:])")
_ANY_STOP = re.compile(r"\.\s(?=[^\s.,:])")
_SERVER = re.compile(
    rf"[\s.,]*(?P<container_title>(?:{SERVERS})[Rr]?[Xx]iv|Research\sSquare|SSRN)"
    rf"(?:[\s.,]+(?P<date>{DATE}))?[\s.,]*$"
)
_PAGES_LAST = re.compile(rf"\s?:\s?(?P<pages>(?=\d){PAGES})[\s.]*$")
_HOST = re.compile(r"\s?[.,:]?\s?(?://|∥|／／)\s?")
# ": 下册", ": vol. 2" at the end of a host's title.
_PART = re.compile(
    r"\s?:\s?(?P<volume>[上中下]册?|第?\s?[\d一二三四五六七八九十]{1,3}\s?[册卷辑集]|[Vv]ol(?:ume)?\.?\s?\d{1,3})\s?$"
)
_LONG_HAN = re.compile(r"[\u4e00-\u9fff·]{2,30}")
_ROLE = re.compile(r"(?<=[\u4e00-\u9fff, ])(主编|编著|等编|编译|[编译著])(?=\s?[,;.]|$)")
ROLES = {"编": "editor", "著": "author", "译": "translator"}
_MEETING = re.compile(
    r"proceedings|conference|symposium|congress|^\W*(?:proc|conf|symp)\b|论文集|会议", re.IGNORECASE
)
_ABBREVIATED = re.compile(r"\s*(?:Proc|Conf|Symp|Int)\b")  # its stop ends no title
_DOUBLE = re.compile(r"(?<=\.)\s[\[(](?=[A-Z][^\[\]]{10,400}\[[JMCDNR]\])")
_LEAST = 2  # characters of names


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string with a GB/T 7714 type code, or `None`."""
    mark = marker(text)
    if mark is None or not mark.start():
        return None
    found = list(identifiers(text, mark.end()))
    note = language_note(text, mark.end())
    if note:
        found.append(Span(note.start(), note.end(), "language-note"))
    end = min(body_end(text, tuple(found), mark.end()), note.start() if note else len(text))
    double = _DOUBLE.search(text, mark.end(), end)
    if double:  # the same work again, in another language
        found.extend(trimmed(text, double.start(), end, "note"))
        end = double.start()
    found.append(Span(*mark.span("code"), "medium"))
    code = mark["code"].upper().partition("/")[0].strip()
    head, dated = _head(text, mark.start(), code)
    rest = _preprint(text, mark.end(), end, found) or _rest(
        text, mark.end(), end, code, dated=dated
    )
    return disjoint([*head, *rest, *found])


def _rest(text: str, start: int, end: int, code: str, *, dated: bool) -> Iterable[Span]:
    """What follows the type code, by what it is the code of."""
    host = _HOST.match(text, start)
    if host:
        return _hosted(text, host.end(), end, dated=dated)
    if code == "J" and start < end:
        tail = journal.tail(text, start, end, dated=dated)
        if tail:
            return tail
    if code == "N":
        return _newspaper(text, start, end)
    if code in _ONLINE or _DATE_ALONE.fullmatch(text, start, end):
        return _online(text, start, end, dated=dated)
    return imprint(text, start, end, dated=dated)


def _preprint(text: str, start: int, end: int, ids: list[Span]) -> list[Span] | None:
    """The server of a preprint with its date: "arXiv preprint arXiv:1706.03762, 2017"."""
    server = _SERVER.match(text, start, end)
    if server:
        return list(spans_of(server, ("container_title", "date")))
    return preprint(text, start, ids)


def _head(text: str, end: int, code: str) -> tuple[list[Span], bool]:
    """Authors, a year in author-year lists, title and number; whether there was a year."""
    found: list[Span] = []
    start, dated = 0, False
    opening = designation.standard(text) if code == "S" else None
    if opening:
        begin = opening.end("number")
        standard = Span(opening.start("number"), begin, designation.STANDARD)
        return [standard, *trimmed(text, begin, end, "title")], False
    cut = authors_end(text, end)
    year = None
    if cut is None or _YEAR_NEXT.match(text, cut) or _YEAR_LAST.search(text, max(0, cut - 9), cut):
        year = next((one for one in _DATED.finditer(text, 0, end) if _opens(text, one)), None)
        cut = cut or _han_end(text, end)
    if year:
        found = [
            *_people(text, _named(text, year.start())),
            Span(*year.span("date"), "date"),
        ]
        start, dated = year.end(), True
    elif cut is not None and cut + 1 < end:
        found.extend(_people(text, names_end(text, cut)))
        start = cut + 1
    if code in {"P", "S"}:
        number, start, end = _numbered(text, start, end, code)
        found.extend(number)
    found.extend(trimmed(text, start, end, "title"))
    return found, dated


def _opens(text: str, year: re.Match[str]) -> bool:
    """Whether names stand before the year."""
    before = text[: year.start()]
    return len(before) >= _LEAST and (
        plausible(before) == 1 or _LONG_HAN.fullmatch(before) is not None
    )


def _han_end(text: str, end: int) -> int | None:
    """Where a lone name in Han characters ends that is longer than names are ("尼葛洛庞帝")."""
    found = _LONG_HAN.match(text, 0, end)
    return found.end() if found and text[found.end() : found.end() + 1] == "." else None


def _people(text: str, end: int) -> Iterable[Span]:
    """Authors, and who is said to have edited or translated: "保罗著, 萧琛译"."""
    start = 0
    for role in _ROLE.finditer(text, 0, end) if has_any(text[:end], ROLES) else ():
        yield from trimmed(text, start, role.start(), ROLES[role[1][-1]])
        start = role.end()
    yield from trimmed(text, start, end, role_said(text[start:end]) or "author")


def _named(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == "." and text[:end].endswith("al") else end


def _numbered(text: str, start: int, end: int, code: str) -> tuple[list[Span], int, int]:
    """The number of a patent or a standard beside the title; where the title begins and ends."""
    area = text[start:end].rstrip()
    number = _PATENT.search(area) if code == "P" else _STANDARD.search(area)
    if number is None:
        return [], start, end
    span = Span(
        start + number.start("number"), start + len(area[: number.end("number")].rstrip()), "number"
    )
    if not area[: number.start()].strip(" :,"):  # it opens: the title follows
        return [span], span.end, end
    if number.end() < len(area.rstrip(" .")):  # it stands inside the title
        return [], start, end
    before = area[: number.start()].rstrip()
    country = _COUNTRY.search(before) if before.endswith(",") else None
    if country is None:
        return [span], start, start + len(before)
    place = trimmed(text, start + country.start(), start + country.end(), "location")
    return [*place, span], start, start + country.start()


def _hosted(text: str, start: int, end: int, *, dated: bool) -> Iterable[Span]:
    """After `//`: editors, the host's title, its code, imprint and pages."""
    mark = marker(text, start, end)
    if mark:
        return [
            *_host_head(text, start, mark.start()),
            Span(*mark.span("code"), "medium"),
            *imprint(text, mark.end(), end, dated=dated),
        ]
    tail = journal.tail(text, start, end, dated=dated)
    if tail and {"volume", "pages"} <= {one.label for one in tail}:  # "// Journal, 2012, 5(4): 1"
        return tail
    last = _PAGES_LAST.search(text, start, end)
    if last and dated and ":" not in text[start : last.start()] and _ABBREVIATED.match(text, start):
        return [*_host_head(text, start, last.start()), *spans_of(last, ("pages",))]
    for pattern in (_HOST_STOP, _ANY_STOP):
        stops = [one.start() for one in pattern.finditer(text, start, end)]
        for index in range(len(stops) - 1, -1, -1):
            labels = {span.label for span in imprint(text, stops[index] + 1, end, dated=dated)}
            if labels & {"date", "pages"} and "note" not in labels:
                at = _lead(text, stops, index)
                return [*_host_head(text, start, at), *imprint(text, at + 1, end, dated=dated)]
    if last:
        return [*_host_head(text, start, last.start()), *spans_of(last, ("pages",))]
    return _host_head(text, start, end)


def _lead(text: str, stops: list[int], index: int) -> int:
    """The stop from which on all is imprint: before translators and editions, if there are any."""
    while index and leads(text, stops[index - 1] + 1, stops[index]):
        index -= 1
    return stops[index]


def _host_head(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    area = text[start:end]
    cut = authors_end(area, len(area))
    if cut is not None and _LEAST <= cut < len(area) - 1 and not _MEETING.search(area[:cut]):
        found.extend(trimmed(text, start, start + names_end(area, cut), "editor"))
        start += cut + 1
    part = _PART.search(text[start:end])
    if part:
        found.append(Span(start + part.start("volume"), start + part.end("volume"), "volume"))
        end = start + part.start()
    return [*found, *trimmed(text, start, end, "container-title")]


def _newspaper(text: str, start: int, end: int) -> Iterable[Span]:
    begin = start + len(text[start:end]) - len(text[start:end].lstrip(" .,"))
    match = _NEWS.match(text[begin:end])
    if match is None or not (match["date"] or match["pages"]):
        return trimmed(text, begin, end, "container-title")
    names = (("container", "container-title"), ("date", "date"), ("pages", "pages"))
    return [
        span
        for name, label in names
        if match[name]
        for span in trimmed(text, begin + match.start(name), begin + match.end(name), label)
    ]


def _online(text: str, start: int, end: int, *, dated: bool) -> Iterable[Span]:
    """A date alone, or an imprint."""
    match = _DATE_ONLY.match(text, start, end)
    if match is None:
        return imprint(text, start, end, dated=dated) if text[start:end].strip(" .,:") else ()
    return [Span(*match.span("date"), "date"), *trimmed(text, match.end(), end, "note")]


def disjoint(found: list[Span]) -> tuple[Span, ...]:
    """In text order; of two that overlap the earlier one stays."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
