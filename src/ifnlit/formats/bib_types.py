"""CSL types and entry types: what a .bib file calls each type, and what its entries are read as.

MAPPING 3. A type that its entry type alone would not give back is written as `entrysubtype` too
(BibLaTeX manual 2.2.3: free for such use, valid in every type of biber's data model).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.csl import TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ifnlit.model.reference import Reference

ARTICLES = frozenset(
    "article-journal article-magazine article-newspaper review review-book".split()
)
NUMBERED_BY_ISSUE = ARTICLES | {"periodical"}
# Entry types of parts of a book.
PARTS = frozenset(
    "incollection inbook inreference inproceedings conference suppbook bookinbook".split()
)
_IN_SERIES = frozenset(
    """book mvbook collection mvcollection reference mvreference proceedings mvproceedings booklet
    manual incollection inbook inreference suppbook suppcollection bookinbook""".split()
)

# CSL type -> entry type; "misc" for the rest.
_BIBTEX = {
    **dict.fromkeys(ARTICLES, "article"),
    "book": "book",
    "classic": "book",
    "collection": "proceedings",
    "chapter": "incollection",
    "entry-encyclopedia": "incollection",
    "entry-dictionary": "incollection",
    "entry": "incollection",
    "paper-conference": "inproceedings",
    "thesis": "phdthesis",
    "report": "techreport",
    "standard": "techreport",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
}
_BIBLATEX = {
    **_BIBTEX,
    "entry-encyclopedia": "inreference",
    "entry-dictionary": "inreference",
    "entry": "inreference",
    "thesis": "thesis",
    "report": "report",
    "standard": "report",
    "webpage": "online",
    "post-weblog": "online",
    "post": "online",
    "article": "online",
    "dataset": "dataset",
    "patent": "patent",
    "software": "software",
    "speech": "unpublished",
    "personal_communication": "letter",
    "legal_case": "jurisdiction",
    "hearing": "jurisdiction",
    "legislation": "legislation",
    "regulation": "legislation",
    "treaty": "legislation",
    "bill": "legislation",
    "graphic": "artwork",
    "figure": "artwork",
    "motion_picture": "movie",
    "song": "audio",
    "broadcast": "video",
    "periodical": "periodical",
}
# Zotero reads BibLaTeX's types from any .bib file, but discards an entry whose type it does not
# know, and takes a preprint on the web for a web page.
_UNKNOWN_TO_ZOTERO = dict.fromkeys(("article", "dataset", "periodical"), "misc")
_PLAIN = ("thesis", "report", "standard", "speech")
_TABLES = {  # (BibLaTeX, for Zotero) -> CSL type -> entry type
    (False, False): _BIBTEX,
    (True, False): _BIBLATEX,
    (False, True): {
        **_BIBLATEX,
        **_UNKNOWN_TO_ZOTERO,
        **{kind: _BIBTEX.get(kind, "misc") for kind in _PLAIN},
    },
    (True, True): {**_BIBLATEX, **_UNKNOWN_TO_ZOTERO},
}
_GENRES = {"dataset": "Data set", "standard": "Standard", "thesis": "Thesis"}

# What EndNote writes for `type` where there is no genre.
_ENDNOTE = {
    "article-journal": "journal article",
    "chapter": "book section",
    "paper-conference": "conference paper",
    "webpage": "web page",
}

# Entry type -> CSL type, of BibTeX, BibLaTeX and what other programs write.
_READ = {
    "article": "article-journal",
    "book": "book",
    "mvbook": "book",
    "booklet": "book",
    "manual": "book",
    "collection": "book",
    "mvcollection": "book",
    "reference": "book",
    "mvreference": "book",
    "proceedings": "book",
    "mvproceedings": "book",
    "inbook": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "incollection": "chapter",
    "suppcollection": "chapter",
    "inreference": "entry-encyclopedia",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "unpublished": "manuscript",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "misc": "document",
    "patent": "patent",
    "dataset": "dataset",
    "data": "dataset",
    "software": "software",
    "standard": "standard",
    "periodical": "periodical",
    "suppperiodical": "article-journal",
    "letter": "personal_communication",
    "jurisdiction": "legal_case",
    "legal": "legal_case",
    "legislation": "legislation",
    "artwork": "graphic",
    "image": "graphic",
    "movie": "motion_picture",
    "audio": "song",
    "music": "song",
    "video": "broadcast",
    "performance": "performance",
    "review": "review",
    "commentary": "review",
    "preprint": "article",
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "webpage": "webpage",
}
_PREPRINTS = frozenset("arxiv biorxiv medrxiv chemrxiv ssrn psyarxiv preprints".split())
_SUBTYPES = {
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
}


def entry_type(reference: Reference, *, biblatex: bool, zotero: bool) -> str:
    """What a .bib file calls the type of a reference."""
    kind = reference.type
    if kind == "thesis" and not biblatex and "master" in reference.genre.lower():
        return "mastersthesis"
    if kind == "book" and reference.event_title:
        return "proceedings"
    if kind == "book" and biblatex and reference.editor and not reference.author:
        return "collection"
    return _TABLES[biblatex, zotero].get(kind, "misc")


def in_series(entry: str, *, has_series: bool) -> bool:
    """Whether `number` is the number in a series: of a book, its part, or a meeting's volume."""
    return entry in _IN_SERIES or (entry in {"inproceedings", "conference"} and has_series)


def genre(reference: Reference) -> str:
    """The `type` field: the genre as recorded, else the word that names the type (MAPPING 3)."""
    return reference.genre or _GENRES.get(reference.type, "")


def subtype(reference: Reference, entry: str, fields: Mapping[str, str]) -> str:
    """The `entrysubtype` that gives the type back where the entry alone would not; or ""."""
    if csl_type(entry, fields) == reference.type:
        return ""
    names = {csl: name for name, csl in _SUBTYPES.items()}
    return names.get(reference.type, reference.type)


def is_open(entry: str) -> bool:
    """Whether an entry type says so little that the fields have to tell the CSL type."""
    return _READ.get(entry) in {"document", "webpage", "report"}


def csl_type(entry: str, fields: Mapping[str, str]) -> str | None:
    """The CSL type of an entry with these fields; `None` when its type is not known."""
    kind = _READ.get(entry)
    said = fields.get("type", "").casefold()
    if kind == "report" and said == "standard":
        return "standard"
    if kind in {"document", "webpage"}:
        if fields.get("eprinttype", fields.get("archiveprefix", "")).casefold() in _PREPRINTS:
            return "article"
        if said in {"data set", "dataset"}:
            return "dataset"
        if said == "software":
            return "software"
        if kind == "document" and fields.get("url") and not _has_imprint(fields):
            return "webpage"
    return kind


def subtype_of(text: str) -> str:
    """The CSL type that an `entrysubtype` names; "" for any other word."""
    return _SUBTYPES.get(text.casefold(), text if text in TYPES else "")


def is_default(csl: str, genre: str) -> bool:
    """Whether a `type` field says no more than the entry's type does."""
    return genre.casefold() in {_GENRES.get(csl, csl).casefold(), _ENDNOTE.get(csl, "")}


def _has_imprint(fields: Mapping[str, str]) -> bool:
    return any(
        fields.get(name)
        for name in ("doi", "publisher", "howpublished", "number", "isbn", "pages", "volume")
    )
