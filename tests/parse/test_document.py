"""The list is found in a whole paper, and nothing else is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ifnlit.parse import parse
from ifnlit.parse.document import regions
from ifnlit.parse.document_headings import heading
from ifnlit.parse.document_signs import is_prose, is_reference_like, starts
from ifnlit.parse.split import Item, Left

DATA = Path(__file__).parent / "data"
PRINTED = (Path(__file__).parents[2] / "refs" / "references.txt").read_text("utf-8")
RAWS = re.findall(r"(?m)^\[\d+\] (.+)$", PRINTED)
APA = (DATA / "apa.txt").read_text("utf-8").splitlines()[1:5]
FRONT = (DATA / "front.txt").read_text("utf-8")
TAIL = (DATA / "tail.txt").read_text("utf-8")


def lines(name: str) -> list[str]:
    return (DATA / name).read_text("utf-8").removesuffix("\n").split("\n")


NUMBERED = [f"[{n}] {raw}" for n, raw in enumerate(RAWS, 1)]


def found(text: str) -> list[str]:
    return [
        piece.raw
        for region in regions(text)
        for piece in region.pieces()
        if isinstance(piece, Item)
    ]


def left(text: str) -> list[str]:
    pieces = [piece for region in regions(text) for piece in region.pieces()]
    return [piece.text for piece in pieces if isinstance(piece, Left)]


@pytest.mark.parametrize("tail", ["", TAIL], ids=["", "tail"])
@pytest.mark.parametrize("head", ["", "References\n\n", "7. REFERENCES\n", "## References\n\n"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_numbered_list_in_a_paper(head: str, tail: str, gap: str) -> None:
    assert found(f"{FRONT}\n{head}{gap.join(NUMBERED)}\n\n{tail}") == RAWS


@pytest.mark.parametrize("tail", ["", TAIL], ids=["", "tail"])
@pytest.mark.parametrize("head", ["References\n\n", "Literaturverzeichnis\n", "# Works Cited\n\n"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_list_without_numbers_in_a_paper(head: str, tail: str, gap: str) -> None:
    assert found(f"{FRONT}\n{head}{gap.join(APA)}\n\n{tail}") == APA


@pytest.mark.parametrize("tail", ["", TAIL], ids=["", "tail"])
def test_a_list_without_numbers_and_heading_in_a_paper(tail: str) -> None:
    text = f"{FRONT}\n\n" + "\n\n".join(APA) + "\n\n" + tail
    assert found(text) == APA


def test_the_seed_gives_its_24_and_neither_title_page_nor_how_to_cite(shared: Path | None) -> None:
    if shared is None:
        pytest.skip("the shared folder is not here")
    (seed,) = (shared / "seed").glob("*.txt")
    assert found(seed.read_text("utf-8")) == RAWS
    assert [region.whole for region in regions(seed.read_text("utf-8"))] == [False]


def test_a_bare_list_is_the_whole_text() -> None:
    assert [region.whole for region in regions(PRINTED)] == [True]
    assert [region.whole for region in regions("\n".join(APA))] == [True]
    assert [region.whole for region in regions("")] == [True]


@pytest.mark.parametrize("head", lines("headings.txt"))
def test_a_heading_over_a_list_is_known(head: str) -> None:
    known = heading(head)
    assert known is not None
    assert known.kind == "list"


@pytest.mark.parametrize("line", lines("ends.txt"))
def test_a_line_that_ends_a_list_is_known(line: str) -> None:
    known = heading(line)
    assert known is not None
    assert known.kind == "end"


@pytest.mark.parametrize(
    "line", [*RAWS, *APA, "Smith J. References in texts. J Doc 2001;4:1-5.", ""]
)
def test_a_reference_is_no_heading(line: str) -> None:
    assert heading(line) is None


def test_a_heading_may_stand_on_the_line_of_the_first_reference() -> None:
    assert found(f"{FRONT}\nReferences: {NUMBERED[0]}\n{NUMBERED[1]}\n") == RAWS[:2]
    assert found(f"正文。\n参考文献：{NUMBERED[0]}\n{NUMBERED[1]}\n") == RAWS[:2]
    assert found(f"{FRONT}\nReferences {NUMBERED[0]}\n{NUMBERED[1]}\n") == RAWS[:2]
    assert found("A word here [1] and more") == ["A word here [1] and more"]


def test_a_table_of_contents_lists_no_references() -> None:
    contents = (
        "Contents\n\n1 Introduction ........ 1\nReferences .......... 45\nAppendix ...... 50\n\n"
    )
    assert found(f"{contents}{FRONT}\nReferences\n\n" + "\n".join(NUMBERED)) == RAWS


@pytest.mark.parametrize("number", ["", "- ", "[{}] ", "{}. "])
def test_numbered_items_of_an_appendix_are_no_references(number: str) -> None:
    listed = "\n".join(number.format(n) + raw for n, raw in enumerate(APA, 1))
    appendix = "Appendix A. Rivers\n\n1. First river, 2012\n2. Second river, 2013\n"
    assert found(f"{FRONT}\nReferences\n{listed}\n\n{appendix}") == APA


def test_numbers_may_begin_under_a_line_that_would_end_a_list() -> None:
    assert found("References\n\nReceived 5 May 2020\n\n" + "\n".join(NUMBERED)) == RAWS


def test_how_to_cite_ends_a_list_though_it_is_longer_than_a_heading() -> None:
    cite = f"How to cite this article: {RAWS[0]} https://doi.org/10.1000/{'abc/' * 12}"
    for mark in ("", "• "):
        text = "\n\n".join(mark + raw for raw in APA)
        assert found(f"{FRONT}\nReferences\n\n{text}\n\n{cite}\n") == APA


def test_notes_and_references_is_a_heading_of_references() -> None:
    text = "Notes and references\n1\tInstituto Nacional (2015). Anuario. Madrid.\n2\t" + RAWS[0]
    assert found(text) == ["Instituto Nacional (2015). Anuario. Madrid.", RAWS[0]]


def test_sentences_about_a_paper_or_a_person_are_no_references() -> None:
    method = "We looked at the data of Jones et al. (2015), J. River Stud. 12:145. It was in R 3.6."
    person = "John Q. Smith is a professor at Nowhere. He received his PhD in 1999 and has written."
    chinese = "干扰素是一类重要的细胞因子[1-3]。本文综述了2000年以来的研究进展，认为它被广泛研究。"
    assert is_prose(chinese)
    assert found(f"{method}\n\n" + "\n\n".join(APA) + f"\n\n{person}\n") == APA


def test_every_list_of_a_book_is_taken() -> None:
    text = (
        f"# Chapter 1\n\n{FRONT}\n# References\n\n" + "\n".join(NUMBERED[:3])
        + f"\n\n# Chapter 2\n\n{FRONT}\n# References\n\n" + "\n".join(APA) + "\n"
    )  # fmt: skip
    assert found(text) == [*RAWS[:3], *APA]
    assert not parse(text).findings


def test_two_numbered_lists_without_headings_are_two() -> None:
    text = "\n\n".join([*NUMBERED[:3], FRONT, *NUMBERED[:2], TAIL])
    assert found(text) == [*RAWS[:3], *RAWS[:2]]


def test_headings_inside_a_bibliography_are_left_out_and_told() -> None:
    text = (
        "# Bibliography\n\n## Primary sources\n\n"
        + "\n\n".join(APA[:2])
        + "\n\n## Sources\n\n"
        + "\n\n".join(APA[2:])
    )
    assert found(text) == APA
    assert left(text) == ["## Primary sources", "## Sources"]


def test_notes_hold_references_where_there_is_no_list() -> None:
    text = f"{FRONT}\n# Notes\n\n" + "\n".join(NUMBERED[:3])
    assert found(text) == RAWS[:3]
    assert found(f"{text}\n\n# References\n\n" + "\n".join(APA)) == APA
    short = "Woolf, Virginia. To the Lighthouse. Hogarth, 1927."
    office = "Statistisches Bundesamt (2015): Statistisches Jahrbuch 2015. Wiesbaden."
    assert found(f"{text}\n[4] {short}\n[5] {office}\n") == [*RAWS[:3], short, office]
    said = f"{text}\n[4] This is what they said, and it was not so.\n"
    assert (found(said), left(said)) == (RAWS[:3], ["This is what they said, and it was not so."])
    assert found("# Notes\n\n1. This is what they said, and it was not true.\n")[:1] != RAWS[:1]


def test_an_empty_list_under_its_heading_is_passed_over() -> None:
    assert found(f"{FRONT}\nReferences\n\n") != []
    assert regions("References\n\n")[0].whole


def test_a_heading_over_odd_references_is_trusted() -> None:
    assert found("Some words.\n\nReferences\n\nPlato, Republic.\n\nAristotle, Poetics.\n") == [
        "Plato, Republic.",
        "Aristotle, Poetics.",
    ]


def test_page_numbers_and_running_heads_are_left_out_and_told() -> None:
    pages: list[str] = []
    for page in range(6):
        body = "\n".join(f"{n}. {RAWS[n - 1]}" for n in range(4 * page + 1, 4 * page + 5))
        pages.append(f"Journal of Examples 12 (2019) 1–{page}\n\n{body}\n\n{page + 96}\n")
    text = "\f".join(pages)
    assert found(f"{FRONT}\nReferences\n{text}") == RAWS
    assert (
        len(left(f"{FRONT}\nReferences\n{text}")) == 10
    )  # between the first and the last reference
    assert "text-left-out" in {finding.rule for finding in parse(text).findings}


def test_a_reference_over_two_pages_stays_one() -> None:
    cut = RAWS[1].index(" ", 60)
    start, end = RAWS[1][:cut], RAWS[1][cut + 1 :]
    text = f"[1] {RAWS[0]}\n[2] {start}\n\n97\n\f\nPage 98 of 101\n\n{end}\n[3] {RAWS[2]}\n"
    assert found(text) == RAWS[:3]
    text = f"{APA[0]}\n\n{APA[1][:38]}\n\n97\n\f\n{APA[1][39:]}\n\n{APA[2]}\n\n{APA[3]}\n"
    assert found(text) == APA


def test_a_long_list_that_repeats_itself_has_no_running_heads() -> None:
    assert found("\n".join(APA * 50)) == APA * 50


def test_a_page_may_begin_in_or_after_a_reference_between_blank_lines() -> None:
    cut = APA[1].index(" ", 60)
    blocks = [APA[0], APA[1][:cut], "12", "\f" + APA[1][cut + 1 :], APA[2], "13", "\f" + APA[3]]
    assert found("References\n\n" + "\n\n".join(blocks)) == APA


@pytest.mark.parametrize("lead", ["• ", "[Key] "])
def test_a_bullet_or_label_may_be_the_first_on_a_page(lead: str) -> None:
    assert found("\n".join((lead, lead, "\f" + lead, lead)[n] + APA[n] for n in range(4))) == APA


def test_numbers_on_their_own_lines_number_references() -> None:
    assert found("\n".join(f"{n}\n{raw}" for n, raw in enumerate(RAWS, 1))) == RAWS


WRAPPED = [
    "Cao H (2004) Tristetraprolin in mice. J\nBiol Chem 279: 21489–21499.",
    "Dean J (2001) Targeting of messages. J\nBiol Chem 276: 10284–10290.",
    "Johnson B (2002) Localization in cells. J\nBiol Chem 277: 18029–18036.",
    "Aste T (2005) Complex networks on surfaces. Physica A 346: 20\ndoi:10.1000/j.physa.2004.08",
    "Fenn D (2012) Clustering of rates. Physica A 12: 1493\ndoi:10.1000/j.physa.2004.09",
    "Pozzi F (2010) The use of networks. Physica A 73: 3–11\ndoi:10.1000/j.physa.2004.10",
    "Rowling J. The first book. London:\nExample Publishing; 1997.",
    "Rowling J. The second book. London:\nExample Publishing; 1998.",
    "Rowling J. The third book. London:\nExample Publishing; 1999.",
    "Becker H. The making of maps. Oxford: Oxford\nUniversity Press",
    "Ito S. The making of dams. Cambridge: Cambridge\nUniversity Press",
    "Kaya B. The making of weirs. Oxford: Oxford\nUniversity Press",
    "Stein B. A thesis. Nowhere: University of Nowhere, March\n2004",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("number", ["[{}] ", "{}. ", "#{} "])
def test_the_last_lines_of_references_are_no_running_heads(number: str, gap: str) -> None:
    text = gap.join(number.format(n) + raw for n, raw in enumerate(WRAPPED, 1))
    assert found(f"References\n\n{text}\n") == [raw.replace("\n", " ") for raw in WRAPPED]
    assert left(f"References\n\n{text}\n") == []


def test_a_running_head_close_to_the_references_around_it_is_left_out() -> None:
    numbered = [f"[{n}] {raw}" for n, raw in enumerate(RAWS[:12], 1)]
    for at, page in ((9, "14"), (6, "13"), (3, "12")):
        numbered.insert(at, f"J. Smith et al. / Journal of Examples 12 (2019) 1–20 {page}")
    assert found("References\n" + "\n".join(numbered)) == RAWS[:12]
    assert len(left("References\n" + "\n".join(numbered))) == 3


def test_a_running_head_that_always_stands_inside_references_is_left_out() -> None:
    lines: list[str] = []
    for n, raw in enumerate(RAWS, 1):
        words = raw.split()
        lines += [f"[{n}] {' '.join(words[:6])}", " ".join(words[6:-4]), " ".join(words[-4:])]
    for at in (62, 38, 14):  # in front of a line that goes on
        lines.insert(at, "Examples of Heads")
    listed = found("References\n" + "\n".join(lines))
    assert len(listed) == len(RAWS)
    assert "Heads" not in " ".join(listed)


def test_a_number_that_ends_a_line_is_no_page_number() -> None:
    assert found(f"1. Sung H. A title. CA Cancer J Clin 2021; 71:\n209\n2. {RAWS[1]}\n")[
        0
    ].endswith(": 209")


def test_a_caption_between_references_is_left_out_and_told() -> None:
    text = "\n\n".join(
        [*NUMBERED[:3], "Figure 3. Survival of the patients that were treated.", *NUMBERED[3:5]]
    )
    assert found(text) == RAWS[:5]
    assert left(text) == ["Figure 3. Survival of the patients that were treated."]


def test_prose_between_references_without_numbers_is_left_out() -> None:
    prose = "This is what we have found when we looked at it, and it was not what they said it is."
    text = "References\n\n" + "\n\n".join([*APA[:2], *APA[2:], prose, prose])
    assert found(text) == APA


def test_prose_is_prose_and_a_reference_is_none() -> None:
    prose = FRONT.split("\n\n")[5]
    assert is_prose(prose)
    assert not is_reference_like(prose)
    assert is_prose("word " * 70)
    assert all(is_reference_like(raw) and not is_prose(raw) for raw in (*RAWS, *APA))


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Sung H, Ferlay", 2), ("Lane-Reticker SK", 2), ("van Campenhout M J H", 2), ("J. Guo", 2),
        ("LI Yimin, Yuan Lin", 2), ("Smith, John", 2), ("张三，李四", 2), ("김철수, 이", 2),
        ("———. 2010.", 2), ("Ångström K.", 2), ("“Title in quotes", 1), ("World health", 1),
        ("cancer in mice", 0), ("2019. 41(2)", 0), ("", 0), ("d'Alembert J", 2), ("المراجع", 1),
    ],
)  # fmt: skip
def test_how_a_reference_may_begin(text: str, how: int) -> None:
    assert starts(text) == how


WORDS = ["a", "A", "A-", "1(", "\n", "[1]", "[1] ", "1. A ", "(", '"', "# ", " ", "\f", "— "]
LINES = [
    "1\n",
    "[1] A\n",
    "1. A\n",
    "A B.\n",
    "x\n\n",
    "References\n",
    "1Abbott\n",
    "1. Smith J. 2010.\nAppendix A\n",
]


@pytest.mark.parametrize("part", [*WORDS, *LINES, "# References\n## x\n"])
def test_hopeless_text_takes_time_in_line_with_its_length(part: str) -> None:
    text = part * 3_000
    assert sum(len(raw) for raw in found(text)) <= len(text)


def test_prose_that_goes_on_ends_a_list_without_numbers() -> None:
    prose = "This is what we have found when we looked at it, and it was not what they said it is."
    text = "References\n\n" + "\n\n".join([*APA, prose, prose, prose, "It is the end of it."])
    assert found(text) == APA


def test_a_wrapped_line_that_begins_like_a_heading_stays() -> None:
    text = f"[1] Sung H. The science citation\nIndex: a survey. J Doc 2019;1:2-3.\n{NUMBERED[1]}\n"
    assert found(text) == [
        "Sung H. The science citation Index: a survey. J Doc 2019;1:2-3.",
        RAWS[1],
    ]


def test_a_list_longer_than_what_is_looked_at_is_taken_whole() -> None:
    assert len(found("References\n\n" + "\n".join(APA * 40))) == 160


def test_a_text_of_a_page_number_alone_has_no_reference() -> None:
    assert found("12") == []
    assert left("12") == ["12"]


def test_the_last_reference_goes_on_after_a_page_break() -> None:
    text = f"{NUMBERED[0]}\n\n[2] Dai CM, Jin S. Effect of pills and\n\nTACE. J Med 2019;1:2.\n"
    assert found(text)[1].endswith("and TACE. J Med 2019;1:2.")
    text = f"{NUMBERED[0]}\n\n[2] Dai CM. Effect of\n\nWe found that it is good.\n"
    assert found(text)[1] == "Dai CM. Effect of"


def test_a_reference_without_a_date_at_the_edge_of_a_list_is_in_it() -> None:
    odd = ["Adams, B. A work without a date. Springer.", "Zander, K. Another one. Springer."]
    text = f"{FRONT}\n\n" + "\n\n".join([odd[0], *APA, odd[1], "Thank you"]) + f"\n\n{TAIL}"
    assert found(text) == [odd[0], *APA, odd[1]]


def test_a_wrapped_line_that_is_a_word_of_headings_heads_nothing() -> None:
    first = (
        "Brown, L. S. (2018). Feminist therapy and its uses in practice. Thousand Oaks, CA: Sage"
    )
    text = f"References\n\n{first}\nPublications.\n\n" + "\n\n".join(APA)
    assert found(text) == [f"{first} Publications.", *APA]
    assert found(f"[1] {first}\nPublications.\n[2] {APA[0]}") == [f"{first} Publications.", APA[0]]


def test_a_heading_close_under_other_words_is_one_where_a_list_begins() -> None:
    assert found("Conflict of interest: none declared\nReferences\n" + "\n".join(NUMBERED)) == RAWS
    assert found("None declared\nReferences\n\n\n\n\n" + "\n".join(NUMBERED)) == RAWS
