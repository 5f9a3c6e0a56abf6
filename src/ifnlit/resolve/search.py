"""The stage for references without a DOI: Crossref by the words, PubMed by the coordinates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.model.exchange import Outage
from ifnlit.model.verdict import Unchecked, Unlisted
from ifnlit.resolve.closing import closed
from ifnlit.resolve.numbers import Found, found_by_place
from ifnlit.resolve.question import Question, out, settled
from ifnlit.resolve.run import WAVE
from ifnlit.sources import crossref, pubmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ifnlit.model.evidence import Choice, Record
    from ifnlit.model.reference import Reference
    from ifnlit.model.verdict import Evidence
    from ifnlit.resolve.run import Machine, Run, Stage

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
    asked = [it for it in questions if it.reference.title.strip()]
    for question in questions:
        if not question.reference.title.strip():
            yield settled(question, Unlisted("it has no title to search by", ()))
    second = is_biomedical(references)
    left: list[_Open] = []
    for start in range(0, len(asked), WAVE):
        wave = asked[start : start + WAVE]
        requests = [crossref.search(words(it.reference), run.terms.mailto) for it in wave]
        answers = yield from run.ask(requests, crossref.read_search)
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
                    yield closed(it.question, it.choice, it.evidence)
    yield from _by_place(run, left)


def _by_place(run: Run, left: Sequence[_Open]) -> Machine:
    """Settle what Crossref's search left open by what PubMed has at the place."""
    numbers = yield from found_by_place(run, [it.question.reference for it in left])
    known = [(it, numbers[it.question.reference.id]) for it in left]
    confirmed = yield from _confirmed(run, known)
    for it, found in known:
        theirs = confirmed.get(it.question.reference.id)
        if isinstance(theirs, Outage):
            yield out(it.question, theirs)
        else:
            yield closed(it.question, it.choice, it.evidence, found, theirs)


def _confirmed(
    run: Run, known: Sequence[tuple[_Open, Found | Outage]]
) -> Stage[dict[str, Choice | Outage]]:
    """What Crossref's record of a DOI that PubMed gives is worth: an index may err in a digit."""
    result: dict[str, Choice | Outage] = {}
    wanted: dict[str, list[Reference]] = {}
    for it, found in known:
        if isinstance(found, Outage) or found.comparison is None:
            continue
        reference, doi = it.question.reference, found.comparison.record.doi.lower()
        same = (one for one in it.choice.offered if one.record.doi.lower() == doi)
        offered = next(same, None)
        if offered is not None:
            result[reference.id] = run.terms.choose(reference, (offered,))
        elif doi:
            wanted.setdefault(doi, []).append(reference)
    batches = crossref.batches(tuple(wanted), run.terms.mailto, run.terms.room)
    answers = yield from run.ask([batch.request for batch in batches], crossref.read_list)
    for batch, answer in zip(batches, answers, strict=True):
        records = () if isinstance(answer, crossref.Refused | Outage) else answer
        for doi in batch.dois:
            record = next((it for it in records if it.doi.lower() == doi), None)
            for reference in wanted[doi]:
                if isinstance(answer, Outage):
                    result[reference.id] = answer
                elif record is not None:
                    comparison = run.terms.compare(reference, record)
                    result[reference.id] = run.terms.choose(reference, (comparison,))
    return result


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
    compared = tuple(run.terms.compare(reference, record) for record in records)
    choice = run.terms.choose(reference, compared)
    request = f"/works?query.bibliographic={words(reference)[:120]}"
    says = f"{len({it.doi.lower() for it in records})} records: {choice.reason}"
    return _Open(question, choice, (run.evidence(request, crossref.SERVICE, 200, says),))
