"""The text of a PDF in reading order: columns one after the other, gaps and indents kept.

The door of pdfminer.six, which is an extra. It gives lines with their places on the page; the rest
is geometry: a gutter parts two columns, a wide gap is a blank line, an indent is blanks.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from ifnlit.errors import UnreadableInput
from ifnlit.model.finding import Place
from ifnlit.parse.document_furniture import RUNNING, running_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

_PAGE_BREAK = "\f"
_GAP = 1.3  # times the usual distance of lines: 6 points between paragraphs make 1.4, lines less
_RAISED = 0.85  # of the size of the line: a smaller number in front of it is a superscript
_MIDDLE = (0.3, 0.7)  # of the page: where a gutter may be
_CROSSING = 0.3  # of the lines may cross a gutter (title, figures)
_SIDE = 0.15  # of the lines must stand on each side of it
_DEEPEST = 12  # blanks of an indent; what is further in is centred
_SAME_LINE = 0.5  # of the height: pieces that overlap so much are one line
_LARGEST = 256 * 2**20  # bytes unpacked; a book without pictures is below 50 MB
_PART = 2**20
_STREAM = re.compile(rb"stream\r?\n")
_CODE = re.compile(r"\(cid:(\d{1,5})\)")
# Positions in TeX's own encodings OT1 (11 to 15) and T1 (LaTeX font encodings guide).
_T1 = (
    "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£"
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖŒØÙÚÛÜÝÞ\u1e9eàáâãäåæçèéêëìíîïðñòóôõöœøùúûüýþß"
)
_SIGNS = {
    n: sign
    for start, signs in ((11, "ﬀﬁﬂﬃﬄ"), (16, "“”„«»–—"), (27, "ﬀﬁﬂﬃﬄ"), (127, "-"), (128, _T1))
    for n, sign in enumerate(signs, start)
}
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line on a page: its box in points from the lower left corner, and its text."""

    left: float
    right: float
    bottom: float
    top: float
    text: str


def pdf_text(data: bytes, name: str) -> str:
    """The text of a PDF; raises `UnreadableInput` for a broken, locked or textless one."""
    if find_spec("pdfminer") is None:
        raise UnreadableInput(
            "reading a PDF needs pdfminer.six, which is not installed",
            place=Place(name),
            hint='install it with: pip install "ifnlit[pdf]"',
        )
    _check_size(data, name)
    pages = list(_pages(data, name))
    heads = _running([pieces for pieces, _ in pages])
    lines: list[str] = []
    found = Counter(filter(None, (_gutter(pieces, width) for pieces, width in pages)))
    usual = max(found, key=lambda at: (found[at], at), default=None)
    for pieces, width in pages:
        lines.extend(_page_lines(pieces, width, heads, usual))
    if not any(line.strip() for line in lines):
        raise UnreadableInput(
            "the PDF holds no text: it is a scan, or empty",
            place=Place(name),
            hint="put a text layer in with an OCR program (ocrmypdf), or paste the list as text",
        )
    return "\n".join(lines) + "\n"


def _check_size(data: bytes, name: str) -> None:
    """Refuse a file whose streams unpack to more than any document."""
    total = 0
    for found in _STREAM.finditer(data):
        end = data.find(b"endstream", found.end())
        for size in _unpacked(data[found.end() : end if end > 0 else len(data)]):
            total += size
            if total > _LARGEST:
                raise UnreadableInput(
                    f"the PDF unpacks to more than {_LARGEST // 2**20} MB",
                    place=Place(name),
                    hint="save the pages of its reference list as a document of their own",
                )


def _unpacked(data: bytes) -> Iterator[int]:
    """The sizes of the parts that a packed stream unpacks to; none for one that is not packed."""
    unpacker = zlib.decompressobj()
    while data:
        try:
            part = unpacker.decompress(data, _PART)
        except zlib.error:
            return  # another filter, or none
        yield len(part)
        data = unpacker.unconsumed_tail


