"""`refs.yaml`: CSL-YAML under `references:`, read with the place of every value.

Every scalar is text and the model gives the type: a typed loader turns `issue: 06` into 6, `no`
into False and `2019-06-05` into a date object (ARCHITECTURE, "Configuration and files").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from ifnlit.errors import UnreadableInput
from ifnlit.formats.csl import from_csl
from ifnlit.formats.csl_yaml import read_form
from ifnlit.formats.faults import problem_rule
from ifnlit.model.csl import NAMES
from ifnlit.model.finding import Finding, Place, Severity
from ifnlit.model.reading import Reading
from ifnlit.store.places import Places
from ifnlit.store.yaml_node import compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.model.reference import Reference
    from ifnlit.store.yaml_node import Node

    _Fault = tuple[str, UnreadableInput]  # with the name of its rule

# Aliases may repeat a node, but a file of n characters has no honest use for more than 4 n of them.
_EXPANSION = 4
_NO_RECORD, _NO_ID = "broken-entry", "missing-id"  # rules that are told apart
_ITEM = re.compile(r"(?m)^( *)- +[A-Za-z]")
_INK = re.compile(r"[^\n]")
_DEEPEST = 40  # levels of nesting; CSL needs five


class _Reader:
    """Turns YAML nodes into text, lists and maps, and collects every fault on the way."""

    def __init__(self, path: str, size: int) -> None:
        self.path = path
        self.faults: list[_Fault] = []
        self.left = _EXPANSION * size + 1000

    def place(self, node: Node) -> Place:
        mark = node.start_mark
        return Place(self.path, mark.line + 1, mark.column + 1)

    def fault(self, node: Node, rule: str, message: str, hint: str = "") -> None:
        fault = UnreadableInput(message, place=self.place(node), hint=hint)
        self.faults.append((rule, fault))

    def plain(self, node: Node, depth: int = 0) -> object:
        """Text, list or dict of a node; raises `UnreadableInput` when aliases expand too far."""
        self.left -= 1
        if self.left < 0 or depth > _DEEPEST:
            raise UnreadableInput(
                "aliases or nesting expand without end",
                place=self.place(node),
                hint="write the values out instead of using & and *",
            )
        if node.id == "scalar":
            return cast("str", node.value)
        if node.id == "sequence":
            return [self.plain(item, depth + 1) for item in cast("list[Node]", node.value)]
        return {key: self.plain(value, depth + 1) for key, value in self.pairs(node)}

    def pairs(self, node: Node) -> Iterator[tuple[str, Node]]:
        """The (key, value node) pairs of a mapping; a key that comes twice is a fault."""
        seen: dict[str, int] = {}
        for key, value in cast("list[tuple[Node, Node]]", node.value):
            name = str(key.value)
            if name in seen:
                self.fault(
                    key,
                    "duplicate-field",
                    f'the key "{name}" stands here a second time (first in line {seen[name]})',
                    "keep one of them",
                )
            seen.setdefault(name, key.start_mark.line + 1)
            yield name, value


def read(text: str, path: str) -> Reading:
    """The references of CSL-YAML text with their places; raises `UnreadableInput`.

    All faults of the file are told at once. A list of references without the `references:` key
    (as in CSL-JSON) is read as well.
    """
    reading, faults = _read(text, path)
    if faults:
        first, *others = sorted((fault for _, fault in faults), key=_line)
        first.others = tuple(others)
        raise first
    return reading


def read_others(text: str, path: str) -> Reading:
    """The references of somebody else's CSL-YAML: its faults are findings, the rest is read.

    A record that is no YAML costs no other. Raises `UnreadableInput` only for what is no list of
    references, or holds none that could be read.
    """
    try:
        reading, faults = _read(text, path)
        broken: list[Finding] = []
    except UnreadableInput as whole:
        text, broken = _without_broken(text, path)
        if not broken:
            raise
        try:
            reading, faults = _read(text, path)
        except UnreadableInput:
            raise whole from None
    findings = broken + [
        Finding(rule, it.message, _severity(rule), place=it.place, hint=it.hint)
        for rule, it in faults
        if rule != _NO_ID  # it gets a key of its own
    ]
    return Reading(reading.references, tuple(findings), reading.places)


def _line(fault: UnreadableInput) -> int:
    return fault.place.line if fault.place else 0


def _severity(rule: str) -> Severity:
    """How much a fault matters by which a record is lost, or one that loses nothing."""
    return Severity.ERROR if rule == _NO_RECORD else Severity.WARNING


def _without_broken(text: str, path: str) -> tuple[str, list[Finding]]:
    """The text with blanks for each record that is no YAML by itself, and what is told of those."""
    first = _ITEM.search(text)
    if first is None:
        return text, []
    indent = len(first[1])
    edge = re.compile(rf"(?m)^(?: {{{indent}}}-(?=\s)| {{0,{indent}}}[^\s#-])")
    edges = [found.start() for found in edge.finditer(text, first.start())]
    kept = [text[: first.start()]]
    broken: list[Finding] = []
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        part = text[start:end]
        try:
            if part.lstrip(" ").startswith("-"):
                _composed(part, path)
        except UnreadableInput as fault:
            before = text.count("\n", 0, start)
            line, column = (fault.place.line, fault.place.column) if fault.place else (1, 1)
            place = Place(path, before + line, column)
            hint = f"{fault.hint}; the other records are read"
            broken.append(
                Finding("broken-entry", fault.message, Severity.ERROR, place=place, hint=hint)
            )
            part = _INK.sub(" ", part)
        kept.append(part)
    return "".join(kept), broken


def _read(text: str, path: str) -> tuple[Reading, list[_Fault]]:
    root = _composed(text, path)
    reader = _Reader(path, len(text))
    items = _items(root, reader, path)
    references: list[Reference] = []
    places = Places(path)
    ids: dict[str, int] = {}
    for node in items:
        if node.id != "mapping":
            reader.fault(
                node, _NO_RECORD, "a reference must be a map of variables", "write - id: ..."
            )
            continue
        index = len(references)
        reference = _reference(node, reader, index, places)
        if not reference.id:
            reader.fault(
                node, _NO_ID, "a reference without id", "add a line like id: lan2019regulation"
            )
        elif reference.id in ids:
            reader.fault(
                node,
                "duplicate-key",
                f'the id "{reference.id}" is already used in line {ids[reference.id]}',
                "give one of the two another id",
            )
        ids.setdefault(reference.id, node.start_mark.line + 1)
        references.append(reference)
    return Reading(tuple(references), (), places), reader.faults


def _reference(node: Node, reader: _Reader, index: int, places: Places) -> Reference:
    item: dict[str, object] = {}
    nodes: dict[str, Node] = {}
    _note(places, index, "", node)
    for key, value in reader.pairs(node):
        item[key] = reader.plain(value)
        nodes[key] = value
        _note(places, index, key, value)
        if key == "custom" and value.id == "mapping":
            for inner, inner_node in cast("list[tuple[Node, Node]]", value.value):
                _note(places, index, f"custom.{inner.value}", inner_node)
                if inner.value == "ignore" and inner_node.id == "mapping":
                    for rule, _ in cast("list[tuple[Node, Node]]", inner_node.value):
                        _note(places, index, f"custom.ignore.{rule.value}", rule)
        elif key in NAMES and value.id == "sequence":
            for at, person in enumerate(cast("list[Node]", value.value)):
                _note(places, index, f"{key}[{at}]", person)
    reference, problems = from_csl(read_form(item))
    for problem in problems:
        variable, message = problem
        bare = variable.partition("[")[0].partition(".")[0]
        reader.fault(nodes.get(bare, node), problem_rule(bare), message)
    return reference


def _note(places: Places, index: int, variable: str, node: Node) -> None:
    mark = node.start_mark
    places.put(index, variable, mark.line + 1, mark.column + 1)


def _items(root: Node | None, reader: _Reader, path: str) -> list[Node]:
    if root is None:
        raise UnreadableInput(
            "the library is empty", place=Place(path, 1, 1), hint="it needs a list: references:"
        )
    found = root
    if root.id == "mapping":
        named = dict(reader.pairs(root))
        if "references" not in named:
            raise UnreadableInput(
                'no key "references"',
                place=reader.place(root),
                hint="a library is a list of CSL records under references:",
            )
        found = named["references"]
    if found.id == "scalar" and found.value in {"", "null", "~"}:
        return []
    if found.id != "sequence":
        raise UnreadableInput(
            "references: must be a list", place=reader.place(found), hint="begin records with -"
        )
    return cast("list[Node]", found.value)


def _composed(text: str, path: str) -> Node | None:
    """The node tree, or the syntax error as a fault with its place."""
    import yaml

    try:
        return compose(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
        problem = error.problem or error.context or "not understood"
        raise UnreadableInput(
            f"no YAML: {problem}", place=place, hint="mend the syntax there or just before"
        ) from None
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise UnreadableInput(
            f"the character U+{ord(text[error.position]):04X} is not allowed in YAML",
            place=place,
            hint="delete it",
        ) from None
