"""What a file had that no variable holds: kept under its own name, written back.

A reader keeps it in `Reference.extra` as "<format>:<name>"; the writer of the same family writes
it again. What other families kept stays in the record and is told as a loss. A name that starts
with "@" is no field but what stood around the entry.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from ifnlit.model.reference import Reference

_NAME = re.compile(r"[A-Za-z][\w+.:-]*")


def kept_fields(reference: Reference, family: str, taken: Collection[str]) -> list[tuple[str, str]]:
    """(name, text) of what a file of this family had more; names in `taken` are left out."""
    lead = f"{family}:"
    found: list[tuple[str, str]] = []
    for name, text in reference.extra:
        bare = name.removeprefix(lead)
        if name.startswith(lead) and bare not in taken and _NAME.fullmatch(bare):
            value: object = json.loads(text)
            if isinstance(value, str):
                found.append((bare, value))
    return found


def kept_text(reference: Reference, family: str, name: str) -> str:
    """What was kept under one name; "" when nothing was."""
    text = dict(reference.extra).get(f"{family}:{name}")
    value: object = json.loads(text) if text is not None else ""
    return value if isinstance(value, str) else ""


def kept(family: str, name: str, value: str) -> tuple[str, str]:
    """The pair to put into `Reference.extra`."""
    return f"{family}:{name}", json.dumps(value, ensure_ascii=False)
