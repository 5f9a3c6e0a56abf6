"""HTML and JATS as the text one sees: a block a paragraph, headings and numbers written out."""

from __future__ import annotations

import re
from codecs import lookup
from typing import TYPE_CHECKING, cast

from ifnlit.parse.document_headings import heading
from ifnlit.parse.split_marks import mark
from ifnlit.store.text import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import Tag

_SKIPPED = frozenset(
    """script style head template nav noscript svg button form iframe object audio video select
    textarea""".split()
)
_BLOCKS = frozenset(
    """address article aside blockquote body caption center details dialog div dl dt fieldset
    figcaption figure footer header hr main ol p pre section table tbody tfoot thead tr ul li
    ref-list ref sec abstract ack app fn back front""".split()
)
_HELD = frozenset({"p", "div", "ol", "ul", "table", "br"})  # in the cells of a page's layout
_HEADINGS = {**{f"h{level}": level for level in range(1, 7)}, "title": 2}
# One reference each: blocks inside them are joined.
_ITEMS = frozenset({"li", "ref", "dd"})
_ITEM_CLASSES = frozenset(
    """csl-entry citation-item reference-item references__item ref-cit bib-reference biblioentry
    bibliomixed""".split()
)
_LIST_NAMES = re.compile(
    r"(?:.*[-_])?(?:references?(?:-?list)?|ref-?list|bibliography|doc-bibliography|"
    r"literature-?cited|works-?cited)|refs|csl-bib-body",
    re.IGNORECASE,
)
_LIST_TAGS = frozenset({"ol", "ul", "dl", "div", "section", "aside", "table", "ref-list"})
# What websites put behind a reference: buttons, not text of it.
_CONTROLS = frozenset(
    word.strip()
    for word in """
    google scholar; crossref; cross ref; pubmed; pubmed central; pmc free article; article;
    free pmc article; full text; view article; web of science; scopus; cas; ads; medline;
    open in new tab; view in article; download citation; mathscinet; math; isi; chemport; openurl;
    find it; pubmed/ncbi; view; abstract; full text pdf; view at publisher; worldcat; outline;
    view at google scholar; search ads; central; jump up; jump up to; back to text; green version;
    download pdf; ↑; ^; ↩; ↩︎
    """.replace("\n", ";").split(";")
    if word.strip()
)
_HOLLOW = re.compile(r"[\[(]\s*(?:[,;|·•/]\s*)*[\])]")
# Links that bibliographies put behind an entry: [DOI], [ bib | http | .pdf ].
_LINKS = re.compile(
    r"(?:@?\[@?(?:(?:doi|bib|bibtex|abstract|http|url|\.?(?:pdf|ps|html))@?[|,]?@?){1,6}\])+$".replace(
        "@", "[ \u00a0]"
    ),
    re.IGNORECASE,
)
_LABEL = 40  # characters of a term that only labels what it stands over
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9._:-]{2,40})", re.IGNORECASE)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_OVER = "# References"  # written over a list that has no heading
_END = "# —"  # a heading of nothing: the list above ends here
_FIRST = 3  # pieces of text, the number and blanks around it
_BREAK = "\v"  # stands for <br>
_INDENT = re.compile(r"\n([ \t]*)")
# JATS element citations have no punctuation: what is written before and after each part.
_CITATION = {
    "surname": ("", " "), "name": ("", ", "), "person-group": ("", ". "), "collab": ("", ", "),
    "year": ("", "; "), "article-title": ("", ". "), "chapter-title": ("", ". "),
    "source": ("", ". "), "volume": ("", ""), "issue": ("(", ")"), "fpage": (":", ""),
    "lpage": ("-", ""), "elocation-id": (":", ""), "publisher-name": ("", ", "),
    "publisher-loc": ("", ": "), "edition": ("", ". "), "pub-id": (". ", ""),
    "ext-link": (". ", ""), "etal": ("et al", ""),
}  # fmt: skip


def html_text(data: bytes, name: str) -> str:
    """The text of HTML or JATS; raises `UnreadableInput` for bytes that are not its encoding."""
    from warnings import catch_warnings, simplefilter

    from bs4 import BeautifulSoup
    from bs4.builder._htmlparser import HTMLParserTreeBuilder

    text = _closed(_decoded(data, name))
    with catch_warnings():
        simplefilter("ignore")  # it warns that XML is read as HTML, which is meant
        builder = HTMLParserTreeBuilder()
        # JATS has a `source` with text in it; HTML's empty one stands in what is skipped.
        builder.empty_element_tags = {*(builder.empty_element_tags or ())} - {"source"}
        soup = BeautifulSoup(text, builder=builder)
    writer = _Writer()
    for begins, tag, words in _events(soup):
        if tag is None:
            writer.words(words)
        elif begins:
            writer.begin(tag)
        else:
            writer.end(tag)
    return writer.text()


