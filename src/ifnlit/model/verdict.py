"""What is known of a reference's DOI: nine cases, and the evidence each rests on.

`match` a verdict and end with `assert_never`. `name(verdict)` is its spelling in machine formats.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.frozen import dataclass

if TYPE_CHECKING:
    from ifnlit.model.date import Date
    from ifnlit.model.evidence import Difference
    from ifnlit.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Evidence:
    """One question put to one service, and what it said.

    `source` is a name of `[services]`; `request` is what was asked, cut down to this reference
    and without addresses of persons; `says` is the answer in a phrase of ours. `record` holds the
    (CSL variable, text) pairs of the record that was compared, `comparison` every field compared.
    """

    source: str
    request: str
    asked: Date
    status: int
    says: str
    record: tuple[tuple[str, str], ...] = ()
    comparison: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that a search found: its identifiers ("" for none), its fields, how it compares.

    `accepted` means that it may be written without asking; at most one of a reference is.
    """

    source: str
    doi: str
    record: tuple[tuple[str, str], ...]
    comparison: tuple[Difference, ...]
    likeness: float
    pmid: str = ""
    pmcid: str = ""
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Crossref knows the DOI, and its record agrees."""

    doi: str
    agency: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class ConfirmedElsewhere:
    """Another agency's record of the DOI was read, and agrees."""

    doi: str
    agency: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The DOI is alive at another agency, whose record cannot be read: it was not compared."""

    doi: str
    agency: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Disputed:
    """The DOI is registered, but its record is of something else; the evidence shows both."""

    doi: str
    agency: str
    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Unregistered:
    """No agency knows this DOI."""

    doi: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Malformed:
    """What is recorded is no DOI."""

    text: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """None recorded, but a search found works to choose from, best first."""

    candidates: tuple[Candidate, ...]
    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Unlisted:
    """None recorded, and none found."""

    reason: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Unchecked:
    """Not known: no evidence yet, or `service` ("" for none in particular) could not say."""

    doi: str
    service: str
    reason: str


Verdict = (
    Confirmed
    | ConfirmedElsewhere
    | Elsewhere
    | Disputed
    | Unregistered
    | Malformed
    | Suggested
    | Unlisted
    | Unchecked
)
NAMES: dict[type[Verdict], str] = {
    Confirmed: "confirmed",
    ConfirmedElsewhere: "confirmed-elsewhere",
    Elsewhere: "elsewhere",
    Disputed: "disputed",
    Unregistered: "unregistered",
    Malformed: "malformed",
    Suggested: "suggested",
    Unlisted: "unlisted",
    Unchecked: "unchecked",
}


def name(verdict: Verdict) -> str:
    """The spelling of a verdict in every machine format."""
    return NAMES[type(verdict)]


def doi_of(verdict: Verdict) -> str:
    """The recorded DOI (or what stands in its place), "" where none is recorded."""
    match verdict:
        case Malformed(text):
            return text
        case Suggested() | Unlisted():
            return ""
        case _:
            return verdict.doi


def agency_of(verdict: Verdict) -> str:
    """The agency that holds the DOI, "" where that is not known."""
    match verdict:
        case Confirmed() | ConfirmedElsewhere() | Elsewhere() | Disputed():
            return verdict.agency
        case _:
            return ""


def evidence_of(verdict: Verdict) -> tuple[Evidence, ...]:
    """What a verdict rests on; nothing where nobody was asked, or nobody answered."""
    match verdict:
        case Malformed() | Unchecked():
            return ()
        case _:
            return verdict.evidence


@dataclass(frozen=True, slots=True)
class Ids:
    """Identifiers that a service gives for a reference, "" for those it does not; and who said so.

    `matched` are the CSL variables that agreed.
    """

    pmid: str = ""
    pmcid: str = ""
    source: str = ""
    matched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """All that was learnt of one reference: the verdict, what to tell a person, its other ids."""

    key: str
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    ids: Ids | None = None
