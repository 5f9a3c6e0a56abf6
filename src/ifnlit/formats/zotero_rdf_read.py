"""Zotero RDF as Zotero exports it: parts apart under their address, or inside what they are of."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from ifnlit.formats import zotero_rdf_table as table
from ifnlit.formats.csl_rare import kept_names
from ifnlit.formats.et_al import ET_AL, is_et_al
from ifnlit.formats.faults import Faults
from ifnlit.formats.genre import read_genre
from ifnlit.formats.kept import kept
from ifnlit.formats.locator import located, one_dash
from ifnlit.formats.markup import clean
from ifnlit.formats.person import person_of
from ifnlit.formats.said import csl_type, said
from ifnlit.formats.xml_text import records
from ifnlit.model.identifier import DOI, ISBN, ISSN, PMCID, PMID, ArXiv
from ifnlit.model.iso4 import is_abbreviated
from ifnlit.model.reading import Reading
from ifnlit.model.reference import Reference

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ifnlit.formats.xml_text import Node
    from ifnlit.model.finding import Place
    from ifnlit.model.name import Name

# Under the root each resource has an address; what stands inside another one has none.
_RECORD = re.compile(r"<([A-Za-z]+:[A-Za-z]+)\s+rdf:(?:about|ID)=")
_ABOUT = table.qualified("rdf:about")
_RESOURCE = table.qualified("rdf:resource")
_PART_OF = table.qualified("dcterms:isPartOf")
# Items of Zotero that are no references; told where nothing that is read has them.
_TOLD_ALONE = {"bib:Memo": "a note", "z:Attachment": "an attachment"}
_PEOPLE = {
    "bib:editors": "editor",
    "z:translators": "translator",
    **{name: role for role, name in table.ROLES.items()},
}
_SUBJECTS = {"dcterms:LCC": "call-number", "dcterms:DDC": "call-number"}
_TEXTS = {
    "dc:title": "title",
    "z:shortTitle": "title_short",
    "z:numPages": "number_of_pages",
    "z:versionNumber": "version",
    "z:language": "language",
    "dc:language": "language",
    "dcterms:medium": "medium",
    "dc:type": "genre",
    "z:type": "genre",
    "z:genre": "genre",
    "z:assignee": "publisher",
    "z:court": "publisher",
    "z:eventPlace": "event_place",
    **dict.fromkeys(table.CONTAINERS.values(), "container_title"),
    "dcterms:abstract": "abstract",
    "z:citationKey": "id",
    "z:PMID": "pmid",
    "z:PMCID": "pmcid",
    "bib:pages": "page",
    "prism:volume": "volume",
}


def read(text: str, path: str) -> Reading:
    """The references of RDF text; each value's place is the line of its element; never raises."""
    faults = Faults(path)
    nodes = records(text, faults, _RECORD)
    known = {node.attributes[_ABOUT]: node for node in nodes if _ABOUT in node.attributes}
    wholes = {link.attributes.get(_RESOURCE, "") for node in nodes for link in node.all(_PART_OF)}
    meant = {child.attributes.get(_RESOURCE, "") for node in nodes for child in node.children}
    references: list[Reference] = []
    places: dict[tuple[int, str], Place] = {}
    for node in nodes:
        name = table.prefixed(node.name)
        kind = csl_type(node.value(table.qualified("z:itemType")))
        about = node.attributes.get(_ABOUT, "")
        if name in table.PARTS or (not kind and name not in table.CLASSES):
            if name in _TOLD_ALONE and about not in meant:
                faults.odd(
                    "outside-record",
                    f"{_TOLD_ALONE[name]} belongs to no item, and is passed over",
                    faults.at(node.line, 1),
                    "put it under an item in Zotero, if it is to come along",
                )
            elif name not in table.PARTS:
                faults.odd(
                    "unknown-type",
                    f'"{name}" is no item that is known, and is passed over',
                    faults.at(node.line, 1),
                    "it needs a z:itemType",
                )
            continue
        if not kind and about in wholes and not node.value(table.qualified("z:itemType")):
            continue  # a book that stands for its chapters' container
        item = _Item(node, known, faults, len(references), places)
        references.append(item.reference(kind or table.CLASSES.get(name, "document")))
    return Reading(tuple(references), tuple(faults.found), places)


