"""The variables of CSL's data schema that have no attribute, and what each may hold.

Source: CSL 1.0.2, `schemas/input/csl-data.json`; it allows no other name beside `custom`.
"""

from __future__ import annotations

from typing import cast

from ifnlit.model.csl import OTHER_DATES, OTHER_NAMES

TEXTS = frozenset(
    """annote archive archive_collection archive_location archive-place authority call-number
    chapter-number citation-label citation-number dimensions division event
    first-reference-note-number jurisdiction locator number-of-volumes original-publisher
    original-publisher-place original-title page-first part part-title printing references
    reviewed-genre reviewed-title scale section source supplement volume-title
    volume-title-short year-suffix""".split()
)
# CSL has an `editor-translator`, its data schema has not.
NAMES = OTHER_NAMES - {"editor-translator"}
DATES = OTHER_DATES
_NAME_PARTS = frozenset(
    """family given dropping-particle non-dropping-particle suffix comma-suffix static-ordering
    literal parse-names""".split()
)
_DATE_PARTS = frozenset({"date-parts", "season", "circa", "literal", "raw"})


def is_variable(name: str) -> bool:
    """Whether CSL's data schema has a variable of that name which has no attribute."""
    return name in TEXTS or name in NAMES or name in DATES or name == "categories"


def fits(name: str, value: object) -> bool:
    """Whether the schema lets a variable of that name hold this value as it is."""
    if name in TEXTS:
        return isinstance(value, str)
    if name in NAMES:
        listed = cast("list[object]", value) if isinstance(value, list) else [None]
        return all(_has_only(one, _NAME_PARTS) for one in listed)
    if name == "categories":
        listed = cast("list[object]", value) if isinstance(value, list) else [None]
        return all(isinstance(one, str) for one in listed)
    return name in DATES and _has_only(value, _DATE_PARTS)


def _has_only(value: object, parts: frozenset[str]) -> bool:
    return isinstance(value, dict) and set(cast("dict[str, object]", value)) <= parts
