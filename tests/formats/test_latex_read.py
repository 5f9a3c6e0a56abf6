r"""LaTeX as text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.formats.latex import escaped, title
from ifnlit.formats.latex_read import address_of, identifier_of, text_of
from tests.strategies import words

SMALL_CAPS = '<span style="font-variant:small-caps;">Ab</span>'


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        # accents in all the ways people write them
        (r"{\"u}ber M\"uller \"{O}l", "über Müller Öl"),
        (r"\'{\i} {\'\i} \'\i x \v{c} {\v c} \c{c}", "í í íx č č ç"),
        (r"\' {e} \'  ", "é"),
        (r"\H{o} \k{a} \r{a} \u{g} \'{\j}", "ő ą å ğ j́"),
        (r"\' e \={a} \.{z} \^o \`a \~n \d{s} \b{b} \t{oo}", "é ā ż ô à ñ ṣ ḇ o͡o"),
        (r"{\ss} Stra\ss e Stra{\ss}e \o{} \O{}", "ß Straße Straße ø Ø"),
        (r"\aa{} \l{}\'od\'z {\L} {\ae} \OE", "å łódź Ł æ Œ"),
        # signs
        (r"\& \% \_ \# \$ \{x\} a~b", "& % _ # $ {x} a b"),
        (r"a\,b a\ b a\-b a\\b", "a b a b ab a b"),
        (r"\textbackslash{} \textbraceleft{}x \textless5", "\\ {x <5"),
        (r"a\textasciitilde{}b c\^{}d \~{}", "a~b c^d ~"),
        (r"\"{} \'{} \`{} \v{}x", "\" ' ` x"),
        (r"\S 5 \copyright{} \pounds{} \ldots{} \textregistered", "§5 © £ … ®"),
        ("a -- b --- c ``q'' -{}- `{}` '{}'", "a – b — c “q” -- `` ''"),
        (r"a -- \'e --- ``\'e''", "a – é — “é”"),
        (r"A\&amp;B &amp; C \'e &amp;", "A&B & C é &"),
        ("line\r\n  two\ttabs", "line two tabs"),
        # math
        (r"$\alpha$ {\alpha} \alpha-2a $\beta_2$", "α α α-2a β<sub>2</sub>"),
        (r"H$_2$O 10$^{-3}$", "H<sub>2</sub>O 10<sup>-3</sup>"),
        (r"$p < 0.05$, $$x--y$$ \(a_{b}\) \[c\]", "p < 0.05, x--y a<sub>b</sub> c"),
        (r"37$^\circ$C 5$^{\prime}$ 10$^2$", "37°C 5′ 10<sup>2</sup>"),
        (r"$\mathrm{IFN}$ $\ensuremath{\gamma}$ \sim5 $\sim$5", "IFN γ ~5 ~5"),
        (r"cost \$5 and $6 a_b c^d", "cost $5 and $6 a_b c^d"),
        (r"$5", "$5"),
        (r"\'$x$", "x"),
        # commands
        (r"\textit{E. coli} \emph{x} \textbf{y}", "<i>E. coli</i> <i>x</i> <b>y</b>"),
        (r"\textsuperscript{2} \textsubscript 3", "<sup>2</sup> <sub>3</sub>"),
        (r"\textsc{Ab} {\sc Ab}", f"{SMALL_CAPS} {SMALL_CAPS}"),
        (r"{\it foo \bf bar} baz \em end", "<i>foo <b>bar</b></i> baz <i>end</i>"),
        (r"\url{http://x.y/a_b} \href{http://a}{text}", "http://x.y/a_b text"),
        (r"\texttt{x} \mbox{y}", "x y"),
        (r"\noopsort{1973a}1973 a\quad b\par c", "1973 a b c"),
        (r"\foo{bar} \foo \foo", r"\foo{bar} \foo \foo"),
        (r"\LaTeX{} {\TeX} \textendash{} x\textquotesingle{}y", "LaTeX TeX – x'y"),
        # braces
        ("{{Whole Title}} {IFN}-{$\\gamma$} }lone{", "Whole Title IFN-γ lone"),
        ("\\", "\\"),
        ("", ""),
    ],
)
def test_latex_is_read_as_text(latex: str, text: str) -> None:
    assert text_of(latex) == text


def test_names_have_no_tags() -> None:
    assert text_of(r"\textit{A} {\it b} $x_2$", rich=False) == "A b x2"


@pytest.mark.parametrize(
    ("latex", "address"),
    [
        (r"http://x.org/a_b%20c#d", "http://x.org/a_b%20c#d"),
        (r"\url{http://x.org/a\_b{\_}c\%20}", "http://x.org/a_b_c%20"),
        (r"http://x.org/\~{}me \textasciitilde you $\sim$they", "http://x.org/~me~you~they"),
        ("http://x.org/a\n b", "http://x.org/ab"),
    ],
)
def test_addresses_lose_their_escapes_alone(latex: str, address: str) -> None:
    assert address_of(latex) == address


@pytest.mark.parametrize(
    ("latex", "identifier"),
    [
        (" 10.1000/a b ", "10.1000/a b"),
        ("10.1000/a\n   b", "10.1000/ab"),
        (r"10.1000/a\_b{\_} c", "10.1000/a_b_ c"),
    ],
)
def test_a_blank_in_an_identifier_is_no_slip_of_the_line(latex: str, identifier: str) -> None:
    assert identifier_of(latex) == identifier


@settings(max_examples=200, deadline=None)
@given(text=st.one_of(words(), st.text(alphabet="aB {}\\$%&~^_:.'`\"-α<>#/", max_size=30)))
def test_what_was_written_is_read(text: str) -> None:
    plain = " ".join(text.split())
    for latex in (escaped(plain), title(plain), escaped(plain, tilde=r"\~{}")):
        assert text_of(latex) == plain


@settings(max_examples=200, deadline=None)
@given(latex=st.text(alphabet="aB {}\\$%&~^_'`\"-itc", max_size=40))
def test_any_latex_is_read_somehow(latex: str) -> None:
    assert isinstance(text_of(latex), str)
    assert isinstance(address_of(latex), str)


@pytest.mark.parametrize(
    "latex",
    ["{" * 100_000 + "x" + "}" * 100_000, r"\'" * 100_000, "$" * 100_001, r"\textit{" * 20_000],
)
def test_nests_and_floods_are_no_danger(latex: str) -> None:
    assert isinstance(text_of(latex), str)


def test_letters_and_fonts_by_their_longer_names() -> None:
    assert text_of(r"\textalpha-2, $\cal{N}$ and $\mathbb{R}$") == "α-2, N and R"
    assert text_of(r"\textnothing{x}") == r"\textnothing{x}"
