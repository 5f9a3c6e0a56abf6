"""Edit one value of `refs.yaml` as text, so that comments, order and quotes of the rest survive.

The marks of the composed nodes say which slice to replace. Then the proof: the edited text, read
again, must equal the old data with that one change, or nothing is written (ARCHITECTURE §9).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from ifnlit.errors import SpliceFault
from ifnlit.formats.yaml_text import scalar
from ifnlit.store.yaml_node import compose

if TYPE_CHECKING:
    from ifnlit.store.yaml_node import Node

_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")
Path = tuple[str | int, ...]


def set_value(text: str, key: str, variable: str, value: str) -> str:
    """The text with `variable` of the record `key` set to `value`; raises `SpliceFault`.

    `variable` is a CSL variable or a path in one: "DOI", "author[0].family", "custom.et-al". A
    last step that is not there is added; an equal value changes nothing.
    """
    path = _path(variable)
    old = _data(text)
    record = _record(text, key)
    wanted = _with(old, key, path, value)
    if wanted == old:
        return text
    edited = _edited(text, record, path, value, key)
    if _data(edited) != wanted:
        raise SpliceFault(
            f"{key}: {variable} cannot be edited in place",
            hint="the value is written in a form (anchor, alias, tag, twice) that needs your hand",
        )
    return edited


def remove_value(text: str, key: str, variable: str) -> str:
    """The text without the line(s) of `variable` of the record `key`; raises `SpliceFault`."""
    path = _path(variable)
    old = _data(text)
    parent = _node(_record(text, key), path[:-1])
    pair = _pair(parent, str(path[-1])) if parent is not None else None
    if parent is None or pair is None:
        raise SpliceFault(f"{key} has no {variable}", hint="nothing was changed")
    if parent.flow_style or len(parent.value) == 1:
        raise SpliceFault(f"{key}: {variable} cannot be taken out in place", hint="edit by hand")
    start = text.rfind("\n", 0, pair[0].start_mark.index) + 1
    indent = pair[0].start_mark.column
    if text[start : pair[0].start_mark.index].strip():  # "- id:" shares its line with the dash
        raise SpliceFault(f"{key}: {variable} opens its record", hint="edit by hand")
    edited = text[:start] + text[_block_end(text, pair[1], indent) :]
    wanted = _without(old, key, path)
    if _data(edited) != wanted:
        raise SpliceFault(f"{key}: {variable} cannot be taken out in place", hint="edit by hand")
    return edited


def append(text: str, block: str) -> str:
    """The text with a block of new records (as `csl-yaml` writes them) after the last one.

    Raises `SpliceFault` when the list is not in block style, or the result would change old data.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    root = _composed(text)
    listing = _node(root, ("references",)) if root is not None and root.id == "mapping" else root
    items = cast("list[Node]", listing.value) if listing is not None else []
    if not items:
        base = re.sub(r"references:\s*(\[\s*\]|null|~)?\s*\Z", "", text).rstrip()
        head = f"{base}{end}references:{end}" if base else f"references:{end}"
        indent = 2
    elif getattr(listing, "flow_style", False):
        raise SpliceFault("the list is written on one line", hint="write records as - id: ...")
    else:
        head = text.rstrip() + end
        line = text.rfind("\n", 0, items[-1].start_mark.index) + 1
        indent = len(text[line:]) - len(text[line:].lstrip(" "))
    lines = [f"{' ' * indent}{line}" if line else "" for line in block.rstrip().split("\n")]
    edited = head + end.join(lines) + end
    if _data(edited)[: len(items)] != _data(text):
        raise SpliceFault("new records cannot be added in place", hint="add them by hand")
    return edited


def _path(variable: str) -> Path:
    steps = [int(index) if index else cast("str", name) for name, index in _STEP.findall(variable)]
    return tuple(steps)


def _composed(text: str) -> Node | None:
    return compose(text, exact_marks=True)


def _data(text: str) -> list[dict[str, object]]:
    """The records as plain data, by the loader that `refs_yaml` uses."""
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        loaded: object = yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise SpliceFault(f"the edit would break the file: {error}", hint="edit by hand") from None
    found = (
        cast("dict[str, object]", loaded).get("references") if isinstance(loaded, dict) else loaded
    )
    return cast("list[dict[str, object]]", found) if isinstance(found, list) else []


def _record(text: str, key: str) -> Node:
    root = _composed(text)
    listing = _node(root, ("references",)) if root is not None and root.id == "mapping" else root
    for item in cast("list[Node]", listing.value if listing is not None else []):
        pair = _pair(item, "id")
        if pair is not None and pair[1].value == key:
            return item
    raise SpliceFault(f'no record has the id "{key}"', hint="see ifnlit list")


def _pair(node: Node, name: str) -> tuple[Node, Node] | None:
    if node.id != "mapping":
        return None
    pairs = cast("list[tuple[Node, Node]]", node.value)
    return next(((key, value) for key, value in pairs if key.value == name), None)


