"""A reference as an item of Zotero's API, and which of its variables each field holds.

Sources: ZOTERO_PUSH 6 (bodies), MAPPING 2 to 5 (fields, types, names, dates).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ifnlit.formats.et_al import ET_AL
from ifnlit.formats.zotero_rdf_table import DOCUMENT, KINDS
from ifnlit.model.csl import variable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.name import Name
    from ifnlit.model.reference import Reference
    from ifnlit.push.schema import ItemType, Schema

Item = dict[str, Any]

# Attribute -> the fields that may hold it; the first that the item's type has does.
FIELDS: dict[str, Sequence[str]] = {
    "title": ("title", "nameOfAct", "caseName", "subject"),
    "title_short": ("shortTitle",),
    "container_title": (
        """publicationTitle bookTitle proceedingsTitle encyclopediaTitle dictionaryTitle
        websiteTitle blogTitle forumTitle programTitle reporter code""".split()
    ),
    "container_title_short": ("journalAbbreviation",),
    "collection_title": ("series", "seriesTitle"),
    "collection_number": ("seriesNumber",),
    "issued": ("date", "issueDate", "dateDecided", "dateEnacted"),
    "volume": ("volume", "codeVolume", "reporterVolume"),
    "issue": ("issue",),
    "page": ("pages", "firstPage", "codePages"),
    "number": (
        """reportNumber patentNumber billNumber docketNumber publicLawNumber documentNumber
        archiveID identifier number""".split()
    ),
    "number_of_pages": ("numPages",),
    "edition": ("edition",),
    "version": ("versionNumber",),
    "genre": (
        """thesisType reportType manuscriptType presentationType letterType websiteType postType
        mapType artworkMedium audioFileType videoRecordingFormat genre type""".split()
    ),
    "medium": ("interviewMedium", "audioRecordingFormat", "format"),
    "status": ("status",),
    "publisher": (
        """publisher university institution company assignee organization studio network label
        distributor court repository legislativeBody""".split()
    ),
    "publisher_place": ("place", "repositoryLocation"),
    "event_title": ("conferenceName", "meetingName"),
    "event_place": ("eventPlace",),
    "doi": ("DOI",),
    "url": ("url",),
    "accessed": ("accessDate",),
    "issn": ("ISSN",),
    "isbn": ("ISBN",),
    "pmid": ("PMID",),
    "pmcid": ("PMCID",),
    "arxiv": (),
    "abstract": ("abstractNote",),
    "language": ("language",),
}  # fmt: skip

# Zotero refuses any other date there: "2020~", "2019/2020".
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")


def item(reference: Reference, schema: Schema) -> Item:
    """The item with the fields that are not empty; no collections, tags or relations."""
    kind = KINDS.get(reference.type, DOCUMENT)
    known = schema.of(kind.item_type)
    made: Item = {"itemType": kind.item_type}
    extra: list[str] = [ET_AL] if reference.et_al else []
    for attribute, value in _values(reference):
        field = field_of(attribute, known)
        if field == "accessDate" and not _DAY.fullmatch(value):
            field = None
        if field is not None and field not in made:
            made[field] = value
        else:
            extra.append(f"{_label(attribute)}: {' '.join(value.split())}")
    if "citationKey" in known.fields:
        made["citationKey"] = reference.id
    else:
        extra.append(f"Citation Key: {reference.id}")
    if reference.note:
        extra.append(reference.note)
    if extra:
        made["extra"] = "\n".join(extra)
    made["creators"] = _creators(reference, known)
    return made


def field_of(attribute: str, known: ItemType) -> str | None:
    """The field of a type that holds an attribute; `None` when none does."""
    return next((name for name in FIELDS[attribute] if name in known.fields), None)


def attribute_of(field: str) -> str | None:
    """The attribute of a reference that a field holds; `None` for what we do not keep."""
    return next((name for name, fields in FIELDS.items() if field in fields), None)


def _label(attribute: str) -> str:
    """The word of a line of Extra: the CSL variable, as Zotero reads it there and cites by it."""
    words = variable(attribute).replace("-", " ")
    return "arXiv" if attribute == "arxiv" else words if words.isupper() else words.title()


def _values(reference: Reference) -> list[tuple[str, str]]:
    """(attribute, text) of what is not empty; an article number stands for the pages."""
    found: list[tuple[str, str]] = []
    for attribute in FIELDS:
        value: object = getattr(reference, attribute)
        if attribute == "page" and not value and reference.type.startswith("article-"):
            value = reference.number
        if attribute == "number" and not reference.page and reference.type.startswith("article-"):
            continue
        if value:
            found.append((attribute, str(value)))
    return found


def _creators(reference: Reference, known: ItemType) -> list[dict[str, str]]:
    """Names by role; one that the type does not have is a contributor, which all types have."""
    main = known.creators[0] if known.creators else "author"
    named = (
        (main, reference.author),
        ("editor", reference.editor),
        ("translator", reference.translator),
    )
    return [
        _creator(role if role in (main, *known.creators) else "contributor", name)
        for role, names in named
        for name in names
    ]


def _creator(role: str, name: Name) -> dict[str, str]:
    """Particles go with the family name and a suffix with the given one, as Zotero has them."""
    if name.literal or not name.given:
        return {"creatorType": role, "name": name.literal or name.full_family}
    parts = (name.given, name.dropping_particle)
    given = " ".join(part for part in parts if part)
    if name.suffix:
        given = f"{given}, {name.suffix}"
    return {"creatorType": role, "firstName": given, "lastName": name.full_family}
