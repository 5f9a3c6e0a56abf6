"""One entry as it stands in a file, and what it has from others by `crossref` and `xdata`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ifnlit.formats.bib_read_values import Value

# What a child has from its parent under another name (BibLaTeX manual, appendix B).
_RENAMED = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_JOURNAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_PARENTS = {
    **dict.fromkeys(
        """book collection proceedings reference mvbook mvcollection mvproceedings mvreference
        booklet""".split(),
        _RENAMED,
    ),
    "periodical": _JOURNAL,
}
_NOT_INHERITED = frozenset(
    """crossref xref xdata ids entryset entrysubtype related relatedtype relatedstring
    relatedoptions execute label options presort shorthand sortkey sortname sorttitle shorttitle
    shortauthor shorteditor keywords key file groups abstract note annote comment doi eprint
    eprinttype pages pagetotal""".split()
)
_KEYS = re.compile(r"\s*,\s*")


@dataclass(slots=True)
class Entry:
    """Type and field names in lower case; `at` is the offset of the `@`.

    `own` are the names of the fields that it does not have from others; `before` and `after` are
    comments and the like around it.
    """

    kind: str
    key: str
    at: int
    fields: dict[str, Value] = field(default_factory=dict[str, "Value"])
    before: str = ""
    after: str = ""
    given: frozenset[str] = frozenset()


class Keys:
    """Entries by key: the first that has it as written, else in other case, as BibTeX compares."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._exact: dict[str, Entry] = {}
        self._folded: dict[str, Entry] = {}
        for entry in entries:
            self._exact.setdefault(entry.key, entry)
            self._folded.setdefault(entry.key.casefold(), entry)

    def entry(self, key: str) -> Entry | None:
        """The entry that a key stands for."""
        return self._exact.get(key) or self._folded.get(key.casefold())


class Teller(Protocol):
    """Adds a finding: rule, message, offset, id of the reference, what to do."""

    def __call__(self, rule: str, message: str, at: int, ref: str, hint: str) -> None: ...


def inherited(entry: Entry, by_key: Keys, tell: Teller) -> Entry:
    """The entry with what it has from others; its own fields come first."""
    if "crossref" not in entry.fields and "xdata" not in entry.fields:
        return entry
    fields = dict(entry.fields)
    for name in ("xdata", "crossref"):
        _add(entry, name, fields, by_key, tell)
    given = frozenset(name for name in fields if name not in entry.fields)
    return replace(entry, fields=fields, given=given)


def _add(
    entry: Entry,
    name: str,
    fields: dict[str, Value],
    by_key: Keys,
    tell: Teller,
) -> None:
    """Add to `fields` what the entry has through one field, and its parents in turn."""
    seen = {entry.key.casefold()}
    waiting = [(key, name) for key in _keys(entry, name)]
    while waiting:
        key, through = waiting.pop(0)
        if key.casefold() in seen:
            continue
        seen.add(key.casefold())
        parent = by_key.entry(key)
        if parent is None:
            tell(
                "missing-parent",
                f'{through}: no entry has the key "{key}"',
                entry.fields[name].at,
                entry.key,
                "add that entry, or copy its fields into this one",
            )
            continue
        names = _PARENTS.get(parent.kind, {}) if through == "crossref" else {}
        for field_name, value in parent.fields.items():
            if through == "xdata" or field_name not in _NOT_INHERITED:
                fields.setdefault(names.get(field_name, field_name), value)
        waiting.extend((more, "xdata") for more in _keys(parent, "xdata"))
        waiting.extend((more, "crossref") for more in _keys(parent, "crossref"))


def _keys(entry: Entry, name: str) -> list[str]:
    value = entry.fields.get(name)
    return [key for key in _KEYS.split(value.latex.strip()) if key] if value else []
