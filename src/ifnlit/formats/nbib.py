"""PubMed's .nbib (MEDLINE display): articles with PubMed's tags, as PubMed writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.formats.format import Format
from ifnlit.formats.kept import kept_fields
from ifnlit.formats.language import marc_code
from ifnlit.formats.locator import ARTICLES
from ifnlit.formats.markup import bare
from ifnlit.formats.nbib_table import KINDS
from ifnlit.formats.text_lines import one_line
from ifnlit.model.iso4 import is_abbreviated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour
    from ifnlit.model.date import Date
    from ifnlit.model.name import Name
    from ifnlit.model.reading import Reading
    from ifnlit.model.reference import Reference

    Lines = list[tuple[str, str]]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_WHOLE_BOOK = frozenset({"book", "thesis", "report"})
_STOP = re.compile(r"(?<=[^\W\d_])\.(?=[\s-]|$)")
_SINGLE = re.compile(r"(?:[^\W\d_]\.?[\s-]*)+")
_WIDTH = 88  # columns of PubMed's lines
_INDENT = " " * 6


def write(references: Sequence[Reference], flavour: Flavour) -> str:
    """A .nbib file; the same for every consumer."""
    del flavour
    return "\n".join(_entry(reference) for reference in references)


def _read(text: str, path: str) -> Reading:
    from ifnlit.formats.nbib_read import read

    return read(text, path)


def sniff(head: str) -> float:
    """PubMed's number, or its tags of four columns."""
    if re.search(r"(?m)^PMID- ", head):
        return 0.95
    return 0.6 if len(re.findall(r"(?m)^(?:TI|FAU|DP|JT|LID|AID) +- ", head)) > 1 else 0.0


def _entry(reference: Reference) -> str:
    lines: Lines = [("PMID", reference.pmid), *_identifiers(reference), *_titles(reference)]
    lines += _people(reference)
    page = reference.page or (reference.number if reference.type in ARTICLES else "")
    kind = KINDS.get(reference.type, "Journal Article")
    if reference.type == "article-journal" and reference.genre:
        kind = reference.genre
    lines += [
        ("LA", marc_code(reference.language)),
        ("PT", kind),
        ("PL", reference.publisher_place),
        ("PB", reference.publisher),
        ("DP", _date(reference.issued)),
        ("VI", reference.volume),
        ("IP", reference.issue),
        ("PG", page),
        ("EN", reference.edition),
        ("AB", bare(reference.abstract)),
        *(("OT", part.strip()) for part in re.split("[,;]", reference.keyword)),
        ("GN", reference.note),
    ]
    for tag, value in kept_fields(reference, "nbib", {tag for tag, value in lines if value}):
        lines.extend((tag, line) for line in value.split("\n"))
    return "".join(_wrapped(tag, value) for tag, value in lines if value.strip())


def _wrapped(tag: str, value: str) -> str:
    """A value in lines of 88 columns, as PubMed breaks them; blanks inside it stay as they are."""
    text = one_line(value)
    lines: list[str] = []
    line = f"{tag:<4}-"
    for word in text.split(" "):
        if len(line) + len(word) >= _WIDTH and line.strip() and not line.endswith("-"):
            lines.append(line)
            line = _INDENT + word if word else line
        else:
            line += f" {word}"
    return "\n".join([*lines, line]) + "\n"


def _identifiers(reference: Reference) -> Lines:
    # Without pages of its own, an article has its number in their place.
    number = reference.number if reference.page and reference.type in ARTICLES else ""
    return [
        ("IS", f"{reference.issn} (Print)" if reference.issn else ""),
        ("ISBN", reference.isbn),
        ("LID", f"{reference.doi} [doi]" if reference.doi else ""),
        ("PMC", reference.pmcid),
        ("LID", f"arXiv:{reference.arxiv} [pii]" if reference.arxiv else ""),
        ("LID", f"{number} [pii]" if number else ""),
    ]


def _titles(reference: Reference) -> Lines:
    container, short = reference.container_title, reference.container_title_short
    title = bare(reference.title)
    if reference.type in _WHOLE_BOOK:
        return [("BTI", title), ("CTI", reference.collection_title)]
    title = _stopped(title)
    if reference.type == "chapter":
        return [("TI", title), ("BTI", container), ("CTI", reference.collection_title)]
    if not short and is_abbreviated(container):
        short = container
    return [("TI", title), ("TA", short), ("JT", container)]


def _stopped(title: str) -> str:
    """The title with PubMed's stop; brackets of its own inside a second pair (see the reader)."""
    if title.startswith("[") and title.endswith("]"):
        title = f"[{title}]"
    return f"{title}." if title and title[-1] not in "?!" else title


def _people(reference: Reference) -> Lines:
    lines: Lines = []
    for name in reference.author:
        if name.literal:
            lines.append(("CN", name.literal))
        else:
            lines += [("FAU", _full(name)), ("AU", _short(name))]
    if reference.et_al:
        lines.append(("AU", "et al."))  # as MEDLINE closed lists that it had cut
    for name in reference.editor:
        full = name.literal or _full(name)
        lines += [("FED", full), ("ED", name.literal or _short(name))]
    return lines


def _full(name: Name) -> str:
    """The name with its given names in full; single letters without stops ("Lan, Y R")."""
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    given = _STOP.sub("", given) if _SINGLE.fullmatch(given) else given
    given = " ".join(part for part in (given, name.suffix.rstrip(".")) if part)
    return ", ".join(part for part in (name.full_family, given) if part)


def _short(name: Name) -> str:
    """The family name and the letters that the given names begin with ("Lan YR")."""
    letters = "".join(word[0] for word in re.split(r"[\s.-]+", name.given) if word)
    suffix = name.suffix.rstrip(".")
    return " ".join(part for part in (name.full_family, letters, suffix) if part)


def _date(date: Date | None) -> str:
    """As PubMed writes dates: "2020 Aug 17", "2020 Spring", "2020 Nov-Dec"."""
    if date is None:
        return ""
    start = _parts(date)
    if date.end is None:
        return " ".join(start)
    end = _parts(date.end)
    same = next((at for at, two in enumerate(zip(start, end, strict=False)) if len({*two}) > 1), 0)
    return f"{' '.join(start)}-{' '.join(end[same:])}"


def _parts(date: Date) -> list[str]:
    parts = [f"{date.year:04d}"]
    if date.season is not None:
        parts.append(SEASONS[date.season - 1])
    elif date.month is not None:
        parts.append(MONTHS[date.month - 1])
    if date.day is not None:
        parts.append(str(date.day))
    return parts


FORMAT = Format("nbib", (".nbib", ".medline"), "application/nbib", write, _read, sniff)
