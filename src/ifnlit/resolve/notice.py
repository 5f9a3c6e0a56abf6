"""What a record says was later done to the work: retracted, doubted, corrected, replaced.

The list of kinds is open: one that is not known here is told, never taken for harmless. Source:
Crossref's update types, Retraction Watch's, and those seen in 8,387 records.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.model.evidence import VERSIONS
from ifnlit.model.finding import Finding, Severity

if TYPE_CHECKING:
    from ifnlit.model.evidence import Record, Update
    from ifnlit.model.reference import Reference

RETRACTED, CONCERN, UPDATED, CORRECTED, FINE = (
    "doi-retracted",
    "doi-concern",
    "doi-updated",
    "doi-corrected",
    "",
)
_WORST_FIRST = (RETRACTED, CONCERN, UPDATED, CORRECTED, FINE)
_KINDS = {
    **dict.fromkeys("retraction withdrawal removal partial_retraction".split(), RETRACTED),
    **dict.fromkeys("retracted withdrawn removed temporary_removal".split(), RETRACTED),
    "expression_of_concern": CONCERN,
    "concern": CONCERN,
    **dict.fromkeys(
        "correction erratum corrigendum addendum clarification corrected republication".split(),
        CORRECTED,
    ),
    **dict.fromkeys(VERSIONS, FINE),
}
_SEVERITY = {
    RETRACTED: Severity.ERROR,
    CONCERN: Severity.WARNING,
    UPDATED: Severity.WARNING,
    CORRECTED: Severity.INFO,
}
_HINT = {
    RETRACTED: "do not cite it as support; if it must be cited, say that it was retracted",
    CONCERN: "read the notice before you rely on it",
    UPDATED: "read the notice",
    CORRECTED: "see whether the correction concerns what you cite it for",
}
_SAYS = {
    RETRACTED: "was retracted",
    CONCERN: "is under an expression of concern",
    UPDATED: "has a notice of a kind unknown here",
    CORRECTED: "was corrected",
}
# Publishers mark the title itself. "Retraction: ..." (the noun) heads the notice, not the paper.
_RETRACTED_TITLE = re.compile(
    r"^\W*(?:retracted|withdrawn|removed|temporary removal)(?:\s+(?:article|paper|chapter))?"
    r"\s*[\]):\u2013\u2014-]"
    r"|[\[(]\s*(?:retracted|withdrawn)(?:\s+article)?[^\])]*[\])]\s*\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Notice:
    """The worst that was done to a work: a rule, and where it stands (a DOI, a title)."""

    rule: str
    where: str


def worst(record: Record) -> Notice:
    """The worst notice about the work itself; its rule is "" when there is none."""
    found = [Notice(FINE, "")]
    found += [_of(update) for update in record.updates if _is_about(update, record)]
    if any(_RETRACTED_TITLE.search(title) for title in record.titles):
        found.append(Notice(RETRACTED, "its registered title says so"))
    if record.is_retracted:
        found.append(Notice(RETRACTED, f"{record.source} marks it so"))
    return _reinstated(record, min(found, key=lambda notice: _WORST_FIRST.index(notice.rule)))


def noticed(reference: Reference, record: Record) -> tuple[Finding, ...]:
    """The finding for the worst notice; none when there is none."""
    notice = worst(record)
    if notice.rule == FINE:
        return ()
    message = f"{record.doi} {_SAYS[notice.rule]} ({notice.where})"
    return (
        Finding(
            notice.rule,
            message,
            _SEVERITY[notice.rule],
            reference.id,
            "DOI",
            hint=_HINT[notice.rule],
        ),
    )


def _is_about(update: Update, record: Record) -> bool:
    """An update of this record, or one that names itself: not one that it makes to another."""
    return update.direction == "updated-by" or update.doi.casefold() == record.doi.casefold()


def _of(update: Update) -> Notice:
    rule = _KINDS.get(update.kind, UPDATED)
    parts = (update.kind.replace("_", " "), update.doi, str(update.date or ""))
    return Notice(rule, " ".join(part for part in parts if part))


def _reinstated(record: Record, notice: Notice) -> Notice:
    """A retraction that was taken back later is a matter to read about."""
    back = [update.date for update in record.updates if update.kind == "reinstatement"]
    gone = [update.date for update in record.updates if _KINDS.get(update.kind) == RETRACTED]
    if notice.rule != RETRACTED or not back or not gone:
        return notice
    latest = max((str(date or "") for date in gone), default="")
    if all(str(date or "") >= latest for date in back if date is not None) and any(back):
        return Notice(CONCERN, "retracted, and reinstated later")
    return notice
