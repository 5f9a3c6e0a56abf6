"""What the four services answer, in the shapes that they document, from made-up records.

Crossref: lists by `filter=doi:` and `query.bibliographic` with `select` and `rows`, single records.
doi.org: `/ra/`, `/api/handles/`, content negotiation. DataCite: `/dois/`. PubMed: ECitMatch and
ESummary.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

FOLDER = Path(__file__).parent / "records"
JSON = "application/json;charset=utf-8"
# What the real service accepts in `select` (its source of 2019).
SELECTABLE = frozenset(
    """abstract accepted alternative-id approved archive article-number assertion author chair
    clinical-trial-number container-title content-created content-domain created degree deposited
    DOI editor event funder group-title indexed is-referenced-by-count ISBN ISSN issn-type issue
    issued license link member original-title page posted prefix published-online
    published-print publisher publisher-location reference references-count relation score
    short-container-title short-title standards-body subject subtitle title translator type
    update-policy update-to updated-by URL volume""".split()
)
MOST_BYTES = 4_096  # of a request line
Item = dict[str, Any]


@dataclass(slots=True)
class Answer:
    """Status, body and headers of one answer."""

    status: int
    body: bytes
    kind: str = JSON
    headers: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True)
class Knowledge:
    """All that the made-up world knows; a test may add to it or change it."""

    works: list[Item] = field(default_factory=lambda: _loaded("crossref.json"))
    doi: Item = field(default_factory=lambda: _loaded("doi.json"))
    dois: list[Item] = field(default_factory=lambda: _loaded("datacite.json"))
    summaries: list[Item] = field(default_factory=lambda: _loaded("pubmed.json"))

    def answer(self, service: str, target: str, accept: str) -> Answer:
        """What `service` answers to a request for `target`."""
        parts = urlsplit(target)
        query = parse_qsl(parts.query, keep_blank_values=True)
        if service == "crossref":
            return self._crossref(target, parts.path, query)
        if service == "doi":
            return self._resolver(parts.path, accept)
        if service == "datacite":
            return self._datacite(unquote(parts.path.removeprefix("/dois/")))
        return self._pubmed(parts.path, dict(query), parts.query)

    def work(self, doi: str) -> Item | None:
        """The Crossref record of a DOI."""
        return next((it for it in self.works if _key(it) == doi.lower()), None)

    def _crossref(self, target: str, path: str, query: list[tuple[str, str]]) -> Answer:
        if len(f"GET {target} HTTP/1.1") > MOST_BYTES:
            return Answer(414, b"<h1>URI Too Long</h1>", "text/html")
        if path.startswith("/works/"):
            return self._single(unquote(path.removeprefix("/works/")), query)
        values = dict(query)
        wrong = set(values.get("select", "DOI").split(",")) - SELECTABLE
        if wrong:
            return _failure("select-not-available", min(wrong))
        rows = int(values.get("rows", "20"))
        if "filter" in values:
            dois = _filtered(values["filter"])
            bad = next((it for it in dois if not re.fullmatch(r"10\.\d{4,}/\S+", it)), None)
            if bad is not None:
                return _failure("doi-not-valid", bad)
            wanted = {it.lower() for it in dois}
            found = [it for it in reversed(self.works) if _key(it) in wanted]
        else:
            found = self._like(values.get("query.bibliographic", ""))
        return _listed(found, rows, values.get("select", ""))

    def _single(self, doi: str, query: list[tuple[str, str]]) -> Answer:
        if any(name != "mailto" for name, _ in query):
            return _failure("parameter-not-allowed", query[0][0])
        prime = self.doi["aliases"].get(doi.lower())
        if prime:
            return Answer(301, b"", headers={"Location": f"/works/{prime}"})
        found = self.work(doi)
        if found is None:
            return Answer(404, b"Resource not found.", "text/plain")
        return _json({"status": "ok", "message-type": "work", "message": found})

    def _like(self, words: str) -> list[Item]:
        """Records that share words with the query, most first; the real one never finds none."""
        asked = _words(words)
        listed = [it for it in self.works if _key(it) not in self.doi["unsearchable"]]
        scored = [(len(asked & _words(json.dumps(it, ensure_ascii=False))), it) for it in listed]
        ranked = sorted(scored, key=lambda pair: -pair[0])
        return [{**it, "score": float(score)} for score, it in ranked if score]

    def _resolver(self, path: str, accept: str) -> Answer:
        if path.startswith("/ra/"):
            dois = [unquote(it) for it in path.removeprefix("/ra/").split(",")]
            return _json([self._agency(it) for it in dois])
        if path.startswith("/api/handles/"):
            doi = unquote(path.removeprefix("/api/handles/"))
            if "RA" in self._agency(doi) or self._agency(doi).get("status") == "Unknown":
                return _json({"responseCode": 1, "handle": doi, "values": []})
            return _json({"responseCode": 100, "handle": doi}, 404)
        found = self.doi["csl"].get(unquote(path[1:]).lower())
        if found and "citationstyles" in accept:
            return _json(found, kind="application/vnd.citationstyles.csl+json")
        if self._agency(unquote(path[1:])).get("RA") == "JaLC":
            return Answer(200, b"<!DOCTYPE html><title>Landing page</title>", "text/html")
        return Answer(302, b"", "text/html", {"Location": "http://publisher.invalid/"})

    def _agency(self, doi: str) -> Item:
        held = self.doi["agencies"].get(doi.lower())
        if held is None and self.work(doi) is not None:
            held = "Crossref"
        if held == "Unknown":
            return {"DOI": doi, "status": "Unknown"}
        return {"DOI": doi, "RA": held} if held else {"DOI": doi, "status": "DOI does not exist"}

    def _datacite(self, doi: str) -> Answer:
        found = next((it for it in self.dois if it["id"] == doi.lower()), None)
        if found is None:
            errors = [{"status": "404", "title": "The resource you are looking for doesn't exist."}]
            return _json({"errors": errors}, 404)
        return _json({"data": found})

    def _pubmed(self, path: str, query: dict[str, str], raw: str) -> Answer:
        if path.endswith("/esummary.fcgi"):
            found = {it["uid"]: it for it in self.summaries if it["uid"] in query["id"].split(",")}
            return _json({"header": {}, "result": {"uids": list(found), **found}})
        data = next((it for it in raw.split("&") if it.startswith("bdata=")), "bdata=")
        lines = unquote(data.removeprefix("bdata=")).split("\r")
        return Answer(200, "\n".join(map(self._matched, lines)).encode() + b"\n", "text/plain")

    def _matched(self, line: str) -> str:
        journal, year, volume, page, _author, _key, *_ = line.split("|")
        for it in self.summaries:
            same = (it["volume"], it["pages"].split("-")[0], it["pubdate"][:4])
            names = {it["source"].lower(), it["fulljournalname"].lower()}
            if same == (volume, page, year) and journal.lower().replace(".", "") in names:
                return f"{line}{it['uid']}"
        return f"{line}NOT_FOUND"


def _loaded(name: str) -> Any:  # noqa: ANN401  # lists and maps alike
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def _key(item: Item) -> str:
    return str(item.get("DOI", "")).lower()


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}


def _filtered(value: str) -> list[str]:
    """The filter split at commas; a piece without a colon is glued to the one before."""
    found: list[str] = []
    for piece in value.split(","):
        if piece.startswith("doi:"):
            found.append(piece.removeprefix("doi:"))
        elif found and ":" not in piece:
            found[-1] += f",{piece}"
        else:
            found.append(piece)
    return found


def _listed(found: list[Item], rows: int, select: str) -> Answer:
    names = select.split(",") if select else []
    items = [{k: v for k, v in it.items() if not names or k in names} for it in found[:rows]]
    message: Item = {
        "facets": {},
        "total-results": len(found),
        "items": items,
        "items-per-page": rows,
    }
    return _json({"status": "ok", "message-type": "work-list", "message": message})


def _failure(kind: str, value: str) -> Answer:
    message = [{"type": kind, "value": value, "message": f"{value} will not do"}]
    return _json(
        {"status": "failed", "message-type": "validation-failure", "message": message}, 400
    )


def _json(value: object, status: int = 200, kind: str = JSON) -> Answer:
    return Answer(status, json.dumps(value, ensure_ascii=False).encode(), kind)
