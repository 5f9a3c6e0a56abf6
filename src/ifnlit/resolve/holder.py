"""The stage for DOIs that Crossref's lists lack: who holds them, and what the holder says.

A DOI that Crossref does not know is a question, not an answer: doi.org tells who holds it. Only
doi.org can say that nobody does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.model.exchange import Outage, Outcome
from ifnlit.model.verdict import Elsewhere, Evidence, Unchecked, Unregistered
from ifnlit.resolve.question import CROSSREF, Question, judged, out, settled
from ifnlit.resolve.run import WAVE
from ifnlit.sources import agency, crossref, datacite

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ifnlit.model.evidence import Record
    from ifnlit.model.exchange import Response
    from ifnlit.model.verdict import Settled, Verdict
    from ifnlit.resolve.run import Machine, Run, Stage

    Questions = dict[str, list[Question]]

DATACITE = "datacite"
# A forward to a host that is not ours to ask, or one that keeps us out: no record is to be had.
_UNREADABLE = frozenset({Outcome.ELSEWHERE, Outcome.REFUSED})
_PAGE = "text/html"
_OK = 200
_MOST_LACKING = 10  # a record is in the lists some minutes after it is served
_OTHER = "it answered about another DOI"
_OTHERS_RECORD = "it served the record of another DOI"


@dataclass(frozen=True, slots=True)
class _Held:
    """A DOI with the agency that holds it, and the evidence so far."""

    doi: str
    agency: str
    evidence: tuple[Evidence, ...]


def held_elsewhere(
    run: Run, missing: Sequence[str], absent: Sequence[str], by_doi: Questions
) -> Machine:
    """Settle DOIs that a list lacks (`missing`) or that `/works/` does not know (`absent`)."""
    holders = yield from _holders(run, [*missing, *absent], by_doi)
    held: dict[str, list[_Held]] = {"crossref": [], "datacite": [], "csl": [], "unsaid": []}
    for one, holder in holders.items():
        evidence = (
            run.evidence(f"/works?filter=doi:{one}", crossref.SERVICE, 200, "no such record"),
            run.evidence(f"/ra/{one}", agency.SERVICE, 200, _said(holder)),
        )
        if holder == agency.NONE:
            yield from _each(by_doi[one.lower()], Unregistered(one, evidence))
        elif where := _way(holder, is_absent=one in absent):
            held[where].append(_Held(one, holder, evidence))
        else:
            yield from _each(by_doi[one.lower()], Elsewhere(one, holder, evidence))
    yield from _at_crossref(run, held["crossref"], held["unsaid"], by_doi)
    yield from _at_datacite(run, held["datacite"], by_doi)
    yield from _negotiated(run, held["csl"], by_doi)
    yield from _existing(run, held["unsaid"], by_doi)


def of_work(
    run: Run,
    one: str,
    answer: crossref.Served | Outage,
    before: tuple[Evidence, ...],
    by_doi: Questions,
) -> Iterator[Settled]:
    """The verdicts on what `/works/{doi}` gave."""
    for question in by_doi[one.lower()]:
        if isinstance(answer, Outage):
            yield out(question, answer)
        elif not answer.is_of(one):
            yield settled(question, Unchecked(one, crossref.SERVICE, _OTHERS_RECORD))
        else:
            yield judged(run, question, answer.record, CROSSREF, before, f"/works/{one}")


def unchecked(dois: Iterable[str], outage: Outage, by_doi: Questions) -> Iterator[Settled]:
    """Every reference with one of these DOIs, as not known."""
    for one in dois:
        yield from (out(question, outage) for question in by_doi[one.lower()])


def _each(questions: Iterable[Question], verdict: Verdict) -> Iterator[Settled]:
    yield from (settled(question, verdict) for question in questions)


def _said(holder: str) -> str:
    if holder == agency.NONE:
        return "DOI does not exist"
    return "agency unknown" if holder == agency.UNKNOWN else f"held by {holder}"


def _holders(run: Run, dois: Sequence[str], by_doi: Questions) -> Stage[dict[str, str]]:
    """Who holds each DOI; those of which doi.org could not say are settled as not known.

    What an answer for several leaves out is asked for once more, alone.
    """
    holders: dict[str, str] = {}
    calls = agency.agencies(dois)
    for again in (True, False):
        answers = yield from run.ask([call for _, call in calls], agency.read_agencies)
        left: list[str] = []
        for (part, _), answer in zip(calls, answers, strict=True):
            known = {} if isinstance(answer, Outage) else answer
            holders.update({one: known[one.lower()] for one in part if one.lower() in known})
            unsaid = [one for one in part if one.lower() not in known]
            if isinstance(answer, Outage):
                yield from unchecked(unsaid, answer, by_doi)
            elif again and len(part) > 1:
                left.extend(unsaid)
            else:
                outage = Outage(agency.SERVICE, Outcome.FOREIGN, _OTHER)
                yield from unchecked(unsaid, outage, by_doi)
        calls = tuple(call for one in left for call in agency.agencies([one]))
    return holders


def _way(holder: str, *, is_absent: bool) -> str:
    """Where to ask next: a key of `held`, "" where no record can be had."""
    name = holder.casefold()
    if name == "crossref":
        return "unsaid" if is_absent else "crossref"
    if name == DATACITE:
        return "datacite"
    if name == agency.UNKNOWN:
        return "unsaid"
    return "csl" if name in agency.NEGOTIATING else ""


def _at_crossref(
    run: Run, held: Sequence[_Held], unsaid: list[_Held], by_doi: Questions
) -> Machine:
    """An alias is left out of lists, and served singly.

    A service whose lists lack what it serves under that very name is not asked for all of them.
    """
    lacking = 0
    for start in range(0, len(held), WAVE):
        wave = held[start : start + WAVE]
        if lacking >= _MOST_LACKING:
            outage = Outage(crossref.SERVICE, Outcome.FOREIGN, "its lists lack records that it has")
            yield from unchecked([it.doi for it in wave], outage, by_doi)
            continue
        requests = [crossref.work(it.doi, run.terms.mailto) for it in wave]
        answers = yield from run.ask(requests, crossref.read_work)
        for it, answer in zip(wave, answers, strict=True):
            if isinstance(answer, crossref.Absent):
                unsaid.append(it)
                continue
            if isinstance(answer, crossref.Served):
                lacking += answer.record.doi.lower() == it.doi.lower()
            yield from of_work(run, it.doi, answer, it.evidence[1:], by_doi)


def _at_datacite(run: Run, held: Sequence[_Held], by_doi: Questions) -> Machine:
    requests = [datacite.work(it.doi) for it in held]
    answers = yield from run.ask(requests, datacite.read_work)
    for it, answer in zip(held, answers, strict=True):
        yield from _of_record(run, it, answer, f"/dois/{it.doi}", by_doi)


def _negotiated(run: Run, held: Sequence[_Held], by_doi: Questions) -> Machine:
    """A record by content negotiation; an agency that sends a page instead cannot be read."""
    requests = [agency.negotiated(it.doi) for it in held]
    answers = yield from run.ask(requests, _read_csl)
    for it, answer in zip(held, answers, strict=True):
        page = isinstance(answer, Outage) and answer.outcome in _UNREADABLE
        yield from _of_record(run, it, False if page else answer, f"/{it.doi}", by_doi)


def _read_csl(response: Response) -> Record | bool:
    """The record, or False for a page for people; raises `Misfit` for a broken record."""
    is_page = response.header("content-type").strip().casefold().startswith(_PAGE)
    return False if response.status != _OK or is_page else agency.read_csl(response)


def _of_record(
    run: Run, it: _Held, answer: Record | bool | Outage, request: str, by_doi: Questions
) -> Iterator[Settled]:
    for question in by_doi[it.doi.lower()]:
        if isinstance(answer, Outage):
            yield out(question, answer)
        elif isinstance(answer, bool):
            yield settled(question, Elsewhere(it.doi, it.agency, it.evidence))
        elif answer.doi.lower() != it.doi.lower():
            yield settled(question, Unchecked(it.doi, answer.source, _OTHERS_RECORD))
        else:
            yield judged(run, question, answer, it.agency, it.evidence, request)


def _existing(run: Run, held: Sequence[_Held], by_doi: Questions) -> Machine:
    """The last resort: whether the DOI is there at all."""
    answers = yield from run.ask([agency.handle(it.doi) for it in held], agency.read_handle)
    for it, answer in zip(held, answers, strict=True):
        for question in by_doi[it.doi.lower()]:
            if isinstance(answer, Outage):
                yield out(question, answer)
            elif answer.doi and answer.doi.lower() != it.doi.lower():
                yield settled(question, Unchecked(it.doi, agency.SERVICE, _OTHER))
            else:
                yield settled(question, _of_handle(run, it, exists=answer.exists))


def _of_handle(run: Run, it: _Held, *, exists: bool) -> Verdict:
    says = "it exists" if exists else "DOI does not exist"
    asked = run.evidence(f"/api/handles/{it.doi}", agency.SERVICE, 200 if exists else 404, says)
    if not exists:
        return Unregistered(it.doi, (*it.evidence, asked))
    if it.agency.casefold() == CROSSREF.casefold():
        reason = "doi.org says that Crossref holds it, Crossref shows no record of it (yet)"
        return Unchecked(it.doi, crossref.SERVICE, reason)
    return Elsewhere(it.doi, it.agency, (*it.evidence, asked))
