"""One library behind the REST API that the web and Zotero 10 share: reading, writing, reports.

Sources: ZOTERO_PUSH 4 (local), 5 (web), 6 (reports).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ifnlit.model.exchange import JSON, Outage, Request, Response
from ifnlit.push.job import Stopped, Trouble
from ifnlit.push.plan import Held
from ifnlit.push.told import is_listing, listing, mapping

if TYPE_CHECKING:
    from collections.abc import Generator

    from ifnlit.model.exchange import Reply
    from ifnlit.push.job import Learnt, Road

    Steps = Generator[Request | Learnt, Reply | None, Any]

OK, UNAUTHORISED, FORBIDDEN, ABSENT, STALE, TOO_LARGE = 200, 401, 403, 404, 412, 413
_PAGE = 100  # objects a request; the most that the web API gives
_MOST_READINGS = 3  # of a library that changes while it is read
_PARTS_OF_ITEMS = frozenset({"attachment", "note", "annotation"})


class Stale(Exception):  # noqa: N818  # not an error of the program but news
    """The library was changed by somebody since it was read; nothing was written."""


@dataclass(slots=True)
class Access:
    """How to speak to one library: its name in our state, its paths, the headers that open it."""

    road: Road
    library: str  # "web:users/123", "web:groups/5", "desktop:Xx1Yy2Zz3Aa4"
    prefix: str  # "/users/123", "/groups/5", "/api/users/0"
    root: str  # "" on the web, "/api" here
    headers: tuple[tuple[str, str], ...]
    may_authorise: bool = False
    version: str = ""  # of the library, as it was told last

    def get(self, path: str) -> Steps:
        """The answer to a reading request; raises `Stopped` where there is none."""
        reply = yield Request("zotero", path, form="*/*", headers=self.headers)
        return self._heard(reply)

    def listed(self, what: str) -> Steps:
        """Every object ("items", "collections"), page by page; anew if it changed meanwhile."""
        found, is_whole = yield from self._pages(what)
        for _ in range(_MOST_READINGS - 1):
            if not is_whole:
                found, is_whole = yield from self._pages(what)
        return found

    def _pages(self, what: str) -> Steps:
        path = f"{self.prefix}/{what}?format=json&limit={_PAGE}&start="
        found: dict[str, object] = {}
        versions: set[str] = set()
        while True:
            answer: Response = yield from self.get(f"{path}{len(found)}")
            if answer.status == ABSENT:
                raise Stopped(Trouble.REFUSED, f"Zotero has no {self.prefix}", "check the number")
            if answer.status != OK or not is_listing(answer.data):
                raise Stopped(Trouble.REFUSED, f"Zotero does not show its {what}: {told(answer)}")
            versions.add(answer.header("last-modified-version"))
            page = listing(answer.data)
            before = len(found)
            found |= {str(mapping(entry).get("key")): entry for entry in page}
            total = answer.header("total-results")
            # A server may give fewer a page than it is asked for: only a total says where it ends.
            is_last = len(found) >= int(total) if total.isdecimal() else len(page) < _PAGE
            if is_last or len(found) == before:
                return list(found.values()), len(versions) == 1

    def items(self) -> Steps:
        """Every item that is no note, attachment or waste."""
        entries = yield from self.listed("items")
        found = [_held(entry) for entry in entries]
        return tuple(one for one in found if one is not None)

    def create(self, what: str, body: object) -> Steps:
        """Send new objects, at most once: the token says again what was sent before.

        It is made of the content and the version of the library, so that a run that is started
        again has it too, while what its user threw away since can be sent anew.
        """
        words = f"{self.version} {what} {_json(body)}"
        token = sha256(words.encode()).hexdigest()[:32]
        return (yield from self.post(what, body, ("Zotero-Write-Token", token)))

    def post(self, what: str, body: object, *more: tuple[str, str]) -> Steps:
        """The answer to a writing request, asking for permission where it is wanted.

        Raises `Stale` when the library has changed, `Stopped` when writing is refused.
        """
        answer: Response = yield from self._posted(what, body, more)
        if answer.status == UNAUTHORISED and self.may_authorise:
            yield from self._authorise()
            answer = yield from self._posted(what, body, more)
        if answer.status in {UNAUTHORISED, FORBIDDEN}:
            raise Stopped(Trouble.REFUSED, f"Zotero does not let us write: {told(answer)}")
        if answer.status == STALE and "Server-ID" in answer.body:
            raise Stopped(Trouble.REFUSED, "another Zotero answers than before", "push again")
        if answer.status == STALE and not is_used_token(answer):
            raise Stale
        return answer

    def _posted(self, what: str, body: object, more: tuple[tuple[str, str], ...]) -> Steps:
        path = f"{self.prefix}/{what}"
        reply = yield posting(path, body, (*self.headers, *more))
        return self._heard(reply)

    def _authorise(self) -> Steps:
        """Ask the person at Zotero; the key may serve for one request only."""
        path = f"{self.root}/local/authorize"
        headers = tuple(pair for pair in self.headers if pair[0] != "Zotero-API-Key")
        reply = yield posting(path, {"appName": "ifnlit"}, headers)
        answer = answered(reply)
        key = mapping(answer.data).get("key")
        if answer.status != OK or not isinstance(key, str):
            raise Stopped(
                Trouble.REFUSED, "Zotero was told not to let us write", "allow it in its window"
            )
        self.headers = (*headers, ("Zotero-API-Key", key))

    def _heard(self, reply: Reply | None) -> Response:
        answer = answered(reply)
        self.version = answer.header("last-modified-version") or self.version
        return answer


def posting(path: str, body: object, headers: tuple[tuple[str, str], ...] = ()) -> Request:
    """A request that sends JSON."""
    typed = (*headers, ("Content-Type", JSON))
    return Request("zotero", path, form="*/*", method="POST", headers=typed, body=_json(body))


def answered(reply: Reply | None) -> Response:
    """The answer; raises `Stopped` when there is none to go by."""
    if isinstance(reply, Response) and reply.status not in {429, 500, 502, 503, 504}:
        return reply
    if isinstance(reply, Response):
        raise Stopped(
            Trouble.UNREACHED, f"Zotero is out of order (status {reply.status})", "try again later"
        )
    reason = reply.reason if isinstance(reply, Outage) else "no answer"
    raise Stopped(Trouble.UNREACHED, f"Zotero: {reason}", "what was sent is kept: try again")


def is_used_token(answer: Response) -> bool:
    """Whether Zotero says that it took the same objects before."""
    return answer.status == STALE and "token" in answer.body.lower()


def told(answer: Response) -> str:
    """The status of an answer, and its text where it is one for people."""
    text = " ".join(answer.body.split())[:200]
    return f"status {answer.status}" + (f", {text}" if text and "<" not in text else "")


@dataclass(frozen=True, slots=True)
class Report:
    """Of a write, by place in the array that was sent: key, version, and what failed why."""

    keys: dict[int, str] = field(default_factory=dict[int, str])
    versions: dict[int, int] = field(default_factory=dict[int, int])
    failures: dict[int, str] = field(default_factory=dict[int, str])


def report(answer: Response) -> Report:
    """What became of each object; what was the same already counts as written."""
    parts = mapping(answer.data)
    found = Report()
    for part in ("success", "unchanged", "successful"):
        for index, value in _placed(parts.get(part)):
            key = value if isinstance(value, str) else mapping(value).get("key")
            version = mapping(value).get("version")
            if isinstance(key, str):
                found.keys[index] = key
            if isinstance(version, int):
                found.versions[index] = version
    for index, value in _placed(parts.get("failed")):
        found.failures[index] = _failure(mapping(value))
    return found


def _placed(value: object) -> list[tuple[int, object]]:
    return [(int(place), it) for place, it in mapping(value).items() if place.isdecimal()]


def _failure(entry: dict[str, Any]) -> str:
    from html import unescape

    message = unescape(str(entry.get("message", "")))
    if entry.get("code") in {STALE, 428}:
        return f"changed in Zotero meanwhile: push again ({message})"
    return f"{message} ({entry.get('code', 'no code')})"


def _held(entry: object) -> Held | None:
    one = mapping(entry)
    data = mapping(one.get("data"))
    key = one.get("key", data.get("key"))
    if not isinstance(key, str) or data.get("itemType") in _PARTS_OF_ITEMS or data.get("deleted"):
        return None
    version = one.get("version", data.get("version", 0))
    return Held(key, version if isinstance(version, int) else 0, data)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
