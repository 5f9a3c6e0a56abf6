"""BibTeX and BibLaTeX files as references: the door of bibtexparser, which splits them into blocks.

A block that is broken becomes a finding with its place and what to do, and the rest is read. Macros
are replaced by what they stand for; comments, preambles and macros themselves are kept with the
reference that follows (or, at the end, with the last one) and written back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bibtexparser import model as blocks
from bibtexparser import splitter

from ifnlit.formats.bib_read_entry import Entry, Keys, inherited
from ifnlit.formats.bib_read_places import Lines, Places
from ifnlit.formats.bib_read_record import Record
from ifnlit.formats.bib_read_values import resolved
from ifnlit.formats.faults import Faults
from ifnlit.model.finding import Finding, Severity
from ifnlit.model.reading import Reading

if TYPE_CHECKING:
    from ifnlit.model.reference import Reference

# The parser tells of broken blocks in its log, which would reach the terminal: we tell ourselves.
splitter.logger.disabled = True

_STRAY = re.compile(r'[\s,]*(?:[\w-]+\s*=|[}"])')
_MISSING_COMMA = re.compile(r"([\w-]+)\s*=\s*")
_FIELD_LINE = re.compile(r"(?m)^[ \t]*([\w-]+)[ \t]*=[ \t]*")
_MARK = re.compile(r'\\.|[{}"]', re.DOTALL)
_NO_REFERENCE = frozenset({"xdata"})


def read(text: str, path: str) -> Reading:
    """The references of a .bib file, in its order; never raises."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    file = _File(plain, path)
    file.split()
    return file.reading()


