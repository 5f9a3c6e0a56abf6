"""The parser's benchmark counts what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench.parse import page, reliability
from bench.parse.measure import core_of, measure
from bench.parse.reading import labels
from ifnlit.parse.span import Span

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Smith J, Berg K. A title. Nature 2010;5:1-9."
GOLD = [
    (0, 16, "author"), (17, 24, "title"), (26, 32, "container-title"), (33, 37, "date"),
    (38, 39, "volume"), (40, 43, "pages"),
]  # fmt: skip


def test_the_core_is_names_year_title_container_volume_and_first_page() -> None:
    assert core_of(TEXT, GOLD) == {
        "author smith": 1, "author berg": 1, "year 2010": 1, "title atitle": 1,
        "container-title nature": 1, "volume 5": 1, "page 1": 1,
    }  # fmt: skip


def test_of_a_field_that_comes_twice_the_first_counts_for_the_core() -> None:
    assert core_of("A B", [(0, 1, "title"), (2, 3, "title")]) == {"title a": 1}


def test_marks_and_case_make_no_difference() -> None:
    result = measure([("A title.", [(0, 7, "title")], [(0, 8, "title")])])
    assert (result.micro.f1, result.exact_share) == (1.0, 1.0)


def test_what_is_missed_and_what_is_wrong_are_counted_apart() -> None:
    found = [(0, 16, "author"), (17, 32, "title"), (33, 37, "date")]
    result = measure([(TEXT, GOLD, found), (TEXT, GOLD, GOLD)])
    title = result.fields["title"]
    assert (title.precision, title.recall) == (0.5, 0.5)
    assert result.fields["container-title"].recall == 0.5
    assert result.exact_share == 0.5
    assert result.micro.precision == pytest.approx(8 / 9)
    assert result.micro.recall == pytest.approx(8 / 12)


def test_nothing_measured_is_nothing_wrong() -> None:
    result = measure([])
    assert (result.core.f1, result.core.precision, result.core.recall) == (1.0, 0.0, 0.0)
    assert result.exact_share == 1.0


def test_fields_stand_in_the_bin_of_their_confidence() -> None:
    spans = [
        Span(0, 16, "author", 0.97, "crf"),
        Span(17, 32, "title", 0.55, "crf"),
        Span(33, 37, "date", 1.0, "both"),
        Span(38, 39, "et-al", 1.0),
    ]
    found = {low: one for low, _, one in reliability.bins([(TEXT, GOLD, spans)]) if one.count}
    assert {low: (one.count, one.share) for low, one in found.items()} == {
        0.5: (1, 0.0),
        0.95: (1, 1.0),
        0.99: (1, 1.0),
    }
    assert labels(spans)[-1] == (33, 37, "date")


def test_the_page_gets_its_figures_between_its_marks(tmp_path: Path) -> None:
    from scripts.training.data import Labelled

    (tmp_path / "parsing.md").write_text(f"before\n{page.BEGIN}\nold\n{page.END}\nafter\n")
    sets = {"one": [Labelled("one:1", "one", TEXT, tuple(GOLD))]}
    page.write(tmp_path, sets, "2026-01-31", "load 1 s")
    text = (tmp_path / "parsing.md").read_text()
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "| one | 1 |" in text
    assert "old" not in text
    assert (tmp_path / "reliability.svg").read_text().startswith("<svg")