def _pages(data: bytes, name: str) -> Iterator[tuple[list[Piece], float]]:
    """(pieces, width) of each page."""
    import logging

    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it talks about every oddity
    try:
        for page in extract_pages(BytesIO(data), laparams=LAParams(boxes_flow=None)):
            yield list(_pieces(page)), float(page.width)
    except PDFPasswordIncorrect:
        raise UnreadableInput(
            "the PDF is locked by a password",
            place=Place(name),
            hint="save a copy without it, or paste the list as text",
        ) from None
    except Exception as error:  # noqa: BLE001  # pdfminer lets out whatever a broken file trips
        raise UnreadableInput(
            f"the PDF is broken: {type(error).__name__} {error}".rstrip(),
            place=Place(name),
            hint="open it in a PDF program and save it again",
        ) from None


def _pieces(page: Any) -> Iterator[Piece]:  # noqa: ANN401  # pdfminer has no types
    from pdfminer.layout import LTTextLine

    stack = [iter(page)]
    while stack:
        item = next(stack[-1], None)
        if item is None:
            stack.pop()
        elif isinstance(item, LTTextLine):
            text = _line_text(item)
            if text.strip():
                yield Piece(item.x0, item.x1, item.y0, item.y1, text)
        elif hasattr(item, "__iter__"):
            stack.append(iter(item))


def _line_text(line: Any) -> str:  # noqa: ANN401  # pdfminer has no types
    """The text of a line; small digits in front of it as superscripts."""
    from pdfminer.layout import LTChar

    characters = list(line)
    sizes = [item.size for item in characters if isinstance(item, LTChar)]
    usual = median(sizes) if sizes else 0.0
    out: list[str] = []
    for item in characters:
        text = str(item.get_text())
        raised = isinstance(item, LTChar) and item.size < _RAISED * usual and text.isdecimal()
        in_front = all(part.strip() == "" or part in "⁰¹²³⁴⁵⁶⁷⁸⁹" for part in out)
        out.append(text.translate(_SUPERSCRIPTS) if raised and in_front else text)
    return _CODE.sub(_sign, "".join(out).rstrip("\n"))


def _sign(found: re.Match[str]) -> str:
    """The sign that a code of a font without names stands for, as TeX numbers them."""
    return _SIGNS.get(int(found[1]), found[0])


def _running(pages: Sequence[Sequence[Piece]]) -> frozenset[str]:
    """What stands at the top or bottom of more than one page, apart from the text."""
    keys: Counter[str] = Counter()
    for pieces in pages:
        rows = [_row(row) for row in _rows(_from_top(pieces))]
        keys.update({running_key(row.text) for row in (*_edge(rows), *_edge(rows[::-1]))})
    return frozenset(key for key, times in keys.items() if key and times > 1)


def _edge(rows: Sequence[Piece]) -> list[Piece]:
    """The first of some rows, when there is a gap between it and the next one."""
    if len(rows) < 3:  # noqa: PLR2004  # a head, and text with a distance of lines
        return []
    steps = [abs(one.bottom - other.bottom) for one, other in pairwise(rows)]
    return [rows[0]] if steps[0] > _GAP * median(steps) else []


def _page_lines(
    pieces: Sequence[Piece], width: float, heads: Collection[str], gutter: float | None
) -> list[str]:
    """The lines of a page in reading order, the first of each column behind a page break."""
    lines: list[str] = []
    body: list[Piece] = []
    for row in _rows(_from_top(pieces)):
        text = _row(row).text
        if running_key(text) in heads:
            lines.append(f"{_PAGE_BREAK}{RUNNING}{text}")
        else:
            body.extend(row)
    for column in columns(body, width, gutter):
        lines.extend(_column_lines(column))
    return lines


