"""The lines of a list as the references in it: numbered, blank-separated, indented, one a line.

Nothing is lost on the way: each character of the lines is in a reference, in the number or label
in front of it, in a line that is told as left out, or is a blank between two of these.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ifnlit.model.frozen import dataclass, hasten
from ifnlit.parse import split_marks
from ifnlit.parse.document_signs import (
    continues,
    ends,
    hangs,
    is_complete,
    is_journal,
    is_name,
    is_prose,
    is_reference_like,
    starts,
)
from ifnlit.parse.split_layout import Layout, layout

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ifnlit.parse.split_marks import Mark

_LABEL = re.compile(
    r"\f?[ \t]*\[(?P<label>(?=[^\]]*[^\W\d_])[^\]\s][^\]]{0,40})\](?:[ \t]+|:[ \t]*)(?=\S)"
)
_BULLET = re.compile(r"\f?[ \t\u3000]*[-*+•·●○▪■◦‣–—][ \t\u00a0]+(?=\S)")
_HAN = (("\u3000", "\u9fff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))
_WIDE = re.compile(r"[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")
_ADDRESS = re.compile(r"(?:https?://|www\.|10\.\d{4,9}/|doi:(?=\S))\S{0,300}$", re.IGNORECASE)
_NOT_TO_BE_JOINED = re.compile(
    r"(?:and|or|und|oder|bzw|et|ou|y|e|o|to|bis)\b"
)  # "short- and long-"
_TAG = re.compile(r"https?:|www\.|doi\b|pm(?:c)?id", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
# The blank first: that is quick to look for.
_BORDER = re.compile(r" (?:(?<=\d[.。] )|(?<=\d[)\]a-z][.。] )) *(?=[^\W\d_a-zß-ÿ])")
_LONGEST = 5_000  # characters; a longer string holds no two references that could be told apart
_POINT = re.compile(
    r"[ \t\u3000]*[•·●○▪■◦‣][ \t\u00a0]+(?=\S)"
)  # no dash: that may stand for names
_SHARE = 0.6  # of the references, so that a bullet or a label is the list's way of writing


@hasten
@dataclass(frozen=True, slots=True)
class Item:
    """One reference as it stands in the text: number (None when it has none), text, line from 1.

    `joined`: it stood in one line with the reference before it. `label` is a key in front of it
    ("Smi20") that is no number.
    """

    n: int | None
    raw: str
    line: int
    joined: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """A line inside a list that is of no reference: a running head, a caption, a page number."""

    line: int
    text: str


@hasten
@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text with its number from 1."""

    number: int
    text: str


def pieces(lines: Sequence[Line]) -> Iterator[Item | Left]:
    """The references of a list in order, and what stands between them without belonging there."""
    texts = [line.text for line in lines]
    marks = split_marks.chain(texts)
    if len(marks) == 1:
        yield from _once_numbered(lines, marks[0])
    elif marks:
        yield from _numbered(lines, marks)
    else:
        yield from _unnumbered(lines, layout(texts))


def items(text: str) -> tuple[Item, ...]:
    """The references of a text that is a list and nothing else."""
    lines = [Line(at, line) for at, line in enumerate(text.lstrip("\ufeff").splitlines(), 1)]
    return tuple(piece for piece in pieces(lines) if isinstance(piece, Item))


def line_items(text: str) -> Iterator[Item]:
    """Each line as one item, even an empty one."""
    lines = text.removeprefix("\ufeff").split("\n")
    if not lines[-1]:
        lines.pop()
    for number, line in enumerate(lines, 1):
        yield line_item(line.removesuffix("\r"), number)


def line_item(line: str, number: int) -> Item:
    """A line as one item; a number or a bullet is taken off, unless nothing else is there."""
    bullet = _POINT.match(line)
    if bullet:
        line = line[bullet.end() :]
    found = split_marks.mark(line)
    if found is None or not found.is_number or not line[found.end :].strip():
        return Item(None, line, number)
    return Item(found.n, line[found.end :], number)


def joined(parts: Sequence[str]) -> str:
    """Wrapped lines as one string: a blank between two, but none where a word or address goes on.

    The hyphen of a line break stays: whether it belongs to the word is for `parse.mend` to say.
    """
    out: list[str] = []
    for part in parts:
        if out and not _goes_on(out[-1], part):
            out.append(" ")
        out.append(part)
    return "".join(out)


def _goes_on(before: str, after: str) -> bool:
    last, first = before[-1], after[0]
    if last == "\u00ad" or _WIDE.match(last) or _WIDE.match(first):
        return True
    if _is_han(first) and (_is_han(last) or before.endswith("//")):
        return True
    if last in "-\u2010" and len(before) > 1:
        return before[-2].isalnum() and first.isalnum() and not _NOT_TO_BE_JOINED.match(after)
    if last in "/_=?%" or (last == "." and first.isdigit()):
        return _ADDRESS.search(before[-300:]) is not None
    if first == "/" or last == "–":
        return True
    # The rest of an address alone in the last line: "10.1000/abc" + "1234."
    return _ADDRESS.search(before[-300:]) is not None and _is_rest_of_address(before, after)


