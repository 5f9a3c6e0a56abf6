"""Names of CSL 1.0.2: item types, variables, and which attribute of `Reference` is which variable.

Source: the CSL 1.0.2 specification, appendices III (types) and IV (variables), and its data schema.
"""

from __future__ import annotations

# Attribute of `Reference` -> CSL variable, where "-" for "_" alone does not say it.
_SPELLED = {
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "issn": "ISSN",
    "isbn": "ISBN",
    "url": "URL",
}

NAMES = ("author", "editor", "translator")
DATES = ("issued", "accessed")
TEXTS = (
    "title",
    "container_title",
    "container_title_short",
    "collection_title",
    "collection_number",
    "volume",
    "issue",
    "page",
    "number",
    "number_of_pages",
    "edition",
    "version",
    "genre",
    "medium",
    "publisher",
    "publisher_place",
    "event_title",
    "event_place",
    "language",
    "title_short",
    "doi",
    "pmid",
    "pmcid",
    "issn",
    "isbn",
    "arxiv",
    "url",
    "abstract",
    "keyword",
    "note",
    "status",
)

TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
    pamphlet paper-conference patent performance periodical personal_communication post
    post-weblog regulation report review review-book software song speech standard thesis treaty
    webpage""".split()
)

# Name and date variables of CSL 1.0.2 that have no attribute and so live in `Reference.extra`.
OTHER_NAMES = frozenset(
    """chair collection-editor compiler composer container-author contributor curator director
    editor-translator editorial-director executive-producer guest host illustrator interviewer
    narrator organizer original-author performer producer recipient reviewed-author script-writer
    series-creator""".split()
)
OTHER_DATES = frozenset({"available-date", "event-date", "original-date", "submitted"})


def variable(attribute: str) -> str:
    """The CSL variable of an attribute: `container_title` -> "container-title", `doi` -> "DOI".

    `arxiv` has no CSL variable; it is named "arxiv" and formats place it where their field has it.
    """
    return _SPELLED.get(attribute) or attribute.replace("_", "-")


def attribute(variable: str) -> str | None:
    """The attribute of `Reference` that holds a CSL variable; `None` when it is kept in `extra`."""
    return _ATTRIBUTES.get(variable)


_ATTRIBUTES = {variable(name): name for name in (*NAMES, *DATES, *TEXTS)}
