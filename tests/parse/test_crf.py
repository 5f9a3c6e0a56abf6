"""The packaged tagger, on strings it was not taught."""

from __future__ import annotations

import random

import pytest

from ifnlit.parse import parse
from ifnlit.parse.crf import LONGEST, CrfTagger, cut, ordered, runs, tags
from ifnlit.parse.crf import read as read_fields
from ifnlit.parse.span import Span

TAGGER = CrfTagger()


def read(text: str) -> dict[str, str]:
    (found,) = TAGGER.label([text])
    return {span.label: text[span.start : span.end] for span in found}


def test_a_journal_article_in_a_house_style_is_read() -> None:
    text = (
        "Hammond, K. R., & Lindqvist, P. (2011). Slow decay of memory traces in songbirds. "
        "Journal of Avian Biology, 42(3), 211-219."
    )
    assert read(text) == {
        "author": "Hammond, K. R., & Lindqvist, P.",
        "date": "2011",
        "title": "Slow decay of memory traces in songbirds",
        "container-title": "Journal of Avian Biology",
        "volume": "42",
        "issue": "3",
        "pages": "211-219",
    }


def test_a_chapter_with_editors_is_read() -> None:
    found = read(
        'Hammond, Karl. 1999. "Birdsong and memory." In The study of songbirds, edited by '
        "Anna Lindqvist, 45-67. Cambridge: Cambridge University Press."
    )
    assert found["title"] == "Birdsong and memory"
    assert found["container-title"] == "The study of songbirds"
    assert found["editor"] == "Anna Lindqvist"
    assert (found["location"], found["publisher"]) == ("Cambridge", "Cambridge University Press")


def test_spans_are_sorted_apart_and_inside_the_text() -> None:
    text = "Hammond K, Lindqvist P. Slow decay. J Avian Biol. 2011;42(3):211-9. doi: 10.1000/182"
    (found,) = TAGGER.label([text])
    borders = [at for span in found for at in (span.start, span.end)]
    assert borders == sorted(borders)
    assert borders[-1] <= len(text)
    assert all(0 <= span.confidence <= 1 and span.by == "crf" for span in found)


def test_nothing_in_gives_nothing_out() -> None:
    assert TAGGER.label([]) == []
    assert TAGGER.label(["", " "]) == [(), ()]


def test_noise_is_read_without_a_fault_and_without_certainty() -> None:
    chance = random.Random(7)  # noqa: S311  # noise, no secret
    noise = "".join(chr(chance.choice((32, chance.randrange(33, 0x3000)))) for _ in range(600))
    (found,) = TAGGER.label([noise])
    assert all(span.end <= len(noise) for span in found)


def test_one_endless_line_is_read_as_far_as_a_reference_goes() -> None:
    text = "word " * 200_000
    (found,) = TAGGER.label([text])
    assert all(span.end <= LONGEST * 5 for span in found)
    (one,) = parse(text, lines=True, tagger=TAGGER).items
    assert one.confidence < 0.5


def test_the_same_string_is_read_in_the_same_way_whatever_is_read_before() -> None:
    text = "Hammond K. Slow decay. J Avian Biol. 2011;42(3):211-9."
    (first,) = TAGGER.label([text])
    (*_, last) = TAGGER.label([f"token{at} and more" for at in range(100)] + [text])
    assert first == last


def test_a_model_can_be_given() -> None:
    from ifnlit.parse import crf

    given = CrfTagger(crf.packaged())
    text = "Hammond K. Slow decay. J Avian Biol. 2011;42(3):211-9."
    assert given.label([text]) == TAGGER.label([text])


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], ["-", "-", "-", "-"]),
        ([(0, 1, "title"), (4, 5, "date")], ["title", "-t", "date", "-d"]),
        ([(4, 7, "note")], ["-", "-", "note", "note"]),
    ],
)
def test_separators_remember_the_field_before(
    spans: list[tuple[int, int, str]], expected: list[str]
) -> None:
    places = [(0, 1), (2, 3), (4, 5), (6, 7)]
    assert tags(places, spans) == expected


def test_runs_leave_separators_out() -> None:
    assert list(runs(["-", "title", "title", "-t", "date"])) == [("title", 1, 2), ("date", 4, 4)]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["title", "title"], ["title", "container-title"]),
        (["title", "title", "container-title"], ["title", "title", "container-title"]),
        (["container-title", "container-title"], ["title", "container-title"]),
        (["container-title"], ["container-title"]),
    ],
)
def test_a_part_has_a_title_and_a_host(labels: list[str], expected: list[str]) -> None:
    spans = [Span(at * 5, at * 5 + 4, label, 0.9, "crf") for at, label in enumerate(labels)]
    assert [span.label for span in ordered(spans)] == expected


class _Fixed:
    """A model that always gives the same labels, as sure as can be."""

    def __init__(self, labels: list[str]) -> None:
        self.labels = labels

    def open_inmemory(self, value: bytes) -> None: ...

    def set(self, xseq: object) -> None: ...

    def tag(self) -> list[str]:
        return self.labels

    def marginal(self, y: str, pos: int) -> float:
        return 0.9 if self.labels[pos] == y else 0.1


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("A , 5 ,", ["title", "-t", "pages", "pages"], [("title", 0, 0), ("pages", 2, 2)]),
        (". A (", ["title", "title", "title"], [("title", 1, 1)]),
        ("A , ;", ["title", "pages", "pages"], [("title", 0, 0)]),
    ],
)
def test_marks_that_begin_or_end_no_field_are_no_part_of_it(
    text: str, labels: list[str], expected: list[tuple[str, int, int]]
) -> None:
    found = list(read_fields(_Fixed(labels), text, cut(text)))
    assert [one[:3] for one in found] == expected
    assert all(one[3] == 0.9 for one in found)
