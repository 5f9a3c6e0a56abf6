"""Tables as spreadsheets, Zotero, Scopus, Web of Science and PubMed write them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ifnlit.formats import csl_variables
from ifnlit.formats.faults import Faults
from ifnlit.formats.locator import located, one_dash, pages
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
_AND = re.compile(r"\s+(?:and|und|et|y)\s+|\s*&\s*")
_SEPARATOR = re.compile(r"\Asep=(.)\r?\n")  # Excel's first line
# With a whole date beside it, a year is what the date says already.
_YEARS = frozenset({"year", "publication year"})
_ENOUGH = 2
_NO_MORE_THAN = 400  # columns
_LONG = 100_000  # characters; no list of names without semicolons is as long


def likeness(head: str, delimiter: str) -> float:
    """How likely the first line is a heading of such a table."""
    line = _SEPARATOR.sub("", head.lstrip("\ufeff")).split("\n", 1)[0]
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
    (top, headings), *rest = rows
    columns = _columns(headings, faults, top)
    if not any(columns):
        faults.broken(
            "no heading of this table is known",
            faults.at(top, 1),
            "name the columns title, author, year, journal, volume, issue, pages, doi",
        )
        return Reading((), tuple(faults.found))
    for line, cells in rest:
        if not any(cell.strip() for cell in cells):
            continue
        if any(cells[len(headings) :]):
            faults.odd(
                "row-too-long",
                f"a row has {len(cells)} cells, the heading {len(headings)}",
                faults.at(line, 1),
                "put cells that hold the separator into double quotes",
            )
        row = _row(headings, columns, cells, faults, line)
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

    told = _SEPARATOR.match(text)
    delimiter = max(",;\t", key=lambda mark: (likeness(text[:4096], mark), text[:4096].count(mark)))
    delimiter = told[1] if told else delimiter
    text = _SEPARATOR.sub("\n", text) if told else text  # the lines keep their numbers
    limit = csv.field_size_limit(max(len(text) + 1, csv.field_size_limit()))
    found: list[tuple[int, list[str]]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    lines: list[str] = []
    try:
        line = 1
        for cells in reader:
            after = reader.line_num + 1
            if found and after > line + 1:
                lines = lines or StringIO(text, newline="").readlines()
                width = len(found[0][1])
                part = lines[line - 1 : after - 1]
                whole = len(cells) == width and _is_strict(part, delimiter)
                alone = [] if whole else _alone(part, delimiter, width)
                if alone:
                    _tell_open_quote(lines, line, faults)
                    found.extend(enumerate(alone, line))
                    line = after
                    continue
            if cells:
                found.append((line, cells))
            line = after
    except csv.Error as error:
        faults.broken(
            f"no table: {error}", faults.at(reader.line_num, 1), "mend the quotes in that row"
        )
    finally:
        csv.field_size_limit(limit)
    return found


def _is_strict(lines: Sequence[str], delimiter: str) -> bool:
    """Whether each quote in the lines begins or ends a cell, or is doubled."""
    import csv

    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return True


def _alone(lines: Sequence[str], delimiter: str, width: int) -> list[list[str]]:
    """The rows of lines that a quote without an end ran together; none if they are no rows."""
    import csv

    whole = (line.replace('"', "") if line.count('"') % 2 else line for line in lines)
    rows = list(csv.reader(whole, delimiter=delimiter))
    return rows if len(rows) == len(lines) and all(len(row) == width for row in rows) else []


def _tell_open_quote(lines: Sequence[str], line: int, faults: Faults) -> None:
    at = next(n for n, text in enumerate(lines[line - 1 :], line) if text.count('"') % 2)
    faults.odd(
        "row-too-long",
        "a quotation mark is not closed; the row is read without it",
        faults.at(at, lines[at - 1].index('"') + 1),
        "close it, or write it twice where it is part of the text",
    )


def _columns(headings: Sequence[str], faults: Faults, line: int) -> list[str]:
    """An attribute, "start", "end" or a name of `ORIGIN` for each column; "" for any other."""
    found: list[str] = []
    dated = "date" in {it.strip().casefold() for it in headings}
    for place, heading in enumerate(headings, 1):
        bare = plain(heading).strip().casefold()
        name = "start" if bare in STARTS else "end" if bare in ENDS else _attribute(bare)
        if bare in ORIGIN:
            name = bare
        if bare in _YEARS and dated:
            name = "year"
        elif name in found:
            name = ""
        if not name and bare:
            faults.unknown(heading.strip(), faults.at(line, place))
        found.append(name)
    return found


def _row(
    headings: Sequence[str], columns: Sequence[str], cells: Sequence[str], faults: Faults, line: int
) -> _Row:
    row = _Row({}, {}, faults, line)
    for heading, name, cell in zip(headings, columns, cells, strict=False):
        text = plain(cell).strip()
        if name:
            row.cells[name] = text
        elif text:
            other = plain(heading).strip() or "column"
            row.others[other] = "\n".join(it for it in (row.others.get(other), text) if it)
    return row


def _attribute(heading: str) -> str:
    return _OURS.get(heading) or ALIASES.get(heading, "")


@dataclass(slots=True)
class _Row:
    """The cells of one row by attribute, and those of other columns by their headings."""

    cells: dict[str, str]
    others: dict[str, str]
    faults: Faults
    line: int

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
        date = self.faults.dated(cell, self.faults.at(self.line, 1), self.cells.get("id", ""))
        if date is None:
            self.others[f"{name} as read"] = cell
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
        return tuple(
            sorted(
                (_kept_name(name), json.dumps(cell, ensure_ascii=False))
                for name, cell in self.others.items()
            )
        )


def _kept_name(heading: str) -> str:
    """The heading as a name in `Reference.extra`: a variable of CSL, another format's, or ours."""
    known = ":" in heading or heading in csl_variables.TEXTS
    return heading if known else f"csv:{heading}"


def _split(cell: str) -> list[str]:
    """The names of a cell: between semicolons or "and", or (Scopus, PubMed) "Lan YR, Sun P"."""
    parts = cell.split(";")
    if len(parts) == 1 and len(cell) <= _LONG:
        by_and = _AND.split(cell)
        if len(by_and) > 1 and all("," in part for part in by_and):
            parts = by_and
        elif re.fullmatch(r"(?:[^\s,][^,]* [A-Z.\s-]{1,6}\.?,\s*)+[^,]+", cell):
            parts = cell.rstrip(".").split(",")
    return [inverted_initials(part) for part in parts]


def inverted_initials(text: str) -> str:
    """A name with its initials last ("Lan YR", "Lan Y.-R.") turned: "Lan, Y. R.", "Lan, Y.-R."."""
    family, _, letters = text.strip().rpartition(" ")
    if not _INITIALS.fullmatch(letters) or "," in family or not family or _BODY.search(family):
        return text.strip()
    given = re.sub(r"([A-Z])\.?", r"\1. ", letters).replace(" -", "-").strip()
    return f"{family}, {given}"
