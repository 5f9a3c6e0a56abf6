"""Whole documents as text: plain text, Markdown, HTML, Word and PDF, told apart by their content.

The text keeps what tells a list from the paper around it: headings as "# ...", paragraphs apart by
blank lines, automatic numbers written out, page breaks as form feeds, indents as blanks.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.errors import UnreadableInput
from ifnlit.model.finding import Place
from ifnlit.store.text import STDIN, decoded, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

_ENDINGS = {
    **dict.fromkeys((".docx", ".docm", ".dotx"), "docx"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xml", ".nxml", ".jats"), "html"),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".qmd", ".rmd"), "markdown"),
    ".pdf": "pdf",
}
_HTML = re.compile(
    rb"\s*(?:<!--.{0,500}?-->\s*)?(?:<\?xml[^>]{0,200}>\s*)?(?:<!doctype [^>]{0,500}>\s*)?"
    rb"<(?:html|head|body|article|ref-list|div|section|ol|ul|dl|table|p)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
# First bytes of what is no text and no document that is read here, with what to do about it.
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)", "save it as .docx"),
    (b"{\\rtf", "an RTF document", "save it as .docx or as plain text"),
    (b"\x1f\x8b", "compressed (gzip)", "unpack it first"),
    (b"\x89PNG", "a picture", "give the text, or a PDF that holds text"),
    (b"\xff\xd8\xff", "a picture", "give the text, or a PDF that holds text"),
)
_PDF_WITHIN = 1024  # PDF 1.7, H.3: readers accept the mark anywhere in the first 1,024 bytes


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a document; `kind` is "text", "markdown", "html", "docx" or "pdf".

    In the text of a plain text a line is a line of the file; in others it is a paragraph.
    """

    text: str
    kind: str


def read(path: str) -> Document:
    """The text of a file or of standard input; raises `UnreadableInput`."""
    return document(read_bytes(path), path)


def document(data: bytes, path: str) -> Document:
    """The text that bytes hold; `path` is for its ending and for messages."""
    name = "standard input" if path == STDIN else path
    kind = _kind(data, path, name)
    if kind == "text":
        return Document(decoded(data, path), kind)
    return Document(_reader(kind)(data, name), kind)


def is_packed(data: bytes, ending: str) -> bool:
    """Whether bytes are a document and no text: Word, PDF, or HTML by its ending."""
    packed = b"%PDF-" in data[:_PDF_WITHIN] or data.startswith(b"PK\x03\x04")
    return packed or _ENDINGS.get(ending, "") in {"pdf", "docx", "html"} - _exchanged(ending)


def _exchanged(ending: str) -> set[str]:
    """XML may be a library of EndNote as well as an article."""
    return {"html"} if ending == ".xml" else set()


def _kind(data: bytes, path: str, name: str) -> str:
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    for mark, what, hint in _FOREIGN:
        if data.startswith(mark):
            raise UnreadableInput(f"the file is {what}", place=Place(name), hint=hint)
    kind = _ENDINGS.get(os.path.splitext(path)[1].lower(), "")
    if kind in {"pdf", "docx"}:
        what = "PDF" if kind == "pdf" else "Word document"
        raise UnreadableInput(
            f"the file is no {what}, whatever its name says",
            place=Place(name),
            hint="give it the ending of what it is, or save it again",
        )
    return kind or ("html" if _HTML.match(data[:2048]) else "text")


def _reader(kind: str) -> Callable[[bytes, str], str]:
    if kind == "pdf":
        from ifnlit.store.documents_pdf import pdf_text

        return pdf_text
    if kind == "docx":
        from ifnlit.store.documents_docx import docx_text

        return docx_text
    if kind == "html":
        from ifnlit.store.documents_html import html_text

        return html_text
    return _markdown


def _markdown(data: bytes, name: str) -> str:
    from ifnlit.parse.document_markdown import plain

    return plain(decoded(data, name))
