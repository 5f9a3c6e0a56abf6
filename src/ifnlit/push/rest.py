"""The REST API that the web and Zotero 10 share: read, plan, write in batches, note what is done.

Sources: ZOTERO_PUSH 4 (local), 5 (web), 6 (bodies and reports). A batch of new items carries a
write token made of its content: when an answer is lost and the batch is sent again, Zotero says
that the token was used, and the items are looked up instead of being doubled.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

from ifnlit.model.exchange import JSON, Outage, Request, Response
from ifnlit.push.item import Item, item
from ifnlit.push.job import Learnt, Result, Road, Stopped, Trouble
from ifnlit.push.plan import Action, Held, Sent, Step, is_like, plan
from ifnlit.push.schema import BUILT_IN, Schema, schema_of, template_of
from ifnlit.push.told import is_listing, listing, mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from ifnlit.model.exchange import Reply
    from ifnlit.model.reference import Reference
    from ifnlit.push.job import Job
    from ifnlit.push.schema import ItemType

    Steps = Generator[Request | Learnt, Reply | None, Any]

_OK = 200
_UNAUTHORISED, _FORBIDDEN, _CONFLICT, _STALE, _TOO_LARGE = 401, 403, 409, 412, 413
_PAGE = 100  # items a request; the most that the web API gives
_BATCH = 50  # objects a request; the most that either API takes
_PARTS_OF_ITEMS = frozenset({"attachment", "note", "annotation"})


@dataclass(slots=True)
class Access:
    """How to speak to one library: its paths, and the headers that open it."""

    road: Road
    prefix: str  # "/users/123", "/groups/5", "/api/users/0"
    root: str  # "" on the web, "/api" here
    headers: tuple[tuple[str, str], ...]
    may_authorise: bool = False

    def get(self, path: str) -> Steps:
        """The answer to a reading request; raises `Stopped` where there is none."""
        reply = yield Request("zotero", path, form="*/*", headers=self.headers)
        return answered(reply)

    def post(self, path: str, body: object, *more: tuple[str, str]) -> Steps:
        """The answer to a writing request, asking for permission where it is wanted."""
        answer: Response = yield from self._posted(path, body, more)
        if answer.status == _UNAUTHORISED and self.may_authorise:
            yield from self._authorise()
            answer = yield from self._posted(path, body, more)
        if answer.status in {_UNAUTHORISED, _FORBIDDEN}:
            raise Stopped(Trouble.REFUSED, f"Zotero does not let us write: {_told(answer)}")
        return answer

    def _posted(self, path: str, body: object, more: tuple[tuple[str, str], ...]) -> Steps:
        headers = (*self.headers, ("Content-Type", JSON), *more)
        reply = yield Request(
            "zotero", path, form="*/*", method="POST", headers=headers, body=_json(body)
        )
        return answered(reply)

    def _authorise(self) -> Steps:
        """Ask the person at Zotero; the key may serve for one request only."""
        path = f"{self.root}/local/authorize"
        headers = tuple(pair for pair in self.headers if pair[0] != "Zotero-API-Key")
        reply = yield Request(
            "zotero",
            path,
            form="*/*",
            method="POST",
            headers=(*headers, ("Content-Type", JSON)),
            body=_json({"appName": "ifnlit"}),
        )
        answer = answered(reply)
        key = mapping(answer.data).get("key")
        if answer.status != _OK or not isinstance(key, str):
            raise Stopped(
                Trouble.REFUSED, "Zotero was told not to let us write", "allow it in its window"
            )
        self.headers = (*headers, ("Zotero-API-Key", key))


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


def synced(job: Job, access: Access) -> Steps:
    """Read what is there, plan, and with `job.apply` write; gives a `Result`."""
    held = yield from items_held(access)
    schema = yield from _schema(access, job.references)
    ours = {one.id: item(one, schema) for one in job.references}
    steps = plan(ours, job.sent, held)
    result = Result(access.road, job.collection, steps, held=_ours(job, held))
    if not job.apply:
        return result
    settled = {
        step.ref: _base(step, job.sent[step.ref])
        for step in steps
        if step.ref in job.sent and step.held
    }
    yield Learnt(settled)
    try:
        created = [step for step in steps if step.action is Action.CREATE]
        folder = ""
        if job.collection and created:
            folder = yield from _collection(access, job.collection)
        made = yield from _in_batches(
            access, [_new(step, folder, job) for step in created], _create
        )
        changed = [step for step in steps if step.changes]
        updated = yield from _in_batches(
            access, [(step, _patch(step), settled[step.ref]) for step in changed], _update
        )
    except Stopped as stop:
        return replace(result, problem=stop.problem)
    outcomes = [*made, *updated]
    return replace(
        result,
        written=tuple(ref for ref, told in outcomes if not told),
        failed=tuple((ref, told) for ref, told in outcomes if told),
    )


def items_held(access: Access) -> Steps:
    """Every item of the library that is no note, attachment or waste."""
    listed = yield from _listed(access, f"{access.prefix}/items")
    found = [_held(entry) for entry in listed]
    return tuple(one for one in found if one is not None)


def _listed(access: Access, path: str) -> Steps:
    """Every object below a path, page by page; a server that does not page ends it too."""
    found: dict[str, object] = {}
    while True:
        answer = yield from access.get(f"{path}?format=json&limit={_PAGE}&start={len(found)}")
        if answer.status != _OK or not is_listing(answer.data):
            what = path.rpartition("/")[2]
            raise Stopped(Trouble.REFUSED, f"Zotero does not show its {what}: {_told(answer)}")
        listed = listing(answer.data)
        before = len(found)
        found |= {str(mapping(entry).get("key")): entry for entry in listed}
        total = answer.header("total-results")
        if len(listed) < _PAGE or len(found) == before or str(len(found)) == total:
            return list(found.values())


def _held(entry: object) -> Held | None:
    told = mapping(entry)
    data = mapping(told.get("data"))
    key = told.get("key", data.get("key"))
    if not isinstance(key, str) or data.get("itemType") in _PARTS_OF_ITEMS or data.get("deleted"):
        return None
    version = told.get("version", data.get("version", 0))
    return Held(key, version if isinstance(version, int) else 0, data)


def _schema(access: Access, references: Sequence[Reference]) -> Steps:
    """What the types have, from whichever of the two answers Zotero gives."""
    answer = yield from access.get(f"{access.root}/schema")
    found = schema_of(answer.data) if answer.status == _OK else None
    if found is not None:
        return found
    types: dict[str, ItemType] = {}
    for name in sorted({str(item(one, BUILT_IN)["itemType"]) for one in references}):
        answer = yield from access.get(f"{access.root}/items/new?itemType={quote(name)}")
        template = template_of(answer.data) if answer.status == _OK else None
        if template is not None:
            types[name] = template
    return Schema(types)


def _collection(access: Access, name: str) -> Steps:
    """The key of the collection of that name, made if it is not there."""
    path = f"{access.prefix}/collections"
    listed = yield from _listed(access, path)
    for entry in listed:
        told = mapping(entry)
        if mapping(told.get("data")).get("name") == name:
            return str(told.get("key", ""))
    body = [{"name": name, "parentCollection": False}]
    answer = yield from access.post(path, body, ("Zotero-Write-Token", _token(body)))
    keys, _ = _report(answer)
    if 0 not in keys:
        raise Stopped(Trouble.REFUSED, f'the collection "{name}" cannot be made: {_told(answer)}')
    return keys[0]


def _in_batches(access: Access, work: list[Any], write: Callable[..., Steps]) -> Steps:
    outcomes: list[tuple[str, str]] = []
    for at in range(0, len(work), _BATCH):
        more: list[tuple[str, str]] = yield from write(access, work[at : at + _BATCH])
        outcomes += more
    return outcomes


def _create(access: Access, batch: list[tuple[Step, Item]]) -> Steps:
    """Send new items; (ref, "" or why not) for each."""
    body = [body for _, body in batch]
    path = f"{access.prefix}/items"
    answer = yield from access.post(path, body, ("Zotero-Write-Token", _token(body)))
    if answer.status == _STALE:  # "Write token already used": they went through before
        held = yield from items_held(access)
        return (yield from _found_again(batch, held))
    if answer.status == _TOO_LARGE and len(batch) > 1:
        half = len(batch) // 2
        first = yield from _create(access, batch[:half])
        return first + (yield from _create(access, batch[half:]))
    keys, failures = _report(answer)
    learnt = {
        step.ref: Sent(keys[index], step.item, keys.version(index))
        for index, (step, _) in enumerate(batch)
        if index in keys
    }
    yield Learnt(learnt)
    return _outcomes([step for step, _ in batch], keys, failures, answer)


def _found_again(batch: list[tuple[Step, Item]], held: tuple[Held, ...]) -> Steps:
    learnt: dict[str, Sent] = {}
    outcomes: list[tuple[str, str]] = []
    for step, _ in batch:
        twin = next((one for one in held if is_like(step.ref, step.item, one.item)), None)
        if twin is not None:
            learnt[step.ref] = Sent(twin.key, step.item, twin.version)
        missing = "Zotero says that it was sent within the last 12 hours, but does not hold it"
        outcomes.append((step.ref, "" if twin else missing))
    yield Learnt(learnt)
    return outcomes


def _update(access: Access, batch: list[tuple[Step, Item, Sent]]) -> Steps:
    """Send changed fields; what is left out of an object stays as it is (PATCH semantics)."""
    answer = yield from access.post(f"{access.prefix}/items", [body for _, body, _ in batch])
    keys, failures = _report(answer)
    yield Learnt(
        {
            step.ref: Sent(base.key, {**base.item, **step.changes}, keys.version(index))
            for index, (step, _, base) in enumerate(batch)
            if index in keys
        }
    )
    return _outcomes([step for step, _, _ in batch], keys, failures, answer)


def _base(step: Step, before: Sent) -> Sent:
    """What both sides agree on now is the new base; a field in conflict keeps its old one."""
    held = cast("Held", step.held)
    agreed = {name: value for name, value in step.item.items() if value == held.item.get(name, "")}
    return Sent(before.key, {**before.item, **agreed}, held.version)


def _new(step: Step, folder: str, job: Job) -> tuple[Step, Item]:
    keywords = next(one.keyword for one in job.references if one.id == step.ref)
    tags = [{"tag": word.strip()} for word in keywords.split(",") if word.strip()]
    more: Item = {"tags": tags, "collections": [folder] if folder else [], "relations": {}}
    return step, {**step.item, **more}


def _patch(step: Step) -> Item:
    held = cast("Held", step.held)
    return {"key": held.key, "version": held.version, **step.changes}


def _ours(job: Job, held: tuple[Held, ...]) -> dict[str, Item]:
    by_key = {one.key: one.item for one in held}
    return {ref: by_key[it.key] for ref, it in job.sent.items() if it.key in by_key}


class _Keys(dict[int, str]):
    """Keys by place in the array that was sent, with the version of each."""

    def __init__(self) -> None:
        super().__init__()
        self.versions: dict[int, int] = {}

    def version(self, index: int) -> int:
        return self.versions.get(index, 0)


def _report(answer: Response) -> tuple[_Keys, dict[int, str]]:
    """Of a write: keys of what succeeded or was the same, and a message for what failed."""
    told = mapping(answer.data)
    keys = _Keys()
    for part in ("success", "unchanged", "successful"):
        for place, value in mapping(told.get(part)).items():
            key = value if isinstance(value, str) else mapping(value).get("key")
            if place.isdecimal() and isinstance(key, str):
                keys[int(place)] = key
                version = mapping(value).get("version")
                if isinstance(version, int):
                    keys.versions[int(place)] = version
    failures = {
        int(place): _failure(mapping(value))
        for place, value in mapping(told.get("failed")).items()
        if place.isdecimal()
    }
    return keys, failures


def _failure(told: dict[str, Any]) -> str:
    from html import unescape

    message = unescape(str(told.get("message", "")))
    if told.get("code") in {_STALE, 428}:
        return f"changed in Zotero meanwhile: push again ({message})"
    return f"{message} ({told.get('code', 'no code')})"


def _outcomes(
    steps: list[Step], keys: _Keys, failures: dict[int, str], answer: Response
) -> list[tuple[str, str]]:
    silent = f"Zotero did not say what became of it: {_told(answer)}"
    return [
        (step.ref, "" if index in keys else failures.get(index, silent))
        for index, step in enumerate(steps)
    ]


def _token(body: object) -> str:
    return sha256(_json(body).encode()).hexdigest()[:32]


def _told(answer: Response) -> str:
    text = " ".join(answer.body.split())[:200]
    return f"status {answer.status}" + (f", {text}" if text and "<" not in text else "")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
