"""Whether a record is of our reference, and which of several candidates may be taken for it.

The rules, their thresholds and where those come from stand in docs/matching.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.match.kind import is_preprint, is_preprint_record
from ifnlit.match.title import MISQUOTED, is_generic, is_translated
from ifnlit.model.evidence import GOOD, Bearing, Choice, Comparison, Judgement

if TYPE_CHECKING:
    from ifnlit.model.evidence import Difference
    from ifnlit.model.reference import Reference

# Independent of the title and, but for volume and year, of each other.
SUPPORTS = ("author", "container-title", "issued", "volume", "page")
ENOUGH = 3  # supports for a title that agrees
ENOUGH_FOR_WEAK = 4  # supports for a title that is near, or too general to tell works apart
ENOUGH_UNTITLED = 2  # supports that show a recorded DOI to be right where titles do not compare
REWORDED = 0.6  # likeness of two titles from which on a place alone shows them to be one work's
MOST_CONFLICTS_OFFERED = 1
OFFERED_LIKENESS = 0.5  # of the whole: below, a candidate is not worth a person's time
MOST_OFFERED = 5
NOTHING = "nothing found"  # the reason for a choice among no candidates at all

# The rule that names a field in which a right DOI's record differs.
_RULES = {
    "title": "title-differs",
    "author": "names-differ",
    "container-title": "container-title-differs",
    "issued": "year-differs",
    "volume": "volume-differs",
    "page": "page-differs",
    "type": "type-differs",
}


def judge(reference: Reference, comparison: Comparison) -> Judgement:
    """Whether a recorded DOI, whose record this is, is our reference's."""
    findings = _findings(reference, comparison)
    kind = comparison.field("type")
    if kind is not None and kind.bearing is Bearing.CONFLICTS:
        return Judgement(same=False, reason=f"its record is of {kind.reason}", findings=findings)
    same, reason = _same(reference, comparison)
    return Judgement(same, reason, findings)


def choose(reference: Reference, comparisons: tuple[Comparison, ...]) -> Choice:
    """The one candidate that is the reference beyond doubt, if any, and those worth a look."""
    ranked = sorted(_distinct(comparisons), key=lambda one: (-one.likeness, one.record.doi))
    sure = [one for one in ranked if _is_sure(reference, one)]
    offered = [one for one in ranked if _is_offered(one)]
    if len(sure) == 1 or (len(sure) > 1 and _is_ahead(sure[0], sure[1:])):
        accepted = sure[0]
        others = tuple(one for one in offered if one is not accepted)[:MOST_OFFERED]
        agreeing = ("title", *_supports(accepted))
        return Choice(accepted, others, _agree(agreeing))
    if sure:
        return Choice(None, tuple(sure[:MOST_OFFERED]), f"{len(sure)} records agree equally well")
    if offered:
        reason = "none agrees in a title and enough else to be taken unseen"
        return Choice(None, tuple(offered[:MOST_OFFERED]), reason)
    return Choice(None, (), "no record found is like it" if ranked else NOTHING)


def _same(reference: Reference, comparison: Comparison) -> tuple[bool, str]:
    title = comparison.bearing("title")
    if title in GOOD:
        return _same_by_title(reference, comparison)
    supports, conflicts = _supports(comparison), _conflicts(comparison)
    if title is Bearing.SILENT:
        needed = ENOUGH_UNTITLED + bool(comparison.differences)
        same = len(supports) >= needed and not conflicts
        return same, f"the titles cannot be compared; {_agree(supports)}"
    if _is_same_place(comparison) and not conflicts:
        has_authors = "author" in supports
        if has_authors and is_translated(reference.title, reference.language):
            return True, f"our title is a translation; {_agree(supports)}"
        if title is Bearing.DIFFERS and (has_authors or _title_likeness(comparison) >= REWORDED):
            return True, f"the titles differ in wording; {_agree(supports)}"
    against = ("title", *conflicts)
    return False, f"its record is of another work: {_list(against)} {_verb(against, 'differ')}"


def _same_by_title(reference: Reference, comparison: Comparison) -> tuple[bool, str]:
    supports, conflicts = _supports(comparison), _conflicts(comparison)
    if comparison.bearing("type") is Bearing.DIFFERS and not _is_same_place(comparison):
        conflicts = (*conflicts, "type")
    if len(conflicts) > 1:
        return False, f"the title agrees, but {_list(conflicts)} are of another work"
    if conflicts:
        same = len(supports) > len(conflicts) and _is_misprint(conflicts[0], comparison)
        return same, f"{_agree(('title', *supports))}, but {_list(conflicts)} does not"
    is_weak = is_generic(reference.title) or comparison.bearing("title") is Bearing.NEAR
    if is_weak and not supports and _compared(comparison):
        return False, "only the title agrees, and it is a general one"
    return True, _agree(("title", *supports))


def _is_misprint(variable: str, comparison: Comparison) -> bool:
    """Whether the one field that conflicts may be wrong in a reference to this very record.

    Other authors: only at the same page, else it is a reply or a namesake. Another volume or
    year: only where the rest tells the yearly editions of a work apart.
    """
    supports = _supports(comparison)
    if variable == "author":
        return "page" in supports
    if variable == "volume":
        return comparison.bearing("issued") is Bearing.AGREES and "author" in supports
    if variable == "issued":
        return bool({"volume", "page"} & set(supports))
    return True


