"""What a format is: a writer, a reader, and how its files are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.model.frozen import dataclass

if TYPE_CHECKING:  # protocols are slow to define, and only checkers read them
    from collections.abc import Sequence
    from typing import Protocol

    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

    class Writer(Protocol):
        """Turns references into the text of a whole file (the caller encodes it as UTF-8)."""

        def __call__(self, references: Sequence[Reference], flavour: Flavour) -> str: ...

    class Reader(Protocol):
        """Turns the text of a file into references; `path` is for places alone; never raises."""

        def __call__(self, text: str, path: str) -> Reading: ...

    class Sniffer(Protocol):
        """How likely text is of this format, 0 (no) to 1 (sure), from its beginning."""

        def __call__(self, head: str) -> float: ...


@dataclass(frozen=True, slots=True)
class Flavour:
    """For whom a file is written: `consumer` is "" (any), "zotero", "jabref", "endnote", ...

    `zotero` is Zotero's major version (7 has no citationKey, PMID and PMCID fields). `raw_notes`
    writes the printed text of each reference into a note.
    """

    consumer: str = ""
    zotero: int = 8
    raw_notes: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """One file format. `sniff` says from the first 4,096 characters how likely it is, 0 to 1."""

    name: str
    endings: tuple[str, ...]
    media_type: str
    write: Writer | None
    read: Reader | None = None
    sniff: Sniffer | None = None
