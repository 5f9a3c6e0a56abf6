"""What was edited in Zotero comes back as changes, or as a hint where a person must decide."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference
from ifnlit.push.item import item
from ifnlit.push.plan import Sent
from ifnlit.push.pull import Change, changes
from ifnlit.push.schema import BUILT_IN

LI = Reference(
    "li",
    "article-journal",
    title="Words",
    author=(Name("Li", "J."), Name("Berg", "A.", "van den"), Name("Plato")),
    container_title="J Virol",
    issued=Date(2020),
    volume="7",
    page="1-9",
)
NUMBERED = replace(LI, page="", number="e1")


def found(theirs: dict[str, Any], reference: Reference = LI, was: Reference = LI) -> list[Change]:
    base = item(was, BUILT_IN)
    return list(changes([reference], {"li": Sent("K", base)}, {"li": {**base, **theirs}}))


def people(index: int, **parts: str) -> dict[str, Any]:
    creators = [dict(one) for one in item(LI, BUILT_IN)["creators"]]
    creators[index] |= parts
    return {"creators": creators}


def test_nothing_edited_gives_nothing() -> None:
    assert found({}) == []
    assert changes([LI], {}, {}) == ()
    assert changes([LI], {"li": Sent("K", {})}, {}) == ()


@pytest.mark.parametrize(
    ("theirs", "reference", "variable", "value"),
    [
        ({"volume": "8"}, LI, "volume", "8"),
        ({"volume": ""}, LI, "volume", None),
        ({"DOI": "10.1000/a"}, LI, "DOI", "10.1000/a"),
        ({"publicationTitle": "Journal of Virology"}, LI, "container-title", "Journal of Virology"),
        ({"date": "2020-05"}, LI, "issued", "2020-05"),
        ({"date": ""}, LI, "issued", None),
        ({"DOI": "https://doi.org/10.1000/ABC"}, LI, "DOI", "10.1000/ABC"),
        ({"DOI": "none"}, LI, "DOI", "none"),
        ({"pages": "1–10"}, LI, "page", "1-10"),
        ({"pages": "e2"}, NUMBERED, "number", "e2"),
        (people(0, lastName="Lee"), LI, "author[0].family", "Lee"),
        (people(0, firstName="Jie"), LI, "author[0].given", "Jie"),
    ],
)
def test_an_edit_becomes_a_change(
    theirs: dict[str, Any], reference: Reference, variable: str, value: str | None
) -> None:
    (change,) = found(theirs, reference, reference)
    assert (change.variable, change.value, change.hint) == (variable, value, "")


@pytest.mark.parametrize(
    ("theirs", "hint"),
    [
        ({"date": "May 2020"}, "Zotero says 'May 2020': write it as 2019"),
        ({"itemType": "book"}, "Zotero says book: set the type by hand"),
        ({"creators": []}, "the names are now : edit them by hand"),
        (people(1, lastName="van der Berg"), "'van den Berg, A.' is now 'van der Berg, A.'"),
        (people(2, name="Platon"), "'Plato' is now 'Platon'"),
    ],
)
def test_what_cannot_be_taken_over_is_a_hint(theirs: dict[str, Any], hint: str) -> None:
    (change,) = found(theirs)
    assert change.hint.startswith(hint)


def test_a_field_that_went_with_its_type_was_not_taken_out() -> None:
    retyped, title = found({"itemType": "book", "publicationTitle": "", "title": "W"})
    assert retyped.hint == "Zotero says book: set the type by hand"
    assert (title.variable, title.value) == ("title", "W")


def test_what_both_changed_is_a_hint() -> None:
    (change,) = found({"volume": "8"}, replace(LI, volume="9"))
    assert change.hint == "changed here to '9' and in Zotero to '8': choose one"
    (change,) = found(people(0, lastName="Lee"), replace(LI, author=LI.author[:2]))
    assert change.hint.startswith("the names are now Lee, J.")


def test_what_both_changed_alike_is_nothing() -> None:
    assert found({"volume": "9"}, replace(LI, volume="9")) == []
    assert found({"publicationTitle": " J Virol "}) == []


def test_fields_that_we_do_not_keep_are_left_in_zotero() -> None:
    assert found({"rights": "mine", "extra": "x", "tags": [1], "dateAdded": "2020"}) == []
    cut = replace(LI, et_al=True)
    assert found({"extra": "x"}, cut, cut) == []
    base = {**item(LI, BUILT_IN), "rights": "a"}
    assert changes([LI], {"li": Sent("K", base)}, {"li": {**base, "rights": "b"}}) == ()
