"""Bring edits made in Zotero back into the library."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ifnlit.app.zotero import Pushed, Target, push
from ifnlit.errors import SpliceFault, UsageFault
from ifnlit.push.job import Road
from ifnlit.push.plan import Action, Sent
from ifnlit.push.pull import changes
from ifnlit.report.difference import difference
from ifnlit.store import sync
from ifnlit.store.splice import Edit, edited
from ifnlit.store.text import read_text, rewrite

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ifnlit.model.reference import Reference
    from ifnlit.push.job import Result
    from ifnlit.push.pull import Change
    from ifnlit.store.config import Setting
    from ifnlit.store.library import Library


@dataclass(frozen=True, slots=True)
class Pulled:
    """Edits found in Zotero: the library's text before and after, and what needs a hand."""

    pushed: Pushed
    before: str = ""
    after: str = ""
    hints: tuple[str, ...] = ()

    def diff(self, path: str) -> str:
        """The edits as a unified diff of the library's file; "" for none."""
        return difference(self.before, self.after, path)


def pull(
    library: Library,
    references: Sequence[Reference],
    target: Target,
    *,
    settings: Mapping[str, Setting],
    apply: bool,
    wait: Callable[[float], None] | None = None,
) -> Pulled:
    """What was edited in Zotero since the last push, put into the library with `apply`.

    Raises `UsageFault` for a library that is not a `refs.yaml`.
    """
    if not library.path or library.format != "csl-yaml":
        raise UsageFault("edits are pulled into a refs.yaml only", hint="make one with ifnlit init")
    pushed = push(library, references, target, settings=settings, apply=False, wait=wait)
    result = pushed.result
    found = changes(references, result.sent, result.held)
    text = read_text(library.path)
    after, found = _put_in(text, found)
    hints = [f"{one.ref}: {one.variable}: {one.hint}" for one in found if one.hint]
    hints += [
        f"{step.ref}: deleted in Zotero: kept here"
        for step in result.steps
        if step.action is Action.GONE
    ]
    if result.road is Road.CONNECTOR:
        hints.append("edits cannot be read from this Zotero: Zotero 10 or --to web can")
    if apply and after != text:
        rewrite(library.path, text, after)
        by_hand = {(it.ref, it.field) for it in found if it.hint}
        _agree(library, settings, result, {(it.ref, it.field) for it in found} - by_hand)
    return Pulled(pushed, text, after, tuple(hints))


def _put_in(text: str, found: tuple[Change, ...]) -> tuple[str, tuple[Change, ...]]:
    """The text with the changes made; those that it takes by hand only come back with a hint."""

    def edits(changes: Iterable[Change]) -> list[Edit]:
        return [Edit(one.ref, one.variable, one.value) for one in changes if not one.hint]

    try:
        return edited(text, edits(found)), found
    except SpliceFault:
        told: list[Change] = []
        for one in found:
            try:
                text = edited(text, edits([one]))
                told.append(one)
            except SpliceFault as fault:
                told.append(replace(one, hint=f"set it to {one.value!r} by hand: {fault.hint}"))
        return text, tuple(told)


def _agree(
    library: Library,
    settings: Mapping[str, Setting],
    result: Result,
    fields: set[tuple[str, str]],
) -> None:
    """What was taken over is what both sides say now."""
    found = sync.sync_files(library.path, str(settings["check.cache"].value))
    parts = sync.read(found)
    sent = {**parts.get(result.library, {})}
    for ref, name in fields:
        before = sent.get(ref, result.sent[ref])
        theirs = result.held[ref].get(name, "")
        sent[ref] = Sent(before.key, {**before.item, name: theirs}, before.version)
    sync.write(found, {**parts, result.library: sent})
