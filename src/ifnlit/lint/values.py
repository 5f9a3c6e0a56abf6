"""The texts of a record that people read, under their CSL variables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.csl import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.model.reference import Reference

_TEXTS = (
    ("title", "title"),
    ("container_title", "container-title"),
    ("container_title_short", "container-title-short"),
    ("collection_title", "collection-title"),
    ("publisher", "publisher"),
    ("publisher_place", "publisher-place"),
    ("genre", "genre"),
    ("event_title", "event-title"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("page", "page"),
)


def texts(reference: Reference, *, names: bool = False) -> Iterator[tuple[str, str]]:
    """(CSL variable, value) of each text there is; with `names`, the parts of names as well."""
    for attribute, variable in _TEXTS:
        value: str = getattr(reference, attribute)
        if value:
            yield variable, value
    if not names:
        return
    for role in NAMES:
        for at, name in enumerate(getattr(reference, role)):
            for part in ("family", "given", "literal"):
                value = getattr(name, part)
                if value:
                    yield f"{role}[{at}].{part}", value