def _decoded(data: bytes, name: str) -> str:
    found = _CHARSET.search(data[:2048])
    if found is not None and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            encoding = lookup(found[1].decode("ascii")).name
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass  # the declaration is wrong: told as for any text
    return decoded(data, name)


def _closed(text: str) -> str:
    """The text with what opens and is never closed as plain characters.

    The parser would look for the end of each of them to the end of the file: of a page of nothing
    but "<a " it makes hours.
    """
    for opening, closing in (("<!--", "-->"), ("<![", "]>"), ("<", ">")):
        end = text.rfind(closing) + 1
        text = text[:end] + text[end:].replace(opening, "&lt;" + opening[1:])
    return text


def _events(soup: Tag) -> Iterator[tuple[bool, Tag | None, str]]:
    """(begins, tag, "") and (True, None, words) in document order, without recursion."""
    from bs4 import Tag
    from bs4.element import CData, NavigableString

    stack: list[tuple[Tag, Iterator[object]]] = [(soup, iter(soup.children))]
    while stack:
        parent, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            if stack:
                yield False, parent, ""
        elif isinstance(child, Tag):
            if child.name not in _SKIPPED and not _is_control(child):
                yield True, child, ""
                stack.append((child, iter(child.children)))
        elif type(child) in {NavigableString, CData}:  # comments and declarations are others
            yield True, None, str(child)


def _is_control(tag: Tag) -> bool:
    """A link, or a mark of a website, that is no text of the reference."""
    if "mw-cite-backlink" in _classes(tag):
        return True
    if tag.name == "tr":  # the heads of columns
        cells = [getattr(part, "name", None) for part in _parts(tag)]
        return cells.count("th") > 1 and "td" not in cells
    if tag.name not in {"a", "span", "sup"}:
        return False
    words = " ".join(tag.stripped_strings) if len(tag.contents) <= 3 else ""  # noqa: PLR2004  # a button is small
    return " ".join(words.casefold().split()).strip(" []()") in _CONTROLS


def _classes(tag: Tag) -> list[str]:
    value = cast("object", tag.get("class"))
    return cast("list[str]", value) if isinstance(value, list) else []


