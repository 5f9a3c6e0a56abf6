"""The CSL type of a reference, from its type code, its words and the parts that it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ifnlit.parse.values import type_of_code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ifnlit.parse.span import Span

_THESIS = re.compile(
    r"dissertation|\bthesis\b|\bth[èe]se\b|学位论文|doctoral|habilitation|master'?s\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:proceedings|proc\.|conference|symposium|workshop|congress|meeting|tagung|kongress|会议|论文集)\b|会议|论文集",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:report|working paper|technical note|white paper|tech\.? rep)\b|报告", re.IGNORECASE
)
_PATENT = re.compile(r"\bpatent\b|专利", re.IGNORECASE)
_PREPRINT = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|preprint|ssrn|chemrxiv|research square)\b", re.IGNORECASE
)
_DATASET = re.compile(r"\bdata ?set\b", re.IGNORECASE)


def kind_of(text: str, spans: tuple[Span, ...], values: Mapping[str, Any]) -> str:
    """The CSL type; "document" when nothing tells."""
    codes = [type_of_code(text[span.start : span.end]) for span in spans if span.label == "medium"]
    coded = next((code for code in codes if code), "")
    if coded:
        hosted = "container_title" in values
        if hosted and (coded in {"book", "chapter"} or (len(codes) > 1 and codes[1] == "book")):
            return "chapter"
        if coded == "paper-conference" and not hosted:
            return "book" if "editor" in values else "paper-conference"
        return coded
    genre = str(values.get("genre", ""))
    container = str(values.get("container_title", ""))
    if _THESIS.search(genre):
        return "thesis"
    if _PATENT.search(genre) or _PATENT.search(container):
        return "patent"
    if _DATASET.search(genre):
        return "dataset"
    if (
        _PREPRINT.search(container)
        or _PREPRINT.search(genre)
        or ("arxiv" in values and not container)
    ):
        return "article"
    if container:
        return _hosted(container, genre, values)
    if _REPORT.search(genre) or ("number" in values and "publisher" in values):
        return "report"
    if _THESIS.search(text) and ("publisher" in values or "note" in values):
        return "thesis"
    if "publisher" in values or "isbn" in values or "edition" in values:
        return "book"
    if "url" in values and "doi" not in values:
        return "webpage"
    return (
        "article-journal"
        if "volume" in values or "doi" in values or "pmid" in values
        else "document"
    )


def _hosted(container: str, genre: str, values: Mapping[str, Any]) -> str:
    if _MEETING.search(container) and (
        "volume" not in values or "publisher" in values or "editor" in values
    ):
        if not re.search(r"natl|national academy|mayo clin|royal soc", container, re.IGNORECASE):
            return "paper-conference"
        return "article-journal"
    if "publisher" in values or "editor" in values or "isbn" in values:
        return "chapter" if "title" in values else "book"
    del genre
    return "article-journal"
