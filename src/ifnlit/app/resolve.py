"""DOIs, PMIDs and PMCIDs that are missing: found, shown, and written with their evidence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ifnlit.app.check import Checked, Options, checked
from ifnlit.app.evidence import Inquiry
from ifnlit.app.selection import chosen, distinct
from ifnlit.errors import ExitCode, UsageFault, worst
from ifnlit.model.evidence import GOOD
from ifnlit.model.identifier import DOI
from ifnlit.model.verdict import (
    Confirmed,
    ConfirmedElsewhere,
    Elsewhere,
    Suggested,
    Unchecked,
    name,
)
from ifnlit.resolve.machine import identify, resolve
from ifnlit.resolve.search import is_biomedical
from ifnlit.sources import label
from ifnlit.store.config import settings
from ifnlit.store.lock_entry import plain_candidate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ifnlit.app.evidence import Asker
    from ifnlit.app.lint import Loaded
    from ifnlit.model.date import Date
    from ifnlit.model.evidence import Difference
    from ifnlit.model.reference import Reference
    from ifnlit.model.verdict import Candidate, Ids, Settled


@dataclass(frozen=True, slots=True)
class Addition:
    """One identifier to be written: its CSL variable, its value, who said so, what agreed."""

    key: str
    variable: str
    value: str
    source: str
    matched: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be had: a pick that does not fit, or (`is_outage`) what nobody could tell."""

    text: str
    is_outage: bool = False


@dataclass(frozen=True, slots=True)
class Resolved:
    """What was found: additions in the order of the references, and what a person must choose.

    `refused` tells what could not be taken or looked up, and why.
    """

    checked: Checked
    additions: tuple[Addition, ...]
    open: tuple[tuple[Reference, Suggested], ...]
    refused: tuple[Refusal, ...] = ()

    @property
    def exit_code(self) -> ExitCode:
        """1 with a refused pick, else 3 when something could not be looked up, else 0."""
        unknown = any(isinstance(it.verdict, Unchecked) for it in self.checked.settled)
        unknown = unknown or any(it.is_outage for it in self.refused)
        return worst(
            ExitCode.OK if all(it.is_outage for it in self.refused) else ExitCode.FINDINGS,
            ExitCode.UNCHECKED if unknown else ExitCode.OK,
        )


@dataclass(slots=True)
class _Finds:
    """Additions as they come, one a variable of a reference."""

    day: Date
    found: dict[tuple[str, str], Addition] = field(default_factory=dict[tuple[str, str], Addition])

    def add(self, key: str, variable: str, value: str, source: str, matched: str) -> None:
        if value:
            said = f"{label(source)}, asked {self.day}"
            self.found.setdefault((key, variable), Addition(key, variable, value, said, matched))

    def add_ids(self, reference: Reference, ids: Ids | None) -> None:
        if ids is not None:
            matched = ", ".join(ids.matched)
            known = {"PMID": reference.pmid, "PMCID": reference.pmcid}
            for variable, value in (("PMID", ids.pmid), ("PMCID", ids.pmcid)):
                if not known[variable]:
                    self.add(reference.id, variable, value, ids.source, matched)


def find(
    one: Loaded,
    keys: Sequence[str],
    options: Options,
    picks: Mapping[str, str],
    choose: Callable[[Reference, Suggested], str | None] | None = None,
    progress: Callable[[int, int], None] | None = None,
    ask: Asker | None = None,
) -> Resolved:
    """What the registries have for the references with these keys; nothing is written.

    `picks` are DOIs that a person decided for; `choose` asks one where none is sure ("" for none,
    `None` to be asked no more: what was chosen before stays).
    Nothing but an accepted candidate is taken without one of the two.
    """
    whole = distinct(one.library.references)
    picked = {chosen(whole, [key])[0].id: doi for key, doi in picks.items()}
    wanted = (*keys, *picked) if keys or picked else ()
    inquiry = Inquiry(settings(one.library.location.settings), options.mailto, ask)
    known = checked(inquiry, one.library, wanted, options, progress)
    finds = _Finds(inquiry.day)
    refused: list[Refusal] = []
    left: list[tuple[Reference, Suggested]] = []
    for reference, settled in zip(known.references, known.settled, strict=True):
        verdict = settled.verdict
        if reference.id in picked:
            refused.extend(_picked(inquiry, reference, settled, picked[reference.id], finds))
        elif isinstance(verdict, Suggested):
            accepted = next((it for it in verdict.candidates if it.accepted), None)
            if accepted is None and choose is not None:
                answer = choose(reference, verdict)
                choose = choose if answer is not None else None
                accepted = next((it for it in verdict.candidates if it.doi == answer), None)
            if accepted is None:
                left.append((reference, verdict))
            else:
                _add_candidate(finds, reference, accepted)
        finds.add_ids(reference, settled.ids)
    if is_biomedical(whole):
        refused.extend(_numbered(inquiry, known, finds))
    order = {reference.id: at for at, reference in enumerate(known.references)}
    additions = sorted(finds.found.values(), key=lambda it: order[it.key])
    return Resolved(known, tuple(additions), tuple(left), tuple(refused))


