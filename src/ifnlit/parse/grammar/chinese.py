"""Chinese humanities and law: titles between 《 and 》, years and issues in words.

`王某：《题名》，载《刊名》2019年第2期，第1-5页。`, of books
`王某：《书名》，北京：某出版社，2010年，第5页。`; after the year of author-year lists
`王某，2019，《题名》，《刊名》第2期。`
"""

from __future__ import annotations

import re

from ifnlit.parse.grammar.parts import body_end, free, identifiers, spans_of, trimmed
from ifnlit.parse.names import plausible
from ifnlit.parse.span import Span

NAME = "chinese"
_OPENING = re.compile(
    r"(?P<author>[^《》\"\d]{2,120}?)\s?[:,.]\s?"
    r"(?:(?P<date>(?:1[5-9]|20)\d\d)年?[a-z]?\s?[:,.]\s?)?"
    r"(?:《(?P<title>[^《》]{2,120}(?:《[^《》]{1,60}》[^《》]{0,60})?)》|\"(?P<title2>[^《》\"]{2,120})\")"
)
_HOST = re.compile(
    r"[\s,.]{0,3}(?:[载见]|收[入于])?\s?(?:(?P<editor>[^《》]{2,60}?)\s?(?:主编|编著|编|等编)\s?[:,]?\s?)?"
    r"《(?P<container_title>[^《》]{2,60})》"
)
# Parts of the rest in any order, each with a word that says what it is.
_PARTS = re.compile(
    r"(?P<date>(?:1[5-9]|20)\d\d(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?版?|(?=[,.]|$)))"
    r"|第\s?(?P<issue>\d{1,3}(?:[-、]\d{1,3})?)\s?期|第\s?(?P<volume>\d{1,3})\s?[卷辑]"
    r"|第?\s?(?P<pages>\d{1,5}(?:\s?-\s?\d{1,5})?)\s?[页版]"
    r"|[(\s](?P<edition>(?:第\s?[\d一二三四五六七八九十]{1,2}|修订|增订)\s?版)\)?"
    r"|(?P<genre>(?:博士|硕士)(?:学位)?(?:毕业)?论文)"
    r"|(?P<translator>[\u4e00-\u9fff、, ·]{2,40}?)\s?译"
    r"|(?P<publisher>[\u4e00-\u9fff]{2,20}"
    r"(?:出版社|书局|书店|印书馆|出版公司|大学(?=(?:19|20)\d\d)|大学(?=[,(])))"
)
_LOCATION = re.compile(r"(?P<location>[\u4e00-\u9fff]{2,8})\s?:\s?$")
_NUMBER = re.compile(r"\d+")
_LIKELY = 0.5
_NAMES = ("date", "issue", "volume", "pages", "edition", "genre", "translator", "publisher")


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string with a title between 《 and 》, or `None`."""
    if "《" not in text:
        return None
    opening = _OPENING.match(text)
    if opening is None or not _opens(opening["author"]):
        return None
    ids = identifiers(text, opening.end())
    end = body_end(text, ids, opening.end())
    found = [*spans_of(opening, ("author", "date", "title", "title2"))]
    host = _HOST.match(text, opening.end(), end)
    if host:
        found.extend(spans_of(host, ("editor", "container_title")))
    found.extend(_rest(text, host.end() if host else opening.end(), end, found))
    labels = {span.label for span in found}
    if "date" not in labels or not labels & {"container-title", "publisher", "genre"}:
        return None
    return tuple(sorted([*found, *free(ids, found)], key=_start))


def _start(span: Span) -> int:
    return span.start


def _opens(author: str) -> bool:
    return plausible(author) >= _LIKELY or len(author) < 30  # noqa: PLR2004  # a body's name


def _rest(text: str, start: int, end: int, before: list[Span]) -> list[Span]:
    """Date, locator, imprint, each at most once; a place stands right before the publisher."""
    found: list[Span] = []
    seen = {span.label for span in before}
    for part in _PARTS.finditer(text, start, end):
        for span in spans_of(part, _NAMES):
            if span.label in seen:
                continue
            seen.add(span.label)
            found.append(_paged(text, span) if "container-title" in seen else _bare(text, span))
            if span.label == "publisher":
                place = _LOCATION.search(text[start : span.start])
                if place:
                    found.extend(
                        trimmed(text, start + place.start(), start + place.end() - 1, "location")
                    )
    return found


def _paged(text: str, span: Span) -> Span:
    """In a newspaper "第3版" is a page; in a book it is an edition."""
    number = _NUMBER.search(text, span.start, span.end) if span.label == "edition" else None
    return Span(*number.span(), "pages") if number else _bare(text, span)


def _bare(text: str, span: Span) -> Span:
    """A date without 年 and 版 at its end."""
    end = span.end
    while span.label == "date" and text[end - 1] == "版":
        end -= 1
    return Span(span.start, end, span.label)
