"""The kind of a thesis: without one Zotero says "PhD Thesis", so an unknown degree is told as such.

MAPPING 3: `[D]` with an unknown degree is "Thesis" in every format that has a place for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ifnlit.model.reference import Reference

_THESIS = "Thesis"


def written_genre(reference: Reference) -> str:
    """The genre to write: of a thesis whose degree is not known "Thesis"."""
    return reference.genre or (_THESIS if reference.type == "thesis" else "")


def read_genre(kind: str, genre: str) -> str:
    """The genre of a record of CSL type `kind`; "Thesis" says nothing of a thesis."""
    return "" if kind == "thesis" and genre == _THESIS else genre
