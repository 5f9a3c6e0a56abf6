"""Both engines give the list in one style, with "et al." where the source cut it off."""

from __future__ import annotations

import io
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
        ("gbt7714", "[1] LI J, SUN P, 等. Words"),
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
    path.write_text('<style xmlns="http://purl.org/net/xbiblio/csl"/>', encoding="utf-8")
    with pytest.raises(UnreadableInput, match=r"cannot use the style: .*; try --engine"):
        formatted((LI,), style_name=str(path), layout="text", engine_name=name)


@pytest.mark.parametrize(
    ("html", "language", "expected"),
    [
        (f"Li J, {CUT}. T", "en", "Li J, et al. T"),
        (f"Li J &amp; {CUT}: T", "", "Li J et al.: T"),
        (f"LI J, {CUT}. T", "zh-CN", "LI J, 等. T"),
        (f"{CUT}. T", "en", " et al. T"),
    ],
)
def test_the_mark_becomes_the_term_of_the_style(html: str, language: str, expected: str) -> None:
    assert with_et_al(html, Style("x", "x", language)) == expected


def test_plain_text_is_one_line_a_reference() -> None:
    assert text(["A &amp; <i>B</i> <u>", "C"]) == b"A & B <u>\nC\n"


def test_markdown_keeps_italics_and_escapes_its_own_marks() -> None:
    assert markdown(["1. A*b [x] <i>J</i> <b>7</b><sup>2</sup> &lt;u&gt;"]) == (
        b"1\\. A\\*b \\[x\\] *J* **7**^2^ <u>\n"
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
