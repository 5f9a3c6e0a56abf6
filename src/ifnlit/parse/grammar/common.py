"""Journal articles in the forms that most lists print, each read at one look.

A grammar finds the parts of a reference one after the other and asks at each step what else it
could be. Here one pattern holds a whole string in which nothing is in doubt, in a third of the
time. It reads what the grammar would, which a test compares; any other string is none of these.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.grammar import apa, gbt7714, vancouver
from ifnlit.parse.grammar.head import (
    FAMILY,
    HAN,
    NAMES,
    PLAIN,
    is_spoken,
    may_go_on,
    names_end,
)
from ifnlit.parse.grammar.journal import COMMON, NUMBERS, container, is_part_of_name
from ifnlit.parse.grammar.parts import YEAR, body_end, free, identifiers, language_note, notes
from ifnlit.parse.hints import has_any
from ifnlit.parse.names.words import role
from ifnlit.parse.span import make_span
from ifnlit.parse.values import is_month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.parse.span import Span

# "Sung, H., Ferlay, J., & Lee, A. B."
_ONE = rf"{FAMILY},\s[A-Z]\.(?:[\s-]?[A-Z]\.)*+"
_INVERTED = rf"{_ONE}(?:(?:,\s(?:&\s)?|,?\s&\s|,?\sand\s){_ONE})*+"
# A title that ends in the stop before the container, or in a mark of its own.
_TITLE = r"(?P<title>[^\W\d_][^。\[\]\"《]{8,400}(?:[?!](?=\s)|(?<![\s,;:/.])(?=\.\s)))\.?\s"
_CONTAINER = r"(?P<container>[^\W\d_][^\d.,:;?!()\[\]/\"]{0,120}[^\s\d.,:;?!()\[\]/\"])"
# `Sung H, Ferlay J, et al. Title [J]. CA Cancer J Clin, 2021, 71(3): 209-249.`
_CODED = re.compile(
    rf"(?:{PLAIN}(?P<stop>)|{HAN})\s?(?P<title>(?!c\d)[^\W\d_][^\[\]]{{0,400}}[^\s\[\],;:/.])\s?\.?\s?"
    r"\[(?P<medium>J)\](?:[.,]\s?|\s)"
    rf"(?P<container>[^\W\d_][^\d,:;()\[\]/\"]{{0,120}}[^\s\d,.:;()\[\]/\"]){COMMON}\.?"
)
# `Sung H, Ferlay J, et al. Title. CA Cancer J Clin. 2021 May 3;71(3):209-249.`
_STOPPED = re.compile(
    rf"(?:{PLAIN}(?P<stop>)\s?|(?P<inverted>{_INVERTED}(?P<inverted_others>,?\set\sal\.)?)\s)"
    rf"{_TITLE}{_CONTAINER}{COMMON}\.?"
)
# `Sung H, Ferlay J (2021) Title. CA Cancer J Clin 71: 209-249.`
# `Sung, H., & Ferlay, J. (2021). Title. CA Cancer J Clin, 71(3), 209-249.`
_BRACKETED = re.compile(
    rf"(?:{NAMES}|{_INVERTED})(?P<others>,?\set\sal\.?)?(?P<stop>)\.?"
    rf"\s\((?P<date>{YEAR}[a-z]?)\)[.,:]?\s{_TITLE}{_CONTAINER}[.,]?\s{NUMBERS}\.?"
)
_YEAR_OPENS = re.compile(rf"\({YEAR}[a-z]?\)[.,:]?\s")
_FURTHEST = 300  # characters to that year
_LOCATOR = ("date", "volume", "issue", "pages")
# Words before a volume that are no part of the container.
_LABELS = frozenset("v vol volume bd jg no nos nr p pp page pages s h heft art article".split())
_OF_NAMES = ("al", "Jr", "Sr")  # the stop behind these may belong to them
_FOUR = re.compile(r"\d{4}")  # of a year, or of an identifier
_UNDATED = re.compile(r"\(\s?(?:n\.|in\spress|forthcoming)")  # in the place of a year
_DIGIT = re.compile(r"\d")
_SHORTEST = 16  # characters of a title that cannot be a name before "2021,"


def spans(text: str) -> tuple[str, tuple[Span, ...]] | None:
    """The name of the grammar that reads such a string, and its labelled spans; or `None`."""
    if "[" in text:
        pattern, read = _CODED, _coded
    elif _YEAR_OPENS.search(text, 0, _FURTHEST):
        pattern, read = _BRACKETED, _bracketed
    else:
        pattern, read = _STOPPED, _stopped
    found = pattern.match(text)
    if found is None or not _is_numbered(found["issue"]):
        return None
    return read(text, found)


def _coded(text: str, found: re.Match[str]) -> tuple[str, tuple[Span, ...]] | None:
    han = found["han"]
    if has_any(han, gbt7714.ROLES) if han else not _is_plain(text, found) or role(found["names"]):
        return None
    if _follows_month(found):
        return None
    after = found.end("medium") + 1
    beside: list[Span] = []
    if found.end() < len(text):
        beside.extend(identifiers(text, after))
        end = body_end(text, tuple(beside), after)
        note = language_note(text, after)
        if note:
            beside.append(make_span(note.start(), note.end(), "language-note"))
            end = min(end, note.start())
        if not _ends(text, found, end):
            return None
        beside = list(gbt7714.disjoint(beside))
    people = make_span(0, len(han), "author") if han else _people(found)
    title = make_span(*found.span("title"), "title")
    medium = make_span(*found.span("medium"), "medium")
    return gbt7714.NAME, (people, title, medium, *_host(text, found), *beside)


def _stopped(text: str, found: re.Match[str]) -> tuple[str, tuple[Span, ...]] | None:
    title = found["title"]
    if _follows_month(found) or len(title) < _SHORTEST or _may_be_more(title):
        return None
    people = _stopped_people(text, found)
    if people is None:
        return None
    beside = identifiers(text, people.end) if found.end() < len(text) else ()
    end, noted = notes(text, people.end, body_end(text, beside, people.end))
    is_preprint = any(span.label == "arxiv" for span in beside)
    if is_preprint or not _ends(text, found, end) or vancouver.is_part(text, people.end + 1, end):
        return None
    parts = [people, make_span(*found.span("title"), "title"), *_host(text, found)]
    return vancouver.NAME, _sorted(parts, beside, noted)


def _stopped_people(text: str, found: re.Match[str]) -> Span | None:
    end = found.end("inverted")
    if end > 0:
        if not found["inverted_others"] and may_go_on(text, end):
            return None
        return make_span(0, names_end(text, end - 1), "author")
    is_doubtful = found["names"][-1].islower() and vancouver.is_edited(
        text, found.start("stop") - 1
    )
    return None if is_doubtful or not _is_plain(text, found) else _people(found)


def _bracketed(text: str, found: re.Match[str]) -> tuple[str, tuple[Span, ...]] | None:
    title, last = found["title"], found["container"].rpartition(" ")[2]
    if last.lower() in _LABELS or title.count("(") != title.count(")") or _may_go_on(title):
        return None
    names, start = found.end("stop"), found.start("title")
    beside = identifiers(text, start)
    end, noted = notes(text, start, body_end(text, beside, start))
    if not _ends(text, found, end) or apa.is_part(text, start, end) or apa.is_edited(text, names):
        return None
    people = make_span(0, apa.names_end(text, names), "author")
    date = make_span(*found.span("date"), "date")
    work = apa.titled(text, *found.span("title"))
    parts = [people, date, *work, *_host(text, found, dated=True)]
    return apa.NAME, _sorted(parts, beside, noted)


def _is_numbered(issue: str | None) -> bool:
    """Whether what stands in the issue's brackets is one: "(3)", "(Suppl 1)", not "(Chinese)"."""
    return not issue or issue.isdecimal() or _DIGIT.search(issue) is not None


