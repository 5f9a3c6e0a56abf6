"""TSV: the table of `formats.spreadsheet` with tabs, as one pastes it into a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.formats.format import Format
from ifnlit.formats.spreadsheet import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """A table in UTF-8 with tabs, a heading line, and CR LF."""
    del flavour
    return written(references, "\t")


def _read(text: str, path: str) -> Reading:
    from ifnlit.formats.spreadsheet_read import read

    return read(text, path)


def sniff(head: str) -> float:
    """A first line with headings that are known, and tabs between them."""
    from ifnlit.formats.spreadsheet_read import likeness

    return likeness(head, "\t")


FORMAT = Format("tsv", (".tsv", ".tab"), "text/tab-separated-values", write, _read, sniff)
