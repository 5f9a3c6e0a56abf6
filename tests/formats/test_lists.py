"""Lists for people: plain text and Markdown."""

from __future__ import annotations

import pytest

from ifnlit.formats.format import Flavour
from ifnlit.formats.markdown import write as markdown
from ifnlit.formats.text import write as text
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference

PAPER = Reference(
    "lan2019",
    "article-journal",
    "On <i>mice</i> & 2 * 3",
    (Name("Lan", "Y. R."), Name(literal="WHO")),
    et_al=True,
    container_title="J Virol",
    issued=Date(2019, 8),
    volume="41",
    issue="2",
    page="18-22",
    doi="10.1234/x_y",
    origin=Origin(8, "Lan YR. On mice."),
)
BOOK = Reference(
    "ng",
    "book",
    "A book.",
    editor=(Name("Ng", "A."),),
    edition="2",
    publisher="P",
    publisher_place="Paris",
    url="https://example.org/ a",
)


def test_a_paper_is_one_line_with_its_number_in_the_list() -> None:
    assert text([PAPER], Flavour()) == (
        "[8] Lan, Y. R.; WHO; et al. On mice & 2 * 3. J Virol. 2019-08; 41(2):18-22. "
        "https://doi.org/10.1234/x_y\n"
    )


def test_the_printed_text_stands_instead_where_it_is_asked_for() -> None:
    assert text([PAPER, BOOK], Flavour(raw_notes=True)).splitlines() == [
        "[1] Lan YR. On mice.",
        "[2] Ng, A. (ed.). A book. 2, Paris, P. https://example.org/ a",
    ]


def test_markdown_marks_nothing_but_titles_and_addresses() -> None:
    assert markdown([PAPER], Flavour()) == (
        "8. Lan, Y. R.; WHO; et al. **On mice & 2 \\* 3**. *J Virol*. 2019-08; 41(2):18-22. "
        "<https://doi.org/10.1234/x_y>. `lan2019`\n"
    )
    assert "https://example.org/ a" in markdown([BOOK], Flavour())


@pytest.mark.parametrize(
    ("title", "shown"),
    [("1. First", "1\\. First"), ("- x", "\\- x"), ("# x", "\\# x"), ("[a](b)", "\\[a\\](b)")],
)
def test_what_markdown_would_act_on_is_escaped(title: str, shown: str) -> None:
    assert (
        markdown([Reference("", title="T", publisher=title)], Flavour()) == f"1. **T**. {shown}\n"
    )


def test_a_record_with_nothing_is_its_number() -> None:
    assert text([Reference("a", pmid="12")], Flavour()) == "[1] PMID 12\n"
    assert text([], Flavour()) == markdown([], Flavour()) == ""


def test_lists_for_people_hold_no_control_characters() -> None:
    evil = Reference("k", "book", "red\x1b[31m\x07", (Name("Ev\x1bil", "X."),), url="http://x\x1b/")
    for written in (text([evil], Flavour()), markdown([evil], Flavour())):
        assert "\x1b" not in written
        assert "\x07" not in written
