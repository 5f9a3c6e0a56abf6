"""What the model is trained on: parted for good, rendered from a seed, damaged in measure."""

from __future__ import annotations

import random

import pytest

from scripts.training import chinese, gbt, german
from scripts.training.calibrate import bare, fitted, rising
from scripts.training.damage import damaged, edited, glued
from scripts.training.data import group, part, plain
from scripts.training.record import Person, Record, Writer
from scripts.training.render import names, render
from scripts.training.style import NameForm, style

ARTICLE = Record(
    "article",
    "Slow decay of memory traces in songbirds",
    "2011",
    [Person("Hammond", "Karl R."), Person("Lindqvist", "Pia")],
    [],
    {
        "container": "Journal of Avian Biology", "short": "J. Avian Biol.", "volume": "42",
        "issue": "3", "pages": "211-219", "doi": "10.1000/182",
    },
)  # fmt: skip
CHAPTER = Record(
    "chapter",
    "Birdsong",
    "1999",
    [Person("Hammond", "Karl")],
    [Person("Lindqvist", "Anna")],
    {
        "container": "The study of songbirds", "pages": "45-67", "location": "Bergen",
        "publisher": "Fjord Press",
    },
)  # fmt: skip


def held(out: Writer) -> dict[str, str]:
    return {label: out.text[start:end] for start, end, label in out.spans}


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  # a seed, no secret


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("plos:10.1371/journal.pone.1:4", "plos:10.1371/journal.pone.1:40"),
        ("grobid:12-file:1", "grobid:12-file:9"),
        ("gbt7714-bibtex:2015-numerical:key", "gbt7714-bibtex:option-no-url:key"),
    ],
)
def test_what_has_one_source_is_never_parted(one: str, other: str) -> None:
    assert group(one) == group(other)
    assert part(one) == part(other)


def test_items_of_a_file_of_many_lists_are_parted_one_by_one() -> None:
    assert group("grobid:citations.xml:1") != group("grobid:citations.xml:2")
    assert group("anystyle-core:1") != group("anystyle-core:2")


def test_parts_are_the_same_for_good_and_about_as_large_as_said() -> None:
    parts = [part(f"anystyle-core:{n}") for n in range(2000)]
    assert parts[:8] == [part(f"anystyle-core:{n}") for n in range(8)]
    assert 0.08 < parts.count("test") / 2000 < 0.12
    assert 0.04 < parts.count("dev") / 2000 < 0.08


def test_a_string_in_plain_form_keeps_its_spans_and_gets_a_lost_year_back() -> None:
    raw = "Hammond K.\u00a0 Slow decay.  J Avian Biol. 2011;42: 211–9."
    spans = [(0, 10, "author"), (12, 22, "title"), (25, 37, "container-title"), (44, 46, "volume")]
    found = plain("x:1", "x", raw, [(*one,) for one in spans])
    assert {label: found.text[start:end] for start, end, label in found.spans} == {
        "author": "Hammond K.",
        "title": "Slow decay",
        "container-title": "J Avian Biol",
        "date": "2011",
        "volume": "42",
    }


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("record", [ARTICLE, CHAPTER], ids=["article", "chapter"])
def test_a_style_writes_every_value_where_its_label_says(record: Record, seed: int) -> None:
    out = render(record, style(chance(seed), "en"), chance(seed))
    found = held(out)
    assert found["title"].casefold() == record.title.casefold()
    assert record.year in found["date"]
    assert "ammond" in found["author"].lower()
    assert out.spans == sorted(out.spans)
    assert all(a[1] <= b[0] for a, b in zip(out.spans, out.spans[1:], strict=False))
    assert all(value == value.strip() for value in found.values())
    if record is CHAPTER:
        assert "indqvist" in found["editor"].lower()


