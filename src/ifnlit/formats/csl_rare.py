"""Names and dates of CSL that have no attribute, as `Reference.extra` keeps them: JSON of CSL."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ifnlit.formats.csl_date import date_of, plain_date
from ifnlit.formats.csl_name import names_of, plain_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.date import Date
    from ifnlit.model.name import Name
    from ifnlit.model.reference import Reference


def rare_names(reference: Reference, variable: str) -> tuple[Name, ...]:
    """The people of a rare role, like "container-author"."""
    return names_of(_kept(reference, variable) or [])[0]


def rare_date(reference: Reference, variable: str) -> Date | None:
    """A rare date, like "original-date"; `None` when there is none that can be read."""
    try:
        return date_of(_kept(reference, variable))
    except ValueError:
        return None


def kept_names(variable: str, names: Sequence[Name]) -> tuple[str, str]:
    """The pair for `extra` of people in a rare role."""
    return variable, json.dumps(plain_names(names), ensure_ascii=False, sort_keys=True)


def kept_date(variable: str, date: Date) -> tuple[str, str]:
    """The pair for `extra` of a rare date."""
    return variable, json.dumps(plain_date(date), ensure_ascii=False, sort_keys=True)


def _kept(reference: Reference, variable: str) -> object:
    text = dict(reference.extra).get(variable)
    value: object = json.loads(text) if text else None
    return value
