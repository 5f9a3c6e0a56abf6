"""What a push came to, for a person and for machines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ifnlit.push.job import Road
from ifnlit.push.plan import Action

if TYPE_CHECKING:
    from ifnlit.app.zotero import Pushed
    from ifnlit.push.job import Result


def way(result: Result) -> str:
    """How Zotero is reached, which library of it, and where new items go."""
    where = f", {result.library.partition(':')[2]}" if result.road is Road.WEB else ""
    into = f'; new items go into "{result.target}"' if result.target else ""
    return f"Zotero is reached by its {result.road}{where}{into}"


def rows(pushed: Pushed) -> list[tuple[str, str, str]]:
    """(action, key, what) of every reference that is not the same on both sides."""
    failed = dict(pushed.result.failed)
    found: list[tuple[str, str, str]] = []
    for step in pushed.result.steps:
        if step.ref in failed:
            found.append(("failed", step.ref, failed[step.ref]))
        elif step.action is not Action.SAME:
            found.append((step.action.value, step.ref, ", ".join(step.changes)))
        found.extend(
            ("", "", f"{clash.field}: ours {clash.ours!r}, in Zotero {clash.theirs!r}")
            for clash in step.conflicts
        )
    return found


def summary(pushed: Pushed) -> str:
    """One line: how many of what, and what to do."""
    result = pushed.result
    counts = Counter(step.action.value for step in result.steps)
    told = ", ".join(f"{number} {action}" for action, number in sorted(counts.items()))
    text = f"{len(result.steps)} references: {told or 'nothing'}"
    if pushed.applied:
        return f"{text}; {len(result.written)} written, {len(result.failed)} failed"
    todo = counts[Action.CREATE.value] + sum(bool(step.changes) for step in result.steps)
    return f"{text}; nothing was written" + ("; run again with --yes" if todo else "")


def machine_form(pushed: Pushed) -> dict[str, object]:
    """The same for machines."""
    result = pushed.result
    problem = result.problem
    return {
        "schema": "ifnlit-zotero/1",
        "road": result.road.value if result.road else None,
        "collection": result.target or None,
        "applied": pushed.applied,
        "steps": [
            {
                "key": step.ref,
                "action": step.action.value,
                "fields": sorted(step.changes),
                "conflicts": [
                    {"field": it.field, "ours": it.ours, "theirs": it.theirs}
                    for it in step.conflicts
                ],
            }
            for step in result.steps
        ],
        "written": list(result.written),
        "failed": [{"key": ref, "message": told} for ref, told in result.failed],
        "notices": list(result.notices),
        "problem": {"kind": problem.trouble.value, "message": problem.message, "hint": problem.hint}
        if problem
        else None,
    }
