"""A whole .bib file: entries in order, keys that differ, and what a file read before had more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.formats.bib_entry import entry, safe_key, taste
from ifnlit.formats.bib_types import subtype
from ifnlit.formats.kept import kept_fields, kept_text
from ifnlit.formats.latex import escaped, is_balanced

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from ifnlit.formats.bib_entry import Fields, Taste
    from ifnlit.formats.format import Flavour
    from ifnlit.model.reference import Reference

    Described = Callable[[Reference, Flavour, Taste], tuple[str, Fields]]

FAMILY = "bib"
# Names under which a reader keeps what stood between entries.
BEFORE, AFTER = "@before", "@after"
# Fields that point to other entries by key; they would dangle without them.
_POINTERS = frozenset({"crossref", "xref"})


def written(references: Sequence[Reference], flavour: Flavour, described: Described) -> str:
    """The file: entries apart by a blank line, comments and preambles where they stood."""
    how = taste(flavour)
    taken: dict[str, int] = {}
    keys = [safe_key(reference.id, taken) for reference in references]
    blocks: list[str] = []
    for key, reference in zip(keys, references, strict=True):
        kind, fields = described(reference, flavour, how)
        if flavour.consumer != "zotero":
            fields.append(("entrysubtype", subtype(reference, kind, dict(fields))))
        block = entry(kind, key, fields, _kept(reference, fields, taken), how)
        if how.blocks:
            before, after = (kept_text(reference, FAMILY, name) for name in (BEFORE, AFTER))
            block = "\n".join(
                part for part in (before and f"{before}\n", block, after and f"{after}\n") if part
            )
        blocks.append(block)
    return "\n".join(blocks)


def _kept(reference: Reference, fields: Fields, keys: Collection[str]) -> Fields:
    if not reference.extra:
        return []
    taken = {name for name, value in fields if value}
    return [
        (name, text if is_balanced(text) else escaped(text))
        for name, text in kept_fields(reference, FAMILY, taken)
        if name not in _POINTERS or text in keys
    ]
