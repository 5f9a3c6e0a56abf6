"""Where a text lists its references: under a heading, as a numbered run, or throughout.

A paper has a title page, an abstract, an appendix; a bare list has nothing else. What lies outside
the list is prose and no reference; what lies inside and belongs to none is told, never dropped.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ifnlit.parse import split_marks
from ifnlit.parse.document_furniture import furniture
from ifnlit.parse.document_headings import heading
from ifnlit.parse.document_signs import (
    ends,
    is_name,
    is_noted,
    is_prose,
    is_reference_like,
    signs,
    starts,
)
from ifnlit.parse.split import Item, Left, Line, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ifnlit.parse.document_headings import Heading

    _Marks = Sequence[tuple[int, Heading]]  # (index of a line, what it heads), in order

_LOOKED_AT = 60  # references of a run that say whether it is a list of references
_SHARE = 0.5  # of them that must look like one
_TALLEST = 8  # lines of one reference that are looked at
_MOST_RUNS = 200  # of the longest ones; a book has a list a chapter
_FEW = 2  # blocks of other text inside a list that do not end it
_HEAD = 600  # characters of a block that show what it is


@dataclass(frozen=True, slots=True)
class Region:
    """A reference list in a text: its lines, the heading over it ("" for none), what was cut out.

    `whole`: the text is nothing but this list. `mixed`: these are notes, and what does not look
    like a reference is none.
    """

    lines: tuple[Line, ...]
    heading: str = ""
    left: tuple[Left, ...] = ()
    whole: bool = False
    mixed: bool = False

    def pieces(self) -> Iterator[Item | Left]:
        """The lines that were cut out, then the references and what else is none of them."""
        yield from self.left
        for piece in pieces(self.lines):
            if self.mixed and isinstance(piece, Item) and not is_noted(piece.raw):
                yield Left(piece.line, piece.raw)
            else:
                yield piece


def regions(text: str) -> tuple[Region, ...]:
    """The lists of references in a text, in order; the whole text when it shows no other sign."""
    lines = [Line(at, line) for at, line in enumerate(_split(text), 1)]
    lines, away = furniture(lines)
    heads = list(_headings(lines))
    for find in (_lists, _notes, _runs, _clusters):
        found = find(lines, heads)
        if found:
            return tuple(_with_left(region, away) for region in found)
    return (Region(tuple(lines), "", tuple(away), whole=True),)


def _split(text: str) -> list[str]:
    """Lines; a form feed is the page break that it is, and stays in front of its line."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _with_left(region: Region, away: Sequence[Left]) -> Region:
    first, last = region.lines[0].number, region.lines[-1].number
    inside = tuple(one for one in away if first <= one.line <= last)
    return replace(region, left=(*region.left, *inside))


def _lists(lines: Sequence[Line], marks: _Marks) -> list[Region]:
    return _headed(lines, marks, "list")


def _notes(lines: Sequence[Line], marks: _Marks) -> list[Region]:
    return [replace(region, mixed=True) for region in _headed(lines, marks, "notes")]


def _headed(lines: Sequence[Line], marks: _Marks, kind: str) -> list[Region]:
    """The lists under headings that hold references; the last one if none seems to."""
    found: list[Region] = []
    weak: list[Region] = []
    done = 0  # the number of the last line in a list: a heading inside one begins no other
    for position, (at, head) in enumerate(marks):
        if head.kind != kind or lines[at].number <= done:
            continue
        inside = _until_end(lines, marks, position)
        if head.rest:
            inside = [Line(lines[at].number, head.rest), *inside]
        region = _trimmed(inside, lines[at].text.strip("\f \t#*:："))
        if _is_list(region):
            found.append(region)
            done = region.lines[-1].number
        elif any(line.text.strip() for line in region.lines):
            weak.append(region)
    return found or (weak[-1:] if kind == "list" else [])


def _until_end(lines: Sequence[Line], marks: _Marks, position: int) -> list[Line]:
    """The lines under a heading until the next one of its rank, or of another list."""
    at, head = marks[position]
    for later in range(position + 1, len(marks)):
        other, found = marks[later]
        if found.kind in {"list", "notes"} and not _is_inside(found, head):
            return list(lines[at + 1 : other])
        if found.kind == "" and found.level <= head.level:
            return list(lines[at + 1 : other])
    return list(lines[at + 1 :])


