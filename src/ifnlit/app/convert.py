"""Files of references from one format into another."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.app.intake import intake, named
from ifnlit.errors import UsageFault
from ifnlit.formats import FORMATS

if TYPE_CHECKING:
    from ifnlit.model.finding import Finding
    from ifnlit.model.reference import Reference

STDOUT = "-"


@dataclass(frozen=True, slots=True)
class Conversion:
    """References on their way: from what format into which, and what was found in the source."""

    references: tuple[Reference, ...]
    before: str
    after: str
    findings: tuple[Finding, ...]


def conversion(source: str, target: str, before: str = "", after: str = "") -> Conversion:
    """The references of `source`, each with a key, and the format that `target` asks for.

    The source's format is known by its content, the target's by its ending, unless they are
    named. Raises `UsageFault` when the target's cannot be known, `UnreadableInput` when nothing
    can be read.
    """
    wanted = after or format_of(target)
    found = intake(source, before)
    references, changed = named(found.references)
    return Conversion(references, found.format, wanted, found.findings + changed)


def format_of(path: str) -> str:
    """The format that a file's ending stands for; the first one that has it."""
    ending = os.path.splitext(path)[1].lower()  # noqa: PTH122  # pathlib is not needed for this
    for name in FORMATS:
        if ending and ending in FORMATS.load(name).endings:
            return name
    where = "standard output" if path == STDOUT else f'"{path}"'
    raise UsageFault(
        f"the format of {where} is not known by its ending",
        hint=f"name it with --to: {', '.join(FORMATS)}",
    )
