"""What a CSL engine is given and gives, and the mark "et al." that no engine knows."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Protocol

from ifnlit.errors import UsageFault

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.cite.style import Style
    from ifnlit.model.reference import Reference

# A list that the source cut off ends in this person, whom the engine prints like any other: if
# the style cuts the list itself, the mark is gone; where it stands, `with_et_al` writes the term.
CUT = "\ue000"
_CUT = re.compile(
    rf"(?P<comma>[,;、，]?)\s*(?:(?:&amp;|&|and|und|et|y|e|och|en|和|与)\s*)?(?:,\s*)?{CUT}(?P<stop>\.?)",
    re.IGNORECASE,
)


class Engine(Protocol):
    """Formats CSL items in a style: one HTML fragment an item, in the order of the style."""

    def __call__(self, items: Sequence[dict[str, Any]], style: Style) -> list[str]: ...


def engine(name: str) -> Engine:
    """The engine "pandoc", "citeproc-py", or for "auto" the better one that is installed."""
    if name != "citeproc-py":
        from ifnlit.cite import pandoc

        if pandoc.is_installed():
            return pandoc.formatted
        if name == "pandoc":
            raise UsageFault(
                "pandoc is not installed",
                hint='install pandoc, or pip install "ifnlit[pandoc]"; or --engine citeproc-py',
            )
    from ifnlit.cite import citeproc_py

    return citeproc_py.formatted


def csl_items(references: Sequence[Reference]) -> list[dict[str, Any]]:
    """The references as CSL-JSON items with the variables that styles use."""
    from ifnlit.formats.csl_json import write
    from ifnlit.formats.format import Flavour

    items: list[dict[str, Any]] = json.loads(write(references, Flavour()))
    for item, reference in zip(items, references, strict=True):
        for name in ("custom", "citation-key", "journalAbbreviation", "note"):
            item.pop(name, None)
        if reference.et_al:
            item["author"] = [*item.get("author", []), {"literal": CUT}]
    return items


def with_et_al(html: str, style: Style) -> str:
    """The fragment with "et al." (in Chinese styles "等") where the source cut its list off."""
    chinese = style.language.startswith("zh")

    def term(found: re.Match[str]) -> str:
        # The stop of "et al." takes the place of the one that ends the names; "等" has none.
        return f"{found['comma']} {'等' + found['stop'] if chinese else 'et al.'}"

    return _CUT.sub(term, html)