@pytest.mark.parametrize("make", ["english", "german", "chinese", "coded"])
def test_the_same_seed_makes_the_same_string(make: str) -> None:
    def one() -> Writer:
        at = chance(3)
        if make == "english":
            return render(ARTICLE, style(at, "en"), at)
        if make == "german":
            return render(german.made(at, []), style(at, "de"), at)
        return chinese.rendered(at) if make == "chinese" else gbt.rendered(ARTICLE, at)

    assert one() == one()
    assert one().spans


def test_chinese_strings_hold_what_gbt_prints() -> None:
    found = [held(chinese.rendered(chance(seed))) for seed in range(60)]
    assert all({"title"} <= one.keys() for one in found)
    assert {"J", "M", "D"} <= {one.get("medium", "") for one in found}


def test_names_are_written_in_the_form_of_a_style() -> None:
    people = [Person("Hammond", "Karl Rolf"), Person("Berg", "Ida"), Person("Lindqvist", "Pia")]
    form = NameForm("first", "J. A.", ", ", ", ", ", and ", 3, 1, " et al.", capitals=False)
    assert names(people, form) == "Hammond, K. R., I. Berg, and P. Lindqvist"
    short = NameForm("family", "JA", " ", ", ", ", ", 2, 1, ", et al.", capitals=True)
    assert names(people, short) == "HAMMOND KR, et al."
    assert names([], short) == ""


def test_a_pattern_leaves_out_groups_without_a_value() -> None:
    out = Writer()
    out.fill("[, {v}][({i})][: {p}].", {"v": ("volume", "42"), "p": ("pages", "1-9")})
    assert out.text == ", 42: 1-9."
    assert [one[2] for one in out.spans] == ["volume", "pages"]


@pytest.mark.parametrize("seed", range(30))
def test_damage_leaves_each_value_recognisable_and_in_place(seed: int) -> None:
    out = render(ARTICLE, style(chance(seed), "en"), chance(seed))
    text, spans = damaged(out.text, tuple(out.spans), chance(seed))
    assert [label for _, _, label in spans] == [label for _, _, label in out.spans]
    for (a, b, _), (c, d, _) in zip(out.spans, spans, strict=True):
        before = "".join(c for c in out.text[a:b].casefold() if c.isalnum())
        assert before == "".join(c for c in text[c:d].casefold() if c.isalnum())


def test_blanks_around_marks_are_cut_outside_of_titles_alone() -> None:
    text = "A (b) title 41 (14): 1336"
    spans = ((0, 11, "title"), (12, 14, "volume"), (16, 18, "issue"), (21, 25, "pages"))
    cut = {glued(text, spans, chance(seed))[0] for seed in range(20)}
    assert "A (b) title 41(14):1336" in cut
    assert all(one.startswith("A (b) title 41") for one in cut)


def test_edits_that_overlap_an_earlier_one_are_left_out() -> None:
    text, spans = edited("one two three", ((4, 7, "title"),), [(0, 4, ""), (2, 5, "x")])
    assert (text, spans) == ("two three", ((0, 3, "title"),))


def test_shares_that_fall_are_made_level() -> None:
    assert rising([1.0, 9.0, 5.0, 10.0], [10.0, 10.0, 10.0, 10.0]) == [0.1, 0.7, 0.7, 1.0]


def test_a_label_with_few_spans_has_no_line_of_its_own() -> None:
    many = [("title", 0.95, at % 10 > 0) for at in range(300)]
    lines = fitted([*many, ("issn", 0.5, True)]).splitlines()
    assert [line.split()[0] for line in lines] == ["*", "title"]
    shares = [float(share) for share in lines[1].split()[1:]]
    assert shares == sorted(shares)
    assert shares[9] == pytest.approx(0.9, abs=0.01)
    assert fitted([("+crf", 0.5, True)], every=True).startswith("+crf ")


def test_marks_at_the_ends_of_a_stretch_are_no_part_of_it() -> None:
    assert bare('"A title."', 0, 10) == (1, 8)
    assert bare("...", 0, 3) == (3, 3)
