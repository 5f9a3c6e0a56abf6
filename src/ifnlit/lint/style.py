"""Which convention a printed reference follows, by its marks alone.

The parser's grammars read whole references; a rule needs only to tell conventions apart, on ten
thousand of them in a fraction of a second.
"""

from __future__ import annotations

import re

# GB/T 7714: a type code in brackets. PubMed: "2020 Aug 17; 94(17):1-9". APA: a year in brackets
# after the names, before any words. "Hu, B.," is what neither has and most other styles do.
_GBT = re.compile(r"\[(?:[JMDCPSNRAGZ]|EB|DB|CP|JZ)(?:/OL)?\]")
_YEAR = re.compile(r"\((?:19|20)\d\d[a-z]?(?:, [^()]+)?\)\.? .{10}")
_WORDS = re.compile(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}")
_INVERTED = re.compile(r"[^\W\d_][\w'’ -]*,\s(?:[A-Z]\.[\s-]?)+(?:[,;&(]|\w)")
_VANCOUVER = re.compile(r"[^\W\d_][\w'’ -]*\s[A-Z]{1,4}[,.]")
STYLES = {
    "gbt7714": "GB/T 7714 with [J], [M] or [D]",
    "apa": "APA with the year in brackets",
    "inverted": "inverted names with stops",
    "vancouver": "Vancouver and PubMed, initials without stops",
}


def is_marked(raw: str) -> bool:
    """Whether a text says of which type its work is, as GB/T 7714 does: "[J]", "[D]"."""
    return _GBT.search(raw) is not None


def style_of(raw: str) -> str:
    """The name of a convention in `STYLES`, or "" when no mark of one is seen."""
    if is_marked(raw):
        return "gbt7714"
    year = _YEAR.search(raw)
    if year is not None and not _WORDS.search(raw, 0, year.start()):
        return "apa"
    if _INVERTED.match(raw):
        return "inverted"
    return "vancouver" if _VANCOUVER.match(raw) else ""
