"""The library form of a reference, and the forms in which other programs write CSL."""

from __future__ import annotations

import json

import pytest

from ifnlit.formats import csl_variables
from ifnlit.formats.csl import from_csl, to_csl
from ifnlit.formats.csl_date import date_of
from ifnlit.formats.csl_json_read import read
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference, Repair


def reference(**item: object) -> Reference:
    return from_csl({"id": "a", "type": "book", **item})[0]


def problems(**item: object) -> list[tuple[str, str]]:
    return from_csl({"id": "a", "type": "book", **item})[1]


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2020-08-17", Date(2020, 8, 17)),
        ("2020/08/17/", Date(2020, 8, 17)),
        ("2018//", Date(2018)),
        (2018, Date(2018)),
        ({"raw": "2020-08"}, Date(2020, 8)),
        ({"literal": "2020~"}, Date(2020, circa=True)),
        ({"date-parts": [["2020", 8, 17]]}, Date(2020, 8, 17)),
        ({"date-parts": [[2020, 8, None]], "circa": "true"}, Date(2020, 8, circa=True)),
        ({"date-parts": [[2020]], "season": "2"}, Date(2020, 22)),
        ({"date-parts": [[2020], [2021, 3]]}, Date(2020, end=Date(2021, 3))),
        ({"date-parts": [[2020]], "season": "Fall"}, Date(2020, 23)),
        ({"literal": "Spring 2020"}, Date(2020, 21)),
        ({"raw": "ca. 1850"}, Date(1850, circa=True)),
        ([{"year": "2003", "month": "4"}], Date(2003, 4)),
        ([{"year": 2003}, {"year": 2004}], Date(2003, end=Date(2004))),
    ],
)
def test_dates_are_read_in_every_form(value: object, date: Date) -> None:
    assert date_of(value) == date


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        True,
        [],
        {},
        {"raw": 1},
        {"date-parts": [[1, 2, 3, 4]]},
        {"date-parts": "x"},
        {"date-parts": "2000"},
        {"raw": "Christmas 2005"},
        ["x"],
    ],
)
def test_what_is_no_date_is_kept_and_told(value: object) -> None:
    with pytest.raises(ValueError, match="no date"):
        date_of(value)
    if value in ([], {}):
        return
    assert reference(issued=value).issued is None
    assert dict(reference(issued=value).extra) == {"issued": json.dumps(value)}
    assert problems(issued=value)[0][0] == "issued"


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ([{"family": "Lan", "given": "Y."}], (Name("Lan", "Y."),)),
        ([{"name": "WHO"}], (Name(literal="WHO"),)),
        (["Lan, Y.", "A body"], (Name("Lan", "Y."), Name(literal="A body"))),
        ({"family": "Lan"}, (Name("Lan"),)),
        ([{}, {"given": None}], ()),
    ],
)  # fmt: skip
def test_names_are_read_in_every_form(value: object, names: tuple[Name, ...]) -> None:
    assert reference(author=value).author == names


def test_a_last_author_called_others_is_the_mark() -> None:
    for mark in ({"family": "others"}, {"literal": "et al."}, "等"):
        found = reference(author=[{"family": "Lan"}, mark])
        assert (found.author, found.et_al) == ((Name("Lan"),), True)


def test_names_that_are_none_are_kept_and_told() -> None:
    value = [7, {"family": ["Lan"]}]
    assert [path for path, _ in problems(author=value)] == ["author[0]", "author[1]"]
    assert dict(reference(author=value).extra) == {"author": json.dumps(value)}


def test_what_else_is_said_of_a_person_is_kept_and_written_back() -> None:
    value = [{"family": "Lan", "ORCID": "0000"}, {"family": "Sun"}]
    found = reference(author=value)
    assert to_csl(found)["author"] == value
    renamed = from_csl({**to_csl(found), "author+": [{"name": "Nobody", "x": 1}]})[0]
    assert "x" not in str(to_csl(renamed)["author"])


def test_numbers_are_text_and_lists_of_one_are_their_item() -> None:
    found = reference(volume=94, issue=1.5, title=["T"], edition=True, note={"a": 1})
    assert (found.volume, found.issue, found.title) == ("94", "1.5", "T")
    assert [name for name, _ in problems(edition=True, note={"a": 1}, title=["A", "B"])] == [
        "edition",
        "note",
        "title",
    ]
    assert "true or false" in problems(edition=True)[0][1]
    assert "a map" in problems(note={"a": 1})[0][1]
    assert "a list of several" in problems(title=["A", "B"])[0][1]


def test_other_names_of_a_variable_are_known_and_copies_dropped() -> None:
    assert reference(journalAbbreviation="J V").container_title_short == "J V"
    both = {"journalAbbreviation": "J V", "container-title-short": "J V"}
    assert reference(**both).extra == ()
    differing = {"journalAbbreviation": "J W", "container-title-short": "J V"}
    assert dict(reference(**differing).extra) == {"journalAbbreviation": '"J W"'}


