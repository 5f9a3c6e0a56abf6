"""XML as nodes with their lines; entities are never expanded, and a broken record costs no other.

Read through defusedxml: a file that declares entities ("billion laughs") is refused, not expanded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ifnlit.formats.text_lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ifnlit.formats.faults import Faults

    Plain = Callable[[str, list[str]], bool]

# What XML 1.0 does not allow even as a character reference.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_ROOT = re.compile(r"<[A-Za-z_][\w:.-]*(?:\s[^<>]*)?>")
_NOTHING: Mapping[str, str] = MappingProxyType({})
_DEEPEST = 100  # levels; the formats read here need a dozen


class TooDeep(ValueError):  # noqa: N818  # named for what it is
    """Elements in elements without end."""


@dataclass(slots=True)
class Node:
    """An element: its name with its namespace ("{http://...}title"), and what is in it.

    `lead` is the text before its first child, `tail` what follows it inside its parent. Large files
    have a hundred thousand of these, so what most lack is one object for all.
    """

    name: str
    attributes: Mapping[str, str]
    line: int
    column: int
    children: Sequence[Node] = ()
    lead: str = ""
    tail: str = ""

    def text(self) -> str:
        """All text in it and below it, blanks run together."""
        text = "".join(self._texts()) if self.children else self.lead
        return " ".join(text.split())

    def first(self, *names: str) -> Node | None:
        """The first child with one of these names."""
        return next(self.all(*names), None)

    def all(self, *names: str) -> Iterator[Node]:
        """The children with one of these names."""
        return (child for child in self.children if child.name in names)

    def value(self, *path: str) -> str:
        """The text of the node that a path of names leads to; "" when there is none."""
        node: Node | None = self
        for name in path:
            node = node.first(name) if node is not None else None
        return node.text() if node is not None else ""

    def _texts(self) -> Iterator[str]:
        yield self.lead
        for child in self.children:
            yield from child._texts()  # noqa: SLF001  # of the same class
            yield child.tail


def escaped(text: str) -> str:
    """Text for an element or an attribute; characters that XML forbids are left out."""
    return _FORBIDDEN.sub("", text).translate(_ESCAPES)


def records(
    text: str, faults: Faults, opening: re.Pattern[str], plain: Plain | None = None
) -> list[Node]:
    """The nodes of an XML text under its root; `opening` matches how a record begins.

    An element that `plain` says of is no node: what is in it belongs to the element around it.

    When the text as a whole is no XML, each record is read by itself, and those that are broken
    are told with their lines.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException

    try:
        root = _parsed(text, 0, plain)
    except ParseError as error:
        line, column = error.position
        problem = (str(error).partition(":")[0], line, column + 1)
        return _one_by_one(text, faults, opening, problem, plain)
    except DefusedXmlException:
        faults.broken(
            "the file declares entities, which may expand without end; it is not read",
            faults.at(text.count("\n", 0, max(text.find("<!ENTITY"), 0)) + 1, 1),
            "take the <!DOCTYPE ...> out of it",
        )
        return []
    except TooDeep:
        faults.broken("elements are nested too deep", faults.at(1, 1), "get the file anew")
        return []
    return list(root.children)


def _one_by_one(
    text: str,
    faults: Faults,
    opening: re.Pattern[str],
    problem: tuple[str, int, int],
    plain: Plain | None,
) -> list[Node]:
    """The whole records of a broken text."""
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException

    message, line, column = problem
    root = _ROOT.search(text)
    start_tag = root[0] if root else ""
    name = start_tag[1:].split(maxsplit=1)[0].rstrip("/>") if start_tag else ""
    found: list[Node] = []
    passed_over = 0
    lines = Lines(text)
    for start, end in _spans(text, opening):
        at = lines.at(start)[0] - 1
        try:
            one = _parsed(f"{start_tag}{text[start:end]}</{name}>", at, plain)
        except (ParseError, DefusedXmlException, TooDeep):
            passed_over += 1
            faults.broken(
                "a record that is no XML",
                faults.at(at + 1, 1),
                f"mend it ({message} in line {line}, column {column} of the file); "
                "the other records are read",
            )
            continue
        found += one.children
    if not passed_over:
        faults.broken(
            f"no XML: {message}",
            faults.at(line, column),
            "mend the syntax there or just before, or get the file whole",
        )
    return found


def _spans(text: str, opening: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Start and end of each record: from a start tag to the last end before the next one."""
    starts = [(found.start(), found[1]) for found in opening.finditer(text)]
    limits = [*(start for start, _ in starts[1:]), len(text)]
    for (start, name), limit in zip(starts, limits, strict=False):
        end = text.rfind(f"</{name}>", start, limit)
        yield start, end + len(name) + 3 if end >= 0 else limit


def _parsed(text: str, lines_before: int, plain: Plain | None) -> Node:
    from defusedxml.ElementTree import DefusedXMLParser

    builder = _Builder(lines_before, plain)
    parser: Any = DefusedXMLParser(target=builder, forbid_dtd=False)
    builder.attach(parser.parser)
    parser.feed(text)
    return parser.close()  # type: ignore[no-any-return]  # what the builder's own close returns


class _Names(dict[str, str]):
    """Names as expat gives them ("http://...}title") -> as we have them, each made once."""

    def __missing__(self, name: str) -> str:
        self[name] = made = f"{{{name}" if "}" in name else name
        return made


class _Builder:
    """Builds nodes from what expat meets; a target as `xml.etree` wants it.

    It hears expat itself: `xml.etree` between them would take a third of the time.
    """

    def __init__(self, lines_before: int, plain: Plain | None) -> None:
        self.before = lines_before
        self.plain = plain
        self.expat: Any = None
        self.names = _Names()
        self.open = [Node("", _NOTHING, 0, 0)]
        self.last: Node | None = None  # the child that ended last in the open element
        self.pending: list[str] = []

    def attach(self, expat: Any) -> None:  # noqa: ANN401  # pyexpat has no name for its type
        """Hear what this parser meets."""
        self.expat = expat
        expat.StartElementHandler = self.start
        expat.EndElementHandler = self.end
        expat.CharacterDataHandler = self.pending.append

    def start(self, tag: str, attributes: list[str]) -> None:
        """An element begins; its attributes come as name, value, name, value."""
        if len(self.open) > _DEEPEST:
            raise TooDeep
        if self.plain is not None and self.plain(tag, attributes):
            self.open.append(self.open[-1])
            return
        if self.pending:
            self._flush()
        expat, names = self.expat, self.names
        named = (
            {names[name]: value for name, value in zip(*[iter(attributes)] * 2, strict=True)}
            if attributes
            else _NOTHING
        )
        line = self.before + expat.CurrentLineNumber
        node = Node(names[tag], named, line, expat.CurrentColumnNumber + 1)
        parent = self.open[-1]
        if isinstance(parent.children, list):
            parent.children.append(node)
        else:
            parent.children = [node]
        self.open.append(node)
        self.last = None

    def end(self, tag: str) -> None:
        """An element ends."""
        del tag
        if self.open[-1] is self.open[-2]:  # one that is no node
            self.open.pop()
            return
        if self.pending:
            self._flush()
        self.last = self.open.pop()

    def close(self) -> Node:
        """The root element."""
        return self.open[0].children[0]

    def _flush(self) -> None:
        """The text met so far belongs to the open element, or after its last child."""
        text = "".join(self.pending)
        self.pending.clear()
        if self.last is not None:
            self.last.tail = text
        else:
            self.open[-1].lead = text
