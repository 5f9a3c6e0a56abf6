"""Whether a reference is in a library already: by identifier, else by title, year and name."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ifnlit.model.reference import Reference

Mark = tuple[str, ...]


class Known:
    """The references that are there, found again by what tells works apart."""

    def __init__(self, references: Iterable[Reference]) -> None:
        self._by: dict[Mark, Reference] = {}
        for reference in references:
            self.add(reference)

    def add(self, reference: Reference) -> None:
        """One more that is there; the first of two alike stays the one that is named."""
        for mark in _marks(reference):
            self._by.setdefault(mark, reference)

    def same(self, reference: Reference) -> Reference | None:
        """The reference to the same work, or `None`."""
        for mark in _marks(reference):
            found = self._by.get(mark)
            if found is not None and not _apart(found, reference):
                return found
        return None


def _apart(one: Reference, other: Reference) -> bool:
    """Whether two that look alike say themselves that they are two: a preprint and its paper."""
    return bool(one.doi and other.doi and one.doi.casefold() != other.doi.casefold())


def _marks(reference: Reference) -> Iterator[Mark]:
    if reference.doi:
        yield "doi", reference.doi.casefold()
    if reference.pmid:
        yield "pmid", reference.pmid
    if reference.arxiv:
        yield "arxiv", reference.arxiv.partition("v")[0]
    people = reference.author or reference.editor
    family = _folded(people[0].full_family) if people else ""
    year = str(reference.issued.year) if reference.issued else ""
    title = _folded(reference.title)
    if title and (family or year):
        yield "title", title, year, family


def _folded(text: str) -> str:
    """Letters and digits alone, without accents and case."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in plain if character.isalnum())
