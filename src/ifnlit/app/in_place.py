"""Values of a .bib, .ris or CSL-JSON file replaced where they stand, and the proof of it.

A value is written there in the format's own way: with braces, escapes, blanks folded. So the whole
value is looked for first, then the part that changes with less and less around it. Whatever is
found is tried, and taken when the file, read again, differs in that value alone.
"""

from __future__ import annotations

import json
import re
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING, Any

from ifnlit.errors import IfnlitError, SpliceFault
from ifnlit.formats.csl import to_csl
from ifnlit.formats.text_lines import Lines
from ifnlit.store.library import read_library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ifnlit.model.fix import Edit
    from ifnlit.model.reference import Reference
    from ifnlit.store.library import Library

    Slice = tuple[int, int, str]  # start, end, what comes there
    Chosen = dict[int, list[Slice]]  # the slices of each fix

_NEAR = 4  # characters between a place and its value: a brace, a quote, a blank
_AROUND = (16, 8, 3)  # characters on each side of what changes
_ROOM = 4  # times as long as the value: what braces and escapes may take
_LIST = 4000  # characters from the place of a list of names to one of them
_SAME = 20  # equal stretches that are tried: "Jones" as a family and as a given name
_PATH = re.compile(r"([\w-]+)\[(\d+)\]\.(\w+)")
# Ways to write a character: any blanks, the dashes of BibTeX, what JSON escapes.
_WAYS = {" ": r"\s+", "-": "(?:-{1,3}|\u2013)", '"': '\\\\?"'}
_FIELD = re.compile(r'[\w-]+\s*=\s*["{\s]*(?:\\url\s*\{)?\s*$|"[\w-]+"\s*:\s*$')


def replaced(text: str, library: Library, edit: Edit) -> str:
    """The text of the file with one value changed and proved; raises `SpliceFault`."""
    site = _Site(text, library)
    at = site.index(edit)
    for one in site.slices(edit):
        new = _with(text, [one])
        after = _read(new, library)
        if not site.unlike(after, {at: [edit]}):
            return new
    raise SpliceFault("the value is written in another form there")


def all_replaced(
    text: str, library: Library, fixes: Sequence[Sequence[Edit]]
) -> tuple[str, frozenset[int]]:
    """The text with as many fixes as can be made at once, and which ones; the rest needs a look.

    Each is made in its first way, and all are proved by one reading: a file of a thousand faults
    is not read a thousand times.
    """
    site = _Site(text, library)
    chosen = _apart(site, fixes)
    while chosen:
        new = _with(text, [one for slices in chosen.values() for one in slices])
        asked: dict[int, list[Edit]] = {}
        for at in chosen:
            asked.setdefault(site.index(fixes[at][0]), []).extend(fixes[at])
        try:
            wrong = site.unlike(_read(new, library), asked)
        except SpliceFault:
            break
        if not wrong:
            return new, frozenset(chosen)
        left = {at: it for at, it in chosen.items() if site.index(fixes[at][0]) not in wrong}
        if len(left) == len(chosen):  # something else differs: whose fault it is, is not known
            break
        chosen = left
    return text, frozenset()


