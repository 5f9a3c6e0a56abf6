"""One reference, with the variables of CSL 1.0.2 as attributes.

An attribute is its CSL variable with "-" for "_" and in lower case (`model.csl` maps them). Absent
text is "", never None. What has no attribute here is kept in `extra`, so nothing is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.frozen import dataclass

if TYPE_CHECKING:
    from ifnlit.model.date import Date
    from ifnlit.model.name import Name


@dataclass(frozen=True, slots=True)
class Repair:
    """A change between the printed text and the record: what stood there, what stands now, why.

    `variable` is a CSL variable or a path in one ("author[0].family"). `kind` is "typographic"
    (damage undone) or "normalisation" (same content, other form).
    """

    variable: str
    before: str
    after: str
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a reference came from: its number in the list, its text as printed, its repairs."""

    n: int | None = None
    raw: str = ""
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A typed record; `id` is the citation key, pinned once written; `type` is a CSL type.

    `number` is an article number, a report number or the like, never a page; `page` is a page
    or a range with a hyphen ("209-249", "1933-1940.e1"). `et_al` says that `author` is not the
    whole list. `extra` holds (name, JSON text) pairs, sorted by name: CSL variables
    without an attribute under their CSL name, anything else under the name its file gave it.
    `custom` holds the library's own keys that are unknown here, in the same form.
    """

    id: str
    type: str = "document"
    title: str = ""
    author: tuple[Name, ...] = ()
    et_al: bool = False
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    container_title: str = ""
    container_title_short: str = ""
    collection_title: str = ""
    collection_number: str = ""
    issued: Date | None = None
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    number_of_pages: str = ""
    edition: str = ""
    version: str = ""
    genre: str = ""
    medium: str = ""
    publisher: str = ""
    publisher_place: str = ""
    event_title: str = ""
    event_place: str = ""
    accessed: Date | None = None
    language: str = ""
    title_short: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    issn: str = ""
    isbn: str = ""
    arxiv: str = ""
    url: str = ""
    abstract: str = ""
    keyword: str = ""
    note: str = ""
    status: str = ""
    origin: Origin | None = None
    extra: tuple[tuple[str, str], ...] = ()
    custom: tuple[tuple[str, str], ...] = ()
