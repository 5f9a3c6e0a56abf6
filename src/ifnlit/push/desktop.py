"""A running Zotero: its local API where it can write, else the connector's import.

Sources: ZOTERO_PUSH 2 (server), 3 (connector), 4 (local API, writes since Zotero 10).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ifnlit.model.exchange import JSON, Outage, Outcome, Request, Response
from ifnlit.push.item import Item, item
from ifnlit.push.job import Learnt, Result, Road, Stopped, Trouble
from ifnlit.push.plan import Action, Sent, Step, is_like, plan
from ifnlit.push.rest import Access, answered, items_held, synced
from ifnlit.push.schema import BUILT_IN
from ifnlit.push.told import is_listing, listing, mapping

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from ifnlit.model.exchange import Reply
    from ifnlit.model.reference import Reference
    from ifnlit.push.job import Job
    from ifnlit.push.plan import Held

    Steps = Generator[Request | Learnt, Reply | None, Any]

_OK, _CREATED, _BAD, _FORBIDDEN, _CONFLICT = 200, 201, 400, 403, 409
_VERSION = ("Zotero-API-Version", "3")
_OFF = (
    "the local API of Zotero is switched off: Settings, Advanced, "
    '"Allow other applications on this computer to communicate with Zotero"'
)
_READ_ONLY = "this Zotero cannot be updated from outside: Zotero 10 or --to web can"


def desktop(job: Job) -> Steps:
    """Push into the Zotero that runs here; gives a `Result`."""
    reply = yield Request("zotero", "/api/", form="*/*", headers=(_VERSION,))
    if isinstance(reply, Outage) and reply.outcome is Outcome.UNREACHABLE:
        raise Stopped(Trouble.UNREACHED, "Zotero is not running", "start it, and try again")
    answer = answered(reply)
    server = answer.header("zotero-server-id")
    if server and answer.status == _OK:
        headers = (_VERSION, ("Zotero-Server-ID", server))
        access = Access(Road.LOCAL, "/api/users/0", "/api", headers, may_authorise=True)
        return (yield from synced(job, access))
    notices = (_OFF,) if answer.status == _FORBIDDEN else ()
    readable = Access(Road.CONNECTOR, "/api/users/0", "/api", (_VERSION,))
    return (yield from _connected(job, readable, notices))


def _connected(job: Job, readable: Access, notices: tuple[str, ...]) -> Steps:
    reply = yield Request("zotero", "/connector/ping", form="*/*")
    if answered(reply).status != _OK:
        raise Stopped(Trouble.REFUSED, "what answers there is no Zotero", "check services.zotero")
    held = yield from _readable(readable)
    ours = {one.id: item(one, BUILT_IN) for one in job.references}
    steps = plan(ours, job.sent, held) if held is not None else _from_memory(ours, job)
    result = Result(Road.CONNECTOR, job.collection, steps, notices=notices)
    created = [step.ref for step in steps if step.action is Action.CREATE]
    stuck = tuple((step.ref, _READ_ONLY) for step in steps if step.changes)
    if not job.apply or not created:
        return _with(result, failed=stuck if job.apply else ())
    try:
        failed = yield from _imported(job, created)
        yield from _remembered(job, readable, ours, created, failed)
    except Stopped as stop:
        return _with(result, problem=stop.problem)
    written = tuple(ref for ref in created if ref not in dict(failed))
    return _with(result, written=written, failed=(*failed, *stuck))


def _with(result: Result, **changes: Any) -> Result:  # noqa: ANN401  # fields of a Result
    from dataclasses import replace

    return replace(result, **changes)


def _readable(access: Access) -> Steps:
    """The items, where the local API gives them (Zotero 7 to 9, switched on); else `None`."""
    try:
        return (yield from items_held(access))
    except Stopped:
        return None


def _from_memory(ours: dict[str, Item], job: Job) -> tuple[Step, ...]:
    """The plan where nothing can be read: what was sent once is not sent again."""
    steps: list[Step] = []
    for ref, mine in ours.items():
        before = job.sent.get(ref)
        if before is None:
            steps.append(Step(ref, Action.CREATE, mine))
        elif before.item == mine:
            steps.append(Step(ref, Action.SAME, mine))
        else:
            changes = {name: it for name, it in mine.items() if before.item.get(name) != it}
            steps.append(Step(ref, Action.UPDATE, mine, changes=changes))
    return tuple(steps)


def _imported(job: Job, refs: Sequence[str]) -> Steps:
    """Import a file of Zotero RDF; (ref, why not) for what Zotero did not make an item of."""
    sent = [one for one in job.references if one.id in refs]
    target, known = "", True
    if job.collection:
        target, known = yield from _target(job.collection)
    reply = yield Request(
        "zotero",
        f"/connector/import?session={job.session}",
        form="*/*",
        method="POST",
        headers=(("Content-Type", "application/rdf+xml"),),
        body=_file(sent, "" if known else job.collection),
    )
    if isinstance(reply, Response) and "libraryEditable" in reply.body:
        raise Stopped(
            Trouble.REFUSED,
            "the library chosen in Zotero cannot be written to",
            "choose another one in its window",
        )
    failed = _not_made(sent, answered(reply))
    if target:
        body: Item = {"sessionID": job.session, "target": target, "tags": [], "note": ""}
        reply = yield Request(
            "zotero",
            "/connector/updateSession",
            form="*/*",
            method="POST",
            headers=(("Content-Type", JSON),),
            body=json.dumps(body),
        )
        answered(reply)
    return failed


def _target(name: str) -> Steps:
    """The id of the collection of that name, and whether there is one."""
    reply = yield Request(
        "zotero",
        "/connector/getSelectedCollection",
        form="*/*",
        method="POST",
        headers=(("Content-Type", JSON),),
        body="{}",
    )
    for entry in listing(mapping(answered(reply).data).get("targets")):
        one = mapping(entry)
        if one.get("name") == name and str(one.get("id", "")).startswith("C"):
            return str(one["id"]), True
    return "", False


def _file(references: Sequence[Reference], collection: str) -> str:
    """Zotero RDF; a collection that is not there yet is made by the file itself."""
    from ifnlit.formats.format import Flavour
    from ifnlit.formats.zotero_rdf import document

    return document(references, Flavour("zotero"), collection=collection)


def _not_made(sent: Sequence[Reference], answer: Response) -> tuple[tuple[str, str], ...]:
    """What the answer's items leave out; a session that was used before went through."""
    if answer.status == _CONFLICT:
        return ()
    if answer.status != _CREATED or not is_listing(answer.data):
        raise Stopped(Trouble.REFUSED, f"Zotero did not take the file (status {answer.status})")
    titles = [_plain(mapping(one).get("title")) for one in listing(answer.data)]
    missing: list[tuple[str, str]] = []
    for reference in sent:
        title = _plain(reference.title)
        if title in titles:
            titles.remove(title)
        else:
            missing.append((reference.id, "Zotero made no item of it"))
    return tuple(missing) if len(missing) > len(titles) else ()


def _plain(title: object) -> str:
    return "".join(letter for letter in str(title or "").casefold() if letter.isalnum())


def _remembered(
    job: Job,
    readable: Access,
    ours: dict[str, Item],
    created: Sequence[str],
    failed: tuple[tuple[str, str], ...],
) -> Steps:
    """Keep what was imported, with its keys where they can be read."""
    del job
    held: tuple[Held, ...] = (yield from _readable(readable)) or ()
    learnt: dict[str, Sent] = {}
    for ref in created:
        if ref in dict(failed):
            continue
        twin = next((one for one in held if is_like(ref, ours[ref], one.item)), None)
        learnt[ref] = Sent(twin.key if twin else "", ours[ref], twin.version if twin else 0)
    yield Learnt(learnt)