def _is_inside(found: Heading, head: Heading) -> bool:
    """A deeper heading under the list's own: "Sources" under "Bibliography"."""
    return found.level > head.level


def _trimmed(lines: Sequence[Line], head: str) -> Region:
    """A region to where the list ends; headings inside it are cut out."""
    marks = split_marks.chain([line.text for line in lines])
    kept_lines = _to_restart(lines, marks)
    if len(kept_lines) < len(lines):
        lines, marks = kept_lines, split_marks.chain([line.text for line in kept_lines])
    stop = _numbered_end(lines, marks[-1]) if len(marks) > 1 else _unnumbered_end(lines)
    kept: list[Line] = []
    left: list[Left] = []
    before = ""
    for line in lines[:stop]:
        text = line.text.strip()
        if text and _is_apart(text, before):
            left.append(Left(line.number, text))
            text = ""
        kept.append(line if text else Line(line.number, ""))
        before = text
    return Region(tuple(kept), head, tuple(left))


def _to_restart(lines: Sequence[Line], marks: Sequence[split_marks.Mark]) -> Sequence[Line]:
    """The lines before a heading that ends the list, when numbers start anew under it.

    The items of an appendix are no references, though they are numbered as these may be.
    """
    # Only what stands before a first number can end the list before it.
    restart = max((one.at for one in marks if one.n == 1), default=0)
    ends_at = [at for at, found in _headings(lines[: restart + 1]) if found.kind == "end"]
    last = 0
    for position, one in enumerate(marks):
        over = bisect(ends_at, last)  # the first such heading behind the number before
        if one.n == 1 and over < len(ends_at) and ends_at[over] < one.at:
            before = lines[: ends_at[over]]
            if position or _holds_references(before):
                return before
        last = one.at
    return lines


def _holds_references(lines: Sequence[Line]) -> bool:
    return any(is_reference_like(text) for _, text in _blocks(lines, {}))


def _is_apart(text: str, before: str) -> bool:
    """Whether a line is a heading and nothing else, given the line before it."""
    found = heading(text)
    return found is not None and not found.rest and _stands_apart(text, before)


def _stands_apart(text: str, before: str) -> bool:
    """A wrapped line may look like a heading ("Sage" and "Publications.")."""
    return not before or text.startswith(("#", "=")) or ends(before)


def _counts_from_one(lines: Sequence[Line], at: int) -> bool:
    """Whether the next filled line has the first number of a list in front."""
    for line in lines[at + 1 : at + 4]:
        if line.text.strip():
            number = split_marks.mark(line.text)
            return number is not None and number.n == 1
    return False


def _headings(lines: Sequence[Line]) -> Iterator[tuple[int, Heading]]:
    """(index, heading) of every line that is one."""
    before = ""
    for at, line in enumerate(lines):
        text = line.text.strip()
        found = heading(text) if text else None
        if found is not None and (_stands_apart(text, before) or _counts_from_one(lines, at)):
            yield at, found
        before = text


def _numbered_end(lines: Sequence[Line], last: split_marks.Mark) -> int:
    """The end of the last numbered reference: a blank line or heading after it, or of the text."""
    before = lines[last.at].text[last.end :].strip()
    gap = False
    for at in range(last.at + 1, len(lines)):
        text = lines[at].text.strip()
        if not text:
            gap = bool(before)
            continue
        if _is_apart(text, "" if gap else before):
            return at
        if gap and (ends(before) or is_prose(text) or not _goes_on(text)):
            return at
        before, gap = text, False
    return len(lines)


def _goes_on(text: str) -> bool:
    """Whether text after a page break is the rest of a reference: short, and not a new start."""
    return len(text) < _HEAD and (not starts(text) or signs(text) > 0)


def _unnumbered_end(lines: Sequence[Line]) -> int:
    """Where a list without numbers ends: a heading that ends lists, or prose that goes on."""
    strange = 0
    first_strange = len(lines)
    heads = dict(_headings(lines))
    for at, text in _blocks(lines, heads):
        if at in heads and heads[at].kind == "end":
            return at
        if is_prose(text) and not is_reference_like(text):
            first_strange = at if not strange else first_strange
            strange += 1
            if strange > _FEW:
                return first_strange
        elif is_reference_like(text):
            strange = 0
    return first_strange if strange else len(lines)


