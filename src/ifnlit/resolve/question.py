"""A reference with the DOI that is recorded for it, and the verdict on a record of that DOI."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.model.verdict import (
    Confirmed,
    ConfirmedElsewhere,
    Disputed,
    Settled,
    Unchecked,
    Verdict,
)
from ifnlit.resolve.telling import compared, of_verdict

if TYPE_CHECKING:
    from ifnlit.model.evidence import Record
    from ifnlit.model.exchange import Outage
    from ifnlit.model.identifier import DOI
    from ifnlit.model.reference import Reference
    from ifnlit.model.verdict import Evidence
    from ifnlit.resolve.run import Run

CROSSREF = "Crossref"


@dataclass(frozen=True, slots=True)
class Question:
    """One reference to settle; `doi` is the recorded one, `None` where there is none to ask for."""

    reference: Reference
    doi: DOI | None


def settled(question: Question, verdict: Verdict) -> Settled:
    """A verdict without a record, with the finding that it is."""
    return Settled(question.reference.id, verdict, of_verdict(question.reference, verdict))


def out(question: Question, outage: Outage) -> Settled:
    """Not known, because a service could not say."""
    return settled(question, Unchecked(question.doi or "", outage.service, outage.reason))


def judged(
    run: Run,
    question: Question,
    record: Record,
    agency: str,
    before: tuple[Evidence, ...],
    request: str,
) -> Settled:
    """The verdict on the record of a recorded DOI.

    A record that says nothing against us is no ground for a dispute, however little it says.
    """
    reference, doi = question.reference, str(question.doi)
    comparison = run.terms.compare(reference, record)
    judgement = run.terms.judge(reference, comparison)
    evidence = (*before, run.evidence(request, record.source, 200, "record", comparison))
    findings = compared(reference, judgement, comparison)
    verdict: Verdict
    if judgement.same:
        case = Confirmed if agency == CROSSREF else ConfirmedElsewhere
        verdict = case(doi, agency, evidence)
    elif comparison.differences:
        verdict = Disputed(doi, agency, judgement.reason, evidence)
    else:
        return settled(
            question,
            Unchecked(
                doi, record.source, "it has a record, but nothing that both say can be compared"
            ),
        )
    return Settled(reference.id, verdict, (*of_verdict(reference, verdict), *findings))