def written(one: Loaded, additions: Iterable[Addition]) -> Loaded:
    """The library with the additions and their evidence in it; nothing is written to its file.

    Raises `UsageFault` for a library that is not YAML, `SpliceFault` for one that cannot be edited.
    """
    from ifnlit.store.library import read_library
    from ifnlit.store.splice import Edit, edited
    from ifnlit.store.splice_item import Item, with_items

    additions = list(additions)
    if not one.text or one.library.format != "csl-yaml":
        raise UsageFault(
            "only a refs.yaml can be written to",
            hint="name one with -L, or see what was found with --dry-run",
        )
    text = edited(one.text, [Edit(it.key, it.variable, it.value) for it in additions])
    items = [
        Item(
            it.key,
            "evidence",
            {"field": it.variable, "source": it.source, "matched": it.matched or "nothing"},
        )
        for it in additions
    ]
    text = with_items(text, items)
    return replace(one, library=read_library(text, one.library.location), text=text)


def machine_form(found: Resolved, *, is_written: bool) -> dict[str, object]:
    """The outcome for machines."""
    by_key: dict[str, dict[str, str]] = {}
    for it in found.additions:
        by_key.setdefault(it.key, {})[it.variable] = it.value
    candidates = {reference.id: verdict.candidates for reference, verdict in found.open}
    return {
        "schema": "ifnlit-resolve/1",
        "entries": [
            {
                "key": it.key,
                "verdict": name(it.verdict),
                "found": by_key.get(it.key, {}),
                "written": is_written and it.key in by_key,
                "candidates": [plain_candidate(one) for one in candidates.get(it.key, ())],
            }
            for it in found.checked.settled
        ],
        "refused": [it.text for it in found.refused],
    }


def _add_candidate(finds: _Finds, reference: Reference, candidate: Candidate) -> None:
    matched = _matched(candidate.comparison)
    finds.add(reference.id, "DOI", candidate.doi, candidate.source, matched)


def _matched(comparison: Iterable[Difference]) -> str:
    return ", ".join(it.variable for it in comparison if it.bearing in GOOD)


def _picked(
    inquiry: Inquiry, reference: Reference, settled: Settled, pick: str, finds: _Finds
) -> Iterable[Refusal]:
    """Take a person's pick: a candidate as it is, another DOI when its record agrees."""
    doi = DOI.parse(pick)
    if doi is None:
        yield Refusal(f'{reference.id}: "{pick}" is no DOI')
        return
    if isinstance(settled.verdict, Suggested):
        same = (it for it in settled.verdict.candidates if it.doi.lower() == doi.key)
        candidate = next(same, None)
        if candidate is not None:
            _add_candidate(finds, reference, candidate)
            return
    answers: list[Settled] = []
    inquiry.run(resolve([replace(reference, doi=str(doi))], [], inquiry.terms), answers.append)
    verdict = answers[0].verdict
    if isinstance(verdict, Confirmed | ConfirmedElsewhere | Elsewhere):
        matched = _matched(row for it in verdict.evidence for row in it.comparison)
        source = verdict.evidence[-1].source
        finds.add(reference.id, "DOI", str(doi), source, matched or "picked by hand")
    else:
        told = "; ".join(it.message for it in answers[0].findings[:1])
        text = f"{reference.id}: {doi} is {name(verdict)}: {told}"
        yield Refusal(text, is_outage=isinstance(verdict, Unchecked))


def _numbered(inquiry: Inquiry, known: Checked, finds: _Finds) -> Iterable[Refusal]:
    """Look up PubMed's numbers of references whose DOI is known."""
    doi_of = {it.key: it.value for it in finds.found.values() if it.variable == "DOI"}
    wanted = {
        reference.id: replace(reference, doi=doi_of.get(reference.id, reference.doi))
        for reference, settled in zip(known.references, known.settled, strict=True)
        if not (reference.pmid or (reference.id, "PMID") in finds.found)
        and (reference.id in doi_of or isinstance(settled.verdict, Confirmed))
    }
    lost: dict[str, list[str]] = {}

    def keep(settled: Settled) -> None:
        finds.add_ids(wanted[settled.key], settled.ids)
        if settled.ids is None and isinstance(settled.verdict, Unchecked):
            lost.setdefault(settled.verdict.reason, []).append(settled.key)

    if wanted:
        inquiry.run(identify(list(wanted.values()), inquiry.terms), keep)
    for reason, keys in lost.items():
        text = f"the numbers of {', '.join(keys)} could not be looked up: PubMed: {reason}"
        yield Refusal(text, is_outage=True)
