"""Fixes put into the file that holds the references, as text, each proved before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.errors import SpliceFault, UsageFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ifnlit.app.lint import Choice, Loaded
    from ifnlit.model.finding import Finding
    from ifnlit.model.fix import Edit
    from ifnlit.store.library import Library

_ROUNDS = 10  # a fix may uncover another; more than a few rounds means two that undo each other


@dataclass(frozen=True, slots=True)
class Mended:
    """The library after its fixes, how many were made, and which could not be (with the reason)."""

    loaded: Loaded
    made: int
    refused: tuple[str, ...]


def mended(one: Loaded, asked: Choice, *, unsafe: bool) -> Mended:
    """The library with every fix that its findings offer; nothing is written.

    Findings are asked for again after each round, so the result needs no second run.
    """
    from ifnlit.app.lint import Loaded, judged
    from ifnlit.app.printed import PRINTED
    from ifnlit.store.library import read_library

    if not one.library.path:
        raise UsageFault("the packaged library cannot be mended", hint="name a library with -L")
    if one.library.format == PRINTED:
        raise UsageFault(
            f"{one.library.path} is a printed list, which stays as it was printed",
            hint="make a library of it with ifnlit init, and mend that",
        )
    made = 0
    refused: dict[tuple[Edit, ...], str] = {}
    for _ in range(_ROUNDS):
        found = _fixes(judged(one, asked).findings, unsafe=unsafe)
        fixes = [(it, edits) for it, edits in found if edits not in refused]
        if not fixes:
            break
        text, done = _at_once(one, [edits for _, edits in fixes])
        made += len(done)
        for finding, edits in (it for at, it in enumerate(fixes) if at not in done):
            try:
                text = _edited(text, one.library, edits)
                made += 1
            except SpliceFault as fault:
                name = f"{finding.ref}: {finding.rule}"
                refused[edits] = f"{name} cannot be mended here: {fault.message}"
        if text == one.text:
            break
        one = Loaded(read_library(text, one.library.location), text)
    return Mended(one, made, tuple(refused.values()))


def write(before: Loaded, after: Loaded) -> None:
    """Put the text into its file."""
    from ifnlit.store.text import rewrite

    rewrite(after.library.path, before.text, after.text)


def _fixes(
    findings: Sequence[Finding], *, unsafe: bool
) -> Iterator[tuple[Finding, tuple[Edit, ...]]]:
    """The fixes of one round: at most one for a value, since the second knows the old one."""
    taken: set[tuple[str, str]] = set()
    for finding in findings:
        fix = finding.fix
        if fix is None or not (fix.safe or unsafe):
            continue
        values = {(edit.ref, edit.variable) for edit in fix.edits}
        if not values & taken:
            taken |= values
            yield finding, fix.edits


def _at_once(one: Loaded, fixes: Sequence[Sequence[Edit]]) -> tuple[str, frozenset[int]]:
    """The text with the fixes that can be made together, and which: the rest needs a look each."""
    if one.library.format != "csl-yaml":
        from ifnlit.app.in_place import all_replaced

        return all_replaced(one.text, one.library, fixes)
    try:
        edits = [edit for edits in fixes for edit in edits]
        return _edited(one.text, one.library, edits), frozenset(range(len(fixes)))
    except SpliceFault:
        return one.text, frozenset()


def _edited(text: str, library: Library, edits: Sequence[Edit]) -> str:
    """The text with the edits made, proved by reading it again; raises `SpliceFault`."""
    if library.format == "csl-yaml":
        from ifnlit.store import splice

        return splice.edited(
            text, [splice.Edit(edit.ref, edit.variable, edit.after) for edit in edits]
        )
    from ifnlit.app.in_place import replaced

    for edit in edits:
        text = replaced(text, library, edit)
    return text
