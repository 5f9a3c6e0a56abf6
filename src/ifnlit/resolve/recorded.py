"""The DOI that a reference records, as it was meant."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from ifnlit.model.identifier import DOI

if TYPE_CHECKING:
    from ifnlit.model.reference import Reference

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# Typesetters and word processors put them for the hyphen; registrants are held to ASCII.
_DASH = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
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
    characters, typographic dashes, commands of LaTeX.
    """
    text = _DASH.sub("-", _INVISIBLE.sub("", html.unescape(reference.doi))).strip()
    for pattern, character in _LATEX:
        text = pattern.sub(character, text)
    if text:
        return text
    if DOI.lead(reference.url):
        return reference.url.strip()
    noted = _NOTED.search(reference.note)
    return noted[1] if noted else ""


def recorded_doi(reference: Reference) -> DOI | None:
    """The one DOI that a reference records, `None` for none, for two, and for what is none."""
    text = recorded(reference)
    return None if _SECOND.search(text) else DOI.parse(text)
