"""Corrected records of a library as training items: the printed text with labelled spans.

A person who corrects a record says what the parser should have read. The item is the parser's own
reading of the text with the corrected fields put where the text has them. The form is that of
the training data: `raw`, `spans` as [start, end, label] in code points, `container` where known.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ifnlit.model.finding import Finding, Severity
from ifnlit.parse.located import located
from ifnlit.parse.normal import normal
from ifnlit.parse.shape import read

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ifnlit.model.finding import Place
    from ifnlit.model.reference import Reference
    from ifnlit.store.library import Library

    Spans = list[tuple[int, int, str]]

# CSL variable -> label of the training data. Other variables are not printed, or not labelled.
LABELS = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "title": "title",
    "container-title": "container-title",
    "collection-title": "collection-title",
    "issued": "date",
    "accessed": "accessed",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "number": "pages",
    "publisher": "publisher",
    "publisher-place": "location",
    "edition": "edition",
    "genre": "genre",
    "note": "note",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "URL": "url",
    "ISSN": "issn",
    "ISBN": "isbn",
}
_NOT_LABELS = frozenset({"et-al", "language-note", "outside", "statement", "section"})
_AS = {
    "code": "container-title", "reporter": "container-title", "authority": "publisher",
    "jurisdiction": "location", "standard-number": "number", "patent-number": "number",
}  # fmt: skip
_LISTS = frozenset({"author", "editor", "translator"})
_JOURNALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})


@dataclass(frozen=True, slots=True)
class _Correction:
    variable: str
    before: str
    after: str


def items(library: Library) -> tuple[list[dict[str, object]], list[Finding]]:
    """A training item for each record with corrections; what could not be found in its text."""
    made: list[dict[str, object]] = []
    findings: list[Finding] = []
    for at, reference in enumerate(library.references):
        corrections = list(_corrections(reference))
        raw = reference.origin.raw if reference.origin else ""
        if not corrections or not raw:
            continue
        spans, lost = _corrected(raw, corrections)
        made.append(_item(reference, raw, spans))
        place = library.places.get((at, "custom.corrections"))
        findings.extend(_lost(reference, correction, place) for correction in lost)
    return made, findings


def _lost(reference: Reference, correction: _Correction, place: Place | None) -> Finding:
    message = (
        f'{reference.id}: {correction.variable} "{correction.after}" is not in the printed text; '
        "its span stays as the parser has it"
    )
    return Finding("not-printed", message, Severity.INFO, reference.id, correction.variable, place)


def _item(reference: Reference, raw: str, spans: Spans) -> dict[str, object]:
    item: dict[str, object] = {
        "id": f"ifnlit:{reference.id}",
        "source": "ifnlit",
        "licence": "",
        "raw": raw,
        "spans": [list(span) for span in spans],
    }
    if reference.type in _JOURNALS:
        item["container"] = "journal"
    elif reference.type in {"book", "chapter", "thesis", "report"}:
        item["container"] = "monograph"
    return item


def _corrections(reference: Reference) -> Iterator[_Correction]:
    """What a person recorded under `custom.corrections`, as far as it can be a span."""
    listed: object = json.loads(dict(reference.custom).get("corrections", "[]"))
    for entry in cast("list[object]", listed if isinstance(listed, list) else []):
        if not isinstance(entry, dict):
            continue
        said = {key: str(value) for key, value in cast("dict[str, object]", entry).items()}
        variable = said.get("field", "").partition("[")[0]
        if variable in LABELS:
            yield _Correction(variable, said.get("from", ""), said.get("to", ""))


def _corrected(raw: str, corrections: Sequence[_Correction]) -> tuple[Spans, list[_Correction]]:
    """The parser's spans with the corrected ones in their place; what is not in the text."""
    spans = _read(raw)
    lost: list[_Correction] = []
    taken: Spans = []
    for correction in corrections:
        label = LABELS[correction.variable]
        if label in _LISTS:
            continue  # a name inside the list: the span of the list stays
        old = [span for span in spans if span[2] == label]
        spans = [span for span in spans if span[2] != label]
        if not correction.after:
            continue
        near = old[0][0] if old else 0
        place = located(correction.after, raw, near) or located(correction.before, raw, near)
        if place is not None:
            taken.append((*place, label))
        else:
            taken.extend(old)
            lost.append(correction)
    kept = [part for span in spans for part in _outside(span, taken)]
    return sorted([*kept, *taken]), lost


def _outside(span: tuple[int, int, str], taken: Spans) -> Spans:
    """A span, unless a corrected one lies over it."""
    start, end, _ = span
    return [] if any(start < stop and begin < end for begin, stop, _ in taken) else [span]


def _read(raw: str) -> Spans:
    """What the parser labels in a text, in characters of the text itself."""
    from ifnlit.parse.combine import combine
    from ifnlit.parse.crf import CrfTagger

    source = normal(raw)
    shape = read(source.text)
    tagged = CrfTagger().label([source.text])
    (found,) = combine([source.text], [shape.spans], tagged, [shape.style])
    spans: Spans = []
    for span in found:
        start, end = _bare(raw, *source.raw_span(span.start, span.end))
        if span.label == "et-al" and spans and spans[-1][2] in _LISTS:
            spans[-1] = (spans[-1][0], end, spans[-1][2])  # it is of the list of names
        elif span.label not in _NOT_LABELS:
            spans.append((start, end, _AS.get(span.label, span.label)))
    return spans


def _bare(raw: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without blanks at its ends."""
    text = raw[start:end]
    return start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
