"""The DOI that a reference records, as it was meant."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from ifnlit.model.identifier import DOI

if TYPE_CHECKING:
    from ifnlit.model.reference import Reference

# With its semicolon: "&para" may be a parameter's name in an address.
_ENTITY = re.compile(r"&(?:#\d+|#[xX][\da-fA-F]+|[A-Za-z]+\d*);")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# Typesetters and word processors put them for the hyphen; registrants are held to ASCII.
_DASH = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63]")
_WIDE = {0xFF00 + at: 0x20 + at for at in range(1, 95)}  # as Chinese keyboards write "./()-"
# What LaTeX needs to print "<" and ">", of which SICIs are full.
_LATEX = (
    (re.compile(r"\{?\\textless(?:\{\}|\s*)\}?|\$<\$"), "<"),
    (re.compile(r"\{?\\textgreater(?:\{\}|\s*)\}?|\$>\$"), ">"),
    (re.compile(r"\\/"), "/"),
)
_SECOND = re.compile(r"[,;]\s*(?:doi:|https?://\S+?/)?10\.\d{4,9}/", re.IGNORECASE)


# A variable without a field of its own stands as a line in the note (CSL-JSON, Zotero's Extra).
_NOTED = re.compile(r"^\s*doi\s*:\s*(\S*10\.\d{4,9}/\S+)\s*$", re.IGNORECASE | re.MULTILINE)


def recorded(reference: Reference) -> str:
    """What is recorded as DOI, or the address or a line of the note if that is one; "" for none.

    What copying from a web page or a .bib file leaves in it is taken out: entities, invisible
    characters, typographic dashes, wide letters, commands of LaTeX.
    """
    text = _ENTITY.sub(lambda found: html.unescape(found[0]), reference.doi).translate(_WIDE)
    text = _DASH.sub("-", _INVISIBLE.sub("", text)).strip()
    for pattern, character in _LATEX:
        text = pattern.sub(character, text)
    if text:
        return text
    url = reference.url.strip()
    lead = DOI.lead(url)
    if lead and url.startswith("10.", len(lead)):  # not "https://doi.org/gf7z3w", a short form
        return url
    noted = _NOTED.search(reference.note)
    return noted[1] if noted else ""


def recorded_doi(reference: Reference) -> DOI | None:
    """The one DOI that a reference records, `None` for none, for two, and for what is none."""
    text = recorded(reference)
    return None if _SECOND.search(text) else DOI.parse(text)
