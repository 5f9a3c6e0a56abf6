"""EndNote XML as EndNote exports it: text in styled pieces, fields by type of reference."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.formats.endnote_xml_table import FIELDS, TYPES
from ifnlit.formats.faults import Faults
from ifnlit.formats.ris_record import reference_of
from ifnlit.formats.ris_row import Row
from ifnlit.formats.ris_table import NUMBERED
from ifnlit.formats.xml_text import records
from ifnlit.model.identifier import PMID
from ifnlit.model.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.formats.xml_text import Node
    from ifnlit.model.finding import Place
    from ifnlit.model.reference import Reference

_KINDS = {str(code): kind for kind, (code, _) in TYPES.items()}
_NAMES = {name.casefold(): kind for kind, (_, name) in TYPES.items()}
_TAGS = {path: tag for tag, path in reversed(FIELDS.items())} | {
    "titles/alt-title": "JO",
    "titles/translated-title": "TT",
    "contributors/translated-authors/author": "TA",
    "periodical/abbr-2": "JO",
    "urls/web-urls/url": "UR",
    "urls/text-urls/url": "L2",
    "urls/pdf-urls/url": "L1",
    "issue": "IS",
    "custom4": "C4",
    "custom5": "C5",
    "custom6": "C6",
    "misc2": "M3",
    "reviewed-item": "RI",
    "orig-pub": "OP",
    "label": "ID",
    "caption": "CA",
    "work-location": "C1",
}
# What EndNote keeps for itself.
_OWN = frozenset({"database", "source-app", "rec-number", "foreign-keys", "ref-type", "size"})
# No value of these goes over lines, whatever the file's layout is.
_ONE_LINE = frozenset("AU ED A3 A4 TI T2 T3 ST JF J2 JO SP VL IS PY DA CY PB".split())
_RECORD = re.compile(r"<(record)(?=[\s>])")
_FACES = {"italic": "i", "bold": "b", "subscript": "sub", "superscript": "sup"}


def read(text: str, path: str) -> Reading:
    """The references of EndNote XML; a place is the line of an element; never raises."""
    faults = Faults(path)
    references: list[Reference] = []
    places: dict[tuple[int, str], Place] = {}
    for node in _listed(records(text, faults, _RECORD, _is_unstyled)):
        rows = list(_rows(node))
        reference = reference_of(rows, faults, len(references), places)
        if reference is not None:
            references.append(reference)
    return Reading(tuple(references), tuple(faults.found), places)


def _is_unstyled(tag: str, attributes: list[str]) -> bool:
    """Whether an element is text without a face of its own, as nearly all are."""
    return tag == "style" and _FACES.keys().isdisjoint(attributes)


def _listed(nodes: list[Node]) -> Iterator[Node]:
    """The records, inside their list or (from a broken file) alone."""
    for node in nodes:
        if node.name == "records":
            yield from node.all("record")
        elif node.name == "record":
            yield node


def _rows(node: Node) -> Iterator[Row]:
    kind = _kind(node)
    yield Row("TY", kind, node.line, node.column, [], node.column)
    provider = node.value("remote-database-provider") + node.value("remote-database-name")
    pubmed = any(word in provider.casefold() for word in ("nlm", "pubmed", "medline"))
    for path, child in _leaves(node, ""):
        tag = _TAGS.get(path) or path.rpartition("/")[2]
        text = _text(child)
        if tag in _ONE_LINE:
            text = text.replace("\n", " ")
        if not text:
            continue
        if tag == "AN" and PMID.parse(text) and (pubmed or not provider):
            tag, text = "M2", f"PMID: {text}"
        elif tag == "IS" and kind in NUMBERED and not node.value("isbn"):
            tag = "SN"
        yield Row(tag, text, child.line, child.column, [], child.column)


def _kind(node: Node) -> str:
    kind = node.first("ref-type")
    if kind is None:
        return ""
    name = kind.attributes.get("name", "")
    return _KINDS.get(kind.text()) or _NAMES.get(name.casefold()) or name or kind.text()


def _leaves(node: Node, path: str) -> Iterator[tuple[str, Node]]:
    for child in node.children:
        if child.name in _OWN:
            continue
        inner = f"{path}/{child.name}" if path else child.name
        if child.children and inner not in _TAGS and child.children[0].name != "style":
            yield from _leaves(child, inner)
        else:
            yield inner, child


def _text(node: Node) -> str:
    """The text of an element, its styled pieces with CSL's tags."""
    if not node.children:
        raw = node.lead
    else:
        pieces = [node.lead]
        for child in node.children:
            pieces += (_styled(child), child.tail)
        raw = "".join(pieces)
    if "\n" not in raw and "\r" not in raw:
        return " ".join(raw.split())
    lines = raw.replace("\r", "\n").split("\n")
    return "\n".join(" ".join(line.split()) for line in lines if line.strip())


def _styled(piece: Node) -> str:
    """A piece of text with the tag of its face; the blanks at its edges part words."""
    inner = "".join([piece.lead, *(f"{child.text()}{child.tail}" for child in piece.children)])
    tag = _FACES.get(piece.attributes.get("face", ""), "")
    bare = inner.strip()
    if not tag or not bare:
        return inner
    lead, tail = inner[:1].isspace(), inner[-1:].isspace()
    return f"{' ' * lead}<{tag}>{bare}</{tag}>{' ' * tail}"
