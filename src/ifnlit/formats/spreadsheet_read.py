"""Tables as spreadsheets, Zotero, Scopus, Web of Science and PubMed write them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ifnlit.formats import csl_variables
from ifnlit.formats.faults import Faults
from ifnlit.formats.locator import located, one_dash, pages
from ifnlit.formats.loose_date import loose_date
from ifnlit.formats.person import people
from ifnlit.formats.said import csl_type, said
from ifnlit.formats.spreadsheet_cell import plain
from ifnlit.formats.spreadsheet_columns import ALIASES, COLUMNS, ENDS, ORIGIN, STARTS, TYPES
from ifnlit.model.csl import DATES, NAMES, variable
from ifnlit.model.identifier import IDENTIFIERS
from ifnlit.model.reading import Reading
from ifnlit.model.reference import Origin, Reference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.date import Date
    from ifnlit.model.finding import Place

_OURS = {heading.casefold(): name for name, heading in COLUMNS.items()}
# Too general to know a table by: any list has them.
_GENERAL = frozenset({"id", "type", "key", "number", "date", "note", "notes", "link", "source"})
_INITIALS = re.compile(r"(?:[A-Z]\.?-?){1,4}")
# A word that a body's name has and a family name has not.
_BODY = re.compile(
    r"(?i)\b(?:group|team|committee|consortium|network|society|association|organi[sz]ation|"
    r"investigators|institute|agency|project|council|world|national)\b"
)
# With a whole date beside it, a year is what the date says already.
_YEARS = frozenset({"year", "publication year"})
_ENOUGH = 2
_NO_MORE_THAN = 400  # columns
_LONG = 100_000  # characters; no list of names without semicolons is as long


def likeness(head: str, delimiter: str) -> float:
    """How likely the first line is a heading of such a table."""
    line = head.lstrip("\ufeff").split("\n", 1)[0]
    cells = [cell.strip(' "\r').casefold() for cell in line.split(delimiter)[:_NO_MORE_THAN]]
    known = {cell for cell in cells if _attribute(cell) or cell in STARTS}
    if len(cells) <= _ENOUGH or len(known - _GENERAL) < _ENOUGH:
        return 0.0
    return 0.8 if len(known) * 2 >= len(cells) else 0.6


def read(text: str, path: str) -> Reading:
    """The references of a table; a place is the line of the row and the cell's number in it."""
    faults = Faults(path)
    rows = _rows(text.removeprefix("\ufeff"), faults)
    references: list[Reference] = []
    places: dict[tuple[int, str], Place] = {}
    keys: dict[str, Place] = {}
    if not rows:
        return Reading((), tuple(faults.found))
    (_, headings), *rest = rows
    columns = _columns(headings, faults)
    for line, cells in rest:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(headings) and any(cells[len(headings) :]):
            faults.odd(
                "row-too-long",
                f"a row has {len(cells)} cells, the heading {len(headings)}",
                faults.at(line, 1),
                "put cells that hold the separator into double quotes",
            )
        row = _Row(dict(zip(columns, cells, strict=False)), faults, line)
        reference = row.reference()
        index = len(references)
        places[index, ""] = faults.at(line, 1)
        for name in row.found:
            places[index, variable(name)] = faults.at(line)
        if reference.id and keys.setdefault(reference.id, places[index, ""]) != places[index, ""]:
            faults.doubled(reference.id, keys[reference.id], places[index, ""])
        references.append(reference)
    return Reading(tuple(references), tuple(faults.found), places)


