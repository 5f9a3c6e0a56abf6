"""BibTeX: field by field as MAPPING 2 and 3 say, for LaTeX and for what imports .bib files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.formats.bib_entry import ET_AL, MONTHS, entry, eprint, genre, names, pages
from ifnlit.formats.format import Format
from ifnlit.formats.kept import kept_fields
from ifnlit.model.iso4 import is_abbreviated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

# CSL type -> entry type; `misc` for the rest.
_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-encyclopedia": "incollection",
    "entry-dictionary": "incollection",
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "standard": "techreport",
    "manuscript": "unpublished",
    "periodical": "misc",
    "pamphlet": "booklet",
}
_FOR_ZOTERO = {
    "webpage": "online",
    "post-weblog": "online",
    "post": "online",
    "patent": "patent",
    "software": "software",
}
# Where the publisher of a type goes; `publisher` for the rest.
_PUBLISHER = {"thesis": "school", "report": "institution", "standard": "institution"}
_MISC = frozenset({"misc", "online", "unpublished"})
_GENRES = {"dataset": "Data set", "standard": "Standard"}


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """A BibTeX file: entries apart by a blank line."""
    return "\n".join(_entry(reference, flavour) for reference in references)


def _read(text: str, path: str) -> Reading:
    from ifnlit.formats.bib_read import read

    return read(text, path)


def sniff(head: str) -> float:
    """An entry or a macro at the start of a line."""
    from re import search

    return 0.9 if search(r"(?mi)^\s*@\w+\s*[{(]", head) else 0.0


def _entry(reference: Reference, flavour: Flavour) -> str:
    zotero = flavour.consumer == "zotero"
    kind = _kind(reference, zotero)
    fields = [*_people(reference, flavour), *_titles(reference, kind, zotero)]
    fields += [
        *_dates(reference),
        *_numbers(reference, flavour),
        *_imprint(reference, kind, zotero),
    ]
    fields += [*_identifiers(reference, zotero), *_notes(reference, flavour)]
    fields += kept_fields(reference, "bib", {name for name, _ in fields})
    return entry(kind, reference.id, fields, flavour)


def _kind(reference: Reference, zotero: bool) -> str:
    if zotero and reference.type in _FOR_ZOTERO:
        return _FOR_ZOTERO[reference.type]
    if reference.type == "thesis" and "master" in reference.genre.lower():
        return "mastersthesis"
    if reference.type == "collection" or (reference.type == "book" and reference.event_title):
        return "proceedings"
    return _TYPES.get(reference.type, "misc")


def _people(reference: Reference, flavour: Flavour) -> list[tuple[str, str]]:
    return [
        ("author", names(reference.author, reference.et_al, flavour)),
        ("editor", names(reference.editor, False, flavour)),
        ("translator", names(reference.translator, False, flavour)),
    ]


def _titles(reference: Reference, kind: str, zotero: bool) -> list[tuple[str, str]]:
    container = reference.container_title
    in_article = kind == "article"
    short = reference.container_title_short
    if zotero and in_article and not short and is_abbreviated(container):
        short = container
    if not zotero and short == container:
        short = ""
    return [
        ("title", reference.title),
        ("shorttitle", reference.title_short),
        ("journal", container if in_article else ""),
        ("booktitle", "" if in_article else container),
        ("shortjournal", short),
        ("eventtitle", reference.event_title),
        ("series", reference.collection_title),
    ]


def _dates(reference: Reference) -> list[tuple[str, str]]:
    date = reference.issued
    if date is None:
        return []
    month = MONTHS[date.month - 1] if date.month and date.month <= len(MONTHS) else ""
    return [
        ("year", str(date.year)),
        ("month", month),
        ("day", str(date.day) if date.day else ""),
    ]


def _numbers(reference: Reference, flavour: Flavour) -> list[tuple[str, str]]:
    article = reference.type in {
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "review",
        "review-book",
    }
    number = reference.issue or reference.collection_number or ("" if article else reference.number)
    return [
        ("edition", reference.edition),
        ("version", reference.version),
        ("volume", reference.volume),
        ("number", number),
        ("pages", pages(reference, flavour) or (reference.number if article else "")),
        ("pagetotal", reference.number_of_pages),
    ]


def _imprint(reference: Reference, kind: str, zotero: bool) -> list[tuple[str, str]]:
    field = _PUBLISHER.get(reference.type, "publisher")
    if reference.type == "patent":
        field = "assignee"
    elif kind in _MISC and not zotero:
        field = "howpublished"
    return [
        (field, reference.publisher),
        ("address", reference.publisher_place or reference.event_place),
        ("type", genre(reference) or _GENRES.get(reference.type, "")),
    ]


def _identifiers(reference: Reference, zotero: bool) -> list[tuple[str, str]]:
    return [
        ("doi", reference.doi),
        ("issn", reference.issn),
        ("isbn", reference.isbn),
        ("url", reference.url),
        ("urldate", str(reference.accessed) if reference.accessed else ""),
        *eprint(reference),
        ("pmcid", reference.pmcid if zotero else ""),
    ]


def _notes(reference: Reference, flavour: Flavour) -> list[tuple[str, str]]:
    truncated = reference.et_al and flavour.consumer == "zotero"
    raw = reference.origin.raw if reference.origin and flavour.raw_notes else ""
    return [
        ("abstract", reference.abstract),
        ("keywords", reference.keyword),
        ("language", reference.language),
        ("note", reference.note),
        ("annote", ET_AL if truncated else ""),
        ("comment", raw),
    ]


FORMAT = Format("bib", (".bib", ".bibtex"), "application/x-bibtex", write, _read, sniff)
