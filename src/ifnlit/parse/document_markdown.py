"""Markdown as the text it prints: headings stay, emphasis, links, escapes and wrapping marks go.

CommonMark with the footnotes, citations and fenced divs of pandoc, as far as reference lists use
them. A line stays a line, so that places in the file stay true.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_DIV = re.compile(r" {0,3}:{3,}.*")
_COMMENT = re.compile(r"<!--.{0,500}?-->")
_TAG = re.compile(
    r"</?(?:i|b|em|strong|span|a|u|small|p|div|sub|br|font|cite|q)(?: [^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_SUP = re.compile(r"<sup>(\d{1,6})</sup>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\[\]]{0,300}\]\([^()\s]{0,500}\)")
_LINK = re.compile(
    r"\[([^\[\]]{1,500})\]\(<?[^()<>\s]{0,500}(?:\([^()\s]{0,100}\))?[^()<>\s]{0,100}>?"
    r"(?: \"[^\"]{0,200}\")?\)(?:\{[^{}]{0,100}\})?"
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:|doi:)[^<>\s]{1,500})>")
_ATTRIBUTES = re.compile(r"\[([^\[\]]{1,500})\]\{[^{}]{1,100}\}")
_EMPHASIS = re.compile(
    r"(?<![\w*\\])(\*{1,3})(?=\S)([^*]{1,500}?)(?<=\S)\1(?![\w*])|"
    r"(?<![\w_\\])(_{1,3})(?=\S)([^_]{1,500}?)(?<=\S)\3(?![\w_])"
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
_SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*")
# A quote, a definition of pandoc's, a line of its line blocks.
_LEAD = re.compile(r"^ {0,3}(?:>[ \t]?|:[ \t]+(?=\S)|\|[ \t](?!.*\|[ \t]*$))")
_ROW = re.compile(r" {0,3}\|[^\n]*\|[ \t]*")
_CELLS = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[-:=+| \t]*")
_HARD_BREAK = re.compile(r"(?<!\\)\\$")
_ITEM = re.compile(r"( {0,3})(\d{1,9})([.)])([ \t]+)(?=\S)")
_MARKS = (
    (_COMMENT, ""),
    (_SUP, r"^\1^"),
    (_TAG, ""),
    (_IMAGE, ""),
    (_LINK, r"\1"),
    (_AUTOLINK, r"\1"),
    (_ATTRIBUTES, r"\1"),
    (_HARD_BREAK, ""),
)
_FRONT = "---"


def plain(text: str) -> str:
    """The printed text, line for line; what prints nothing becomes an empty line."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    out: list[str] = []
    fenced = False
    front = lines[0].rstrip() == _FRONT and _FRONT in (line.rstrip() for line in lines[1:])
    for position, line in enumerate(lines):
        if front:
            front = position == 0 or line.rstrip() not in {_FRONT, "..."}
            out.append("")
        elif _FENCE.match(line):
            fenced = not fenced
            out.append("")
        elif fenced:
            out.append(line)
        elif _SETEXT.fullmatch(line) and out and _is_title(out[-1]):
            level = 1 if line.strip()[0] == "=" else 2
            out[-1] = f"{'#' * level} {out[-1].strip()}"
            out.append("")
        else:
            out.append("" if _DIV.fullmatch(line) else _printed(_LEAD.sub("", _row(line))))
    return "\n".join(_counted(out))


def _row(line: str) -> str:
    """A row of a table as its cells with tabs between them; any other line as it is."""
    if not _ROW.fullmatch(line):
        return line
    cells = [] if _RULE.fullmatch(line) else _CELLS.split(line.strip())[1:-1]
    return "\t".join(cell.strip() for cell in cells)


def _is_title(before: str) -> bool:
    """Whether the line over a rule is a heading: a short line by itself."""
    return bool(before.strip()) and not before.startswith("#") and len(before) <= 120  # noqa: PLR2004  # a heading is a line


def _printed(line: str) -> str:
    if not line.strip():
        return ""
    for pattern, by in _MARKS:
        line = pattern.sub(by, line)
    for _ in range(2):  # emphasis in emphasis: ***a** b*
        line = _EMPHASIS.sub(lambda found: found[2] or found[4], line)
    line = _ESCAPE.sub(r"\1", line)
    return _ENTITY.sub(lambda found: unescape(found[0]), line)


def _counted(lines: list[str]) -> list[str]:
    """Lists that write each number alike, as Markdown lets one do, with the numbers it prints."""
    out = list(lines)
    for found in _numbered_lists(lines):
        first = int(found[0][1][2])
        if len(found) > 1 and all(int(match[2]) == first for _, match in found):
            for count, (at, match) in enumerate(found):
                number = f"{match[1]}{first + count}{match[3]}{match[4]}"
                out[at] = number + lines[at][match.end() :]
    return out


def _numbered_lists(lines: Sequence[str]) -> Iterator[list[tuple[int, re.Match[str]]]]:
    """The items of each numbered list, with their lines; a heading or a paragraph parts two."""
    found: list[tuple[int, re.Match[str]]] = []
    gap = True
    for at, line in enumerate(lines):
        match = _ITEM.match(line)
        if match is not None:
            found.append((at, match))
        elif found and (line.startswith("#") or (gap and line[:1].strip())):
            yield found
            found = []
        gap = not line.strip()
    if found:
        yield found
