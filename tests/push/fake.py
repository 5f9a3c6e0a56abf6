"""A made-up Zotero that answers as the documented exchanges do (ZOTERO_PUSH 2 to 7).

One object is a desktop program (`version` 7 or 10, local API on or off) or the web service. It
keeps items and collections, versions and write tokens; `faults` are answers given before its own.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

from ifnlit.model.exchange import Reply, Request, Response

SERVER_ID = "Xx1Yy2Zz3Aa4"
_ALPHABET = "23456789ABCDEFGHIJKLMNPQRSTUVWXYZ"
FIELDS = {
    "journalArticle": (
        """title abstractNote publicationTitle date volume issue pages journalAbbreviation DOI
        citationKey url accessDate PMID PMCID ISSN shortTitle language extra""".split()
    ),
    "thesis": (
        """title abstractNote thesisType university place date numPages DOI citationKey url ISBN
        shortTitle language extra""".split()
    ),
    "patent": "title patentNumber issueDate assignee place extra citationKey".split(),
    "document": "title date publisher DOI url language extra citationKey".split(),
}
Answer = tuple[int, Any, dict[str, str]]


@dataclass
class FakeZotero:
    version: int = 10
    local_api: bool = True
    is_web: bool = False
    schema: bool = True
    templates: bool = True
    allow: bool = True
    remember: bool = True
    editable: bool = True
    loses: int = 0  # items that an import does not make
    may_write: bool = True
    server_id: str = SERVER_ID
    user: int = 1000001
    most: int = 100  # objects a page
    items: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    collections: dict[str, str] = field(default_factory=dict[str, str])
    faults: list[Any] = field(default_factory=list[Any])
    seen: list[Request] = field(default_factory=list[Request])
    tokens: set[str] = field(default_factory=set[str])
    keys: set[str] = field(default_factory=set[str])
    sessions: dict[str, str] = field(default_factory=dict[str, str])
    now: int = 0
    asked: int = 0

    def answer(self, request: Request) -> Reply:
        self.seen.append(request)
        if self.faults:
            fault = self.faults.pop(0)
            if fault is not None:
                return cast("Reply", fault(self, request) if callable(fault) else fault)
        return self.own(request)

    def own(self, request: Request) -> Response:
        parts = urlsplit(request.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        headers = {name.lower(): value for name, value in request.headers}
        status, body, more = self._routed(request, parts.path, query, headers)
        text = body if isinstance(body, str) else json.dumps(body)
        if not self.is_web:
            more = {"x-zotero-version": f"{self.version}.0", **more}
        data = None if isinstance(body, str) else json.loads(text)
        return Response(status, text, data, tuple((n.lower(), v) for n, v in more.items()))

    def _routed(  # noqa: PLR0911  # an answer a line
        self, request: Request, path: str, query: dict[str, str], headers: dict[str, str]
    ) -> Answer:
        if path.startswith("/connector/"):
            return self._connector(path, query, request.body)
        if self.is_web:
            return self._web(request, path, query, headers)
        server = {"Zotero-Server-ID": self.server_id} if self.version >= 10 else {}
        if not self.local_api:
            return 403, "Local API is not enabled", server
        if path == "/api/":
            return 200, "Nothing to see here.", server
        if path == "/api/local/authorize":
            self.asked += 1
            if not self.allow:
                return 403, {"denied": True}, server
            key = f"key{self.asked}".ljust(32, "x")
            self.keys.add(key)
            return 200, {"key": key, "remember": self.remember}, server
        local = path.removeprefix("/api")
        if request.method == "POST":
            if self.version < 10:
                return 400, "Endpoint does not support method", {}
            refused = self._closed(headers)
            if refused:
                return refused
        return self._library(request, local, query, headers, "/users/0")

    def _closed(self, headers: dict[str, str]) -> Answer | None:
        if headers.get("zotero-server-id") != self.server_id:
            return 428, "Zotero-Server-ID not provided", {}
        key = headers.get("zotero-api-key", "")
        if key not in self.keys:
            return 401, "API key required -- POST /api/local/authorize to obtain one", {}
        if not self.remember:
            self.keys.remove(key)
        return None

    def _web(
        self, request: Request, path: str, query: dict[str, str], headers: dict[str, str]
    ) -> Answer:
        if headers.get("zotero-api-key") != "secret":
            return 403, "Invalid key", {}
        if path == "/keys/current":
            user = {"library": True, "write": self.may_write}
            groups = {"all": {"library": True, "write": False}, "5": {"write": True}}
            return 200, {"userID": self.user, "access": {"user": user, "groups": groups}}, {}
        prefix = "/groups/5" if path.startswith("/groups/5") else f"/users/{self.user}"
        return self._library(request, path, query, headers, prefix)

    def _library(  # noqa: PLR0911  # an answer a line
        self,
        request: Request,
        path: str,
        query: dict[str, str],
        headers: dict[str, str],
        prefix: str,
    ) -> Answer:
        if path == "/schema":
            if not self.schema:
                return 404, "Not found", {}
            return 200, {"version": 41, "itemTypes": _schema()}, {}
        if path == "/items/new":
            kind = query["itemType"]
            if not self.templates or kind not in FIELDS:
                return 400, "'itemType' is not known", {}
            creators = [{"creatorType": "author", "firstName": "", "lastName": ""}]
            blank = dict.fromkeys(FIELDS[kind], "")
            return 200, {"itemType": kind, **blank, "creators": creators, "tags": []}, {}
        if path == f"{prefix}/collections":
            if request.method == "POST":
                return self._made_collections(json.loads(request.body), headers)
            listed = [{"key": k, "data": {"name": n}} for k, n in self.collections.items()]
            return 200, listed, {}
        if path == f"{prefix}/items":
            if request.method == "POST":
                return self._written(json.loads(request.body), headers)
            start = int(query.get("start", 0))
            limit = min(int(query.get("limit", 25)), self.most)
            listed = [
                {"key": key, "version": it["version"], "data": it} for key, it in self.items.items()
            ]
            more = {"Total-Results": str(len(listed)), "Last-Modified-Version": str(self.now)}
            return 200, listed[start : start + limit], more
        return 404, "No endpoint found", {}

    def _made_collections(self, body: list[dict[str, Any]], headers: dict[str, str]) -> Answer:
        if self._used(headers):
            return 412, "Write token already used", {}
        success: dict[str, str] = {}
        for index, one in enumerate(body):
            key = self._key()
            self.collections[key] = one["name"]
            success[str(index)] = key
        return 200, {"successful": {}, "success": success, "unchanged": {}, "failed": {}}, {}

    def _written(self, body: list[dict[str, Any]], headers: dict[str, str]) -> Answer:
        if len(body) > 50:
            return 413, "Cannot add more than 50 items at a time", {}
        if self._used(headers):
            return 412, "Write token already used", {}
        self.now += 1
        report: dict[str, dict[str, Any]] = {
            "successful": {}, "success": {}, "unchanged": {}, "failed": {},
        }  # fmt: skip
        for index, one in enumerate(body):
            code, message = self._refusal(one)
            if code:
                report["failed"][str(index)] = {"code": code, "message": message}
                continue
            key = one.get("key") or self._key()
            self.items[key] = {**self.items.get(key, {}), **one, "key": key, "version": self.now}
            report["success"][str(index)] = key
            report["successful"][str(index)] = {"key": key, "version": self.now}
        return 200, report, {"Last-Modified-Version": str(self.now)}

    def _refusal(self, one: dict[str, Any]) -> tuple[int, str]:
        if "key" in one:
            if self.items[one["key"]]["version"] != one.get("version"):
                return 412, "Item has been modified since specified version"
            return 0, ""
        roles = _roles(one["itemType"])
        wrong = [it["creatorType"] for it in one["creators"] if it["creatorType"] not in roles]
        if wrong:
            return 400, f"&#039;{wrong[0]}&#039; is not a valid creator type"
        known = {
            *FIELDS[one["itemType"]],
            "itemType",
            "creators",
            "tags",
            "collections",
            "relations",
        }
        wrong = sorted(set(one) - known)
        if wrong and self.is_web:
            return 400, f"Invalid property &#039;{wrong[0]}&#039;"
        missing = [key for key in one["collections"] if key not in self.collections]
        if missing:
            return 409, f"Collection {missing[0]} not found"
        return 0, ""

    def _used(self, headers: dict[str, str]) -> bool:
        token = headers.get("zotero-write-token", "")
        if not token:
            return False
        used = token in self.tokens
        self.tokens.add(token)
        return used

    def _connector(self, path: str, query: dict[str, str], body: str) -> Answer:
        if path == "/connector/ping":
            return 200, "<!DOCTYPE html><html><body>Zotero is running</body></html>", {}
        if path == "/connector/getSelectedCollection":
            targets = [{"id": "L1", "name": "My Library", "level": 0}]
            targets += [{"id": f"C{k}", "name": n} for k, n in self.collections.items()]
            return 200, {"libraryID": 1, "id": None, "targets": targets}, {}
        if path == "/connector/updateSession":
            told = json.loads(body)
            if told["sessionID"] not in self.sessions:
                return 400, {"error": "SESSION_NOT_FOUND"}, {}
            self.sessions[told["sessionID"]] = told["target"]
            return 200, {}, {}
        return self._imported(query["session"], body)

    def _imported(self, session: str, body: str) -> Answer:
        if session in self.sessions:
            return 409, {"error": "SESSION_EXISTS"}, {}
        if not self.editable:
            return 500, {"libraryEditable": False}, {}
        if "<rdf:RDF" not in body:
            return 400, "", {}
        self.sessions[session] = ""
        for name in re.findall(r"<z:Collection[^>]*>\s*<dc:title>([^<]*)<", body):
            self.collections[self._key()] = name
        titles = re.findall(
            r"^    <dc:title>([^<]*)</dc:title>$",
            body.split("<z:Collection", maxsplit=1)[0],
            re.MULTILINE,
        )
        keys = re.findall(r"<z:citationKey>([^<]*)<", body)
        made: list[dict[str, Any]] = []
        for title, key in list(zip(titles, keys, strict=True))[self.loses :]:
            item = {"itemType": "journalArticle", "title": title, "citationKey": key}
            self.items[self._key()] = {**item, "version": 1}
            made.append(item)
        return 201, made, {}

    def _key(self) -> str:
        number = len(self.items) + len(self.collections) + 1
        return "AAAAAA" + _ALPHABET[number // 33] + _ALPHABET[number % 33]


def _roles(item_type: str) -> list[str]:
    main = {"patent": ["inventor"]}.get(item_type, ["author"])
    return [*main, "contributor", *(["editor"] if item_type == "document" else [])]


def _schema() -> list[dict[str, Any]]:
    return [
        {
            "itemType": name,
            "fields": [{"field": one} for one in fields],
            "creatorTypes": [{"creatorType": it} for it in _roles(name)],
        }
        for name, fields in FIELDS.items()
    ]
