"""Markdown gives the text it prints, line for line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.parse import parse
from ifnlit.parse.document_markdown import plain

APA = (Path(__file__).parent / "data" / "apa.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("*J Virol*, **12**(3), _Title_, __x__", "J Virol, 12(3), Title, x"),
        ("**_a_ b** c", "a b c"),
        ("10.1000/a_b_c and 2*3*4 and * x *", "10.1000/a_b_c and 2*3*4 and * x *"),
        ("1\\. Smith \\[J\\] a\\*b", "1. Smith [J] a*b"),
        ('[The title](https://x.org/a_(b) "t"){.c}', "The title"),
        ("<https://doi.org/10.1000/1>", "https://doi.org/10.1000/1"),
        ("![logo](x.png)text<br/> <i>it</i>H<sub>2</sub>O", "text itH2O"),
        ("<sup>3</sup>Smith", "^3^Smith"),
        ("[small]{.smallcaps} &amp; &Uuml; &#x41; &nosuch;", "small & Ü A &nosuch;"),
        ("> quoted", "quoted"),
        ("a <!-- no --> b", "a  b"),
        ("::: {#refs}", ""),
        ("References\n==========\n\nPart\n----", "# References\n\n\n## Part\n"),
        ("# x\n---", "# x\n---"),
        ("---\ntitle: x\n---\ntext", "\n\n\ntext"),
        ("---\nno front matter", "---\nno front matter"),
        ("```\n*code*\n```\n*text*", "\n*code*\n\ntext"),
        ("1. a\n1. b\n1. c", "1. a\n2. b\n3. c"),
        ("3) a\n3) b", "3) a\n4) b"),
        ("1. a", "1. a"),
        ("1. a\n2. b", "1. a\n2. b"),
        ("\ufeffa\r\nb", "a\nb"),
        ("1. x\n2. y\n\ntext\n1. a\n1. b", "1. x\n2. y\n\ntext\n1. a\n2. b"),
        ("1. x\n1. y\n# z\n1. a\n1. b", "1. x\n2. y\n# z\n1. a\n2. b"),
        ("1. a\ngoes on\n\n   indented\n1. b", "1. a\ngoes on\n\n   indented\n2. b"),
        ("[1]\n:   Smith J\n: x", "[1]\nSmith J\nx"),
        ("| [1] Smith\n| [2] Jones", "[1] Smith\n[2] Jones"),
        ("| n | what |\n|:-:|---|\n| 1 | *Smith* a\\|b |", "n\twhat\n\n1\tSmith a|b"),
        ("a\\\nb\\\\", "a\nb\\"),
    ],
)
def test_marks_go_and_words_stay(source: str, printed: str) -> None:
    assert plain(source) == printed


@pytest.mark.parametrize(
    "lead", ["1. ", "- ", "[^{n}]: ", "\\[{n}\\] ", "^{n}^ ", "| ", "| \\[{n}\\] "]
)
def test_a_list_in_markdown(lead: str) -> None:
    listed = "\n".join(lead.replace("{n}", str(n)) + raw for n, raw in enumerate(APA, 1))
    found = parse(plain(f"# Paper\n\nText.\n\nReferences\n----------\n\n{listed}\n"))
    assert [item.reference.origin.raw for item in found.items if item.reference.origin] == APA


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from('*_[]()<>!`~:-=#\\\n 1.a&;"'), max_size=60))
def test_any_text_keeps_its_lines(text: str) -> None:
    assert plain(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "part", ["*", "_", "[", "](", "<", "<!--", "**a", "_a ", "&", "![", "`", "1. a\n", "| "]
)
def test_hopeless_marks_take_time_in_line_with_their_length(part: str) -> None:
    assert plain(part * 20_000) is not None
