"""CSL-JSON: what CSL's data schema allows, and for Zotero what its importer reads (MAPPING 2-7)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

from ifnlit.formats import csl_variables
from ifnlit.formats.csl import to_csl
from ifnlit.formats.csl_date import plain_date
from ifnlit.formats.et_al import ET_AL
from ifnlit.formats.format import Format
from ifnlit.formats.genre import written_genre
from ifnlit.formats.locator import ARTICLES
from ifnlit.model.csl import DATES, NAMES, TEXTS, variable
from ifnlit.model.iso4 import is_abbreviated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.date import Date
    from ifnlit.model.name import Name
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

_KNOWN = frozenset({"id", "type", "custom", *(variable(it) for it in (*NAMES, *DATES, *TEXTS))})
# Types that Zotero's importer does not know, or makes a "document" of (MAPPING 3).
_FOR_ZOTERO = {
    "classic": "book",
    "collection": "book",
    "entry": "entry-encyclopedia",
    "figure": "graphic",
    "regulation": "legislation",
    "review": "article-journal",
    "review-book": "article-journal",
}
# Their publisher is a court or a legislature; a bill with a publisher becomes a hearing.
_AUTHORITIES = frozenset({"bill", "legal_case"})
_ZOTERO_7 = 7  # has no fields for the citation key, PMID and PMCID


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """A JSON array, one variable a line, so that a changed value is a changed line."""
    items = [_written(_item(reference, flavour)) for reference in references]
    return "[\n" + ",\n".join(items) + "\n]\n" if items else "[]\n"


def _read(text: str, path: str) -> Reading:
    from ifnlit.formats.csl_json_read import read

    return read(text, path)


def sniff(head: str) -> float:
    """An array or a record with names of CSL or Crossref in it."""
    if not re.match(r"\s*(?://[^\n]*\s*|/\*.*?\*/\s*)*[\[{]", head, re.DOTALL):
        return 0.0
    if re.search(r'"(?:type|title|id|DOI|author|issued|container-title)"\s*:', head):
        return 0.9
    return 0.5 if re.match(r"\s*\[\s*(?:\]\s*\Z|\{)", head) else 0.1


def _written(item: dict[str, object]) -> str:
    lines = [f"  {_text(name)}: {_text(value)}" for name, value in item.items()]
    return " {\n" + ",\n".join(lines) + "\n }"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _item(reference: Reference, flavour: Flavour) -> dict[str, object]:
    zotero = flavour.consumer == "zotero"
    held = to_csl(reference)
    item: dict[str, object] = {"id": reference.id, "citation-key": reference.id}
    if zotero and flavour.zotero <= _ZOTERO_7:
        del item["citation-key"]
    item["type"] = _FOR_ZOTERO.get(reference.type, reference.type) if zotero else reference.type
    unmapped = _add_variables(item, held)
    _add_people_and_dates(item, reference, zotero=zotero)
    _add_abbreviation(item, reference)
    _add_number(item, reference)
    if written_genre(reference):
        item["genre"] = written_genre(reference)
    if zotero:
        _for_zotero(item, reference, flavour)
    custom = _custom(cast("dict[str, object]", held.get("custom", {})), unmapped)
    if custom:
        item["custom"] = custom
    return item


def _add_variables(item: dict[str, object], held: dict[str, object]) -> dict[str, object]:
    """The variables that the schema allows; those it does not allow come back."""
    unmapped: dict[str, object] = {}
    for name, value in held.items():
        if name in {"id", "type", "custom"}:
            continue
        known = name in _KNOWN or csl_variables.fits(name, value)
        (item if known else unmapped)[name] = value
    return unmapped


def _add_people_and_dates(item: dict[str, object], reference: Reference, *, zotero: bool) -> None:
    for name in NAMES:
        people: tuple[Name, ...] = getattr(reference, name)
        if people:
            item[name] = [_name(person, zotero=zotero) for person in people]
    for name in DATES:
        date: Date | None = getattr(reference, name)
        if date is not None:
            item[name] = _date(date, zotero=zotero)


def _name(name: Name, *, zotero: bool) -> dict[str, str]:
    """One name; for Zotero particles and suffix inside family and given, which alone it reads."""
    if name.literal:
        return {"literal": name.literal}
    if zotero:
        given = " ".join(part for part in (name.given, name.dropping_particle) if part)
        given = ", ".join(part for part in (given, name.suffix) if part)
        parts = {"family": name.full_family, "given": given}
    else:
        parts = {
            "family": name.family,
            "given": name.given,
            "non-dropping-particle": name.non_dropping_particle,
            "dropping-particle": name.dropping_particle,
            "suffix": name.suffix,
        }
    return {part: text for part, text in parts.items() if text}


def _date(date: Date, *, zotero: bool) -> dict[str, object]:
    """The parts as numbers; Zotero also gets ISO text, else it writes "August 17, 2020"."""
    if zotero:
        plain = date.end is None and not date.circa and date.season is None
        parts = date.parts if plain else date.parts[:1]
        raw = "-".join(f"{part:02d}" if at else f"{part:04d}" for at, part in enumerate(parts))
        return {"date-parts": [list(parts)], "raw": raw}
    return plain_date(date)


def _add_abbreviation(item: dict[str, object], reference: Reference) -> None:
    """Under both names: Zotero knows `journalAbbreviation` alone, citeproc-py the other."""
    container, short = reference.container_title, reference.container_title_short
    if not short and reference.type in ARTICLES and is_abbreviated(container):
        short = container
    if short:
        item["container-title-short"] = item["journalAbbreviation"] = short


def _add_number(item: dict[str, object], reference: Reference) -> None:
    """An article number stands for the pages too; an arXiv number for a preprint's own."""
    if reference.type in ARTICLES and reference.number and not reference.page:
        item["page"] = reference.number
    if reference.type == "article" and reference.arxiv and not reference.number:
        item["number"] = f"arXiv:{reference.arxiv}"
        item.setdefault("publisher", "arXiv")


