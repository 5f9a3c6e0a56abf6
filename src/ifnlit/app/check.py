"""Whether the DOIs of a library are right: from the lock where it is fresh, else by asking."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from ifnlit.app.evidence import Inquiry, driven, no_network
from ifnlit.app.selection import chosen, distinct
from ifnlit.errors import ExitCode, UnreadableInput, worst
from ifnlit.model.finding import Severity
from ifnlit.model.frozen import dataclass
from ifnlit.model.verdict import (
    NAMES,
    Confirmed,
    ConfirmedElsewhere,
    Disputed,
    Elsewhere,
    Settled,
    Suggested,
    Unchecked,
    Unlisted,
    agency_of,
    doi_of,
    evidence_of,
    name,
)
from ifnlit.store import lock
from ifnlit.store.beside import files
from ifnlit.store.config import settings
from ifnlit.store.lock_entry import plain_candidate, plain_evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from ifnlit.app.evidence import Asker
    from ifnlit.model.date import Date
    from ifnlit.model.finding import Finding
    from ifnlit.model.reference import Reference
    from ifnlit.store.beside import Files
    from ifnlit.store.library import Library

SCHEMA = "ifnlit-check/1"


@dataclass(frozen=True, slots=True)
class Options:
    """How evidence is come by.

    `locked`: from the lock alone. `offline`: no network, and evidence of any age or of a record
    edited since. `refresh`: ask again whatever there is. `max_age`: days, `None` for the setting.
    """

    locked: bool = False
    offline: bool = False
    refresh: bool = False
    max_age: int | None = None
    mailto: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome: a `Settled` for each reference asked about, in their order.

    `findings` are all that there are, each with its place. `kept` is where evidence was written,
    "" for nowhere; `notes` tell a person what else happened. `decided` is the exit code where
    rules of the library, `--fail-on` or `--outage` had a say.
    """

    references: tuple[Reference, ...]
    settled: tuple[Settled, ...]
    findings: tuple[Finding, ...]
    kept: str = ""
    notes: tuple[str, ...] = ()
    decided: ExitCode | None = None

    @property
    def exit_code(self) -> ExitCode:
        """1 with an error among the findings, else 3 when something is unchecked, else 0."""
        if self.decided is not None:
            return self.decided
        codes = [ExitCode.OK]
        if any(finding.severity is Severity.ERROR for finding in self.findings):
            codes.append(ExitCode.FINDINGS)
        if any(isinstance(it.verdict, Unchecked) for it in self.settled):
            codes.append(ExitCode.UNCHECKED)
        return worst(*codes)


def check(
    library: Library,
    keys: Sequence[str],
    options: Options,
    progress: Callable[[int, int], None] | None = None,
    ask: Asker | None = None,
) -> Checked:
    """The verdicts on the references with these keys, on all of them when none is given.

    What was learnt is kept in the lock even when interrupted. `ask` stands in for the network.
    """
    inquiry = Inquiry(settings(library.location.settings), options.mailto, ask)
    return checked(inquiry, library, keys, options, progress)


def checked(
    inquiry: Inquiry,
    library: Library,
    keys: Sequence[str],
    options: Options,
    progress: Callable[[int, int], None] | None = None,
) -> Checked:
    """The same as a part of a run that asks more."""
    whole = distinct(library.references)
    references = chosen(whole, keys)
    at = files(library.path, str(inquiry.settings["check.cache"].value))
    entries = lock.read(at)
    is_good = _goodness(options, entries, inquiry)
    settled = {it.id: entries[it.id].settled for it in references if is_good(it)}
    open_ = [it for it in references if it.id not in settled]
    fingerprints = {it.id: lock.fingerprint(it) for it in open_}
    learnt: dict[str, Settled] = {}

    def keep(one: Settled) -> None:
        learnt[one.key] = _fuller(one, entries.get(one.key), fingerprints[one.key])
        if progress is not None:
            progress(len(learnt), len(open_))

    notes: list[str] = []
    kept = ""
    try:
        if open_:
            from ifnlit.resolve.machine import resolve

            machine = resolve(open_, whole, inquiry.terms)
            if options.locked or options.offline:
                driven(machine, no_network(_unasked(options, at)), keep)
            else:
                inquiry.run(machine, keep)
    finally:
        if not (options.locked or options.offline):
            fresh = _fresh(learnt, fingerprints, inquiry.day)
            gone: set[str] = set()
            if not keys and len(fresh) == len(open_) and lock.is_owned_alone(library.path):
                gone = set(entries) - {it.id for it in whole}
            kept = _kept(at, fresh, gone, notes)
    settled |= learnt
    ordered = tuple(settled[it.id] for it in references)
    findings = _placed(library, whole, references, ordered)
    return Checked(references, ordered, findings, kept, tuple(notes))


def machine_form(checked: Checked) -> dict[str, object]:
    """The outcome as docs/check.schema.json describes it."""
    by_key: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        by_key.setdefault(finding.ref, []).append(finding)
    entries = [
        {
            "key": reference.id,
            "n": reference.origin.n if reference.origin else None,
            "doi": doi_of(it.verdict) or None,
            "verdict": name(it.verdict),
            "agency": agency_of(it.verdict) or None,
            "evidence": _evidence(it),
            "findings": [_plain(finding) for finding in by_key.get(reference.id, [])],
        }
        for reference, it in zip(checked.references, checked.settled, strict=True)
    ]
    return {"schema": SCHEMA, "entries": entries, "summary": summary(checked)}


