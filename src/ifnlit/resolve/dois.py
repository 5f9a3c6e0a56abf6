"""The stage for references with a DOI: many at a time at Crossref, the rest one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.exchange import Outage, Outcome
from ifnlit.resolve.holder import held_elsewhere, of_work, unchecked
from ifnlit.resolve.question import CROSSREF, Question, judged
from ifnlit.resolve.run import WAVE
from ifnlit.sources import crossref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ifnlit.model.evidence import Record
    from ifnlit.model.verdict import Settled
    from ifnlit.resolve.run import Machine, Run, Stage

    Answer = tuple[Record, ...] | crossref.Refused | Outage

# Calls that may be spent on finding which DOI of a batch is not accepted: one bad DOI among 50
# takes 12; a service that accepts none must not be asked a hundred times.
_MOST_SPLITS = 16
_STRANGERS = 3  # records of other DOIs, and no other, that show an answer to be no answer


def check_dois(run: Run, by_doi: dict[str, list[Question]]) -> Machine:
    """Settle each reference that has a DOI; `by_doi` has them by its key."""
    dois = [str(questions[0].doi) for questions in by_doi.values()]
    together = [one for one in dois if crossref.can_be_listed(one)]
    alone = [one for one in dois if not crossref.can_be_listed(one)]
    missing = yield from _listed(run, together, by_doi)
    absent = yield from _single(run, alone, by_doi)
    yield from held_elsewhere(run, missing, absent, by_doi)


def _listed(run: Run, dois: Sequence[str], by_doi: dict[str, list[Question]]) -> Stage[list[str]]:
    """Settle what Crossref's lists have; the DOIs that they lack."""
    pending = list(crossref.batches(dois, run.terms.mailto, run.terms.room))
    left = _MOST_SPLITS
    missing: list[str] = []
    while pending:
        wave, pending = pending[:WAVE], pending[WAVE:]
        answers: tuple[Answer, ...] = yield from run.ask(
            [batch.request for batch in wave], crossref.read_list
        )
        for batch, said in zip(wave, answers, strict=True):
            answer = _astray(batch, said) or said
            halves = batch.halves(run.terms.mailto) if _asks_for_less(answer) else ()
            if halves and left >= len(halves):
                left -= len(halves)
                pending.extend(halves)
                continue
            yield from _settled(run, batch, answer, by_doi)
            missing.extend(_lacking(batch, answer))
    return missing


def _astray(batch: crossref.Batch, answer: Answer) -> Outage | None:
    """The outage of a service that answers with nothing but what it was not asked for.

    Such a one would only be asked for every DOI singly, to say the same again.
    """
    if isinstance(answer, crossref.Refused | Outage) or len(answer) < _STRANGERS:
        return None
    found = _by_doi(answer)
    if any(one.lower() in found for one in batch.dois):
        return None
    return Outage(crossref.SERVICE, Outcome.FOREIGN, "it answered about other DOIs")


def _asks_for_less(answer: Answer) -> bool:
    if isinstance(answer, Outage):
        return answer.outcome is Outcome.TOO_LARGE
    return isinstance(answer, crossref.Refused)


def _settled(
    run: Run, batch: crossref.Batch, answer: Answer, by_doi: dict[str, list[Question]]
) -> Iterator[Settled]:
    """What can be said of each DOI of a batch without asking anyone else."""
    if isinstance(answer, crossref.Refused):
        if len(batch.dois) > 1:
            answer = Outage(crossref.SERVICE, Outcome.REFUSED, "it accepts no list of DOIs")
            yield from unchecked(batch.dois, answer, by_doi)
    elif isinstance(answer, Outage):
        yield from unchecked(batch.dois, answer, by_doi)
    else:
        found = _by_doi(answer)
        for one in batch.dois:
            record = found.get(one.lower())
            if record is not None:
                asked = f"/works?filter=doi:{one}"
                for question in by_doi[one.lower()]:
                    yield judged(run, question, record, CROSSREF, (), asked)


def _lacking(batch: crossref.Batch, answer: Answer) -> list[str]:
    """The DOIs of a batch that are still to be looked for."""
    if isinstance(answer, crossref.Refused):
        return list(batch.dois) if len(batch.dois) == 1 else []
    if isinstance(answer, Outage):
        return []
    found = _by_doi(answer)
    return [one for one in batch.dois if one.lower() not in found]


def _by_doi(records: Iterable[Record]) -> dict[str, Record]:
    """Each record by its DOI; of several for one DOI the one that says most.

    An alias leads to it as well, though lists were never seen to serve one.
    """
    found: dict[str, Record] = {}
    for record in sorted(records, key=_fullness):
        found[record.doi.lower()] = record
        for other in record.alias_of:
            found.setdefault(other.lower(), record)
    return found


def _fullness(record: Record) -> int:
    fields = (record.title, record.authors, record.container_titles, record.years)
    return sum(map(bool, (*fields, record.volume, record.page, record.type)))


def _single(run: Run, dois: Sequence[str], by_doi: dict[str, list[Question]]) -> Stage[list[str]]:
    """Settle what Crossref has of DOIs that cannot be listed; those that it does not have."""
    requests = [crossref.work(one, run.terms.mailto) for one in dois]
    answers: tuple[crossref.Served | crossref.Absent | Outage, ...] = yield from run.ask(
        requests, crossref.read_work
    )
    absent: list[str] = []
    for one, answer in zip(dois, answers, strict=True):
        if isinstance(answer, crossref.Absent):
            absent.append(one)
        else:
            yield from of_work(run, one, answer, (), by_doi)
    return absent
