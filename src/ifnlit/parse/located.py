"""Where a value of a record stands in the printed text, for all that printing does to it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_RANGE = re.compile(r"([^\d\s]*)(\d+)-([^\d\s]*)(\d+)(.*)")
_PIECE = re.compile(r"\w+|[^\w\s]")
_HYPHENS = "[-\u2010-\u2015\u2212\u00ad]"


def located(value: str, raw: str, near: int = 0) -> tuple[int, int] | None:
    """(start, end) of a value in a text, the place nearest to `near`; `None` when it is not there.

    As written, in other case, with the blanks and hyphens of line breaks, a page range shortened,
    a date in another form.
    """
    if not value.strip():
        return None
    for pattern in _patterns(value.strip()):
        spans = [found.span() for found in re.finditer(pattern, raw, re.IGNORECASE)]
        if spans:
            return min(spans, key=lambda span: abs(span[0] - near))
    return None


def _patterns(value: str) -> Iterator[str]:
    """Patterns that the printed form of a value matches, the strictest first."""
    bounded = rf"(?<!\w){re.escape(value)}(?!\w)"
    yield bounded
    yield rf"(?<!\w){_loose(value)}(?!\w)"
    date = _DATE.fullmatch(value)
    if date is not None:
        yield from _dates(date[1], date[2], date[3])
    pages = _RANGE.fullmatch(value)
    if pages is not None:
        yield from _ranges(pages)


def _loose(value: str) -> str:
    """Words with any blanks between them, a hyphen inside them, any kind of dash and quote."""
    pieces = _PIECE.findall(value)
    parts = [_piece(pieces[0])]
    for before, piece in pairwise(pieces):
        words = before[0].isalnum() and piece[0].isalnum()
        parts.append((r"\s+" if words else r"\s*") + _piece(piece))
    return "".join(parts)


def _piece(piece: str) -> str:
    if piece[0].isalnum() or piece[0] == "_":
        # "replica-tion", "replica- tion": the hyphen of a line break.
        return rf"(?:{_HYPHENS}\s?)?".join(map(re.escape, piece))
    if re.fullmatch(_HYPHENS, piece):
        return _HYPHENS
    return r"[.\s]?" if piece == "." else r"['’‘`\"“”]" if piece in "'’‘\"“”" else re.escape(piece)


def _dates(year: str, month: str | None, day: str | None) -> Iterator[str]:
    if month is not None and 1 <= int(month) <= len(_MONTHS):
        name = rf"{_MONTHS[int(month) - 1]}[a-z]*\.?"
        number = rf"0?{int(month)}"
        days = rf"0?{int(day)}(?!\d)" if day else ""
        tail = rf"[ ,]+{days}" if day else ""
        yield rf"(?<!\d){year}[ ,;]+{name}{tail}"
        yield rf"{name}{tail},? ?{year}(?!\d)"
        yield rf"{days}\.? ?{name},? ?{year}(?!\d)" if day else rf"{name} {year}"
        yield rf"(?<!\d){year}[-/.]{number}" + (rf"[-/.]{days}" if day else r"(?!\d)")
    yield rf"(?<!\d){year}(?!\d)"


def _ranges(pages: re.Match[str]) -> Iterator[str]:
    """A range whose end is printed shortened: 1933-1940.e1 as "1933-40 e1"."""
    lead, first, _, last, tail = pages.groups()
    rest = rf"[.\s]*{re.escape(tail.lstrip('.'))}" if tail else ""
    for cut in range(len(last)):
        yield (rf"(?<!\w){re.escape(lead)}{first}\s*{_HYPHENS}+\s*\w?{last[cut:]}{rest}(?!\w)")
