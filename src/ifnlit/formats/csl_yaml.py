"""CSL-YAML: records under `references:`, as pandoc reads them and as a library keeps them.

The library's own form (`formats.csl`) is CSL-YAML already: dates are EDTF text, and what CSL has
no variable for stands under `custom:`, which pandoc passes over. So one writer serves both.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from ifnlit.formats.csl import to_csl
from ifnlit.formats.format import Format
from ifnlit.formats.genre import read_genre, written_genre
from ifnlit.formats.locator import ARTICLES
from ifnlit.formats.yaml_text import block
from ifnlit.model.frozen import changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.reference import Reference

_LISTED = re.compile(r"(?m)^[\"']?references[\"']?[ \t]*:[ \t]*(?:#.*)?$")
_BARE = re.compile(r"(?m)^[ \t]*- [\"']?(?:id|type)[\"']?[ \t]*: ")


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """A YAML file for pandoc; the same text for every consumer.

    What styles look for elsewhere is said twice, as in CSL-JSON: an article number as pages.
    """
    del flavour
    return library([_for_styles(reference) for reference in references])


def library(references: Sequence[Reference]) -> str:
    """The text of a `refs.yaml`: one block a reference, apart by a blank line."""
    return "".join(chunks(references))


def chunks(references: Iterable[Reference]) -> Iterator[str]:
    """The same text as it grows, one reference at a time."""
    lead = "references:\n"
    for reference in references:
        yield lead + "".join([f"  {line}\n" for line in _record(reference)])
        lead = "\n"
    if lead != "\n":
        yield "references: []\n"


def records(references: Sequence[Reference]) -> str:
    """The items alone, at column 0, as `store.splice.append` takes them."""
    return "\n".join("\n".join([*_record(reference), ""]) for reference in references)


def _for_styles(reference: Reference) -> Reference:
    page = reference.page or (reference.number if reference.type in ARTICLES else "")
    return changed(reference, page=page, genre=written_genre(reference))


def read_form(item: dict[str, object]) -> dict[str, object]:
    """An item of a file with what `write` says twice said once."""
    kind, page = str(item.get("type")), item.get("page")
    found = dict(item)
    if page and page == item.get("number") and kind in ARTICLES:
        del found["page"]
    if isinstance(item.get("genre"), str) and not read_genre(kind, str(item["genre"])):
        del found["genre"]
    return found


def _record(reference: Reference) -> list[str]:
    """The lines of an item of a list at column 0."""
    item = to_csl(reference)
    custom = cast("dict[str, object]", item.get("custom", {}))
    # Written without quotes, as a person would; the reader takes every scalar as text.
    if "n" in custom:
        custom["n"] = int(str(custom["n"]))
    if "et-al" in custom:
        custom["et-al"] = True
    first, *rest = block(item, 2)
    return [f"- {first.lstrip(' ')}", *rest]


def sniff(head: str) -> float:
    """A line `references:`, or list items that begin with an id."""
    if _LISTED.search(head):
        return 0.9
    return 0.6 if _BARE.search(head) else 0.0


# Read by `store.refs_yaml`, which tells the place of every value.
FORMAT = Format("csl-yaml", (".yaml", ".yml"), "application/yaml", write, None, sniff)
