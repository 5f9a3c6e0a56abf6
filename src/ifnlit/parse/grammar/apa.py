"""APA 6 and 7, Harvard, and kin with the year after the authors.

`Hu, B., & Yu, M. (2022). Title. Journal, 12(3), 1-5.` Source: Publication Manual of the APA, 7th
edition, chapter 10. PLOS and Chicago author-date (`Hu B (2022) Title. Journal 12: 1-5`, `Hu, Bo.
2022. "Title." Journal 12 (3): 1-5`), Harvard and Elsevier (`Hu, B., 2022. Title. Journal 12, 1-5`)
are read too.
"""

from __future__ import annotations

import re

from ifnlit.model.iso4 import is_abbreviated
from ifnlit.parse.grammar import journal
from ifnlit.parse.grammar.head import authors_end
from ifnlit.parse.grammar.parts import (
    DATE,
    PAGES,
    SENTENCE,
    YEAR,
    body_end,
    free,
    identifiers,
    notes,
    spans_of,
    trimmed,
)
from ifnlit.parse.names import plausible
from ifnlit.parse.span import Span

NAME = "apa"
_DATED = re.compile(
    rf"[\s.,]{{1,3}}(?:\(\s?(?P<a>(?:c\.\s?|ca\.\s?)?(?:{DATE}|{YEAR}[a-z]?,\s[^()]{{3,20}})(?:/{YEAR})?"
    rf"|n\.\s?d\.|in\spress|forthcoming)\s?\)|(?P<b>{YEAR}[a-z]?)(?=[.,:]))\s?[.,:]?\s*"
)
# "Peterson ED" has initials: in capitals it is a role only behind a comma or a bracket.
_ROLE = re.compile(
    r"(?:\s*[(\[,]\s?|\s*\b(?!(?-i:[A-Z]{2,3})\b))"
    r"(?:eds?\.?|editors?|hrsg\.?|trans\.?)[)\]]?\.?\s*,?$",
    re.IGNORECASE,
)
_ROLES = ("ed", "eds", "editor", "editors", "hrsg", "trans")
_QUOTED = re.compile(
    r"\"(?P<title>[^\"]{5,400}?)(?:[.,]\"|[?!]?\"[.,]|(?<=[?!])\")\s+|'(?P<title2>[^']{5,400}?)[.,]?',\s+"
)
_IN = re.compile(r"[.?!,]\s+[Ii]n:?\s+(?=[A-Z\"'])")
_INTO = re.compile(r"[Ii]n:?\s+")
_EDITORS = re.compile(
    r"(?P<editor>[^()]{3,300}?),?\s?[(\[]?\b(?:eds?|editors?|hrsg)\b\.?[)\]]?\.?\s?[,:]?\s",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\s?\((?:(?P<edition>[^(),]{1,25}?\s?(?:ed(?:ition|n)?|Aufl(?:age)?)\.?)\s?[,;]?\s?)?"
    r"(?:[Vv]ol(?:ume|s)?\.?\s?(?P<volume>[\dIVX-]+)\s?[,;]?\s?)?"
    rf"(?:(?:pp?|S)\.?\s?(?P<pages>{PAGES}))?\)"
)
_GENRE = re.compile(
    r"\s?[\[(](?P<genre>[^\[\]()]{0,40}(?:dissertation|thesis|论文|preprint|report|data ?set|paper|"
    r"poster|presentation)[^\[\]()]{0,60})[\])]",
    re.IGNORECASE,
)
# A paper that was read: "[Paper presentation]. Conference of Tests, Boston, United States".
_SPOKEN = re.compile(r"\[[^\]]{0,40}(?:presentation|poster|session)[^\]]{0,20}\]", re.IGNORECASE)
_EVENT = re.compile(r"(?P<event>[^,]{3,120}?)(?:,\s(?P<event_place>[^\d]{3,80}?))?[\s.]{0,2}$")
# "(Report No. 123)", "(U.S. Patent No. 7,777)", "(Lecture Notes in Testing, Vol. 392)".
_NUMBERED = re.compile(
    r"\s?\((?:(?P<genre>[^()]{0,60}?(?:Report|Patent|Paper|Publication|Note|Memorandum))\sNos?\.\s"
    r"(?P<number>[^()]{1,25})|(?P<collection_title>[^(),]{5,80}),\sVol\.\s(?P<collection_number>\d{1,5}))\)"
)
_IMPRINT = re.compile(
    r"(?:(?P<location>[^:.()]{2,60}?)\s?:\s?)?(?P<publisher>[^:()]{2,160}?)"
    rf"(?:[,.]\s?(?:pp?\.\s?)(?P<pages>{PAGES}))?\s?\.?\s?$"
)
# "Li M. The course of ..." is a title after the names: a stop, and words in small letters.
_SENTENCE_IN = re.compile(
    r"[.?!:]\s+[A-Z][\w'-]*\s[a-z]+\s(?!for\b|of\b)[a-z]|\b[a-z]{4,}\s[a-z]{4,}\s[a-z]{2,}"
)
_GOES_ON = re.compile(r"[a-z]{2}\.\s+\S")
_STOPPED = re.compile(r"\b(?:[A-Z]|al|Jr)$")
_FURTHEST = 3000  # characters to the year; no list of authors is longer
_ROLE_LONGEST = 16  # characters: " (translators)."
_BODY = 80  # characters of a body's name, or of a title that stands for an author
_SURE = 0.8  # of a list of names with one or two odd ones: "Rodrigues, A. L. d. L."
_LIKELY = 0.6  # names of bodies count for less, and APA prints many


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string in this style, or `None` when it is not."""
    dated = next((one for one in _DATED.finditer(text, 0, _FURTHEST) if _opens(text, one)), None)
    if dated is None:
        return None
    ids = identifiers(text, dated.end())
    end = max(body_end(text, ids, dated.end()), dated.end())
    end, noted = notes(text, dated.end(), end)
    role = _said(text, dated.start())
    people_end = role.start() if role else names_end(text, dated.start())
    found = [
        *trimmed(text, 0, people_end, "editor" if role else "author"),
        Span(*dated.span("a" if dated["a"] else "b"), "date"),
        *_work(text, dated.end(), end, known=any(span.label in _KNOWN for span in (*ids, *noted))),
    ]
    return tuple(sorted([*found, *free([*ids, *noted], found)], key=_start))


def is_edited(text: str, end: int) -> bool:
    """Whether the names that end at `end` are said to be of editors."""
    return _said(text, end) is not None


def is_part(text: str, start: int, end: int) -> bool:
    """Whether "in" may stand before the host of a part."""
    return _IN.search(text, start, end) is not None


def _said(text: str, end: int) -> re.Match[str] | None:
    area = text[max(0, end - _ROLE_LONGEST) : end]
    if not area.rstrip(" .,)]").lower().endswith(_ROLES):  # cheaper than to search
        return None
    return _ROLE.search(text, end - len(area), end)


_KNOWN = frozenset(("doi", "pmid", "status"))


def _start(span: Span) -> int:
    return span.start


def names_end(text: str, end: int) -> int:
    """Where names end before `end`: the stop of an initial belongs to the name."""
    is_stop = text[end : end + 1] == "." and _STOPPED.search(text, max(0, end - 2), end)
    return end + 1 if is_stop else end


def _opens(text: str, dated: re.Match[str]) -> bool:
    """Whether names stand before the date, as they must the surer where no bracket shows it."""
    end = dated.start()
    role = _said(text, end)
    bare = text[: role.start() if role else end]
    if not bare.strip() or "[" in bare:
        return False
    likely = plausible(bare)
    cut = authors_end(text, end)
    is_sure = dated["a"] and likely >= _SURE and not _SENTENCE_IN.search(bare)
    if cut is not None and len(bare) - cut > _ROLE_LONGEST and not is_sure:
        return False  # names end before, and a title stands between them and the date
    if dated["b"]:
        return likely == 1 and _GOES_ON.search(bare.replace("al.", "")) is None
    if likely >= _LIKELY and not _SENTENCE_IN.search(bare):
        return True
    return len(bare) < _BODY and ". " not in bare


def _work(text: str, start: int, end: int, *, known: bool) -> list[Span]:
    """Title and where it appeared; `known`: it has a DOI or the like, as articles do."""
    quoted = _QUOTED.match(text, start, end)
    if quoted:
        title = list(spans_of(quoted, ("title", "title2")))
        inside = _INTO.match(text, quoted.end())
        if inside:
            return [*title, *_host(text, inside.end(), end)]
        tail = journal.tail(text, quoted.end(), end, dated=True)
        return [*title, *(tail or _container(text, quoted.end(), end, known=known))]
    opening = _IN.search(text, start, end)
    if opening and opening.start() > start:
        title_end = opening.start() + (text[opening.start()] in "?!")
        return [*titled(text, start, title_end), *_host(text, opening.end(), end)]
    stops = [one for one in SENTENCE.finditer(text, start, end) if _is_outside(text, start, one)]
    article = journal.article(text, start, end, stops, dated=True)
    if article:
        title_end, host = article
        return [*titled(text, start, title_end), *host]
    if not stops:
        return titled(text, start, end)
    return _plain(text, start, stops[0], end, known=known)


def _plain(text: str, start: int, stop: re.Match[str], end: int, *, known: bool) -> list[Span]:
    """A title, and a journal, a house or a meeting behind it."""
    title = titled(text, start, stop.start() + (text[stop.start()] in "?!"))
    event = _EVENT.match(text, stop.end(), end)
    if event and _SPOKEN.search(text, start, stop.start()):
        return [*title, *spans_of(event, ("event", "event_place"))]
    return [*title, *_container(text, stop.end(), end, known=known)]


def _is_outside(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop is not one of "(Report No. 123)"."""
    before = text[start : stop.start()]
    return before.count("(") == before.count(")")


def titled(text: str, start: int, end: int) -> list[Span]:
    """A title, and what stands in brackets behind it: a genre, a number, an edition."""
    area = text[start:end]
    if "(" not in area and "[" not in area:
        return list(trimmed(text, start, end, "title"))
    genre = _GENRE.search(text, start, end)
    inside = _INSIDE.search(text, start, end)
    if inside and not inside[0].strip("() "):
        inside = None
    numbered = _NUMBERED.search(text, start, end)
    stop = min([one.start() for one in (genre, inside, numbered) if one] or [end])
    found = list(trimmed(text, start, stop, "title"))
    if numbered:
        names = ("genre", "number", "collection_title", "collection_number")
        found.extend(spans_of(numbered, names))
    elif genre:
        found.extend(spans_of(genre, ("genre",)))
    elif inside:
        found.extend(spans_of(inside, ("edition", "volume", "pages")))
    return found


def _host(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    editors = _EDITORS.match(text, start, end)
    if editors and plausible(editors["editor"]) >= _LIKELY:
        found.extend(spans_of(editors, ("editor",)))
        start = editors.end()
    inside = _INSIDE.search(text, start, end)
    if inside and inside[0].strip("() "):
        found.extend(trimmed(text, start, inside.start(), "container-title"))
        found.extend(spans_of(inside, ("edition", "volume", "pages")))
        return [*found, *_imprint(text, inside.end(), end)]
    stop = SENTENCE.search(text, start, end)
    if stop is None:
        tail = journal.tail(text, start, end, dated=True)
        return [*found, *(tail or trimmed(text, start, end, "container-title"))]
    found.extend(trimmed(text, start, stop.start(), "container-title"))
    return [*found, *_imprint(text, stop.end(), end)]


def _container(text: str, start: int, end: int, *, known: bool) -> list[Span]:
    """A journal without volume and pages, or an imprint."""
    area = text[start:end].strip(" .,")
    if ":" not in area and (known or is_abbreviated(area)):
        return list(trimmed(text, start, end, "container-title"))
    return _imprint(text, start, end)


def _imprint(text: str, start: int, end: int) -> list[Span]:
    while start < end and text[start] in " .,":
        start += 1
    match = _IMPRINT.match(text, start, end)
    if match is None:
        return list(trimmed(text, start, end, "publisher"))
    return list(spans_of(match, ("location", "publisher", "pages")))
