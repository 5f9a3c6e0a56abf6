"""BibLaTeX: field by field as MAPPING 2 and 3 say; biber's data model finds no fault with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.formats.bib import sniff as sniff_bib
from ifnlit.formats.bib_entry import (
    article_number,
    eprint,
    more,
    names,
    notes,
    numbered,
    own_ids,
    pages,
    short_title,
)
from ifnlit.formats.bib_file import written
from ifnlit.formats.bib_types import ARTICLES, entry_type, genre
from ifnlit.formats.format import Format
from ifnlit.formats.language import biblatex_name
from ifnlit.formats.latex import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.bib_entry import Fields, Taste
    from ifnlit.formats.format import Flavour
    from ifnlit.model.date import Date
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

# Where an entry type has the title of what contains it; `Taste.whole` for the rest.
_CONTAINER = {
    "article": "journaltitle",
    "incollection": "booktitle",
    "inreference": "booktitle",
    "inproceedings": "booktitle",
    "book": "maintitle",
    "collection": "maintitle",
    "proceedings": "maintitle",
}
# Where it has the publisher; `publisher` for the rest.
_PUBLISHER = {
    "thesis": "institution",
    "report": "institution",
    "online": "organization",
    "misc": "organization",
    "software": "organization",
    "unpublished": "howpublished",
}
_ZOTERO_PUBLISHER = {"thesis": "institution", "report": "institution"}


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """A BibLaTeX file."""
    return written(references, flavour, _entry)


def read(text: str, path: str) -> Reading:
    """References of a .bib file, whether BibTeX or BibLaTeX."""
    from ifnlit.formats.bib_read import read as read_bib

    return read_bib(text, path)


def sniff(head: str) -> float:
    """A .bib file with fields that BibTeX does not have."""
    from re import search

    if search(r"(?mi)^\s*(?:journaltitle|date|location|langid)\s*=", head):
        return min(1.0, sniff_bib(head) + 0.05)
    return sniff_bib(head) / 2


def _entry(reference: Reference, flavour: Flavour, how: Taste) -> tuple[str, Fields]:
    zotero = flavour.consumer == "zotero"
    kind = entry_type(reference, biblatex=True, zotero=zotero)
    return kind, [
        ("author", names(reference.author, how, et_al=reference.et_al)),
        ("editor", names(reference.editor, how)),
        ("translator", names(reference.translator, how)),
        ("title", reference.title),
        ("shorttitle", reference.title_short),
        (_container(kind, how), reference.container_title),
        ("shortjournal", short_title(reference, how)),
        ("eventtitle", reference.event_title),
        ("series", reference.collection_title),
        ("date", _date(reference.issued, how)),
        ("edition", reference.edition),
        ("version", reference.version),
        ("volume", reference.volume),
        *_numbers(reference, kind, how),
        ("pagetotal", reference.number_of_pages),
        *_imprint(reference, kind, how, zotero=zotero),
        ("type", genre(reference) or ("Report" if kind == "report" and not zotero else "")),
        ("doi", reference.doi),
        ("issn", reference.issn),
        ("isbn", reference.isbn),
        ("url", reference.url),
        ("urldate", _date(reference.accessed, how)),
        *eprint(reference, how),
        *own_ids(reference, how, pmcid=zotero),
        *more(reference, how),
        ("abstract", reference.abstract),
        ("keywords", reference.keyword),
        *_language(reference, how),
        ("pubstate", reference.status),
        ("note", reference.note),
        *notes(reference, flavour, how),
    ]


def _container(kind: str, how: Taste) -> str:
    return how.site if kind == "online" else _CONTAINER.get(kind, how.whole)


def _date(date: Date | None, how: Taste) -> str:
    """EDTF; for who cannot read more, the parts of the first date, a season left out."""
    if date is None:
        return ""
    if how.edtf:
        return str(date)
    year, *rest = date.parts
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in rest)])


def _numbers(reference: Reference, kind: str, how: Taste) -> Fields:
    """Issue, number in a series or of a report; an article number is `eid` (rule 1)."""
    page = pages(reference, how)
    if reference.type not in ARTICLES:
        return [*numbered(reference, kind), ("pages", page)]
    if not how.eid:
        return [*numbered(reference, kind), ("pages", page or article_number(reference, how))]
    same = reference.page == reference.number
    return [
        *numbered(reference, kind),
        ("pages", "" if same else page),
        ("eid", reference.number),
    ]


def _imprint(reference: Reference, kind: str, how: Taste, *, zotero: bool) -> Fields:
    publisher, place, event = (
        reference.publisher,
        reference.publisher_place,
        reference.event_place,
    )
    if zotero:  # it has no `holder`, drops `venue`, and takes `location` for the event's place
        field = "assignee" if kind == "patent" else _ZOTERO_PUBLISHER.get(kind, "publisher")
        away = kind == "inproceedings" and place
        return [
            (field, publisher),
            ("address", place or event),
            ("location", event if away else ""),
        ]
    field = how.holder if kind == "patent" else _PUBLISHER.get(kind, "publisher")
    if field == "holder" and publisher:  # a list of names
        publisher = f"{{{escaped(publisher, tilde=how.tilde)}}}"
    return [(field, publisher), (how.place, place), ("venue", event)]


def _language(reference: Reference, how: Taste) -> Fields:
    name = biblatex_name(reference.language)
    return [
        ("language", name if how.names_language else reference.language),
        ("langid", _langid(reference.language, name, how)),
    ]


def _langid(code: str, name: str, how: Taste) -> str:
    """Babel's name; pandoc hands on a code too, but would make a region's letters small."""
    if not how.langid:
        return ""
    return code if how.langid == "code" and "-" not in code else name


FORMAT = Format("biblatex", (".biblatex",), "application/x-bibtex", write, read, sniff)
