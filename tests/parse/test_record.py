"""Spans as records: what each label becomes, and what comes a second time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from ifnlit.parse import parse
from ifnlit.parse.grammar import parts
from ifnlit.parse.grammar.gbt7714 import disjoint
from ifnlit.parse.grammar.parts import body_end, identifiers
from ifnlit.parse.kind import kind_of
from ifnlit.parse.normal import normal
from ifnlit.parse.record import record
from ifnlit.parse.shape import read
from ifnlit.parse.span import Span

if TYPE_CHECKING:
    from ifnlit.model.parsed import Parsed
    from ifnlit.model.reference import Repair


def parsed(marked: str, **given: Any) -> Parsed:  # noqa: ANN401  # what `record` takes
    """The record of "<author|Li M>. <title|A title>": labels are written into the text."""
    spans: list[Span] = []
    raw = ""
    at = 0
    for found in re.finditer(r"<([a-z-]+)\|([^>]*)>", marked):
        raw += marked[at : found.start()]
        spans.append(Span(len(raw), len(raw) + len(found[2]), found[1]))
        raw += found[2]
        at = found.end()
    raw += marked[at:]
    return record(raw, normal(raw), tuple(spans), **given)


@pytest.mark.parametrize(
    ("marked", "attribute", "value"),
    [
        ("<title|A title>. <title|Another>", "note", "Another"),
        ("<container-title|Cell>. <container-title|Nature>", "note", "Nature"),
        ("<issue|2>, <issue|3>", "note", "3"),
        ("<pages|2-3>, <pages|5-6>", "note", "5-6"),
        ("<volume|2>, <volume|3>", "note", "3"),
        ("<date|2001>, <date|2002>", "note", "2002"),
        ("<date|in press>", "status", "in press"),
        ("<note|(in press)>", "status", "in press"),
        ("<publisher|forthcoming>", "status", "forthcoming"),
        ("<note|in press, with a preface>", "note", "in press, with a preface"),
        ("<doi|10.1000/a>, <doi|10.1000/b>", "note", "10.1000/b"),
        ("<doi|10.x>", "note", "10.x"),
        ("<anything|else>", "note", "else"),
        ("<note|one>, <note|two>", "note", "one; two"),
        ("<pages|e0054622>", "number", "e0054622"),
        ("<medium|DVD>", "medium", "DVD"),
        ("<status|In press>", "status", "In press"),
        ("<collection-title|Lecture Notes>", "collection_title", "Lecture Notes"),
        ("<number-of-pages|240>", "number_of_pages", "240"),
        ("<event|Some Conference>", "event_title", "Some Conference"),
        ("<location|Berlin>", "publisher_place", "Berlin"),
        ("<url|https://example.org/>", "url", "https://example.org/"),
        ("<arxiv|2001.01234>", "arxiv", "2001.01234"),
        ("<issn|1234-5679>", "issn", "1234-5679"),
        ("<language-note|(in Chinese)>", "language", "zh"),
        ("<language-note|(in Latin)>", "language", ""),
    ],
)
def test_a_label_becomes_a_variable(marked: str, attribute: str, value: str) -> None:
    assert getattr(parsed(marked).reference, attribute) == value


def test_names_of_one_role_in_two_places_are_one_list() -> None:
    reference = parsed("<director|Li M> and <producer|Lee A>, <author|Wong B>").reference
    assert [name.family for name in reference.author] == ["Li", "Lee", "Wong"]


def test_et_al_of_editors_is_no_et_al_of_authors() -> None:
    assert parsed("<editor|Li M, et al.>").reference.et_al is False
    assert parsed("<author|Li M, et al.>").reference.et_al is True


def test_a_number_in_front_is_a_field_and_no_note() -> None:
    item = parsed("<citation-number|[7]> <title|A title>")
    assert [one.variable for one in item.fields] == ["citation-number", "title"]
    assert item.reference.note == ""


def test_a_suffix_has_its_place() -> None:
    item = parsed("<author|King ML Jr>")
    assert [(one.variable, one.value) for one in item.fields] == [
        ("author[0].family", "King"),
        ("author[0].given", "M. L."),
        ("author[0].suffix", "Jr"),
    ]


def test_capitals_alone_are_told_apart_from_capitals_among_others() -> None:
    alone, among = (
        _repairs(text)[0].why for text in ("<author|LI M>", "<author|LI Min, Wang Fang>")
    )
    assert alone == "family name in capitals"
    assert among.endswith("the other names of the entry are not")


def test_a_stop_after_an_abbreviated_journal_is_stray_unless_it_has_others() -> None:
    stray = parsed("<container-title|J Virol.>, <date|2020>").reference
    dotted = parsed("<container-title|J. Virol.>, <date|2020>").reference
    assert (stray.container_title, dotted.container_title) == ("J Virol", "J. Virol.")


def test_quotes_and_spaced_dashes_stay_as_printed_and_hyphens_do_not() -> None:
    raw = "Crohn\u2019s disease \u2013 a \u201cnew\u201d look at long\u2013term care"
    source = normal(raw)
    item = record(raw, source, (Span(0, len(source.text), "title"),))
    assert (
        item.reference.title
        == "Crohn\u2019s disease \u2013 a \u201cnew\u201d look at long-term care"
    )


def test_marks_of_han_text_stay_as_printed_and_those_among_letters_do_not() -> None:
    raw = "高分子材料分析、选择：改性（上），Vol，x"
    source = normal(raw)
    item = record(raw, source, (Span(0, len(source.text), "title"),))
    assert item.reference.title == "高分子材料分析、选择：改性（上）, Vol, x"


@pytest.mark.parametrize(
    ("marked", "kind", "attribute", "value"),
    [
        ("<title|A thing>. <genre|US Patent> <volume|123456>", "patent", "number", "123456"),
        ("<container-title|A standard> <medium|S>", "standard", "title", "A standard"),
        ("<title|T>. <container-title|H>. <medium|R>", "report", "container_title", "H"),
    ],
)
def test_a_type_has_its_own_places(marked: str, kind: str, attribute: str, value: str) -> None:
    reference = parsed(marked).reference
    assert (reference.type, getattr(reference, attribute)) == (kind, value)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"genre": "PhD thesis"}, "thesis"),
        ({"genre": "Working paper"}, "report"),
        ({"genre": "data set"}, "dataset"),
        ({"genre": "preprint", "container_title": "X"}, "article"),
        ({"container_title": "bioRxiv"}, "article"),
        ({"container_title": "A site", "url": "u", "accessed": "2020"}, "webpage"),
        ({"container_title": "US Patent"}, "patent"),
        ({"container_title": "Proceedings of X", "publisher": "Y"}, "paper-conference"),
        ({"container_title": "Proc Natl Acad Sci"}, "article-journal"),
        ({"container_title": "Nature", "volume": "5"}, "article-journal"),
        ({"container_title": "A book", "editor": (), "title": "T"}, "chapter"),
        ({"container_title": "A book", "publisher": "P"}, "book"),
        ({"arxiv": "2001.01234"}, "article"),
        ({"number": "5", "publisher": "WHO"}, "report"),
        ({"publisher": "P"}, "book"),
        ({"isbn": "1"}, "book"),
        ({"url": "u"}, "webpage"),
        ({"url": "u", "medium": "Internet", "publisher": "P"}, "webpage"),
        ({"doi": "10.1/x"}, "article-journal"),
        ({"genre": "odd", "volume": "5"}, "article-journal"),
        ({}, "document"),
    ],
)
def test_the_parts_of_a_reference_say_what_it_is(values: dict[str, object], kind: str) -> None:
    assert kind_of("", (), values) == kind


@pytest.mark.parametrize(
    ("codes", "values", "kind"),
    [
        ("M", {}, "book"),
        ("M", {"container_title": "x"}, "chapter"),
        ("C", {"editor": ()}, "book"),
        ("C", {}, "paper-conference"),
        ("CM", {"container_title": "x"}, "chapter"),
        ("J", {"container_title": "x"}, "article-journal"),
    ],
)
def test_a_code_says_it_too_and_a_host_makes_a_part(
    codes: str, values: dict[str, object], kind: str
) -> None:
    spans = tuple(Span(at, at + 1, "medium") for at in range(len(codes)))
    assert kind_of(codes, spans, values) == kind


def test_a_thesis_is_known_by_its_words_where_a_publisher_is_named() -> None:
    assert kind_of("Li M. Title. Master's thesis.", (), {"publisher": "U"}) == "thesis"


def test_confidence_falls_with_what_has_no_place() -> None:
    whole = parsed("<author|Li M>. <title|A title>. <date|2001>")
    partly = parsed("<author|Li M>. <title|A title>. <date|2001> and much more of it")
    assert whole.confidence == 1
    assert 0 < partly.confidence < 1
    assert parsed("<title|A title>").confidence == 0.5
    assert parsed("nothing").confidence == 0


def test_names_of_spoken_styles_stand_given_first() -> None:
    first = parsed("<author|Chen Wei>", style="quoted").reference.author[0]
    listed = parsed("<author|Chen Wei>", style="quoted", family_first=True).reference.author[0]
    assert (first.family, listed.family) == ("Wei", "Chen")


@pytest.mark.parametrize(
    ("text", "style", "sure"),
    [
        ("Smith J. A title of it. Nature, 2019, 5: 1-9.", "pubmed", True),
        ("Smith, J. A title of it. Nature, 2019, 5: 1-9.", "apa-like", True),
        ("Smith J (2019) A title of it. Journal of 2011 and more 5: 5-9.", "apa", False),
        ("Smith J (2019) A title of it (open. Nature 5: 1-9.", "apa", False),
        ("no reference", "", False),
        ("x" * 20_001, "", False),
    ],
)
def test_a_reading_says_whether_its_parts_look_right(text: str, style: str, sure: bool) -> None:
    shape = read(text)
    assert (shape.style, shape.sure) == (style, sure)
    assert all((span.confidence == 1) is sure for span in shape.spans)


def test_of_two_spans_that_overlap_the_earlier_one_stays() -> None:
    assert disjoint([Span(4, 9, "b"), Span(0, 5, "a"), Span(9, 12, "c")]) == (
        Span(0, 5, "a"),
        Span(9, 12, "c"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://doi.org/10.1000/a.", [("doi", "10.1000/a")]),
        ("https://x.org/10.1000/a.pdf", [("url", "https://x.org/10.1000/a.pdf")]),
        ("www.x.org/a_(b) (www.y.org/c)", [("url", "www.x.org/a_(b)"), ("url", "www.y.org/c")]),
        ("arXiv:2001.01234v2", [("arxiv", "2001.01234v2")]),
        ("arXiv preprint arXiv:2001.01234", [("arxiv", "2001.01234")]),
        ("https://arxiv.org/abs/2001.01234", [("arxiv", "2001.01234")]),
        ("PMID: 12345678; PMCID: PMC1234567", [("pmid", "12345678"), ("pmcid", "PMC1234567")]),
        ("https://pubmed.ncbi.nlm.nih.gov/12345678/", [("pmid", "12345678")]),
        ("ISBN 978-0-306-40615-7", [("isbn", "978-0-306-40615-7")]),
        ("ISSN 1234-5679", [("issn", "1234-5679")]),
        ("Accessed May 3, 2011", [("accessed", "May 3, 2011")]),
        ("[2013-03-08]", [("accessed", "2013-03-08")]),
        ("abgerufen am 12.03.2021", [("accessed", "12.03.2021")]),
        ("[consultado 5 de mayo de 2021]", [("accessed", "5 de mayo de 2021")]),
        ("(consulté le 1er avril 2020)", [("accessed", "1er avril 2020")]),
        ("doi:10.1000/(a)b;c.", [("doi", "10.1000/(a)b;c")]),
        ("10.1000/PMC1234567", [("doi", "10.1000/PMC1234567")]),
        ("nothing of it", []),
    ],
)
def test_identifiers_are_found_with_their_ends(text: str, found: list[tuple[str, str]]) -> None:
    assert [(one.label, text[one.start : one.end]) for one in identifiers(text)] == found


def _repairs(text: str) -> tuple[Repair, ...]:
    origin = parsed(text).reference.origin
    assert origin is not None
    return origin.repairs


def test_a_day_without_a_year_is_of_the_year_before() -> None:
    news = "<date|1978>. <title|A title>. <container-title|The Post>, <date|August 17>."
    assert str(parsed(news).reference.issued) == "1978-08-17"
    other = parsed(news.replace("August 17", "late edition")).reference
    assert (str(other.issued), other.note) == ("1978", "late edition")


def test_a_number_of_pages_is_no_page() -> None:
    book = parsed(
        "<author|Li M>. <title|A book>. <location|Oslo>: <publisher|Nord>; <pages|496> p."
    )
    assert (book.reference.number_of_pages, book.reference.page) == ("496", "")
    part = parsed("<title|A part>. In: <container-title|A book>. <pages|12> p.")
    assert (part.reference.number_of_pages, part.reference.page) == ("", "12")


def test_what_stands_in_a_host_without_volume_is_a_chapter() -> None:
    whole = "<title|A title>. In <container-title|Advances in Learning> (pp. <pages|1-9>)."
    assert parsed(whole).reference.type == "chapter"
    assert parsed(whole.replace(". In ", ". ")).reference.type == "article-journal"
    assert parsed(whole.replace("(pp.", "<volume|7> (pp.")).reference.type == "article-journal"


def test_what_has_volume_and_issue_is_an_article_though_an_archive_keeps_it() -> None:
    kept = "<title|A title>. <container-title|A Review>, <volume|7>, <issue|2>. <publisher|JSTOR>."
    assert parsed(kept).reference.type == "article-journal"
    assert parsed(kept.replace(", <issue|2>", "")).reference.type == "chapter"


def test_an_odd_name_among_many_does_not_hide_that_a_year_follows_names() -> None:
    text = (
        "Barbosa, L. M., Valerio, F., da Silva, V. A., Rodrigues, A. L. d. L., Galhardoni, R., & "
        "Tavares, D. C. (2023). A made-up title of an article. Journal of Testing, 53(3), 17-25."
    )
    reading = read(normal(text).text)
    assert reading is not None
    title = next(span for span in reading.spans if span.label == "title")
    assert normal(text).text[title.start : title.end] == "A made-up title of an article"


def test_names_in_capitals_end_before_a_title_that_begins_with_one_word_and_a_comma() -> None:
    (item,) = parse("TSUJI T; SATO K. Generation, in part, of mice. Nature. 2010;5:1-9.").items
    assert [name.family for name in item.reference.author] == ["Tsuji", "Sato"]
    assert item.reference.title == "Generation, in part, of mice"


def _in_doubt(_: str, __: int) -> None:
    """What is said of labels that only the pattern of all of them can tell."""


LABELS = (
    *("doi:", "DOI ", "url", "PMID: ", "pmcid", "arXiv:", "ISSN ", "eissn", "ISBN-13: ", "isbn"),
    *("Available from: ", "available at", "Available online at ", "Retrieved from ", "from"),
    *("verfügbar unter ", "Verfugbar unter: ", "Digital Object Identifier ", "PubMed PMID: "),
    *("accessed on ", "last visited", "zuletzt abgerufen am ", "Zugriff am: ", "consulté le "),
    *("https://doi.org/", "http://dx.doi.org/", "https://arxiv.org/abs/", "Acesso em: ", "cited "),
)


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("before", ["A title. ", "A title, 12-13. ", "A title (", "X. doi: "])
def test_labels_end_a_description_as_the_pattern_of_all_labels_says(
    label: str, before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{before}{label}10.1000/182"
    found = (Span(len(before + label), len(text), "doi"),)
    at_once = body_end(text, found)
    monkeypatch.setattr(parts, "_before_labels", _in_doubt)
    assert at_once == body_end(text, found)