class _Writer:
    """Collects blocks; inside a reference (`li`, JATS `ref`) everything is one block."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._parts: list[str] = []
        self._items: list[tuple[Tag, int | None]] = []
        self._counters: list[int | None] = []
        self._lists: list[Tag] = []
        self._label = 0
        self._term = False
        self._preformatted = 0
        self._heading = ""

    def text(self) -> str:
        """All blocks, apart by blank lines."""
        self._flush()
        return "\n\n".join(self._blocks) + "\n"

    def words(self, words: str) -> None:
        """Text as it stands in the source; blanks are joined later."""
        words = words.replace(_BREAK, " ")
        self._parts.append(_INDENT.sub(_kept, words) if self._preformatted else words)

    def begin(self, tag: Tag) -> None:
        name = tag.name
        if name in _HEADINGS:
            self._flush()
            self._heading = "#" * _HEADINGS[name] + " "
        elif name == "br":
            self._parts.append(" " if self._items else _BREAK)
        elif name in {"ol", "ul"} or (_is_list(tag) and not self._items):
            self._begin_list(tag)
        elif _is_item(tag):
            self._begin_item(tag)
        elif name in {"td", "th"}:
            self._parts.append(" ")
        elif name == "label":
            self._label = len(self._parts)
        elif name in _CITATION and _in_citation(tag):
            while self._parts and self._parts[-1].isspace():
                self._parts.pop()
            self._parts.append(_CITATION[name][0])
        elif name in _BLOCKS:
            self._break()
            self._preformatted += name == "pre"

    def end(self, tag: Tag) -> None:
        name = tag.name
        if name in _HEADINGS:
            self._flush()
            self._heading = ""
        elif self._lists and self._lists[-1] is tag:
            self._end_list(tag)
        elif self._items and self._items[-1][0] is tag:
            self._flush()
            self._items.pop()
        elif name == "label" and self._items:
            number = "".join(self._parts[self._label :]).strip(" .[]()\n")
            self._parts[self._label :] = [f"[{number}] "]
        elif name == "dt":
            self._end_term()
        elif name == "sup":
            self._raise()
        elif name in _CITATION and _in_citation(tag):
            self._parts.append(_CITATION[name][1])
        elif name in _BLOCKS:
            self._break()
            self._preformatted -= name == "pre"

    def _begin_list(self, tag: Tag) -> None:
        self._flush()
        start = str(tag.get("start", "1"))
        first = int(start) if start.isdecimal() else 1
        self._counters.append(first if tag.name == "ol" else None)
        if _is_list(tag) and not any(map(_is_list, self._lists)) and not self._is_under_heading():
            self._blocks.append(_OVER)
        self._lists.append(tag)

    def _end_list(self, tag: Tag) -> None:
        self._flush()
        self._lists.pop()
        self._counters.pop()
        if _is_list(tag) and not any(map(_is_list, self._lists)):
            self._blocks.append(_END)

    def _is_under_heading(self) -> bool:
        over = heading(self._blocks[-1]) if self._blocks else None
        return over is not None and over.kind == "list"

    def _end_term(self) -> None:
        """A number or key in a list of definitions, which goes on in the definition."""
        text = _tidy("".join(self._parts))
        if not self._items and 0 < len(text) <= _LABEL:
            self._parts = [f"[{text}] " if text.isdecimal() else f"{text} "]
            self._term = True
        else:
            self._break()

    def _begin_item(self, tag: Tag) -> None:
        if not self._term:
            self._flush()
        self._term = False
        n = self._counters[-1] if self._counters else None
        value = str(tag.get("value", ""))
        if n is not None:
            n = int(value) if value.isdecimal() else n
            self._counters[-1] = n + 1
        self._items.append((tag, n))

    def _break(self) -> None:
        if self._items:
            self._parts.append(" ")
        else:
            self._flush()

    def _raise(self) -> None:
        """A raised number at the beginning of a block numbers it."""
        text = "".join(self._parts[:_FIRST]).strip()
        if len(self._parts) <= _FIRST and text.isdecimal():
            self._parts = [text.translate(_SUPERSCRIPTS)]

    def _flush(self) -> None:
        self._term = False
        lines = "".join(self._parts).split(_BREAK)
        text = "\n".join(filter(None, map(_tidy, lines)))
        self._parts = []
        if not text:
            return
        if self._heading:
            text = self._heading + text
            self._heading = ""
            if self._blocks and self._blocks[-1] == _OVER and self._is_list_heading(text):
                self._blocks.pop()
        elif self._items and self._items[-1][1] is not None:
            tag, n = self._items[-1]
            printed = mark(text)
            text = text if printed is not None and printed.n == n else f"{n}. {text}"
            self._items[-1] = (tag, None)  # a second paragraph of the item has no number
        self._blocks.append(text)

    @staticmethod
    def _is_list_heading(text: str) -> bool:
        known = heading(text)
        return known is not None and known.kind == "list"


def _kept(found: re.Match[str]) -> str:
    """A line break of preformatted text, with the indent behind it; a blank line stays one."""
    ending = found.string[found.end() : found.end() + 1] in {"", "\n"}
    return _BREAK + "\u00a0" * max(len(found[1]), int(ending))


def _tidy(line: str) -> str:
    return _LINKS.sub("", _HOLLOW.sub("", _BLANKS.sub(" ", line)).strip(" "))


def _is_item(tag: Tag) -> bool:
    if tag.name == "tr":  # a row of cells, not a page laid out by a table
        return not any(
            _HELD & {getattr(part, "name", None) for part in _parts(cell)} for cell in _parts(tag)
        )
    return tag.name in _ITEMS or not _ITEM_CLASSES.isdisjoint(_classes(tag))


def _parts(element: object) -> list[object]:
    return cast("list[object]", getattr(element, "contents", []))


def _is_list(tag: Tag) -> bool:
    """Whether a block says by its name, class, id or role that it is a reference list."""
    if tag.name == "ref-list":
        return True
    if tag.name not in _LIST_TAGS:
        return False
    names = [*_classes(tag), str(tag.get("id", "")), str(tag.get("role", ""))]
    return any(_LIST_NAMES.fullmatch(name) for name in names)


def _in_citation(tag: Tag) -> bool:
    return tag.find_parent(["element-citation", "citation", "nlm-citation"]) is not None
