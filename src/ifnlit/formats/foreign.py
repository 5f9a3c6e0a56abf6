"""Formats of other programs that are known when seen and not read: what to export instead."""

from __future__ import annotations

import re

_FORMATS = (
    (r"(?m)^%0 [A-Z].*\n%[A-Z] ", "EndNote's tagged format", "RIS or EndNote XML"),
    (r"(?m)^RT [A-Z][a-z].*(?:\n.*){0,5}\n(?:A1|T1) ", "RefWorks' tagged format", "RIS"),
    (r"(?m)^\{Reference Type\}: ", "NoteExpress' format", "RIS or BibTeX"),
    (r"(?m)\A(?:FN .*\nVR |PT [A-Z]\n)", "Web of Science's plain text", "RIS or BibTeX"),
    (r"<PubmedArticleSet", "PubMed's XML", "PubMed (.nbib)"),
    (r"<modsCollection|<mods[\s>]", "MODS", "RIS or BibTeX"),
    (r'"itemType"\s*:\s*"', "Zotero's own JSON", "CSL JSON, RIS or Zotero RDF"),
)


def foreign(head: str) -> tuple[str, str] | None:
    """What the format of a text is called, and what to export instead; `None` for any other."""
    text = head.removeprefix("\ufeff").replace("\r\n", "\n").lstrip()
    for pattern, name, instead in _FORMATS:
        if re.search(pattern, text):
            return name, instead
    return None
