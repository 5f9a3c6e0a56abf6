"""Edit values of `refs.yaml` as text, so that comments, order and quotes of the rest survive.

The marks of the composed nodes say which slices to replace. Then the proof: the edited text, read
again, must equal the old data with those changes alone, or nothing is written (ARCHITECTURE §9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from ifnlit.errors import SpliceFault
from ifnlit.formats.yaml_text import scalar
from ifnlit.store.yaml_node import compose
from ifnlit.store.yaml_records import (
    Slice,
    added,
    block_end,
    data_of,
    items_of,
    pair_of,
    pieces,
    record_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.store.yaml_node import Node
    from ifnlit.store.yaml_records import Data

_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")
# An anchor or a tag before a value: it stays.
_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)+")
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """`variable` of the record `key` becomes `value`; `None` takes it out.

    `variable` is a CSL variable or a path in one: "DOI", "author[0].family", "custom.et-al". A
    last step that is not there is added.
    """

    key: str
    variable: str
    value: str | None

    @property
    def path(self) -> Path:
        """The steps of `variable`: names, and indices of lists."""
        found = _STEP.findall(self.variable)
        return tuple(int(index) if index else cast("str", name) for name, index in found)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with all edits made; raises `SpliceFault` when one cannot be proved.

    An edit that changes nothing leaves no trace.
    """
    old = data_of(text)
    wanted = old
    todo: list[Edit] = []
    for edit in edits:
        changed = _changed(wanted, edit)
        if changed != wanted:
            todo.append(edit)
        wanted = changed
    if wanted == old:
        return text
    at_once = _at_once(text, todo)
    if at_once is not None and _is(at_once, wanted):
        return at_once
    for edit in todo:  # edits that touch each other are made one after the other
        text = _spliced(text, [_slice(text, edit)])
    if not _is(text, wanted):
        raise _unproved(todo[0])
    return text


