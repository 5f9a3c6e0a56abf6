"""Labelled spans of a reference as a typed record, with each value's place and repairs."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from ifnlit.model.date import Date
from ifnlit.model.frozen import changed, hasten, maker
from ifnlit.model.name import Name
from ifnlit.model.parsed import Parsed
from ifnlit.model.reference import Origin, Reference, Repair
from ifnlit.parse import values
from ifnlit.parse.draft import Draft
from ifnlit.parse.grammar import cases, designation, patent, statutes
from ifnlit.parse.kind import kind_of
from ifnlit.parse.readers import READERS, note
from ifnlit.parse.residue import residue

if TYPE_CHECKING:
    import re

    from ifnlit.model.parsed import Field
    from ifnlit.parse.normal import Normal
    from ifnlit.parse.span import Span

for _made in (Reference, Origin, Repair, Name, Date):
    hasten(_made)
make_reference, make_origin, make_parsed = maker(Reference), maker(Origin), maker(Parsed)

_START = attrgetter("start")
_ALONE = 0.5  # a field without a record around it is a guess
_RECORD = 3  # variables that make a record
_ORDER = {
    name: rank
    for rank, name in enumerate(
        (
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
    )
}
# Whether a style writes family names first: some write names as they are spoken, but for inverted
# ones; GB/T 7714 asks for the family name.
_ORDERS = {"quoted": False, "elsevier": False, "ieee": False, "gbt7714": True, "footnote": False}
# Styles of one type each, and what else the date of a type may be said in: label, where, why.
_KINDS = {cases.NAME: "legal_case", statutes.NAME: "legislation", patent.NAME: "patent"}
_FORM_WORDS = {cases.NAME: cases.WORDS, statutes.NAME: statutes.WORDS, patent.NAME: patent.WORDS}
_NONE: frozenset[str] = frozenset()
_DATED = {
    "standard": (designation.STANDARD, designation.YEAR, "the year of the standard's designation"),
    "legal_case": ("note", cases.ECLI_YEAR, "the year of the case's identifier"),
    "legislation": ("title", statutes.DATED, "the date in the title of the act"),
}
# What a type makes of a value that a printed reference has in another's place.
_MOVES = {
    "patent": (("volume", "number", "volume", "number"),),
    "book": (("container_title", "title", "container-title", "title"),),
    "report": (("container_title", "title", "container-title", "title"),),
    "standard": (("container_title", "title", "container-title", "title"),),
}


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
    if family_first is None:
        family_first = _ORDERS.get(style)
    draft = Draft(raw, source, family_first=family_first)
    for span in spans:
        READERS.get(span.label, note)(draft, span)
    if draft.notes:
        draft.values["note"] = "; ".join(draft.notes)
    kind = _KINDS.get(style) or kind_of(source.text, spans, draft.values)
    if kind in _MOVES:
        _settle(draft, kind)
    if kind in _DATED and "issued" not in draft.values:
        _date_by_value(draft, spans, *_DATED[kind])
    draft.fields.sort(key=_START)
    rest = residue(raw, draft.fields, _FORM_WORDS.get(style, _NONE))
    if len(draft.repairs) > 1:
        draft.repairs.sort(key=_rank)
    origin = make_origin(n, raw, tuple(draft.repairs))
    reference = make_reference(id="", type=kind, origin=origin, **draft.values)
    fields = tuple(draft.fields)
    lost = sum([len(part.text) for part in rest]) if rest else 0
    sure = _confidence(draft, fields, lost)
    return make_parsed(reference, style, sure, fields, rest)


def _date_by_value(
    draft: Draft, spans: tuple[Span, ...], label: str, pattern: re.Pattern[str], why: str
) -> None:
    """The date that another value says, where no other is printed.

    Its characters are that value's, so it is told as a repair.
    """
    holder = next((span for span in spans if span.label == label), None)
    found = holder and pattern.search(draft.text, holder.start, holder.end)
    said = found[found.lastgroup or 0] if found else ""
    issued = values.date(said)
    if holder and issued:
        draft.values["issued"] = issued
        draft.repair("issued", draft.text[holder.start : holder.end], said, why, "normalisation")


def _rank(repair: Repair) -> int:
    return _ORDER.get(repair.variable.partition("[")[0], len(_ORDER))


def _confidence(draft: Draft, fields: tuple[Field, ...], lost: int) -> float:
    """The mean of the fields, less the share of characters that found no place."""
    if not fields:
        return 0.0
    mean = draft.certainty / len(fields)
    if len(draft.values) < _RECORD:
        mean *= _ALONE
    return round(mean * (1 - lost / max(1, len(draft.raw))), 3)


def _settle(draft: Draft, kind: str) -> None:
    """Values in the place that the type has for them: a patent's number, a book's title."""
    for old, new, old_variable, new_variable in _MOVES[kind]:
        if old in draft.values and new not in draft.values:
            draft.values[new] = draft.values.pop(old)
            draft.fields = [
                changed(one, variable=new_variable) if one.variable == old_variable else one
                for one in draft.fields
            ]
