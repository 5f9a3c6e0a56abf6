"""The 24 references of the review, field by field against the records that a person checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from ifnlit.parse import parse

if TYPE_CHECKING:
    from ifnlit.model.parsed import Parsed
    from ifnlit.model.reference import Reference

ROOT = Path(__file__).parents[2]
NUMBERS = range(1, 25)
TEXTS = (
    "title", "container_title", "volume", "issue", "page", "number", "language", "publisher",
)  # fmt: skip


@cache
def gold() -> dict[int, dict[str, Any]]:
    text = (ROOT / "tests/gold/seed24.yaml").read_text(encoding="utf-8")
    return {item["n"]: item for item in yaml.safe_load(text)["references"]}


@cache
def parsed() -> dict[int, Parsed]:
    text = (ROOT / "refs/references.txt").read_text(encoding="utf-8")
    return {
        item.reference.origin.n or 0: item for item in parse(text).items if item.reference.origin
    }


def reference(n: int) -> Reference:
    return parsed()[n].reference


def printed(n: int, variable: str) -> list[str]:
    """The stretches of the raw text that became `variable`."""
    item = parsed()[n]
    raw = gold()[n]["raw"]
    return [raw[one.start : one.end] for one in item.fields if one.variable == variable]


def variable(field: str) -> str:
    return field.replace("container_title", "container-title")


def test_all_24_are_found_in_order_with_their_numbers() -> None:
    assert list(parsed()) == list(NUMBERS)


@pytest.mark.parametrize("n", NUMBERS)
def test_the_raw_text_is_kept_byte_for_byte(n: int) -> None:
    origin = reference(n).origin
    assert origin is not None
    assert origin.raw == gold()[n]["raw"]


@pytest.mark.parametrize("n", NUMBERS)
def test_type_and_style_are_those_of_the_gold(n: int) -> None:
    assert (reference(n).type, parsed()[n].style) == (gold()[n]["type"], gold()[n]["style"])


@pytest.mark.parametrize("n", NUMBERS)
def test_every_author_is_split_as_the_gold_splits(n: int) -> None:
    expected = [
        (one["family"], one["given"], one.get("non-dropping-particle", ""))
        for one in gold()[n]["author"]
    ]
    assert [
        (one.family, one.given, one.non_dropping_particle) for one in reference(n).author
    ] == expected


@pytest.mark.parametrize("n", NUMBERS)
def test_given_names_stand_where_they_are_printed(n: int) -> None:
    authors = range(len(gold()[n]["author"]))
    found = [printed(n, f"author[{index}].given") for index in authors]
    assert found == [[one["given_printed"]] for one in gold()[n]["author"]]


@pytest.mark.parametrize("n", NUMBERS)
def test_et_al_is_a_flag_and_no_person(n: int) -> None:
    assert reference(n).et_al is gold()[n]["et_al"]
    mark = gold()[n]["et_al_printed"]
    assert printed(n, "et-al") == ([mark.strip(" ,")] if mark else [])


@pytest.mark.parametrize("n", NUMBERS)
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_that_of_the_gold(n: int, name: str) -> None:
    assert getattr(reference(n), name) == (gold()[n].get(name) or "")


@pytest.mark.parametrize("n", NUMBERS)
def test_the_date_has_the_parts_of_the_gold(n: int) -> None:
    issued = reference(n).issued
    assert issued is not None
    assert issued.parts == tuple(gold()[n]["issued"].values())
    assert printed(n, "issued") == [gold()[n]["issued_printed"]]


@pytest.mark.parametrize("n", NUMBERS)
def test_issue_page_and_language_note_are_found_as_printed(n: int) -> None:
    item = gold()[n]
    assert printed(n, "issue") == ([item["issue_printed"]] if item["issue_printed"] else [])
    assert printed(n, "page") == ([item["page_printed"]] if item["page_printed"] else [])
    assert printed(n, "language-note") == ([item["language_note"]] if item["language_note"] else [])


@pytest.mark.parametrize("n", NUMBERS)
def test_the_type_code_is_marked(n: int) -> None:
    code = gold()[n]["genre_marker"]
    assert printed(n, "genre-marker") == ([code] if code else [])


@pytest.mark.parametrize("n", NUMBERS)
def test_every_repair_of_the_gold_is_told_and_no_other(n: int) -> None:
    origin = reference(n).origin
    assert origin is not None
    expected = [
        (variable(one["field"]), one["from"], one["to"], one["class"])
        for one in gold()[n]["repairs"]
    ]
    told = [(one.variable, one.before, one.after, one.kind) for one in origin.repairs]
    assert told == expected
    assert all(one.why for one in origin.repairs)


@pytest.mark.parametrize("n", NUMBERS)
def test_nothing_is_left_over_and_the_parser_is_sure(n: int) -> None:
    assert parsed()[n].residue == ()
    assert parsed()[n].confidence == 1


def test_the_list_writes_family_names_first() -> None:
    text = (ROOT / "refs/references.txt").read_text(encoding="utf-8")
    assert parse(text).family_first is True


@pytest.mark.parametrize("n", NUMBERS)
def test_a_line_judged_by_itself_has_the_same_record(n: int) -> None:
    (alone,) = parse(gold()[n]["raw"], lines=True, independent=True).items
    assert alone.reference.author == reference(n).author
    assert alone.reference.title == reference(n).title


def test_the_list_in_the_seed_document_gives_the_same_records(shared: Path | None) -> None:
    if shared is None:
        pytest.skip("the seed document is not beside the repository")
    (document,) = (shared / "seed").glob("*.txt")
    text = document.read_text(encoding="utf-8")
    begin, end = text.index("[1] "), text.index("How to cite this paper")
    assert [one.reference for one in parse(text[begin:end]).items] == [
        one.reference for one in parsed().values()
    ]
