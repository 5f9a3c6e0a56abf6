"""Crossref's REST API: many DOIs in one call, one record, a search by the text of a reference.

Source: the API's documentation and recorded answers of 2022 to 2026. A list leaves out DOIs that
Crossref does not know (or that are aliases), in an order of its own; one malformed DOI spoils it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from ifnlit.model.date import Date
from ifnlit.model.evidence import Record, Relation, Update
from ifnlit.model.exchange import Request, Response
from ifnlit.model.name import Name
from ifnlit.sources.address import encoded
from ifnlit.sources.decode import Misfit, date_years, doi, items, mapping, mappings, text, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SERVICE = "crossref"
# A request line may have 4,096 bytes; "GET  HTTP/1.1" and a margin are taken off.
ROOM = 3_950
MOST_DOIS = 50  # what others were seen to ask at a time; the answer stays below 1 MB
ROWS = 5  # candidates of a search: the work is among the first three, if it is there at all
_SEARCH_BYTES = 1_500  # of the text of a reference; 500 characters of Chinese
_LISTED = re.compile(r"10\.\d{4,9}/[^,]{1,300}")
_SELECT = (
    "DOI,ISBN,ISSN,article-number,author,container-title,editor,issue,issued,original-title,page,"
    "posted,published-online,published-print,publisher,relation,short-container-title,"
    "short-title,subtitle,title,type,update-to,updated-by,volume"
)
_DATES = ("issued", "published-print", "published-online", "published", "posted")
_PRINTED = ("published-print",)
_OK, _ABSENT = 200, 404
# Something in the request will not do: its form, or its length.
_REFUSED = frozenset({400, 413, 414, 431})


@dataclass(frozen=True, slots=True)
class Batch:
    """DOIs to be asked for in one call, and the call."""

    dois: tuple[str, ...]
    request: Request

    def halves(self, mailto: str) -> tuple[Batch, ...]:
        """The same in two calls, none for one DOI."""
        middle = len(self.dois) // 2
        parts = (self.dois[:middle], self.dois[middle:]) if middle else ()
        return tuple(_batch(part, mailto) for part in parts)


@dataclass(frozen=True, slots=True)
class Refused:
    """The request was not accepted as it is (400, 414): something in it is malformed."""


@dataclass(frozen=True, slots=True)
class Absent:
    """Crossref has no such record; another agency may."""


@dataclass(frozen=True, slots=True)
class Served:
    """The record that came for one DOI; `moved` when the DOI was said to be an alias of it."""

    record: Record
    moved: bool

    def is_of(self, one: str) -> bool:
        """Whether it is the record of that DOI, under its own name or another."""
        names = (self.record.doi, *self.record.alias_of)
        return self.moved or one.lower() in {name.lower() for name in names}


def can_be_listed(one: str) -> bool:
    """Whether a DOI may go with others: a comma splits the filter, a sub-prefix is refused."""
    return _LISTED.fullmatch(one) is not None


def batches(dois: Sequence[str], mailto: str, room: int = ROOM) -> tuple[Batch, ...]:
    """Calls for many DOIs, each with a request line that fits; `room` is for path and query."""
    overhead = len(_list_path((), mailto))
    found: list[Batch] = []
    part: list[str] = []
    size = overhead
    for one in dois:
        cost = len(_filter((one,))) + 1
        if part and (size + cost > room or len(part) == MOST_DOIS):
            found.append(_batch(tuple(part), mailto))
            part, size = [], overhead
        part.append(one)
        size += cost
    return (*found, _batch(tuple(part), mailto)) if part else tuple(found)


def work(one: str, mailto: str) -> Request:
    """The call for one record, which also follows aliases."""
    return Request(SERVICE, f"/works/{encoded(one)}{_contact('?', mailto)}")


def search(words: str, mailto: str) -> Request:
    """The call for records like a printed reference."""
    query = words.encode()[:_SEARCH_BYTES].decode("utf-8", "ignore")
    path = (
        f"/works?query.bibliographic={quote(query, safe='')}&rows={ROWS}&select={_SELECT}"
        f"{_contact('&', mailto)}"
    )
    return Request(SERVICE, path, pool="list")


def read_list(response: Response) -> tuple[Record, ...] | Refused:
    """The records of a list, in its order; raises `Misfit`."""
    if response.status in _REFUSED:
        return Refused()
    message = _message(response, "work-list")
    if not isinstance(message.get("items"), list):
        raise Misfit
    return tuple(record(item) for item in mappings(message["items"]))


def read_search(response: Response) -> tuple[Record, ...] | Refused:
    """The records of a search; raises `Misfit`, as well when not one of them has DOI and title."""
    found = read_list(response)
    if isinstance(found, Refused):
        return found
    usable = tuple(it for it in found if it.doi and it.title)
    if found and not usable:
        raise Misfit
    return usable


def read_work(response: Response) -> Served | Absent:
    """One record. A 404 says only that it is not here; 400 that it cannot be; raises `Misfit`."""
    if response.status in {_ABSENT, *_REFUSED}:
        return Absent()
    found = record(_message(response, "work"))
    if not found.doi:
        raise Misfit
    return Served(found, response.moved)


def record(item: Mapping[str, object]) -> Record:
    """A work of Crossref as a record; what is of a wrong type reads as absent.

    So do numbers: Crossref gives volumes and pages as texts, and never a number that we read.
    """
    item = {name: value for name, value in item.items() if not isinstance(value, int | float)}
    original = texts(item.get("original-title"))
    return Record(
        source=SERVICE,
        doi=doi(item.get("DOI")),
        type=text(item.get("type")),
        subtype=text(item.get("subtype")),
        titles=tuple(dict.fromkeys((*texts(item.get("title")), *original))),
        subtitles=texts(item.get("subtitle")),
        short_titles=texts(item.get("short-title")),
        container_titles=tuple(
            dict.fromkeys(
                (*texts(item.get("container-title")), *texts(item.get("short-container-title")))
            )
        ),
        authors=tuple(_names(item.get("author"))),
        editors=tuple(_names(item.get("editor"))),
        years=tuple(sorted(set(_years(item, _DATES)))),
        printed=tuple(sorted(set(_years(item, _PRINTED)))),
        volume=text(item.get("volume")),
        issue=text(item.get("issue")) or text(mapping(item.get("journal-issue")).get("issue")),
        page=text(item.get("page")),
        number=text(item.get("article-number")),
        publisher=text(item.get("publisher")),
        issns=texts(item.get("ISSN")),
        isbns=texts(item.get("ISBN")),
        relations=tuple(_relations(item)),
        updates=tuple(_updates(item)),
        language=text(item.get("language")),
        alias_of=tuple(one for one in map(doi, items(item.get("alias"))) if one),
    )


def _batch(dois: tuple[str, ...], mailto: str) -> Batch:
    return Batch(dois, Request(SERVICE, _list_path(dois, mailto), pool="list"))


def _list_path(dois: tuple[str, ...], mailto: str) -> str:
    return (
        f"/works?filter={_filter(dois)}&rows={max(len(dois), 20)}&select={_SELECT}"
        f"{_contact('&', mailto)}"
    )


def _filter(dois: tuple[str, ...]) -> str:
    return ",".join(f"doi:{encoded(one)}" for one in dois)


def _contact(mark: str, mailto: str) -> str:
    return f"{mark}mailto={quote(mailto, safe='@')}" if mailto else ""


def _message(response: Response, kind: str) -> Mapping[str, object]:
    """The message of an answer of this kind; errors have a list there. Raises `Misfit`."""
    answer = mapping(response.data)
    message = mapping(answer.get("message"))
    if response.status != _OK or answer.get("message-type", kind) != kind:
        raise Misfit
    return message


def _names(value: object) -> Iterator[Name]:
    for person in mappings(value):
        family, given = text(person.get("family")), text(person.get("given"))
        body = text(person.get("name"))
        if family or given:
            yield Name(family or given, given if family else "", suffix=text(person.get("suffix")))
        elif body:
            yield Name(literal=body)


def _years(item: Mapping[str, object], dates: tuple[str, ...]) -> Iterator[int]:
    issue = mapping(item.get("journal-issue"))
    for holder in (item, issue):
        for name in dates:
            yield from date_years(holder.get(name))


def _relations(item: Mapping[str, object]) -> Iterator[Relation]:
    for kind, entries in list(mapping(item.get("relation")).items())[:50]:
        for entry in mappings(entries):
            of = text(entry.get("id-type")) or "doi"
            ident = doi(entry.get("id")) if of == "doi" else text(entry.get("id"))
            if ident:
                yield Relation(text(kind), ident, of)


def _updates(item: Mapping[str, object]) -> Iterator[Update]:
    for direction in ("updated-by", "update-to"):
        for entry in mappings(item.get(direction)):
            kind = text(entry.get("type")) or text(entry.get("label")) or "unnamed"
            yield Update(
                kind.casefold().replace("-", "_").replace(" ", "_"),
                doi(entry.get("DOI")),
                text(entry.get("source")),
                direction,
                _date(entry.get("updated")),
            )


def _date(value: object) -> Date | None:
    lists = items(mapping(value).get("date-parts"))
    parts = [part for part in items(lists[0]) if isinstance(part, int)] if lists else []
    padded: list[int | None] = [*parts, None, None]
    try:
        return Date(parts[0], padded[1], padded[2]) if parts else None
    except ValueError:
        return None
