"""Where names end, and whose they are, by the marks that show it: rules of `parse.borders`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse.names import plausible
from ifnlit.parse.names.given import is_given
from ifnlit.parse.names.pieces import is_initials
from ifnlit.parse.names.words import L, U, is_bodily, others, role_said

if TYPE_CHECKING:
    from collections.abc import Callable

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
_ONE = rf"{_FAMILY}\s[{U}]{{1,3}}"
_LIST = rf"(?P<names>{_ONE}(?:,\s{_ONE})*)\.\s"
_AFTER_LONE = re.compile(
    rf"{_LIST}(?:Letter|Editorial|Reply|Comment(?:ary)?|Abstract|Q&A|"
    r"Correspondence|Erratum|Correction|Proceedings|Review)$"
)
# "Roberts E. Bishops on the move": a small word is of no name.
_PROSE = re.compile(rf"{_LIST}(?=[{U}][^.,;]*\s(?:of|on|in|the|for|a|an|to|with|from|by|or)\s)")
# "Ayres S. Darier's disease": an owner is of the title.
_OWNER = re.compile(rf"(?P<names>.*\s[{U}]{{1,3}})\.\s[{U}][{L}-]+$")
# "Kingma DP, Ba J. Adam: a method", "Orr K. PEDOT: a gel": the word before a colon is of the title.
_SUBTITLED = (
    re.compile(rf"(?P<names>{_ONE}(?:,\s{_ONE})+)\.\s[{U}][^\s.,;:]*$"),
    re.compile(rf"(?P<names>{_ONE})\.\s[{U}\d-]{{3,}}$"),
)
_ROLE = re.compile(
    r",?\s?[(\[]?\s?\b(?:[Ee]ds?|[Ee]ditors?|[Hh]rsg|Hg|[Hh]erausgeber|[Oo]rgs?|[Cc]oords?|[Cc]omps?)\b"
    r"(?!\.?\s(?:by|von|de)\b)\.?\s?[)\]]?(?=\s?[.,:;(]|\s[(\"']?[\d\w])"
)
_AND = re.compile(r"[\s,;&-]*(?:and|und|&)?[\s-]*")
_SAID = re.compile(
    r"\b(?:eds?|edit\w*|hrsg|hg|herausg\w*|orgs?|coords?|comps?|dir|transl?)\b|[编译]",
    re.IGNORECASE,
)
_NEAR = 20  # characters behind names that may hold the word for a role
_ROLE_FIRST = re.compile(r"(?:[Ee]ds?|[Ee]ditors?|[Hh]rsg)\b[.,:]*\s")
_GROUP = re.compile(
    rf"(?P<name>[{U}](?:[^.,;:\"]|\.(?=[{U}]))*?\b(?:[Cc]ollaborators|[Ii]nvestigators|[Cc]onsortium|[Cc]ollaboration|Task\sForce|"
    r"[Cc]ommittee|Group|Team|Trialists|Association\sfor\sthe\s[^.,;:]{3,40}|Society\sof\s[^.,;:]{3,40}))\.\s(?=\S)"
)
_TRANSLATED = re.compile(r",?\s?[(\[]?\s?\b(?:[Tt]rans(?:l(?:ators?)?)?|Übers)\b(?!\.?\sby)")
_GAP = 24  # characters between names and the title behind them
_SUFFIX = re.compile(r"(?P<suffix>(?:Jr|Sr)\b|(?:I{2,3}|IV)(?=[.,]))[\s.,]+(?=\S)")
_LONGEST_BODY = 14  # words


def _group(text: str, spans: list[Span]) -> list[Span]:
    """A group in front is one author, whatever was read in its name: "GBD 2019 Collaborators"."""
    found = _GROUP.match(text)
    if found is None:
        return spans
    end = found.end("name")
    inner = [one for one in spans if one.start < end]
    behind = [one for one in spans if one.start >= end]
    title = next((one for one in inner if one.end > found.end() and one.label == "title"), None)
    if not inner or (title is None and inner[-1].end > end + 1):
        return spans
    first = changed(inner[0], start=0, end=end, label="author")
    return [first, *([changed(title, start=found.end())] if title else []), *behind]


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
    if rest and rest[0].label == "title" and rest[0].start - names.end <= _GAP:
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
    prose = _PROSE.match(text, names.start, names.end)
    if prose and not is_bodily(prose["names"]):
        return prose.end("names") + 1
    owner = (
        _OWNER.match(text, names.start, names.end) if text.startswith("'s ", names.end) else None
    )
    if owner:
        return owner.end("names") + 1
    if not text.startswith(":", names.end):
        return None
    for pattern in (_AFTER_LONE, *_SUBTITLED):
        titled = pattern.match(text, names.start, names.end)
        if titled and not is_bodily(titled["names"]):
            return titled.end("names") + 1
    return None


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether names go on behind initials: a lost comma, "J. Robert", "et al."."""
    rest = text[start:end].rstrip(".")
    if _ENTRY.match(text, start, end) or is_given(rest) or is_initials(rest):
        return True
    return bool(others(rest))


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
    shouted = name.isupper() and len(name) > 1
    return (is_bodily(name) or shouted) and plausible(name) == 1


def _joined(text: str, spans: list[Span]) -> list[Span]:
    """Names that are parted, with "(eds.)" behind them, are one list of editors."""
    for at in range(len(spans) - 1):
        one, after = spans[at], spans[at + 1]
        if one.label != "author" or not _ROLE.match(text, after.end):
            continue
        if after.label == "editor" and _AND.fullmatch(text, one.end, after.start):
            whole = changed(one, end=after.end, label="editor")
            return [*spans[:at], whole, *spans[at + 2 :]]
    return spans


def _front(text: str, spans: list[Span]) -> list[Span]:
    """Names that begin the string, with no word for a role behind them, are authors."""
    first = spans[0] if spans else None
    if first is None or first.label != "editor" or any(map(str.isalpha, text[: first.start])):
        return spans
    count = 1
    while (
        count < len(spans)
        and spans[count].label in {"author", "editor"}
        and _AND.fullmatch(text, spans[count - 1].end, spans[count].start)
    ):
        count += 1
    end = spans[count - 1].end
    said = _SAID.search(text, first.start, end + _NEAR)
    if said or any(one.label == "author" for one in spans[count:]):
        return spans
    return [changed(first, end=end, label="author"), *spans[count:]]


def _opening(text: str, spans: list[Span]) -> list[Span]:
    """The role in front of a title is of the names before it: "Hu, B., et al., eds. A title"."""
    for at in range(len(spans) - 1):
        one, after = spans[at], spans[at + 1]
        found = _ROLE_FIRST.match(text, after.start, after.end)
        if one.label == "author" and after.label == "title" and found:
            title = changed(after, start=found.end())
            return [*spans[:at], changed(one, label="editor"), title, *spans[at + 2 :]]
    return spans


def _roles(text: str, spans: list[Span]) -> list[Span]:
    """Names with "(eds.)" behind them, or at their end, are editors; with "Trans." translators."""
    return [
        changed(one, label=_role_of(text, one)) if one.label in {"author", "editor"} else one
        for one in spans
    ]


def _role_of(text: str, names: Span) -> str:
    if _TRANSLATED.match(text, names.end):
        return "translator"
    if _ROLE.match(text, names.end):
        return "editor"
    return role_said(text[names.start : names.end]) or names.label


RULES: tuple[Callable[[str, list[Span]], list[Span]], ...] = (
    _group,
    _names,
    _suffix,
    _body,
    _joined,
    _opening,
    _roles,
    _front,
)
