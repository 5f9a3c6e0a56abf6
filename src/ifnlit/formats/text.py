"""Plain text for people: one paragraph a record. It is only written: `ifnlit parse` reads lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.formats.format import Format
from ifnlit.formats.reading_text import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.reference import Reference


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """One line a record, numbered; the printed text instead where raw notes are asked for."""
    lines: list[str] = []
    for reference, one in zip(references, paragraphs(references), strict=True):
        raw = reference.origin.raw if reference.origin and flavour.raw_notes else ""
        pieces = (one.names, one.title, one.container, one.details, one.address)
        text = raw or ". ".join(piece.removesuffix(".") for piece in pieces if piece)
        lines.append(f"[{one.number}] {text}")
    return "".join(f"{line}\n" for line in lines)


FORMAT = Format("text", (".txt",), "text/plain", write)
