"""Lines "word: value" that stand for a field: Zotero's Extra, RIS `M2`, the notes of others."""

from __future__ import annotations

import re

from ifnlit.model.csl import TYPES
from ifnlit.model.identifier import IDENTIFIERS

# "{:PMID: n}" is how citeproc-js once wanted it.
_SAID = re.compile(r"\{?:?([A-Za-z][\w -]*?)\s*[:=]\s*(\S.*?)\}?\s*", re.DOTALL)
_NAMES = {
    "citation key": "id",
    "bibtex": "id",
    "type": "type",
    "number": "number",
    "report number": "number",
    "version": "version",
    "short title": "title_short",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "arxiv": "arxiv",
    "doi": "doi",
    "issn": "issn",
    "isbn": "isbn",
}
# Zotero's names of types where they are not CSL's.
_TYPES = {
    "artwork": "graphic",
    "audioRecording": "song",
    "blogPost": "post-weblog",
    "bookSection": "chapter",
    "case": "legal_case",
    "computerProgram": "software",
    "conferencePaper": "paper-conference",
    "dictionaryEntry": "entry-dictionary",
    "email": "personal_communication",
    "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture",
    "forumPost": "post",
    "instantMessage": "personal_communication",
    "journalArticle": "article-journal",
    "letter": "personal_communication",
    "magazineArticle": "article-magazine",
    "newspaperArticle": "article-newspaper",
    "podcast": "broadcast",
    "preprint": "article",
    "presentation": "speech",
    "radioBroadcast": "broadcast",
    "statute": "legislation",
    "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture",
}


def said(line: str) -> tuple[str, str] | None:
    """(attribute, value) of a line that stands for a field; `None` for any other line."""
    found = _SAID.fullmatch(line)
    name = _NAMES.get(found[1].casefold()) if found else None
    if found is None or name is None:
        return None
    value = found[2]
    if name == "type":
        kind = csl_type(value)
        return ("type", kind) if kind else None
    kind_of = IDENTIFIERS.get(name)
    if kind_of is None:
        return name, value
    spelled = kind_of.parse(value)
    return (name, spelled) if spelled else None


def csl_type(name: str) -> str:
    """The CSL type that Zotero's (or CSL's own) name of a type means; "" for neither."""
    kind = _TYPES.get(name, name)
    return kind if kind in TYPES else ""
