"""What a registry says of a work, and how that compares with one of our references.

`Record` is the one shape that every source decodes its answers into, with the names of types as
Crossref spells them. Nothing here has been judged: that is `ifnlit.match`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from ifnlit.model.frozen import dataclass

if TYPE_CHECKING:
    from ifnlit.model.date import Date
    from ifnlit.model.name import Name


@dataclass(frozen=True, slots=True)
class Relation:
    """A link to another work: `kind` as Crossref spells it ("is-preprint-of"), and its id."""

    kind: str
    id: str
    id_type: str = "doi"


# Kinds of `Update` that name a version of a work, or take a notice back: no notices themselves.
VERSIONS = frozenset({"new_version", "new_edition", "version_of_record", "reinstatement"})


@dataclass(frozen=True, slots=True)
class Update:
    """A notice and a paper: `kind` is "retraction", "correction", "expression_of_concern", ...

    The list of kinds is open. `direction` is "updated-by" (this record is the paper, `doi` the
    notice) or "update-to" (this record is the notice, `doi` the paper; it may name itself).
    `source` is "publisher", "retraction-watch", "pubmed" or "".
    """

    kind: str
    doi: str
    source: str = ""
    direction: str = "updated-by"
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What `source` says of one work: text without markup, absent text "", lists without blanks.

    `doi` is as served (compare without case); `alias_of` other DOIs that lead to it. `type` and
    `subtype` are Crossref's names ("journal-article", "posted-content" with "preprint", ...).
    `titles` are the spellings of the main title (the first one is for showing: registered, then
    original or translated), `subtitles` what may follow any of them, `short_titles` running
    heads. `authors` may be the first one only, and in no trusted order of family and given.
    `years` are all plausible ones, ascending: issued, in print, online, of the issue, posted;
    `printed` those of them that are of the print, () where the source does not tell.
    `number` is an article number. `pmid` and `pmcid` are "" where the source does not tell.
    """

    source: str
    doi: str = ""
    type: str = ""
    subtype: str = ""
    titles: tuple[str, ...] = ()
    subtitles: tuple[str, ...] = ()
    short_titles: tuple[str, ...] = ()
    container_titles: tuple[str, ...] = ()
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    years: tuple[int, ...] = ()
    printed: tuple[int, ...] = ()
    volume: str = ""
    issue: str = ""
    page: str = ""
    number: str = ""
    publisher: str = ""
    issns: tuple[str, ...] = ()
    isbns: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    updates: tuple[Update, ...] = ()
    is_retracted: bool = False
    language: str = ""
    pmid: str = ""
    pmcid: str = ""
    alias_of: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title to show, with its first subtitle unless it is in it already; "" for none."""
        title = self.titles[0] if self.titles else ""
        subtitle = self.subtitles[0] if self.subtitles else ""
        if title and subtitle and subtitle.casefold() not in title.casefold():
            return f"{title}: {subtitle}"
        return title or subtitle


class Bearing(StrEnum):
    """What one compared field says about "these two are the same work"."""

    AGREES = "agrees"  # both have it, and they say the same
    NEAR = "near"  # not the same, but as two descriptions of one work may differ
    SILENT = "silent"  # one side does not have it, or it cannot be compared
    DIFFERS = "differs"  # speaks against it, as an error in one of them may
    CONFLICTS = "conflicts"  # two works: no ordinary error explains it


GOOD = (Bearing.AGREES, Bearing.NEAR)
AGAINST = (Bearing.CONFLICTS, Bearing.DIFFERS)  # worst first


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of the two, side by side: `likeness` from 0 (nothing in common) to 1 (the same).

    `variable` is a CSL variable. `reason` is a phrase for a person ("off by one year", ...).
    A field that agrees is a `Difference` too: the evidence is the whole table.
    """

    variable: str
    ours: str
    theirs: str
    likeness: float
    reason: str
    bearing: Bearing = Bearing.SILENT


@dataclass(frozen=True, slots=True)
class Comparison:
    """A reference beside a record, field by field, in a fixed order; each variable at most once.

    `likeness` is that of the whole, 0 to 1: for sorting, never for deciding.
    """

    record: Record
    fields: tuple[Difference, ...]
    likeness: float = 0.0

    def field(self, variable: str) -> Difference | None:
        """The comparison of one CSL variable, or `None` when neither side has it."""
        return next((field for field in self.fields if field.variable == variable), None)

    def bearing(self, variable: str) -> Bearing:
        """What one CSL variable says; `SILENT` when it was not compared."""
        found = self.field(variable)
        return found.bearing if found else Bearing.SILENT

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The fields that speak against, worst first: what a disputed DOI is reported with."""
        return tuple(field for kind in AGAINST for field in self.fields if field.bearing is kind)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a recorded DOI is of our reference: `same`, why, and which findings go with it.

    `findings` are names of rules ("title-differs", "year-conflict", "names-differ",
    "doi-of-preprint", ...), sorted; they may come with a DOI that is right.
    """

    same: bool
    reason: str
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What a search found: at most one `accepted`, and what a person may choose from, best first.

    `offered` never holds the accepted one. `reason` says why it was accepted, or why none was.
    """

    accepted: Comparison | None
    offered: tuple[Comparison, ...]
    reason: str
