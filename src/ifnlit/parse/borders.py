"""Where marks prove that the tagger drew a border astray, the border they show.

The tagger reads words; some marks leave no choice. Initials with a blank and a word behind them end
a list of inverted names; a quotation mark that closes ends the title that one before it opened;
"(eds.)" behind names makes them editors. Each rule looks at one such mark and gives the spans as
they were where it does not stand.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse.names import plausible
from ifnlit.parse.names.given import is_given
from ifnlit.parse.names.words import L, U, is_bodily, others, role

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ifnlit.parse.span import Span

_FAMILY = (
    rf"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter)\s){{0,3}}"
    rf"[{U}][{U}{L}'’-]+(?:\s[{U}][{U}{L}'’-]+){{0,2}}"
)
_INITIALS = rf"[{U}][{L}]?\.(?:[\s-]?[{U}]\.)*"
_ENTRY = re.compile(rf"{_FAMILY},\s?{_INITIALS}")
_NEXT = re.compile(r"\s?[,;&/]\s?(?:(?:and|und|et|y|e|&)\s)?|\s(?:and|und|et|y|e)\s")
_AFTER_NAMES = re.compile(rf"[\s]+(?=[\"'(\[{U}])(?!(?:Jr|Sr|II|III|IV)\b)")
# "Mars S. Letter: Of it"; another word may be a family name, as in "John A. Smith: Of it".
_AFTER_LONE = re.compile(
    rf"(?P<names>{_FAMILY}\s[{U}]{{1,3}})\.\s(?:Letter|Editorial|Reply|Comment(?:ary)?|Abstract|"
    r"Correspondence|Erratum|Correction|Proceedings|Review)$"
)
_ROLE = re.compile(
    r",?\s?[(\[]?\s?\b(?:[Ee]ds?|[Ee]ditors?|[Hh]rsg|Hg|[Hh]erausgeber|[Oo]rgs?|[Cc]oords?|[Cc]omps?)\b"
    r"(?!\.?\s(?:by|von|de)\b)\.?\s?[)\]]?(?=\s?[.,:;(]|\s[(\"']?[\d\w])"
)
_TRANSLATOR = re.compile(r"trans|übers|译", re.IGNORECASE)
_SERVER = re.compile(
    r"[.,:?!]\s+(?P<word>(?:bio|med|chem|psy|soc|ar)[Rr]?[Xx]iv|SSRN|Research\sSquare)"
    r"(?:[\s.:,]+(?:ar[Xx]iv|preprint))*$"
)
_CARRIER = re.compile(
    r"\s?[\[(](?P<word>WWW\s[Dd]ocument|[Ii]nternet|[Oo]nline|[Pp]reprint|"
    r"[Ee]lectronic\sresource)[\])]?$"
)
_CLOSING = re.compile(
    r"(?P<mark>[.,?!]?)\"[\s,.]+(?:[Ii]n:?\s)?(?=[A-ZÀ-ÞΑ-Ω\u0410-\u042f\u4e00-\u9fff\d])"
)
_NUMBER = re.compile(r"(?:\b[Rr]eport|\b[Rr]ep|[Pp]aper|\([Nn]o|\bno)\W{0,2}(?:[Nn]os?)?\W{0,3}$")
_LABEL = re.compile(
    r"(?:dispon[ií]vel\sem|disponible\s(?:en|sur)|verf[üu]gbar\sunter|available\s(?:from|at)|retrieved\sfrom|"
    r"acesso\sem|accessed|abgerufen\sam|beschikbaar\sop|url|doi)\W*",
    re.IGNORECASE,
)
_LEAD = 24  # characters before a number that can hold what it is the number of
_SUFFIX = re.compile(r"(?P<suffix>(?:Jr|Sr)\b|(?:I{2,3}|IV)(?=[.,]))[\s.,]+(?=\S)")
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d")
_LONGEST_BODY = 14  # words


def proved(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The tagger's spans with the borders that marks show, sorted and disjoint."""
    found = list(spans)
    for rule in _RULES:
        found = rule(text, found)
    return tuple(found)


