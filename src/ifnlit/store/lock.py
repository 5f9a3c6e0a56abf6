"""`refs.lock.json`: what the registries said of each reference, and when.

One entry a reference, sorted, without a time of day, so that it diffs and merges well. `of` is a
hash of the fields that were compared: a changed record makes its entry stale. Only evidence is
kept: what could not be checked leaves the old entry alone.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, cast

from ifnlit.errors import UnreadableInput
from ifnlit.model.date import edtf
from ifnlit.model.finding import Place
from ifnlit.model.frozen import dataclass
from ifnlit.store.beside import put
from ifnlit.store.lock_entry import decoded, encoded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ifnlit.model.date import Date
    from ifnlit.model.reference import Reference
    from ifnlit.model.verdict import Settled
    from ifnlit.store.beside import Files

VERSION = 1
_LIBRARIES = (".yaml", ".yml", ".bib", ".ris", ".json")
_WIDTH = 100  # columns that a value may take on one line
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
# What is compared or asked by; anything else may change without a new question.
_ASKED_BY = (
    """type title title_short author et_al editor container_title container_title_short issued
    volume issue page number publisher genre status doi issn isbn arxiv pmid"""
).split()


@dataclass(frozen=True, slots=True)
class Entry:
    """The evidence on one reference: what it was of, and the verdict."""

    of: str
    settled: Settled
    asked: Date


def read(found: Files) -> dict[str, Entry]:
    """The entries by key, of both files the later; raises `UnreadableInput` for a broken one."""
    entries = _read(found.beside)
    for key, entry in _read(found.cached).items():
        if key not in entries or str(entries[key].asked) < str(entry.asked):
            entries[key] = entry
    return entries


def write(found: Files, entries: Mapping[str, Entry]) -> str:
    """Put the entries beside the library, or into the cache where one may not; the path.

    Raises `UnreadableInput` when neither can be.
    """
    return put(found, written(entries).encode())


def is_owned_alone(library: str) -> bool:
    """Whether no other library of that name stands beside, with its evidence in the same file."""
    stem, ending = os.path.splitext(library)
    return not any(os.path.exists(stem + other) for other in _LIBRARIES if other != ending.lower())


def written(entries: Mapping[str, Entry]) -> str:
    """The text of a lock file: sorted, short values on one line, a line end at the end."""
    references = {
        key: {"of": entries[key].of, **encoded(entries[key].settled)} for key in sorted(entries)
    }
    return _laid_out({"references": references, "version": VERSION}, "") + "\n"


def fingerprint(reference: Reference) -> str:
    """A hash of what is compared and asked by."""
    import hashlib

    values = {name: str(getattr(reference, name)) for name in _ASKED_BY}
    if not reference.doi:  # then the address or the note may be where it is recorded
        fields = {"url": reference.url, "note": reference.note}
        values |= {name: value for name, value in fields.items() if "doi" in value.casefold()}
    text = json.dumps(values, ensure_ascii=False, sort_keys=True)
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _read(path: str) -> dict[str, Entry]:
    from ifnlit.store.text import read_text

    if not path or not os.path.exists(path):
        return {}
    document = _document(read_text(path), path)
    version = document.get("version")
    if version != VERSION:
        raise UnreadableInput(
            f"a lock file of version {json.dumps(version)}; this ifnlit knows {VERSION}",
            place=Place(path),
            hint="use the ifnlit that wrote it, or delete it and run ifnlit check",
        )
    references = document.get("references")
    if not isinstance(references, dict):
        raise _broken(path, "references: must be a map")
    return {
        key: _entry(key, value, path)
        for key, value in cast("dict[str, object]", references).items()
    }


def _document(text: str, path: str) -> dict[str, object]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(_CONFLICT):
            raise UnreadableInput(
                "a merge left its conflict marks here",
                place=Place(path, number, 1),
                hint="keep either side of each conflict, then run ifnlit check",
            )
    try:
        loaded: object = json.loads(text, object_pairs_hook=_without_twins)
    except json.JSONDecodeError as error:
        place = Place(path, error.lineno, error.colno)
        raise _broken(path, f"no JSON: {error.msg}", place) from None
    except RecursionError:
        raise _broken(path, "nested too deep") from None
    except ValueError as error:
        raise _broken(path, str(error)) from None
    if not isinstance(loaded, dict):
        raise _broken(path, "a lock file is a map")
    return cast("dict[str, object]", loaded)


def _without_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twin = next(name for name in names if names.count(name) > 1)
        raise ValueError(f'"{twin}" stands in it twice')
    return found


def _entry(key: str, value: object, path: str) -> Entry:
    try:
        item = cast("dict[str, object]", value)
        settled = decoded(key, item)
        asked = min(str(it["asked"]) for it in cast("list[dict[str, object]]", item["evidence"]))
        return Entry(str(item["of"]), settled, edtf(asked))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _broken(path, f'the entry "{key}" is not as ifnlit writes it') from None


def _broken(path: str, message: str, place: Place | None = None) -> UnreadableInput:
    return UnreadableInput(
        message,
        place=place or Place(path),
        hint="delete the entry or the file, and run ifnlit check to have it written again",
    )


def _laid_out(value: object, indent: str) -> str:
    """JSON with every value on one line that fits there: a diff shows whole facts."""
    flat = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if len(indent) + len(flat) <= _WIDTH or not isinstance(value, dict | list) or not value:
        return flat
    if isinstance(value, dict) and "bearing" in value:  # a row of a comparison
        return flat
    inner = indent + "  "
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value)
        rows = [
            f"{json.dumps(key, ensure_ascii=False)}: {_laid_out(pairs[key], inner)}"
            for key in sorted(pairs)
        ]
        first, last = "{", "}"
    else:
        rows = [_laid_out(item, inner) for item in cast("list[object]", value)]
        first, last = "[", "]"
    return f"{first}\n{inner}" + f",\n{inner}".join(rows) + f"\n{indent}{last}"
