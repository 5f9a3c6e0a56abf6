"""A new library out of any document: its settings, its records, the list as printed."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.app.intake import intake, named
from ifnlit.errors import UsageFault
from ifnlit.store.config import DEFAULT_REFS
from ifnlit.store.library import SETTINGS

if TYPE_CHECKING:
    from ifnlit.model.finding import Finding
    from ifnlit.model.reference import Reference

PRINTED = "refs/references.txt"
_SETTINGS = """\
# What this library belongs to, and how it is checked. "ifnlit config" shows every setting.

[review]
# title = "..."
{source}
[library]
refs = "{refs}"
{printed}"""
_HEAD = """\
# An id is pinned: it stays when its record changes. Say of a field that you correct, under custom:
#   corrections: [{field: volume, from: "21", to: "12", why: as on the title page}]
"""


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of a new library by their path, and what is told of them. Nothing is written yet.

    `doubtful` are the keys of records that a person should look at; `where` says which part of a
    paper its list is.
    """

    folder: str
    files: tuple[tuple[str, str], ...]
    references: tuple[Reference, ...]
    findings: tuple[Finding, ...]
    doubtful: tuple[str, ...]
    where: str = ""

    @property
    def library(self) -> str:
        """The path of the records."""
        return _path(self.folder, DEFAULT_REFS)


def plan(source: str, folder: str, *, format_name: str = "", engine: str = "full") -> Plan:
    """What a library of the references in `source` would be; raises `UnreadableInput`."""
    from ifnlit.formats.csl_yaml import library

    found = intake(source, format_name, printed=True, engine=engine)
    references, changed = named(found.references)
    name = "" if source == "-" else f"source = {_quoted(os.path.basename(source))}\n"  # noqa: PTH119
    printed = f'printed = "{PRINTED}"\n' if found.printed else ""
    files = [
        (SETTINGS, _SETTINGS.format(source=name, refs=DEFAULT_REFS, printed=printed)),
        (DEFAULT_REFS, _HEAD + library(references)),
    ]
    if found.printed:
        files.append((PRINTED, found.printed))
    doubtful = tuple(it.ref for it in found.findings if it.rule == "doubtful-record")
    paths = tuple((_path(folder, path), text) for path, text in files)
    return Plan(folder, paths, references, found.findings + changed, doubtful, found.where)


def write(made: Plan, *, force: bool = False) -> None:
    """Write all files of a plan, or none; raises `UsageFault` where one is there already."""
    from ifnlit.store.folder import write_all

    there = [path for path, _ in made.files if os.path.lexists(path)]
    if there and not force:
        raise UsageFault(
            f"already there, so that nothing was written: {', '.join(there)}",
            hint="name another folder with -o DIR, or overwrite with --force",
        )
    write_all([(path, text.encode()) for path, text in made.files])


def _path(folder: str, name: str) -> str:
    return os.path.normpath(os.path.join(folder, *name.split("/")))  # noqa: PTH118  # as in store


def _quoted(text: str) -> str:
    """A TOML string: JSON's rules are a subset of its."""
    return json.dumps(text, ensure_ascii=False)
