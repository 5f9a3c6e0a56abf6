"""Markdown as the text it prints: headings stay, emphasis, links, escapes and wrapping marks go.

CommonMark with the footnotes, citations and fenced divs of pandoc, as far as reference lists use
them. A line stays a line, so that places in the file stay true.
"""

from __future__ import annotations

import re
from html import unescape

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
_QUOTE = re.compile(r"^ {0,3}>[ \t]?")
_ITEM = re.compile(r"( {0,3})(\d{1,9})([.)])([ \t]+)(?=\S)")
_MARKS = (
    (_COMMENT, ""),
    (_SUP, r"^\1^"),
    (_TAG, ""),
    (_IMAGE, ""),
    (_LINK, r"\1"),
    (_AUTOLINK, r"\1"),
    (_ATTRIBUTES, r"\1"),
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
            out.append("" if _DIV.fullmatch(line) else _printed(_QUOTE.sub("", line)))
    return "\n".join(_counted(out))


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
    """Lists that write each number as 1, as Markdown lets one do, with the numbers it prints."""
    found = [(at, match) for at, line in enumerate(lines) if (match := _ITEM.match(line))]
    if len(found) < 2 or len({match[2] for _, match in found}) > 1:  # noqa: PLR2004  # one item needs no count
        return lines
    out = list(lines)
    first = int(found[0][1][2])
    for count, (at, match) in enumerate(found):
        out[at] = f"{match[1]}{first + count}{match[3]}{match[4]}{lines[at][match.end() :]}"
    return out