def _names(text: str, spans: list[Span]) -> list[Span]:
    """Inverted names end where a word stands behind initials: "Elias, P. M. Bullous impetigo"."""
    at = next((n for n, one in enumerate(spans) if one.label == "author"), -1)
    if at < 0:
        return spans
    end = _names_end(text, spans[at])
    if end is None:
        return spans
    names, rest = spans[at], spans[at + 1 :]
    begin = end + len(text[end:]) - len(text[end:].lstrip())
    kept = changed(names, end=end)
    if rest and rest[0].label == "title" and rest[0].start - names.end <= _LEAD:
        return [*spans[:at], kept, changed(rest[0], start=begin), *rest[1:]]
    if any(one.label == "title" for one in rest):
        return spans
    return [*spans[:at], kept, changed(names, start=begin, label="title"), *rest]


def _names_end(text: str, names: Span) -> int | None:
    """Where a list of names ends that runs on into the title; None where it does not."""
    at = names.start
    while True:
        entry = _ENTRY.match(text, at, names.end)
        if entry is None:
            break
        mark = _NEXT.match(text, entry.end(), names.end)
        if mark is None:
            after = _AFTER_NAMES.match(text, entry.end(), names.end)
            goes_on = after is None or _goes_on(text, after.end(), names.end)
            return None if goes_on or is_bodily(entry[0]) else entry.end()
        at = mark.end()
    lone = _AFTER_LONE.match(text, names.start, names.end)
    return lone.end("names") + 1 if lone and text.startswith(":", names.end) else None


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether names go on behind initials: a lost comma, "J. Robert", "et al."."""
    rest = text[start:end].rstrip(".")
    return _ENTRY.match(text, start, end) is not None or is_given(rest) or bool(others(rest))


def _suffix(text: str, spans: list[Span]) -> list[Span]:
    """A suffix is of the last name, not of the title: "Smith, L., Jr. Bridged compounds"."""
    for at in range(len(spans) - 1):
        names, title = spans[at], spans[at + 1]
        if names.label == "author" and title.label == "title":
            found = _SUFFIX.match(text, title.start, title.end)
            if found and text[title.start - 2 : title.start] == ", ":
                kept = changed(names, end=found.end("suffix"))
                return [*spans[:at], kept, changed(title, start=found.end()), *spans[at + 2 :]]
    return spans


def _roles(text: str, spans: list[Span]) -> list[Span]:
    """Names with "(eds.)" behind them, or at their end, are editors."""
    return [
        changed(one, label=_role_of(text, one)) if one.label == "author" else one for one in spans
    ]


def _role_of(text: str, names: Span) -> str:
    if _ROLE.match(text, names.end):
        return "editor"
    said = role(text[names.start : names.end])
    if said is None or not said.start():
        return "author"
    return "translator" if _TRANSLATOR.search(said[0]) else "editor"


def _body(text: str, spans: list[Span]) -> list[Span]:
    """A body that begins the string is its author: "World Bank. 2019. A title"."""
    labels = [one.label for one in spans[:3]]
    if {"author", "editor"} & {one.label for one in spans} or not _opens_with_body(text, spans):
        return spans
    first = changed(spans[0], label="author")
    if labels[1:2] == ["title"]:
        return [first, *spans[1:]]
    if labels[1:] == ["date", "title"]:
        return [first, *spans[1:]]
    if labels[1:] == ["date", "container-title"] and labels[0] == "title":
        kinds = {one.label for one in spans[3:]}
        if not kinds & {"volume", "issue", "title", "container-title"}:
            return [first, spans[1], changed(spans[2], label="title"), *spans[3:]]
    return spans


def _opens_with_body(text: str, spans: list[Span]) -> bool:
    """Whether a body's name stands in front, where a title or a publisher was read."""
    if len(spans) < 3 or spans[0].label not in {"title", "publisher", "container-title", "note"}:  # noqa: PLR2004  # a body, a title and one more
        return False
    name = text[spans[0].start : spans[0].end]
    if text[: spans[0].start].strip(" [(1234567890)].") or len(name.split()) > _LONGEST_BODY:
        return False
    return (is_bodily(name) or name.isupper()) and plausible(name) == 1


def _quotes(text: str, spans: list[Span]) -> list[Span]:
    """A title in quotation marks ends where they close; what follows is its container."""
    for at, title in enumerate(spans):
        if title.label != "title" or text[title.start - 1 : title.start] != '"':
            continue
        closing = _CLOSING.search(text, title.start, title.end)
        if closing is None or text.count('"', title.start, title.end) % 2 == 0:
            return spans
        end = closing.start() + (closing["mark"] in {"?", "!"})
        kept, rest = changed(title, end=end), spans[at + 1 :]
        host = changed(title, start=closing.end(), label="container-title")
        if rest and rest[0].label == "container-title":
            return [*spans[:at], kept, changed(rest[0], start=host.start), *rest[1:]]
        if any(one.label == "container-title" for one in rest):
            return spans
        return [*spans[:at], kept, host, *rest]
    return spans


