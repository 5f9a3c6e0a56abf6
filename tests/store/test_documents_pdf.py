"""PDF files give their references: two columns, broken words, running heads, raised numbers."""

from __future__ import annotations

import textwrap
import zlib

import pytest

from ifnlit.errors import UnreadableInput
from ifnlit.parse.document import regions
from ifnlit.parse.split import Item
from ifnlit.store import documents_pdf
from ifnlit.store.documents import document
from tests.store.papers import DATA, Word, column, pdf

FRONT = (DATA / "front.txt").read_text("utf-8")
APA = [line.replace("–", "-") for line in (DATA / "apa.txt").read_text("utf-8").splitlines()]
NAMES = "Adams Brown Clark Davis Evans Frank Green Hill Irwin Jones".split()
WORDS = "biology cause course danger effect future growth history image journey".split()
TEN = [
    f"{name} A, Other B. The {word} of hepatitis and its antiviral treatment in adults. "
    f"J Virol. 20{n:02};{n}(2):{n}00-{n}09."
    for n, (name, word) in enumerate(zip(NAMES, WORDS, strict=True), 10)
]


def found(data: bytes) -> list[str]:
    text = document(data, "paper.pdf").text
    return [
        piece.raw
        for region in regions(text)
        for piece in region.pieces()
        if isinstance(piece, Item)
    ]


def tight(texts: list[str]) -> list[str]:
    return [text.replace("- ", "-") for text in texts]


def two_columns(lines: list[str], *, head: str = "", foot: str = "", rows: int = 20) -> bytes:
    pages: list[list[Word]] = []
    for n, start in enumerate(range(0, len(lines), 2 * rows)):
        words = column(lines[start : start + rows], 50, 760)
        words += column(lines[start + rows : start + 2 * rows], 310, 760)
        words += [(50, 810, 8, head), (400, 810, 8, f"Vol. {n + 1}")] if head else []
        words += [(290, 30, 8, f"{n + 97}")] if foot else []
        pages.append(words)
    return pdf(pages)


