from __future__ import annotations

import pytest

from ifnlit.match.markup import plain

CASES = (
    ("no markup is left alone", "Plasma lactate", "Plasma lactate"),
    ("face markup", "<i>Escherichia coli</i> in <b>soil</b>", "Escherichia coli in soil"),
    ("an entity", "Health &amp; Place", "Health & Place"),
    ("escaped twice, as Crossref serves it", "Salt &amp;amp; water", "Salt & water"),
    ("escaped tags", "&lt;i&gt;In vivo&lt;/i&gt; screens", "In vivo screens"),
    ("a numeric entity", "T&#252;bingen", "Tübingen"),
    ("subscripts join", "H<sub>2</sub>O", "H2O"),
    ("a line break parts words", "One<br/>two", "One two"),
    ("blanks and line ends", "Soil \n  and\twater ", "Soil and water"),
    ("a comparison is no tag", "p < 0.05 and n > 3", "p < 0.05 and n > 3"),
    ("an unknown word in angles stays", "the <unknown> case", "the <unknown> case"),
    ("an unknown element that is closed goes", "a <fancy>word</fancy>", "a word"),
    (
        "MathML without the blanks of its layout",
        "for <mml:math> <mml:mi>x</mml:mi> <mml:mo>=</mml:mo> <mml:mn>2</mml:mn> </mml:math> only",
        "for x=2 only",
    ),
    (
        "TeX beside MathML is left out",
        "<math><mi>p</mi><annotation encoding='tex'>\\pi p</annotation></math>",
        "p",
    ),
    ("a footnote mark at the end", "Chemistry of Ketones<sup>1,2a</sup>", "Chemistry of Ketones"),
    ("an exponent stays", "Functions in L<sup>2</sup>", "Functions in L2"),
    ("a footnote mark inside stays", "Ketones<sup>1</sup> again", "Ketones1 again"),
    ("comments and CDATA", "<!-- x --><![CDATA[Tea]]>", "Tea"),
    ("control and invisible characters", "A\u200bB\x00\u00adC", "AB C"),
    ("colours of a terminal", "A \x1b[1;31mB\x1b[0m \x9b2mC", "A B C"),
    ("an address for a terminal", "A \x1b]8;;http://x\x07B\x1b]8;;\x1b\\ C", "A B C"),
    ("a string for a terminal without an end", "A \x1bPB", "A B"),
    ("a quotation mark in a wrong encoding", "A \x9bB", "A B"),
    ("four layers are not all undone", "&amp;amp;amp;amp;", "&amp;"),
)


@pytest.mark.parametrize(("why", "text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_text_is_what_a_reader_sees(why: str, text: str, expected: str) -> None:
    assert plain(text) == expected, why


def test_a_long_run_of_note_marks_takes_no_time() -> None:
    assert plain("Ketones<sup>" + "1" * 5_000 + "</sup").startswith("Ketones")
