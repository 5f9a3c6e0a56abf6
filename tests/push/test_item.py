"""References as items: names, dates and fields as Zotero's API has them."""

from __future__ import annotations

import pytest

from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference
from ifnlit.push.item import attribute_of, item
from ifnlit.push.plan import Sent, edits, plan, shown
from ifnlit.push.schema import BUILT_IN, ItemType, Schema, schema_of, template_of


@pytest.mark.parametrize(
    ("name", "creator"),
    [
        (Name("Choi", "H. S. J."), {"firstName": "H. S. J.", "lastName": "Choi"}),
        (Name("Campenhout", "M.", "van"), {"firstName": "M.", "lastName": "van Campenhout"}),
        (Name("Sade", "D.", "", "de"), {"firstName": "D. de", "lastName": "Sade"}),
        (Name("King", "M. L.", suffix="Jr."), {"firstName": "M. L., Jr.", "lastName": "King"}),
        (Name("Plato"), {"name": "Plato"}),
        (Name(literal="WHO"), {"name": "WHO"}),
    ],
)
def test_a_name_has_two_fields_or_one(name: Name, creator: dict[str, str]) -> None:
    made = item(Reference("a", author=(name,)), BUILT_IN)
    assert made["creators"] == [{"creatorType": "author", **creator}]


def test_editors_and_translators_have_their_roles() -> None:
    reference = Reference("a", "book", editor=(Name("E", "A."),), translator=(Name("T", "B."),))
    roles = [one["creatorType"] for one in item(reference, BUILT_IN)["creators"]]
    assert roles == ["editor", "translator"]


def test_a_type_without_main_creators_still_has_authors() -> None:
    schema = Schema({"document": ItemType(frozenset({"title"}), ())})
    made = item(Reference("a", title="T", author=(Name("E", "A."),)), schema)
    assert made["creators"][0]["creatorType"] == "author"
    assert made["extra"] == "Citation Key: a"


def test_what_a_type_has_no_field_for_is_a_line_of_extra() -> None:
    schema = Schema({"document": ItemType(frozenset({"title", "DOI"}))})
    made = item(Reference("a", title="T", doi="10.1/x", isbn="1", volume="7"), schema)
    assert made["extra"] == "Volume: 7\nISBN: 1\nCitation Key: a"
    assert (made["title"], made["DOI"]) == ("T", "10.1/x")


def test_only_a_plain_date_is_one_of_access() -> None:
    plain = item(Reference("a", accessed=Date(2020, 1)), BUILT_IN)
    circa = item(Reference("a", accessed=Date(2020, circa=True)), BUILT_IN)
    assert plain["accessDate"] == "2020-01"
    assert "accessDate" not in circa
    assert circa["extra"].startswith("Accessed: 2020~")


def test_a_field_is_known_by_its_attribute() -> None:
    assert attribute_of("bookTitle") == "container_title"
    assert attribute_of("dateAdded") is None


NO_SCHEMAS: list[object] = [None, [], {}, {"itemTypes": 3}, {"itemTypes": [3, {}]}]


@pytest.mark.parametrize("data", NO_SCHEMAS)
def test_what_is_no_schema_is_none(data: object) -> None:
    assert schema_of(data) is None
    assert template_of(data) is None


def test_values_are_shown_as_a_person_reads_them() -> None:
    creators = [{"firstName": "J.", "lastName": "Li"}, {"name": "WHO"}, "x"]
    assert shown(creators) == "Li, J.; WHO; x"
    assert shown(None) == ""


def test_an_item_without_title_is_like_no_other() -> None:
    from ifnlit.push.plan import Held

    held = (Held("AAAA2345", 1, {"itemType": "document", "title": ""}),)
    (step,) = plan({"a": {"itemType": "document", "creators": []}}, {}, held, BUILT_IN)
    assert step.action == "create"


def test_edits_are_what_differs_from_what_was_sent() -> None:
    sent = Sent("K", {"title": "T", "volume": "1", "itemType": "x"})
    theirs = {"title": "T ", "volume": "2", "abstractNote": "a", "tags": [1], "itemType": "y"}
    assert edits(sent.item, theirs) == {"abstractNote": "a", "volume": "2", "itemType": "y"}
