"""RIS: one line a value, CR LF, `TY` first and `ER` last, as MAPPING 2, 3 and 6 say."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ifnlit.formats import ris_table as table
from ifnlit.formats.et_al import ET_AL
from ifnlit.formats.format import Format
from ifnlit.formats.genre import written_genre
from ifnlit.formats.kept import kept_fields
from ifnlit.formats.locator import ARTICLES
from ifnlit.formats.person import inverted
from ifnlit.formats.text_lines import one_line
from ifnlit.model.iso4 import is_abbreviated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.date import Date
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

    Lines = list[tuple[str, str]]

# A line end inside a value would begin a new tag; a zero byte or an escape is no text.
_STARLESS = frozenset({"AU", "ED", "A4", "T2", "JF", "J2", "KW"})
_FIRST_DATE = 1000  # RIS years have four digits
_LAST_MONTH = 12


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """A RIS file; entries apart by an empty line."""
    return "\r\n".join(_entry(reference, flavour) for reference in references)


def _read(text: str, path: str) -> Reading:
    from ifnlit.formats.ris_read import read

    return read(text, path)


def sniff(head: str) -> float:
    """A tag `TY` at the start of a line."""
    found = re.search(r"(?mi)^\ufeff?\s*TY[ \t]{1,2}- ?\w", head)
    if found:  # after an entry of BibTeX it is part of that
        return 0.3 if re.search(r"(?m)^\s*@\w+\s*[{(]", head[: found.start()]) else 0.95
    return 0.5 if re.search(r"(?m)^(?:AU|TI|T1|PY) {1,2}- \S", head) else 0.0


def tagged(reference: Reference, flavour: Flavour) -> Lines:
    """The tags and values of a record in their order, without `ER`; a value is one line."""
    zotero = flavour.consumer == "zotero"
    kind, zotero_type = _type(reference, zotero=zotero)
    lines: Lines = [("TY", kind), ("ID", reference.id)]
    kind = table.ruling(kind)
    lines += _people(reference, flavour)
    lines += _titles(reference, kind, zotero=zotero)
    lines += _numbers(reference, kind, zotero=zotero)
    lines += _imprint(reference, kind)
    lines += _identifiers(reference, kind)
    lines += _notes(reference, flavour, kind, zotero_type)
    for tag, value in kept_fields(reference, "ris", {tag for tag, _ in lines}):
        lines.extend((tag, line) for line in value.split("\n"))
    return [(tag, line) for tag, value in lines if (line := _line(tag, value))]


def _entry(reference: Reference, flavour: Flavour) -> str:
    text = "".join(f"{tag}  - {line}\r\n" for tag, line in tagged(reference, flavour))
    return f"{text}ER  - \r\n"


def _line(tag: str, value: str) -> str:
    line = one_line(value)
    return line.replace("*", "") if tag in _STARLESS else line


def _type(reference: Reference, *, zotero: bool) -> tuple[str, str]:
    """TY, and what Zotero calls the type where TY does not say it."""
    if zotero and reference.type in table.FOR_ZOTERO:
        return table.FOR_ZOTERO[reference.type]
    if not zotero and _is_volume(reference):
        return "CONF", ""
    kind = table.TYPES.get(reference.type, table.UNKNOWN)
    return kind, "document" if kind == table.UNKNOWN else ""


def _is_volume(reference: Reference) -> bool:
    """Whether a book is a volume of proceedings: an event and editors, no author."""
    edited = bool(reference.editor) and not reference.author
    return reference.type == "book" and edited and bool(reference.event_title)


def _people(reference: Reference, flavour: Flavour) -> Lines:
    # JabRef reads A4 as an author.
    translator = "N1" if flavour.consumer == "jabref" else "A4"
    lead = "Translator: " if translator == "N1" else ""
    return [
        *(("AU", inverted(name)) for name in reference.author),
        *(("ED", inverted(name)) for name in reference.editor),
        *((translator, lead + inverted(name)) for name in reference.translator),
    ]


def _titles(reference: Reference, kind: str, *, zotero: bool) -> Lines:
    container = reference.container_title
    series = reference.collection_title
    event = reference.event_title
    short = reference.container_title_short
    if not short and kind in table.JOURNALS and is_abbreviated(container):
        short = container
    lines = [("TI", reference.title)]
    if not (zotero and kind in table.TITLED_BY_ST):
        lines.append(("ST", reference.title_short))
    if zotero and kind == "CASE":
        lines.append(("A2", container))
    elif kind in table.JOURNALS:
        lines += [("T2", container), ("JF", container), ("J2", short), ("T3", series)]
    elif kind in table.EVENTS:
        lines += [("T2", event), ("C3", container), ("J2", short), ("T3", series)]
    elif kind in table.SERIES_IN_T2:
        lines += [("T2", series), ("J2", short)]
    else:
        lines += [("T2", container), ("J2", short), ("T3", series)]
    return lines


def _numbers(reference: Reference, kind: str, *, zotero: bool) -> Lines:
    """The date and the numbers; `C7` before `IS`: JabRef keeps the later of the two as issue."""
    article = reference.number if reference.type in ARTICLES else ""
    lines = [*_dates("PY", "DA", reference.issued), ("VL", reference.volume), ("C7", article)]
    lines.append(("IS", reference.issue))
    start, end = _pages(reference, kind)
    lines += [("SP", start or article), ("EP", end)]
    if _in_m1(kind, zotero=zotero):
        lines.append(("M1", reference.number))
    if kind != "CASE":  # whose SV is its docket number
        lines.append(("M1" if kind == "BOOK" else "SV", reference.collection_number))
    return lines


def _pages(reference: Reference, kind: str) -> tuple[str, str]:
    if kind in table.COUNTED and reference.number_of_pages:
        return reference.number_of_pages, ""
    start, dash, end = reference.page.partition("-")
    if not dash or "-" in end or not start or not end or "," in reference.page:
        return reference.page, ""
    return start, end


def _dates(year_tag: str, tag: str, date: Date | None) -> Lines:
    if date is None:
        return []
    year = f"{date.year:04d}"
    lines = [(year_tag, year)] if year_tag else []
    if date.year < _FIRST_DATE or date.month is None or date.month > _LAST_MONTH or date.end:
        return lines if year_tag else [(tag, f"{year}///")]
    day = f"{date.day:02d}" if date.day else ""
    return [*lines, (tag, f"{year}/{date.month:02d}/{day}/")]


def _imprint(reference: Reference, kind: str) -> Lines:
    place, where = reference.publisher_place, reference.event_place
    version = reference.version if kind in table.VERSIONED else ""
    lines = [
        ("ET", version or reference.edition),
        ("PB", reference.publisher),
        ("M3", written_genre(reference)),
    ]
    if kind != "CONF":
        return [*lines, ("CY", place), ("C1", where if kind == "SLIDE" else "")]
    # EndNote's two: C1 is where it was published, CY where the conference was.
    return [*lines, ("C1", place or where), ("CY", where if place else "")]


def _identifiers(reference: Reference, kind: str) -> Lines:
    number = reference.number if kind in table.NUMBERED else ""
    if kind == "CASE":
        number, docket = "", reference.number
    else:
        docket = ""
    return [
        ("SV", docket),
        ("SN", number),
        ("SN", reference.isbn),
        ("SN", reference.issn),
        ("DO", reference.doi),
        ("UR", reference.url),
        *_dates("", "Y2", reference.accessed),
        *_others(reference),
        ("LA", reference.language),
    ]


def _others(reference: Reference) -> Lines:
    extra = dict(reference.extra)
    found: Lines = []
    for tag, name in table.OTHERS.items():
        value: object = json.loads(extra.get(name, '""'))
        if isinstance(value, str | int):
            found.append((tag, str(value)))
    return found


def _notes(reference: Reference, flavour: Flavour, kind: str, zotero_type: str) -> Lines:
    keywords = [part.strip() for part in re.split(r"[,;]", reference.keyword)]
    raw = reference.origin.raw if reference.origin and flavour.raw_notes else ""
    lines: Lines = [("AB", reference.abstract), *(("KW", keyword) for keyword in keywords)]
    lines += [("N1", reference.note), ("N1", raw)]
    said = [f"arXiv: {reference.arxiv}"] if reference.arxiv else []
    if flavour.consumer != "zotero":
        lines.append(("N1", ET_AL if reference.et_al else ""))
        return lines + [("M2", line) for line in said]
    said += [
        f"{name}: {value}"
        for name, value in (
            ("Citation Key", reference.id),
            ("PMID", reference.pmid),
            ("PMCID", reference.pmcid),
            ("type", zotero_type),
            ("number", "" if _has_number(reference, kind) else reference.number),
            ("version", reference.version if reference.type == "standard" else ""),
            ("Short Title", reference.title_short if kind in table.TITLED_BY_ST else ""),
        )
        if value
    ]
    if reference.et_al:
        said.append(ET_AL)
    return lines + [("M2", line) for line in said]


def _in_m1(kind: str, *, zotero: bool) -> bool:
    """Whether `M1` is the number of works of that kind."""
    return kind in table.ZOTERO_NUMBER_IN_M1 if zotero else kind not in table.NO_NUMBER_IN_M1


def _has_number(reference: Reference, kind: str) -> bool:
    """Whether a tag of its own holds `number` for Zotero."""
    return (
        kind in table.NUMBERED | {"CASE"} or reference.type in ARTICLES or _in_m1(kind, zotero=True)
    )


FORMAT = Format("ris", (".ris",), "application/x-research-info-systems", write, _read, sniff)
