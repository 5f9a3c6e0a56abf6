from __future__ import annotations

from dataclasses import replace

import pytest

from ifnlit.match.compare import compare
from ifnlit.model.evidence import Bearing, Record
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference
from tests.match.works import OURS, THEIRS


def test_a_work_agrees_with_its_record_in_every_field() -> None:
    found = compare(OURS, THEIRS)
    assert [field.variable for field in found.fields] == [
        "title",
        "author",
        "container-title",
        "issued",
        "volume",
        "issue",
        "page",
        "type",
    ]
    assert {field.bearing for field in found.fields} == {Bearing.AGREES}
    assert found.likeness > 0.99
    assert found.differences == ()


def test_both_sides_are_shown_as_they_say_it() -> None:
    shown = {field.variable: (field.ours, field.theirs) for field in compare(OURS, THEIRS).fields}
    assert shown["container-title"] == ("J Crit Care Med", "Journal of Critical Care Medicine")
    assert shown["author"] == ("Ferrari AB, Nowak J, Okafor C, et al.",) * 2
    assert shown["type"] == ("article-journal", "journal-article")


def test_all_years_of_a_record_are_shown() -> None:
    field = compare(OURS, replace(THEIRS, years=(2020, 2021))).field("issued")
    assert field is not None
    assert field.theirs == "2020, 2021"


def test_a_subtype_is_shown() -> None:
    field = compare(OURS, Record("x", type="posted-content", subtype="preprint")).field("type")
    assert field is not None
    assert field.theirs == "posted-content (preprint)"


def test_what_neither_side_has_is_left_out() -> None:
    found = compare(Reference("x", title="Shock"), Record("x", titles=("Shock",)))
    assert [field.variable for field in found.fields] == ["title"]


def test_nothing_beside_nothing_is_nothing() -> None:
    found = compare(Reference("x"), Record("x"))
    assert (found.fields, found.likeness) == ((), 0.0)


def test_the_same_issn_says_the_same_journal_whatever_its_name() -> None:
    ours = replace(OURS, container_title="Zhonghua gan zang bing za zhi", issn="1007-3418")
    found = compare(ours, replace(THEIRS, issns=("1007-3418",))).field("container-title")
    assert found is not None
    assert (found.bearing, found.reason) == (Bearing.AGREES, "the same ISSN")


def test_an_issn_does_not_change_what_the_name_shows() -> None:
    found = compare(replace(OURS, issn="1007-3418"), replace(THEIRS, issns=("1007-3418",))).field(
        "container-title"
    )
    assert found is not None
    assert found.reason == "one abbreviates the other"


def test_editors_stand_for_authors_of_a_book() -> None:
    ours = Reference("x", "book", title="Shock", editor=(Name("Kim", "S."),))
    theirs = Record("x", type="edited-book", titles=("Shock",), editors=(Name("Kim", "Soo"),))
    assert compare(ours, theirs).bearing("author") is Bearing.AGREES


PMIDS = (
    ("33538338", "33538338", Bearing.AGREES),
    ("1", "2", Bearing.DIFFERS),
    ("1", "", Bearing.SILENT),
)


@pytest.mark.parametrize(("ours", "theirs", "bearing"), PMIDS)
def test_pubmed_ids_are_compared(ours: str, theirs: str, bearing: Bearing) -> None:
    found = compare(replace(OURS, pmid=ours), replace(THEIRS, pmid=theirs))
    assert found.bearing("PMID") is bearing


SOFTENED = (
    ("a journal that was renamed", "container-title", {"container_title": "Annals of Botany"}),
    ("a misprinted volume", "volume", {"volume": "17"}),
)


@pytest.mark.parametrize(("why", "variable", "ours"), SOFTENED)
def test_a_conflict_is_an_error_where_all_else_agrees(
    why: str, variable: str, ours: dict[str, str]
) -> None:
    ours_changed = replace(OURS, **ours)  # type: ignore[arg-type]  # names of text attributes
    assert compare(ours_changed, THEIRS).bearing(variable) is Bearing.DIFFERS, why
    elsewhere = replace(THEIRS, page="1-2")
    assert compare(ours_changed, elsewhere).bearing(variable) is Bearing.CONFLICTS, why


def test_another_issue_has_another_page_of_the_same_number() -> None:
    assert compare(OURS, replace(THEIRS, page="209-250")).bearing("page") is Bearing.NEAR
    other = compare(OURS, replace(THEIRS, page="209-250", issue="4"))
    assert other.bearing("page") is Bearing.CONFLICTS


def test_a_record_of_another_kind_sorts_behind() -> None:
    preprint = replace(THEIRS, type="posted-content")
    assert compare(OURS, preprint).likeness < compare(OURS, THEIRS).likeness - 0.2


def test_likeness_orders_candidates_that_say_less_behind() -> None:
    short = Record("x", type="journal-article", titles=THEIRS.titles)
    assert 0.4 < compare(OURS, short).likeness < compare(OURS, THEIRS).likeness
