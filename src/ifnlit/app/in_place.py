"""One value of a .bib, .ris or CSL-JSON file replaced where it stands, and the proof of it.

A value is written there in the format's own way: with braces, escapes, blanks folded. So the whole
value is looked for first, then the part that changes with less and less around it. Whatever is
found is tried, and taken when the file, read again, differs in that value alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.errors import IfnlitError, SpliceFault
from ifnlit.formats.csl import to_csl
from ifnlit.store.library import read_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.model.fix import Edit
    from ifnlit.store.library import Library

_NEAR = 4  # characters between a place and its value: a brace, a quote, a blank
_AROUND = (16, 8, 3)  # characters on each side of what changes
_ROOM = 4  # times as long as the value: what braces and escapes may take


def replaced(text: str, library: Library, edit: Edit) -> str:
    """The text of the file with one value changed and proved; raises `SpliceFault`."""
    now = _read(text, library)
    at = next((i for i, one in enumerate(now.references) if one.id == edit.ref), -1)
    base = edit.variable.partition("[")[0]
    names = (edit.variable, edit.variable.partition(".")[0], base)
    place = next((it for name in names if (it := now.places.get((at, name)))), None)
    if place is None or not edit.before:
        raise SpliceFault("the file does not show where the value stands")
    start = _offset(text, place.line, place.column)
    for new in _tries(text, start, edit):
        if _is_proved(now, _read(new, library), at, edit):
            return new
    raise SpliceFault("the value is written in another form there")


def _read(text: str, library: Library) -> Library:
    try:
        return read_library(text, library.location)
    except IfnlitError as error:
        raise SpliceFault(error.message) from None


def _tries(text: str, start: int, edit: Edit) -> Iterator[str]:
    """The text with the edit made in each way that it may be written there."""
    whole = _pattern(edit.before).search(text, start)
    if whole is not None and whole.start() <= start + _NEAR:
        yield text[: whole.start()] + edit.after + text[whole.end() :]
    before, after = edit.before, edit.after
    first = _common(before, after)
    last = _common(before[first:][::-1], after[first:][::-1])
    end = len(before) - last
    for around in _AROUND:
        left, right = before[max(0, first - around) : first], before[end : end + around]
        found = _pattern(left + before[first:end] + right).search(
            text, start, start + _ROOM * len(before) + _NEAR
        )
        if found is not None:
            new = left + after[first : len(after) - last] + right
            yield text[: found.start()] + new + text[found.end() :]


def _pattern(value: str) -> re.Pattern[str]:
    """A value with any blanks and line breaks where it has a blank: formats fold them."""
    return re.compile(r"\s+".join(map(re.escape, re.split(r"\s+", value))))


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _offset(text: str, line: int, column: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.index("\n", at) + 1
    return at + max(column - 1, 0)


def _is_proved(before: Library, after: Library, at: int, edit: Edit) -> bool:
    """Whether that one value is now what it should be, and nothing else differs."""
    if len(before.references) != len(after.references):
        return False
    pairs = zip(before.references, after.references, strict=True)
    if any(old != new for i, (old, new) in enumerate(pairs) if i != at):
        return False
    base, path, _ = edit.variable.partition("[")
    ours, theirs = to_csl(before.references[at]), to_csl(after.references[at])
    value = theirs.get(base)
    is_there = edit.after in str(value) if path else value == edit.after
    changed = {name for name in {*ours, *theirs} if ours.get(name) != theirs.get(name)}
    return is_there and changed <= {base}
