"""Markdown for people: a numbered list with titles in bold and addresses as links. Only written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.formats.format import Format
from ifnlit.formats.reading_text import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.reference import Reference

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~$])")
_LIST = re.compile(r"^(\d+)(?=[.)])|^(?=[-+=])")
_ADDRESS = re.compile(r"[^\s<>]+")


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """A Markdown list; each entry ends with its key as code."""
    del flavour
    lines: list[str] = []
    for one in paragraphs(references):
        pieces = [
            _escaped(one.names),
            f"**{_escaped(one.title)}**" if one.title else "",
            f"*{_escaped(one.container)}*" if one.container else "",
            _escaped(one.details),
            _link(one.address),
            f"`{one.key.replace('`', '')}`" if one.key else "",
        ]
        text = ". ".join(piece.removesuffix(".") for piece in pieces if piece)
        lines.append(f"{one.number}. {text}\n")
    return "".join(lines)


def _escaped(text: str) -> str:
    """Text without a mark that Markdown would act on."""
    return _LIST.sub(r"\1\\", _MARKS.sub(r"\\\1", text))


def _link(address: str) -> str:
    """An address between angle brackets, where it can stand there."""
    if address.startswith("http") and _ADDRESS.fullmatch(address):
        return f"<{address}>"
    return _escaped(address)


FORMAT = Format("markdown", (".md", ".markdown"), "text/markdown", write)
