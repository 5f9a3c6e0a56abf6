"""A formatted list as plain text, Markdown, HTML or a Word document, from its HTML fragments."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# The faces that styles give to text; whatever else looks like a tag stood in the data.
_TAG = re.compile(r"<(/?)(i|em|b|strong|sup|sub|sc)>", re.IGNORECASE)
_MARKDOWN = {"i": "*", "em": "*", "b": "**", "strong": "**", "sup": "^", "sub": "~"}
# HTML has no tag for small capitals.
_HTML = {"<sc>": '<span style="font-variant: small-caps">', "</sc>": "</span>"}
# What is markup of Markdown: its own marks, tags, and entities.
_SPECIAL = re.compile(r"([\\`*_\[\]#|~^$<]|&(?=#?\w+;))")
# A number and a stop, or a dash, at the start of a line would be a list of Markdown's own.
_LISTED = re.compile(r"^(\d*)([.)]|[-+](?= ))")


def text(entries: Sequence[str]) -> bytes:
    """One reference a line, without markup."""
    return "".join(f"{html.unescape(_TAG.sub('', entry))}\n" for entry in entries).encode()


def markdown(entries: Sequence[str]) -> bytes:
    """One paragraph a reference; italics and bold as Markdown, its own marks escaped."""
    return "\n".join(f"{_marked(entry)}\n" for entry in entries).encode()


def web_page(entries: Sequence[str]) -> bytes:
    """A page of HTML with a paragraph a reference."""
    lines = "\n".join(f"<p>{_safe(entry)}</p>" for entry in entries)
    head = '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>References</title></head>\n'
    return f"{head}<body>\n{lines}\n</body>\n</html>\n".encode()


def docx(entries: Sequence[str]) -> bytes:
    """A Word document with a paragraph a reference."""
    import io

    from docx import Document

    document = Document()
    for entry in entries:
        paragraph = document.add_paragraph()
        for words, tags in _runs(entry):
            run = paragraph.add_run(words)
            run.italic = bool(tags & {"i", "em"}) or None
            run.bold = bool(tags & {"b", "strong"}) or None
            run.font.superscript = "sup" in tags or None
            run.font.subscript = "sub" in tags or None
            run.font.small_caps = "sc" in tags or None
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


LAYOUTS: dict[str, Callable[[Sequence[str]], bytes]] = {
    "text": text,
    "markdown": markdown,
    "html": web_page,
    "docx": docx,
}


def _pieces(entry: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Stretches of text, each with the tag behind it; `None` behind the last."""
    at = 0
    for found in _TAG.finditer(entry):
        yield html.unescape(entry[at : found.start()]), found
        at = found.end()
    yield html.unescape(entry[at:]), None


def _safe(entry: str) -> str:
    return "".join(
        html.escape(words, quote=False) + (_HTML.get(tag[0].lower(), tag[0].lower()) if tag else "")
        for words, tag in _pieces(entry)
    )


def _marked(entry: str) -> str:
    marked = "".join(
        _SPECIAL.sub(r"\\\1", words) + (_MARKDOWN.get(tag[2].lower(), "") if tag else "")
        for words, tag in _pieces(entry)
    )
    return _LISTED.sub(r"\1\\\2", marked)


def _runs(entry: str) -> Iterator[tuple[str, set[str]]]:
    """Stretches of text with the names of the tags that are open around each."""
    opened: list[str] = []
    for words, tag in _pieces(entry):
        if words:
            yield words, set(opened)
        if tag and not tag[1]:
            opened.append(tag[2].lower())
        elif tag and tag[2].lower() in opened:
            opened.remove(tag[2].lower())
