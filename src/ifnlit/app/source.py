"""What `parse` reads: any file or standard input as text, and the model if it is wanted."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ifnlit.parse.span import Tagger

# Endings of documents that are not plain text; `store.documents` knows each.
_DOCUMENTS = frozenset({".docx", ".pdf", ".html", ".htm", ".xhtml"})


def read_source(path: str, *, lines: bool) -> str:
    """The text of a file or of standard input; raises `UnreadableInput`."""
    ending = os.path.splitext(path)[1].lower()  # noqa: PTH122  # pathlib is not needed for this
    if not lines and ending in _DOCUMENTS:
        from ifnlit.store.documents import read

        return read(path).text
    from ifnlit.store.text import read_text

    return read_text(path)


def tagger(engine: str) -> Tagger | None:
    """The trained tagger for the engine "full", none for "grammar"."""
    if engine == "grammar":
        return None
    from ifnlit.parse.crf import CrfTagger

    return CrfTagger()
