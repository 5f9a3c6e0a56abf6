"""What the parser gives, as records, rows and lists of doubts."""

from __future__ import annotations

import pytest

from ifnlit.app.parsing import doubtful, parsed, printed, record, row
from ifnlit.app.printed import listed
from ifnlit.app.source import Source, source_of
from ifnlit.cli.explanation import block
from ifnlit.errors import UnreadableInput
from ifnlit.model.date import Date
from ifnlit.model.finding import Finding, Place, Severity
from ifnlit.model.name import Name
from ifnlit.model.parsed import Field, Parsed, Residue
from ifnlit.model.reference import Origin, Reference, Repair

TEXT = """[1] Smith J, Jones K. A title [J]. J Virol, 2019, 1(2): 3-4.
[3] Hill A. Words [J]. J Med, 2020, 5: 6-7.
"""
ITEM = Parsed(
    Reference(
        "smith",
        origin=Origin(
            None, "Smith 中文 J 2019 zz", (Repair("title", "a", "b", "typographic", "why"),)
        ),
    ),
    "",
    0.4,
    (
        Field("author", 0, 5, "Smith", 0.3),
        Field("issued", 11, 15, "2019", 0.95),
        Field("x", 6, 8, "中文", 0.6),
    ),
    (Residue(16, 18, "zz"),),
    (Finding("rule", "said", Severity.INFO),),
)


def test_all_references_of_a_text_at_once() -> None:
    found = parsed(TEXT, "list.txt")
    assert [item.reference.id for item in found.items] == ["smith2019title", "hill2020words"]
    assert [finding.place for finding in found.findings] == [Place("list.txt", 2, 1)]
    assert found.family_first is True


def test_findings_of_a_document_have_no_line() -> None:
    found = printed(Source("x.pdf", TEXT, exact=False))
    assert len(list(found)) == 2
    assert [finding.place for finding in found.findings] == [None]
    assert found.total == 3


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("10.1000/abc", True),
        ("Plato, Republic.", False),
        ("Smith J, Hill K. A title. 2019.", True),
        ("zz zz", False),
    ],
)
def test_a_list_needs_one_reference_that_is_known_as_one(text: str, known: bool) -> None:
    if known:
        assert parsed(text, "x").items
        return
    with pytest.raises(UnreadableInput, match="no reference is recognised"):
        parsed(text, "x")


def test_dates_are_written_in_parts() -> None:
    dates = {
        Date(2019, 22): {"date-parts": [[2019]], "season": 2},
        Date(2019, circa=True): {"date-parts": [[2019]], "circa": True},
        Date(2019, end=Date(2020, 5)): {"date-parts": [[2019], [2020, 5]]},
    }
    for date, plain in dates.items():
        assert record(Parsed(Reference("x", issued=date)))["issued"] == plain


def test_a_row_is_a_reference_in_short() -> None:
    reference = Reference(
        "x", author=(Name("Smith"),), et_al=True, title="T", volume="1", number="e2", publisher="P"
    )
    assert row(Parsed(reference, confidence=0.5)) == (
        "",
        "x",
        "0.50",
        "-",
        "document",
        "Smith et al. | T | P | 1:e2",
    )
    assert row(Parsed(Reference("y", page="3")))[-1] == "3"


def test_what_is_unsure_or_left_over_is_listed() -> None:
    assert doubtful(ITEM, 0.5) == [
        ("smith", "author", 0.3, "Smith"),
        ("smith", "residue", 0.0, "zz"),
    ]
    empty = Parsed(Reference("x", origin=Origin(4, "")))
    assert doubtful(empty, 0.5) == [("4", "record", 0.0, "")]
    assert doubtful(Parsed(Reference("x")), 0.5) == [("x", "record", 0.0, "")]


def test_the_explanation_tells_everything() -> None:
    assert block(ITEM) == (
        "smith\n  no known style, document, confidence 0.40\n  Smith 中文 J 2019 zz\n"
        "     0-5    author  0.30 grammar  Smith\n    11-15   issued  0.95 grammar  2019\n"
        "     6-8    x       0.60 grammar  中文\n    16-18   residue  zz\n"
        "  repair (typographic) title: a → b: why\n  info[rule] said\n"
    )
    assert block(Parsed(Reference("x"))) == "x\n  no known style, document, confidence 0.00\n\n"


def test_colours_show_fields_residue_and_doubt() -> None:
    lines = block(ITEM, colour=True, width=40).splitlines()
    assert "\x1b[31m0.40\x1b[0m" in lines[1]
    assert lines[2].startswith(
        "  \x1b[32m\x1b[4mSmith\x1b[0m \x1b[93m中文\x1b[0m J \x1b[33m2019\x1b[0m"
    )
    assert "\x1b[41;97mzz" in lines[2]


def test_long_text_is_broken_at_blanks_or_where_it_must() -> None:
    raw = "word " * 20 + "x" * 60 + "字" * 30
    lines = block(Parsed(Reference("k", origin=Origin(1, raw))), width=40).splitlines()
    assert max(len(line.encode("gb18030")) for line in lines[2:]) <= 40
    assert "".join("".join(lines[2:]).split()) == "".join(raw.split())


def test_the_printed_list_of_a_document_is_one_a_paragraph() -> None:
    first = b"<h2>References</h2><p>Smith J. A title. J Virol 2019;1:2-3.</p>"
    source = source_of(first + b"<p>Hill A. Words. J Med 2020;5:6.</p>", "x.html")
    references = [item.reference for item in printed(source)]
    assert listed(source, references).split("\n\n")[1] == "Hill A. Words. J Med 2020;5:6.\n"
