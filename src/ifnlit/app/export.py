"""References written in a format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.errors import UsageFault
from ifnlit.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.reference import Reference


def export(references: Sequence[Reference], format_name: str, flavour: Flavour) -> str:
    """The text of a file in that format; raises `UsageFault` for a format that is only read."""
    write = FORMATS.load(format_name).write
    if write is None:
        names = tuple(FORMATS)
        raise UsageFault(f"{format_name} is only read", hint=f"known: {', '.join(names)}")
    return write(references, flavour)
