"""Labelled spans of a reference as a typed record, with each value's place and repairs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from ifnlit.model.identifier import DOI, ISBN, ISSN, PMCID, PMID, ArXiv
from ifnlit.model.parsed import Field, Parsed
from ifnlit.model.reference import Origin, Reference, Repair
from ifnlit.parse import mend, values
from ifnlit.parse.kind import kind_of
from ifnlit.parse.names import people
from ifnlit.parse.residue import residue

if TYPE_CHECKING:
    from ifnlit.model.identifier import Identifier
    from ifnlit.model.name import Name
    from ifnlit.parse.names import Person
    from ifnlit.parse.normal import Normal
    from ifnlit.parse.span import Span

_PEOPLE = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "director": "author",
    "producer": "author",
}
_TEXTS = {
    "collection-title": "collection_title",
    "volume": "volume",
    "number": "number",
    "publisher": "publisher",
    "location": "publisher_place",
    "edition": "edition",
    "genre": "genre",
    "url": "url",
}
_IDENTIFIERS: dict[str, type[Identifier]] = {
    "doi": DOI, "pmid": PMID, "pmcid": PMCID, "issn": ISSN, "isbn": ISBN, "arxiv": ArXiv,
}  # fmt: skip
_VARIABLES = {
    "publisher_place": "publisher-place",
    "collection_title": "collection-title",
    "url": "URL",
}
_UNDER_A_DAY = 0.5  # a field without a record around it is a guess


@dataclass(slots=True)
class _Draft:
    """What is read so far; `values` by attribute of `Reference`."""

    source: Normal
    raw: str
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    fields: list[Field] = field(default_factory=list[Field])
    repairs: list[Repair] = field(default_factory=list[Repair])
    notes: list[str] = field(default_factory=list[str])

    def put(self, variable: str, span: Span, start: int, end: int, value: str) -> None:
        """Note that `value` came from `start` to `end` of the plain text."""
        if start >= end or not value:
            return
        at, to = self.source.raw_span(start, end)
        at, to = _bare(self.raw, at, to)
        if at < to:
            self.fields.append(Field(variable, at, to, value, span.confidence, span.by))

    def repair(
        self, variable: str, before: str, after: str, why: str, kind: str = "typographic"
    ) -> None:
        """Note a change between the text and the record."""
        self.repairs.append(Repair(variable, before, after, kind, why))


def record(
    raw: str,
    source: Normal,
    spans: tuple[Span, ...],
    *,
    style: str = "",
    n: int | None = None,
    family_first: bool | None = None,
) -> Parsed:
    """The record that sorted, disjoint spans of `source.text` give; what is in none is residue.

    `family_first` is the list's convention for names that both could be.
    """
    draft = _Draft(source, raw)
    for span in spans:
        _READERS.get(span.label, _note)(draft, span, family_first)
    if draft.notes:
        draft.values["note"] = "; ".join(draft.notes)
    kind = kind_of(source.text, spans, draft.values)
    _settle(draft, kind)
    draft.fields.sort(key=lambda one: one.start)
    rest = residue(raw, source, draft.fields)
    draft.repairs.sort(key=_rank)
    reference = Reference(
        id="", type=kind, origin=Origin(n, raw, tuple(draft.repairs)), **draft.values
    )
    fields = tuple(draft.fields)
    return Parsed(
        reference,
        style,
        _confidence(raw, fields, sum(len(part.text) for part in rest)),
        fields,
        rest,
    )


def _rank(repair: Repair) -> int:
    order = (
        "author",
        "editor",
        "title",
        "container-title",
        "issued",
        "volume",
        "issue",
        "page",
        "number",
    )
    name = repair.variable.partition("[")[0]
    return order.index(name) if name in order else len(order)


def _confidence(raw: str, fields: tuple[Field, ...], lost: int) -> float:
    """The mean of the fields, less the share of characters that found no place."""
    if not fields:
        return 0.0
    mean = sum(one.confidence for one in fields) / len(fields)
    few = 1.0 if len({one.variable.partition("[")[0] for one in fields}) > 2 else _UNDER_A_DAY  # noqa: PLR2004  # two fields make no record
    return round(mean * few * max(0.0, 1 - lost / max(1, len(raw))), 3)


def _read_people(draft: _Draft, span: Span, family_first: bool | None) -> None:
    role = _PEOPLE[span.label]
    text = draft.source.text[span.start : span.end]
    found = people(text, family_first=family_first)
    names: list[Name] = list(draft.values.get(role, ()))
    for person in found.persons:
        _name_fields(draft, span, f"{role}[{len(names)}]", person, text)
        names.append(person.name)
    draft.values[role] = tuple(names)
    if found.et_al:
        start, end = found.et_al
        draft.put("et-al", span, span.start + start, span.start + end, text[start:end])
        if role == "author":
            draft.values["et_al"] = True


def _name_fields(draft: _Draft, span: Span, path: str, person: Person, text: str) -> None:
    name = person.name
    parts = (
        ("literal" if name.literal else "family", person.family, name.literal or name.family),
        ("given", person.given, name.given),
        ("suffix", person.suffix, name.suffix),
    )
    for part, (start, end), value in parts:
        if start >= 0:
            draft.put(f"{path}.{part}", span, span.start + start, span.start + end, value)
    printed = text[person.family[0] : person.family[1]]
    if name.family and printed != name.family and printed.isupper():
        others = any(c.islower() for c in text.replace(printed, ""))
        why = "family name in capitals" + (
            "; the other names of the entry are not" if others else ""
        )
        draft.repair(f"{path}.family", printed, name.family, why, "normalisation")


def _read_title(draft: _Draft, span: Span, family_first: bool | None) -> None:
    del family_first
    if "title" in draft.values:
        _note(draft, span, None)
        return
    value, changes = mend.title(draft.source.text[span.start : span.end])
    for change in changes:
        draft.repair("title", change.before, change.after, change.why)
    draft.values["title"] = value
    draft.put("title", span, span.start, span.end, value)


def _read_container(draft: _Draft, span: Span, family_first: bool | None) -> None:
    del family_first
    if "container_title" in draft.values:
        _note(draft, span, None)
        return
    text = draft.source.text[span.start : span.end]
    if text.endswith(".") and draft.source.text[span.end : span.end + 1] == ",":
        why = "stray full stop after the abbreviated journal name"
        draft.repair("container-title", text, text[:-1], why)
        text = text[:-1]
    value, changes = mend.container(text)
    for change in changes:
        draft.repair("container-title", change.before, change.after, change.why)
    draft.values["container_title"] = value
    draft.put("container-title", span, span.start, span.end, value)


def _read_date(draft: _Draft, span: Span, family_first: bool | None) -> None:
    del family_first
    attribute = "issued" if span.label == "date" else "accessed"
    found = values.date(draft.source.text[span.start : span.end])
    if found is None or attribute in draft.values:
        _note(draft, span, None)
        return
    draft.values[attribute] = found
    draft.put(attribute, span, span.start, span.end, str(found))


def _read_pages(draft: _Draft, span: Span, family_first: bool | None) -> None:
    del family_first
    text = draft.source.text[span.start : span.end]
    if "page" in draft.values:
        _note(draft, span, None)
    elif "number" not in draft.values and values.is_article_number(text):
        number = values.tight(text)
        draft.values["number"] = number
        draft.put("number", span, span.start, span.end, number)
    else:
        value, why = values.page(text)
        if why:
            kind = "typographic" if why == "space after the hyphen" else "normalisation"
            draft.repair("page", text, value, why, kind)
        draft.values["page"] = value
        draft.put("page", span, span.start, span.end, value)


def _read_issue(draft: _Draft, span: Span, family_first: bool | None) -> None:
    del family_first
    text = draft.source.text[span.start : span.end]
    value = values.issue(text)
    if value != text:
        why = "leading zero dropped; the printed form stays in the raw text"
        draft.repair("issue", text, value, why, "normalisation")
    draft.values.setdefault("issue", value)
    draft.put("issue", span, span.start, span.end, value)


def _read_identifier(draft: _Draft, span: Span, family_first: bool | None) -> None:
    del family_first
    text = draft.source.text[span.start : span.end]
    found = _IDENTIFIERS[span.label].parse(text)
    if found is None or span.label in draft.values:
        _note(draft, span, None)
        return
    draft.values[span.label] = found
    variable = span.label if span.label == "arxiv" else span.label.upper()
    draft.put(variable, span, span.start, span.end, found)


def _read_text(draft: _Draft, span: Span, family_first: bool | None) -> None:
    del family_first
    attribute = _TEXTS[span.label]
    text = draft.source.text[span.start : span.end]
    if attribute in draft.values:
        draft.values[attribute] = (
            f"{draft.values[attribute]}; {text}"
            if attribute != "volume"
            else draft.values[attribute]
        )
    else:
        draft.values[attribute] = text
    draft.put(_VARIABLES.get(attribute, attribute), span, span.start, span.end, text)


def _read_mark(draft: _Draft, span: Span, family_first: bool | None) -> None:
    del family_first
    text = draft.source.text[span.start : span.end]
    if span.label == "language-note":
        code = values.language(text)
        if code:
            draft.values["language"] = code
        draft.put("language-note", span, span.start, span.end, text)
    else:
        variable = "genre-marker" if values.type_of_code(text) else "medium"
        if variable == "medium":
            draft.values["medium"] = text
        draft.put(variable, span, span.start, span.end, text)


def _note(draft: _Draft, span: Span, family_first: bool | None) -> None:
    """What has no place of its own, or comes a second time: kept in the note."""
    del family_first
    text = draft.source.text[span.start : span.end]
    if span.label == "citation-number":
        draft.put("citation-number", span, span.start, span.end, text)
        return
    draft.notes.append(text)
    draft.put("note", span, span.start, span.end, text)


def _settle(draft: _Draft, kind: str) -> None:
    """What the type of the work says about a value: a thesis of the degree "dissertation", ..."""
    if kind == "patent" and "volume" in draft.values and "number" not in draft.values:
        draft.values["number"] = draft.values.pop("volume")
        draft.fields = [
            replace(one, variable="number") if one.variable == "volume" else one
            for one in draft.fields
        ]
    if (
        kind in {"book", "report", "standard"}
        and "container_title" in draft.values
        and "title" not in draft.values
    ):
        draft.values["title"] = draft.values.pop("container_title")
        draft.fields = [
            replace(one, variable="title") if one.variable == "container-title" else one
            for one in draft.fields
        ]


def _bare(raw: str, start: int, end: int) -> tuple[int, int]:
    while start < end and raw[start].isspace():
        start += 1
    while start < end and raw[end - 1].isspace():
        end -= 1
    return start, end


_READERS = {
    **dict.fromkeys(_PEOPLE, _read_people),
    **dict.fromkeys(_TEXTS, _read_text),
    **dict.fromkeys(_IDENTIFIERS, _read_identifier),
    "title": _read_title,
    "container-title": _read_container,
    "date": _read_date,
    "accessed": _read_date,
    "pages": _read_pages,
    "issue": _read_issue,
    "medium": _read_mark,
    "language-note": _read_mark,
}