def _title_likeness(comparison: Comparison) -> float:
    title = comparison.field("title")
    return title.likeness if title else 0.0


def _is_same_place(comparison: Comparison) -> bool:
    """Whether two works stand at one place: pages, volume and a third thing."""
    supports = _supports(comparison)
    return {"volume", "page"} <= set(supports) and len(supports) >= ENOUGH


def _findings(reference: Reference, comparison: Comparison) -> tuple[str, ...]:
    found = {_RULES[field.variable] for field in comparison.differences if field.variable in _RULES}
    title = comparison.field("title")
    if title is not None and title.ours and title.theirs and not _is_as_cited(title):
        found.add("title-differs")
    if comparison.bearing("issued") is Bearing.NEAR and comparison.record.printed:
        found.add("year-differs")  # not excused by an earlier date online: the print's is known
    if "year-differs" in found and {"volume", "page"} <= set(_supports(comparison)):
        found = (found - {"year-differs"}) | {"year-conflict"}
    if is_preprint_record(comparison.record) and not is_preprint(reference):
        found = (found - {"type-differs"}) | {"doi-of-preprint"}
    return tuple(sorted(found))


def _is_as_cited(title: Difference) -> bool:
    """Whether the titles differ by no more than spelling, or by where they end."""
    if title.bearing is Bearing.NEAR:
        return title.likeness > MISQUOTED
    return title.bearing is Bearing.AGREES


def _is_sure(reference: Reference, comparison: Comparison) -> bool:
    """Whether a candidate is taken unseen: a title, enough support, nothing against it."""
    title = comparison.bearing("title")
    if title not in GOOD or _title_likeness(comparison) <= MISQUOTED:
        return False
    if comparison.bearing("type") not in {*GOOD, Bearing.SILENT} or _conflicts(comparison):
        return False
    if comparison.bearing("page") is Bearing.DIFFERS:
        return False
    supports = _supports(comparison)
    if comparison.bearing("issue") is Bearing.DIFFERS:  # where each issue begins with page 1
        is_all = len(supports) == len(SUPPORTS) and comparison.bearing("page") is Bearing.AGREES
        return title is Bearing.AGREES and is_all
    return len(supports) >= _needed(reference, comparison)


def _needed(reference: Reference, comparison: Comparison) -> int:
    """How many supports a candidate needs: more for a weaker title, or when something differs."""
    place = {name for name in ("volume", "page") if comparison.bearing(name) is Bearing.AGREES}
    is_of_year = comparison.bearing("issued") is Bearing.AGREES
    if not place and not is_of_year:
        return len(SUPPORTS)  # yearly reports share title, authors and journal
    against = sum(
        comparison.bearing(name) is Bearing.DIFFERS for name in SUPPORTS if name != "issued"
    )
    is_weak = comparison.bearing("title") is Bearing.NEAR or is_generic(reference.title)
    # A page shows the place only with its volume, or in a book, which has none.
    is_placed = "page" in place and (
        "volume" in place or (is_of_year and comparison.field("volume") is None)
    )
    return (ENOUGH_FOR_WEAK if is_weak and not is_placed else ENOUGH) + against


def _is_offered(comparison: Comparison) -> bool:
    if comparison.bearing("type") is Bearing.CONFLICTS:
        return False
    title, conflicts = comparison.bearing("title"), len(_conflicts(comparison))
    conflicts += title is Bearing.CONFLICTS
    if conflicts > MOST_CONFLICTS_OFFERED or comparison.likeness < OFFERED_LIKENESS:
        return False
    return title in GOOD or _is_same_place(comparison)


def _is_ahead(first: Comparison, others: list[Comparison]) -> bool:
    """Whether the first has the title as it is, or the page, and each other one has it not."""
    return any(
        first.bearing(name) is Bearing.AGREES
        and all(other.bearing(name) is not Bearing.AGREES for other in others)
        for name in ("title", "page")
    )


def _supports(comparison: Comparison) -> tuple[str, ...]:
    return tuple(name for name in SUPPORTS if comparison.bearing(name) in GOOD)


def _conflicts(comparison: Comparison) -> tuple[str, ...]:
    """The fields of another work; another issue is one beside another page."""
    found = tuple(name for name in SUPPORTS if comparison.bearing(name) is Bearing.CONFLICTS)
    if "page" in found and comparison.bearing("issue") is Bearing.DIFFERS:
        return (*found, "issue")
    return found


def _compared(comparison: Comparison) -> bool:
    return any(comparison.bearing(name) is not Bearing.SILENT for name in SUPPORTS)


def _distinct(comparisons: tuple[Comparison, ...]) -> list[Comparison]:
    """One comparison for each DOI, the likeliest; records without one are kept."""
    found: dict[str, Comparison] = {}
    for at, one in enumerate(comparisons):
        key = one.record.doi.casefold() or f"#{at}"
        if key not in found or one.likeness > found[key].likeness:
            found[key] = one
    return list(found.values())


def _agree(names: tuple[str, ...]) -> str:
    return f"{_list(names)} {_verb(names, 'agree')}" if names else "nothing agrees"


def _list(names: tuple[str, ...]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def _verb(names: tuple[str, ...], verb: str) -> str:
    return verb if len(names) > 1 else f"{verb}s"
