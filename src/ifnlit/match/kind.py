"""Whether a record is of the kind of work that a reference is.

A preprint, a correction, a data set, a figure or a review of an article carries the article's
title and often its authors, and is another work.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.match.fold import words
from ifnlit.match.likeness import SAME, UNSAID, Likeness, is_slip
from ifnlit.match.title import bare
from ifnlit.model.evidence import VERSIONS, Bearing, Record

if TYPE_CHECKING:
    from ifnlit.model.reference import Reference

_ARTICLE = "article-journal"
# CSL types that compare as another one; what is in none of the tables is not compared.
_LIKE = {
    "article-magazine": _ARTICLE,
    "article-newspaper": _ARTICLE,
    "review": _ARTICLE,
    "review-book": _ARTICLE,
    "entry": "chapter",
    "entry-dictionary": "chapter",
    "entry-encyclopedia": "chapter",
}
_UNSURE = frozenset({"document", "article"})
# What programs and people call an article by mistake; these do not stand on pages of a volume.
_MISTAKEN = frozenset({"book", "webpage", "post", "post-weblog"})
# For each type: Crossref's names that are the same kind, and those that are as good as one.
# Book series (Methods Mol Biol, LNCS) are cited as journals, and registered as chapters.
_KINDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    kind: (frozenset(same.split()), frozenset(near.split()))
    for kind, same, near in (
        (_ARTICLE, "journal-article", "proceedings-article book-chapter report other"),
        ("paper-conference", "proceedings-article", "journal-article book-chapter other"),
        (
            "chapter",
            "book-chapter book-section book-part book-track reference-entry",
            "proceedings-article other",
        ),
        (
            "book",
            "book monograph edited-book reference-book book-set book-series",
            "proceedings report report-series other",
        ),
        ("thesis", "dissertation", "book monograph other"),
        (
            "report",
            "report report-component report-series",
            "book monograph edited-book posted-content standard other",
        ),
        ("dataset", "dataset database", "component other"),
        ("preprint", "posted-content", "report other"),
        ("standard", "standard", "report book monograph other"),
        ("software", "software", "dataset posted-content other"),
        ("webpage", "posted-content", "dataset report other"),
    )
}
# Other parts and versions of a work with its title: no error of a reference explains these.
_NEVER = frozenset(
    """component peer-review posted-content dataset database grant journal journal-issue
    journal-volume dissertation""".split()
)
_NAMED = _NEVER.union(*(same | near for same, near in _KINDS.values()))
_SERVERS = re.compile(
    r"\b(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|eartharxiv|edarxiv|research square"
    r"|ssrn|preprints(?:\.org)?|authorea|techrxiv|osf preprints|scielo preprints|preprint)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"^\W*(?:(?:author|authors'|publisher|editorial)\s+)?"
    r"(?:correction|corrigend(?:um|a)|errat(?:um|a)|retraction|addendum|expression of concern"
    r"|notice of (?:retraction|removal|withdrawal))(?:\s+(?:note|notice))?"
    # "Correction of anaemia ..." is an article.
    r"(?:\s*[:.\u2013\u2014]|\s+to\b|\s+(?:for|of)\b[^:]{0,60}(?:\bet al|:)|\s*$)",
    re.IGNORECASE,
)
_END_NOTICE = re.compile(
    r"(?:[:.\u2013\u2014(\[]|\s-)\s*(?:correction|corrigend(?:um|a)|errat(?:um|a)|retraction|addendum)"
    r"[)\]]?\s*$",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(r"^\W*(?:abstract|poster)\s+(?:no\.?\s*)?[a-z]{0,3}-?\d", re.IGNORECASE)
_REPLY = re.compile(
    r"^\W*(?:author'?s?'?\s+)?(?:reply|response)\s*(?:to\s*:|:|\s*$)"
    r"|^\W*(?:reply to|in reply|comments? on|comment to)\b"
    r"|(?:[:.\u2013\u2014(\[]|\s-)\s*(?:(?:the\s+)?authors?'?s?'?\s+)?(?:reply|in reply)[)\]]?\s*$",
    re.IGNORECASE,
)
_LEADING = (
    (_NOTICE, "a notice about an article"),
    (_END_NOTICE, "a notice about an article"),
    (_ABSTRACT, "an abstract of a talk"),
    (_REPLY, "a reply or a comment"),
)
_PREPRINT = "posted-content"
_PARTS = frozenset({"component", "peer-review"})  # no reference of any type is to these
_SAID = {
    _PREPRINT: "a preprint",
    "component": "a part of an article",
    "peer-review": "a review of an article",
    "dataset": "a data set",
}
# Of these, publishers put the mark before the title of the article itself.
_MARKED = frozenset({"retraction", "withdrawal", "removal", "expression_of_concern"})


def kind(reference: Reference) -> str:
    """The kind a reference compares as: its CSL type, "preprint", or "" when it does not tell."""
    if is_preprint(reference):
        return "preprint"
    in_journal = reference.container_title and reference.volume and reference.page
    if reference.type in _UNSURE:
        is_placed = reference.container_title and (reference.volume or reference.page)
        return _ARTICLE if is_placed else ""
    if reference.type in _MISTAKEN and in_journal:
        return _ARTICLE
    return _LIKE.get(reference.type, reference.type)


def is_preprint(reference: Reference) -> bool:
    """Whether a reference is to a preprint: it says so, or names a preprint server."""
    if reference.container_title:
        return bool(_SERVERS.search(reference.container_title))
    said = f"{reference.genre} {reference.publisher} {reference.status}"
    return bool(_SERVERS.search(said)) or (reference.type == "article" and bool(reference.arxiv))


def is_preprint_record(record: Record) -> bool:
    """Whether a record is of a preprint; SSRN registers its own as journal articles."""
    served = record.type == "journal-article" and record.container_titles
    return record.type == _PREPRINT or bool(served and _SERVERS.search(record.container_titles[0]))


def kinds_alike(reference: Reference, record: Record) -> Likeness:
    """Whether the record's type, and what its title says it is, fit the reference."""
    ours, theirs = bare(reference.title), bare(record.titles[0] if record.titles else "")
    for pattern, what in _LEADING:
        found = pattern.search(theirs)
        if found and not pattern.search(ours) and not _has_mark(ours, found):
            if pattern is _NOTICE and _is_own_notice(record):
                continue
            # A reply may be cited without the word; a notice is never cited for its article.
            bearing = Bearing.DIFFERS if pattern is _REPLY else Bearing.CONFLICTS
            return Likeness(0.0, f"{what}, not the work itself", bearing)
    mark = _NOTICE.search(theirs)
    is_ours = any(pattern.search(ours) for pattern in (_NOTICE, _END_NOTICE))
    if _is_notice(record) and not (is_ours or (mark and _has_mark(ours, mark))):
        return Likeness(0.0, "a notice about another record", Bearing.CONFLICTS)
    return _types_alike(kind(reference), record)


