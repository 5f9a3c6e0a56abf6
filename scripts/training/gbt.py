"""An English record in GB/T 7714, as Chinese journals print it: type code, capitals, bare initials."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scripts.training.record import Writer
from scripts.training.render import names
from scripts.training.style import NameForm

if TYPE_CHECKING:
    import random

    from scripts.training.record import Record

_FORM = NameForm("family", "J A", " ", ", ", ", ", 3, 3, ", et al.", capitals=True)
_CODES = {
    "article": "J",
    "chapter": "M",
    "meeting": "C",
    "book": "M",
    "thesis": "D",
    "report": "R",
    "web": "EB/OL",
}


def rendered(record: Record, chance: random.Random) -> Writer:
    """The string of a record and its spans."""
    values = record.values
    out = Writer()
    form = replace(
        _FORM,
        capitals=chance.random() < 0.5,
        given=chance.choice(("J A", "J A", "JA", "J. A.", "Jane")),
        more=chance.choice((", et al.", ", et al", " et al.")),
    )
    out.put("author", names(record.authors or record.editors, form))
    out.mark(". " if out.text else "")
    dated = chance.random() < 0.15 and bool(record.authors)
    if dated:
        out.text = out.text[:-2] + ", "
        out.put("date", record.year)
        out.text += ". "
    out.put("title", record.title)
    out.text += chance.choice(("", "", " ")) + "["
    out.put("medium", _CODES[record.kind])
    out.text += "]"
    year = "" if dated else record.year
    if record.kind == "article":
        out.text += ". "
        out.put("container-title", values.get("container", ""))
        slots = {
            "v": ("volume", values.get("volume", "")),
            "i": ("issue", values.get("issue", "")),
            "p": ("pages", values.get("pages", "")),
            "y": ("date", year),
        }
        out.fill(
            chance.choice(
                (
                    "[, {y}][, {v}][({i})][: {p}]",
                    "[, {y}][, {v}][({i})][:{p}]",
                    "[, {y}][, {v}][ ({i})][: {p}]",
                )
            ),
            slots,
        )
    elif record.kind == "web":
        out.text += ". ("
        out.put("date", f"{record.year}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}")
        out.text += ")["
        out.put(
            "accessed",
            f"{chance.randrange(2005, 2026)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}",
        )
        out.text += "]. "
        out.put("url", values.get("url", ""))
    else:
        if record.kind in {"chapter", "meeting"}:
            out.text += chance.choice(("//", " // ", "//"))
            if record.editors:
                out.put("editor", names(record.editors, form))
                out.mark(". ")
            out.put("container-title", values.get("container", ""))
        out.text += ". "
        out.fill(
            "[{e} ed. ][{l}: ]{h}[, {y}][: {p}]",
            {
                "e": ("edition", values.get("edition", "") if record.kind == "book" else ""),
                "l": ("location", values.get("location", "")),
                "h": ("publisher", values.get("publisher", "")),
                "y": ("date", year),
                "p": ("pages", values.get("pages", "")),
            },
        )
    if values.get("doi") and chance.random() < 0.3:
        out.text += ". DOI:" + chance.choice((" ", ""))
        out.put("doi", values["doi"])
    out.mark(".")
    return out
