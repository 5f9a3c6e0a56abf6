"""The CSL type of a reference, from its type code, its words and the parts that it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ifnlit.parse.grammar.designation import PATENT, STANDARD
from ifnlit.parse.grammar.statutes import CODE
from ifnlit.parse.hints import has_any
from ifnlit.parse.values import type_of_code

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ifnlit.parse.span import Span

_THESIS = re.compile(
    r"dissertation|\bthesis\b|\bth[èe]se\b|学位论文|doctoral|habilitation|master'?s\b|"
    r"\bdiss\.|\btese\b|disserta[çc][ãa]o|\btesis\b|proefschrift|"
    r"\bдисс?\.|дисс?ертац|\bавтореф|\b(?:diplom|magister|master|bachelor)arbeit",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:proceedings|proc|conf|conference|symposium|workshop|congress|meeting|tagung|kongress)\b|"
    r"会议|论文集|\bконф(?:ер|\b)|симпоз|съезд|конгресс",
    re.IGNORECASE,
)
# Journals named as meetings are.
_JOURNAL = re.compile(
    r"natl|national academy|mayo clin|royal soc|\bproc r\b|edinburgh", re.IGNORECASE
)
_REPORT = re.compile(
    r"\b(?:report|working paper|technical note|white paper|tech\.? rep)\b|报告", re.IGNORECASE
)
_PATENT = re.compile(r"\bpatent\b|专利", re.IGNORECASE)
_PREPRINT = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|preprint|ssrn|chemrxiv|research square)\b", re.IGNORECASE
)
# One of these stands in each of them: cheaper to look for.
_MEETING_HINTS = (
    "proc", "conf", "symposium", "workshop", "congress", "meeting", "tagung", "kongress", "会议",
    "论文集", "конф", "симпоз", "съезд", "конгресс",
)  # fmt: skip
_PATENT_HINTS = ("patent", "专利")
_PREPRINT_HINTS = ("rxiv", "preprint", "ssrn", "research square")
_SERVERS = ("10.48550/arxiv", "10.1101/20", "10.21203/rs", "10.20944/preprints")  # their DOIs
# Of a day, and without a volume.
_DAILY = re.compile(
    r"\b(?:times|post|tribune|gazette|herald|daily|guardian|observer|wall street journal|newspaper|"
    r"zeitung|tageblatt|kurier|courier|anzeiger|rundschau|morgenpost|abendblatt|chronicle|telegraph|"
    r"inquirer|allgemeine|le monde|figaro|el pa[ií]s|la repubblica|die zeit|der spiegel|folha|"
    r"usa today)\b",
    re.IGNORECASE,
)
_CYRILLIC = re.compile(r"\W*[\u0400-\u052f]")  # whose journals have no day
_NEWSPAPERS = ("日报", "晚报", "早报", "时报", "晨报", "青年报", "科技报", "光明报")
_IN = re.compile(r"(?:^|[.,;?!”\"]\s?)In:?\s?[“\"]?$")
_BEFORE = 8  # characters before a host that can hold the word
_DATASET = re.compile(r"\bdata ?set\b", re.IGNORECASE)


def kind_of(text: str, spans: tuple[Span, ...], values: Mapping[str, Any]) -> str:
    """The CSL type; "document" when nothing tells."""
    codes = [type_of_code(text[span.start : span.end]) for span in spans if span.label == "medium"]
    coded = next((code for code in codes if code), "")
    if coded:
        return _coded(coded, codes, values)
    if "volume" not in values:
        said = next((_NUMBERED[span.label] for span in spans if span.label in _NUMBERED), "")
        if said:
            return said
    genre = values.get("genre", "")
    container = values.get("container_title", "")
    if genre:
        said = next((kind for kind, words in _GENRES if words.search(genre)), "")
        if said:
            return said
    if container:
        found = _hosted(container, values)
        return _part(text, spans, values) if found == "article-journal" else found
    if "arxiv" in values:
        return "article"
    return next((kind for kind, holds in _ALONE if holds(text, values)), "document")


# A number that says what it numbers.
_NUMBERED = {STANDARD: "standard", PATENT: "patent", CODE: "legislation"}
_GENRES = (
    ("thesis", _THESIS),
    ("patent", _PATENT),
    ("dataset", _DATASET),
    ("article", _PREPRINT),
)
_PRINTED = ("volume", "issue", "page", "number", "publisher", "doi", "editor")
_BOOKISH = ("publisher", "publisher_place", "isbn", "edition")
# Of what has no host: the first that holds.
_ALONE: tuple[tuple[str, Callable[[str, Mapping[str, Any]], bool]], ...] = (
    ("article", lambda _, values: values.get("doi", "").lower().startswith(_SERVERS)),
    ("paper-conference", lambda _, values: "event_title" in values),
    ("webpage", lambda _, values: "medium" in values and "url" in values),
    ("report", lambda _, values: _REPORT.search(values.get("genre", "")) is not None),
    ("report", lambda _, values: "number" in values and "publisher" in values),
    ("thesis", lambda text, values: "publisher" in values and _THESIS.search(text) is not None),
    ("book", lambda _, values: not values.keys().isdisjoint(_BOOKISH)),
    ("webpage", lambda _, values: "url" in values and "doi" not in values),
    ("article-journal", lambda _, values: not values.keys().isdisjoint(("volume", "doi", "pmid"))),
)


def _part(text: str, spans: tuple[Span, ...], values: Mapping[str, Any]) -> str:
    """The type of what nothing but its host says to be in a journal."""
    if "url" in values and _is_site(text, values):
        return "webpage"
    counted = "volume" in values or "issue" in values
    is_in = _is_placed(text, values) if counted else _is_in(text, spans)
    return "chapter" if is_in else "article-journal"


def _is_in(text: str, spans: tuple[Span, ...]) -> bool:
    """Whether the word "In" stands before the host, as it does before books, not journals."""
    start = next((span.start for span in spans if span.label == "container-title"), 0)
    return _IN.search(text, max(0, start - _BEFORE), start) is not None


def _is_site(text: str, values: Mapping[str, Any]) -> bool:
    """Whether a day is that of a page's last change, and it has no locator."""
    return values.keys().isdisjoint(_PRINTED) and has_any(text, ("ast modified", "ast updated"))


