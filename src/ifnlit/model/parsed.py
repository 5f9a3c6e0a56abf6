"""What the parser makes of one printed reference: the record, and where each part of it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.frozen import dataclass, hasten, maker

if TYPE_CHECKING:
    from ifnlit.model.finding import Finding
    from ifnlit.model.reference import Reference


@hasten
@dataclass(frozen=True, slots=True)
class Field:
    """A stretch of the raw string that became (part of) a variable.

    `start` and `end` count code points of the raw string, end exclusive, no blank at either end.
    `variable` is a CSL variable, a path ("author[0].family"), or one of the marks "et-al",
    "genre-marker", "citation-number", "language-note", "statement" (the authors again).
    `confidence` is 0 to 1; `by` says who decided ("grammar", "crf", or "both").
    """

    variable: str
    start: int
    end: int
    value: str
    confidence: float = 1.0
    by: str = "grammar"


make_field = maker(Field)


@hasten
@dataclass(frozen=True, slots=True)
class Residue:
    """A stretch of the raw string that the parser could not place: kept and shown."""

    start: int
    end: int
    text: str


@hasten
@dataclass(frozen=True, slots=True)
class Parsed:
    """One printed reference: its record (raw text and repairs in its `origin`), its fields.

    Fields (sorted, never overlapping), punctuation and residue account for each character:
    whatever is in no field and no residue is punctuation, blank or a label word ("In", "pp.").
    `style` names the convention it is written in ("gbt7714", "pubmed", "apa-like", ...), "" when
    none was recognised. `confidence` is that of the whole record. `findings` are faults of the
    text or of its place in the list that only the parser can see (`numbering-gap`, ...).
    """

    reference: Reference
    style: str = ""
    confidence: float = 0.0
    fields: tuple[Field, ...] = ()
    residue: tuple[Residue, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedList:
    """The references of one text, in order, and findings on the list as a whole.

    `family_first` is the list's convention for names: True, False, or None when it shows none.
    """

    items: tuple[Parsed, ...]
    findings: tuple[Finding, ...] = ()
    family_first: bool | None = None
