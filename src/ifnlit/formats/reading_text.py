"""A record in one paragraph for people: who, what, where, when, how to find it.

No citation style: that is `ifnlit cite`. The same order and marks for every record, nothing left
out that helps to find it, the text as the record has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.formats.markup import bare
from ifnlit.formats.person import inverted
from ifnlit.formats.text_lines import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.name import Name
    from ifnlit.model.reference import Reference


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The pieces of one entry, plain text, each "" when there is nothing to say."""

    number: str
    names: str
    title: str
    container: str
    details: str
    address: str
    key: str


def paragraphs(references: Sequence[Reference]) -> list[Paragraph]:
    """The records with their numbers in the printed list, or (when one has none) 1, 2, 3."""
    printed = [it.origin.n if it.origin else None for it in references]
    numbers = printed if all(n is not None for n in printed) else range(1, len(references) + 1)
    return [
        _paragraph(reference, str(number))
        for reference, number in zip(references, numbers, strict=True)
    ]


def _paragraph(reference: Reference, number: str) -> Paragraph:
    names = _names(reference.author, goes_on=reference.et_al)
    if not names and reference.editor:
        names = f"{_names(reference.editor, goes_on=False)} (ed.)"
    return Paragraph(
        number=number,
        names=names,
        title=_line(bare(reference.title)),
        container=_line(reference.container_title or reference.event_title),
        details=_details(reference),
        address=_line(_address(reference)),
        key=reference.id,
    )


def _names(people: Sequence[Name], *, goes_on: bool) -> str:
    listed = [_line(inverted(name, body_comma=False)) for name in people]
    return "; ".join([*listed, "et al."] if goes_on else listed)


def _details(reference: Reference) -> str:
    imprint = ", ".join(
        _line(part)
        for part in (
            reference.collection_title,
            reference.edition,
            reference.version,
            reference.genre,
            reference.publisher_place,
            reference.publisher,
        )
        if part
    )
    locator = reference.volume
    if reference.issue:
        locator += f"({reference.issue})"
    pages = reference.page or reference.number
    locator = ":".join(part for part in (locator, pages) if part)
    date = str(reference.issued) if reference.issued else ""
    return "; ".join(_line(part) for part in (imprint, date, locator) if part)


def _address(reference: Reference) -> str:
    if reference.doi:
        return f"https://doi.org/{reference.doi}"
    if reference.url:
        return reference.url
    return f"PMID {reference.pmid}" if reference.pmid else ""


def _line(text: str) -> str:
    return " ".join(one_line(text).split())
