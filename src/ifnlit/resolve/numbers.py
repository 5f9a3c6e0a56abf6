"""The stage that finds PubMed's numbers by journal, year, volume, page and author."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.model.evidence import GOOD
from ifnlit.model.exchange import Outage, Outcome
from ifnlit.model.verdict import Ids
from ifnlit.sources import pubmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.evidence import Comparison, Record
    from ifnlit.model.reference import Reference
    from ifnlit.model.verdict import Evidence
    from ifnlit.resolve.run import Run, Stage


@dataclass(frozen=True, slots=True)
class Found:
    """What PubMed said of a reference: `comparison` and `ids` only where it surely is the work."""

    evidence: Evidence
    reason: str
    comparison: Comparison | None = None
    ids: Ids | None = None


def found_by_place(run: Run, references: Sequence[Reference]) -> Stage[dict[str, Found | Outage]]:
    """What PubMed has at the place of each reference, by id; each must have a citation.

    The place leads to a number, the number to a record, and the record must be taken by the
    matcher like any other: a misprinted page leads to a neighbour.
    """
    keyed = {f"r{at}": reference for at, reference in enumerate(references)}
    lines = [(key, pubmed.citation(reference)) for key, reference in keyed.items()]
    answers = yield from run.ask(pubmed.matches(lines, run.terms.mailto), pubmed.read_matches)
    numbers: dict[str, str] = {}
    outage: Outage | None = None
    for answer in answers:
        if isinstance(answer, Outage):
            outage = answer
        else:
            numbers |= {key: number for key, number in answer.items() if key in keyed}
    records: dict[str, Record] = {}
    wanted = list(dict.fromkeys(number for number in numbers.values() if number))
    summaries = yield from run.ask(
        pubmed.summaries(wanted, run.terms.mailto), pubmed.read_summaries
    )
    for summary in summaries:
        if isinstance(summary, Outage):
            outage = summary
        else:
            records |= summary
    return {
        reference.id: _found(run, reference, key, numbers, records, outage)
        for key, reference in keyed.items()
    }


def _found(
    run: Run,
    reference: Reference,
    key: str,
    numbers: dict[str, str],
    records: dict[str, Record],
    outage: Outage | None,
) -> Found | Outage:
    number = numbers.get(key)
    if number is None:
        return outage or Outage(pubmed.SERVICE, Outcome.FOREIGN, "its answer has no line for it")
    if outage is not None and number and number not in records:
        return outage
    if number and number in records:
        return _at_place(run, reference, records[number])
    reason = f"{number} has no summary" if number else "nothing at this place"
    return Found(run.evidence(_asked(reference), pubmed.SERVICE, 200, reason), reason)


def _at_place(run: Run, reference: Reference, record: Record) -> Found | Outage:
    comparison = run.terms.compare(reference, record)
    if not any(comparison.bearing(name) in GOOD for name in ("volume", "page")):
        reason = f"{record.pmid} is not at the place that it was given for"
        return Outage(pubmed.SERVICE, Outcome.FOREIGN, reason)
    choice = run.terms.choose(reference, (comparison,))
    says = f"{record.pmid}: {choice.reason}"
    evidence = run.evidence(_asked(reference), pubmed.SERVICE, 200, says, comparison)
    if choice.accepted is None and not _has_our_doi(reference, record):
        return Found(evidence, choice.reason)
    return Found(evidence, choice.reason, comparison, _ids(comparison))


def _asked(reference: Reference) -> str:
    return f"/ecitmatch.cgi?bdata={pubmed.citation(reference)}"


def _has_our_doi(reference: Reference, record: Record) -> bool:
    return bool(record.doi) and reference.doi.lower() == record.doi.lower()


def _ids(comparison: Comparison) -> Ids:
    agreeing = tuple(field.variable for field in comparison.fields if field.bearing in GOOD)
    record = comparison.record
    return Ids(record.pmid, record.pmcid, pubmed.SERVICE, agreeing)
