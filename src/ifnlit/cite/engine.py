"""What a CSL engine is given and gives, and what no engine knows: "et al.", Chinese names."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from ifnlit.errors import UsageFault
from ifnlit.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.cite.style import Style
    from ifnlit.model.name import Name
    from ifnlit.model.reference import Reference

# A list that the source cut off ends in this person, whom the engine prints like any other: if
# the style cuts the list itself, the mark is gone; where it stands, `with_et_al` writes the term.
CUT = "\ue000"
# The hyphen of an article number ("e00442-20"), which engines take for that of a range.
_HYPHEN = "\ue001"
_AND = r"(?:(?<=[\s,])(?:&amp;|&|and|und|et|y|e|och|en)\s+|[和与]\s*)?"
_CUT = re.compile(rf"(?P<comma>[,;、，]?)\s*{_AND}{CUT}(?P<stop>\.?)")
_OURS = dict.fromkeys(map(ord, (CUT, _HYPHEN)))  # not the data's
# A word with Greek in it: a style that capitalises titles would make "Γ" of "γ", another thing.
_GREEK = re.compile(r"[^\s<>&]*[α-ω][^\s<>&]*")
_HAN = re.compile(r"[\u3400-\u9fff]")

Entries = list[tuple[str, str]]


class Engine(Protocol):
    """Formats CSL items in a style: (id, HTML fragment) of each, in the order of the style."""

    def __call__(self, items: Sequence[dict[str, Any]], style: Style) -> Entries: ...


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


def listed(references: Sequence[Reference], style: Style, form: Engine) -> list[str]:
    """One HTML fragment a reference, in the order of the style: a line, without controls.

    A Chinese style writes its terms in the language of each work (GB/T 7714-2015, 8.1.2: "等"
    or its equivalent), which engines do for a whole list only: it is formatted in both.
    """
    items = csl_items(references)
    entries = form(items, style)
    foreign: dict[str, str] = {}
    english = replace(style, language="en-US")
    if style.language.startswith("zh"):
        names = {
            item["id"]
            for item, reference in zip(items, references, strict=True)
            if not _is_chinese(reference)
        }
        foreign = {
            key: html for key, html in (form(items, english) if names else ()) if key in names
        }
    found = (
        with_et_al(foreign[key], english) if key in foreign else with_et_al(html, style)
        for key, html in entries
    )
    return [visible(" ".join(html.split())) for html in found]


def csl_items(references: Sequence[Reference]) -> list[dict[str, Any]]:
    """The references as CSL-JSON items with the variables that styles use, and ids of our own."""
    from ifnlit.formats.csl_json import write
    from ifnlit.formats.format import Flavour

    text = write(references, Flavour()).translate(_OURS)
    items: list[dict[str, Any]] = json.loads(text)
    for place, (item, reference) in enumerate(zip(items, references, strict=True)):
        item["id"] = f"r{place}"
        for unused in ("custom", "citation-key", "journalAbbreviation", "note"):
            item.pop(unused, None)
        if "title" in item:
            item["title"] = _GREEK.sub(r'<span class="nocase">\g<0></span>', item["title"])
        for role in ("author", "editor", "translator"):
            names: tuple[Name, ...] = getattr(reference, role)
            for index, name in enumerate(names):
                if _HAN.match(name.family) and _HAN.match(name.given):
                    # Without a blank, and no given name of one letter that a style cuts short.
                    item[role][index] = {"literal": f"{name.family}{name.given}"}
        if reference.et_al:
            item["author"] = [*item.get("author", []), {"literal": CUT}]
        if reference.number and item.get("page") == reference.number:
            item["page"] = reference.number.replace("-", _HYPHEN)
    return items


def with_et_al(html: str, style: Style) -> str:
    """The fragment with "et al." (in Chinese "等") where the source cut its list of authors off."""
    term = "<i>et al.</i>" if style.has_italic_et_al else "et al."

    def words(found: re.Match[str]) -> str:
        # The stop of "et al." takes the place of the one that ends the names; "等" has none.
        is_chinese = style.language.startswith("zh")
        return f"{found['comma']} {'等' + found['stop'] if is_chinese else term}"

    return _CUT.sub(words, html).replace(_HYPHEN, "-")


def _is_chinese(reference: Reference) -> bool:
    return _HAN.search(f"{reference.title}{reference.container_title}") is not None