def summary(checked: Checked) -> dict[str, object]:
    """How many references have each verdict, findings of each severity, and the exit code.

    `list` are the findings on the list as a whole.
    """
    verdicts = Counter(name(it.verdict) for it in checked.settled)
    severities = Counter(finding.severity.value for finding in checked.findings)
    return {
        "references": len(checked.settled),
        "verdicts": {verdict: verdicts[verdict] for verdict in NAMES.values()},
        "findings": {severity.value: severities[severity.value] for severity in Severity},
        "list": [_plain(finding) for finding in checked.findings if not finding.ref],
        "exit": int(checked.exit_code),
    }


def _goodness(
    options: Options, entries: Mapping[str, lock.Entry], inquiry: Inquiry
) -> Callable[[Reference], bool]:
    """Whether the evidence on a reference will do."""
    limit = options.max_age
    if limit is None:
        limit = int(str(inquiry.settings["check.max-age"].value))

    def is_good(reference: Reference) -> bool:
        entry = entries.get(reference.id)
        if entry is None or options.refresh:
            return False
        is_same = entry.of == lock.fingerprint(reference)
        if options.offline:
            return is_same or doi_of(entry.settled.verdict).lower() == reference.doi.lower()
        # "0 days" is to ask again, as a cache's max-age is read.
        is_fresh = limit > 0 and _days(inquiry.day) - _days(entry.asked) <= limit
        return is_same and (options.locked or is_fresh)

    return is_good


def _days(date: Date) -> int:
    from datetime import date as calendar

    return calendar(date.year, date.month or 1, date.day or 1).toordinal()


def _unasked(options: Options, at: Files) -> str:
    """Why a reference is unchecked that nobody was asked about."""
    import os

    option = "--locked" if options.locked else "--offline"
    file = os.path.basename(at.beside or at.cached)  # noqa: PTH119  # pathlib is slow to load
    return f"{file} has no evidence on it as it is now, and {option} asks nobody"


def _fuller(one: Settled, before: lock.Entry | None, of: str) -> Settled:
    """What was learnt, or what is known already where the answer was empty.

    What compares nothing does not undo a record that was read, nor does a search that brings
    nothing back undo the candidates of one that did: Crossref's always brings look-alikes.
    """
    from ifnlit.match.verdict import NOTHING

    if before is None or before.of != of:
        return one
    match one.verdict, before.settled.verdict:
        case (Elsewhere(), Confirmed() | ConfirmedElsewhere() | Disputed()):
            return before.settled
        case (Unlisted(reason), Suggested()) if reason.startswith(NOTHING):
            return before.settled
        case _:
            return one


def _fresh(
    learnt: Mapping[str, Settled], fingerprints: Mapping[str, str], day: Date
) -> dict[str, lock.Entry]:
    """New entries of the lock; what could not be checked gives none."""
    return {
        key: lock.Entry(of, learnt[key], day)
        for key, of in fingerprints.items()
        if key in learnt and evidence_of(learnt[key].verdict)
    }


def _kept(
    at: Files, fresh: Mapping[str, lock.Entry], gone: Collection[str], notes: list[str]
) -> str:
    """Put new entries into the lock as it is by now; the path, "" when there is nothing new.

    Another run may have written to it meanwhile. Entries of references that are `gone` go with
    them, but a run that learnt nothing leaves the file alone.
    """
    if not fresh:
        return ""
    try:
        entries = {key: entry for key, entry in lock.read(at).items() if key not in gone}
        return lock.write(at, {**entries, **fresh})
    except UnreadableInput as error:
        notes.append(str(error))
        return ""


def _placed(
    library: Library,
    whole: Sequence[Reference],
    references: Sequence[Reference],
    settled: Sequence[Settled],
) -> tuple[Finding, ...]:
    """All findings in the order of the references, each with its place in the file."""
    index = {reference.id: at for at, reference in enumerate(whole)}
    places = library.places
    spelled: dict[str, list[Finding]] = {}
    for finding in _of_spelling(whole):
        spelled.setdefault(finding.ref, []).append(finding)

    def placed(finding: Finding) -> Finding:
        at = index[finding.ref]
        place = places.get((at, finding.variable)) or places.get((at, ""))
        return replace(finding, place=place) if place else finding

    return tuple(
        placed(finding)
        for reference, it in zip(references, settled, strict=True)
        for finding in (*it.findings, *spelled.get(reference.id, ()))
    )


def _of_spelling(whole: Sequence[Reference]) -> Iterable[Finding]:
    """Findings on DOIs that two references have, and on characters that are no DOI's."""
    known = [it.doi.lower() for it in whole if it.doi]
    is_plain = all(doi.isascii() and "&" not in doi and "\\" not in doi for doi in known)
    is_elsewhere = any("doi" in f"{it.url}{it.note}".casefold() for it in whole if not it.doi)
    if is_plain and not is_elsewhere and len(set(known)) == len(known):
        return ()  # as nearly always: what finds them need not be loaded
    from ifnlit.resolve.spelled import duplicates, misspelled

    return (*duplicates(whole), *misspelled(whole))


def _evidence(it: Settled) -> list[dict[str, object]]:
    if isinstance(it.verdict, Unchecked):
        known: dict[str, object] = {"source": it.verdict.service, "says": it.verdict.reason}
        return [known] if it.verdict.service else []
    found = [plain_evidence(evidence) for evidence in evidence_of(it.verdict)]
    if isinstance(it.verdict, Suggested):
        found[0]["candidates"] = [plain_candidate(one) for one in it.verdict.candidates]
    return found


def _plain(finding: Finding) -> dict[str, object]:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": place.path if place else None,
        "line": place.line if place and place.line else None,
        "column": place.column if place and place.column else None,
    }
