"""EndNote XML: the fields that EndNote's RIS has under two letters, as elements with names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ifnlit.formats.endnote_xml_table import FIELDS, TYPES
from ifnlit.formats.format import Format
from ifnlit.formats.ris import tagged
from ifnlit.formats.xml_text import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

# EndNote has no such types; the nearest it has.
_NEAREST = {"SOUND": "MUSIC", "VIDEO": "ADVS"}

_ORDER = {tag: place for place, tag in enumerate(FIELDS)}
_STYLED = re.compile(r"</?(?:i|b|sub|sup)>")
_FACES = {"i": "italic", "b": "bold", "sub": "subscript", "sup": "superscript"}
_DATE = re.compile(r"(\d{4})/(\d\d)?/(\d\d)?/")


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """An EndNote library as XML; the same for every consumer."""
    plain = replace(flavour, consumer="endnote")
    records = [_record(reference, plain, n) for n, reference in enumerate(references, 1)]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<xml>\n<records>\n'
    return f"{head}{''.join(records)}</records>\n</xml>\n"


def _read(text: str, path: str) -> Reading:
    from ifnlit.formats.endnote_xml_read import read

    return read(text, path)


def sniff(head: str) -> float:
    """Records inside `<xml>`, with EndNote's numbers of types."""
    if re.search(r"<records>\s*<record", head):
        return 0.95
    return 0.9 if "<ref-type" in head else 0.0


def _record(reference: Reference, flavour: Flavour, number: int) -> str:
    """One element; what the same parent holds stands in it together."""
    if reference.type == "speech":  # EndNote has no type for it
        reference = replace(reference, type="paper-conference")
    every = tagged(reference, flavour)
    lines = [(tag, value) for tag, value in every if tag in FIELDS]
    page = reference.page if any(tag == "SP" for tag, _ in lines) else ""
    kind = next(value for tag, value in every if tag == "TY")
    code, name = TYPES[_NEAREST.get(kind, kind)]
    lines += [("AN", reference.pmid), ("C2", reference.pmcid)]
    out = [f'<record><rec-number>{number}</rec-number><ref-type name="{name}">{code}</ref-type>']
    inside: list[str] = []
    for tag, value in sorted(lines, key=lambda line: _ORDER[line[0]]):
        *parents, element = FIELDS[tag].split("/")
        text = page or value if tag == "SP" else _plain_date(value) if tag in _DATES else value
        if not text:
            continue
        while inside != parents[: len(inside)]:
            out.append(f"</{inside.pop()}>")
        for parent in parents[len(inside) :]:
            out.append(f"<{parent}>")
            inside.append(parent)
        out.append(f"<{element}>{_styled(text)}</{element}>")
    out += [f"</{parent}>" for parent in reversed(inside)]
    return "".join(out) + "</record>\n"


_DATES = frozenset({"DA", "Y2"})


def _plain_date(text: str) -> str:
    """2020/08/17/ as 2020-08-17."""
    found = _DATE.fullmatch(text)
    return "-".join(part for part in found.groups() if part) if found else text


def _styled(text: str) -> str:
    """Italics and the like as EndNote's own faces."""
    if "<" not in text or not _balanced(text):
        return escaped(text)
    out: list[str] = []
    at = 0
    for found in _STYLED.finditer(text):
        out.append(escaped(text[at : found.start()]))
        name = found[0].strip("</>")
        opening = f'<style face="{_FACES[name]}" font="default" size="100%">'
        out.append("</style>" if found[0].startswith("</") else opening)
        at = found.end()
    return "".join([*out, escaped(text[at:])])


def _balanced(text: str) -> bool:
    return all(text.count(f"<{name}>") == text.count(f"</{name}>") for name in _FACES)


FORMAT = Format("endnote-xml", (".xml",), "application/xml", write, _read, sniff)