def _blocks(lines: Sequence[Line], heads: Mapping[int, Heading]) -> Iterator[tuple[int, str]]:
    """(index of the first line, beginning of the text) of what blank lines set apart."""
    at, size = 0, 0
    parts: list[str] = []
    for index, line in enumerate(lines):
        text = line.text.strip()
        if not text or index in heads:
            if parts:
                yield at, " ".join(parts)
                parts, size = [], 0
            if text:
                yield index, text
            continue
        if not parts:
            at = index
        if size < _HEAD:
            parts.append(text)
            size += len(text)
    if parts:
        yield at, " ".join(parts)


def _is_list(region: Region) -> bool:
    seen = liked = 0
    for piece in region.pieces():
        if isinstance(piece, Item):
            seen += 1
            liked += is_reference_like(piece.raw)
        if seen >= _LOOKED_AT:
            break
    return liked >= _SHARE * seen and liked > 0


def _runs(lines: Sequence[Line], _: _Marks) -> list[Region]:
    """Numbered runs of references in a text without a heading for them."""
    texts = [line.text for line in lines]
    likely: list[list[split_marks.Mark]] = []
    for run in split_marks.runs(texts)[:_MOST_RUNS]:
        apart = all(run[-1].at < one[0].at or one[-1].at < run[0].at for one in likely)
        if apart and _run_is_list(texts, run):
            likely.append(run)
    likely.sort(key=lambda run: run[0].at)
    found: list[Region] = []
    for run, after in zip(likely, [*likely[1:], None], strict=False):
        start = run[0].at
        until = after[0].at if after else len(lines)
        stop = start + _numbered_end(lines[start:until], _moved(run[-1], start))
        found.append(_trimmed(lines[start:stop], ""))
    if len(found) == 1:
        inside = {line.number for line in found[0].lines}
        whole = all(line.number in inside for line in lines if line.text.strip())
        return [Region(found[0].lines, "", found[0].left, whole=whole)]
    return found


def _moved(mark: split_marks.Mark, start: int) -> split_marks.Mark:
    return split_marks.Mark(mark.at - start, mark.n, mark.style, mark.end)


def _run_is_list(texts: Sequence[str], run: Sequence[split_marks.Mark]) -> bool:
    """Whether the first references of a run look like references."""
    seen = run[:_LOOKED_AT]
    stops = [mark.at for mark in run[1 : _LOOKED_AT + 1]] + [len(texts)]
    liked = 0
    for mark, stop in zip(seen, stops, strict=False):
        parts = [texts[mark.at][mark.end :]]
        for text in texts[mark.at + 1 : min(stop, mark.at + _TALLEST)]:
            if not text.strip() and parts[0]:
                break
            parts.append(text)
        liked += is_reference_like(" ".join(parts))
    return liked >= _SHARE * len(seen)


def _clusters(lines: Sequence[Line], marks: _Marks) -> list[Region]:
    """Stretches of references between prose, in a text without headings and numbers."""
    heads = dict(marks)
    blocks = list(_blocks(lines, heads))
    kinds = [_kind(heads.get(at), text) for at, text in blocks]
    if "prose" not in kinds or "reference" not in kinds:
        return []
    groups: list[list[int]] = [[]]
    for position, kind in enumerate(kinds):
        if kind == "prose":
            groups.append([])
        elif kind == "reference":
            groups[-1].append(position)
    most = max(len(group) for group in groups)
    found: list[Region] = []
    for group in groups:
        if group and (len(group) > 1 or most == 1):
            first, last = _widened(group[0], group[-1], blocks, kinds)
            stop = blocks[last + 1][0] if last + 1 < len(blocks) else len(lines)
            found.append(Region(tuple(lines[blocks[first][0] : stop])))
    return found


def _widened(
    first: int, last: int, blocks: Sequence[tuple[int, str]], kinds: Sequence[str]
) -> tuple[int, int]:
    """The ends of a cluster moved over blocks without a date that begin with a name."""
    while first and kinds[first - 1] == "other" and is_name(blocks[first - 1][1]):
        first -= 1
    while last + 1 < len(kinds) and kinds[last + 1] == "other" and is_name(blocks[last + 1][1]):
        last += 1
    return first, last


def _kind(head: Heading | None, text: str) -> str:
    if head is not None and head.kind == "end":
        return "prose"
    if is_reference_like(text):
        return "reference"
    return "prose" if is_prose(text) else "other"