def wrapped(raw: str, first: str = "", indent: str = "  ") -> list[str]:
    return textwrap.wrap(
        raw,
        44,
        initial_indent=first,
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


def test_two_columns_of_numbered_references() -> None:
    lines = ["References", ""]
    for n, raw in enumerate(TEN, 1):
        lines += wrapped(raw, f"[{n}] ", "     ")
    assert found(two_columns(lines, rows=15)) == TEN


def test_two_columns_with_hanging_indents_over_pages_with_running_heads() -> None:
    lines = ["References", ""]
    for raw in APA * 4:
        lines += wrapped(raw)
    data = two_columns(lines, head="Journal of Examples 12 (2019)", foot="yes", rows=14)
    assert tight(found(data)) == tight(APA * 4)


def test_the_last_page_of_two_columns_may_hold_little_in_one() -> None:
    lines = ["References", ""]
    for raw in TEN:
        lines += [*wrapped(raw, indent=""), ""]
    rows = (len(lines) - 3) // 3 + 1  # a page is full, the last one has one line on the right
    pages = [
        [*column(lines[:rows], 50, 760), *column(lines[rows : rows + 8], 310, 760)],
        [*column(lines[rows + 8 : -3], 50, 760), *column(lines[-3:], 310, 760)],
    ]
    assert found(pdf(pages)) == TEN


def test_paragraphs_a_little_apart_are_apart() -> None:
    words: list[Word] = [(50, 800, 10, "References")]
    y = 780.0
    for raw in TEN:
        for line in textwrap.wrap(raw, 90):
            words.append((50, y, 10, line))
            y -= 12
        y -= 5
    assert found(pdf([words])) == TEN


def test_a_whole_paper_with_one_column() -> None:
    lines = [line for part in FRONT.splitlines() for line in (textwrap.wrap(part, 90) or [""])]
    lines += ["References", ""]
    for raw in TEN:
        lines += [*textwrap.wrap(raw, 90), ""]
    lines += ["Acknowledgements", "", "We thank all of them, and this was a lot of work."]
    pages = [column(lines[start : start + 60], 50, 800) for start in range(0, len(lines), 60)]
    assert found(pdf(pages)) == TEN


def test_a_title_over_two_columns_comes_first() -> None:
    words: list[Word] = [(50, 800, 16, "A title that goes over both of the columns of the page")]
    words += [
        (
            50,
            780,
            9,
            "And a second line under it, which is wider than the column on the left is, of authors",
        )
    ]
    words += column(["left one", "left two", "left three"], 50, 740)
    words += column(["right one", "right two", "right three"], 310, 740)
    text = document(pdf([words]), "x.pdf").text
    assert [line.strip() for line in text.splitlines() if line.strip()] == [
        "A title that goes over both of the columns of the page",
        "And a second line under it, which is wider than the column on the left is, of authors",
        "left one", "left two", "left three", "right one", "right two", "right three",
    ]  # fmt: skip


def test_raised_numbers_and_numbers_apart_from_the_text_number_references() -> None:
    raised: list[Word] = []
    apart: list[Word] = []
    for n, raw in enumerate(TEN, 1):
        y = 780 - 60 * n
        raised += [(50, y + 3, 5, str(n))]
        raised += column(textwrap.wrap(raw, 80), 54, y)
        apart += [(50, y, 9, f"{n}.")]
        apart += column(textwrap.wrap(raw, 80), 90, y)
    assert found(pdf([raised])) == TEN
    assert found(pdf([apart])) == TEN


def test_hyphens_of_line_breaks_stay_in_the_printed_text() -> None:
    lines = [
        "[1] Adams A. The inter-",
        "feron and its use. J Virol. 2019;1(2):3-",
        "9.",
        f"[2] {TEN[0]}",
    ]
    assert found(pdf([column(lines, 50, 700)]))[0] == (
        "Adams A. The inter-feron and its use. J Virol. 2019;1(2):3-9."
    )


def fault(data: bytes) -> UnreadableInput:
    with pytest.raises(UnreadableInput) as caught:
        document(data, "x.pdf")
    return caught.value


def test_a_scan_says_that_it_holds_no_text() -> None:
    assert "no text" in fault(pdf([[]])).message


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\n", b"%PDF-1.7\n" + bytes(range(256)) * 20, pdf([[(50, 50, 9, "x")]])[:200]]
)
def test_a_broken_file_says_so(data: bytes) -> None:
    assert fault(data).message.startswith(("the PDF is broken", "the PDF holds no text"))


def test_a_locked_file_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from pdfminer import high_level
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    def locked(*_: object, **__: object) -> None:
        raise PDFPasswordIncorrect

    monkeypatch.setattr(high_level, "extract_pages", locked)
    assert "password" in fault(pdf([])).message


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents_pdf, "_LARGEST", 2**20)
    packed = zlib.compress(bytes(2**22))
    data = b"%PDF-1.4\n1 0 obj<</Filter/FlateDecode>>stream\n" + packed + b"\nendstream endobj\n"
    assert "unpacks to more than 1 MB" in fault(data).message


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_: str) -> None:
        return None

    monkeypatch.setattr(documents_pdf, "find_spec", nothing)
    assert 'pip install "ifnlit[pdf]"' in fault(pdf([])).hint


def test_streams_that_are_not_packed_are_read_too() -> None:
    assert (
        found(
            pdf(
                [column([f"[{n}] {raw}" for n, raw in enumerate(TEN, 1)], 5, 780, size=4)],
                packed=False,
            )
        )
        == TEN
    )


def test_signs_of_fonts_without_names_are_known() -> None:
    from ifnlit.store.documents_pdf import _CODE, _sign

    coded = "e(cid:27)ect, e(cid:14)cacy, M(cid:252)ller, (cid:16)1(cid:21)2(cid:17), (cid:300)"
    assert _CODE.sub(_sign, coded) == "eﬀect, eﬃcacy, Müller, “1–2”, (cid:300)"
