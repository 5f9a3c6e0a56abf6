"""Which convention a printed reference follows, by its marks alone.

The parser's grammars read whole references; a rule needs only to tell conventions apart, on ten
thousand of them in a fraction of a second.
"""

from __future__ import annotations

import re

# GB/T 7714: a type code in brackets. PubMed: "2020 Aug 17; 94(17):1-9". APA: a year in brackets
# after the names. The inverted name with its comma ("Hu, B.,") comes with APA and its kin.
_GBT = re.compile(r"\[(?:[JMDCPSNRAGZ]|EB|DB|CP|JZ|J/OL|EB/OL|M/OL|C/OL|DB/OL)\]")
_APA = re.compile(r"^[^()]{2,300}\((?:19|20)\d\d[a-z]?(?:,[^()]{2,20})?\)")
_INVERTED = re.compile(r"^[^\W\d_][\w'’ -]*,\s(?:[A-Z]\.[\s-]?)+[,;&(]")
_PUBMED = re.compile(r"[.,?]\s+(?:19|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?;\s?\d+")
_VANCOUVER = re.compile(r"^[^\W\d_][\w'’ -]*\s[A-Z]{1,4}[,.]")
STYLES = {
    "gbt7714": "GB/T 7714 with [J], [M] or [D]",
    "apa": "APA with the year in brackets",
    "inverted": "inverted names with stops",
    "pubmed": "PubMed with the year before the volume",
    "vancouver": "initials without stops, no type mark",
}
_MARKS = (
    ("gbt7714", _GBT),
    ("apa", _APA),
    ("inverted", _INVERTED),
    ("pubmed", _PUBMED),
    ("vancouver", _VANCOUVER),
)


def style_of(raw: str) -> str:
    """The name of a convention in `STYLES`, or "" when no mark of one is seen."""
    text = raw.replace("\u00a0", " ").replace("  ", " ")
    return next((name for name, mark in _MARKS if mark.search(text)), "")