def _custom(held: dict[str, object], unmapped: dict[str, object]) -> dict[str, object]:
    custom = dict(held)
    if "n" in custom:
        custom["n"] = int(str(custom["n"]))
    if custom.pop("et-al", None):
        custom["authors-truncated"] = True
    if unmapped:  # of a variable, but not as the schema wants it
        custom["unmapped"] = {**cast("dict[str, object]", custom.get("unmapped", {})), **unmapped}
    return custom


def _for_zotero(item: dict[str, object], reference: Reference, flavour: Flavour) -> None:
    """What Zotero has no variable for goes into `note`, which becomes its field Extra."""
    from ifnlit.formats.zotero_rdf_table import DOCUMENT, KINDS, WITH_PMID

    lines = [reference.note] if reference.note else []
    if reference.type in _AUTHORITIES and reference.publisher:
        item["authority"] = item.pop("publisher")
    if reference.type == "software":
        item["type"] = "book" if reference.version else "document"
        if not reference.version:
            lines.append("type: computerProgram")
    said: list[tuple[str, str]] = []
    if flavour.zotero <= _ZOTERO_7:
        said.append(("Citation Key", reference.id))
    kind = KINDS.get(reference.type, DOCUMENT)
    if flavour.zotero <= _ZOTERO_7 or kind.item_type not in WITH_PMID:
        said += [("PMID", reference.pmid), ("PMCID", reference.pmcid)]
    lines += [f"{name}: {value}" for name, value in said if value]
    if reference.et_al:
        lines.append(ET_AL)
    if flavour.raw_notes and reference.origin and reference.origin.raw:
        lines.append(reference.origin.raw)
    if lines:
        item["note"] = "\n".join(lines)


FORMAT = Format(
    "csl-json", (".json",), "application/vnd.citationstyles.csl+json", write, _read, sniff
)
