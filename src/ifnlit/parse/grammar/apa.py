"""APA 6 and 7, and kin with the year after the authors.

`Hu, B. (2022). Title. Journal, 12(3), 1-5.` Source: Publication Manual of the APA, 7th edition,
chapter 10. Harvard without brackets, or with the year followed by a comma, is read too.
"""

from __future__ import annotations

import re

from ifnlit.parse.grammar import journal
from ifnlit.parse.grammar.parts import DATE, PAGES, YEAR, body_end, identifiers, trimmed
from ifnlit.parse.names import plausible
from ifnlit.parse.span import Span

NAME = "apa"
_DATED = re.compile(
    rf"[\s.,]{{1,3}}(?:\(\s?(?P<a>(?:c\.\s?|ca\.\s?)?(?:{DATE}|{YEAR}[a-z]?,\s[^()]{{3,20}})(?:/{YEAR})?|n\.\s?d\.|in\spress|forthcoming)\s?\)|(?P<b>{YEAR}[a-z]?)(?=[.,:]))\s?[.,:]?\s*"
)
_ROLE = re.compile(r"\s*[(\[](?:eds?\.?|editors?|hrsg\.?|trans\.?)[)\]]\.?\s*,?$", re.IGNORECASE)
_SENTENCE = re.compile(r"[.?!][\"')\]]?\s+(?=\S)|[.?!](?=[A-Z][a-z])")
_IN = re.compile(r"[.?!,]\s+[Ii]n:?\s+(?=[A-Z])")
_EDITORS = re.compile(
    r"^(?P<editor>.{3,300}?)\s?[(\[](?:eds?|hrsg)\.?[)\]]\.?\s?,?\s", re.IGNORECASE
)
_INSIDE = re.compile(
    rf"\s?\((?:(?P<edition>[^(),]{{1,25}}?\s?ed(?:ition|n)?\.?)\s?[,;]?\s?)?(?:[Vv]ol(?:ume|s)?\.?\s?(?P<volume>[\dIVX-]+)\s?[,;]?\s?)?(?:pp?\.?\s?(?P<pages>{PAGES}))?\)"
)
_GENRE = re.compile(
    r"\s?[\[(](?P<genre>[^\[\]()]{0,40}(?:dissertation|thesis|preprint|report|data ?set|paper|"
    r"poster|presentation)[^\[\]()]{0,60})[\])]",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    rf"^(?:(?P<location>[^:.]{{2,60}}?)\s?:\s?)?(?P<publisher>[^:]{{2,160}}?)(?:[,.]\s?(?:pp?\.\s?)(?P<pages>{PAGES}))?\s?\.?\s?$"
)
# "Li M. The course of ..." is a title after the names: a stop, and words in small letters.
_SENTENCE_IN = re.compile(
    r"[.?!:]\s+[A-Z][\w'-]*\s[a-z]+\s(?!for\b|of\b)[a-z]|\b[a-z]{4,}\s[a-z]{4,}\s[a-z]{2,}"
)
_BODY = 80  # characters of a body's name, or of a title that stands for an author
_LIKELY = 0.6  # names of bodies count for less, and APA prints many


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a string in this style, or `None` when it is not."""
    dated = next(
        (
            one
            for one in _DATED.finditer(text, 0, 3000)
            if _opens(text[: one.start()], sure=one["b"] is not None)
        ),
        None,
    )
    if dated is None:
        return None
    ids = identifiers(text)
    end = max(body_end(text, ids, dated.end()), dated.end())
    role = _ROLE.search(text[: dated.start()])
    people_end = role.start() if role else dated.start()
    if (
        text[people_end : people_end + 1] == "."
        and people_end + 1 <= dated.end()
        and re.search(r"\b(?:[A-Z]|al|Jr)$", text[:people_end])
    ):
        people_end += 1
    label = "editor" if role else "author"
    group = "a" if dated["a"] else "b"
    found = [*trimmed(text, 0, people_end, label), Span(*dated.span(group), "date")]
    found.extend(_work(text, dated.end(), end))
    taken = [*found]
    found.extend(
        one for one in ids if all(one.end <= span.start or one.start >= span.end for span in taken)
    )
    return tuple(sorted(found, key=lambda span: span.start))


def _opens(before: str, *, sure: bool) -> bool:
    """Whether names stand before the date; `sure` where no bracket shows that it is one."""
    bare = _ROLE.sub("", before)
    if not bare.strip() or "[" in bare:
        return False
    likely = plausible(bare)
    if sure:
        return likely == 1 and re.search(r"[a-z]{2}\.\s+\S", re.sub(r"\bal\.", "", bare)) is None
    if likely >= _LIKELY and not _SENTENCE_IN.search(bare):
        return True
    return len(bare) < _BODY and ". " not in bare


def _work(text: str, start: int, end: int) -> list[Span]:
    opening = _IN.search(text, start, end)
    if opening and opening.start() > start:
        return [
            *_titled(text, start, opening.start() + (text[opening.start()] in "?!")),
            *_host(text, opening.end(), end),
        ]
    quoted = re.match(r"[\"'](?P<title>[^\"]{5,400}?)[.,?!]?[\"'][.,]?\s+", text[start:end])
    stops = (
        [start + quoted.end()]
        if quoted
        else [one.end() for one in _SENTENCE.finditer(text, start, end)]
    )
    for stop in stops:
        tail = journal.tail(text, stop, end, dated=True)
        if (
            tail
            and tail[0].label == "container-title"
            and not re.search(r"[.?!]\s", text[tail[0].start : tail[0].end].replace("J. ", ""))
        ):
            title_end = stop - (1 if quoted else 0)
            return [*_titled(text, start, len(text[:title_end].rstrip())), *tail]
    if stops:
        return [
            *_titled(text, start, len(text[: stops[0]].rstrip())),
            *_imprint(text, stops[0], end),
        ]
    return _titled(text, start, end)


def _titled(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    genre = _GENRE.search(text, start, end)
    inside = _INSIDE.search(text, start, end)
    stop = min([one.start() for one in (genre, inside) if one and one[0].strip("() ")] or [end])
    found.extend(trimmed(text, start, stop, "title"))
    if genre:
        found.extend(trimmed(text, *genre.span("genre"), "genre"))
    elif inside:
        found.extend(_grouped(text, 0, inside, ("edition", "volume", "pages")))
    return found


def _host(text: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    editors = _EDITORS.match(text[start:end])
    if editors:
        found.extend(trimmed(text, start, start + editors.end("editor"), "editor"))
        start += editors.end()
    inside = _INSIDE.search(text, start, end)
    if inside and inside[0].strip("() "):
        found.extend(trimmed(text, start, inside.start(), "container-title"))
        found.extend(_grouped(text, 0, inside, ("edition", "volume", "pages")))
        return [*found, *_imprint(text, inside.end(), end)]
    stop = _SENTENCE.search(text, start, end)
    if stop is None:
        tail = journal.tail(text, start, end, dated=True)
        return [*found, *(tail or trimmed(text, start, end, "container-title"))]
    found.extend(trimmed(text, start, stop.start(), "container-title"))
    return [*found, *_imprint(text, stop.end(), end)]


def _imprint(text: str, start: int, end: int) -> list[Span]:
    begin = start + len(text[start:end]) - len(text[start:end].lstrip(" .,"))
    match = _IMPRINT.match(text[begin:end].rstrip())
    if match is None:
        return list(trimmed(text, begin, end, "publisher"))
    return _grouped(text, begin, match, ("location", "publisher", "pages"))


def _grouped(text: str, base: int, match: re.Match[str], names: tuple[str, ...]) -> list[Span]:
    found: list[Span] = []
    for name in names:
        if match[name]:
            found.extend(trimmed(text, base + match.start(name), base + match.end(name), name))
    return found
