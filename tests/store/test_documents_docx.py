"""Word files give their references: numbered paragraphs, controls, fields, footnotes, tables."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false
# python-docx says types of a part of its objects only.

from __future__ import annotations

import struct
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from ifnlit.errors import UnreadableInput
from ifnlit.parse.document import regions
from ifnlit.parse.split import Item
from ifnlit.store import documents_docx
from ifnlit.store.documents import document
from tests.store.papers import DATA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as DocumentObject
    from docx.text.paragraph import Paragraph

FRONT = (DATA / "front.txt").read_text("utf-8")
APA = (DATA / "apa.txt").read_text("utf-8").splitlines()
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(word: DocumentObject) -> bytes:
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def paper() -> DocumentObject:
    word = Document()
    for part in FRONT.split("\n\n"):
        word.add_paragraph(part)
    return word


def text_of(data: bytes) -> str:
    return document(data, "paper.docx").text


def found(data: bytes) -> list[str]:
    return [
        piece.raw
        for region in regions(text_of(data))
        for piece in region.pieces()
        if isinstance(piece, Item)
    ]


def test_paragraphs_under_a_heading() -> None:
    word = paper()
    word.add_heading("References", 1)
    word.add_paragraph("")
    for raw in APA:
        word.add_paragraph(raw)
    word.add_heading("Appendix", 1)
    word.add_paragraph("Smith, J. (2019). Not this one. Journal of Appendices, 1(2), 3-4.")
    assert found(saved(word)) == APA


def test_automatic_numbers_are_written_out() -> None:
    word = paper()
    word.add_heading("References", 1)
    for raw in APA:
        word.add_paragraph(raw, style="List Number")
    assert "\n1.\tAmerican" in text_of(saved(word))
    assert found(saved(word)) == APA


@pytest.mark.parametrize(
    ("kind", "label", "printed"),
    [
        ("decimal", "[%1]", "[3]\tAmerican"),
        ("bullet", "", "• American"),
        ("none", "", "American"),
        ("lowerLetter", "%1)", "American"),
        ("decimal", "%1.%2", "American"),
    ],
)
def test_a_list_is_numbered_as_it_says(kind: str, label: str, printed: str) -> None:
    word = Document()
    numbering = word.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
        f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{label}"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    paragraph = word.add_paragraph(APA[0])
    _number(paragraph, 90)
    assert text_of(saved(word)).strip().startswith(printed)


def test_a_list_may_override_its_numbers() -> None:
    word = Document()
    word.part.numbering_part.element.append(
        parse_xml(
            f'<w:num {W} w:numId="91"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
            f'<w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="(%1)"/></w:lvl>'
            f"</w:lvlOverride></w:num>"
        )
    )
    _number(word.add_paragraph(APA[0]), 91)
    _number(word.add_paragraph(APA[1]), 91)
    _number(word.add_paragraph(APA[2]), 12345)
    assert text_of(saved(word)).splitlines()[::2] == [f"(7)\t{APA[0]}", f"(8)\t{APA[1]}", APA[2]]


def _number(paragraph: Paragraph, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
    )


def test_content_controls_and_insertions_are_read_and_deletions_are_not() -> None:
    word = paper()
    word.add_heading("References", 1)
    body = word.element.body
    for raw in APA[:2]:
        body.insert(
            len(body) - 1,
            parse_xml(
                f"<w:sdt {W}><w:sdtContent><w:p><w:ins><w:r>"
                f"<w:t>{_escaped(raw)}</w:t></w:r></w:ins>"
                f"<w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p></w:sdtContent></w:sdt>"
            ),
        )
    assert found(saved(word)) == APA[:2]


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def test_fields_give_their_result_and_not_their_code() -> None:
    word = Document()
    paragraph = word.add_paragraph()
    for xml in (
        '<w:r {W}><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r {W}><w:instrText>ADDIN ZOTERO_BIBL</w:instrText></w:r>",
        '<w:r {W}><w:fldChar w:fldCharType="separate"/></w:r>',
        "<w:r {W}><w:t>Smith</w:t><w:noBreakHyphen/><w:t>Jones A</w:t><w:softHyphen/></w:r>",
        "<w:r {W}><w:tab/><w:t>x</w:t><w:br/><w:t>y</w:t></w:r>",
        '<w:hyperlink {W}><w:r><w:t xml:space="preserve"> https://doi.org/10.1000/1</w:t></w:r></w:hyperlink>',
    ):
        paragraph._p.append(parse_xml(xml.replace("{W}", W)))
    assert (
        text_of(saved(word)).strip() == "Smith\u2011Jones A\u00ad\tx\ny https://doi.org/10.1000/1"
    )


def test_entries_of_a_reference_manager_need_no_heading() -> None:
    word = paper()
    word.styles.add_style("Bibliography", 1)
    for raw in APA:
        word.add_paragraph(raw, style="Bibliography")
    word.add_paragraph(
        "That was the end of it, and it was not a reference, which is why it is here."
    )
    assert found(saved(word)) == APA
    word = Document()
    word.styles.add_style("Bibliography 1", 1)
    word.add_paragraph(APA[0], style="Bibliography 1")
    assert found(saved(word)) == APA[:1]


def test_a_raised_number_in_front_numbers_a_paragraph() -> None:
    word = Document()
    for n, raw in enumerate(APA, 1):
        paragraph = word.add_paragraph()
        paragraph.add_run(str(n)).font.superscript = True
        paragraph.add_run(raw)
        paragraph.add_run("2").font.superscript = True
    assert found(saved(word)) == [f"{raw}2" for raw in APA]


def test_a_number_set_higher_is_raised_and_one_set_lower_is_not() -> None:
    word = paper()
    for height, raw in ((8, APA[0]), (-8, APA[1]), (0, APA[2])):
        paragraph = word.add_paragraph()
        run = f'<w:r {W}><w:rPr><w:position w:val="{height}"/></w:rPr><w:t>1</w:t></w:r>'
        paragraph._p.append(parse_xml(run))
        paragraph.add_run(raw)
    text = document(saved(word), "x.docx").text
    assert text.endswith(f"¹{APA[0]}\n\n1{APA[1]}\n\n1{APA[2]}\n")


def test_rows_of_a_table_are_references() -> None:
    word = paper()
    word.add_heading("Literatur", 2)
    table = word.add_table(len(APA), 2)
    for n, raw in enumerate(APA):
        table.cell(n, 0).text = f"[{n + 1}]"
        table.cell(n, 1).text = raw
    assert found(saved(word)) == APA


OPEN = "openxmlformats.org/"


def _override(kind: str) -> str:
    word = f"application/vnd.{OPEN.removesuffix('.org/')}-officedocument.wordprocessingml"
    part = f'PartName="/word/{kind}s.xml" ContentType="{word}.{kind}s+xml"'
    return f"<Override {part}/></Types>"


def _relation(kind: str) -> str:
    of = f"http://schemas.{OPEN}officeDocument/2006/relationships/{kind}s"
    return f'<Relationship Id="rId99" Type="{of}" Target="{kind}s.xml"/></Relationships>'


def with_notes(kind: str, notes: Sequence[str]) -> bytes:
    """A document whose notes are in a part of their own, as Word writes them."""
    inner = "".join(
        f'<w:{kind} w:id="{n}"><w:p><w:r><w:t>{_escaped(raw)}</w:t></w:r></w:p></w:{kind}>'
        for n, raw in enumerate(notes, 1)
    )
    part = (
        f'<?xml version="1.0"?><w:{kind}s {W}>'
        f'<w:{kind} w:id="0" w:type="separator"><w:p/></w:{kind}>'
        f'{inner}<w:{kind} w:id="99"><w:p/></w:{kind}></w:{kind}s>'
    )
    out = BytesIO()
    with ZipFile(BytesIO(saved(paper()))) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info)
            if info.filename == "[Content_Types].xml":
                data = data.replace(b"</Types>", _override(kind).encode())
            if info.filename == "word/_rels/document.xml.rels":
                data = data.replace(b"</Relationships>", _relation(kind).encode())
            new.writestr(info, data)
        new.writestr(f"word/{kind}s.xml", part)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_notes_hold_references(kind: str) -> None:
    assert found(with_notes(kind, [*APA, "This is what they said, and it was not so."])) == APA


def test_headings_have_their_level() -> None:
    word = Document()
    word.add_heading("One", 0)
    word.add_heading("Two", 2)
    paragraph = word.add_paragraph("Three")
    level = OxmlElement("w:outlineLvl")
    level.set(qn("w:val"), "3")
    paragraph._p.get_or_add_pPr().append(level)
    assert text_of(saved(word)).split("\n\n") == ["# One", "## Two", "#### Three\n"]


def fault(data: bytes, name: str = "x.docx") -> UnreadableInput:
    with pytest.raises(UnreadableInput) as caught:
        document(data, name)
    return caught.value


def archive(files: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name, data in files.items():
            new.writestr(name, data)
    return out.getvalue()


def test_broken_files_say_so() -> None:
    whole = saved(paper())
    for data in (whole[:3000], b"PK\x03\x04" + b"x" * 50, archive({"word/document.xml": b"<x"})):
        assert fault(data).message.startswith("the Word document is broken")
    damaged = bytearray(whole)
    at = whole.index(b"word/document.xml") + 200
    damaged[at : at + 100] = struct.pack("100s", b"?" * 100)
    assert "broken" in fault(bytes(damaged)).message


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("content.xml", "OpenDocument"),
        ("META-INF/container.xml", "EPUB"),
        ("xl/workbook.xml", "Excel"),
        ("a.txt", "ZIP archive"),
    ],
)
def test_other_archives_are_named(part: str, what: str) -> None:
    assert what in fault(archive({part: b""})).message


def test_what_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents_docx, "_LARGEST", 2**20)
    assert "unpacks to" in fault(archive({"word/document.xml": bytes(2**22)})).message
