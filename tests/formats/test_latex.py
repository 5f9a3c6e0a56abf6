"""Text as LaTeX: escapes, and the braces that keep capitals."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.formats.latex import address, escaped, is_balanced, raw, title


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("50 % of A & B_C #1 $5", r"50 \% of A \& B\_C \#1 \$5"),
        ("a\\b", r"a\textbackslash{}b"),
        ("a~b^c", r"a\textasciitilde{}b\^{}c"),
        ("α ≥ β < γ | \" ' –", "α ≥ β < γ | \" ' –"),
        ("{x}", r"\{x\}"),
        ("{x", r"\textbraceleft{}x"),
        ("x}", r"x\textbraceright{}"),
        ("}{x{y}", r"\textbraceright{}\textbraceleft{}x\{y\}"),
        ("a\r\nb\tc", "a  b c"),
        ("a\x05b\x00", "a b "),
        ("<i>in vivo</i>", r"\textit{in vivo}"),
        ("<b>x</b> <sc>y</sc>", r"\textbf{x} \textsc{y}"),
        ('<span style="font-variant: small-caps">y</span>', r"\textsc{y}"),
        ('<span class="nocase">y</span>', "{y}"),
        ("H<sub>2</sub>O", "H₂O"),
        ("x<sup>n+1</sup>", "xⁿ⁺¹"),
        ("x<sup>q</sup>", "x$^{q}$"),
        ("x<sub>Q</sub>", "x$_{Q}$"),
        ("x<sub></sub>", "x$_{}$"),
        ("<i>a<b>c</b></i>", r"\textit{a\textbf{c}}"),
        ("<i>a", "<i>a"),
        ("a</i>", "a</i>"),
        ("<i>a<b>c</i>", "<i>a<b>c</i>"),
        ("p < 0.05 > x", "p < 0.05 > x"),
    ],
)
def test_text_is_escaped_as_the_mapping_says(text: str, latex: str) -> None:
    assert escaped(text) == latex


def test_a_tilde_is_written_as_its_reader_wants_it() -> None:
    assert escaped("a~b", tilde=r"\~{}") == r"a\~{}b"


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("PEG-IFN-α-2A in patients", "{PEG-IFN-α-2A} in patients"),
        ("Combination therapy: a case report", "{Combination} therapy: {a} case report"),
        ("(Nucleoside) IFN(α), mRNA.", "({Nucleoside}) {IFN(α)}, {mRNA}."),
        ("[HBV] “Quoted” x", "[{HBV}] “{Quoted}” x"),
        ("is this so? yes. it is! no", "{is} this so? {yes}. {it} is! {no}"),
        ("thymosin α1", "{thymosin} α1"),
        ("α1 is", "{α1} is"),
        ("1 is", "1 is"),
        ("A & B", r"{A} \& {B}"),
        ("干扰素", "干扰素"),
        ("<i>Escherichia coli</i> now", r"\textit{{Escherichia coli}} now"),
        ("<i>E</i>-cadherin", r"\textit{{E}}-cadherin"),
        ("H<sub>Q</sub>O", "{H$_{Q}$O}"),
        ("x<sup>A</sup>", "{x$^{A}$}"),
        ("is<i>A b</i>", r"{is\textit{A b}}"),
        ("<i>a <b>b</b> C</i> d", r"\textit{{a \textbf{b}} {C}} d"),
        ("{A} b}", r"{\{A\}} b\textbraceright{}"),
        ("{Ab c} d", r"{\{Ab} c\} d"),
        ('Protected: <span class="nocase">pH of</span> x', "{Protected}: {{pH} of} x"),
        (" spaced  Out ", " {spaced}  {Out} "),
        ("…", "…"),
        ("", ""),
    ],
)  # fmt: skip
def test_words_with_capitals_are_braced_whole(text: str, latex: str) -> None:
    assert title(text) == latex


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aB {}<>/isub\\$%&~^_:.()\n\x05α", max_size=40))
def test_what_is_written_always_balances(text: str) -> None:
    for latex in (escaped(text), title(text)):
        assert is_balanced(latex)
        assert "\n" not in latex


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://x.org/a_b%20c", "https://x.org/a_b%20c"),
        ("https://x.org/{a}", "https://x.org/%7Ba%7D"),
        ("https://x.org/{a", "https://x.org/%7Ba"),
        (" https://x.org/a b\n", "https://x.org/a%20b"),
    ],
)
def test_addresses_stay_as_they_are_but_for_what_ends_a_field(text: str, expected: str) -> None:
    assert address(text) == expected


@pytest.mark.parametrize(
    ("text", "balanced"),
    [("a{b}c", True), ("}{", False), ("{", False), (r"\{x\}", True), (r"{\}", False)],
)
def test_braces_pair_up_for_every_way_of_counting(text: str, balanced: bool) -> None:
    assert is_balanced(text) is balanced


def test_an_identifier_keeps_its_blanks() -> None:
    assert raw(" ISO 690:2021 {a}") == "ISO 690:2021 %7Ba%7D"