class _File:
    """A file while it is read: its macros, entries and findings so far."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.lines = Lines(text, path)
        self.macros: dict[str, str] = {}
        self.entries: list[Entry] = []
        self.faults = Faults(path)
        self.between: list[str] = []  # what stood before the next entry
        self.broken = False  # whether the block before was, so that its remains are no comment

    def split(self) -> None:
        """Take each block in its order."""
        at = 0
        for block in splitter.Splitter(self.text).split().blocks:
            raw = block.raw or ""
            start = self.text.find(raw, at)
            at = start + len(raw)
            self.take(block, start)
        if self.between and self.entries:
            self.entries[-1].after = "\n\n".join(self.between)

    def take(self, block: blocks.Block, at: int) -> None:
        """One block, which starts at an offset."""
        if isinstance(block, blocks.DuplicateBlockKeyBlock):
            block = block.ignore_error_block or block
        if isinstance(block, blocks.DuplicateFieldKeyBlock):
            block = block.ignore_error_block or block
        broken, self.broken = self.broken, False
        match block:
            case blocks.Entry():
                self.entry(block, at)
            case blocks.String():
                self.macro(block, at)
                self.between.append(block.raw or "")
            case blocks.Preamble() | blocks.ExplicitComment():
                self.between.append(block.raw or "")
            case blocks.ImplicitComment():
                self.comment(block.comment, at, broken=broken)
            case _:
                self.failed(block, at)

    def entry(self, block: blocks.Entry, at: int) -> None:
        """An entry and its fields; a field that stands there twice counts once."""
        entry = Entry(block.entry_type, block.key, at, before="\n\n".join(self.between))
        self.between.clear()
        raw = block.raw or ""
        cursor = raw.find(",") + 1
        for field in block.fields:
            expression = str(field.value)
            start = raw.index(expression, raw.index("=", cursor) + 1)
            cursor = start + len(expression)
            self.field(entry, field.key, expression, at + start)
        self.entries.append(entry)

    def field(self, entry: Entry, name: str, expression: str, at: int) -> None:
        """A field of an entry; what stands unread after its value may be a field of its own."""
        found = resolved(expression, at, self.macros)
        for macro in found.undefined:
            self.tell(
                "undefined-macro",
                f'no @string defines "{macro}"',
                at,
                entry.key,
                f'write @string{{{macro} = "..."}} before it, or put the text into braces',
            )
        lower = name.casefold()
        if lower not in entry.fields:
            entry.fields[lower] = found.value
        elif entry.fields[lower].latex != found.value.latex:
            self.tell(
                "duplicate-field",
                f'{lower} stands here twice; "{found.value.latex[:60]}" is not read',
                at,
                entry.key,
                "leave one of them",
            )
        if found.rest:
            self.unread(entry, found.rest, found.rest_at)

    def unread(self, entry: Entry, rest: str, at: int) -> None:
        """Text after the end of a value: a field without a comma before it, or nothing known."""
        lost = _MISSING_COMMA.match(rest)
        self.tell(
            "broken-entry" if lost else "outside-record",
            f'no comma before "{lost[1]}"' if lost else f'unread after a value: "{rest[:60]}"',
            at,
            entry.key,
            "write the comma" if lost else "put the whole value into braces",
        )
        if lost:
            self.field(entry, lost[1], rest[lost.end() :], at + lost.end())

    def macro(self, block: blocks.String, at: int) -> None:
        """A macro's definition; it may use those before it."""
        raw = block.raw or ""
        expression = str(block.value)
        start = raw.index(expression, raw.index("=") + 1)
        found = resolved(expression, at + start, self.macros)
        self.macros[block.key.casefold()] = found.value.latex

    def comment(self, comment: str, at: int, *, broken: bool) -> None:
        """Text between blocks: a comment, unless it is what a broken entry left behind."""
        if broken:
            return
        if self.entries and not self.between and _STRAY.match(comment):
            self.tell(
                "broken-entry",
                f'the entry ends before "{" ".join(comment.split())[:60]}", which is not read',
                at,
                self.entries[-1].key,
                "take out the closing brace that is one too many",
                Severity.ERROR,
            )
            return
        self.between.append(comment)

    def failed(self, block: blocks.Block, at: int) -> None:
        """A block that cannot be read."""
        self.broken = True
        raw = block.raw or ""
        head = raw.split("\n", 1)[0].strip()[:60]
        error = block.error if isinstance(block, blocks.ParsingFailedBlock) else None
        reason, hint = _reason(str(getattr(error, "abort_reason", error)), raw, at, self.lines)
        self.tell("broken-entry", f'not read: "{head}": {reason}', at, "", hint, Severity.ERROR)

    def tell(
        self,
        rule: str,
        message: str,
        at: int,
        ref: str,
        hint: str,
        severity: Severity = Severity.WARNING,
    ) -> None:
        """Add a finding."""
        place = self.lines.place(at)
        self.faults.found.append(Finding(rule, message, severity, ref, place=place, hint=hint))

    def reading(self) -> Reading:
        """References of the entries, and all that is to be told of them."""
        by_key = Keys(self.entries)
        references: list[Reference] = []
        offsets: dict[tuple[int, str], int] = {}
        for entry in self.entries:
            if entry.kind in _NO_REFERENCE:
                continue
            record = Record(inherited(entry, by_key, self.tell), self.tell)
            references.append(record.reference())
            index = len(references) - 1
            offsets.update(((index, variable), at) for variable, at in record.offsets.items())
            for name, at in record.unmapped:
                self.faults.unknown(name, self.lines.place(at), entry.key)
        self.tell_of_keys(by_key)
        if not self.entries and not self.faults.found:
            self.tell(
                "broken-entry",
                "no entry in this file",
                0,
                "",
                "an entry looks like @article{key, title = {...}}",
                Severity.ERROR,
            )
        found = sorted(
            self.faults.found, key=lambda finding: finding.place.line if finding.place else 0
        )
        return Reading(tuple(references), tuple(found), Places(offsets, self.lines))

    def tell_of_keys(self, by_key: Keys) -> None:
        """Keys that are not there, or stand for two entries."""
        for entry in self.entries:
            first = by_key.entry(entry.key)
            if not entry.key:
                self.tell(
                    "missing-id", "no citation key", entry.at, "", "write one after the brace"
                )
            elif first is not None and first is not entry:
                places = (self.lines.place(it.at) for it in (first, entry))
                self.faults.doubled(entry.key, *places)


def _reason(said: str, raw: str, at: int, lines: Lines) -> tuple[str, str]:
    """What is wrong with a block, and what to do, from what the parser says."""
    if "comma after entry key" in said:
        return "no citation key", "write one, and a comma, after the opening brace"
    if "`=`" in said and "found `@" not in said:
        return (
            "a field is not name = {value}",
            'look for a lone word or a quotation mark (write {"})',
        )
    fields = list(_FIELD_LINE.finditer(raw))
    ends = [*(found.start() for found in fields[1:]), len(raw)]
    for found, end in zip(fields, ends, strict=False):  # no field at all: the end alone
        if not _is_closed(raw[found.end() : end]):
            line = lines.place(at + found.start(1)).line
            return f"{found[1]} in line {line} is not closed", "add the brace or quotation mark"
    return "it is not closed", "add the closing brace"


def _is_closed(value: str) -> bool:
    """Whether a value that starts with a brace or a quotation mark ends with one."""
    depth, quotes = 0, 0
    for mark in _MARK.finditer(value):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        quotes += mark[0] == '"' and depth == 0
    return quotes % 2 == 0 if value.startswith('"') else depth <= 0
