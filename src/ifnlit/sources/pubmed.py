"""NCBI's E-utilities: a citation's number by its coordinates, and the summary of a number.

ECitMatch answers plain text, a line each, to be matched by key; ESummary answers JSON. Errors
come with status 200. Source: NBK25499, and the tests of several clients.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from ifnlit.model.evidence import Record
from ifnlit.model.exchange import Request, Response
from ifnlit.model.identifier import PMCID, PMID
from ifnlit.model.name import Name
from ifnlit.sources.decode import Misfit, doi, items, mapping, mappings, text, texts, year

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ifnlit.model.reference import Reference

SERVICE = "pubmed"
MOST_SUMMARIES = 150  # numbers a call; NCBI wants POST above 200
ROOM = 3_000  # bytes of citations a call
_OK = 200
_NONE = ("NOT_FOUND", "AMBIGUOUS")
_BAR_OR_BLANK = re.compile(r"[|\s]+")
_PAGE = re.compile(r"[A-Za-z]*\d+[A-Za-z0-9]*")
_INITIALS = re.compile(r"(.+?)\s+([A-Z]{1,4})(?:\s+(Jr|Sr|2nd|3rd|4th))?")


def citation(reference: Reference) -> str:
    """journal|year|volume|first page|first author|, as ECitMatch wants it; "" if too little."""
    journal = reference.container_title or reference.container_title_short
    page = _PAGE.match(reference.page.strip()) or _PAGE.match(reference.number.strip())
    year_ = str(reference.issued.year) if reference.issued else ""
    if reference.type != "article-journal" or not (journal and reference.volume and page and year_):
        return ""
    author = reference.author[0] if reference.author else Name()
    initials = "".join(part[0] for part in re.findall(r"\w+", author.given))
    name = f"{author.full_family} {initials}".strip()
    fields = (journal, year_, reference.volume, page[0], name)
    return "".join(f"{_BAR_OR_BLANK.sub(' ', field).strip()}|" for field in fields)


def matches(citations: Sequence[tuple[str, str]], mailto: str) -> tuple[Request, ...]:
    """Calls for the numbers of (key, citation) pairs; keys must be short and without "|"."""
    calls: list[Request] = []
    part: list[str] = []
    for key, words in citations:
        line = quote(f"{words}{key}|", safe="|")
        if part and sum(map(len, part)) + len(line) > ROOM:
            calls.append(_matching(part, mailto))
            part = []
        part.append(line)
    return (*calls, _matching(part, mailto)) if part else tuple(calls)


def summaries(numbers: Sequence[str], mailto: str) -> tuple[Request, ...]:
    """Calls for the summaries of PubMed numbers."""
    return tuple(
        Request(
            SERVICE,
            f"/esummary.fcgi?db=pubmed&retmode=json&id={','.join(part)}{_contact(mailto)}",
        )
        for start in range(0, len(numbers), MOST_SUMMARIES)
        if (part := numbers[start : start + MOST_SUMMARIES])
    )


def read_matches(response: Response) -> dict[str, str]:
    """The number of each key, "" where PubMed has none or several.

    Lines may be missing, and a line may be cut off: what is no known answer is left out.

    Raises `Misfit`.
    """
    found: dict[str, str] = {}
    for line in response.body.splitlines():
        fields = line.split("|")
        if len(fields) < 7:  # noqa: PLR2004  # five of the citation, the key, the answer
            continue
        number = PMID.parse(fields[-1])
        if number or fields[-1].strip().startswith(_NONE):
            found[fields[-2].strip()] = number or ""
    if response.status != _OK or not found:
        raise Misfit
    return found


def read_summaries(response: Response) -> dict[str, Record]:
    """The record of each number that has one; raises `Misfit`."""
    entries = mapping(mapping(response.data).get("result"))
    if response.status != _OK or "uids" not in entries:
        raise Misfit
    numbers = [text(number) for number in items(entries.get("uids"))]
    return {
        number: _record(number, mapping(entries.get(number)))
        for number in numbers
        if PMID.parse(number) and "error" not in mapping(entries.get(number, {"error": ""}))
    }


def _record(number: str, item: Mapping[str, object]) -> Record:
    kinds = {kind.casefold() for kind in texts(item.get("pubtype"))}
    ids = {text(it.get("idtype")): text(it.get("value")) for it in mappings(item.get("articleids"))}
    in_pmc = re.search(r"PMC\d+", ids.get("pmc", "") or ids.get("pmcid", ""))
    title = text(item.get("title")).removesuffix(".")
    if title.startswith("[") and title.endswith("]"):  # a title that PubMed has translated
        title = title[1:-1].removesuffix(".")
    stated = (year(item.get(name)) for name in ("pubdate", "epubdate", "sortpubdate"))
    pages = text(item.get("pages"))
    return Record(
        source=SERVICE,
        doi=doi(ids.get("doi")) or _located(text(item.get("elocationid"))),
        type="posted-content" if "preprint" in kinds else "journal-article",
        subtype="preprint" if "preprint" in kinds else "",
        titles=tuple(
            dict.fromkeys(it for it in (title, *texts(item.get("vernaculartitle"))) if it)
        ),
        container_titles=texts([item.get("fulljournalname"), item.get("source")]),
        authors=tuple(_names(item.get("authors"))),
        years=tuple(sorted({found for found in stated if found is not None})),
        volume=text(item.get("volume")),
        issue=text(item.get("issue")),
        page=pages,
        issns=texts([item.get("issn"), item.get("essn")]),
        is_retracted="retracted publication" in kinds,
        language=", ".join(texts(item.get("lang"))),
        pmid=number,
        pmcid=(PMCID.parse(in_pmc[0]) or "") if in_pmc else "",
    )


def _names(value: object) -> Iterator[Name]:
    for person in mappings(value):
        whole = text(person.get("name"))
        split = _INITIALS.fullmatch(whole)
        if text(person.get("authtype")) == "CollectiveName" or (whole and not split):
            yield Name(literal=whole)
        elif split:
            yield Name(
                split[1], " ".join(f"{letter}." for letter in split[2]), suffix=split[3] or ""
            )


def _located(words: str) -> str:
    """The DOI of "doi: 10.1128/jvi.00546-22. pii: ..."."""
    found = re.search(r"doi:\s*(\S+)", words)
    return doi(found[1]) if found else ""


def _matching(lines: list[str], mailto: str) -> Request:
    path = f"/ecitmatch.cgi?db=pubmed&retmode=xml&bdata={'%0D'.join(lines)}{_contact(mailto)}"
    return Request(SERVICE, path, form="text/plain")


def _contact(mailto: str) -> str:
    return "&tool=ifnlit" + (f"&email={quote(mailto, safe='@')}" if mailto else "")
