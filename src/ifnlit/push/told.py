"""JSON of which nothing is known, as what one hopes for: never an exception."""

from __future__ import annotations

from typing import Any, cast


def mapping(value: object) -> dict[str, Any]:
    """A JSON object; an empty one for anything else."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def listing(value: object) -> list[Any]:
    """The entries of a JSON array; none for anything else."""
    return list(cast("list[object]", value)) if isinstance(value, list) else []


def is_listing(value: object) -> bool:
    """Whether it is a JSON array."""
    return isinstance(value, list)
