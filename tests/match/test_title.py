from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from ifnlit.match.likeness import is_slip
from ifnlit.match.title import bare, is_generic, is_translated, titles_alike
from ifnlit.model.evidence import Bearing

LONG = "Plasma lactate in patients with septic shock: a multicentre cohort study"

PAIRS: list[dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("titles.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["why"] for pair in PAIRS])
def test_titles_are_compared_as_a_person_would(pair: dict[str, str]) -> None:
    found = titles_alike((pair["ours"],), (pair["theirs"],))
    assert found.bearing == pair["bearing"], found.reason
    assert titles_alike((pair["theirs"],), (pair["ours"],)).bearing == pair["bearing"]


def test_any_of_their_titles_may_agree() -> None:
    assert titles_alike((LONG,), ("脓毒性休克", LONG)).bearing is Bearing.AGREES


def test_a_subtitle_in_a_field_of_its_own_counts() -> None:
    title, _, subtitle = LONG.partition(": ")
    found = titles_alike((LONG,), (title,), (subtitle,))
    assert found.bearing is Bearing.AGREES


def test_a_subtitle_alone_is_no_title() -> None:
    assert (
        titles_alike(
            ("A multicentre cohort study",), ("",), ("A multicentre cohort study",)
        ).bearing
        is Bearing.SILENT
    )


def test_a_word_more_inside_is_told_from_a_title_cut_short() -> None:
    title = "Hepatitis in smoking adults with chronic lung disease and with cancer"
    found = titles_alike((title,), (title.replace("smoking", "non-smoking"),))
    assert found.reason == 'only one title has "non"'


def test_reasons_name_what_differs() -> None:
    assert titles_alike(("Shock in 2020",), ("Shock in 2018",)).reason == (
        "2020 against 2018 in the title"
    )
    assert (
        '"kinetics" and "levels"'
        in titles_alike(
            ("Early plasma lactate kinetics in adult patients with severe septic shock",),
            ("Early plasma lactate levels in adult patients with severe septic shock",),
        ).reason
    )


def test_the_bare_title_keeps_brackets_of_its_own() -> None:
    assert bare("[Fe(CN)6] in water [J]") == "[Fe(CN)6] in water"


GENERIC = (("Editorial", True), ("Letter to the editor", True), ("Review", True), (LONG, False))


@pytest.mark.parametrize(("title", "expected"), GENERIC)
def test_a_title_without_words_of_its_own_is_generic(title: str, expected: bool) -> None:
    assert is_generic(title) is expected


TRANSLATED = (
    ("in brackets", "[Interferon in the mouse]", "", True),
    ("of a Chinese work", "Effect of interferon", "zh", True),
    ("an English work", "Effect of interferon", "en-GB", False),
    ("of an unknown language", "Effect of interferon", "", False),
    ("in its own language", "干扰素", "zh", False),
)


@pytest.mark.parametrize(("why", "title", "language", "expected"), TRANSLATED)
def test_a_translated_title_is_known(why: str, title: str, language: str, expected: bool) -> None:
    assert is_translated(title, language) is expected, why


SLIPS = (
    ("the same", "liver", "liver", True),
    ("one letter of six", "tumour", "tumor", True),
    ("a short word", "case", "care", False),
    ("antonyms", "hypotension", "hypertension", True),
    ("a number", "2018", "2019", False),
    ("a number in a word", "c0ld", "cold", True),
    ("rn for m", "rnice", "mice", True),
    ("Greek names", "beta", "zeta", False),
    ("far too long", "liver", "hepatology", False),
    ("digits that are no letters", "abcde7", "abcdef", False),
)  # fmt: skip


@pytest.mark.parametrize(
    ("why", "one", "other", "expected"), SLIPS, ids=[case[0] for case in SLIPS]
)
def test_a_slip_is_told_from_another_word(why: str, one: str, other: str, expected: bool) -> None:
    assert is_slip(one, other) is expected, why
    assert is_slip(other, one) is expected, why
