"""New references for a library: appended as text, nothing that is there is touched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ifnlit.app.duplicates import Known
from ifnlit.app.intake import intake, named
from ifnlit.errors import SpliceFault, UsageFault
from ifnlit.report.difference import difference

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.finding import Finding
    from ifnlit.model.reference import Reference
    from ifnlit.store.library import Library


@dataclass(frozen=True, slots=True)
class Addition:
    """What is to be added: the library's text before and after, and what is left out.

    `doubles` are (reference of the file, the one that the library or the file has already).
    """

    path: str
    before: str
    after: str
    added: tuple[Reference, ...]
    doubles: tuple[tuple[Reference, Reference], ...]
    findings: tuple[Finding, ...]

    def diff(self) -> str:
        """The change as a unified diff."""
        return difference(self.before, self.after, self.path)


def addition(library: Library, source: str, format_name: str = "") -> Addition:
    """What adding the references of `source` (a file of any format, or printed ones) changes.

    Raises `UsageFault` for a library that is no refs.yaml, `UnreadableInput` when nothing can be
    read.
    """
    from ifnlit.store.text import read_text

    _refuse(library)
    found = intake(source, format_name, printed=True)
    new, doubles = _apart(library.references, found.references)
    taken = {reference.id for reference in library.references}
    references, changed = named(_renumbered(new, library.references), taken)
    before = read_text(library.path)
    after = _appended(before, library, references)
    return Addition(library.path, before, after, references, doubles, found.findings + changed)


def write(addition: Addition) -> None:
    """Put the new text in the library's place, whole or not at all."""
    from ifnlit.store.text import rewrite

    rewrite(addition.path, addition.before, addition.after)


def _refuse(library: Library) -> None:
    if not library.path:
        raise UsageFault(
            "the packaged library cannot be added to",
            hint="make a library of your own with ifnlit init, or name one with -L",
        )
    if library.format != "csl-yaml":
        raise UsageFault(
            f'"{library.path}" is {library.format}, and only a refs.yaml can be added to',
            hint="make one of it: ifnlit convert OLD refs.yaml",
        )


def _apart(
    there: Sequence[Reference], found: Sequence[Reference]
) -> tuple[list[Reference], tuple[tuple[Reference, Reference], ...]]:
    known = Known(there)
    new: list[Reference] = []
    doubles: list[tuple[Reference, Reference]] = []
    for reference in found:
        same = known.same(reference)
        if same is not None:
            doubles.append((reference, same))
            continue
        known.add(reference)
        new.append(reference)
    return new, tuple(doubles)


def _renumbered(new: Sequence[Reference], there: Sequence[Reference]) -> list[Reference]:
    """The new ones without a number in the list that one there has: numbers name references."""
    numbers = {it.origin.n for it in there if it.origin is not None}
    found: list[Reference] = []
    for reference in new:
        origin = reference.origin
        if origin is not None and origin.n in numbers and origin.n is not None:
            reference = replace(reference, origin=replace(origin, n=None))  # noqa: PLW2901  # the same one, without its number
        found.append(reference)
    return found


def _appended(before: str, library: Library, references: Sequence[Reference]) -> str:
    from ifnlit.formats.csl_yaml import records
    from ifnlit.store.refs_yaml import read
    from ifnlit.store.splice import append

    if not references:
        return before
    after = append(before, records(references))
    if read(after, library.path).references != (*library.references, *references):
        raise SpliceFault(
            "the new records would not read back as they are",
            hint="add them by hand, and report this as CONTRIBUTING.md says",
        )
    return after
