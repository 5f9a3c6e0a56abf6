"""A running Zotero: its local API where it can write, else the connector's import.

Sources: ZOTERO_PUSH 2 (server), 3 (connector), 4 (local API, writes since Zotero 10).
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ifnlit.model.exchange import Outage, Outcome, Request, Response
from ifnlit.push.access import FORBIDDEN, OK, Access, answered, posting, told
from ifnlit.push.folder import Folder, chosen
from ifnlit.push.item import Item, item
from ifnlit.push.job import Learnt, Result, Road, Stopped, Trouble
from ifnlit.push.plan import Action, Sent, Step, plan
from ifnlit.push.rest import synced
from ifnlit.push.schema import BUILT_IN
from ifnlit.push.told import is_listing, listing, mapping
from ifnlit.push.twin import twins

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from ifnlit.model.exchange import Reply
    from ifnlit.model.reference import Reference
    from ifnlit.push.job import Job
    from ifnlit.push.plan import Held

    Steps = Generator[Request | Learnt, Reply | None, Any]

_CREATED, _CONFLICT = 201, 409
_LIBRARY = "desktop"  # the name of its part of our state, where Zotero does not tell its own
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
    if server and answer.status == OK:
        headers = (_VERSION, ("Zotero-Server-ID", server))
        library = f"{_LIBRARY}:{server}"
        access = Access(Road.LOCAL, library, "/api/users/0", "/api", headers, may_authorise=True)
        return (yield from synced(job, access))
    notices = (_OFF,) if answer.status == FORBIDDEN else ()
    readable = Access(Road.CONNECTOR, _LIBRARY, "/api/users/0", "/api", (_VERSION,))
    return (yield from _connected(job, readable, notices))


def _connected(job: Job, readable: Access, notices: tuple[str, ...]) -> Steps:
    reply = yield Request("zotero", "/connector/ping", form="*/*")
    if answered(reply).status != OK:
        raise Stopped(Trouble.REFUSED, "what answers there is no Zotero", "check services.zotero")
    held = yield from _readable(readable)
    items = {one.id: item(one, BUILT_IN) for one in job.references}
    sent = job.sent.get(_LIBRARY, {})
    steps = _from_memory(items, sent) if held is None else plan(items, sent, held, BUILT_IN)
    result = Result(
        Road.CONNECTOR, job.collection, steps, notices=notices, library=_LIBRARY, sent=sent
    )
    if not job.apply:
        return result
    created = {step.ref: step.item for step in steps if step.action is Action.CREATE}
    failed = [(step.ref, _READ_ONLY) for step in steps if step.changes]
    written: list[str] = []
    problem = None
    try:
        if created:
            yield from _imported(job, readable, created, written, failed)
    except Stopped as stop:
        problem = stop.problem
    return replace(result, written=tuple(written), failed=tuple(failed), problem=problem)


def _readable(access: Access) -> Steps:
    """The items, where the local API gives them (Zotero 7 to 9, switched on); else `None`."""
    try:
        return (yield from access.items())
    except Stopped:
        return None


def _from_memory(items: Mapping[str, Item], sent: Mapping[str, Sent]) -> tuple[Step, ...]:
    """The plan where nothing can be read: what was sent once is not sent again."""
    steps: list[Step] = []
    for ref, mine in items.items():
        before = sent.get(ref)
        if before is None:
            steps.append(Step(ref, Action.CREATE, mine))
        elif before.item == mine:
            steps.append(Step(ref, Action.SAME, mine))
        else:
            changes = {name: it for name, it in mine.items() if before.item.get(name) != it}
            steps.append(Step(ref, Action.UPDATE, mine, changes=changes))
    return tuple(steps)


def _imported(
    job: Job,
    readable: Access,
    created: Mapping[str, Item],
    written: list[str],
    failed: list[tuple[str, str]],
) -> Steps:
    """Import a file of Zotero RDF, keep what was made, and move it into the collection."""
    folder = (yield from _folder(job.collection)) if job.collection else ""
    sent = [one for one in job.references if one.id in created]
    loose = _file(sent, "")
    # Zotero takes a session only once: made of what is sent, it is known again when the answer
    # was lost or the run was ended before it could be kept.
    session = sha256(f"{job.collection}\n{loose}".encode()).hexdigest()[:32]
    reply = yield Request(
        "zotero",
        f"/connector/import?session={session}",
        form="*/*",
        method="POST",
        headers=(("Content-Type", "application/rdf+xml"),),
        body=loose if folder or not job.collection else _file(sent, job.collection),
    )
    if isinstance(reply, Response) and "libraryEditable" in reply.body:
        raise Stopped(
            Trouble.REFUSED,
            "the library chosen in Zotero cannot be written to",
            "choose another one in its window",
        )
    missing = _not_made(sent, answered(reply))
    failed += missing
    written += [one.id for one in sent if one.id not in dict(missing)]
    made = {ref: created[ref] for ref in written}
    yield Learnt(_LIBRARY, {ref: Sent("", it) for ref, it in made.items()})
    if folder:
        yield from _moved(session, folder, job.collection)
    held: Sequence[Held] = (yield from _readable(readable)) or ()
    keys = {ref: Sent(it.key, made[ref], it.version) for ref, it in twins(made, held).items()}
    yield Learnt(_LIBRARY, keys)


def _folder(name: str) -> Steps:
    """The target of the collection of that name; "" where there is none."""
    reply = yield posting("/connector/getSelectedCollection", {})
    targets = [mapping(one) for one in listing(mapping(answered(reply).data).get("targets"))]
    return chosen(
        [
            Folder(str(one.get("id")), str(one.get("name")), int(one.get("level") or 0))
            for one in targets
            if str(one.get("id", "")).startswith("C")
        ],
        name,
    )


def _moved(session: str, folder: str, name: str) -> Steps:
    body: Item = {"sessionID": session, "target": folder, "tags": [], "note": ""}
    answer = answered((yield posting("/connector/updateSession", body)))
    if answer.status != OK:
        raise Stopped(
            Trouble.REFUSED,
            f'Zotero did not put the new items into "{name}": {told(answer)}',
            "they are where its window stood: move them there",
        )


def _file(references: Sequence[Reference], collection: str) -> str:
    """Zotero RDF; a collection that is not there yet is made by the file itself."""
    from ifnlit.formats.format import Flavour
    from ifnlit.formats.zotero_rdf import document

    return document(references, Flavour("zotero"), collection=collection)


def _not_made(sent: Sequence[Reference], answer: Response) -> list[tuple[str, str]]:
    """What the answer's items leave out; a session that was used before went through."""
    if answer.status == _CONFLICT:
        return []
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
    return missing if len(missing) > len(titles) else []


def _plain(title: object) -> str:
    return "".join(letter for letter in str(title or "").casefold() if letter.isalnum())