def _from_top(pieces: Sequence[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda piece: -piece.top)


def columns(pieces: Sequence[Piece], width: float, usual: float | None = None) -> list[list[Piece]]:
    """The pieces of a page by column, in reading order; `usual` is where other pages part.

    Pieces that cross the gutter (a title, a wide table) part the page into bands; within each the
    left column comes before the right one.
    """
    gutter = _gutter(pieces, width) or _gutter(pieces, width, usual)
    ordered = _from_top(pieces)
    if gutter is None:
        return [ordered] if ordered else []
    found: list[list[Piece]] = []
    left: list[Piece] = []
    right: list[Piece] = []
    for piece in ordered:
        if piece.right <= gutter:
            left.append(piece)
        elif piece.left >= gutter:
            right.append(piece)
        else:
            found += [left, right, [piece]]
            left, right = [], []
    return _joined_wide([*found, left, right], gutter)


def _joined_wide(groups: Sequence[list[Piece]], gutter: float) -> list[list[Piece]]:
    """The groups that hold something; wide lines that follow one another are one group."""
    found: list[list[Piece]] = []
    for group in groups:
        wide = bool(group) and group[0].left < gutter < group[0].right
        if wide and found and found[-1][-1].left < gutter < found[-1][-1].right:
            found[-1].extend(group)
        elif group:
            found.append(group)
    return found


def _gutter(pieces: Sequence[Piece], width: float, usual: float | None = None) -> float | None:
    """Where two columns part, if they do: few lines cross it, many stand on either side.

    Where other pages part, few may do on one side: of the last page.
    """
    count = len(pieces)
    lefts = Counter(int(piece.left) for piece in pieces)
    if usual is not None:
        lefts = Counter({at: times for at, times in lefts.items() if abs(at - usual) <= 1})
    least = _SIDE * count if usual is None else 1
    found: list[tuple[int, int, int]] = []
    for at in lefts:
        before = sum(piece.right <= at for piece in pieces)
        after = sum(piece.left >= at for piece in pieces)
        crossing = count - before - after
        middle = _MIDDLE[0] < at / width < _MIDDLE[1]
        if middle and crossing <= _CROSSING * count and min(before, after) >= least:
            found.append((crossing, -lefts[at], at))  # the edge of a column has many lines
    return min(found)[2] if found else None


def _column_lines(column: Sequence[Piece]) -> Iterator[str]:
    rows = [_row(row) for row in _rows(column)]
    lefts = Counter(round(row.left) for row in rows)
    edge = min((left for left, times in lefts.items() if times > 1), default=min(lefts))
    steps = [above.bottom - below.bottom for above, below in pairwise(rows)]
    # Of references of two lines each, every second step is a gap.
    usual = sorted(steps)[len(steps) // 4] if steps else 0.0
    height = median(row.top - row.bottom for row in rows) or 1.0
    lead = _PAGE_BREAK
    before: Piece | None = None
    for row in rows:
        if before is not None and before.bottom - row.bottom > _GAP * usual:
            yield ""
        depth = round((row.left - edge) / (height / 2))
        yield lead + " " * (depth if 0 < depth <= _DEEPEST else 0) + row.text
        lead, before = "", row


def _rows(ordered: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces of one height together: a number and the text behind it."""
    rows: list[list[Piece]] = []
    for piece in ordered:
        if rows and _is_beside(rows[-1][-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _row(pieces: Sequence[Piece]) -> Piece:
    """Pieces of one height as one, their texts from left to right."""
    parts = sorted(pieces, key=lambda piece: piece.left)
    return Piece(
        parts[0].left,
        max(part.right for part in parts),
        min(part.bottom for part in parts),
        max(part.top for part in parts),
        " ".join(part.text.strip() for part in parts),
    )


def _is_beside(one: Piece, other: Piece) -> bool:
    overlap = min(one.top, other.top) - max(one.bottom, other.bottom)
    least = min(one.top - one.bottom, other.top - other.bottom)
    apart = other.left >= one.right or other.right <= one.left
    return apart and overlap > _SAME_LINE * least
