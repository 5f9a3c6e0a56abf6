"""Findings that go with a verdict: what differs, what is wrong, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ifnlit.model import verdict as cases
from ifnlit.model.evidence import AGAINST
from ifnlit.model.finding import Finding, Severity
from ifnlit.resolve.notice import noticed
from ifnlit.sources import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ifnlit.model.evidence import Comparison, Difference, Judgement, Record
    from ifnlit.model.reference import Reference
    from ifnlit.model.verdict import Verdict

_SHOWN = 4  # differing fields told in one message; the evidence has all
# Rules of the matcher -> the field they are about, and how much they matter.
_FIELDS = {
    "title-differs": "title",
    "names-differ": "author",
    "container-title-differs": "container-title",
    "year-differs": "issued",
    "year-conflict": "issued",
    "volume-differs": "volume",
    "page-differs": "page",
    "type-differs": "type",
    "doi-of-preprint": "DOI",
}
_SEVERITY = {"doi-of-preprint": Severity.ERROR, "type-differs": Severity.INFO}
_HINT = {
    "year-conflict": "see the article for the year of that volume",
    "doi-of-preprint": "give the DOI of the published version",
}


def compared(
    reference: Reference, judgement: Judgement, comparison: Comparison
) -> tuple[Finding, ...]:
    """Findings on a record that was read: the matcher's, its notices, its other versions."""
    found = [_matched(reference, rule, judgement, comparison) for rule in judgement.findings]
    found.extend(noticed(reference, comparison.record))
    found.extend(_published(reference, comparison.record, judgement))
    return tuple(found)


def of_verdict(reference: Reference, verdict: Verdict) -> tuple[Finding, ...]:
    """The finding that a verdict is in itself; none for the good ones."""
    told = _told(verdict)
    if told is None:
        return ()
    rule, severity, message, hint = told
    return (Finding(rule, message, severity, reference.id, "DOI", hint=hint),)


def shown(fields: Iterable[Difference]) -> str:
    """Differing fields with both values: `title "A" here, "B" there`."""
    return "; ".join(
        f'{field.variable} "{field.ours}" here, "{field.theirs}" there' for field in fields
    )


def _told(verdict: Verdict) -> tuple[str, Severity, str, str] | None:
    match verdict:
        case cases.Confirmed() | cases.ConfirmedElsewhere() | cases.Elsewhere() | cases.Unlisted():
            return None
        case cases.Disputed(doi, agency, reason, evidence):
            against = [
                field for it in evidence for field in it.comparison if field.bearing in AGAINST
            ]
            both = shown(against[:_SHOWN])
            message = f"{doi} is registered with {agency}, but {reason}" + (both and f": {both}")
            hint = "find the right DOI, or correct the reference if the record is right"
            return "doi-disputed", Severity.ERROR, message, hint
        case cases.Unregistered(doi):
            hint = (
                "compare it with the article; many DOIs printed in journals were never registered"
            )
            return "doi-unregistered", Severity.ERROR, f"no agency knows the DOI {doi}", hint
        case cases.Malformed(text):
            return (
                "doi-malformed",
                Severity.ERROR,
                f'"{text}" is no DOI',
                "a DOI looks like 10.1128/jvi.00546-22, without blanks",
            )
        case cases.Suggested(candidates, reason):
            best = candidates[0]
            title = dict(best.record).get("title", "")
            message = f'no DOI is recorded; {best.doi} "{title}" may be its own: {reason}'
            return "doi-suggested", Severity.INFO, message, "ifnlit resolve takes or asks for it"
        case cases.Unchecked(doi, service, reason):
            who = f"{label(service)}: " if service else ""
            message = f"{doi or 'the reference'} could not be checked: {who}{reason}"
            return "doi-unchecked", Severity.WARNING, message, "run ifnlit check again later"
    assert_never(verdict)


def _matched(
    reference: Reference, rule: str, judgement: Judgement, comparison: Comparison
) -> Finding:
    variable = _FIELDS.get(rule, "")
    field = comparison.field(variable)
    message = judgement.reason
    if rule == "doi-of-preprint":
        message = f"{comparison.record.doi} is the DOI of a preprint, not of the article"
    elif field is not None:
        message = f'{variable} is "{field.ours}" here, "{field.theirs}" in the record'
        message += f" ({field.reason})" if field.reason else ""
    severity = _SEVERITY.get(rule, Severity.WARNING)
    return Finding(rule, message, severity, reference.id, variable, hint=_HINT.get(rule, ""))


def _published(reference: Reference, record: Record, judgement: Judgement) -> Iterator[Finding]:
    """A preprint that was cited as one, and has an article by now."""
    article = next((it.id for it in record.relations if it.kind == "is-preprint-of"), "")
    if article and (judgement.same or "doi-of-preprint" in judgement.findings):
        yield Finding(
            "published-version-exists",
            f"{record.doi} is a preprint; it was published as {article}",
            Severity.WARNING,
            reference.id,
            "DOI",
            hint="cite the published version, unless the preprint is meant",
        )