def _has_mark(ours: str, found: re.Match[str]) -> bool:
    """Whether our title has the mark as well, if badly scanned: "Correcfion: ..."."""
    mine, mark = words(ours), words(found[0])
    at = 0 if found.start() == 0 else -1
    return bool(mine and mark) and is_slip(mine[at], mark[at])


def _types_alike(ours: str, record: Record) -> Likeness:
    if record.type not in _NAMED or ours not in _KINDS:  # the registries' lists are open
        if record.type in _PARTS:
            return Likeness(0.0, _SAID[record.type], Bearing.CONFLICTS)
        return UNSAID
    same, near = _KINDS[ours]
    theirs = _PREPRINT if is_preprint_record(record) else record.type
    if theirs in same:
        return SAME
    if theirs in near:
        return Likeness(0.8, "as good as the same kind", Bearing.NEAR)
    what = _SAID.get(theirs, f"a {theirs}")
    return Likeness(0.0, f"{what}, ours is a {ours}", _bearing(ours, theirs))


def _bearing(ours: str, theirs: str) -> Bearing:
    whole_and_part = {"book", "chapter"}
    if theirs in _NEVER or ours in whole_and_part or ours in {"thesis", "preprint", "dataset"}:
        return Bearing.CONFLICTS
    return Bearing.DIFFERS


def _is_notice(record: Record) -> bool:
    """Whether the record updates another one, as a correction or a retraction does."""
    return any(
        update.direction == "update-to"
        and update.doi.casefold() != record.doi.casefold()
        and update.kind not in VERSIONS
        for update in record.updates
    )


def _is_own_notice(record: Record) -> bool:
    """Whether the mark in the title is about this very record.

    It names itself, or others say the like of it, while it says nothing of another.
    """
    is_own = any(
        update.direction == "update-to" and update.doi.casefold() == record.doi.casefold()
        for update in record.updates
    )
    return is_own or (
        any(update.kind in _MARKED for update in record.updates) and not _is_notice(record)
    )
