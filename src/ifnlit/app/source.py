"""What `parse` and `init` read: any document or standard input, and the model if it is wanted."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.errors import UsageFault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.parse.span import Tagger

STDIN = "-"
# What holds no lines of references as a text does.
_DOCUMENTS = frozenset({".docx", ".pdf", ".html", ".htm", ".xhtml", ".doc", ".rtf", ".odt"})

# Endings of files of exchange that could be taken for a text.
_EXCHANGED = frozenset(
    {".bib", ".ris", ".json", ".yaml", ".yml", ".nbib", ".enw", ".csv", ".tsv", ".rdf"}
)
_HEAD = 4096  # characters that a format is known by


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a document; `exact`: its lines are the lines of the file `name`."""

    name: str
    text: str
    exact: bool


def read_source(path: str) -> Source:
    """The text of a file or of standard input; raises `UnreadableInput`.

    A file of exchange (BibTeX, RIS, ...) is refused: its lines are no printed references.
    """
    from ifnlit.store.text import read_bytes

    found = source_of(read_bytes(path), path)
    ending = os.path.splitext(path)[1].lower()  # noqa: PTH122  # pathlib is not needed for this
    if ending in _EXCHANGED and found.exact:
        from ifnlit.formats.sniff import sniff

        name = sniff(found.text[:_HEAD], ending)
        if name is not None:
            raise UsageFault(
                f'"{path}" holds records ({name}), not printed references',
                hint="ifnlit convert turns it into another format, ifnlit init makes a library",
            )
    return found


def source_of(data: bytes, path: str) -> Source:
    """The text of a document's bytes; `path` is for its ending and for messages."""
    from ifnlit.store.documents import document

    found = document(data, path)
    return Source(name_of(path), found.text, found.kind in {"text", "markdown"})


def read_lines(path: str) -> Iterator[str]:
    """The lines of a plain text, one by one; raises `UnreadableInput` before the first."""
    from ifnlit.store.lines import lines

    if os.path.splitext(path)[1].lower() in _DOCUMENTS:  # noqa: PTH122  # pathlib is not needed for this
        raise UsageFault(
            f'--lines reads plain text, and "{path}" is a document',
            hint="leave --lines out, or save the list as plain text",
        )
    return lines(path)


def name_of(path: str) -> str:
    """How a file is called in messages."""
    return "standard input" if path == STDIN else path


def tagger(engine: str) -> Tagger | None:
    """The trained tagger for the engine "full", none for "grammar"."""
    if engine == "grammar":
        return None
    from ifnlit.parse.crf import CrfTagger

    return CrfTagger()


def counted_lines(path: str) -> int:
    """How many lines a file has; 0 for standard input, which is not counted beforehand."""
    if path == STDIN:
        return 0
    from ifnlit.store.lines import count

    return count(path)
