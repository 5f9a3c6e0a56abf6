"""Any file that holds references as records with keys: a format of exchange, or a printed list."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ifnlit.errors import UnreadableInput, UsageFault
from ifnlit.formats import FORMATS
from ifnlit.label import keys
from ifnlit.model.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ifnlit.formats.format import Reader
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

_HEAD = 4096  # characters that formats are known by
_KEY = re.compile(r"[A-Za-z0-9][\w.:+-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file gave; `format` is a name of `FORMATS`, "" for printed references.

    `printed` is the list that printed references came from, `where` which part of a paper it is.
    """

    references: tuple[Reference, ...]
    format: str
    findings: tuple[Finding, ...] = ()
    printed: str = ""
    where: str = ""


def intake(
    path: str, format_name: str = "", *, printed: bool = False, engine: str = "full"
) -> Intake:
    """The references of a file ("-" for standard input), known by its content unless named.

    With `printed`, a text in no format is read by the parser, with the model if `engine` is
    "full". Raises `UnreadableInput` when
    nothing could be read.
    """
    from ifnlit.store.documents import is_packed
    from ifnlit.store.legacy_text import decoded_anyhow
    from ifnlit.store.text import read_bytes

    ending = os.path.splitext(path)[1].lower()  # noqa: PTH122  # pathlib is not needed for this
    data = read_bytes(path)
    if printed and not format_name and is_packed(data, ending):
        return _printed(data, path, engine)
    text, findings = decoded_anyhow(data, path)
    if not text.strip():
        raise UnreadableInput(
            "the file is empty", place=Place(path, 1, 1), hint="give a file with references in it"
        )
    name = format_name or _sniffed(text, ending, path)
    if not name and printed:
        return _printed(data, path, engine)
    if not name:
        raise UnreadableInput(
            f'"{path}" is in no format that is known by its content',
            hint=f"name it with --from ({', '.join(FORMATS)}); "
            "printed references are read by ifnlit parse",
        )
    reading = reader(name)(text, path)
    _refuse_nothing(reading, path, name)
    return Intake(reading.references, name, findings + reading.findings)


def reader(name: str) -> Reader:
    """The reader of a format; raises `UsageFault` for one that is only written."""
    if FORMATS.name(name) == "csl-yaml":
        from ifnlit.store.refs_yaml import read_others

        return read_others
    found = FORMATS.load(name).read
    if found is None:
        raise UsageFault(f"{name} is only written", hint="give a format of exchange, like ris")
    return found


def named(
    references: Sequence[Reference], taken: Collection[str] = ()
) -> tuple[tuple[Reference, ...], tuple[Finding, ...]]:
    """The references with keys of their own, and a finding for each key that was changed.

    A key stays when it is of letters, digits and marks that every format allows and nobody has
    it yet; else the reference gets one as new references do.
    """
    used = set(taken)
    kept: list[bool] = []
    for reference in references:
        fine = _KEY.fullmatch(reference.id) is not None and reference.id not in used
        kept.append(fine)
        used |= {reference.id} if fine else set()
    new = [it for it, fine in zip(references, kept, strict=True) if not fine]
    labels = iter(keys(new, used))
    found: list[Reference] = []
    findings: list[Finding] = []
    for reference, fine in zip(references, kept, strict=True):
        key = reference.id if fine else next(labels)
        if reference.id and key != reference.id:
            findings.append(_renamed(reference.id, key))
        found.append(reference if fine else replace(reference, id=key))
    return tuple(found), tuple(findings)


def _renamed(before: str, after: str) -> Finding:
    message = f'the key "{before}" is taken or has signs that formats forbid; it becomes "{after}"'
    return Finding("key-changed", message, Severity.INFO, after, "id")


def _sniffed(text: str, ending: str, path: str) -> str:
    from ifnlit.formats.foreign import foreign
    from ifnlit.formats.sniff import sniff

    head = text[:_HEAD]
    known = foreign(head)
    if known is not None:
        what, instead = known
        raise UnreadableInput(
            f'"{path}" is in {what}, which is not read', hint=f"export it as {instead}"
        )
    return sniff(head, ending) or ""


def _refuse_nothing(reading: Reading, path: str, name: str) -> None:
    """Stop where nothing could be read, with every reason."""
    if reading.references:
        return
    errors = [it for it in reading.findings if it.severity is Severity.ERROR]
    faults = [UnreadableInput(it.message, place=it.place, hint=it.hint) for it in errors]
    first, *others = faults or [
        UnreadableInput(
            f"no record in this file (read as {name})",
            place=Place(path, 1, 1),
            hint="give a file with records in it, or name its format with --from",
        )
    ]
    first.others = tuple(others)
    raise first


def _printed(data: bytes, path: str, engine: str) -> Intake:
    from ifnlit.app.parsing import DOUBTFUL, everything, printed
    from ifnlit.app.printed import listed
    from ifnlit.app.source import source_of, tagger

    source = source_of(data, path)
    opened = printed(source, tagger=tagger(engine))
    found = everything(opened)
    findings = list(found.findings)
    for item in found.items:
        findings += item.findings
        if item.confidence < DOUBTFUL:
            findings.append(
                Finding(
                    "doubtful-record",
                    f"the parser is not sure of this one ({item.confidence:.2f})",
                    Severity.WARNING,
                    item.reference.id,
                    hint=f"compare it with what is printed: ifnlit show {item.reference.id}",
                )
            )
    references = tuple(item.reference for item in found.items)
    return Intake(references, "", tuple(findings), listed(source, references), opened.where)
