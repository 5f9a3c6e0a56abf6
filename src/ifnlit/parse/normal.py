"""A reference string in plain form, with the way back to every character of the raw one.

Full-width marks, no-break and zero-width blanks, soft hyphens, ligatures, HTML entities and the
many dashes become one form each, so that grammars need to know one. Nothing is judged here: what
changes a value for good is a repair, and that is `parse.mend`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

# Each of these stands for one character (or two) of the plain form; "" takes it out.
_ONE = {
    **{chr(code): " " for code in (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0xA0, 0x1680, 0x202F, 0x3000)},
    **{chr(code): " " for code in (*range(0x2000, 0x200B), 0x2028, 0x2029, 0x205F)},
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u2066\u2067\u2068\u2069", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e", ""),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    "\u3002": ".", "\u3010": "[", "\u3011": "]", "\u3014": "[", "\u3015": "]", "\u3001": ",",
    "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"',
}  # fmt: skip
_ODD = re.compile(
    "[" + "".join(map(re.escape, _ONE)) + "\x00-\x08\x0e-\x1f\x7f]| {2,}|&#?[0-9A-Za-z]{2,8};"
)
_ENTITY = re.compile(r"&#?[0-9A-Za-z]{2,8};")
# A full-width comma or stop has its blank inside; the plain one needs it written.
_WIDE = frozenset("\uff0c\uff0e\uff1a\uff1b\u3002\u3001")


@dataclass(frozen=True, slots=True)
class Normal:
    """`text` in plain form; `at[i]` is where its character i stands in the raw string.

    `at` has one more element than `text` has characters: the length of the raw string.
    """

    text: str
    at: Sequence[int]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the raw string that `text[start:end]` came from; `end` > `start`."""
        return self.at[start], self.at[end - 1] + 1


def normal(raw: str) -> Normal:
    """The plain form of a raw string. Linear in its length."""
    if raw.isascii() and not _ODD.search(raw):
        return Normal(raw, range(len(raw) + 1))
    parts: list[str] = []
    at: list[int] = []
    done = 0
    for found in _ODD.finditer(raw):
        start, end = found.span()
        parts.append(raw[done:start])
        at.extend(range(done, start))
        plain = _plain(found[0], raw, end)
        ends_blank = bool(parts) and _last(parts).endswith(" ")
        if plain[:1] == " " and ends_blank:
            plain = plain[1:]
        if plain:
            parts.append(plain)
            at.extend(
                [start] * (len(plain) - 1)
                + [end - 1 if len(found[0]) > 1 and plain == " " else start]
            )
        done = end
    parts.append(raw[done:])
    at.extend(range(done, len(raw) + 1))
    return _single_blanks("".join(parts), at)


def _plain(odd: str, raw: str, end: int) -> str:
    if odd[0] == " ":
        return " "
    if odd[0] == "&":
        known = unescape(odd)
        return known if known != odd and len(known) == 1 and known.isprintable() else odd
    plain = _ONE.get(odd, "")
    follows = raw[end : end + 1]
    if odd in _WIDE and follows and not follows.isspace() and follows not in "([\uff08\u3010":
        return (
            plain + " " if not (follows.isdigit() and raw[end - 2 : end - 1].isdigit()) else plain
        )
    return plain


def _last(parts: list[str]) -> str:
    return next((part for part in reversed(parts) if part), "")


def _single_blanks(text: str, at: list[int]) -> Normal:
    """Runs of blanks as one, which the replacements may have made anew."""
    if "  " not in text:
        return Normal(text, at)
    kept = [i for i, c in enumerate(text) if c != " " or not i or text[i - 1] != " "]
    return Normal("".join(text[i] for i in kept), [*(at[i] for i in kept), at[-1]])
