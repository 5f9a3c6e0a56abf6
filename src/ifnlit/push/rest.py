"""Push over the REST API: read what is there, plan, write in batches, note what is done.

Sources: ZOTERO_PUSH 4 to 6. A batch of new items carries a write token: when an answer is lost
and the batch is sent again, Zotero says that the token was used, and the items are looked up
instead of being doubled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

from ifnlit.push.access import OK, TOO_LARGE, Stale, is_used_token, report, told
from ifnlit.push.folder import Folder, chosen
from ifnlit.push.item import Item, item
from ifnlit.push.job import Learnt, Result, Stopped, Trouble
from ifnlit.push.plan import Action, Held, Sent, Step, known, plan, settled
from ifnlit.push.schema import BUILT_IN, Schema, schema_of, template_of
from ifnlit.push.told import mapping
from ifnlit.push.twin import twins

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from ifnlit.model.exchange import Reply, Request, Response
    from ifnlit.model.reference import Reference
    from ifnlit.push.access import Access
    from ifnlit.push.job import Job
    from ifnlit.push.schema import ItemType

    Steps = Generator[Request | Learnt, Reply | None, Any]
    Work = tuple[Step, Item]  # a step, and the object to send for it

_BATCH = 50  # objects a request; the most that either API takes
_MOST_ROUNDS = 3  # of a push into a library that others change meanwhile


@dataclass(frozen=True, slots=True)
class _Push:
    """One push under way: what is to be there, what was sent, what came of it so far."""

    job: Job
    access: Access
    schema: Schema
    items: Mapping[str, Item]
    sent: dict[str, Sent]
    outcomes: dict[str, str]  # citation key -> why it was not written; "" where it was

    @property
    def learnt(self) -> Learnt:
        """What is known by now, to be kept."""
        return Learnt(self.access.library, dict(self.sent))


def synced(job: Job, access: Access) -> Steps:
    """Read what is there, plan, and with `job.apply` write; gives a `Result`."""
    held = yield from access.items()
    schema = yield from _schema(access, job.references)
    items = {one.id: item(one, schema) for one in job.references}
    push = _Push(job, access, schema, items, known(job.sent, access.library, items, held), {})
    for _ in range(_MOST_ROUNDS):
        try:
            return (yield from _round(push, held))
        except Stale:
            held = yield from access.items()
    raise Stopped(Trouble.UNREACHED, "others are changing this library", "push again later")


def _round(push: _Push, held: Sequence[Held]) -> Steps:
    """Plan and write; raises `Stale` where the library is no longer as it was read."""
    steps = plan(push.items, push.sent, held, push.schema)
    folder = yield from _folder(push, steps)
    problem = None
    before = dict(push.sent)
    if push.job.apply:
        push.sent.update(settled(steps, push.sent))
        try:
            yield push.learnt
            yield from _written(push, steps, folder)
        except Stopped as stop:
            problem = stop.problem
    by_key = {one.key: one.item for one in held}
    return Result(
        push.access.road,
        push.job.collection,
        steps,
        written=tuple(ref for ref, why in push.outcomes.items() if not why),
        failed=tuple((ref, why) for ref, why in push.outcomes.items() if why),
        problem=problem,
        library=push.access.library,
        sent=before,
        held={ref: by_key[it.key] for ref, it in before.items() if it.key in by_key},
    )


def _schema(access: Access, references: Sequence[Reference]) -> Steps:
    """What the types have, from whichever of the two answers Zotero gives."""
    answer = yield from access.get(f"{access.root}/schema")
    found = schema_of(answer.data) if answer.status == OK else None
    if found is not None:
        return found
    types: dict[str, ItemType] = {}
    for name in sorted({str(item(one, BUILT_IN)["itemType"]) for one in references}):
        answer = yield from access.get(f"{access.root}/items/new?itemType={quote(name)}")
        template = template_of(answer.data) if answer.status == OK else None
        if template is not None:
            types[name] = template
    return Schema(types)


def _folder(push: _Push, steps: Sequence[Step]) -> Steps:
    """The key of the collection that new items go into; "" for none, or one to be made."""
    name = push.job.collection
    if not name or all(step.action is not Action.CREATE for step in steps):
        return ""
    found: list[Folder] = []
    for entry in (yield from push.access.listed("collections")):
        data = mapping(mapping(entry).get("data"))
        if not data.get("deleted"):
            key, is_inside = str(mapping(entry).get("key")), bool(data.get("parentCollection"))
            found.append(Folder(key, str(data.get("name")), int(is_inside)))
    return chosen(found, name)


def _written(push: _Push, steps: Sequence[Step], folder: str) -> Steps:
    created = [step for step in steps if step.action is Action.CREATE]
    if push.job.collection and created and not folder:
        folder = yield from _made(push)
    keywords = {one.id: one.keyword for one in push.job.references}
    new = [(step, _new(step, folder, keywords[step.ref])) for step in created]
    changed = [(step, _patch(step)) for step in steps if step.changes]
    for work, write in ((new, _create), (changed, _update)):
        for at in range(0, len(work), _BATCH):
            yield from write(push, work[at : at + _BATCH])


def _made(push: _Push) -> Steps:
    """The key of a new collection; raises `Stale` where an answer was lost that told it."""
    name = push.job.collection
    answer = yield from push.access.create(
        "collections", [{"name": name, "parentCollection": False}]
    )
    if is_used_token(answer):
        raise Stale
    key = report(answer).keys.get(0)
    if key is None:
        message = f'the collection "{name}" cannot be made: {told(answer)}'
        raise Stopped(Trouble.REFUSED, message)
    return key


def _create(push: _Push, batch: list[Work]) -> Steps:
    """Send new items, and keep their keys."""
    answer = yield from push.access.create("items", [body for _, body in batch])
    if is_used_token(answer):
        yield from _found_again(push, batch)
    elif answer.status == TOO_LARGE and len(batch) > 1:
        yield from _halved(_create, push, batch)
    else:
        yield from _kept(push, answer, {step.ref: step.item for step, _ in batch})


def _update(push: _Push, batch: list[Work]) -> Steps:
    """Send changed fields; what is left out of an object stays as it is (PATCH semantics)."""
    answer = yield from push.access.post("items", [body for _, body in batch])
    if answer.status == TOO_LARGE and len(batch) > 1:
        yield from _halved(_update, push, batch)
    else:
        now = {
            step.ref: {
                **push.sent[step.ref].item,
                **{it: step.item.get(it, "") for it in step.changes},
            }
            for step, _ in batch
        }
        yield from _kept(push, answer, now)


def _halved(write: Callable[[_Push, list[Work]], Steps], push: _Push, batch: list[Work]) -> Steps:
    half = len(batch) // 2
    yield from write(push, batch[:half])
    yield from write(push, batch[half:])


def _kept(push: _Push, answer: Response, items: Mapping[str, Item]) -> Steps:
    """Take in what became of a batch, in the order it was sent in."""
    found = report(answer)
    silent = f"Zotero did not say what became of it: {told(answer)}"
    for index, (ref, now) in enumerate(items.items()):
        key = found.keys.get(index)
        push.outcomes[ref] = found.failures.get(index, silent) if key is None else ""
        if key is not None:
            push.sent[ref] = Sent(key, now, found.versions.get(index, 0))
    yield push.learnt


def _found_again(push: _Push, batch: list[Work]) -> Steps:
    """Look up the items of a batch that went through before."""
    held = yield from push.access.items()
    ours = {it.key for it in push.sent.values()}
    others = [one for one in held if one.key not in ours]
    found = twins({step.ref: step.item for step, _ in batch}, others)
    missing = "Zotero says that it was sent within the last 12 hours, but does not hold it"
    for step, _ in batch:
        twin = found.get(step.ref)
        push.outcomes[step.ref] = "" if twin else missing
        if twin is not None:
            push.sent[step.ref] = Sent(twin.key, step.item, twin.version)
    yield push.learnt


def _new(step: Step, folder: str, keywords: str) -> Item:
    words = dict.fromkeys(word.strip() for word in keywords.split(","))
    tags = [{"tag": word} for word in words if word]
    return {
        **step.item, "tags": tags, "collections": [folder] if folder else [], "relations": {},
    }  # fmt: skip


def _patch(step: Step) -> Item:
    held = cast("Held", step.held)
    return {"key": held.key, "version": held.version, **step.changes}
