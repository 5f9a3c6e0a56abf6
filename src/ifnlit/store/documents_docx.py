"""Word documents as text: paragraphs, headings, automatic numbers, footnotes and endnotes.

The text is read from the parts themselves, for python-docx leaves out what stands in content
controls (where Word and Mendeley put bibliographies), in insertions and in fields.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Protocol, cast

from ifnlit.errors import UnreadableInput
from ifnlit.model.finding import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docx.opc.part import Part


class Element(Protocol):
    """What is used of lxml's elements, which come without types."""

    tag: object
    text: str | None

    def __iter__(self) -> Iterator[Element]: ...
    def get(self, name: str) -> str | None: ...
    def find(self, name: str) -> Element | None: ...
    def iter(self, name: str) -> Iterator[Element]: ...
    def iterchildren(self, name: str) -> Iterator[Element]: ...


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LARGEST = 256 * 2**20  # bytes unpacked; the text of a thesis with its styles is below 20 MB
_OTHER_ZIPS = (
    ("content.xml", "an OpenDocument text (.odt)"),
    ("META-INF/container.xml", "an EPUB"),
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
)
# Deleted text, codes of fields, the second copy of a text box: not what is printed.
_UNPRINTED = frozenset(
    f"{_W}{name}" for name in "del moveFrom instrText delText pPr rPr sectPr tbl".split()
) | {f"{_MC}Fallback"}
_BREAKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n"}
_SIGNS = {**_BREAKS, "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_HEADINGS = (
    "heading",
    "title",
    "überschrift",
    "titre",
    "título",
    "titolo",
    "标题",
    "kop",
    "rubrik",
)
# Styles that reference managers and Word give to the entries of a bibliography.
_ENTRIES = (
    "bibliography", "literaturverzeichnis", "bibliographie", "endnotebibliography", "references",
    "bibliografia", "bibliografía", "csl", "参考文献", "书目",
)  # fmt: skip
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_OVER, _END = "# References", "# —"


@dataclass(slots=True)
class _Level:
    start: int
    kind: str
    text: str


@dataclass(slots=True)
class _Numbering:
    """The automatic numbers of a document, counted as its paragraphs come."""

    levels: dict[tuple[str, int], _Level] = field(default_factory=dict[tuple[str, int], "_Level"])
    abstract: dict[str, str] = field(default_factory=dict[str, str])
    counts: dict[tuple[str, int], int] = field(default_factory=dict[tuple[str, int], int])

    def next(self, number: str, level: int) -> str:
        """What Word prints before the next paragraph of a list, with its tab; "" for nothing."""
        abstract = self.abstract.get(number, "")
        found = self.levels.get((number, level)) or self.levels.get((abstract, level))
        if found is None or found.kind == "none":
            return ""
        if found.kind == "bullet":
            return "• "
        key = (number if (number, level) in self.levels else abstract, level)
        self.counts[key] = self.counts.get(key, found.start - 1) + 1
        text = found.text.replace(f"%{level + 1}", str(self.counts[key]))
        return f"{text}\t" if "%" not in text and found.kind.startswith("decimal") else ""


def docx_text(data: bytes, name: str) -> str:
    """The text of a Word document; raises `UnreadableInput` for what is none, or is broken."""
    _check_archive(data, name)
    from zipfile import BadZipFile
    from zlib import error as ZlibError  # noqa: N812  # it is a class

    from docx.opc.exceptions import PackageNotFoundError
    from docx.package import Package

    try:
        # A document, a template or one with macros: `docx.Document` takes the first alone.
        return _Reader(Package.open(BytesIO(data)).main_document_part).text()
    except SyntaxError as error:
        raise _broken(name, error.msg) from None
    except (PackageNotFoundError, LookupError, ValueError, AttributeError) as error:
        raise _broken(name, str(error)) from None
    except (BadZipFile, ZlibError, OSError, NotImplementedError) as error:
        raise _broken(name, str(error)) from None


def _broken(name: str, why: str) -> UnreadableInput:
    return UnreadableInput(
        f"the Word document is broken: {why or 'its parts do not fit together'}",
        place=Place(name),
        hint="open it in Word and save it again",
    )


