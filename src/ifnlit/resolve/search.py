"""The stage for references without a DOI: Crossref by the words, PubMed by the coordinates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.model.exchange import Outage
from ifnlit.model.verdict import Candidate, Ids, Settled, Suggested, Unchecked, Unlisted
from ifnlit.resolve.notice import noticed
from ifnlit.resolve.numbers import Found, found_by_place
from ifnlit.resolve.question import Question, out, settled
from ifnlit.resolve.record import fields
from ifnlit.resolve.run import WAVE
from ifnlit.resolve.telling import of_verdict
from ifnlit.sources import crossref, pubmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ifnlit.model.evidence import Choice, Comparison, Record
    from ifnlit.model.reference import Reference
    from ifnlit.model.verdict import Evidence, Verdict
    from ifnlit.resolve.run import Machine, Run

    Answer = tuple[Record, ...] | crossref.Refused | Outage

# Words of journals that PubMed indexes; a list that has several is one of its field.
_BIOMEDICAL = re.compile(
    r"\b(?:med|clin|virol|immun|hepat|cancer|oncol|cell|biol|biochem|pharm|surg|gastro|gut|lancet|jama"
    r"|bmj|infect|microb|pathol|physiol|genet|genom|health|hosp|nurs|dent|vet|neuro|cardi|diabet|drug"
    r"|vaccin|antivir|liver|epidem|pediat|endocr|radiol|urol|nephrol|psych|toxicol|plos|nature|science)",
    re.IGNORECASE,
)
_SHARE = 3  # one in so many journals makes a list biomedical
_AUTHORS = 3


@dataclass(frozen=True, slots=True)
class _Open:
    """A reference whose search did not end in a record that is surely its own."""

    question: Question
    choice: Choice
    evidence: tuple[Evidence, ...]


def search(run: Run, questions: Sequence[Question], references: Iterable[Reference]) -> Machine:
    """Settle each reference without a DOI; `references` is the whole list, for its field."""
    wordless = [it for it in questions if not it.reference.title.strip()]
    asked = [it for it in questions if it.reference.title.strip()]
    for question in wordless:
        yield settled(question, Unlisted("it has no title to search by", ()))
    second = is_biomedical(references)
    left: list[_Open] = []
    for start in range(0, len(asked), WAVE):
        wave = asked[start : start + WAVE]
        requests = [crossref.search(words(it.reference), run.terms.mailto) for it in wave]
        answers: tuple[Answer, ...] = yield from run.ask(requests, crossref.read_list)
        for question, answer in zip(wave, answers, strict=True):
            if isinstance(answer, crossref.Refused):
                yield settled(question, Unchecked("", crossref.SERVICE, "it refuses the search"))
            elif isinstance(answer, Outage):
                yield out(question, answer)
            else:
                it = _chosen(run, question, answer)
                if it.choice.accepted is None and second and pubmed.citation(question.reference):
                    left.append(it)
                else:
                    yield _closed(it, None)
    numbers = yield from found_by_place(run, [it.question.reference for it in left])
    for it in left:
        yield _closed(it, numbers[it.question.reference.id])


def words(reference: Reference) -> str:
    """The text to search by: as a reference list would have it, authors first."""
    names = [name.full_family for name in (reference.author or reference.editor)[:_AUTHORS]]
    year = str(reference.issued.year) if reference.issued else ""
    parts = (
        " ".join(names),
        reference.title,
        reference.container_title or reference.publisher,
        year,
        reference.volume,
        reference.page or reference.number,
    )
    return " ".join(" ".join(parts).split())


def is_biomedical(references: Iterable[Reference]) -> bool:
    """Whether a list is of PubMed's field, by its journals and numbers."""
    articles = [it for it in references if it.container_title or it.pmid]
    fitting = sum(bool(it.pmid or _BIOMEDICAL.search(it.container_title)) for it in articles)
    return fitting > 0 and fitting * _SHARE >= len(articles)


def _chosen(run: Run, question: Question, records: tuple[Record, ...]) -> _Open:
    reference = question.reference
    known = [record for record in records if record.doi]
    compared = tuple(run.terms.compare(reference, record) for record in known)
    choice = run.terms.choose(reference, compared)
    request = f"/works?query.bibliographic={words(reference)[:120]}"
    says = f"{len(known)} records: {choice.reason}"
    return _Open(question, choice, (run.evidence(request, crossref.SERVICE, 200, says),))


def _closed(it: _Open, found: Found | Outage | None) -> Settled:
    """The verdict, with what PubMed said if it was asked."""
    evidence = it.evidence
    accepted, reason = it.choice.accepted, it.choice.reason
    ids: Ids | None = None
    if isinstance(found, Found):
        evidence = (*evidence, found.evidence)
        ids = found.ids
        if found.comparison is not None and found.comparison.record.doi:
            accepted = found.comparison
            reason = f"PubMed {found.ids.pmid if found.ids else ''}: {found.reason}"
    candidates = tuple(_candidates(accepted, it.choice.offered, ids))
    reference = it.question.reference
    verdict: Verdict
    if candidates:
        verdict = Suggested(candidates, reason, evidence)
    elif isinstance(found, Outage):
        verdict = Unchecked("", found.service, f"Crossref lists nothing like it; {found.reason}")
    else:
        verdict = Unlisted(reason, evidence)
    notices = noticed(reference, accepted.record) if accepted is not None else ()
    return Settled(reference.id, verdict, (*of_verdict(reference, verdict), *notices), ids)


def _candidates(
    accepted: Comparison | None, offered: Sequence[Comparison], ids: Ids | None
) -> Iterator[Candidate]:
    if accepted is not None:
        yield _candidate(accepted, ids, accepted=True)
    doi = accepted.record.doi.lower() if accepted is not None else ""
    yield from (_candidate(it, None) for it in offered if it.record.doi.lower() != doi)


def _candidate(it: Comparison, ids: Ids | None, *, accepted: bool = False) -> Candidate:
    return Candidate(
        it.record.source,
        it.record.doi,
        fields(it.record),
        it.fields,
        it.likeness,
        ids.pmid if ids else it.record.pmid,
        ids.pmcid if ids else it.record.pmcid,
        accepted,
    )