def _node(root: Node | None, path: Path) -> Node | None:
    found = root
    for step in path:
        if found is None:
            return None
        if isinstance(step, int):
            items = cast("list[Node]", found.value) if found.id == "sequence" else []
            found = items[step] if step < len(items) else None
        else:
            pair = _pair(found, step)
            found = pair[1] if pair else None
    return found


def _edited(text: str, record: Node, path: Path, value: str, key: str) -> str:
    node = _node(record, path)
    if node is not None:
        if node.id != "scalar":
            raise SpliceFault(f"{key}: {path[-1]} is not one value", hint="edit it by hand")
        return _replaced(text, node, value)
    parent = _node(record, path[:-1])
    if parent is None and len(path) > 1:
        return _added(text, record, str(path[0]), _nested(path[1:], value))
    if parent is None or parent.id != "mapping" or isinstance(path[-1], int):
        raise SpliceFault(f"{key} has no place for {path[-1]}", hint="edit it by hand")
    return _added(text, parent, str(path[-1]), scalar(value))


def _nested(path: Path, value: str) -> str:
    inner = scalar(value)
    for step in reversed(path):
        inner = f"{{{step}: {inner}}}"
    return inner


def _replaced(text: str, node: Node, value: str) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    old = text[start:end]
    if getattr(node, "style", None) in {"|", ">"}:
        # The mark of a block scalar swallows the blank lines and comments after it.
        kept = re.search(r"\n(?:[ \t]*\n)*\Z", old)
        end = start + (kept.start() if kept else len(old))
    style = '"' if old.startswith('"') else "'" if old.startswith("'") else ""
    new = scalar(value, style)
    if start == end and text[start - 1 : start] == ":":
        new = f" {new}"  # an empty value has a zero-width mark that touches the colon
    return text[:start] + new + text[end:]


def _added(text: str, parent: Node, name: str, value: str) -> str:
    pairs = cast("list[tuple[Node, Node]]", parent.value)
    if parent.flow_style:
        at = pairs[-1][1].end_mark.index if pairs else parent.start_mark.index + 1
        return f"{text[:at]}{', ' if pairs else ''}{name}: {value}{text[at:]}"
    # Before `custom`, which closes a record; else after the last pair.
    indent = pairs[0][0].start_mark.column
    custom = next((key for key, _ in pairs[1:] if key.value == "custom"), None)
    end = "\r\n" if "\r\n" in text else "\n"
    if custom is not None:
        at = text.rfind("\n", 0, custom.start_mark.index) + 1
    else:
        at = _block_end(text, pairs[-1][1], indent)
        if text[at - 1 : at] != "\n":
            return f"{text[:at]}{end}{' ' * indent}{name}: {value}{text[at:]}"
    return f"{text[:at]}{' ' * indent}{name}: {value}{end}{text[at:]}"


def _block_end(text: str, node: Node, indent: int) -> int:
    """Where the lines of a value end: before the first line that belongs to something else."""
    at = max(node.start_mark.index, _content_end(text, node))
    line_end = text.find("\n", at)
    at = len(text) if line_end < 0 else line_end + 1
    while at < len(text):
        line_end = text.find("\n", at)
        line = text[at : len(text) if line_end < 0 else line_end]
        bare = line.strip()
        if not bare or bare.startswith("#") or len(line) - len(line.lstrip()) <= indent:
            break
        at = len(text) if line_end < 0 else line_end + 1
    return at


def _content_end(text: str, node: Node) -> int:
    end = node.end_mark.index
    return node.start_mark.index + len(text[node.start_mark.index : end].rstrip())


def _with(data: list[dict[str, object]], key: str, path: Path, value: str) -> object:
    return _changed(data, key, path, lambda holder, step: _put(holder, step, value))


def _without(data: list[dict[str, object]], key: str, path: Path) -> object:
    return _changed(data, key, path, _drop)


def _changed(data: list[dict[str, object]], key: str, path: Path, change: object) -> object:
    from copy import deepcopy

    copied = deepcopy(data)
    holder: object = next((item for item in copied if item.get("id") == key), None)
    for step in path[:-1]:
        if isinstance(holder, dict):
            holder = cast("dict[str, object]", holder).setdefault(str(step), {})
        elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
            holder = cast("list[object]", holder)[step]
    if callable(change):
        change(holder, path[-1])
    return copied


def _put(holder: object, step: str | int, value: str) -> None:
    if isinstance(holder, dict):
        cast("dict[str, object]", holder)[str(step)] = value
    elif isinstance(holder, list) and isinstance(step, int) and step < len(holder):
        cast("list[object]", holder)[step] = value


def _drop(holder: object, step: str | int) -> None:
    if isinstance(holder, dict):
        cast("dict[str, object]", holder).pop(str(step), None)
