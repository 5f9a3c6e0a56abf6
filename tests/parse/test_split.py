"""A list in any way of writing it gives the same references."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.parse import parse
from ifnlit.parse.document import regions
from ifnlit.parse.split import Item, Left, items, joined, line_items

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ifnlit.parse.span import Span

DATA = Path(__file__).parent / "data"
PRINTED = (Path(__file__).parents[2] / "refs" / "references.txt").read_text("utf-8")
RAWS = [" ".join(raw.split()) for raw in re.findall(r"(?m)^\[\d+\] (.+)$", PRINTED)]
APA = (DATA / "apa.txt").read_text("utf-8").splitlines()
CHINESE = (DATA / "chinese.txt").read_text("utf-8").splitlines()
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔"
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MARKS: dict[str, Callable[[int], str]] = {
    "[1]": lambda n: f"[{n}] ",
    "[1] without a blank": lambda n: f"[{n}]",
    "［1］": lambda n: f"［{n}］",
    "【1】": lambda n: f"【{n}】",
    "1.": lambda n: f"{n}. ",
    "1. without a blank": lambda n: f"{n}.",
    "aligned": lambda n: f"{n:>3}. ",
    "(1)": lambda n: f"({n}) ",
    "（1）": lambda n: f"（{n}）",
    "1)": lambda n: f"{n}) ",
    "1、": lambda n: f"{n}、",
    "circled": lambda n: CIRCLED[n - 1],
    "superscript": lambda n: str(n).translate(SUPERSCRIPTS),
    "superscript and blank": lambda n: f"{str(n).translate(SUPERSCRIPTS)} ",
    "^1^": lambda n: f"^{n}^ ",
    "tab": lambda n: f"{n}\t",
    "[1] and tab": lambda n: f"[{n}]\t",
    "1 Smith": lambda n: f"{n} ",
    "1:": lambda n: f"{n}: ",
    "1 .": lambda n: f"{n} . ",
    "1.-": lambda n: f"{n}.- ",
    "1 –": lambda n: f"{n} – ",
    "1]": lambda n: f"{n}] ",
    "(1).": lambda n: f"({n}). ",
    "#1": lambda n: f"#{n} ",
    "alone on its line": lambda n: f"{n}\n",
    "[1] alone on its line": lambda n: f"[{n}]\n",
}  # fmt: skip


def wrapped(raw: str, *, first: str = "", indent: str = "", width: int = 76) -> str:
    return textwrap.fill(
        raw, width, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False,
        break_long_words=False,
    )  # fmt: skip


def raws(text: str) -> list[str]:
    return [item.raw for item in items(text)]


def tight(texts: list[str]) -> list[str]:
    """Without blanks after hyphens, which a margin may have swallowed."""
    return [text.replace("- ", "-") for text in texts]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("mark", MARKS)
def test_a_numbered_list_one_reference_a_line(mark: str, gap: str) -> None:
    text = gap.join(MARKS[mark](n) + raw for n, raw in enumerate(RAWS, 1))
    assert raws(text) == RAWS
    assert [item.n for item in items(text)] == list(range(1, 25))


@pytest.mark.parametrize("indent", ["", "    "])
@pytest.mark.parametrize("mark", MARKS)
def test_a_numbered_list_over_several_lines(mark: str, indent: str) -> None:
    text = "\n".join(
        MARKS[mark](n) + wrapped(raw, indent=indent).lstrip() for n, raw in enumerate(RAWS, 1)
    )
    assert tight(raws(text)) == tight(RAWS)


@pytest.mark.parametrize("source", [RAWS, APA, CHINESE], ids=["seed", "apa", "chinese"])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \n"])
def test_an_unnumbered_list_one_reference_a_line(source: list[str], gap: str) -> None:
    assert raws(gap.join(source)) == source


@pytest.mark.parametrize("source", [RAWS, APA], ids=["seed", "apa"])
def test_an_unnumbered_list_with_hanging_indents(source: list[str]) -> None:
    for gap in ("\n", "\n\n"):
        for indent in ("    ", "\t", " "):
            text = gap.join(wrapped(raw, indent=indent) for raw in source)
            assert tight(raws(text)) == tight(source)


@pytest.mark.parametrize("source", [RAWS, APA], ids=["seed", "apa"])
def test_an_unnumbered_list_with_first_lines_indented(source: list[str]) -> None:
    assert tight(raws("\n".join(wrapped(raw, first="   ") for raw in source))) == tight(source)


@pytest.mark.parametrize("source", [RAWS, APA], ids=["seed", "apa"])
def test_an_unnumbered_list_apart_by_blank_lines(source: list[str]) -> None:
    for width in (60, 76, 100):
        assert tight(raws("\n\n".join(wrapped(raw, width=width) for raw in source))) == tight(
            source
        )


@pytest.mark.parametrize("source", [RAWS, APA], ids=["seed", "apa"])
def test_a_wrapped_list_without_any_mark_is_parted_at_names(source: list[str]) -> None:
    assert tight(raws("\n".join(wrapped(raw) for raw in source))) == tight(source)


@pytest.mark.parametrize("bullet", ["- ", "* ", "• ", "– ", "  · "])
def test_bullets_are_no_part_of_a_reference(bullet: str) -> None:
    assert raws("\n".join(bullet + raw for raw in APA)) == APA
    assert tight(raws("\n".join(wrapped(raw, first=bullet, indent="  ") for raw in APA))) == tight(
        APA
    )


def test_labels_in_brackets_are_kept_beside_the_reference() -> None:
    text = "\n".join(f"[{raw[:3]}{n}a] {raw}" for n, raw in enumerate(APA, 1))
    assert raws(text) == APA
    assert [item.label for item in items(text)][:2] == ["Ame1a", "Bro2a"]
    assert parse(text).items[0].reference.custom == (("label", '"Ame1a"'),)


def test_references_run_together_in_one_line_are_parted_and_told() -> None:
    for mark in ("[1]", "1.", "(1)", "1)"):
        lines = [MARKS[mark](n) + raw for n, raw in enumerate(RAWS, 1)]
        text = "\n".join([lines[0] + " " + lines[1], *lines[2:6], " ".join(lines[6:])])
        assert raws(text) == RAWS, mark
        found = parse(text)
        told = [
            item.findings[-1].rule
            for item in found.items
            if item.findings and item.findings[-1].rule == "references-run-together"
        ]
        assert len(told) == 18
        assert not found.findings


def test_a_whole_list_in_one_line_is_parted() -> None:
    assert raws(" ".join(f"[{n}] {raw}" for n, raw in enumerate(RAWS, 1))) == RAWS


def test_a_citation_inside_a_reference_parts_nothing() -> None:
    text = f"[1] {RAWS[0]} See also [2] of this list.\n[2] {RAWS[1]}"
    assert len(items(text)) == 2


def test_gaps_and_repeats_are_findings_and_guess_nothing() -> None:
    text = "\n".join(f"[{n}] {raw}" for n, raw in zip([1, 2, 4, 4, 7, 6, 9], RAWS, strict=False))
    found = parse(text)
    assert [item.reference.origin.n for item in found.items if item.reference.origin] == [
        1,
        2,
        4,
        4,
        7,
        6,
        9,
    ]
    assert [(finding.rule, str(finding.place)) for finding in found.findings] == [
        ("numbering-gap", ":3:1"),
        ("numbering-repeat", ":4:1"),
        ("numbering-gap", ":5:1"),
        ("numbering-order", ":6:1"),
        ("numbering-gap", ":7:1"),
    ]


@pytest.mark.parametrize("mark", ["{}. ", "{}、", "{}) ", "[{}] "])
def test_references_run_together_are_parted_at_each_kind_of_number(mark: str) -> None:
    numbered = [mark.format(n) + RAWS[n] for n in range(1, 5)]
    text = f"{numbered[0]} {numbered[1]}\n{numbered[2]}\n{numbered[3]}"
    found = [(item.n, item.raw, item.joined) for item in items(text)]
    assert found == [(n, RAWS[n], n == 2) for n in range(1, 5)]


def test_a_gap_in_numbers_with_stops_is_one_too() -> None:
    text = "\n".join(f"{n}. {raw}" for n, raw in zip([1, 2, 4, 5, 5, 6], RAWS, strict=False))
    assert [finding.rule for finding in parse(text).findings] == [
        "numbering-gap",
        "numbering-repeat",
    ]


def test_a_wrapped_line_that_begins_with_a_number_begins_no_reference() -> None:
    text = (
        "1. Sung H, Ferlay J. Global cancer statistics. CA Cancer J Clin\n2021. 71(3): 209-249.\n"
        "2. Dai CM, Jin S. Effect of pills. China J Chin Mater Med 2021; 46\n3. 722-729.\n"
        "3. Cheng J, Zhao Q. Interferon alpha. J Virol 2020\n(2020) 94: e00442.\n"
    )
    assert [item.n for item in items(text)] == [1, 2, 3]


def test_a_reference_without_a_number_before_the_first_one_is_kept() -> None:
    text = f"{APA[2]}\n[2] {RAWS[1]}\n[3] {RAWS[2]}\n"
    assert [item.n for item in items(text)] == [None, 2, 3]
    assert raws("A list of mine\n[2] " + RAWS[1] + "\n[3] " + RAWS[2]) == RAWS[1:3]


def test_a_decision_of_a_court_begins_a_reference_behind_a_gap() -> None:
    text = "1. Sung H. A title. Nature. 2021;7:2-9.\n2. Li J. Two. Nature. 2020;3:1-2.\n"
    found = items(f"{text}4. Roe v. Wade, 410 U.S. 113 (1973).\n")
    assert [one.n for one in found] == [1, 2, 4]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_one_number_in_a_list_without_numbers_swallows_nothing(gap: str) -> None:
    found = items(f"[34] {RAWS[0]}{gap}{gap.join(APA)}")
    assert [item.raw for item in found] == [RAWS[0], *APA]
    assert [item.n for item in found] == [34, *(None for _ in APA)]


def test_one_reference_alone_keeps_its_number() -> None:
    assert [item.n for item in items(f"[12] {RAWS[0]}")] == [12]
    assert [item.n for item in items(f"2019. {RAWS[0]}")] == [None]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["hepatitis B virus replica-", "tion and"], "hepatitis B virus replica-tion and"),
        (["short-", "and long-term"], "short- and long-term"),
        (["71(3): 209-", "249."], "71(3): 209-249."),
        (["71(3): 209–", "249."], "71(3): 209–249."),
        (["replica\u00ad", "tion"], "replica\u00adtion"),
        (["慢性乙型", "肝炎"], "慢性乙型肝炎"),
        (["https://doi.org/10.1016/", "j.jhep.2019.01.002"], "https://doi.org/10.1016/j.jhep.2019.01.002"),
        (["doi:10.1016/j.jhep.", "2019.01.002"], "doi:10.1016/j.jhep.2019.01.002"),
        (["https://doi.org/10.1038/nature", "12345"], "https://doi.org/10.1038/nature12345"),
        (["https://doi.org/10.1000/a1", "Read 2019."], "https://doi.org/10.1000/a1 Read 2019."),
        (["https://example.org", "/a/b"], "https://example.org/a/b"),
        (["either/", "or words"], "either/ or words"),
        (["A title. doi:", "10.1000/a.1"], "A title. doi: 10.1000/a.1"),
        (["www.example.org,", "doi:10.1000/a.1"], "www.example.org, doi:10.1000/a.1"),
        (["https://example.org/a", "doi:10.1000/a.1"], "https://example.org/a doi:10.1000/a.1"),
        (["应用[C]//", "赵玮. 运筹学"], "应用[C]//赵玮. 运筹学"),
        (["1957：", "15-18"], "1957：15-18"),
        (["王伟", "（2019）"], "王伟（2019）"),
        (["J Virol. ", "2019"], "J Virol.  2019"),
        (["a - ", "b"], "a -  b"),
        (["-", "b"], "- b"),
    ],
)  # fmt: skip
def test_wrapped_lines_are_joined_as_they_were_before_the_margin(
    lines: list[str], whole: str
) -> None:
    assert joined(lines) == whole


@pytest.mark.parametrize("mark", ["{} ", "{}.", "{}. ", "{}.- "])
def test_a_number_may_stand_before_what_is_no_capital(mark: str) -> None:
    listed = [
        "Kaya, B. (2021). Rivers run dry. Daily Post, 3, 1-2.",
        "———. (2022). Rivers run again. Daily Post, 4, 1-2.",
        '---. "Paper towns." Maps, vol. 2, 2013, pp. 1-20.',
        '"Rivers run dry." The Daily Post, 3 Mar. 2021, p. 4.',
        "van der Berg, P. (2015). Weirs. Letters, 8(2), 77–90.",
    ]
    assert raws("\n".join(mark.format(n) + raw for n, raw in enumerate(listed, 1))) == listed


def test_blocks_of_narrow_lines_hold_one_reference_each() -> None:
    listed = [
        (
            "Smith J, Jones M (2010) Form determines\n"
            "function. Methods for Rivers of Nowhere\n49: 533–5."
        ),
        (
            "Brown A, Green B, White C, Black D,\nGrey E, et al. (2004) Volume of lakes\n"
            "and seas. Am J Lakes 161: 896–902."
        ),
        (
            "Ito S. “Figures of speech,” in Proc.\n12th Int. Conf. Rivers, Seoul, South\n"
            "Korea, 2018, pp. 1–8."
        ),
        "Davis C, Li Y (2012) Trends in sea ice\nfrom models. Geophys Lett 39: L16502.",
    ]
    assert raws("\n\n".join(listed)) == [raw.replace("\n", " ") for raw in listed]


def test_a_raised_number_that_lost_its_place_is_one() -> None:
    listed = [
        RAWS[0],
        "Ito S, Kaya B. Printing in\n3D and 5HT receptors with\n18F. J Rivers, 2010, 12(3): 1-2.",
        "van der Berg P. Weirs. Letters, 2015, 8(2): 77–90.",
        "LI Yimin, Yuan Lin. Hepatitis. Med J, 2019, 41(14): 13-42.",
        '"Rivers run dry." The Daily Post, 3 Mar. 2021, p. 4.',
    ]
    text = "\n".join(f"{n}{raw}" for n, raw in enumerate(listed, 1))
    assert raws(text) == [raw.replace("\n", " ") for raw in listed]


def test_a_numbered_reference_may_go_on_after_a_blank_line() -> None:
    text = (
        "[1] Ito, S. (1999). Figures of speech.\n\nIn River law (pp. 1-2). Tokyo.\n[2] " + RAWS[1]
    )
    assert raws(text) == [
        "Ito, S. (1999). Figures of speech. In River law (pp. 1-2). Tokyo.",
        RAWS[1],
    ]
    text = f"[1] Ito, S. (1999). Figures of speech.\n\n{APA[0]}\n[2] {RAWS[1]}"
    assert raws(text) == ["Ito, S. (1999). Figures of speech.", RAWS[1]]


def test_a_few_references_one_a_line_show_no_margin() -> None:
    listed = [
        "Álvarez, M. y Gómez, P. (2012). Ríos y ciudades. Revista de Geografía, 12(3), 45-67.",
        "Borges, J. L. (1944). Ficciones. Buenos Aires: Sur.",
        "García Márquez, G. (1967). Cien años de soledad. Buenos Aires: Sudamericana.",
        "Instituto Nacional de Estadística (2015). Anuario estadístico. Madrid: INE.",
        "Núñez, R. (2018). Resumen y anexos. En P. Martín (Ed.), Cómo escribir (pp. 23-45). M: A.",
    ]
    assert raws("\n".join(listed)) == listed


def test_lines_are_taken_as_they_come() -> None:
    found = list(line_items("\ufeff[1] Sung H.\r\n\n12\n2019. Foo\n  3. Bar \n"))
    assert [(item.n, item.raw, item.line) for item in found] == [
        (1, "Sung H.", 1),
        (None, "", 2),
        (None, "12", 3),
        (None, "2019. Foo", 4),
        (3, "Bar ", 5),
    ]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=30),
            st.sampled_from(
                ["", " ", "[1] ", "[2] A", "3. B", "References", "①", "\f", "12", "- x", *RAWS[:4]]
            ),
        ),
        max_size=12,
    ).map("\n".join)
)
def test_every_character_of_a_list_is_accounted_for(text: str) -> None:
    """Items, labels and left-out lines hold every letter; what is left numbers or parts them."""
    for region in regions(text):
        pieces = list(region.pieces())
        kept = Counter("".join(_told(piece) for piece in pieces))
        lines = Counter("".join(line.text for line in region.lines))
        lines += Counter("".join(line.text for line in region.left))
        rest = lines - kept
        assert not kept - lines
        assert not [character for character in rest if character.isalpha()]
        assert all(isinstance(piece, Left) or piece.raw == piece.raw.strip() for piece in pieces)


def _told(piece: Item | Left) -> str:
    return "".join((piece.raw + piece.label if isinstance(piece, Item) else piece.text).split())


def test_inner_numbers_part_only_up_to_the_next_line_that_counts_on() -> None:
    text = f"[1] {RAWS[0]} [2] {RAWS[1]} See [3] Cheng.\n[3] {RAWS[2]}"
    assert [item.n for item in items(text)] == [1, 2, 3]


def test_a_number_that_could_be_a_year_or_page_is_no_gap() -> None:
    lines = [f"{n}. {raw}" for n, raw in zip([1, 2, 900, 3, 1999, 4, 1], RAWS, strict=False)]
    assert [item.n for item in items("\n".join(lines))] == [1, 2, 3, 4]


def test_numbers_on_their_own_lines_may_have_gaps() -> None:
    lines = [f"{n}\n{raw}" for n, raw in zip([1, 2, 4, 5], RAWS, strict=False)]
    assert [item.n for item in items("\n".join([*lines, "9"]))] == [1, 2, 4, 5]


def test_no_lines_are_no_items() -> None:
    assert list(line_items("")) == []
    assert [item.raw for item in line_items("• Sung H.\n•Sung\n")] == ["Sung H.", "•Sung"]
    assert [item.raw for item in line_items("a\nb")] == ["a", "b"]


def test_a_list_may_start_again() -> None:
    lines = [f"{n}. {raw}" for n, raw in zip([1, 2, 3, 1, 2, 3], RAWS, strict=False)]
    assert [item.n for item in items("\n".join(lines))] == [1, 2, 3, 1, 2, 3]


def test_indents_without_a_pattern_part_nothing() -> None:
    text = "\n".join(" " * (3 * (n % 2)) + raw for n, raw in enumerate(APA))
    assert raws(text) == APA


class _Silent:
    """A tagger that sees nothing."""

    def label(self, texts: Sequence[str]) -> Sequence[tuple[Span, ...]]:
        return [() for _ in texts]


def test_a_tagger_is_asked_about_every_reference() -> None:
    found = parse("\n".join(RAWS), tagger=_Silent())
    assert [item.reference.origin.raw for item in found.items if item.reference.origin] == RAWS


def test_lines_stand_for_themselves() -> None:
    text = "[1] Smith J. A title [J]. J Virol, 2019, 1: 2.\n\n[7] Hill A. Words [J]. 2020.\n"
    found = parse(text, lines=True, independent=True)
    assert len(found.items) == 3
    assert (found.findings, found.family_first) == ((), None)


def test_what_is_longer_than_any_reference_is_kept_as_it_stands() -> None:
    raw = "x\u00a0y " * 40_000
    (item,) = parse(raw, lines=True).items
    assert sum(len(rest.text) for rest in item.residue) >= len(raw) - 1
    assert item.confidence < 0.1


def test_a_line_that_was_left_short_ended_a_reference() -> None:
    odd = [
        "Bajos Nathalie, Ferrand Michèle, De la contraception à l'avortement. Paris, Inserm, 2002",
        "Griffin J., Homer on Life and Death, Oxford 1980",
        "Soderbergh, Steven, director. Che. New York: Criterion, 2008. Physica A 335: 21-33",
    ]
    assert tight(raws("\n".join(wrapped(raw, width=45) for raw in odd * 3))) == tight(odd * 3)


def test_references_without_numbers_run_together_are_parted_where_that_is_sure() -> None:
    plos = [
        "Burks C, Tomlinson LJ (1989) Submission of data. Proc Natl Acad Sci U S A 86: 408.",
        "Noor MA, Zimmerman KJ, Teeter KC (2006) Data sharing. PLoS Biol 4: e228.",
        "Savage CJ, Vickers AJ (2009) Empirical study of data sharing. PLoS ONE 4: e7078.",
    ]
    text = f"{plos[0]} {plos[1]}\n{plos[2]}\n"
    assert raws(text) == plos
    assert [item.joined for item in items(text)] == [False, True, False]
    found = parse(text)
    assert [finding.rule for finding in found.items[1].findings] == ["references-run-together"]
    assert "this reference stands in one line" in found.items[1].findings[0].message


@pytest.mark.parametrize(
    "tail",
    [
        "Smith J, ed. 2nd edition.",
        "Erratum in: J Foo 2019;3:4-5.",
        "Proc Natl Acad Sci U S A 104: 19.",
    ],
)
def test_the_rest_of_a_reference_is_no_other_one(tail: str) -> None:
    assert len(items(f"Noor MA (2006) Data sharing 2019. PLoS Biol 4: 228. {tail}")) == 1


def test_an_address_on_a_line_of_its_own_is_of_the_reference_before() -> None:
    lines = [f"{raw}\nhttps://doi.org/10.1000/{n}" for n, raw in enumerate(RAWS)]
    assert raws("\n".join([*RAWS, *lines[:4]])) == [
        *RAWS,
        *(line.replace("\n", " ") for line in lines[:4]),
    ]
    addresses = [f"https://doi.org/10.1000/{n}" for n in range(4)]
    assert raws("\n".join(addresses)) == addresses
