"""Which fields and creators each of Zotero's item types has, as Zotero itself says.

Sources: the answer of `GET /schema` (ZOTERO_PUSH 5), else of `GET /items/new?itemType=...`. What is
built in serves a Zotero that gives neither: the two types whose templates are documented
(ZOTERO_PUSH 6, schema 41), and for every other type the fields that all types have.
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


@dataclass(frozen=True, slots=True)
class ItemType:
    """The fields of a type, and what its main creators are called ("author", "inventor", ...)."""

    fields: frozenset[str]
    creators: tuple[str, ...] = ("author", "editor", "translator")


@dataclass(frozen=True, slots=True)
class Schema:
    """Item types by name; `whole` says that what is not in it does not exist."""

    types: Mapping[str, ItemType]
    whole: bool = False

    def of(self, name: str) -> ItemType:
        """A type's fields; for one that is not known, those that all types have."""
        found = self.types.get(name)
        return found or ItemType(frozenset([*_COMMON, *_BUILT_IN.get(name, ())]))


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
    return Schema(types, whole=True) if types else None


def template_of(data: object) -> ItemType | None:
    """The type that a template of `GET /items/new` shows; `None` for anything else."""
    told = mapping(data)
    if not isinstance(told.get("itemType"), str):
        return None
    fields = [name for name, value in told.items() if isinstance(value, str) and name != "itemType"]
    first = _names(told.get("creators"), "creatorType")
    return ItemType(frozenset(fields), tuple(dict.fromkeys([*first, "editor", "translator"])))


def _names(value: object, key: str) -> tuple[str, ...]:
    named = [mapping(item).get(key) for item in listing(value)]
    return tuple(name for name in named if isinstance(name, str))
