"""DataCite's REST API: one record (JSON:API, metadata schema 4)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.evidence import Record, Relation
from ifnlit.model.exchange import Request, Response
from ifnlit.model.name import Name
from ifnlit.sources.address import encoded
from ifnlit.sources.decode import Misfit, doi, mapping, mappings, text, texts, year

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SERVICE = "datacite"
_OK, _ABSENT = 200, 404
# resourceTypeGeneral -> Crossref's name.
_TYPES = {
    "Dataset": "dataset",
    "JournalArticle": "journal-article",
    "DataPaper": "journal-article",
    "Preprint": "posted-content",
    "Dissertation": "dissertation",
    "Book": "book",
    "BookChapter": "book-chapter",
    "ConferencePaper": "proceedings-article",
    "ConferenceProceeding": "proceedings",
    "Report": "report",
    "PeerReview": "peer-review",
    "Standard": "standard",
    "Software": "software",
}
# These say nothing of the kind of work: repositories register theses and articles as "Text".
_UNSAID = frozenset({"text", "other", "collection"})
_THESIS = re.compile(r"thesis|dissertation|habilitation", re.IGNORECASE)
_RELATIONS = {
    "IsPreprintOf": "is-preprint-of",
    "HasPreprint": "has-preprint",
    "IsVersionOf": "is-version-of",
    "IsTranslationOf": "is-translation-of",
    "HasTranslation": "has-translation",
}


def work(one: str) -> Request:
    """The call for one record; the address in the User-Agent is contact enough."""
    return Request(SERVICE, f"/dois/{encoded(one)}")


def read_work(response: Response) -> Record | bool:
    """The record; False where DataCite has none to show; raises `Misfit`."""
    if response.status == _ABSENT and "errors" in mapping(response.data):
        return False
    item = mapping(mapping(mapping(response.data).get("data")).get("attributes"))
    if response.status != _OK or not doi(item.get("doi")):
        raise Misfit
    types = mapping(item.get("types"))
    general = text(types.get("resourceTypeGeneral"))
    container = mapping(item.get("container"))
    titles = list(mappings(item.get("titles")))
    return Record(
        source=SERVICE,
        doi=doi(item.get("doi")),
        type=_type(general, types),
        subtype="preprint" if general == "Preprint" else "",
        titles=_titles(titles, "", "AlternativeTitle", "TranslatedTitle", "Other"),
        subtitles=_titles(titles, "Subtitle"),
        container_titles=texts(container.get("title")),
        authors=tuple(_names(item.get("creators"))),
        years=tuple(sorted(set(_years(item)))),
        volume=text(container.get("volume")),
        issue=text(container.get("issue")),
        page=_pages(container),
        publisher=text(item.get("publisher")) or text(mapping(item.get("publisher")).get("name")),
        relations=tuple(_relations(item.get("relatedIdentifiers"))),
        language=text(item.get("language")),
    )


def _type(general: str, types: Mapping[str, object]) -> str:
    """Crossref's name of the kind; "" where the record does not say."""
    if general.casefold() in _UNSAID:
        special = f"{text(types.get('resourceType'))} {text(types.get('citeproc'))}"
        return "dissertation" if _THESIS.search(special) else ""
    return _TYPES.get(general, general.casefold())


def _titles(titles: list[Mapping[str, object]], *kinds: str) -> tuple[str, ...]:
    found = [text(it.get("title")) for it in titles if text(it.get("titleType")) in kinds]
    return tuple(dict.fromkeys(title for title in found if title))


def _names(value: object) -> Iterator[Name]:
    for person in mappings(value):
        family, given = text(person.get("familyName")), text(person.get("givenName"))
        whole = text(person.get("name"))
        if family:
            yield Name(family, given)
        elif text(person.get("nameType")) != "Organizational" and "," in whole:
            last, _, first = whole.partition(",")
            yield Name(last.strip(), first.strip())
        elif whole:
            yield Name(literal=whole)


def _years(item: Mapping[str, object]) -> Iterator[int]:
    stated = [item.get("publicationYear")]
    stated += [
        date.get("date")
        for date in mappings(item.get("dates"))
        if text(date.get("dateType")) in {"Issued", "Available"}
    ]
    yield from (found for found in map(year, stated) if found is not None)


def _pages(container: Mapping[str, object]) -> str:
    first, last = text(container.get("firstPage")), text(container.get("lastPage"))
    return f"{first}-{last}" if first and last else first


def _relations(value: object) -> Iterator[Relation]:
    for entry in mappings(value):
        kind = _RELATIONS.get(text(entry.get("relationType")))
        of = text(entry.get("relatedIdentifierType")).casefold()
        named = entry.get("relatedIdentifier")
        ident = doi(named) if of == "doi" else text(named)
        if kind and ident:
            yield Relation(kind, ident, of)
