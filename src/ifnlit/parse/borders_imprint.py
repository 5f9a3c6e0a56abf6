"""Series, schools and sites, by the marks that show them: rules of `parse.borders`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse.grammar.parts import DATE, YEAR
from ifnlit.parse.names.words import L, U

if TYPE_CHECKING:
    from collections.abc import Callable

    from ifnlit.parse.span import Span

_SERIES = re.compile(
    r"\(=\s?(?P<collection_title>[^()\d]{3,80}?)"
    r"(?:,?\s(?:(?:Bd|Nr|H)\.|Band|Heft)?\s?(?P<collection_number>\d{1,4}))?\)"
)
_SCHOOL = rf"(?:Univ(?:ersität|\.)|TU|FU|HU|LMU|ETH)(?:\s[{U}][\w.-]+(?:\s[{U}][{L}]+)?)?"
_THESES = (
    re.compile(
        rf"(?<=\.\s)(?P<genre>Diss(?:ertation)?\.?(?:\s(?:phil|med|iur|jur|rer\.\s?(?:nat|pol|oec))\.)?),?\s"
        rf"(?P<publisher>{_SCHOOL}),?\s(?={YEAR})"
    ),
    re.compile(
        rf"(?<=[.,]\s)(?P<genre>(?:Phil|Med|Jur|Iur)\.\sDiss\.?),?\s(?P<location>[{U}][{L}]+)\s(?={YEAR})"
    ),
    re.compile(rf"(?P<publisher>{_SCHOOL}),\s(?P<genre>Diss)\.,\s(?={YEAR})"),
)
_SITE = re.compile(
    r"[.,?!]?\"[.,]?\s(?P<container_title>[A-ZÀ-Þ][^\".,]{2,60})[.,]\s"
    rf"(?:(?:(?:[Ll]ast\s)?(?:[Mm]odified|[Uu]pdated)|[Pp]ublished|[Pp]osted)\s(?:on\s)?(?P<date>{DATE})|[Aa]ccessed\s)"
)
_EDITED_BY = re.compile(
    r"[.,]\s(?:[Hh]rsg|[Hh]g|[Hh]erausgegeben)\.?\s(?:v\.|von)\s(?P<editor>[^.:;()\d]{4,100}?)\.\s(?=\S)"
)
_PAPER = re.compile(
    r"(?P<genre>(?:[A-Z][\w&-]*\s){0,3}(?:Working|Discussion|Research|Policy|Staff|Occasional)\s[Pp]aper|"
    r"Arbeitspapier|Diskussionspapier|Forschungsbericht)(?:\s[Ss]eries)?,?\s(?:(?:[Nn]o|[Nn]r)\.?\s|#)?"
    r"(?P<number>\d[\w/.-]*|[A-Z]{1,4}[\w/-]*\d[\w/-]*)"
)
_STATE = re.compile(r"\b[A-Z]{2}\.$")
_AROUND = ["publisher", "location", "publisher"]
_HEADS = frozenset(("author", "editor", "title"))


def _series(text: str, spans: list[Span]) -> list[Span]:
    """What stands in brackets behind "=" is a series: "(= Schriften zur Keramik 7)"."""
    found = _SERIES.search(text) if "(=" in text else None
    return _with(spans, found, ("collection_title", "collection_number")) if found else spans


def _theses(text: str, spans: list[Span]) -> list[Span]:
    """A thesis with its school: "Diss. Univ. Göttingen 1999", "Göttingen, Univ., Diss., 1999"."""
    if "Diss" not in text:
        return spans
    for pattern in _THESES:
        found = pattern.search(text)
        if found:
            return _with(spans, found, tuple(pattern.groupindex))
    return spans


def _sites(text: str, spans: list[Span]) -> list[Span]:
    """What stands between a title in quotation marks and a date of access is the site."""
    if '"' not in text or any(one.label == "container-title" for one in spans):
        return spans
    found = _SITE.search(text)
    return _with(spans, found, ("container_title", "date")) if found and spans else spans


def _edited_by(text: str, spans: list[Span]) -> list[Span]:
    """A title that begins the string, where its editors follow: "A title. Hrsg. von Ann Lee."."""
    found = _EDITED_BY.search(text)
    if found is None:
        return spans
    inner = [one for one in spans if one.start < found.end("editor")]
    title = next((one for one in inner if one.label == "title"), None)
    if title is None or title.end <= found.start() or not all(one.label in _HEADS for one in inner):
        return spans
    first = changed(title, start=inner[0].start, end=found.start())
    editor = changed(title, start=found.start("editor"), end=found.end("editor"), label="editor")
    return [first, editor, *(one for one in spans if one not in inner)]


def _papers(text: str, spans: list[Span]) -> list[Span]:
    """A paper with its number is no host, and of no title: "Arbeitspapier Nr. 17"."""
    if "aper " not in text and "papier " not in text and "bericht " not in text:
        return spans
    for at, one in enumerate(spans):
        if one.label == "container-title":
            found = _PAPER.fullmatch(text, one.start, one.end)
            if found:
                return _with(spans, found, ("genre", "number"))
        elif one.label == "title":
            found = _PAPER.search(text, one.start, one.end)
            if found and text.endswith((". ", ", "), 0, found.start()):
                out = _with(spans, found, ("genre", "number"))
                if found.end() + 2 < one.end:  # its house behind a comma
                    house = changed(one, start=found.end() + 2, label="publisher")
                    out = [*out[: at + 3], house, *out[at + 3 :]]
                return out
    return spans


def _titled(text: str, spans: list[Span]) -> list[Span]:
    """Of two houses around a place, and no title, the first is the title: "Salt. London: Larch"."""
    labels = [one.label for one in spans]
    if "title" in labels or labels.count("publisher") < len(_AROUND) - 1:
        return spans
    for at in range(len(spans) - 2):
        place, house = spans[at + 1], spans[at + 2]
        if labels[at : at + 3] == _AROUND and text[place.end : house.start].strip() == ":":
            return [*spans[:at], changed(spans[at], label="title"), *spans[at + 1 :]]
    return spans


def _states(text: str, spans: list[Span]) -> list[Span]:
    """The stop behind a place is its own only before a colon: "Frankfurt/M.: House"."""
    out: list[Span] = []
    for one in spans:
        if one.label != "location":
            out.append(one)
        elif text.startswith(".:", one.end):
            out.append(changed(one, end=one.end + 1))
        elif _STATE.search(text, one.start, one.end) and not text[one.end :].strip():
            out.append(changed(one, end=one.end - 1))
        else:
            out.append(one)
    return out


def _with(spans: list[Span], found: re.Match[str], names: tuple[str, ...]) -> list[Span]:
    """The spans with those of a match in the place of all that shares a character with them.

    What begins before the match ends where it begins.
    """
    text = found.string
    told = [name for name in names if found[name]]
    new = [
        changed(
            spans[0],
            start=found.start(name),
            end=found.end(name),
            label=name.replace("_", "-"),
        )
        for name in told
    ]
    at = found.start()
    kept = [
        changed(one, end=len(text[:at].rstrip(" .,"))) if one.start < at < one.end else one
        for one in spans
        if one.start < at or all(one.end <= other.start or one.start >= other.end for other in new)
    ]
    return sorted((*kept, *new), key=lambda one: one.start)


RULES: tuple[Callable[[str, list[Span]], list[Span]], ...] = (
    _series,
    _theses,
    _sites,
    _edited_by,
    _papers,
    _titled,
    _states,
)
