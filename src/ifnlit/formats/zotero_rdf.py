"""Zotero RDF: all that Zotero can hold, read by Zotero alone (MAPPING 2, 3, 7 and 10)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from ifnlit.formats import zotero_rdf_table as table
from ifnlit.formats.csl_rare import rare_names
from ifnlit.formats.et_al import ET_AL
from ifnlit.formats.format import Format
from ifnlit.formats.genre import written_genre
from ifnlit.formats.kept import kept_fields
from ifnlit.formats.locator import ARTICLES
from ifnlit.formats.xml_text import escaped
from ifnlit.model.iso4 import is_abbreviated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.formats.zotero_rdf_table import Kind
    from ifnlit.model.date import Date
    from ifnlit.model.name import Name
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

_ZOTERO_7 = 7  # has no fields for the citation key, PMID and PMCID
_LAST_MONTH = 12


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """An RDF file, for Zotero's own importer."""
    return document(references, flavour)


def document(references: Sequence[Reference], flavour: Flavour, collection: str = "") -> str:
    """An RDF file; with the name of a `collection` that Zotero puts the items into."""
    spaces = [f' xmlns:{prefix}="{space}"' for prefix, space in table.SPACES.items()]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<rdf:RDF", *spaces]
    lines[-1] += ">"
    for number, reference in enumerate(references, 1):
        lines += _item(reference, flavour, f"#item_{number}")
    if collection:
        lines += _collection(collection, len(references))
    return "\n".join([*lines, "</rdf:RDF>", ""])


def _read(text: str, path: str) -> Reading:
    from ifnlit.formats.zotero_rdf_read import read

    return read(text, path)


def sniff(head: str) -> float:
    """The root element of RDF; surest with Zotero's namespace."""
    if "<rdf:RDF" not in head and "<RDF" not in head:
        return 0.0
    return 0.95 if "zotero.org/namespaces" in head or "purl.org/net/biblio" in head else 0.5


def _item(reference: Reference, flavour: Flavour, about: str) -> list[str]:
    kind = table.KINDS.get(reference.type, table.DOCUMENT)
    lines = [f'  <{kind.element} rdf:about="{about}">']
    lines += _texts(("z:itemType", kind.item_type))
    lines += _people(kind.authors, reference.author)
    lines += _people("bib:editors", reference.editor)
    lines += _people("z:translators", reference.translator)
    for role, name in table.ROLES.items() if reference.extra else ():
        lines += _people(name, rare_names(reference, role))
    lines += _texts(
        ("dc:title", reference.title),
        ("z:shortTitle", reference.title_short),
        ("dc:date", _date(reference.issued)),
    )
    lines += _container(reference, kind)
    lines += _publisher(reference, kind)
    lines += _event(reference, kind)
    lines += _numbers(reference, kind)
    lines += _descriptions(reference, flavour, kind)
    lines += _kept(reference)
    return [*lines, f"  </{kind.element}>"]


def _texts(*pairs: tuple[str, str]) -> list[str]:
    return [f"    <{name}>{escaped(text)}</{name}>" for name, text in pairs if text]


def _people(name: str, people: Sequence[Name]) -> list[str]:
    if not people:
        return []
    lines = [f"    <{name}><rdf:Seq>"]
    for person in people:
        given = " ".join(part for part in (person.given, person.dropping_particle) if part)
        given = ", ".join(part for part in (given, person.suffix) if part)
        first = f"<foaf:givenName>{escaped(given)}</foaf:givenName>" if given else ""
        lines.append(
            f"      <rdf:li><foaf:Person><foaf:surname>{escaped(person.full_family)}"
            f"</foaf:surname>{first}</foaf:Person></rdf:li>"
        )
    return [*lines, f"    </rdf:Seq></{name}>"]


def _date(date: Date | None) -> str:
    """As ISO 8601; of a range, a season or "about" the year alone, which Zotero keeps."""
    if date is None:
        return ""
    plain = date.end is None and not date.circa and (date.month or 0) <= _LAST_MONTH
    return str(date) if plain else str(date.year)


def _container(reference: Reference, kind: Kind) -> list[str]:
    """What the item is part of: it holds also the identifiers and numbers of its part."""
    container, short = reference.container_title, reference.container_title_short
    if not short and reference.type in ARTICLES and is_abbreviated(container):
        short = container
    issue = reference.issue if kind.item_type in table.WITH_ISSUE else ""
    pairs = [
        ("dc:title", container if kind.container else ""),
        ("dcterms:alternative", short if kind.container else ""),
        ("prism:volume", reference.volume),
        ("prism:number", issue),
        ("dc:identifier", f"DOI {reference.doi}" if reference.doi else ""),
        ("dc:identifier", f"ISSN {reference.issn}" if reference.issn else ""),
        ("dc:identifier", f"ISBN {reference.isbn}" if reference.isbn else ""),
    ]
    lines = _texts(*pairs)
    series = _series(reference, kind)
    if not kind.container:
        name = table.CONTAINERS.get(kind.item_type, "")
        return lines + (_texts((name, container)) if name else []) + series
    if not lines and not series:
        return []
    inner = [f"  {line}" for line in lines + series]
    return [
        f"    <dcterms:isPartOf><{kind.container}>",
        *inner,
        f"    </{kind.container}></dcterms:isPartOf>",
    ]


def _series(reference: Reference, kind: Kind) -> list[str]:
    title = "dcterms:alternative" if kind.item_type in table.SERIES_TITLE else "dc:title"
    lines = _texts(
        (title, reference.collection_title), ("dc:identifier", reference.collection_number)
    )
    if not lines:
        return []
    inner = "".join(line.strip() for line in lines)
    return [f"    <dcterms:isPartOf><bib:Series>{inner}</bib:Series></dcterms:isPartOf>"]


