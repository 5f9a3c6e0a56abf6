"""Which of Zotero's collections a name means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.push.job import Stopped, Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Folder:
    """A collection: its key, its name, and how deep it lies."""

    key: str
    name: str
    depth: int = 0


def chosen(folders: Sequence[Folder], name: str) -> str:
    """The key of the outermost collection of that name, or with that key; "" for none.

    Raises `Stopped` where several lie equally deep: nothing says which is meant.
    """
    if any(one.key == name for one in folders):
        return name
    named = [one for one in folders if one.name == name]
    outermost = [one.key for one in named if one.depth == min(it.depth for it in named)]
    if len(outermost) > 1:
        raise Stopped(
            Trouble.REFUSED,
            f'{len(outermost)} collections of Zotero are named "{name}"',
            f"give the key of one instead: {', '.join(outermost)}",
        )
    return outermost[0] if outermost else ""