def _is_placed(text: str, values: Mapping[str, Any]) -> bool:
    """Whether what stands behind "//" is published somewhere, as series of books are in GOST."""
    return "publisher_place" in values and "issue" not in values and "// " in text


def _coded(coded: str, codes: list[str], values: Mapping[str, Any]) -> str:
    """The type of a code of GB/T 7714, which a host makes a part of it and a server a preprint."""
    if "volume" not in values and coded in {"webpage", "article-journal"}:
        server = values.get("container_title", "arXiv" if "arxiv" in values else "")
        if _PREPRINT.search(server):
            return "article"
    if "container_title" not in values:
        return "book" if coded == "paper-conference" and "editor" in values else coded
    if coded in {"book", "chapter"} or codes[1:2] == ["book"]:
        return "chapter"
    return coded


def _hosted(container: str, values: Mapping[str, Any]) -> str:
    """The type of what stands in a journal, a book, proceedings, or on a preprint server."""
    low = container.lower()
    if has_any(low, _PATENT_HINTS) and _PATENT.search(container):
        return "patent"
    if has_any(low, _PREPRINT_HINTS) and _PREPRINT.search(container):
        return "article"
    if container.endswith(_NEWSPAPERS) or _is_daily(container, values):
        return "article-newspaper"
    if "url" in values and "accessed" in values and values.keys().isdisjoint(_PRINTED):
        return "webpage"
    return _collected(container, low, values)


def _is_daily(container: str, values: Mapping[str, Any]) -> bool:
    issued = values.get("issued")
    dated = issued is not None and issued.day is not None and "volume" not in values
    return dated and (_DAILY.search(container) or _CYRILLIC.match(container)) is not None


def _collected(container: str, low: str, values: Mapping[str, Any]) -> str:
    """The type of a part of proceedings, of a book or of a journal; `low` in small letters."""
    published = not values.keys().isdisjoint(("publisher", "editor", "isbn"))
    is_whole = published or "volume" not in values
    if is_whole and has_any(low, _MEETING_HINTS) and _MEETING.search(container):
        return "article-journal" if _JOURNAL.search(container) else "paper-conference"
    if published and not {"volume", "issue"} <= values.keys():  # of a journal in an archive
        return "chapter" if "title" in values else "book"
    return "article-journal"