def append(text: str, block: str) -> str:
    """The text with a block of new records (as `csl-yaml` writes them) after the last one.

    Raises `SpliceFault` when the list is not in block style, or the result would change old data.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    items, flow = items_of(compose(text, exact_marks=True))
    if flow and items:
        raise SpliceFault("the list is written on one line", hint="write records as - id: ...")
    if items:
        head = text.rstrip() + end
        line = text.rfind("\n", 0, items[-1].start_mark.index) + 1
        indent = len(text[line:]) - len(text[line:].lstrip(" "))
    else:
        base = re.sub(r"references:\s*(\[\s*\]|null|~)?\s*\Z", "", text).rstrip()
        head = f"{base}{end}references:{end}" if base else f"references:{end}"
        indent = 2
    lines = [f"{' ' * indent}{line}" if line else "" for line in block.rstrip().split("\n")]
    longer = head + end.join(lines) + end
    old = data_of(text)
    if data_of(longer)[: len(old)] != old:
        raise SpliceFault("new records cannot be added in place", hint="add them by hand")
    return longer


def _at_once(text: str, edits: Sequence[Edit]) -> str | None:
    """All edits made on one reading of the text; `None` when two of them touch."""
    known = pieces(text)
    # Two edits of one node, by its anchor and by an alias, are one slice.
    slices = sorted({_slice(text, edit, known) for edit in edits}, key=lambda one: one.start)
    if any(a.end > b.start or a.start == b.start for a, b in pairwise(slices)):
        return None
    return _spliced(text, slices)


def _spliced(text: str, slices: Sequence[Slice]) -> str:
    for one in reversed(slices):
        text = text[: one.start] + one.text + text[one.end :]
    return text


def _slice(text: str, edit: Edit, known: dict[str, tuple[int, str]] | None = None) -> Slice:
    """The slice that makes an edit."""
    offset, piece = (pieces(text) if known is None else known).get(edit.key, (0, text))
    record = record_of(piece, edit.key)
    if edit.value is None:
        found = _removed(piece, record, edit)
    else:
        found = _set(piece, record, edit, edit.value)
    return Slice(found.start + offset, found.end + offset, found.text)


def _is(text: str, wanted: Data) -> bool:
    return data_of(text) == wanted


def _node(root: Node, path: Path) -> Node | None:
    found = root
    for step in path:
        if isinstance(step, int):
            found = cast("list[Node]", found.value)[step]
        else:
            pair = pair_of(found, step)
            if pair is None:
                return None
            found = pair[1]
    return found


def _set(text: str, record: Node, edit: Edit, value: str) -> Slice:
    path = edit.path
    node = _node(record, path)
    if node is not None:
        return _replaced(text, node, value)
    parent = _node(record, path[:-1])
    if parent is None:
        return added(text, record, str(path[0]), _nested(path[1:], value))
    return added(text, parent, str(path[-1]), scalar(value, flow=True))


def _nested(path: Path, value: str) -> str:
    inner = scalar(value, flow=True)
    for step in reversed(path):
        inner = f"{{{step}: {inner}}}"
    return inner


def _replaced(text: str, node: Node, value: str) -> Slice:
    start, end = node.start_mark.index, node.end_mark.index
    old = text[start:end]
    if getattr(node, "style", None) in {"|", ">"}:
        # The mark of a block scalar swallows the blank lines and comments after it.
        end = start + len(old.rstrip())
    lead = _PROPERTIES.match(old)
    start += lead.end() if lead else 0
    written = text[start : start + 1]
    style = written if written in {'"', "'"} else ""
    new = scalar(value, style, flow=True)
    if start == end and text[start - 1 : start] == ":":
        new = f" {new}"  # an empty value has a zero-width mark that touches the colon
    return Slice(start, end, new)


def _removed(text: str, record: Node, edit: Edit) -> Slice:
    parent = _node(record, edit.path[:-1])
    pair = pair_of(parent, str(edit.path[-1])) if parent is not None else None
    if parent is None or pair is None or parent.flow_style or len(parent.value) == 1:
        raise _unproved(edit)
    start = text.rfind("\n", 0, pair[0].start_mark.index) + 1
    if text[start : pair[0].start_mark.index].strip():  # "- id:" shares its line with the dash
        raise _unproved(edit)
    return Slice(start, block_end(text, pair[1], pair[0].start_mark.column), "")


def _changed(data: Data, edit: Edit) -> Data:
    """The data with one edit made; raises `SpliceFault` where there is no place for it."""
    from copy import deepcopy

    at = next((n for n, item in enumerate(data) if item.get("id") == edit.key), None)
    if at is None:
        raise SpliceFault(f'no record has the id "{edit.key}"', hint="see ifnlit list")
    record = deepcopy(data[at])
    holder: object = record
    *way, last = edit.path
    for step in way:
        holder = _inside(holder, step, edit)
    if not isinstance(holder, dict) or isinstance(last, int):
        raise SpliceFault(f"{edit.key}: {edit.variable} has no place", hint="edit it by hand")
    values = cast("dict[str, object]", holder)
    if edit.value is None:
        if last not in values:
            raise SpliceFault(f"{edit.key} has no {edit.variable}", hint="nothing was changed")
        del values[last]
    elif isinstance(values.get(last, ""), str):
        values[last] = edit.value
    else:
        raise SpliceFault(f"{edit.key}: {edit.variable} is not one value", hint="edit it by hand")
    return [*data[:at], record, *data[at + 1 :]]


def _inside(holder: object, step: str | int, edit: Edit) -> object:
    if isinstance(holder, dict) and isinstance(step, str):
        return cast("dict[str, object]", holder).setdefault(step, {})
    if isinstance(holder, list) and isinstance(step, int):
        items = cast("list[object]", holder)
        if step < len(items):
            return items[step]
    raise SpliceFault(f"{edit.key}: {edit.variable} has no place", hint="edit it by hand")


def _unproved(edit: Edit) -> SpliceFault:
    return SpliceFault(
        f"{edit.key}: {edit.variable} cannot be edited in place",
        hint="the value is written in a form (one line, anchor, alias, twice) that needs your hand",
    )