def _rows(text: str, faults: Faults) -> list[tuple[int, list[str]]]:
    """(line, cells) of each row; the separator is the one that the first line knows most by."""
    import csv
    from io import StringIO

    delimiter = max(",;\t", key=lambda mark: (likeness(text[:4096], mark), text[:4096].count(mark)))
    limit = csv.field_size_limit(max(len(text) + 1, csv.field_size_limit()))
    found: list[tuple[int, list[str]]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        line = 1
        for cells in reader:
            found.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        faults.broken(
            f"no table: {error}", faults.at(reader.line_num, 1), "mend the quotes in that row"
        )
    finally:
        csv.field_size_limit(limit)
    return found


def _columns(headings: Sequence[str], faults: Faults) -> list[str]:
    """An attribute, "start", "end" or the heading itself for each column."""
    found: list[str] = []
    for place, heading in enumerate(headings):
        bare = heading.strip().casefold()
        name = "start" if bare in STARTS else "end" if bare in ENDS else _attribute(bare)
        if bare in _YEARS and "date" in {it.strip().casefold() for it in headings}:
            name = "year"
        elif name in found:
            name = ""
        if not name and heading.strip() and bare not in ORIGIN:
            faults.unknown(heading.strip(), faults.at(1, place + 1))
        found.append(name or heading.strip())
    return found


def _attribute(heading: str) -> str:
    return _OURS.get(heading) or ALIASES.get(heading, "")


@dataclass(slots=True)
class _Row:
    """The cells of one row by column."""

    cells: dict[str, str]
    faults: Faults
    line: int

    def __post_init__(self) -> None:
        self.cells = {name: plain(cell).strip() for name, cell in self.cells.items()}

    @property
    def found(self) -> list[str]:
        """The attributes that have a value."""
        return [name for name, cell in self.cells.items() if cell and name in COLUMNS]

    def reference(self) -> Reference:
        cells = self.cells
        kind = self._kind(cells.get("type", ""))
        names = {name: people(_split(cells.get(name, ""))) for name in NAMES}
        dates = {name: self._date(name) for name in DATES}
        values = {
            name: self._spelled(name, cell)
            for name, cell in cells.items()
            if cell and name in COLUMNS and name not in {"type", *NAMES, *DATES}
        }
        self._read_note(values)
        if ";" in values.get("keyword", ""):
            parts = (part.strip() for part in values["keyword"].split(";"))
            values["keyword"] = ", ".join(part for part in parts if part)
        page = pages(cells.get("start", ""), cells.get("end", "")) or values.get("page", "")
        page, number = located(one_dash(page), values.get("number", ""), kind)
        values |= {"page": page, "number": number}
        raw, n = cells.get(ORIGIN[1], ""), cells.get(ORIGIN[0], "")
        origin = Origin(int(n) if n.isdecimal() else None, raw) if raw or n.isdecimal() else None
        return Reference(
            type=values.pop("type", kind),
            id=values.pop("id", ""),
            author=names["author"][0],
            et_al=names["author"][1],
            editor=names["editor"][0],
            translator=names["translator"][0],
            issued=dates["issued"],
            accessed=dates["accessed"],
            origin=origin,
            extra=self._extra(),
            **cast("dict[str, Any]", values),
        )

    def _kind(self, text: str) -> str:
        if not text:
            journal = self.cells.get("container_title") or self.cells.get("volume")
            return "article-journal" if journal else "document"
        kind = csl_type(text) or TYPES.get(text.casefold(), "")
        if text.casefold() in TYPES and text not in {"review", "article"}:
            kind = TYPES[text.casefold()]
        if not kind:
            self.faults.odd(
                "unknown-type",
                f'the type "{text}" is not known; the record is read as a document',
                self.faults.at(self.line, 1),
                "write a type of CSL, like article-journal",
                self.cells.get("id", ""),
            )
        return kind or "document"

    def _spelled(self, name: str, cell: str) -> str:
        kind = IDENTIFIERS.get(name)
        if kind is None:
            return cell
        if name == "issn" and "," in cell:  # Zotero lists both
            cell = cell.partition(",")[0]
        return kind.parse(cell) or cell

    def _date(self, name: str) -> Date | None:
        cell = self.cells.get(name, "") or (self.cells.get("year", "") if name == "issued" else "")
        if not cell:
            return None
        date = loose_date(cell)
        if date is None:
            self.faults.odd(
                "no-date",
                f'"{cell[:60]}" is no date and is kept as it is',
                self.faults.at(self.line, 1),
                "write 2020 or 2020-08-17",
                self.cells.get("id", ""),
            )
            self.cells[f"{name} as read"] = cell
        return date

    def _read_note(self, values: dict[str, str]) -> None:
        """Zotero's Extra: lines "PMID: n" are fields."""
        left: list[str] = []
        for line in values.get("note", "").split("\n"):
            found = said(line)
            if found is None or values.get(found[0], found[1]) != found[1]:
                left.append(line)
            else:
                values[found[0]] = found[1]
        values["note"] = "\n".join(left)

    def _extra(self) -> tuple[tuple[str, str], ...]:
        ours = {*COLUMNS, *ORIGIN, "start", "end", "year", ""}
        return tuple(
            sorted(
                (_kept_name(name), json.dumps(cell, ensure_ascii=False))
                for name, cell in self.cells.items()
                if cell and name not in ours
            )
        )


def _kept_name(heading: str) -> str:
    """The heading as a name in `Reference.extra`: a variable of CSL, another format's, or ours."""
    known = ":" in heading or heading in csl_variables.TEXTS
    return heading if known else f"csv:{heading}"


def _split(cell: str) -> list[str]:
    """The names of a cell: between semicolons, or (Scopus, PubMed) "Lan YR, Sun P"."""
    if (
        ";" in cell
        or len(cell) > _LONG
        or not re.fullmatch(r"(?:[^\s,][^,]* [A-Z.\s-]{1,6}\.?,\s*)+[^,]+", cell)
    ):
        return [inverted_initials(part) for part in cell.split(";")]
    return [inverted_initials(part) for part in cell.rstrip(".").split(",")]


def inverted_initials(text: str) -> str:
    """A name with its initials last ("Lan YR", "Lan Y.-R.") turned: "Lan, Y. R.", "Lan, Y.-R."."""
    family, _, letters = text.strip().rpartition(" ")
    if not _INITIALS.fullmatch(letters) or "," in family or not family or _BODY.search(family):
        return text.strip()
    given = re.sub(r"([A-Z])\.?", r"\1. ", letters).replace(" -", "-").strip()
    return f"{family}, {given}"
