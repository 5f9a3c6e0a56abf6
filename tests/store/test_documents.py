"""What a file is, is told by its content; what is no document says so."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from ifnlit.errors import UnreadableInput
from ifnlit.parse.document import regions
from ifnlit.parse.split import Item
from ifnlit.store.documents import document, is_packed, read
from tests.store.papers import DATA

APA = (DATA / "apa.txt").read_text("utf-8").splitlines()
FRONT = (DATA / "front.txt").read_text("utf-8")


def found(text: str) -> list[str]:
    return [
        piece.raw
        for region in regions(text)
        for piece in region.pieces()
        if isinstance(piece, Item)
    ]


@pytest.mark.parametrize(
    ("data", "path", "kind"),
    [
        (b"<!DOCTYPE html>\n<html><p>x", "-", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE article><article>", "x.txt", "html"),
        (b"<ol><li>x", "-", "html"),
        (b"plain", "x.htm", "html"),
        (b"# x", "x.md", "markdown"),
        (b"# x", "-", "text"),
        (b"a < b", "x", "text"),
        (b"", "x.txt", "text"),
    ],
)
def test_kinds_are_told_apart(data: bytes, path: str, kind: str) -> None:
    assert document(data, path).kind == kind


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "x.doc", "an old Word document"),
        (b"{\\rtf1", "x.rtf", "an RTF document"),
        (b"\x1f\x8b\x08", "x.gz", "compressed"),
        (b"\x89PNG\r\n", "x.png", "a picture"),
        (b"not one", "x.pdf", "no PDF"),
        (b"not one", "x.docx", "no Word document"),
        (b"a\0b", "x.txt", "binary data"),
        (b"caf\xe9", "x.txt", "not UTF-8"),
        (b"caf\xe9", "x.html", "not UTF-8"),
    ],
)
def test_what_is_not_read_says_what_it_is(data: bytes, path: str, words: str) -> None:
    with pytest.raises(UnreadableInput, match=words):
        document(data, path)


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# References\n\n1. *Smith J*\n", "utf-8")
    assert read(str(path)).text == "# References\n\n1. Smith J\n"


def html(body: str) -> str:
    return document(f"<!doctype html><html><body>{body}</body></html>".encode(), "x.html").text


BUTTONS = " [<a href='x'>Google\nScholar</a>] [<a>CrossRef</a>]"
PARTS = "".join(f"<p>{part}</p>" for part in FRONT.split("\n\n"))


@pytest.mark.parametrize(
    "body",
    [
        "<h2>References</h2><ol>{li}</ol><h2>Footer</h2><p>Text 2019 (3), 4-5, Smith J.</p>",
        "<h2>References</h2><ul>{li}</ul>",
        "<h3>Literature cited</h3>{p}<h3>Appendix</h3><p>Other, A. (2019). No. J, 1(2), 3.</p>",
        "<div class='references'>{p}</div><p>We are done, and that was it, which it is.</p>",
        "<section role='doc-bibliography'><h2>References</h2><ol>{li}</ol></section>",
        (
            "<section id='references'><h2>References</h2><h3>Books</h3>{p}</section><h2>More</h2>"
            "<p>Smith J. 2019;1(2):3-4.</p>"
        ),
        "<div id='refs' class='references csl-bib-body'>{entries}</div>",
        "<h2>References</h2><table>{tr}</table>",
        "<h2>References</h2><dl>{dl}</dl>",
        "<p><b>References</b></p><p>{br}</p>",
        "<p>{br}</p>",
        "<h2>References</h2><p>{sup}</p>",
        "<ol class='ref-list'><ol class='ref-list'>{li}</ol></ol>",
        "<h2>References</h2><dl>{dt}</dl>",
        "<h2>References</h2><table><tr><th>No.</th><th>Reference</th></tr>{trp}</table>",
        "<h2>References</h2><pre>{pre}</pre><h2>Appendix</h2><p>It is so.</p>",
        "<h2>References</h2><ul>{doi}</ul>",
    ],
)
def test_lists_on_web_pages(body: str) -> None:
    numbered = list(enumerate(APA, 1))
    filled = body.format(
        li="\n".join(f"<li id=r{n}><div>{raw}</div>{BUTTONS}</li>" for n, raw in numbered),
        p="\n".join(f"<p>{raw}</p>" for raw in APA),
        br="<br>\n".join(f"[{n}] {raw}" for n, raw in numbered),
        tr="".join(f"<tr><td>{n}.</td><td>{raw}</td></tr>" for n, raw in numbered),
        dl="".join(f"<dt>[{n}]</dt><dd>{raw}</dd>" for n, raw in numbered),
        dt="".join(f"<dt>[Key{n}]</dt><dd><p>{raw}</p></dd>" for n, raw in numbered),
        trp="".join(f"<tr><td><p>{n}</p></td><td><p>{raw}</p></td></tr>" for n, raw in numbered),
        pre="\n".join(textwrap.fill(raw, 60, subsequent_indent="    ") for raw in APA),
        doi="".join(f"<li>{raw} [<a>DOI</a>] [ <a>bib</a> | <a>.pdf</a> ]</li>" for raw in APA),
        sup="".join(f"<p><sup>{n}</sup>{raw} H<sub>2</sub></p>" for n, raw in numbered),
        entries="".join(
            f"<div class='csl-entry'><div class='csl-left-margin'>{n}. </div><div>{raw}</div></div>"
            for n, raw in numbered
        ),
    ).replace("&", "&amp;")
    expected = [f"{raw} H2" for raw in APA] if "<sup>" in filled else APA
    assert found(html(PARTS + filled)) == expected


def test_what_is_no_text_of_a_page_is_left_out() -> None:
    page = html(
        "<nav>Home</nav><script>var a = 1;</script><style>p {}</style><!-- no -->"
        "<p>One&nbsp;two&ndash;three</p><h1></h1><p> <br> </p>"
        "<li><a class='mw-cite-backlink'>^ a b</a> x</li><ul><li>y<p>z</p></li></ul>"
    )
    assert page == "One\u00a0two–three\n\nx\n\ny z\n"


def test_a_term_that_is_longer_than_a_label_stands_for_itself() -> None:
    page = html(f"<dl><dt>{APA[0]}</dt><dd>What it says.</dd><dt></dt><dd>More</dd></dl>")
    assert page == f"{APA[0]}\n\nWhat it says.\n\nMore\n"
    assert html("<dl><dt>3</dt><dd>Smith</dd></dl>") == "[3] Smith\n"
    assert html("<ul><li><dl><dt>3</dt></dl>Smith</li></ul>") == "3 Smith\n"


def test_a_blank_line_of_preformatted_text_stays_one() -> None:
    assert html("<pre>\nOne\n\n  two</pre>") == "One\n\u00a0\n\u00a0\u00a0two\n"


def test_an_ordered_list_counts_as_the_browser_does() -> None:
    page = html(
        "<ol start=4><li>Adams</li><li value='9'>Brown<ul><li>in</li></ul></li>"
        "<li>11. Clark</li><li>10. Davis</li></ol><ol start='x'><li>Evans</li></ol>"
    )
    assert page.split("\n\n") == [
        "4. Adams",
        "9. Brown",
        "in",
        "10. 11. Clark",
        "11. 10. Davis",
        "1. Evans\n",
    ]


def test_a_page_is_read_in_the_encoding_it_declares() -> None:
    page = "<html><meta charset='windows-1252'><p>Ångström café</p>"
    assert "Ångström café" in document(page.encode("cp1252"), "x.html").text
    assert "Ångström" in document(page.encode("utf-8-sig"), "x.html").text
    wrong = page.replace("windows-1252", "no-such-thing")
    assert "Ångström" in document(wrong.encode(), "x.html").text


def test_deep_nesting_is_no_trouble() -> None:
    assert html("<div>" * 5000 + "x") == "x\n"


JATS = (Path(__file__).parent / "data" / "jats.xml").read_bytes()


def test_jats_lists_are_read() -> None:
    assert found(document(JATS, "x.xml").text) == [
        "Adams A. The title. J Virol. 2019;1(2):3-4.",
        "Brown B, et al. Another title. J Med. 2020; 5(6):7-8. 10.1000/2",
        "Clark C. Third. J Med. 2021;1:2-3.",
    ]


@pytest.mark.parametrize(
    "part",
    [
        "<a b=c ",
        "<!--",
        "<!-- > ",
        "<![CDATA[",
        "<?",
        "<p>",
        "<ol><li>",
        "&",
        "[doi&nbsp;",
        "<pre>\n",
    ],
)
def test_broken_markup_takes_time_in_line_with_its_length(part: str) -> None:
    assert html(part * 4_000)
    assert html("<p>one</p> a < b") == "one\n\na < b\n"


@pytest.mark.parametrize(
    ("data", "ending", "packed"),
    [
        (b"%PDF-1.4", "", True),
        (b"PK\x03\x04", ".bib", True),
        (b"<p>", ".html", True),
        (b"<xml>", ".xml", False),
        (b"text", ".docx", True),
        (b"text", ".txt", False),
    ],
)
def test_a_document_is_told_from_a_file_of_exchange(data: bytes, ending: str, packed: bool) -> None:
    assert is_packed(data, ending) is packed
