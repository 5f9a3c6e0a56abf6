"""Both engines give the list in one style, with "et al." where the source cut it off."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ifnlit.app.cite import formatted
from ifnlit.cite import pandoc
from ifnlit.cite.engine import CUT, engine, with_et_al
from ifnlit.cite.layout import docx, markdown, text
from ifnlit.cite.style import Style
from ifnlit.errors import UnreadableInput, UsageFault
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference
from ifnlit.store.library import packaged

if TYPE_CHECKING:
    from pathlib import Path

ENGINES = ("pandoc", "citeproc-py")
LI = Reference(
    "li",
    "article-journal",
    title="Words & <b>more</b> <script>x</script>",
    author=(Name("Li", "J."), Name("Sun", "P.")),
    et_al=True,
    issued=Date(2020),
    container_title="J Virol",
    volume="7",
    issue="2",
    page="1-9",
)


def listed(style: str, engine_name: str, layout: str = "text") -> str:
    return formatted((LI,), style_name=style, layout=layout, engine_name=engine_name).decode()


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    ("style", "begins"),
    [
        ("vancouver", "1. Li J, Sun P, et al. Words"),
        ("apa", "Li, J., Sun, P., et al. (2020). Words"),
        ("nature", "1. Li, J., Sun, P. et al. Words"),
        ("gbt7714", "[1] LI J, SUN P, et al. Words"),
    ],
)
def test_a_cut_list_ends_in_et_al_and_in_nobody_of_that_name(
    style: str, begins: str, name: str
) -> None:
    found = listed(style, name)
    assert found.startswith(begins)
    assert CUT not in found
    assert found.count("\n") == 1


@pytest.mark.parametrize("name", ENGINES)
def test_markup_of_a_title_never_becomes_markup_of_the_page(name: str) -> None:
    page = listed("vancouver", name, "html")
    assert "<script>" not in page
    assert "<!DOCTYPE html>" in page


@pytest.mark.parametrize("name", ENGINES)
def test_all_24_come_in_the_order_of_the_style(name: str) -> None:
    references = packaged().references
    numbered = formatted(
        references, style_name="vancouver", layout="text", engine_name=name
    ).decode()
    assert [line.split(".")[0] for line in numbered.splitlines()] == [str(n) for n in range(1, 25)]
    by_name = formatted(references, style_name="apa", layout="text", engine_name=name).decode()
    assert by_name.startswith("Cheng, J.")


def test_an_empty_library_gives_an_empty_list() -> None:
    assert formatted((), style_name="apa", layout="text") == b""


@pytest.mark.parametrize(
    ("style", "layout", "told"),
    [
        ("apa", "bib", "a list in a citation style has no format bib; known with --style: text"),
        ("", "docx", "--format docx needs --style; known: acs"),
    ],
)
def test_a_layout_and_a_style_belong_together(style: str, layout: str, told: str) -> None:
    with pytest.raises(UsageFault, match=told):
        formatted((LI,), style_name=style, layout=layout)


def test_without_pandoc_the_other_engine_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "is_installed", lambda: False)
    assert engine("auto") is engine("citeproc-py")
    with pytest.raises(UsageFault, match="pandoc is not installed; install pandoc, or pip"):
        engine("pandoc")


@pytest.mark.parametrize(
    ("version", "usable"), [("3.9", True), ("2.11.4", True), ("2.5", False), (OSError("no"), False)]
)
def test_only_a_pandoc_that_formats_citations_counts(
    version: str | OSError, usable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pypandoc

    def answer() -> str:
        if isinstance(version, OSError):
            raise version
        return version

    monkeypatch.setattr(pypandoc, "get_pandoc_version", answer)
    assert pandoc.is_installed() is usable


def test_pypandoc_may_be_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pypandoc", None)
    assert not pandoc.is_installed()


@pytest.mark.parametrize("name", ENGINES)
def test_a_style_of_no_use_is_told(name: str, tmp_path: Path) -> None:
    path = tmp_path / "my.csl"
    space = "http://purl.org/net/xbiblio/csl"
    path.write_text(f'<style xmlns="{space}"><bibliography/></style>', encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"cannot use the style: .*; try --engine"):
        formatted((LI,), style_name=str(path), layout="text", engine_name=name)


@pytest.mark.parametrize(
    ("html", "language", "expected"),
    [
        (f"Li J, {CUT}. T", "en", "Li J, et al. T"),
        (f"Li J &amp; {CUT}: T", "", "Li J et al.: T"),
        (f"LI J, {CUT}. T", "zh-CN", "LI J, 等. T"),
        (f"{CUT}. T", "en", " et al. T"),
        (f"Li J, Yang Y, {CUT}. T", "en", "Li J, Yang Y, et al. T"),
        (f"Li E, Lee, {CUT}. T", "en", "Li E, Lee, et al. T"),
        (f"Li J y {CUT}. T", "es", "Li J et al. T"),
        (f"张三和{CUT}. T", "zh-CN", "张三 等. T"),
    ],
)
def test_the_mark_becomes_the_term_of_the_style(html: str, language: str, expected: str) -> None:
    assert with_et_al(html, Style("x", "x", language)) == expected


YANG = replace(LI, author=(Name("Lee", "E."), Name("Yang", "Y.")), title="Yang")
CHINESE = Reference(
    "zh",
    "book",
    title="现代肝病学",
    author=(Name("欧阳", "明"), Name(literal="中华医学会")),
    et_al=True,
    publisher="出版社",
    edition="2",
    issued=Date(2015),
)
NUMBERED = replace(LI, et_al=False, page="", number="e00442-20", title="T", issued=Date(2020, 8, 7))
CHAPTER = Reference(
    "ng", "chapter", title="One", author=(Name("Ng", "A."),), container_title="Book",
    editor=(Name("Ed", "E."),), publisher="S", issued=Date(2010), page="1-20",
)  # fmt: skip


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    ("reference", "style", "expected"),
    [
        (YANG, "vancouver", "1. Lee E, Yang Y, et al. Yang. J Virol. 2020;7(2):1–9."),
        (YANG, "GB/T 7714", "[1] LEE E, YANG Y, et al. Yang[J]. J Virol, 2020, 7(2): 1-9."),
        (CHINESE, "vancouver", "1. 欧阳明, 中华医学会, et al. 现代肝病学. 2nd ed. 出版社; 2015."),
        (CHINESE, "nature", "1. 欧阳明, 中华医学会 et al. 现代肝病学. (出版社, 2015)."),
        (NUMBERED, "nature", "1. Li, J. & Sun, P. T. J Virol 7, e00442-20 (2020)."),
        (NUMBERED, "vancouver", "1. Li J, Sun P. T. J Virol. 2020 Aug 7;7(2):e00442-20."),
        (CHAPTER, "vancouver", "1. Ng A. One. In: Ed E, editor. Book. S; 2010. p. 1–20."),
    ],
)
def test_both_engines_write_what_the_manuals_of_style_ask(
    reference: Reference, style: str, expected: str, name: str
) -> None:
    found = formatted((reference,), style_name=style, layout="text", engine_name=name).decode()
    assert found == f"{expected}\n"


@pytest.mark.parametrize("name", ENGINES)
def test_a_chinese_list_has_each_work_in_its_language(name: str) -> None:
    found = formatted((CHINESE, YANG), style_name="gbt7714", layout="text", engine_name=name)
    chinese, english = found.decode().splitlines()
    assert chinese.startswith("[1] 欧阳明, 中华医学会, 等. 现代肝病学[M]. 2")
    assert english == "[2] LEE E, YANG Y, et al. Yang[J]. J Virol, 2020, 7(2): 1-9."
    alone = formatted((CHINESE,), style_name="gbt7714", layout="text", engine_name=name)
    assert alone.decode() == f"{chinese}\n"


@pytest.mark.parametrize("name", ENGINES)
@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("acs", "(1) Li, J. Effect of γ-rays on (TGF-β1). J Virol"),
        ("apa", "Li, J. (2020). Effect of γ-rays on (TGF-β1). J Virol"),
    ],
)
def test_greek_letters_are_not_capitalised(style: str, expected: str, name: str) -> None:
    greek = replace(NUMBERED, title="Effect of γ-rays on (TGF-β1)", author=LI.author[:1])
    found = formatted((greek,), style_name=style, layout="text", engine_name=name).decode()
    assert found.startswith(expected)


@pytest.mark.parametrize("name", ENGINES)
def test_an_italic_et_al_has_one_stop(name: str) -> None:
    many = replace(LI, et_al=False, author=tuple(Name(letter, "J.") for letter in "ABCDEFG"))
    for reference in (many, LI):
        found = formatted((reference,), style_name="nature", layout="markdown", engine_name=name)
        assert " *et al.* Words" in found.decode()


@pytest.mark.parametrize("name", ENGINES)
def test_an_item_that_a_style_prints_nothing_of_takes_no_other_away(name: str) -> None:
    found = formatted(
        (Reference("a"), LI), style_name="vancouver", layout="text", engine_name=name
    ).decode()
    assert found.splitlines()[1].startswith("2. Li J")


@pytest.mark.parametrize("name", ENGINES)
def test_a_style_of_any_encoding_is_read(name: str, tmp_path: Path) -> None:
    path = tmp_path / "my.csl"
    path.write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">'
        "<info><title>Wörter</title><id>x</id></info>"
        '<citation><layout><text variable="title"/></layout></citation>'
        '<bibliography><layout><text variable="title" prefix="ü "/></layout></bibliography>'
        "</style>",
        encoding="utf-16",
    )
    assert listed(str(path), name) == "ü Words & more <script>x</script>\n"


@pytest.mark.parametrize("name", ENGINES)
def test_what_stands_in_the_data_breaks_no_line_and_no_file(name: str) -> None:
    hostile = replace(NUMBERED, title=f"A\nb \x1b[31m \x07 {CUT}c")
    assert (
        "T. A b \ufffd[31m \ufffd c. J"
        in formatted(
            (replace(hostile, author=(Name(literal="T"),)),),
            style_name="vancouver",
            layout="text",
            engine_name=name,
        ).decode()
    )
    for layout in ("html", "markdown", "docx"):
        assert formatted((hostile,), style_name="apa", layout=layout, engine_name=name)


def test_a_key_of_any_letters_is_no_matter_to_the_engine() -> None:
    hostile = replace(LI, id='a b}] <"x">, @y')
    for name in ENGINES:
        found = formatted((hostile,), style_name="apa", layout="text", engine_name=name)
        assert found.startswith(b"Li, J.")


def test_the_other_engine_is_as_it_was_after_formatting() -> None:
    from citeproc import model

    parts = [vars(owner).copy() for owner in (model.Group, model.Date, model.Text, model.Number)]
    listed("apa", "citeproc-py")
    assert parts == [vars(it) for it in (model.Group, model.Date, model.Text, model.Number)]


def test_plain_text_is_one_line_a_reference() -> None:
    assert text(["A &amp; <i>B</i> <u>", "C"]) == b"A & B <u>\nC\n"


def test_markdown_keeps_italics_and_escapes_its_own_marks() -> None:
    assert markdown(["1. A*b [x] <i>J</i> <b>7</b><sup>2</sup> &lt;u&gt;"]) == (
        b"1\\. A\\*b \\[x\\] *J* **7**^2^ \\<u>\n"
    )
    assert markdown(["- &amp;lt; A &amp; B", "2) x", "&lt;script&gt;"]) == (
        b"\\- \\&lt; A & B\n\n2\\) x\n\n\\<script>\n"
    )


def test_a_word_document_has_a_paragraph_a_reference_with_its_faces() -> None:
    from docx import Document

    document = Document(io.BytesIO(docx(["A <i>J <b>7</b></i>, H<SUB>2</SUB>O</b>", "&amp;"])))
    first, second = document.paragraphs
    assert [(run.text, run.italic, run.bold) for run in first.runs[:3]] == [
        ("A ", None, None),
        ("J ", True, None),
        ("7", True, True),
    ]
    assert first.text == "A J 7, H2O"
    assert first.runs[-2].font.subscript
    assert second.text == "&"


@pytest.mark.parametrize("name", ENGINES)
def test_small_capitals_are_no_text(name: str) -> None:
    assert listed("din1505", name).startswith("Li, J. ; Sun, P.")
    assert listed("din1505", name, "markdown").startswith("Li, J. ; Sun, P.")
    assert "<sc>" not in listed("din1505", name, "html")