def _is_plain(text: str, found: re.Match[str]) -> bool:
    """Whether the names end where they seem to."""
    names = found["names"]
    if not found["others"] and names.endswith(_OF_NAMES):
        return False
    return "," in names or not is_spoken(text, found.start("stop"))


def _follows_month(found: re.Match[str]) -> bool:
    """Whether the word before the year is a month, and so of the date."""
    return is_month(found["container"].rpartition(" ")[2])


def _may_be_more(title: str) -> bool:
    """Whether a date or an address may be in the title, or the beginning of the journal's name."""
    if _FOUR.search(title) or "www." in title or "://" in title:
        return True
    return ("(" in title and _UNDATED.search(title) is not None) or _may_go_on(title)


def _may_go_on(title: str) -> bool:
    """Whether the last of several sentences of a title may begin the journal's name."""
    at = max(title.rfind(mark, 0, -1) for mark in ".?!")
    return at >= 0 and is_part_of_name(title[at + 1 :].rstrip(".?!"))


def _ends(text: str, found: re.Match[str], end: int) -> bool:
    """Whether the description ends where the locator does."""
    return found.end("pages") <= end and not text[found.end("pages") : end].strip(" .")


def _people(found: re.Match[str]) -> Span:
    return make_span(0, found.end("others" if found["others"] else "names"), "author")


def _host(text: str, found: re.Match[str], *, dated: bool = False) -> list[Span]:
    """The container, with the stop of its abbreviation, and the locator, `dated` without date."""
    start, end = found.span("container")
    if "." in found["container"] or text[end] == ".":
        host = list(container(text, start, end))
    else:
        host = [make_span(start, end, "container-title")]
    for name in _LOCATOR[dated:]:
        start, end = found.span(name)
        if start >= 0:
            host.append(make_span(start, end, name))
    return host


def _sorted(parts: list[Span], beside: Sequence[Span], noted: Sequence[Span]) -> tuple[Span, ...]:
    """The parts, and what identifiers and notes there are beside them."""
    if not beside and not noted:
        return tuple(parts)
    return tuple(sorted([*parts, *free([*beside, *noted], parts)], key=lambda one: one.start))