def _check_archive(data: bytes, name: str) -> None:
    """Refuse what is no Word document, and what unpacks to more than any document."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise _broken(name, str(error)) from None
    names = {info.filename for info in infos}
    if not any(part.startswith("word/") for part in names):
        what = next((what for part, what in _OTHER_ZIPS if part in names), "a ZIP archive")
        raise UnreadableInput(
            f"the file is {what}, no Word document", place=Place(name), hint="save it as .docx"
        )
    size = sum(info.file_size for info in infos)
    if size > _LARGEST:
        raise UnreadableInput(
            f"the document unpacks to {size // 2**20} MB; {_LARGEST // 2**20} MB is the limit",
            place=Place(name),
            hint="save its reference list as a document of its own",
        )


class _Reader:
    """Turns the parts of one document into text, block by block."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._styles: dict[str, tuple[str, str, tuple[str, int] | None]] = {}
        self._numbering = _Numbering()
        self._listed = False

    def text(self) -> str:
        """Headings, paragraphs and notes, apart by blank lines."""
        self._read_styles(self._related("styles"))
        self._read_numbering(self._related("numbering"))
        blocks = [
            block
            for paragraph in _paragraphs(_root(self._part))
            for block in self._block(paragraph)
        ]
        if self._listed:
            blocks.append(_END)
        for kind, heading in (("footnotes", "# Footnotes"), ("endnotes", "# Endnotes")):
            notes = list(self._notes(self._related(kind)))
            if notes:
                blocks += [heading, *notes]
        return "\n\n".join(blocks) + "\n"

    def _related(self, kind: str) -> Element | None:
        for relation in self._part.rels.values():
            if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
                return _root(relation.target_part)
        return None

    def _read_styles(self, root: Element | None) -> None:
        for style in _children(root, "style"):
            name = _value(style, "name")
            based = _value(style, "basedOn")
            number = _number(style.find(f"{_W}pPr"))
            self._styles[style.get(f"{_W}styleId") or ""] = (name.casefold(), based, number)

    def _read_numbering(self, root: Element | None) -> None:
        for abstract in _children(root, "abstractNum"):
            ident = f"abstract {abstract.get(f'{_W}abstractNumId')}"
            self._read_levels(ident, _children(abstract, "lvl"))
        for number in _children(root, "num"):
            ident = number.get(f"{_W}numId") or ""
            self._numbering.abstract[ident] = f"abstract {_value(number, 'abstractNumId')}"
            for change in _children(number, "lvlOverride"):
                self._read_levels(ident, _children(change, "lvl"))

    def _read_levels(self, ident: str, levels: Iterable[Element]) -> None:
        for level in levels:
            at = int(level.get(f"{_W}ilvl") or 0)
            start = int(_value(level, "start") or 1)
            kind = _value(level, "numFmt") or "decimal"
            self._numbering.levels[ident, at] = _Level(start, kind, _value(level, "lvlText"))

    def _block(self, paragraph: Element) -> Iterator[str]:
        text = _text(paragraph)
        properties = paragraph.find(f"{_W}pPr")
        names, number = self._style(_value(properties, "pStyle"))
        number = _number(properties) or number
        label = self._numbering.next(*number) if number and text else ""
        if not text:
            return
        level = _level(properties, names)
        entry = not level and any(name.replace(" ", "").startswith(_ENTRIES) for name in names)
        if entry != self._listed:
            yield _OVER if entry else _END
            self._listed = entry
        if level:
            yield f"{'#' * level} {' '.join(text.split())}"
        else:
            yield label + text

    def _style(self, ident: str) -> tuple[list[str], tuple[str, int] | None]:
        """The names of a style and of those it is based on; the list that one of them is in."""
        names: list[str] = []
        number: tuple[str, int] | None = None
        while ident in self._styles and len(names) < len(self._styles):
            name, based, of_style = self._styles[ident]
            names.append(name)
            number = number or of_style
            ident = based
        return names, number

    def _notes(self, root: Element | None) -> Iterator[str]:
        count = 0
        for note in root if root is not None else ():
            if note.get(f"{_W}type") in {
                "separator",
                "continuationSeparator",
                "continuationNotice",
            }:
                continue
            text = " ".join(filter(None, map(_text, note.iter(f"{_W}p"))))
            if text:
                count += 1
                yield f"[{count}]\t{text}"


def _root(part: Part) -> Element:
    """The tree of a part, parsed without entities from outside."""
    known: Element | None = getattr(part, "element", None)
    if known is not None:
        return known
    from docx.oxml.parser import parse_xml

    return cast("Element", parse_xml(part.blob))


def _children(root: Element | None, name: str) -> Iterator[Element]:
    return iter(()) if root is None else root.iterchildren(f"{_W}{name}")


def _value(parent: Element | None, name: str) -> str:
    child = parent.find(f"{_W}{name}") if parent is not None else None
    return (child.get(f"{_W}val") or "") if child is not None else ""


def _number(properties: Element | None) -> tuple[str, int] | None:
    """(list, level) of a paragraph's own numbering; list "0" takes a style's numbering away."""
    found = properties.find(f"{_W}numPr") if properties is not None else None
    if found is None:
        return None
    level = _value(found, "ilvl")
    return _value(found, "numId"), int(level) if level.isdecimal() else 0


def _level(properties: Element | None, names: list[str]) -> int:
    """The level of a heading, 0 for a paragraph that is none."""
    outline = _value(properties, "outlineLvl")
    if outline.isdecimal() and int(outline) < 6:  # noqa: PLR2004  # 9 is body text; "#" goes to six
        return int(outline) + 1
    for name in names:
        if name.startswith(_HEADINGS):
            digits = "".join(character for character in name if character.isdecimal())
            return max(1, min(6, int(digits[:2] or 1)))
    return 0


def _paragraphs(root: Element) -> Iterator[Element]:
    """Every paragraph in order, those in tables and content controls too; none twice."""
    skipped = {f"{_MC}Fallback", f"{_W}del", f"{_W}moveFrom"}
    stack = [iter(root)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in {f"{_W}p", f"{_W}tr"}:
            yield element
        elif element.tag not in skipped:
            stack.append(iter(element))


def _text(paragraph: Element) -> str:
    """The printed text of a paragraph, or of a row of a table with its cells apart by tabs."""
    if paragraph.tag == f"{_W}tr":
        return "\t".join(filter(None, map(_text, paragraph.iter(f"{_W}p"))))
    parts: list[str] = []
    stack = [iter(paragraph)]
    raised: list[bool] = []
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag not in _UNPRINTED:
            name = str(element.tag).removeprefix(_W)
            if name == "r":
                raised.append(_is_raised(element))
            if name == "t":
                text = element.text or ""
                first = not "".join(parts).strip() and bool(raised) and raised[-1]
                parts.append(
                    text.translate(_SUPERSCRIPTS) if first and text.strip().isdecimal() else text
                )
            elif name in _SIGNS:
                parts.append(_SIGNS[name])
            else:
                stack.append(iter(element))
    return "".join(parts).strip()


def _is_raised(run: Element) -> bool:
    properties = run.find(f"{_W}rPr")
    higher = _value(properties, "position")  # half-points over the line; below it with a minus
    return _value(properties, "vertAlign") == "superscript" or higher.strip("0").isdecimal()
