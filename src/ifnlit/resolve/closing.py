"""The verdict on a reference without a DOI, from what Crossref and PubMed found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.evidence import Choice
from ifnlit.model.exchange import Outage
from ifnlit.model.verdict import Candidate, Settled, Suggested, Unchecked, Unlisted
from ifnlit.resolve.notice import noticed
from ifnlit.resolve.record import fields
from ifnlit.resolve.run import said
from ifnlit.resolve.telling import of_verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.model.evidence import Comparison
    from ifnlit.model.verdict import Evidence, Ids, Verdict
    from ifnlit.resolve.numbers import Found
    from ifnlit.resolve.question import Question


def closed(
    question: Question,
    choice: Choice,
    evidence: tuple[Evidence, ...],
    found: Found | Outage | None = None,
    theirs: Choice | None = None,
) -> Settled:
    """The verdict, with what PubMed said if it was asked.

    `theirs` is what Crossref's record of the DOI that PubMed gives is worth; `None` where there is
    no such record. Where nothing was found and PubMed could not say, nothing is known.
    """
    reference = question.reference
    numbered = None if found is None or isinstance(found, Outage) else found
    if numbered is not None:
        evidence = (*evidence, numbered.evidence)
        choice = _with_place(choice, numbered, theirs)
    ids = numbered.ids if numbered is not None else None
    candidates = tuple(_candidates(choice, ids))
    verdict: Verdict
    if candidates:
        verdict = Suggested(candidates, choice.reason, evidence)
    elif isinstance(found, Outage):
        verdict = Unchecked("", found.service, f"Crossref lists nothing like it; {found.reason}")
    else:
        is_thesis = reference.type == "thesis"
        reason = f"{choice.reason}; a thesis seldom has one" if is_thesis else choice.reason
        verdict = Unlisted(reason, evidence)
    records = [it.record for it in (choice.accepted, numbered and numbered.comparison) if it]
    notices = next((told for record in records if (told := noticed(reference, record))), ())
    return Settled(reference.id, verdict, (*of_verdict(reference, verdict), *notices), ids)


def _with_place(choice: Choice, found: Found, theirs: Choice | None) -> Choice:
    """Crossref's choice by words, with PubMed's record by place."""
    if found.comparison is None or found.ids is None:
        return choice
    has_it = f"PubMed has it as {found.ids.pmid}"
    doi = found.comparison.record.doi.lower()
    others = tuple(it for it in choice.offered if it.record.doi.lower() != doi)
    if not doi:
        return Choice(None, choice.offered, f"{has_it}, without a DOI")
    if theirs is None:
        reason = f"{has_it}, with a DOI that Crossref does not know"
        return Choice(None, (found.comparison, *others), reason)
    offered = (*theirs.offered, *others)
    return Choice(theirs.accepted, offered, f"{has_it}; {theirs.reason}")


def _candidates(choice: Choice, ids: Ids | None) -> Iterator[Candidate]:
    if choice.accepted is not None:
        yield _candidate(choice.accepted, ids, accepted=True)
    yield from (_candidate(it, None) for it in choice.offered)


def _candidate(it: Comparison, ids: Ids | None, *, accepted: bool = False) -> Candidate:
    return Candidate(
        it.record.source,
        it.record.doi,
        fields(it.record),
        said(it),
        it.likeness,
        ids.pmid if ids else it.record.pmid,
        ids.pmcid if ids else it.record.pmcid,
        accepted,
    )
