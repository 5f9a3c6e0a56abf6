"""The values of a JSON text, each with where it begins; what is broken is told, the rest read.

JSON as people and programs break it: comments, a comma too many, NaN, a missing comma, an array
that is cut off, one record a line. Each record is decoded by itself, so that one cannot spoil the
others.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, cast

from ifnlit.formats.text_lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.formats.faults import Faults

_BLANK = re.compile(r"[ \t\r\n\ufeff]*")
_ODD = re.compile(
    r'("[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z))|//[^\n]*|/\*.*?\*/|,(?=\s*[}\]])', re.DOTALL
)
_RECORD = re.compile(r'\{\s*"')
_CONSTANT = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|(NaN|-?Infinity)', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89abAB]", re.ASCII)
_NESTED = re.compile(r'"(?:references|items)"\s*:\s*\[')
_MOST_MISSES = 20_000  # places tried in vain before the rest of a broken text is given up
_CLOSED = re.compile(r"[\]}\s,]*")


def decoded(text: str, faults: Faults) -> tuple[str, list[tuple[int, object]]]:
    """(the text that was read, (offset, value) of each record of an array, a file, or lines).

    The text differs from the file's only by blanks for what is no JSON, so offsets hold in both.
    """
    reader = _Reader(text, faults)
    return reader.text, list(reader.records())


class _Reader:
    """Walks through a text from record to record."""

    def __init__(self, text: str, faults: Faults) -> None:
        self.text = text
        self.lines = Lines(text)
        self.faults = faults
        self.constants = 0
        self.misses = 0
        self.is_plain = False  # comments and commas were blanked already
        self.has_surrogates = _SURROGATE.search(text) is not None
        self.doubled: list[str] = []
        self.strict, self.lax = (
            json.JSONDecoder(
                parse_constant=self._constant, object_pairs_hook=self._object, strict=strict
            )
            for strict in (True, False)
        )

    def records(self) -> Iterator[tuple[int, object]]:
        at = self._skip(0)
        if self.text.startswith("[", at):
            yield from self._array(at + 1)
            return
        nested = _NESTED.search(self.text, at, at + 4096) if self.text.startswith("{", at) else None
        if nested is not None:
            yield from self._array(nested.end())
            return
        yield from self._lines(at)

    def _array(self, at: int) -> Iterator[tuple[int, object]]:
        while True:
            at = self._skip(at)
            if at >= len(self.text):
                self._broken(
                    "the file ends before its array is closed",
                    at,
                    "records up to here were read; get the file whole, or add the missing ]",
                )
                return
            if self.text[at] == "]":
                self._nothing_follows(at + 1)
                return
            at, found = self._one(at)
            yield from found
            if not found:  # the next record was looked for, past any comma
                continue
            at = self._skip(at)
            if self.text.startswith(",", at):
                at += 1
            elif at < len(self.text) and self.text[at] != "]":
                self._odd("a comma is missing between two records", at, "put one in")

    def _lines(self, at: int) -> Iterator[tuple[int, object]]:
        """One record, or one a line."""
        while at < len(self.text):
            at, found = self._one(at)
            yield from found
            at = self._skip(at)
            if self.text.startswith(",", at):
                at = self._skip(at + 1)

    def _one(self, at: int) -> tuple[int, list[tuple[int, object]]]:
        """The record at `at` and where it ends; else where the next one begins."""
        before = self.constants
        self.doubled.clear()
        try:
            value, end = self._value(at)
        except (ValueError, RecursionError) as error:
            self._told(error, at)
            return self._next(at), []
        if self.constants > before:
            self._tell_constants(at, end)
        if self.doubled:
            self._tell_doubled(at)
        return end, [(at, _whole(value) if self.has_surrogates else value)]

    def _value(self, at: int) -> tuple[object, int]:
        try:
            return self.strict.raw_decode(self.text, at)
        except json.JSONDecodeError:
            self._blank_oddities(at)
        return self.lax.raw_decode(self.text, at)

    def _blank_oddities(self, at: int) -> None:
        """Comments and commas too many become blanks of the same length, once for the file."""
        if self.is_plain:
            return
        self.is_plain = True
        odd: list[re.Match[str]] = []

        def blanked(found: re.Match[str]) -> str:
            if found[1] is not None:
                return found[0]
            odd.append(found)
            return re.sub(r"[^\n]", " ", found[0])

        self.text = self.text[:at] + _ODD.sub(blanked, self.text[at:])
        for found in odd:
            kind = "a comma too many" if found[0] == "," else "a comment"
            self._odd(f"JSON has no place for {kind}", at + found.start(), "delete it")

    def _next(self, at: int) -> int:
        """Where the next record begins after a broken one, or the end of the text."""
        for found in _RECORD.finditer(self.text, at + 1):
            try:
                value, _ = self.strict.raw_decode(self.text, found.start())
            except (ValueError, RecursionError):
                self.misses += 1
                if self.misses > _MOST_MISSES:
                    break
                continue
            if _is_record(cast("dict[str, object]", value)):
                return found.start()
        return len(self.text)

    def _skip(self, at: int) -> int:
        """The next place that is neither blank nor comment."""
        while True:
            found = _BLANK.match(self.text, at)
            at = found.end() if found else at
            if self.text.startswith("//", at):
                end = self.text.find("\n", at)
            elif self.text.startswith("/*", at):
                end = self.text.find("*/", at)
                end += 2 if end >= 0 else 0
            else:
                return at
            self._odd("JSON has no place for a comment", at, "delete it")
            if end < 0:
                return len(self.text)
            at = end

    def _nothing_follows(self, at: int) -> None:
        found = _CLOSED.match(self.text, at)
        end = found.end() if found else at
        if end < len(self.text) and not self.text.startswith(('"', "//", "/*"), end):
            self._odd("text after the end of the array is passed over", end, "delete it")

    def _object(self, pairs: list[tuple[str, object]]) -> dict[str, object]:
        """A map; of a name that comes twice JSON takes the last."""
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            self.doubled += [name for name in found if names.count(name) > 1]
        return found

    def _tell_doubled(self, at: int) -> None:
        for name in dict.fromkeys(self.doubled):
            self.faults.odd(
                "duplicate-field",
                f'"{name}" stands here a second time; the last one is taken',
                self.faults.at(*self.lines.at(at)),
                "leave one of them",
            )
        self.doubled.clear()

    def _constant(self, name: str) -> None:
        del name
        self.constants += 1

    def _tell_constants(self, start: int, end: int) -> None:
        for found in _CONSTANT.finditer(self.text, start, end):
            if found[1]:
                self._odd(f"{found[1]} is no value", found.start(), "write null, or leave it out")

    def _told(self, error: Exception, at: int) -> None:
        if isinstance(error, json.JSONDecodeError):
            cut = error.pos >= len(self.text.rstrip()) or "Unterminated" in error.msg
            hint = "mend the syntax there or just before; the record was passed over"
            if cut:
                hint = "the file may be cut off: get it whole; the record was passed over"
            self._broken(f"no JSON: {error.msg}", error.pos, hint)
        elif isinstance(error, RecursionError):
            self._broken("values are nested too deep", at, "the record was passed over")
        else:
            self._broken(
                "a number has too many digits", at, "put it in quotes; the record was passed over"
            )

    def _broken(self, message: str, at: int, hint: str) -> None:
        self.faults.broken(message, self.faults.at(*self.lines.at(at)), hint)

    def _odd(self, message: str, at: int, hint: str) -> None:
        self.faults.odd("no-json", message, self.faults.at(*self.lines.at(at)), hint)


def _is_record(value: dict[str, object]) -> bool:
    """Whether a map found inside a broken text is a record, and not a name or a date in one."""
    return len(value.keys() & {"id", "type", "title", "author", "issued", "DOI"}) > 1


def _whole(value: object) -> object:
    r"""The value with U+FFFD for halves of surrogate pairs (`"\ud83d"` alone is no character)."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_whole(one) for one in cast("list[object]", value)]
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value).items()
        return {str(_whole(name)): _whole(one) for name, one in pairs}
    return value