def _is_han(character: str) -> bool:
    return any(first <= character <= last for first, last in _HAN)


def _is_rest_of_address(before: str, after: str) -> bool:
    if before[-1] in ",;" or _TAG.match(after):
        return False
    return " " not in after.strip() and any(c.isdigit() for c in after) and not after[0].isupper()


def _numbered(lines: Sequence[Line], marks: Sequence[Mark]) -> Iterator[Item | Left]:
    yield from _before(lines[: marks[0].at])
    for position, mark in enumerate(marks):
        last = position + 1 == len(marks)
        until = len(lines) if last else marks[position + 1].at
        parts, left = _body(lines[mark.at : until], mark.end)
        raw = joined(parts)
        coming = None if last else marks[position + 1].n
        yield from _parted(raw, mark, lines[mark.at].number, coming)
        yield from left


def _once_numbered(lines: Sequence[Line], mark: Mark) -> Iterator[Item | Left]:
    """One reference behind a number, or a list in which no other one has a number."""
    bare = [Line(lines[mark.at].number, lines[mark.at].text[mark.end :]), *lines[mark.at + 1 :]]
    found = list(_unnumbered(bare, layout([line.text for line in bare])))
    others = [item for item in found[1:] if is_complete(item.raw)]
    if not others or len(others) * 2 < len(found) - 1:
        yield from _numbered(lines, [mark])
        return
    yield from _before(lines[: mark.at])
    first, *rest = found
    yield replace(first, n=mark.n)
    yield from rest


def _before(lines: Sequence[Line]) -> Iterator[Item | Left]:
    """What stands before the first number: references that have none, or something else."""
    for piece in _unnumbered(lines, layout([line.text for line in lines])):
        yield piece if is_reference_like(piece.raw) else Left(piece.line, piece.raw)


def _body(lines: Sequence[Line], end: int) -> tuple[list[str], list[Left]]:
    """The parts of one numbered reference, and lines after a blank one that are not of it."""
    parts: list[str] = []
    left: list[Left] = []
    gap = False
    for position, line in enumerate(lines):
        text = (line.text[end:] if position == 0 else line.text).strip()
        if not text:
            gap = gap or bool(parts)
        elif left or (gap and not _continued(parts, text)):
            left.append(Left(line.number, text))
        else:
            parts.append(text)
            gap = False
    return parts, left


def _continued(parts: Sequence[str], text: str) -> bool:
    """Whether a line after a blank one still is of the reference: a page broke in the middle."""
    if continues(text) or hangs(parts[-1]) or not ends(parts[-1]):
        return True
    wanting = any(map(str.isdecimal, text)) and not is_complete(" ".join(parts))
    return wanting and not (is_prose(text) or (starts(text) > 1 and is_reference_like(text)))


def _parted(raw: str, mark: Mark, line: int, coming: int | None) -> Iterator[Item]:
    """The references of one item: further numbers in it that count on begin other ones."""
    n, start = mark.n, 0
    if coming is None or coming != n + 1:
        for number, at, end in split_marks.inline(raw, mark.style, mark.n):
            if number == coming:
                break
            yield Item(n, raw[start:at].strip(), line, joined=bool(start))
            n, start = number, end
    yield Item(n, raw[start:].strip(), line, joined=bool(start))


def _unnumbered(lines: Sequence[Line], how: Layout) -> Iterator[Item]:
    lead = _lead(lines, how)
    parts: list[str] = []
    label, first = "", 0
    for line, begins in zip(lines, how.begins, strict=True):
        text = line.text.strip()
        if not text:
            continue
        if begins and parts:
            yield from _apart(joined(parts), first, label)
            parts, label = [], ""
        if not parts:
            first = line.number
            found = lead.match(line.text) if lead else None
            if found is not None:
                label = found.groupdict().get("label") or ""
                text = line.text[found.end() :].strip()
        parts.append(text)
    if parts:
        yield from _apart(joined(parts), first, label)


def _apart(raw: str, line: int, label: str) -> Iterator[Item]:
    """The references of one item: where one surely ends in a number and another surely begins."""
    start = 0
    if len(raw) <= _LONGEST and _BORDER.search(raw) and len(_YEAR.findall(raw)) > 1:
        for found in _BORDER.finditer(raw):
            rest = raw[found.end() :]
            if not is_name(rest) or is_journal(rest):
                continue
            if is_complete(raw[start : found.start()]) and is_complete(rest):
                yield Item(
                    None, raw[start : found.start()], line, bool(start), "" if start else label
                )
                start = found.end()
    yield Item(None, raw[start:], line, bool(start), "" if start else label)


def _lead(lines: Sequence[Line], how: Layout) -> re.Pattern[str] | None:
    """What stands before most references of the list: a bullet, a label in brackets, nothing."""
    heads = [
        line.text
        for line, begins in zip(lines, how.begins, strict=True)
        if begins and line.text.strip()
    ]
    for lead in (_BULLET, _LABEL):
        if heads and sum(lead.match(head) is not None for head in heads) >= _SHARE * len(heads):
            return lead
    return None