class _Item:
    """The properties of one item, taken one by one; what nothing knows is kept."""

    def __init__(
        self,
        node: Node,
        known: Mapping[str, Node],
        faults: Faults,
        index: int,
        places: dict[tuple[int, str], Place],
    ) -> None:
        self.node = node
        self.known = known
        self.faults = faults
        self.values: dict[str, Any] = {}
        self.item_type = node.value(table.qualified("z:itemType"))
        self.places = places
        self.index = index
        places[index, ""] = faults.at(node.line, 1)
        self.notes: list[str] = []
        self.keywords: list[str] = []
        self.kept: dict[str, list[str]] = {}
        self.lines: dict[str, int] = {}
        self.rare: list[tuple[str, str]] = []

    def reference(self, kind: str) -> Reference:
        for child in self.node.children:
            self._take(table.prefixed(child.name), child)
        self.values.setdefault("type", kind)
        self._finish()
        ident = str(self.values.get("id", ""))
        for name, line in self.lines.items():
            self.faults.unknown(name, self.faults.at(line, 1), ident)
        self.values.setdefault("id", "")
        pairs = [
            (name, _json(texts[0])) if name in table.OTHERS else kept("rdf", name, "\n".join(texts))
            for name, texts in self.kept.items()
        ]
        return Reference(**self.values, extra=tuple(sorted([*pairs, *self.rare])))

    def _take(self, name: str, node: Node) -> None:
        if name in table.ALL_AUTHORS or name in _PEOPLE:
            self._take_people(name, node)
        elif name in _TEXTS:
            self._set(_TEXTS[name], clean(node.text()), node)
        elif name in {"dc:date", "dcterms:dateSubmitted"}:
            self._take_date("issued" if name == "dc:date" else "accessed", node)
        elif name == "prism:number":
            self._set(
                "issue" if self.item_type in table.WITH_ISSUE else "number", node.text(), node
            )
        elif name == "prism:edition":
            versioned = self.item_type in table.VERSIONED
            self._set("version" if versioned else "edition", node.text(), node)
        elif name in _PARTS:
            getattr(self, _PARTS[name])(node)
        elif name not in {"z:itemType", "z:displayTitle"}:
            self._keep(name, node)

    def _set(self, attribute: str, text: str, node: Node) -> None:
        """The first value wins; a second one is kept."""
        if not text:
            return
        if self.values.get(attribute, text) != text:
            self._keep(table.prefixed(node.name), node)
            return
        self.values[attribute] = text
        self._place(attribute, node)

    def _place(self, attribute: str, node: Node) -> None:
        from ifnlit.model.csl import variable

        self.places.setdefault((self.index, variable(attribute)), self.faults.at(node.line))

    def _keep(self, name: str, node: Node) -> None:
        text = node.attributes.get(_RESOURCE, "") or node.text()
        if not text:
            return
        other = next((ours for ours, theirs in table.OTHERS.items() if theirs == name), "")
        if not other:
            self.lines.setdefault(name, node.line)
        self.kept.setdefault(other or name, []).append(text)

    def _resolved(self, node: Node) -> list[Node]:
        """What a property leads to: the node inside it, or the one at its address."""
        there = self.known.get(node.attributes.get(_RESOURCE, ""))
        return [there] if there is not None else list(node.children)

    def _take_people(self, name: str, node: Node) -> None:
        role = _PEOPLE.get(name, "author")
        found: list[Name] = list(self.values.get(role, ()))
        listed = table.qualified("rdf:li")
        for holder in self._resolved(node):
            for entry in holder.all(listed):
                for who in self._resolved(entry):
                    family = who.value(table.qualified("foaf:surname"))
                    given = who.value(table.qualified("foaf:givenName"))
                    given = given or who.value(table.qualified("foaf:givenname"))
                    if not given and is_et_al(family):
                        self.values["et_al"] = True
                    elif family or given:
                        found.append(person_of(family, given))
        if role in table.ROLES:
            self.rare.append(kept_names(role, found))
            return
        self.values[role] = tuple(found)
        self._place(role, node)

    def _take_date(self, attribute: str, node: Node) -> None:
        date = self.faults.dated(node.text(), self.faults.at(node.line))
        if date is None:
            self._keep(table.prefixed(node.name), node)
            return
        self.values[attribute] = date
        self._place(attribute, node)

    def _take_container(self, node: Node) -> None:
        for part in self._resolved(node):
            name = table.prefixed(part.name)
            if name == "bib:Series":
                self._take_series(part)
            elif name == "bib:Part":
                self.kept.setdefault("z:section", []).append(part.text())
            else:
                self._take_whole(part)

    def _take_whole(self, part: Node) -> None:
        for child in part.children:
            name = table.prefixed(child.name)
            match name:
                case "dc:title":
                    self._set("container_title", clean(child.text()), child)
                case "dcterms:alternative":
                    self._set("container_title_short", child.text(), child)
                case "prism:number":
                    self._set("issue", child.text(), child)
                case "dcterms:isPartOf":
                    self._take_container(child)
                case "dc:identifier" | "prism:volume":
                    self._take(name, child)
                case _:
                    self._keep(name, child)

    def _take_series(self, part: Node) -> None:
        for child in part.children:
            name = table.prefixed(child.name)
            if name in {"dc:title", "dcterms:alternative"}:
                self._set("collection_title", clean(child.text()), child)
            elif name == "dc:identifier":
                self._set("collection_number", child.text(), child)
            else:
                self._keep(name, child)

    def _take_identifier(self, node: Node) -> None:
        inner = self._resolved(node)
        if inner:
            self._set("url", inner[0].value(table.qualified("rdf:value")), node)
            return
        label, _, value = node.text().partition(" ")
        for kind, attribute in ((DOI, "doi"), (ISSN, "issn"), (ISBN, "isbn")):
            if label.upper() == attribute.upper():
                self._set(attribute, kind.parse(value) or value, node)
                return
        self._keep("dc:identifier", node)

    def _take_publisher(self, node: Node) -> None:
        inner = self._resolved(node)
        if not inner:
            self._set("publisher", node.text(), node)
        for who in inner:
            name = who.first(table.qualified("foaf:name"))
            if name is not None:
                self._set("publisher", clean(name.text()), name)
            place = "event" if self.item_type in table.PLACE_OF_EVENT else "publisher"
            for address in who.all(table.qualified("vcard:adr")):
                self._set(f"{place}_place", address.text(), address)

    def _take_event(self, node: Node) -> None:
        self._set("event_title", clean(" ".join(it.text() for it in self._resolved(node))), node)

    def _take_subject(self, node: Node) -> None:
        inner = self._resolved(node)
        name = _SUBJECTS.get(table.prefixed(inner[0].name), "") if inner else ""
        text = inner[0].text() if inner else node.text()
        if name:
            self.kept.setdefault(name, []).append(text)
        elif text:
            self.keywords.append(text)
            self._place("keyword", node)

    def _take_note(self, node: Node) -> None:
        for memo in self._resolved(node):
            body = memo.value(table.qualified("rdf:value"))
            body = re.sub(r"(?i)\s*(?:<br\s*/?>|</p>\s*<p[^<>]*>)\s*", "\n", body)
            self.notes.append(html.unescape(re.sub(r"<[^<>]*>", "", body)).strip())
            self._place("note", node)

    def _take_extra(self, node: Node) -> None:
        for line in node.lead.split("\n"):
            found = said(line.strip())
            if line.strip() == ET_AL:
                self.values["et_al"] = True
            elif found is not None:
                self.values[found[0]] = found[1]
            elif line.strip():
                self.notes.append(line.strip())

    def _finish(self) -> None:
        values = self.values
        for name, kind in (("pmid", PMID), ("pmcid", PMCID)):
            if name in values:
                values[name] = kind.parse(values[name]) or values[name]
        archive = self.kept.get("z:archiveID", [""])[0]
        if archive and ArXiv.parse(archive):
            values["arxiv"] = ArXiv(archive)
            del self.kept["z:archiveID"], self.lines["z:archiveID"]
        page = one_dash(values.get("page", ""))
        values["page"], values["number"] = located(page, values.get("number", ""), values["type"])
        container = values.get("container_title", "")
        if values.get("container_title_short") == container and is_abbreviated(container):
            values["container_title_short"] = ""
        values["genre"] = read_genre(values["type"], values.get("genre", ""))
        values["keyword"] = ", ".join(self.keywords)
        values["note"] = "\n".join(note for note in self.notes if note)


_PARTS = {
    "dcterms:isPartOf": "_take_container",
    "dc:identifier": "_take_identifier",
    "dc:publisher": "_take_publisher",
    "bib:presentedAt": "_take_event",
    "dc:subject": "_take_subject",
    "dcterms:isReferencedBy": "_take_note",
    "dc:description": "_take_extra",
}


def _json(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)
