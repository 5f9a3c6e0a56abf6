"""CSL items as Zotero, Crossref and others write them, put into CSL's own words (MAPPING 9)."""

from __future__ import annotations

import re
from typing import Any, cast

from ifnlit.formats.et_al import ET_AL
from ifnlit.formats.genre import read_genre
from ifnlit.formats.locator import ARTICLES, is_article_number, one_dash
from ifnlit.formats.markup import clean
from ifnlit.formats.said import said
from ifnlit.model.csl import variable
from ifnlit.model.iso4 import is_abbreviated

# A line of `note` for a date that has no attribute, as Zotero's manual has it.
_RARE = re.compile(r"(?i)(original|available|event)[- ]date\s*:\s*(\S.*?)\s*")
_MARKED_UP = (
    "title",
    "container-title",
    "title-short",
    "collection-title",
    "event-title",
    "publisher",
    "abstract",
)
# Crossref's names of types.
_TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "dissertation": "thesis",
    "reference-entry": "entry",
    "peer-review": "review",
    "journal": "periodical",
    "component": "document",
    "other": "document",
    "article-preprint": "article",
}
_FROM_CROSSREF = {
    "short-container-title": "container-title-short",
    "publisher-location": "publisher-place",
    "edition-number": "edition",
}


def repaired(item: dict[str, object]) -> dict[str, Any]:
    """The item in CSL's words: one title, notes that are fields as fields, an article number."""
    found = dict(item)
    _flatten(found)
    kind = found.get("type")
    found["type"] = _TYPES.get(kind, kind) if isinstance(kind, str) else kind
    _read_note(found)
    for name in _MARKED_UP:
        value = found.get(name)
        if isinstance(value, str) and ("<" in value or "&" in value):
            found[name] = clean(value)
    if found.get("genre"):
        found["genre"] = read_genre(str(found["type"]), str(found["genre"]))
    _locate(found)
    _drop_copies(found)
    if isinstance(found.get("id"), str) and "://" in str(found["id"]) and found.get("citation-key"):
        found["id"] = found["citation-key"]
    return found


def _flatten(found: dict[str, object]) -> None:
    """Crossref gives titles as lists of one, a short title under its own name."""
    for name, value in list(found.items()):
        if isinstance(value, list) and (name in _MARKED_UP or name in {"ISSN", "ISBN"}):
            texts = [one for one in cast("list[object]", value) if isinstance(one, str)]
            if not texts:
                del found[name]
                continue
            found[name] = texts[0]
            if len(texts) > 1:
                found[f"{name}+"] = texts[1:]
    for theirs, ours in _FROM_CROSSREF.items():
        value = found.get(theirs)
        if isinstance(value, list) and value:
            value = cast("list[object]", value)[0]
        if isinstance(value, str) and ours not in found:
            found[ours] = value
            del found[theirs]
    if "short-container-title" in found and not found["short-container-title"]:
        del found["short-container-title"]


def _read_note(found: dict[str, object]) -> None:
    note = found.get("note")
    if not isinstance(note, str) or not note:
        return
    left: list[str] = []
    for line in note.split("\n"):
        if line.strip() == ET_AL:
            _set_custom(found, "authors-truncated", value=True)
            continue
        name, value = _field(line)
        if name == "type":
            found["type"] = value
        elif name == "custom.arxiv":
            _set_custom(found, "arxiv", value)
        elif not name or found.get(name, value) != value:
            left.append(line)
        else:
            found[name] = value
    found["note"] = "\n".join(left)


def _field(line: str) -> tuple[str, str]:
    """The variable and value that a line of the note says; "" for any other line."""
    told = said(line.strip())
    if told is not None:
        name, value = told
        return {"id": "citation-key", "arxiv": "custom.arxiv"}.get(name) or variable(name), value
    rare = _RARE.fullmatch(line)
    return (f"{rare[1].lower()}-date", rare[2]) if rare else ("", "")


def _set_custom(found: dict[str, object], name: str, value: object) -> None:
    custom = found.get("custom")
    held = cast("dict[str, object]", custom) if isinstance(custom, dict) else {}
    found["custom"] = {**held, name: value}


def _locate(found: dict[str, object]) -> None:
    """Pages with a hyphen; an article number in place of pages, or twice, once as `number`."""
    page = found.get("page")
    if not isinstance(page, str):
        return
    page = one_dash(page)
    found["page"] = page
    if found.get("type") not in ARTICLES:
        return
    if found.get("article-number") and "number" not in found:
        found["number"] = found.pop("article-number")
    if page == found.get("number"):
        found["page"] = ""
    elif is_article_number(page) and not found.get("number"):
        found["number"], found["page"] = page, ""


def _drop_copies(found: dict[str, object]) -> None:
    """What our writer says twice for the sake of readers: an abbreviation, an arXiv number."""
    short = found.get("container-title-short", found.get("journalAbbreviation"))
    container = found.get("container-title")
    if isinstance(container, str) and short == container and is_abbreviated(container):
        for name in ("container-title-short", "journalAbbreviation"):
            found.pop(name, None)
    custom = found.get("custom")
    arxiv = cast("dict[str, object]", custom).get("arxiv") if isinstance(custom, dict) else None
    if arxiv and found.get("number") == f"arXiv:{arxiv}":
        del found["number"]