def test_the_id_may_be_a_number_and_a_copy_of_it_is_dropped() -> None:
    assert from_csl({"id": 7})[0].id == "7"
    assert from_csl({"id": ["x"]})[0].id == ""
    assert from_csl({"citation-key": "k"})[0] == Reference("k")
    assert dict(from_csl({"id": "a", "citation-key": "k"})[0].extra) == {"citation-key": '"k"'}


def test_custom_holds_the_origin_and_what_is_the_librarys_own() -> None:
    repair = {"field": "page", "from": "1--2", "to": "1-2", "class": "typographic", "why": "dash"}
    custom = {"n": 3, "raw": "R", "repairs": [repair], "et-al": True, "arxiv": "x", "mine": [1]}
    found = reference(custom=custom)
    assert found.origin == Origin(3, "R", (Repair("page", "1--2", "1-2", "typographic", "dash"),))
    assert (found.et_al, found.arxiv, found.custom) == (True, "x", (("mine", "[1]"),))
    again = from_csl(to_csl(found))[0]
    assert again == found


def test_what_is_wrong_under_custom_is_kept_and_told() -> None:
    assert problems(custom=[1])[0][0] == "custom"
    assert dict(reference(custom=[1]).custom) == {"custom": "[1]"}
    bad = {"n": "eight", "repairs": [{"field": "page"}]}
    assert [name for name, _ in problems(custom=bad)] == ["custom.n", "custom.repairs"]
    assert set(dict(reference(custom=bad).custom)) == {"n-as-read", "repairs-as-read"}
    assert [name for name, _ in problems(custom={"repairs": 7})] == ["custom.repairs"]


def test_fields_of_other_formats_stand_under_custom_and_go_back() -> None:
    held = Reference("a", extra=(("call-number", '"Q"'), ("ris:AD", '"Here"')))
    item = to_csl(held)
    assert item["call-number"] == "Q"
    assert item["custom"] == {"unmapped": {"ris:AD": "Here"}}
    assert from_csl(item)[0] == held
    assert dict(reference(custom={"unmapped": "x"}).custom) == {"unmapped": '"x"'}


def test_a_type_that_csl_does_not_have_is_kept_and_the_nearest_named() -> None:
    found, told = from_csl({"id": "a", "type": "artcle-journal"})
    assert (found.type, dict(found.custom)) == ("document", {"type-as-read": '"artcle-journal"'})
    assert 'did you mean "article-journal"?' in told[0][1]
    assert from_csl({"id": "a", "type": 7})[1][0][1] == 'no type of CSL 1.0.2: "7"'
    assert from_csl({"id": "a", "type": ""})[0].type == "document"


@pytest.mark.parametrize(
    ("name", "value", "fits"),
    [
        ("annote", "x", True),
        ("annote", 7, False),
        ("composer", [{"family": "Bach"}], True),
        ("composer", "Bach", False),
        ("composer", [{"ORCID": "0"}], False),
        ("categories", ["a"], True),
        ("categories", "a", False),
        ("submitted", {"raw": "2020"}, True),
        ("submitted", "2020", False),
        ("mine", "x", False),
    ],
)
def test_what_the_data_schema_allows(name: str, value: object, fits: bool) -> None:
    assert csl_variables.fits(name, value) is fits


def test_problems_of_csl_json_stand_where_the_value_stands() -> None:
    text = '[{"id": "a", "type": "bok",\n "issued": "soon", "author": [1], "mine": 1}]'
    reading = read(text, "x.json")
    assert [(f.rule, str(f.place)) for f in reading.findings] == [
        ("no-date", "x.json:2:12"),
        ("odd-names", "x.json:2:30"),
        ("type-unknown", "x.json:1:22"),
        ("unknown-field", "x.json:2:43"),
    ]


def test_crossrefs_empty_and_long_lists_are_read() -> None:
    text = json.dumps(
        {
            "type": "journal-article",
            "title": ["T", "U"],
            "container-title": [],
            "short-container-title": [],
            "publisher-location": "Here",
            "note": "et al. after the last author in the source",
        }
    )
    found = read(text, "x").references[0]
    assert (found.title, found.container_title, found.publisher_place) == ("T", "", "Here")
    assert dict(found.extra) == {"title+": '["U"]'}
    assert found.et_al


def test_a_type_line_of_the_note_is_the_type() -> None:
    text = '[{"id": "a", "type": "document", "note": "type: computerProgram"}]'
    found = read(text, "x").references[0]
    assert (found.type, found.note) == ("software", "")


def test_a_season_that_nobody_knows_is_kept_and_told() -> None:
    issued = {"date-parts": [[2020]], "season": "monsoon"}
    assert problems(issued=issued) == [
        ("issued", 'no season: "monsoon"; write 1 for spring to 4 for winter')
    ]
    assert dict(reference(issued=issued).extra) == {"issued": json.dumps(issued)}
