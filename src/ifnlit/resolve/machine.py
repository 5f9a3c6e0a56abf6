"""The machines themselves: from references to verdicts, and to PubMed's numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.exchange import Outage
from ifnlit.model.verdict import Malformed, Settled, Unchecked
from ifnlit.resolve.dois import check_dois
from ifnlit.resolve.numbers import found_by_place
from ifnlit.resolve.question import Question, settled
from ifnlit.resolve.recorded import recorded, recorded_doi
from ifnlit.resolve.run import Ask, Machine, Run, Terms
from ifnlit.resolve.search import search
from ifnlit.sources import pubmed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.reference import Reference

__all__ = ["Ask", "Machine", "Terms", "identify", "resolve"]


def resolve(references: Sequence[Reference], whole: Sequence[Reference], terms: Terms) -> Machine:
    """Settle each of `references`, which are of the list `whole`; yields as soon as it knows."""
    run = Run(terms)
    by_doi: dict[str, list[Question]] = {}
    without: list[Question] = []
    for reference in references:
        text = recorded(reference)
        question = Question(reference, recorded_doi(reference))
        if not text:
            without.append(question)
        elif question.doi is None:
            yield settled(question, Malformed(text))
        else:
            by_doi.setdefault(question.doi.key, []).append(question)
    yield from check_dois(run, by_doi)
    yield from search(run, without, whole)


def identify(references: Sequence[Reference], terms: Terms) -> Machine:
    """PubMed's numbers for each reference that has coordinates; verdicts are none of its business.

    Yields a `Settled` with `ids` for what was found, with an `Unchecked` verdict where
    PubMed could not say; nothing for the rest.
    """
    placed = [reference for reference in references if pubmed.citation(reference)]
    numbers = yield from found_by_place(Run(terms), placed)
    for reference in placed:
        found = numbers[reference.id]
        if isinstance(found, Outage):
            unchecked = Unchecked(reference.doi, found.service, found.reason)
            yield Settled(reference.id, unchecked)
        elif found.ids is not None:
            done = Unchecked(reference.doi, "", "only its numbers were asked for")
            yield Settled(reference.id, done, (), found.ids)
