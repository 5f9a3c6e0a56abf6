"""Values of fields as LaTeX: braces and quotes off, macros and `#` resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.formats.bib_entry import MONTHS

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Value:
    """The LaTeX of a value, and the offset of its first character in the file."""

    latex: str
    at: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, the macros in it that nobody defined, and what stands after it unread."""

    value: Value
    undefined: tuple[str, ...] = ()
    rest: str = ""
    rest_at: int = 0


# A group with at most one level of braces inside: nearly all values. Possessive, so linear.
_GROUP = re.compile(r"\{(?:[^{}\\]++|\\.|\{(?:[^{}\\]++|\\.)*+\})*+\}", re.DOTALL)
_QUOTED = re.compile(r'"([^"{}\\]*+)"')
_BARE = re.compile(r'[^\s"#%\'(),={}]+')
_MARK = re.compile(r'\\.|[{}"]', re.DOTALL)
_BLANK = re.compile(r"\s*")
_HASH = re.compile(r"\s*#\s*")


def resolved(expression: str, at: int, macros: Mapping[str, str]) -> Resolved:
    """What an expression stands for: pieces joined by `#`, each a group, a string or a macro.

    `at` is the offset of the expression, `macros` maps names in lower case to LaTeX.
    """
    bare = expression[:1] == "{" and expression.find("}") == len(expression) - 1
    if bare or _GROUP.fullmatch(expression):
        return Resolved(Value(expression[1:-1], at + 1))
    pieces: list[str] = []
    undefined: list[str] = []
    position, first = 0, at
    while True:
        end, text, start = _piece(expression, position, macros, undefined)
        if end == position:
            break
        if not pieces:
            first = at + start
        pieces.append(text)
        position = end
        joint = _HASH.match(expression, position)
        if joint is None:
            break
        position = joint.end()
    rest = _BLANK.match(expression, position)
    begin = rest.end() if rest else position
    return Resolved(Value("".join(pieces), first), tuple(undefined), expression[begin:], at + begin)


def _piece(
    text: str, at: int, macros: Mapping[str, str], undefined: list[str]
) -> tuple[int, str, int]:
    """End, LaTeX and start of the piece at an offset; one that is not there ends at once."""
    opener = text[at : at + 1]
    if opener in {"{", '"'}:
        end = _end(text, at, opener)
        return end, text[at + 1 : end - 1], at + 1
    bare = _BARE.match(text, at)
    if bare is None:
        return at, "", at
    word = bare[0]
    name = word.casefold()
    if word.isdigit() or (name in MONTHS and name not in macros):
        return bare.end(), word, at
    if name not in macros:
        undefined.append(word)
    return bare.end(), macros.get(name, word), at


def _end(text: str, at: int, opener: str) -> int:
    """The offset after a group or a string that starts at an offset."""
    depth = 0
    for mark in _MARK.finditer(text, at + (opener == '"')):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
            if depth == 0 and opener == "{":
                return mark.end()
        elif mark[0] == '"' and opener == '"' and depth <= 0:
            return mark.end()
    return len(text) + 1  # never closed: all of it
