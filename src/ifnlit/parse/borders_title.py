"""Where a title begins and ends, by the marks that show it: rules of `parse.borders`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse.grammar.parts import SERVERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from ifnlit.parse.span import Span

_BY = re.compile(
    r"[.,;:]\s\(?(?:[Tt]rans(?:lated|l?\.)?\s(?:by\s)?|[Üü]bers\.\svon\s|[Tt]rad\.\s(?:de\s)?)(?P<word>[^.,;]{4,60})$"
)
_XIV = rf"(?:{SERVERS}|ar)[Rr]?[Xx]iv|SSRN"
_SERVER = re.compile(
    rf"[.,:?!]\s+(?P<word>{_XIV}|Research\sSquare)(?:[\s.:,]+(?:ar[Xx]iv|preprint))*$"
)
_SERVED = re.compile(rf"[\"'.,;:?!\s]{{1,4}}(?P<word>{_XIV})\b(?!\S*:)")
_CARRIER = re.compile(
    r"\s?[\[(](?P<word>WWW\s[Dd]ocument|[Ii]nternet|[Oo]nline|[Pp]reprint|"
    r"[Ee]lectronic\sresource)[\])]?$"
)
_EDITION = re.compile(r"[\s,(]+(?P<word>\d{1,2}(?:st|nd|rd|th))\sed(?:n|ition)?\.?\)?$")
_VOLUMES = re.compile(r"[.,:]\s(?:in\s)?(?P<word>\d{1,2}\s(?:Bde|Bände|[Vv]ols))$")
_TAILS = (
    (_VOLUMES, "note"),
    (_EDITION, "edition"),
    (_SERVER, "container-title"),
    (_CARRIER, "medium"),
    (_BY, "translator"),
)
_CLOSING = re.compile(
    r"(?P<mark>[.,?!]?)\"[\s,.]+(?:[Ii]n:?\s)?(?=[A-ZÀ-ÞΑ-Ω\u0410-\u042f\u4e00-\u9fff\d])"
)
_COUNTRY = re.compile(r"[.?!]\s(?P<name>(?:U\.\s?[SK]|E\.\s?U)\.?)$")


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


def _unopened(text: str, spans: list[Span]) -> list[Span]:
    """A bracket that closes what opens before the title is none of it: "[A translated title]."."""
    return [
        changed(one, end=one.end - 1)
        if one.label == "title"
        and text[one.start - 1 : one.start] + text[one.end - 1] == "[]"
        and "[" not in text[one.start : one.end]
        else one
        for one in spans
    ]


def _tails(text: str, spans: list[Span]) -> list[Span]:
    """What ends a title and is none: the server of a preprint, "[Internet]"."""
    hosted = any(one.label == "container-title" for one in spans)
    titled = any(one.label == "title" for one in spans)
    return [
        part
        for one in spans
        for part in (
            _parted(text, one, hosted=hosted)
            if one.label == ("title" if titled else "container-title")
            else (one,)
        )
    ]


def _parted(text: str, title: Span, *, hosted: bool) -> tuple[Span, ...]:
    found, label = next(
        (
            (tail, name)
            for pattern, name in _TAILS
            if (tail := pattern.search(text, title.start + 1, title.end))
        ),
        (None, ""),
    )
    if found is None or (hosted and label == "container-title"):
        return (title,)
    if found["word"].lower() == "preprint":
        label = "genre"
    end = found.start() + (text[found.start()] in "?!")
    start, stop = found.span("word")
    return (changed(title, end=end), changed(title, start=start, end=stop, label=label))


def _servers(text: str, spans: list[Span]) -> list[Span]:
    """The server of a preprint behind a title, where it is in no field or in the date's."""
    labels = {one.label for one in spans}
    title = next((one for one in spans if one.label == "title"), None)
    if title is None or labels & {"container-title", "publisher", "arxiv"}:
        return spans
    found = _SERVED.match(text, title.end)
    if found is None:
        return spans
    host = changed(title, start=found.start("word"), end=found.end("word"), label="container-title")
    at = spans.index(title) + 1
    rest = spans[at:]
    if rest and rest[0].start < host.end:
        begin = host.end + len(text[host.end :]) - len(text[host.end :].lstrip(" ,("))
        if rest[0].label != "date" or begin >= rest[0].end:
            return spans
        rest = [changed(rest[0], start=begin), *rest[1:]]
    return [*spans[:at], host, *rest]


def _book(text: str, spans: list[Span]) -> list[Span]:
    """A container alone, with a date at most, is a title with its publisher: "Beloved. Vintage"."""
    labels = {one.label for one in spans}
    if (
        not labels <= {"author", "container-title", "date", "citation-number"}
        or "author" not in labels
    ):
        return spans
    out: list[Span] = []
    for one in spans:
        stop = text.find(". ", one.start, one.end) if one.label == "container-title" else -1
        if stop > 0 and text.find(".", stop + 1, one.end) < 0:
            out += (
                changed(one, end=stop, label="title"),
                changed(one, start=stop + 2, label="publisher"),
            )
        else:
            out.append(one)
    return out


def _acronyms(text: str, spans: list[Span]) -> list[Span]:
    """A country at the end of a title begins the name behind it: "U.S. Department"."""
    out = list(spans)
    for at in range(len(spans) - 1):
        one, after = spans[at], spans[at + 1]
        found = _COUNTRY.search(text, one.start, one.end) if one.label == "title" else None
        if (
            found
            and after.label in {"publisher", "container-title"}
            and after.start - one.end <= len(". ")
        ):
            out[at] = changed(one, end=found.start())
            out[at + 1] = changed(after, start=found.start("name"))
    return out


RULES: tuple[Callable[[str, list[Span]], list[Span]], ...] = (
    _quotes,
    _balanced,
    _unopened,
    _tails,
    _servers,
    _book,
    _acronyms,
)
