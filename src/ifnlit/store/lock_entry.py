"""A verdict with its evidence as plain JSON values, and back; what `refs.lock.json` holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ifnlit.model.date import edtf
from ifnlit.model.evidence import Bearing, Difference
from ifnlit.model.finding import Finding, Severity
from ifnlit.model.verdict import (
    NAMES,
    Candidate,
    Confirmed,
    ConfirmedElsewhere,
    Disputed,
    Elsewhere,
    Evidence,
    Ids,
    Settled,
    Suggested,
    Unlisted,
    Unregistered,
    Verdict,
    evidence_of,
    name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

Item = dict[str, Any]


# Cases that say of a DOI no more than who holds it.
_HELD: dict[str, type[Confirmed | ConfirmedElsewhere | Elsewhere]] = {
    NAMES[case]: case for case in (Confirmed, ConfirmedElsewhere, Elsewhere)
}


def encoded(settled: Settled) -> dict[str, object]:
    """The entry of a reference; empty values are left out."""
    verdict = settled.verdict
    item: dict[str, object] = {"verdict": name(verdict)}
    for field in ("doi", "agency", "reason"):
        item[field] = getattr(verdict, field, "")
    item["evidence"] = [plain_evidence(it) for it in evidence_of(verdict)]
    item["candidates"] = [plain_candidate(it) for it in getattr(verdict, "candidates", ())]
    item["findings"] = [_plain_finding(it) for it in settled.findings]
    if settled.ids is not None:
        item["ids"] = _full(
            pmid=settled.ids.pmid,
            pmcid=settled.ids.pmcid,
            source=settled.ids.source,
            matched=list(settled.ids.matched),
        )
    return {key: value for key, value in item.items() if value or key == "evidence"}


def decoded(key: str, item: Item) -> Settled:
    """What `encoded` gave; raises `KeyError`, `TypeError` or `ValueError` for anything else."""
    ids = item.get("ids")
    return Settled(
        key,
        _verdict(item),
        tuple(_finding(key, it) for it in item.get("findings", ())),
        Ids(
            _text(ids, "pmid"),
            _text(ids, "pmcid"),
            _text(ids, "source"),
            tuple(str(it) for it in ids.get("matched", ())),
        )
        if ids
        else None,
    )


def plain_evidence(evidence: Evidence) -> dict[str, object]:
    """One piece of evidence as JSON values; empty ones are left out."""
    return _full(
        source=evidence.source,
        request=evidence.request,
        asked=str(evidence.asked),
        status=evidence.status,
        says=evidence.says,
        record=dict(evidence.record),
        comparison=[_plain_difference(it) for it in evidence.comparison],
    )


def plain_candidate(candidate: Candidate) -> dict[str, object]:
    """A work to choose as JSON values; empty ones are left out."""
    return _full(
        source=candidate.source,
        doi=candidate.doi,
        pmid=candidate.pmid,
        pmcid=candidate.pmcid,
        accepted=candidate.accepted,
        likeness=candidate.likeness,
        record=dict(candidate.record),
        comparison=[_plain_difference(it) for it in candidate.comparison],
    )


def _plain_difference(field: Difference) -> dict[str, object]:
    return _full(
        variable=field.variable,
        ours=field.ours,
        theirs=field.theirs,
        likeness=field.likeness,
        bearing=field.bearing.value,
        reason=field.reason,
    )


def _plain_finding(finding: Finding) -> dict[str, object]:
    return _full(
        rule=finding.rule,
        severity=finding.severity.value,
        message=finding.message,
        variable=finding.variable,
        hint=finding.hint,
    )


def _full(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value not in ("", [], {}, False)}


def _verdict(item: Item) -> Verdict:
    doi, agency, reason = (_text(item, field) for field in ("doi", "agency", "reason"))
    evidence = tuple(_evidence(it) for it in item["evidence"])
    kind = str(item["verdict"])
    if kind in _HELD:
        return _HELD[kind](doi, agency, evidence)
    match kind:
        case "disputed":
            return Disputed(doi, agency, reason, evidence)
        case "unregistered":
            return Unregistered(doi, evidence)
        case "suggested":
            found = tuple(_candidate(it) for it in item["candidates"])
            return Suggested(found, reason, evidence)
        case "unlisted":
            return Unlisted(reason, evidence)
        case other:
            raise ValueError(f"no verdict that is kept: {other}")


def _evidence(item: Item) -> Evidence:
    return Evidence(
        str(item["source"]),
        str(item["request"]),
        edtf(str(item["asked"])),
        int(item["status"]),
        _text(item, "says"),
        _pairs(item.get("record")),
        _comparison(item.get("comparison", ())),
    )


def _candidate(item: Item) -> Candidate:
    return Candidate(
        str(item["source"]),
        _text(item, "doi"),
        _pairs(item.get("record")),
        _comparison(item.get("comparison", ())),
        float(item.get("likeness", 0)),
        _text(item, "pmid"),
        _text(item, "pmcid"),
        accepted=item.get("accepted") is True,
    )


def _comparison(rows: Iterable[Item]) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            str(row["variable"]),
            _text(row, "ours"),
            _text(row, "theirs"),
            float(row.get("likeness", 0)),
            _text(row, "reason"),
            Bearing(row["bearing"]),
        )
        for row in rows
    )


def _finding(key: str, item: Item) -> Finding:
    return Finding(
        str(item["rule"]),
        str(item["message"]),
        Severity(item["severity"]),
        key,
        _text(item, "variable"),
        hint=_text(item, "hint"),
    )


# In reading order, which sorted JSON does not keep.
_READING = (
    """DOI type title author container-title issued volume issue page number publisher PMID
    PMCID"""
).split()


def _pairs(record: object) -> tuple[tuple[str, str], ...]:
    pairs = cast("dict[str, str]", record or {})
    known = sorted(
        pairs, key=lambda it: (it not in _READING, it in _READING and _READING.index(it))
    )
    return tuple((name, str(pairs[name])) for name in known)


def _text(item: Item, field: str) -> str:
    value = item.get(field, "")
    if not isinstance(value, str):
        raise TypeError(field)
    return value
