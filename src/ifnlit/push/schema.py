"""Which fields and creators each of Zotero's item types has, as Zotero itself says.

Sources: the answer of `GET /schema` (ZOTERO_PUSH 5), else of `GET /items/new?itemType=...`. What is
built in serves a Zotero that gives neither: the two types whose templates are documented
(ZOTERO_PUSH 6, schema 41), and for every other type the fields that most types have.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.push.told import listing, mapping

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMON = (
    """title abstractNote date shortTitle language url accessDate archive archiveLocation
    libraryCatalog callNumber rights extra""".split()
)  # fmt: skip
_BUILT_IN = {
    "journalArticle": """publicationTitle volume issue pages series seriesTitle seriesText
    journalAbbreviation DOI citationKey PMID PMCID ISSN publisher place""".split(),
    "thesis": """thesisType university place numPages DOI citationKey ISBN ISSN series
    seriesNumber""".split(),
}
# Types with editors and translators (schema 41). A template shows the main creators alone.
_EDITED = frozenset(
    """book bookSection conferencePaper dictionaryEntry document encyclopediaArticle
    journalArticle preprint report""".split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ItemType:
    """The fields of a type, and the roles of its creators, the main one first ("inventor", ...)."""

    fields: frozenset[str]
    creators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """Item types by name."""

    types: Mapping[str, ItemType]

    def of(self, name: str) -> ItemType:
        """A type's fields; for one that is not known, those that all types have."""
        fields = frozenset([*_COMMON, *_BUILT_IN.get(name, ())])
        return self.types.get(name) or ItemType(fields, _roles(name, "author"))


BUILT_IN = Schema({})


def schema_of(data: object) -> Schema | None:
    """The schema that `GET /schema` gives; `None` for anything else."""
    types: dict[str, ItemType] = {}
    for entry in listing(mapping(data).get("itemTypes")):
        told = mapping(entry)
        name = told.get("itemType")
        fields = _names(told.get("fields"), "field")
        if isinstance(name, str) and fields:
            creators = _names(told.get("creatorTypes"), "creatorType")
            types[name] = ItemType(frozenset(fields), creators)
    return Schema(types) if types else None


def template_of(data: object) -> ItemType | None:
    """The type that a template of `GET /items/new` shows; `None` for anything else."""
    told = mapping(data)
    name = told.get("itemType")
    if not isinstance(name, str):
        return None
    fields = [field for field, it in told.items() if isinstance(it, str) and field != "itemType"]
    main = _names(told.get("creators"), "creatorType") or ("contributor",)
    return ItemType(frozenset(fields), _roles(name, *main))


def _roles(name: str, *main: str) -> tuple[str, ...]:
    return (*main, "contributor", *(("editor", "translator") if name in _EDITED else ()))


def _names(value: object, key: str) -> tuple[str, ...]:
    named = [mapping(item).get(key) for item in listing(value)]
    return tuple(name for name in named if isinstance(name, str))
