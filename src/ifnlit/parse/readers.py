"""What each label of a span becomes in a record: one reader for each."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from ifnlit.model.frozen import maker
from ifnlit.model.identifier import IDENTIFIERS
from ifnlit.model.name import Name
from ifnlit.parse import mend, values
from ifnlit.parse.names import people
from ifnlit.parse.names.plain import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ifnlit.model.date import Date
    from ifnlit.parse.draft import Draft
    from ifnlit.parse.names import Person
    from ifnlit.parse.names.plain import PlainName
    from ifnlit.parse.span import Span

make_name = maker(Name)

_ROLES = {
    "author": "author", "editor": "editor", "translator": "translator", "director": "author",
    "producer": "author",
}  # fmt: skip
# Label -> attribute of the record, and CSL variable.
_TEXTS = {
    "collection-title": ("collection_title", "collection-title"),
    "collection-number": ("collection_number", "collection-number"),
    "volume": ("volume", "volume"),
    "number": ("number", "number"),
    "standard-number": ("number", "number"),
    "patent-number": ("number", "number"),
    "number-of-pages": ("number_of_pages", "number-of-pages"),
    "publisher": ("publisher", "publisher"),
    "location": ("publisher_place", "publisher-place"),
    "edition": ("edition", "edition"),
    "genre": ("genre", "genre"),
    "event": ("event_title", "event-title"),
    "event-place": ("event_place", "event-place"),
    "status": ("status", "status"),
    "url": ("url", "URL"),
}
_COUNTED = re.compile(r"\s?(?:pp?|pages|pgs|S|Seiten|с)\b\.?")
# What has one of these is in something, and its pages are a place there.
_PARTS_OF_WHOLES = frozenset({"container_title", "volume", "issue", "number_of_pages"})
# Not published yet: what is said in the place of a date, a locator or a publisher.
_STATUS = re.compile(
    r"in\s(?:the\s)?press|forthcoming|to\sappear|(?:submitted|accepted)(?:\sfor\spublication)?|"
    r"accepted\smanuscript|(?:epub|(?:published\s)?online)\sahead\sof\sprint|in\sprep(?:aration)?\.?|"
    r"im\s(?:druck|erscheinen)|en\sprensa|sous\spresse|à\sparaître|待刊|出版中|印刷中",
    re.IGNORECASE,
)
_YEAR = 4  # digits
_BRACKETS = " ()[],;"
_STRAY_STOP = "stray full stop after the abbreviated journal name"


def _read_people(draft: Draft, span: Span) -> None:
    role = _ROLES[span.label]
    text = draft.text[span.start : span.end]
    names: list[Name] = list(draft.values.get(role, ()))
    listed = plain(text)
    if listed is not None:
        _plain_names(draft, span, role, listed.names, names)
        et_al = listed.et_al
    else:
        found = people(text, family_first=draft.family_first)
        for person in found.persons:
            _name_fields(draft, span, role, len(names), person, text)
            names.append(person.name)
        et_al = found.et_al
    draft.values[role] = tuple(names)
    if et_al:
        start, end = et_al
        draft.put("et-al", span, span.start + start, span.start + end, text[start:end])
        if role == "author":
            draft.values["et_al"] = True


def _plain_names(
    draft: Draft, span: Span, role: str, found: Sequence[PlainName], names: list[Name]
) -> None:
    """Names as they are printed, but for the stops of initials."""
    put, base = draft.put, span.start
    for family, given, start, given_start, given_end in found:
        family_path, given_path = _paths(role, len(names))
        names.append(make_name(family, given))
        at = base + start
        put(family_path, span, at, at + len(family), family)
        put(given_path, span, base + given_start, base + given_end, given)


@cache
def _paths(role: str, index: int) -> tuple[str, str]:
    return f"{role}[{index}].family", f"{role}[{index}].given"


def _name_fields(
    draft: Draft, span: Span, role: str, index: int, person: Person, text: str
) -> None:
    name, base, put = person.name, span.start, draft.put
    start, end = person.family
    family_path, given_path = _paths(role, index)
    if name.literal:
        put(f"{role}[{index}].literal", span, base + start, base + end, name.literal)
        return
    put(family_path, span, base + start, base + end, name.family)
    if name.given:
        given = person.given
        put(given_path, span, base + given[0], base + given[1], name.given)
    if name.suffix:
        suffix = person.suffix
        put(f"{role}[{index}].suffix", span, base + suffix[0], base + suffix[1], name.suffix)
    if text[start:end] == name.family:
        return
    printed = text[start:end]
    if printed.isupper():
        others = any(map(str.islower, text[:start] + text[end:]))
        why = "family name in capitals" + (
            "; the other names of the entry are not" if others else ""
        )
        draft.repair(family_path, printed, name.family, why, "normalisation")


def _read_title(draft: Draft, span: Span) -> None:
    if "title" in draft.values:
        note(draft, span)
        return
    value, changes = mend.title(draft.printed(span), tight=draft.tight)
    for change in changes:
        draft.repair("title", change.before, change.after, change.why)
    draft.values["title"] = value
    draft.put("title", span, span.start, span.end, value)


def _read_container(draft: Draft, span: Span) -> None:
    if "container_title" in draft.values:
        note(draft, span)
        return
    text = draft.printed(span)
    if text.endswith(".") and "." not in text[:-1] and draft.text.startswith(",", span.end):
        draft.repair("container-title", text, text[:-1], _STRAY_STOP)
        text = text[:-1]
    value, changes = mend.container(text, tight=draft.tight)
    for change in changes:
        draft.repair("container-title", change.before, change.after, change.why)
    draft.values["container_title"] = value
    draft.put("container-title", span, span.start, span.end, value)


def _read_date(draft: Draft, span: Span) -> None:
    attribute = "issued" if span.label == "date" else "accessed"
    text = draft.text[span.start : span.end]
    before = draft.values.get(attribute)
    # "1978. ... The Guardian, August 17": the day of a year that stood before.
    found = values.date(text) or (before and values.date(f"{text} {before.year}"))
    # "Bawden D, 2008. ... (2008-05-04)": the finer one of two dates of one year.
    if found is None or (before and not _is_finer(found, before)):
        note(draft, span)
        return
    draft.values[attribute] = found
    said = text if len(text) == _YEAR else str(found)
    draft.put(attribute, span, span.start, span.end, said)


def _is_finer(found: Date, before: Date) -> bool:
    return found.year == before.year and found.month is not None and before.month is None


def _read_pages(draft: Draft, span: Span) -> None:
    text = draft.text[span.start : span.end]
    if "page" in draft.values:
        note(draft, span)
    elif values.is_plain_range(text):
        draft.values["page"] = text
        draft.put("page", span, span.start, span.end, text)
    elif text.isdecimal() and _is_total(draft, span):
        draft.values["number_of_pages"] = text
        draft.put("number-of-pages", span, span.start, span.end, text)
    elif "number" not in draft.values and values.is_article_number(text):
        number = values.tight(text)
        draft.values["number"] = number
        draft.put("number", span, span.start, span.end, number)
    else:
        value, why = values.page(text)
        if why:
            kind = "typographic" if why == values.LOOSE else "normalisation"
            draft.repair("page", text, value, why, kind)
        draft.values["page"] = value
        draft.put("page", span, span.start, span.end, value)


def _is_total(draft: Draft, span: Span) -> bool:
    """Whether a number counts the pages of a whole book: "496 p.", "320 S."."""
    return _COUNTED.match(draft.text, span.end) is not None and draft.values.keys().isdisjoint(
        _PARTS_OF_WHOLES
    )


def _read_issue(draft: Draft, span: Span) -> None:
    text = draft.text[span.start : span.end]
    if "issue" in draft.values:
        note(draft, span)
        return
    value = values.issue(text)
    if value != text:
        why = "leading zero dropped; the printed form stays in the raw text"
        draft.repair("issue", text, value, why, "normalisation")
    draft.values["issue"] = value
    draft.put("issue", span, span.start, span.end, value)


def _read_identifier(draft: Draft, span: Span) -> None:
    found = IDENTIFIERS[span.label].parse(draft.text[span.start : span.end])
    if found is None or span.label in draft.values:
        note(draft, span)
        return
    draft.values[span.label] = found
    variable = span.label if span.label == "arxiv" else span.label.upper()
    draft.put(variable, span, span.start, span.end, found)


def _read_text(draft: Draft, span: Span) -> None:
    attribute, variable = _TEXTS[span.label]
    if attribute in draft.values or (attribute == "publisher" and _status(draft, span)):
        note(draft, span)
        return
    text = draft.printed(span)
    draft.values[attribute] = text
    draft.put(variable, span, span.start, span.end, text)


def _read_medium(draft: Draft, span: Span) -> None:
    text = draft.text[span.start : span.end]
    if values.type_of_code(text):
        draft.put("genre-marker", span, span.start, span.end, text)
    else:
        draft.values["medium"] = text
        draft.put("medium", span, span.start, span.end, text)


def _read_language(draft: Draft, span: Span) -> None:
    text = draft.text[span.start : span.end]
    code = values.language(text)
    if code:
        draft.values["language"] = code
    draft.put("language-note", span, span.start, span.end, text)


def _read_number(draft: Draft, span: Span) -> None:
    draft.put("citation-number", span, span.start, span.end, draft.text[span.start : span.end])


def _read_extra(draft: Draft, span: Span) -> None:
    """What has a variable in CSL, and no attribute in a record."""
    text = draft.printed(span)
    told = (span.label, json.dumps(text, ensure_ascii=False))
    draft.values["extra"] = tuple(sorted((*draft.values.get("extra", ()), told)))
    draft.put(span.label, span, span.start, span.end, text)


def _read_statement(draft: Draft, span: Span) -> None:
    draft.put("statement", span, span.start, span.end, draft.text[span.start : span.end])


def note(draft: Draft, span: Span) -> None:
    """What has no place of its own, or comes a second time: kept in the note, or as status."""
    text = draft.text[span.start : span.end]
    status = _status(draft, span)
    if status:
        start = span.start + status.start()
        draft.values["status"] = status[0]
        draft.put("status", span, start, span.start + status.end(), status[0])
        return
    draft.notes.append(text)
    draft.put("note", span, span.start, span.end, text)


def _status(draft: Draft, span: Span) -> re.Match[str] | None:
    """Where a span says, and says only, how far its work is from being published."""
    text = draft.text[span.start : span.end]
    found = _STATUS.search(text)
    is_all = found and not (text[: found.start()] + text[found.end() :]).strip(_BRACKETS)
    return found if is_all and "status" not in draft.values else None


READERS: dict[str, Callable[[Draft, Span], None]] = {
    **dict.fromkeys(_ROLES, _read_people),
    **dict.fromkeys(_TEXTS, _read_text),
    **dict.fromkeys(IDENTIFIERS, _read_identifier),
    "title": _read_title,
    "container-title": _read_container,
    "code": _read_container,
    "reporter": _read_container,
    "date": _read_date,
    "accessed": _read_date,
    "pages": _read_pages,
    "issue": _read_issue,
    "medium": _read_medium,
    "language-note": _read_language,
    "citation-number": _read_number,
    "statement": _read_statement,
    "authority": _read_extra,
    "section": _read_extra,
    "jurisdiction": _read_extra,
}
