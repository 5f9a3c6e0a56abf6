"""CSV for spreadsheets: one record a row, names as "Family, Given; ...", no cell a formula."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ifnlit.formats.format import Format
from ifnlit.formats.person import inverted
from ifnlit.formats.spreadsheet_cell import safe
from ifnlit.formats.spreadsheet_columns import COLUMNS, CORE, ORIGIN
from ifnlit.model.csl import NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """A table in UTF-8 with commas, a heading line, and CR LF (RFC 4180)."""
    del flavour
    return written(references, ",")


def written(references: Sequence[Reference], delimiter: str) -> str:
    """The table with this character between cells."""
    import csv
    from io import StringIO

    rows = [_cells(reference) for reference in references]
    used = {name for row in rows for name, text in row.items() if text}
    headings = [name for name in COLUMNS if name in CORE or name in used]
    others = sorted(used - set(COLUMNS) - set(ORIGIN))
    headings += [*others, *(name for name in ORIGIN if name in used)]
    out = StringIO()
    # Quotes around all that could be misread: a lone CR, blanks at the edges.
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([safe(COLUMNS.get(name, name)) for name in headings])
    writer.writerows([safe(row.get(name, "")) for name in headings] for row in rows)
    return out.getvalue()


def _read(text: str, path: str) -> Reading:
    from ifnlit.formats.spreadsheet_read import read

    return read(text, path)


def sniff(head: str) -> float:
    """A first line with headings that are known, and commas or semicolons between them."""
    from ifnlit.formats.spreadsheet_read import likeness

    return max(likeness(head, ","), likeness(head, ";"))


def _cells(reference: Reference) -> dict[str, str]:
    row: dict[str, str] = {}
    for name in COLUMNS:
        value: object = getattr(reference, name)
        if name in NAMES:
            row[name] = _people(reference, name)
        elif value:
            row[name] = str(value)
    for name, text in reference.extra:
        value = json.loads(text)
        row[name.removeprefix("csv:")] = value if isinstance(value, str) else text
    origin = reference.origin
    if origin is not None:
        row[ORIGIN[0]] = str(origin.n) if origin.n is not None else ""
        row[ORIGIN[1]] = origin.raw
    return row


def _people(reference: Reference, name: str) -> str:
    people = [inverted(person).replace(";", ",") for person in getattr(reference, name)]
    if name == "author" and reference.et_al:
        people.append("et al.")
    return "; ".join(people)


FORMAT = Format("csv", (".csv",), "text/csv", write, _read, sniff)