def _publisher(reference: Reference, kind: Kind) -> list[str]:
    name, place = reference.publisher, reference.publisher_place
    if kind.item_type in table.PLACE_OF_EVENT:
        place = reference.event_place or place
    lines: list[str] = []
    if kind.item_type in table.PUBLISHERS:
        lines = _texts((table.PUBLISHERS[kind.item_type], name))
        name = ""
    if not name and not place:
        return lines
    inner = f"<foaf:name>{escaped(name)}</foaf:name>" if name else ""
    if place:
        inner = (
            f"<vcard:adr><vcard:Address><vcard:locality>{escaped(place)}</vcard:locality>"
            f"</vcard:Address></vcard:adr>{inner}"
        )
    organization = f"<foaf:Organization>{inner}</foaf:Organization>"
    return [*lines, f"    <dc:publisher>{organization}</dc:publisher>"]


def _event(reference: Reference, kind: Kind) -> list[str]:
    place = "" if kind.item_type in table.PLACE_OF_EVENT else reference.event_place
    lines = _texts(("z:eventPlace", place))
    if reference.event_title:
        title = f"<dc:title>{escaped(reference.event_title)}</dc:title>"
        conference = f"<bib:Conference>{title}</bib:Conference>"
        lines.append(f"    <bib:presentedAt>{conference}</bib:presentedAt>")
    return lines


def _numbers(reference: Reference, kind: Kind) -> list[str]:
    article = reference.type in ARTICLES
    number = reference.number
    versioned = kind.item_type in table.VERSIONED
    archive = "" if kind.item_type != "preprint" or number else reference.arxiv
    lines = _texts(
        ("bib:pages", reference.page or (number if article else "")),
        ("prism:number", "" if kind.item_type in table.WITH_ISSUE else number),
        ("z:archiveID", f"arXiv:{archive}" if archive else ""),
        ("z:numPages", reference.number_of_pages),
        ("prism:edition", reference.version if versioned else reference.edition),
        ("z:versionNumber", reference.version if kind.item_type == "standard" else ""),
        (table.GENRES.get(kind.item_type, "dc:type"), written_genre(reference)),
        ("dcterms:medium", reference.medium),
        ("z:language", reference.language),
        ("dcterms:dateSubmitted", str(reference.accessed) if reference.accessed else ""),
    )
    if reference.url:
        value = f"<rdf:value>{escaped(reference.url)}</rdf:value>"
        lines.append(f"    <dc:identifier><dcterms:URI>{value}</dcterms:URI></dc:identifier>")
    return lines


def _descriptions(reference: Reference, flavour: Flavour, kind: Kind) -> list[str]:
    """The abstract, tags, notes, and what goes into Zotero's field Extra."""
    seven = flavour.consumer == "zotero" and flavour.zotero <= _ZOTERO_7
    pmids = kind.item_type in table.WITH_PMID and not seven
    lines = _texts(
        ("dcterms:abstract", reference.abstract),
        *(("dc:subject", part.strip()) for part in re.split("[,;]", reference.keyword)),
        ("z:citationKey", "" if seven else reference.id),
        ("z:PMID", reference.pmid if pmids else ""),
        ("z:PMCID", reference.pmcid if pmids else ""),
    )
    extra = [
        ("Citation Key", reference.id if seven else ""),
        ("PMID", "" if pmids else reference.pmid),
        ("PMCID", "" if pmids else reference.pmcid),
        ("arXiv", "" if kind.item_type == "preprint" and not reference.number else reference.arxiv),
        ("number", reference.number if _is_said(reference, kind) else ""),
    ]
    said = [f"{name}: {value}" for name, value in extra if value]
    said += [ET_AL] if reference.et_al else []
    lines += _texts(("dc:description", "\n".join(said)))
    raw = reference.origin.raw if reference.origin and flavour.raw_notes else ""
    for note in (reference.note, raw):
        if note:
            # The body of a note is HTML: escaped once as HTML, once as XML.
            body = "<br/>".join(escaped(line) for line in note.split("\n"))
            value = f"<rdf:value>{escaped(f'<p>{body}</p>')}</rdf:value>"
            memo = f"<bib:Memo>{value}</bib:Memo>"
            lines.append(f"    <dcterms:isReferencedBy>{memo}</dcterms:isReferencedBy>")
    return lines


def _is_said(reference: Reference, kind: Kind) -> bool:
    """Whether the number has no property: beside pages, or where `prism:number` is the issue."""
    if reference.type in ARTICLES:
        return bool(reference.page)
    return kind.item_type in table.WITH_ISSUE


def _kept(reference: Reference) -> list[str]:
    extra = dict(reference.extra)
    pairs: list[tuple[str, str]] = []
    for name, property_ in table.OTHERS.items():
        value: object = json.loads(extra.get(name, '""'))
        if isinstance(value, str):
            pairs.append((property_, value))
    for name, value in kept_fields(reference, "rdf", ()):
        if name.partition(":")[0] in table.SPACES and name not in {"link:link", "dc:relation"}:
            pairs += [(name, line) for line in value.split("\n")]
    return _texts(*pairs)


def _collection(name: str, count: int) -> list[str]:
    parts = [f'    <dcterms:hasPart rdf:resource="#item_{n}"/>' for n in range(1, count + 1)]
    return [
        '  <z:Collection rdf:about="#collection_1">',
        f"    <dc:title>{escaped(name)}</dc:title>",
        *parts,
        "  </z:Collection>",
    ]


FORMAT = Format("zotero-rdf", (".rdf",), "application/rdf+xml", write, _read, sniff)