def _balanced(text: str, spans: list[Span]) -> list[Span]:
    """A quotation mark beside a title is of the title where its counterpart is within."""
    return [
        changed(
            one,
            start=one.start - text.startswith('"', one.start - 1),
            end=one.end + text.startswith('"', one.end),
        )
        if one.label == "title" and text.count('"', one.start, one.end) % 2 and one.start
        else one
        for one in spans
    ]


def _tails(text: str, spans: list[Span]) -> list[Span]:
    """What ends a title and is none: the server of a preprint, "[Internet]"."""
    hosted = any(one.label == "container-title" for one in spans)
    return [
        part
        for one in spans
        for part in (_parted(text, one, hosted=hosted) if one.label == "title" else (one,))
    ]


def _parted(text: str, title: Span, *, hosted: bool) -> tuple[Span, ...]:
    found = None if hosted else _SERVER.search(text, title.start, title.end)
    label = "container-title"
    if found is None:
        found = _CARRIER.search(text, title.start + 1, title.end)
        label = "medium"
    if found is None:
        return (title,)
    if found["word"].lower() == "preprint":
        label = "genre"
    end = found.start() + (text[found.start()] in "?!")
    start, stop = found.span("word")
    return (changed(title, end=end), changed(title, start=start, end=stop, label=label))


def _reports(text: str, spans: list[Span]) -> list[Span]:
    """What "Report No." stands before is a number, and no page."""
    labels = {one.label for one in spans}
    if "pages" not in labels or labels & {"number", "volume"}:
        return spans
    return [
        changed(one, label="number")
        if one.label == "pages" and _NUMBER.search(text, max(0, one.start - _LEAD), one.start)
        else one
        for one in spans
    ]


def _issues(text: str, spans: list[Span]) -> list[Span]:
    """Of two locators, the one before a year in brackets is the issue: "72.850 (1996), 450-457"."""
    labels = [one.label for one in spans]
    if labels.count("pages") == 1 or "issue" in labels:
        return spans
    return [
        changed(one, label="issue")
        if one.label == "pages"
        and text[one.start - 1 : one.start] == "."
        and after.label == "date"
        and text[one.end : after.start] == " ("
        else one
        for one, after in zip(spans, [*spans[1:], *spans[-1:]], strict=True)
    ]


def _years(text: str, spans: list[Span]) -> list[Span]:
    """A year that is a volume ("2021 (2021) 1-8"), a volume that is the only year ("2000 (1)")."""
    labels = [one.label for one in spans]
    if "date" in labels and "volume" in labels:
        return spans
    for at, one in enumerate(spans):
        if one.label not in {"date", "volume"} or not _YEARS.fullmatch(text, one.start, one.end):
            continue
        if one.label == "volume":
            return [*spans[:at], changed(one, label="date"), *spans[at + 1 :]]
        if labels[at + 1 : at + 2] == ["date"] and text[one.end : spans[at + 1].start] == " (":
            return [*spans[:at], changed(one, label="volume"), *spans[at + 1 :]]
    return spans


def _year_of_title(text: str, spans: list[Span]) -> list[Span]:
    """A year that begins a title is of it, where there is another: "2019 facts. Ann. 2020"."""
    dates = [one for one in spans if one.label == "date"]
    for at, (one, title) in enumerate(pairwise(spans)):
        if (
            one.label == "date"
            and one is not dates[-1]
            and title.label == "title"
            and text[one.end : title.start] == " "
            and text[max(0, one.start - 2) : one.start] in {". ", ""}
        ):
            return [*spans[:at], changed(title, start=one.start), *spans[at + 2 :]]
    return spans


def _labels(text: str, spans: list[Span]) -> list[Span]:
    """Words that only say what comes next are no field: "Disponível em"."""
    return [one for one in spans if not _LABEL.fullmatch(text, one.start, one.end)]


_RULES: tuple[Callable[[str, list[Span]], list[Span]], ...] = (
    _names,
    _suffix,
    _body,
    _roles,
    _quotes,
    _balanced,
    _tails,
    _reports,
    _issues,
    _years,
    _year_of_title,
    _labels,
)
