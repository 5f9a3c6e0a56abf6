"""A text as the references it lists: numbered, blank-separated, indented or one a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBER = re.compile(
    rf"[ \t\u00a0\u3000]*(?:\[(?P<a>\d{{1,4}})\]|［(?P<b>\d{{1,4}})］|【(?P<c>\d{{1,4}})】|\((?P<d>\d{{1,4}})\)|（(?P<e>\d{{1,4}})）"
    rf"|(?P<f>\d{{1,4}})[.、．)](?![\d])|(?P<g>[{_CIRCLED}])|(?P<h>\d{{1,3}})\t)[ \t\u00a0\u3000]*"
)
_INLINE = re.compile(r"(?<=[.\])。）] )\[(\d{1,4})\] ?(?=\S)")
_BULLET = re.compile(r"[ \t]*[-*•·] +(?=\S)")


@dataclass(frozen=True, slots=True)
class Item:
    """One reference as it stands in the text: number (None when it has none), text, line from 1."""

    n: int | None
    raw: str
    line: int
    joined: bool = False  # it stood in one line with the reference before it


def items(text: str) -> tuple[Item, ...]:
    """The references of a text in order; blank ones are left out."""
    lines = text.lstrip("\ufeff").splitlines()
    numbered = [_NUMBER.match(line) for line in lines]
    marked = sum(found is not None for found in numbered)
    filled = sum(bool(line.strip()) for line in lines)
    if marked and (marked > 1 or filled == 1 or numbered[_first(lines)] is not None):
        return tuple(_numbered(lines, numbered))
    if any(not line.strip() for line in _inner(lines)) and _wrapped(lines):
        return tuple(_blocks(lines))
    if _indented(lines):
        return tuple(_hanging(lines))
    return tuple(
        Item(None, _BULLET.sub("", line, count=1).strip(), at)
        for at, line in enumerate(lines, 1)
        if line.strip()
    )


def lines_as_items(text: str) -> tuple[Item, ...]:
    """Each line as one item, even an empty one; a number in front is taken off."""
    lines = text.removeprefix("\ufeff").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    found: list[Item] = []
    for at, ended in enumerate(lines, 1):
        line = ended.removesuffix("\r")
        mark = _NUMBER.match(line)
        n = _value(mark) if mark and mark.end() < len(line.rstrip()) else None
        raw = line[mark.end() :] if mark and n is not None else line
        found.append(Item(n, raw, at))
    return tuple(found)


def _first(lines: list[str]) -> int:
    return next(at for at, line in enumerate(lines) if line.strip())


def _inner(lines: list[str]) -> list[str]:
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1]] if filled else []


def _value(found: re.Match[str]) -> int:
    text = found[found.lastgroup or 0]
    return _CIRCLED.index(text) + 1 if text in _CIRCLED else int(text)


def _numbered(lines: list[str], marks: list[re.Match[str] | None]) -> list[Item]:
    found: list[Item] = []
    for at, (line, mark) in enumerate(zip(lines, marks, strict=True), 1):
        if mark is not None and _continues(found, mark):
            found.append(Item(_value(mark), line[mark.end() :].strip(), at))
        elif not line.strip():
            continue
        elif found:
            found[-1] = Item(found[-1].n, _joined(found[-1].raw, line.strip()), found[-1].line)
        else:
            found.append(Item(None, line.strip(), at))
    return [part for item in found for part in _parted(item)]


def _continues(found: list[Item], mark: re.Match[str]) -> bool:
    """A wrapped line may begin with a number ("2019. 41(2)"): it continues no numbering."""
    n = _value(mark)
    return (
        not found
        or mark[0].strip()[0] in "[［【①"
        or found[-1].n is None
        or abs(n - found[-1].n) <= 10
    )  # a gap of ten is still a list


def _parted(item: Item) -> list[Item]:
    """The references of one item: a further "[n]" in it that counts on begins another one."""
    parts: list[Item] = []
    n, start = item.n, 0
    for found in _INLINE.finditer(item.raw):
        if n is not None and int(found[1]) == n + 1:
            parts.append(Item(n, item.raw[start : found.start()].strip(), item.line, bool(parts)))
            n, start = n + 1, found.end()
    return [*parts, Item(n, item.raw[start:].strip(), item.line, bool(parts))]


def _joined(before: str, line: str) -> str:
    return f"{before}{line}" if before.endswith("\u00ad") else f"{before} {line}".strip()


def _wrapped(lines: list[str]) -> bool:
    """Blank lines part references when some reference goes over two lines."""
    return any(a.strip() and b.strip() for a, b in zip(lines, lines[1:], strict=False)) or True


def _blocks(lines: list[str]) -> list[Item]:
    found: list[Item] = []
    fresh = True
    for at, line in enumerate(lines, 1):
        bare = line.strip()
        if not bare:
            fresh = True
        elif fresh:
            found.append(Item(None, bare, at))
            fresh = False
        else:
            found[-1] = Item(None, _joined(found[-1].raw, bare), found[-1].line)
    return found


def _indented(lines: list[str]) -> bool:
    """Some lines are indented, and the first is not: hanging indents."""
    filled = [line for line in lines if line.strip()]
    deep = sum(line[0] in " \t\u3000" for line in filled)
    return bool(filled) and 0 < deep < len(filled) and filled[0][0] not in " \t\u3000"


def _hanging(lines: list[str]) -> list[Item]:
    found: list[Item] = []
    for at, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if line[0] in " \t\u3000" and found:
            found[-1] = Item(None, _joined(found[-1].raw, line.strip()), found[-1].line)
        else:
            found.append(Item(None, line.strip(), at))
    return found
