"""Add an item to a list of a record of `refs.yaml` as text, with the same proof as any edit."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from ifnlit.errors import SpliceFault
from ifnlit.formats.yaml_text import scalar
from ifnlit.store.yaml_records import added, block_end, data_of, pair_of, pieces, record_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ifnlit.store.yaml_node import Node


@dataclass(frozen=True, slots=True)
class Item:
    """A map to be appended to the list `custom.<name>` of the record `key`."""

    key: str
    name: str
    values: Mapping[str, str]


def with_items(text: str, items: Sequence[Item]) -> str:
    """The text with each item at the end of its list, which is made where there is none.

    Raises `SpliceFault` when one cannot be proved.
    """
    for item in items:
        text = _with_item(text, item)
    return text


def _with_item(text: str, item: Item) -> str:
    wanted = _wanted(data_of(text), item)
    offset, piece = pieces(text).get(item.key, (0, text))
    at, inserted = _insertion(piece, record_of(piece, item.key), item)
    at += offset
    edited = text[:at] + inserted + text[at:]
    if data_of(edited) != wanted:
        raise SpliceFault(
            f"{item.key}: custom.{item.name} cannot be added to in place",
            hint="the list is written in a form that needs your hand",
        )
    return edited


def _insertion(text: str, record: Node, item: Item) -> tuple[int, str]:
    """Where to put which text."""
    inner = ", ".join(f"{name}: {scalar(value, flow=True)}" for name, value in item.values.items())
    flow = f"{{{inner}}}"
    custom = pair_of(record, "custom")
    if custom is None:
        found = added(text, record, "custom", f"{{{item.name}: [{flow}]}}")
        return found.start, found.text
    held = pair_of(custom[1], item.name)
    if held is None:
        found = added(text, custom[1], item.name, f"[{flow}]")
        return found.start, found.text
    listed = held[1]
    nodes = cast("list[Node]", listed.value)
    if listed.flow_style:
        at = nodes[-1].end_mark.index if nodes else listed.start_mark.index + 1
        return at, f", {flow}" if nodes else flow
    # The dash of a block list stands in the column of the list itself.
    dash = listed.start_mark.column
    end = "\r\n" if "\r\n" in text else "\n"
    at = block_end(text, nodes[-1], dash)
    line = f"{' ' * dash}- {flow}"
    is_closed = text[at - 1 : at] == "\n"
    return at, f"{line}{end}" if is_closed else f"{end}{line}"


def _wanted(data: list[dict[str, object]], item: Item) -> list[dict[str, object]]:
    wanted = [deepcopy(record) for record in data]  # aliases must not be one object here
    record = next((it for it in wanted if it.get("id") == item.key), None)
    if record is None:
        raise SpliceFault(f'no record has the id "{item.key}"', hint="see ifnlit list")
    custom = record.setdefault("custom", {})
    if isinstance(custom, dict):
        listed = cast("dict[str, object]", custom).setdefault(item.name, [])
        if isinstance(listed, list):
            cast("list[object]", listed).append(dict(item.values))
            return wanted
    raise SpliceFault(f"{item.key}: custom.{item.name} is no list", hint="edit it by hand")
