"""Fixes put into the file that holds the references, as text, each proved before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.errors import IfnlitError, SpliceFault, UsageFault

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
    from ifnlit.store.library import read_library

    if not one.library.path:
        raise UsageFault("the packaged library cannot be mended", hint="name a library with -L")
    made = 0
    refused: dict[str, str] = {}
    for _ in range(_ROUNDS):
        text = one.text
        fixes = list(_fixes(judged(one, asked).findings, unsafe=unsafe))
        for finding, edits in fixes:
            name = f"{finding.ref}: {finding.rule}"
            try:
                text = _edited(text, one.library, edits)
                made += 1
            except SpliceFault as fault:
                refused[name] = f"{name} cannot be mended here: {fault.message}"
        if text == one.text:
            break
        one = Loaded(read_library(text, one.library.location), text)
    return Mended(one, made, tuple(refused.values()))


def write(one: Loaded) -> None:
    """Put the text into its file, in the encoding that the file has."""
    from ifnlit.store.text import read_bytes, write_atomic

    old = read_bytes(one.library.path)
    marks = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
    mark = next((it for it in marks if old.startswith(it)), b"")
    write_atomic(one.library.path, mark + one.text.encode(marks.get(mark, "utf-8")))


def difference(before: Loaded, after: Loaded) -> str:
    """The change as a unified diff; "" for none."""
    from difflib import unified_diff

    path = before.library.path
    lines = unified_diff(
        before.text.splitlines(keepends=True),
        after.text.splitlines(keepends=True),
        f"a/{path}",
        f"b/{path}",
    )
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


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


def _edited(text: str, library: Library, edits: Sequence[Edit]) -> str:
    """The text with the edits made, proved by reading it again; raises `SpliceFault`."""
    if library.format == "csl-yaml":
        from ifnlit.store import splice

        return splice.edited(
            text, [splice.Edit(edit.ref, edit.variable, edit.after) for edit in edits]
        )
    for edit in edits:
        text = _replaced(text, library, edit)
    return text


def _replaced(text: str, library: Library, edit: Edit) -> str:
    """One value of a .bib, .ris or CSL-JSON file replaced where it stands."""
    from ifnlit.store.library import read_library

    try:
        now = read_library(text, library.location)
    except IfnlitError as error:
        raise SpliceFault(error.message) from None
    at = next((i for i, one in enumerate(now.references) if one.id == edit.ref), -1)
    place = now.places.get((at, edit.variable)) or now.places.get(
        (at, edit.variable.partition("[")[0])
    )
    if place is None or not edit.before:
        raise SpliceFault("the file does not show where the value stands")
    start = _offset(text, place.line, place.column)
    found = text.find(edit.before, start, start + _NEAR + len(edit.before))
    if found < 0:
        raise SpliceFault("the value is written in another form there")
    new = text[:found] + edit.after + text[found + len(edit.before) :]
    if not _is_proved(now, read_library(new, library.location), at, edit):
        raise SpliceFault("the edit would change something else as well")
    return new


_NEAR = 4  # characters between a place and its value: a brace, a quote, a blank


def _offset(text: str, line: int, column: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.index("\n", at) + 1
    return at + max(column - 1, 0)


def _is_proved(before: Library, after: Library, at: int, edit: Edit) -> bool:
    """Whether nothing but the record at `at` differs, and there nothing but the edited variable."""
    from ifnlit.formats.csl import to_csl

    if len(before.references) != len(after.references):
        return False
    pairs = zip(before.references, after.references, strict=True)
    if any(old != new for i, (old, new) in enumerate(pairs) if i != at):
        return False
    ours, theirs = to_csl(before.references[at]), to_csl(after.references[at])
    changed = {name for name in {*ours, *theirs} if ours.get(name) != theirs.get(name)}
    return changed <= {edit.variable.partition("[")[0]}
