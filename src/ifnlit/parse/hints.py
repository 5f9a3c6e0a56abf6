"""Cheap questions that come before costly searches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def has_any(text: str, hints: Iterable[str]) -> bool:
    """Whether one of the hints stands in the text; a plain loop is twice as fast as `any`."""
    for hint in hints:  # noqa: SIM110  # see above
        if hint in text:
            return True
    return False