class _Site:
    """The text of a file as it is read now, and where an edit could be made in it."""

    def __init__(self, text: str, library: Library) -> None:
        self.text = text
        self.format = library.format
        self.now = _read(text, library)
        self.lines = Lines(text)
        self._ids = {one.id: at for at, one in reversed([*enumerate(self.now.references)])}

    def index(self, edit: Edit) -> int:
        """Which reference the edit is for."""
        return self._ids.get(edit.ref, -1)

    def slices(self, edit: Edit) -> Iterator[Slice]:
        """The edit in each way that it may be written; raises `SpliceFault` without a place."""
        variable = edit.variable if edit.before else "URL"  # a new DOI comes before the address
        names = (variable, variable.partition(".")[0], variable.partition("[")[0])
        at = self.index(edit)
        place = next((it for name in names if (it := self.now.places.get((at, name)))), None)
        if place is None:
            raise SpliceFault("the file does not show where the value stands")
        start = self.lines.offset(place.line, place.column)
        return self._written(edit, start) if edit.before else self._added(edit.after, start)

    def unlike(self, after: Library, asked: dict[int, list[Edit]]) -> set[int]:
        """The references that are not as they should be after these edits."""
        if len(self.now.references) != len(after.references):
            return {-1}
        pairs = zip(self.now.references, after.references, strict=True)
        return {
            at
            for at, (old, new) in enumerate(pairs)
            if (not self._is_as_asked(old, new, asked[at]) if at in asked else old != new)
        }

    def _is_as_asked(self, old: Reference, new: Reference, edits: Sequence[Edit]) -> bool:
        found = to_csl(new)
        wanted: dict[str, Any] = deepcopy(to_csl(old))
        if old.id not in self.text:
            wanted["id"] = new.id  # made from the names and the title, not of the file
        for edit in edits:
            path = _PATH.fullmatch(edit.variable)
            if path is not None:
                wanted[path[1]][int(path[2])][path[3]] = edit.after
                continue
            wanted[edit.variable] = edit.after
            short = f"{edit.variable}-short"  # of a file that says both in one field
            if wanted.get(short) == edit.before:
                wanted[short] = found.get(short)
        return wanted == found

    def _written(self, edit: Edit, start: int) -> Iterator[Slice]:
        before, after = edit.before, edit.after
        first = _common(before, after)
        last = _common(before[first:][::-1], after[first:][::-1])
        end = len(before) - last
        middle = self._escaped(after[first : len(after) - last])
        among = _LIST if "[" in edit.variable else 0
        far = start + _ROOM * len(before) + _NEAR + among
        for around in (len(before), *_AROUND):
            left, right = before[max(0, first - around) : first], before[end : end + around]
            pattern = re.compile(
                f"({_pattern(left)})({_pattern(before[first:end])})({_pattern(right)})"
            )
            for found in islice(pattern.finditer(self.text, start, far), _SAME):
                yield found.end(1), found.start(3), middle
        # The last page, in a line of its own.
        old, new = (value.rpartition("-")[2] for value in (before, after))
        if edit.variable == "page" and self.text.startswith(old, start):
            yield start, start + len(old), new

    def _added(self, doi: str, start: int) -> Iterator[Slice]:
        """A DOI as a field of its own before that of the address."""
        line = self.text.rfind("\n", 0, start) + 1
        lead = self.text[line:start]
        ending = "\r\n" if "\r\n" in self.text else "\n"
        if self.format == "ris":
            yield line, line, f"DO  - {doi}{ending}"
        field = _FIELD.search(lead)
        if field is not None:
            blank = lead[: field.start()]
            joint = " " if blank.strip() else f"{ending}{blank}"
            written = f"doi = {{{doi}}}" if "=" in field[0] else f'"DOI": {json.dumps(doi)}'
            at = line + field.start()
            yield at, at, f"{written},{joint}"

    def _escaped(self, value: str) -> str:
        return json.dumps(value, ensure_ascii=False)[1:-1] if self.format == "csl-json" else value


def _apart(site: _Site, fixes: Sequence[Sequence[Edit]]) -> Chosen:
    """The first way of each fix, of those that do not touch each other."""
    found: Chosen = {}
    taken: set[int] = set()
    for at, edits in enumerate(fixes):
        try:
            slices = [next(iter(site.slices(edit)), None) for edit in edits]
        except SpliceFault:
            continue
        known = [one for one in slices if one is not None]
        touched = {spot for start, end, _ in known for spot in range(start, end + 1)}
        if len(known) == len(edits) and taken.isdisjoint(touched):
            taken |= touched
            found[at] = known
    return found


def _with(text: str, slices: Iterable[Slice]) -> str:
    parts: list[str] = []
    done = 0
    for start, end, new in sorted(slices):
        parts += (text[done:start], new)
        done = end
    return "".join([*parts, text[done:]])


def _read(text: str, library: Library) -> Library:
    try:
        return read_library(text, library.location)
    except IfnlitError as error:
        raise SpliceFault(error.message) from None


def _pattern(value: str) -> str:
    """A value in any of the ways that formats write it: blanks folded, dashes, escapes of JSON."""
    return "".join(map(_way, re.sub(r"\s+", " ", value)))


def _way(character: str) -> str:
    if character in _WAYS:
        return _WAYS[character]
    plain = re.escape(character)
    return plain if character.isascii() else rf"(?:{plain}|(?i:\\u{ord(character):04x}))"


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
