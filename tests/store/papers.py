"""Papers made up in the tests: PDF files written by hand, Word files by python-docx."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = Path(__file__).parents[1] / "parse" / "data"
ROOT = Path(__file__).parents[2]

# x, y (points from the lower left corner), size, text
Word = tuple[float, float, float, str]


def pdf(pages: Sequence[Sequence[Word]], *, packed: bool = True) -> bytes:
    """A PDF of A4 pages with text in Helvetica."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    kids: list[str] = []
    for words in pages:
        stream = b"\n".join(_shown(word) for word in words)
        coding = b""
        if packed:
            stream, coding = zlib.compress(stream), b"/Filter/FlateDecode"
        objects.append(b"<<%s/Length %d>>stream\n%s\nendstream" % (coding, len(stream), stream))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % len(objects)
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    return _file(objects)


def _shown(word: Word) -> bytes:
    x, y, size, text = word
    plain = (
        text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    return b"BT /F %g Tf %g %g Td (%s) Tj ET" % (size, x, y, plain)


def _file(objects: Sequence[bytes]) -> bytes:
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    places: list[int] = []
    for n, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (n, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def column(
    lines: Sequence[str], x: float, y: float, *, size: float = 9, step: float = 11
) -> list[Word]:
    """Lines under one another; blanks in front of one indent it."""
    words: list[Word] = []
    for n, line in enumerate(lines):
        indent = (len(line) - len(line.lstrip(" "))) * size / 2
        if line.strip():
            words.append((x + indent, y - n * step, size, line.strip()))
    return words
