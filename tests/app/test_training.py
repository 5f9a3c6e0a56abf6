"""Corrected records become labelled strings in the form of the training data."""

from __future__ import annotations

import json
from typing import cast

from ifnlit.app.training import items
from ifnlit.model.reference import Origin, Reference
from ifnlit.store.library import Library

RAW = "Smith J, Jones K. A good title. Virol, 2019, 12(3): 45-9."


def exported(
    *corrections: object, kind: str = "article-journal", raw: str = RAW
) -> tuple[dict[str, str], list[str]]:
    custom = (("corrections", json.dumps(corrections)),)
    reference = Reference("smith", kind, origin=Origin(1, raw), custom=custom)
    made, findings = items(Library((reference, Reference("other"))))
    labels: dict[str, str] = {}
    for item in made:
        assert set(item) >= {"id", "source", "licence", "raw", "spans"}
        spans = cast("list[tuple[int, int, str]]", item["spans"])
        assert spans == sorted(spans)
        labels |= {label: raw[start:end] for start, end, label in spans}
    return labels, [finding.message for finding in findings]


def fix(field: str, before: str, after: str) -> dict[str, str]:
    return {"field": field, "from": before, "to": after, "why": "seen"}


def test_a_corrected_field_is_labelled_where_it_is_printed() -> None:
    labels, lost = exported(fix("page", "45", "45-49"), fix("title", "", "A good title"))
    assert (labels["pages"], labels["title"]) == ("45-9", "A good title")
    assert not lost


def test_damage_in_the_text_keeps_its_label() -> None:
    labels, lost = exported(fix("container-title", "Virol", "Journal of Virology"))
    assert labels["container-title"] == "Virol"
    assert not lost


def test_a_value_from_elsewhere_has_no_span_and_is_told() -> None:
    labels, lost = exported(fix("DOI", "", "10.1000/1"))
    assert "doi" not in labels
    assert "smith: DOI" in lost[0]


def test_a_field_that_is_not_there_loses_its_label() -> None:
    labels, _ = exported(fix("issue", "3", ""))
    assert "issue" not in labels


def test_a_corrected_field_takes_the_place_of_another() -> None:
    labels, _ = exported(fix("title", "A good", "A good title. Virol"))
    assert labels["title"] == "A good title. Virol"
    assert "container-title" not in labels


def test_names_and_what_is_no_label_are_left_to_the_parser() -> None:
    labels, lost = exported(
        fix("author[0].family", "Smyth", "Smith"),
        fix("type", "book", "chapter"),
        "odd",
        kind="book",
    )
    assert labels["author"].startswith("Smith J, Jones K")
    assert not lost


def test_records_without_corrections_or_text_give_nothing() -> None:
    assert exported() == ({}, [])
    assert exported(fix("title", "", "x"), raw="") == ({}, [])
    broken = Reference("x", origin=Origin(1, RAW), custom=(("corrections", '"words"'),))
    assert items(Library((broken,))) == ([], [])


def test_other_kinds_have_no_container() -> None:
    made, _ = items(
        Library(
            (
                Reference(
                    "x",
                    "patent",
                    origin=Origin(1, RAW),
                    custom=(("corrections", json.dumps([fix("title", "", "A good title")])),),
                ),
            )
        )
    )
    assert "container" not in made[0]


def test_a_mark_that_the_training_data_lack_is_left_out() -> None:
    labels, _ = exported(
        fix("issue", "3", ""),
        raw="Lan Y, et al. A good title [J]. Virol, 2019, 12(3): 4. (in Chinese)",
    )
    assert labels["author"] == "Lan Y, et al."
    assert "language-note" not in labels
