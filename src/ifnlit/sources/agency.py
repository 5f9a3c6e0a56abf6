"""doi.org: who holds a DOI, whether it exists, and its record where the agency serves CSL.

Asked for a bare prefix it answers for the prefix: only a whole DOI tells whether that DOI exists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.model.evidence import Record
from ifnlit.model.exchange import Request, Response
from ifnlit.model.name import Name
from ifnlit.sources.address import encoded
from ifnlit.sources.decode import Misfit, date_years, doi, mapping, mappings, text, texts, year

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SERVICE = "doi"
CSL = "application/vnd.citationstyles.csl+json"
MOST = 20  # DOIs a call; how many doi.org takes is not documented
ROOM = 1_800  # bytes of path
NONE = ""  # what `read_agencies` gives for a DOI that does not exist
UNKNOWN = "unknown"
_GONE = frozenset({"doi does not exist", "invalid doi", "prefix does not exist"})
# Agencies whose DOIs doi.org answers with CSL-JSON (citation.doi.org). ISTIC is left out: it
# forwards to an address without a name over plain http, which is not ours to ask.
NEGOTIATING = frozenset({"medra", "jalc", "kisti", "op"})
_EXISTS, _NO_HANDLE = 1, 100  # Handle System: RC_SUCCESS, RC_HANDLE_NOT_FOUND
_NO_VALUES = 200  # the handle is there, but without such values
_OK = 200
_TYPES = {
    "article-journal": "journal-article",
    "article": "posted-content",
    "chapter": "book-chapter",
    "paper-conference": "proceedings-article",
    "thesis": "dissertation",
}


def agencies(dois: Sequence[str]) -> tuple[tuple[tuple[str, ...], Request], ...]:
    """Calls for who holds each DOI; one with a comma goes alone, for commas part the list."""
    parts: list[list[str]] = []
    size = 0
    for one in sorted(dois, key=lambda it: "," in it):
        cost = len(encoded(one)) + 1
        if not parts or "," in one or size + cost > ROOM or len(parts[-1]) == MOST:
            parts.append([])
            size = 0
        parts[-1].append(one)
        size += cost
    return tuple(
        (tuple(part), Request(SERVICE, "/ra/" + ",".join(map(encoded, part)))) for part in parts
    )


def handle(one: str) -> Request:
    """The call for whether a DOI exists."""
    return Request(SERVICE, f"/api/handles/{encoded(one)}")


def negotiated(one: str) -> Request:
    """The call for a DOI's record as CSL-JSON."""
    return Request(SERVICE, f"/{encoded(one)}", pool="negotiated", form=CSL)


def read_agencies(response: Response) -> dict[str, str]:
    """The agency of each DOI (by its key): `NONE` where it does not exist, `UNKNOWN` if unsaid.

    Raises `Misfit`.
    """
    found: dict[str, str] = {}
    for entry in mappings(response.data):
        one = doi(entry.get("DOI"))
        if not one:
            continue
        holder, status = text(entry.get("RA")), text(entry.get("status")).casefold()
        if holder.casefold() == UNKNOWN:
            holder = ""
        found[one.lower()] = holder or (NONE if status in _GONE else UNKNOWN)
    if not found:
        raise Misfit
    return found


@dataclass(frozen=True, slots=True)
class Handle:
    """Whether a DOI exists, and which one the answer was about ("" where it does not say)."""

    exists: bool
    doi: str


def read_handle(response: Response) -> Handle:
    """Whether the DOI exists; raises `Misfit` for a page in the place of the API's answer."""
    answer = mapping(response.data)
    code, one = answer.get("responseCode"), doi(answer.get("handle"))
    if code in (_EXISTS, _NO_VALUES) and response.status == _OK:  # no set: it may be a list
        return Handle(True, one)
    if code != _NO_HANDLE:
        raise Misfit
    return Handle(False, one)


def read_csl(response: Response) -> Record:
    """A record in CSL-JSON, where titles are text and not lists; raises `Misfit`."""
    item = mapping(response.data)
    is_titled = isinstance(item.get("title", ""), str | list | None)
    if response.status != _OK or not doi(item.get("DOI")) or not is_titled:
        raise Misfit
    kind = text(item.get("type"))
    return Record(
        source=SERVICE,
        doi=doi(item.get("DOI")),
        type=_TYPES.get(kind, kind),
        titles=tuple(
            dict.fromkeys((*texts(item.get("title")), *texts(item.get("original-title"))))
        ),
        short_titles=texts(item.get("title-short")),
        container_titles=tuple(
            dict.fromkeys(
                (*texts(item.get("container-title")), *texts(item.get("container-title-short")))
            )
        ),
        authors=tuple(_names(item.get("author"))),
        editors=tuple(_names(item.get("editor"))),
        years=tuple(sorted(set(_years(item)))),
        volume=text(item.get("volume")),
        issue=text(item.get("issue")),
        page=text(item.get("page")),
        number=text(item.get("number")) or text(item.get("article-number")),
        publisher=text(item.get("publisher")),
        issns=texts(item.get("ISSN")),
        isbns=texts(item.get("ISBN")),
        language=text(item.get("language")),
    )


def _names(value: object) -> Iterator[Name]:
    for person in mappings(value):
        family, literal = text(person.get("family")), text(person.get("literal"))
        if family:
            yield Name(
                family,
                text(person.get("given")),
                text(person.get("non-dropping-particle")),
                text(person.get("dropping-particle")),
                text(person.get("suffix")),
            )
        elif literal:
            yield Name(literal=literal)


def _years(item: Mapping[str, object]) -> Iterator[int]:
    for name in ("issued", "published-print", "published-online"):
        yield from date_years(item.get(name))
        written = mapping(item.get(name))
        stated = year(written.get("raw")) or year(written.get("literal"))
        if stated is not None:
            yield stated
