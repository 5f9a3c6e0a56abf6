"""The records of `refs.yaml` as text: where each stands, and where an edit of it goes.

Marks of composed nodes say which slice of the text a value is (ARCHITECTURE, 9).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ifnlit.errors import SpliceFault
from ifnlit.store.yaml_node import compose

if TYPE_CHECKING:
    from ifnlit.store.yaml_node import Node

Data = list[dict[str, object]]
_ANCHOR = re.compile(r"[:\-\[{,]\s*&\w")


@dataclass(frozen=True, slots=True)
class Slice:
    """What replaces `text[start:end]`."""

    start: int
    end: int
    text: str


def pieces(text: str) -> dict[str, tuple[int, str]]:
    """The text of each record of a block list with its offset, by id.

    The exact loader is slow: it then reads only the records that change. Empty for a list whose
    records do not begin lines of their own, or that shares nodes between them by aliases.
    """
    items, flow = items_of(_composed(text))
    if flow or not items or _ANCHOR.search(text):
        return {}
    line_starts = [0, *(found.end() for found in re.finditer(r"\r\n?|\n", text))]
    starts = [line_starts[item.start_mark.line] for item in items]
    if len(set(starts)) < len(starts):
        return {}
    found: dict[str, tuple[int, str]] = {}
    for item, start, end in zip(items, starts, [*starts[1:], len(text)], strict=True):
        pair = pair_of(item, "id")
        if pair is not None and text[start:end].lstrip(" ").startswith("-"):
            found.setdefault(str(pair[1].value), (start, text[start:end]))
    return found


def items_of(root: Node | None) -> tuple[list[Node], bool]:
    """The nodes of the records, and whether their list is in flow style."""
    listing = root
    if root is not None and root.id == "mapping":
        pair = pair_of(root, "references")
        listing = pair[1] if pair else None
    if listing is None or listing.id != "sequence":
        return [], False
    return cast("list[Node]", listing.value), bool(listing.flow_style)


def data_of(text: str) -> Data:
    """The records as plain data, by the loader that `refs_yaml` uses; raises `SpliceFault`."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        loaded: object = yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise _breaking(error) from None
    found = (
        cast("dict[str, object]", loaded).get("references") if isinstance(loaded, dict) else loaded
    )
    return cast("Data", found) if isinstance(found, list) else []


def _composed(text: str, *, exact_marks: bool = False) -> Node | None:
    """The nodes of the text, which edits before this one may have broken."""
    import yaml

    try:
        return compose(text, exact_marks=exact_marks)
    except yaml.YAMLError as error:
        raise _breaking(error) from None


def _breaking(error: Exception) -> SpliceFault:
    told = str(getattr(error, "problem", error))
    return SpliceFault(f"the edit would break the file: {told}", hint="edit by hand")


def record_of(text: str, key: str) -> Node:
    """The node of the record `key`, with exact marks; raises `SpliceFault` when there is none."""
    for item in items_of(_composed(text, exact_marks=True))[0]:
        pair = pair_of(item, "id")
        if pair is not None and pair[1].value == key:
            return item
    raise SpliceFault(f'no record has the id "{key}"', hint="see ifnlit list")


def pair_of(node: Node, name: str) -> tuple[Node, Node] | None:
    """The nodes of a key of a map and of its value; `None` when it is not there."""
    if node.id != "mapping":
        return None
    pairs = cast("list[tuple[Node, Node]]", node.value)
    return next(((key, value) for key, value in pairs if key.value == name), None)


def added(text: str, parent: Node, name: str, value: str) -> Slice:
    """The slice that gives a map one more pair; `value` is YAML text."""
    pairs = cast("list[tuple[Node, Node]]", parent.value)
    if parent.flow_style:
        at = pairs[-1][1].end_mark.index if pairs else parent.start_mark.index + 1
        return Slice(at, at, f"{', ' if pairs else ''}{name}: {value}")
    # Before `custom`, which closes a record; else after the last pair.
    indent = pairs[0][0].start_mark.column
    custom = next((key for key, _ in pairs[1:] if key.value == "custom"), None)
    end = "\r\n" if "\r\n" in text else "\n"
    if custom is not None:
        at = text.rfind("\n", 0, custom.start_mark.index) + 1
    else:
        at = block_end(text, pairs[-1][1], indent)
        if text[at - 1 : at] != "\n":
            return Slice(at, at, f"{end}{' ' * indent}{name}: {value}")
    return Slice(at, at, f"{' ' * indent}{name}: {value}{end}")


def block_end(text: str, node: Node, indent: int) -> int:
    """Where the lines of a value end: before the first line that belongs to something else."""
    content = text[node.start_mark.index : node.end_mark.index].rstrip()
    at = _next_line(text, node.start_mark.index + len(content))
    while at < len(text):
        after = _next_line(text, at)
        line = text[at:after]
        bare = line.strip()
        if not bare or bare.startswith("#") or len(line) - len(line.lstrip()) <= indent:
            break
        at = after
    return at


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1
