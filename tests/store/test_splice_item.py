"""An item added to a list of a record, the rest of the text untouched."""

from __future__ import annotations

import pytest

from ifnlit.errors import SpliceFault
from ifnlit.store.splice_item import Item, with_items

ITEM = Item("a", "evidence", {"field": "DOI", "source": "Crossref, asked 2026-01-15"})
FLOW = '{field: DOI, source: "Crossref, asked 2026-01-15"}'


HEAD = "references:\n  - id: a\n    custom:\n"
HAS = f"{HEAD}      evidence:\n"
CASES = [
    (
        "references:\n  - id: a  # one\n    title: T\n\n  - id: b\n",
        (
            "references:\n  - id: a  # one\n    title: T\n"
            f"    custom: {{evidence: [{FLOW}]}}\n\n  - id: b\n"
        ),
    ),
    (f"{HEAD}      n: 1\n# end\n", f"{HEAD}      n: 1\n      evidence: [{FLOW}]\n# end\n"),
    (
        "references:\n  - id: a\n    custom: {}\n",
        f"references:\n  - id: a\n    custom: {{evidence: [{FLOW}]}}\n",
    ),
    (
        f"{HAS}        - field: x\n          source: me\n",
        f"{HAS}        - field: x\n          source: me\n        - {FLOW}\n",
    ),
    (f"{HAS}      - field: x", f"{HAS}      - field: x\n      - {FLOW}"),
    (
        f"{HAS}        - {{field: x}}\n".replace("\n", "\r\n"),
        f"{HAS}        - {{field: x}}\n        - {FLOW}\n".replace("\n", "\r\n"),
    ),
    (
        "references:\n  - {id: a, custom: {evidence: []}}\n",
        f"references:\n  - {{id: a, custom: {{evidence: [{FLOW}]}}}}\n",
    ),
    (
        "references:\n  - {id: a, custom: {evidence: [{field: x}]}}\n",
        f"references:\n  - {{id: a, custom: {{evidence: [{{field: x}}, {FLOW}]}}}}\n",
    ),
]


@pytest.mark.parametrize(("before", "after"), CASES)
def test_an_item_goes_to_the_end_of_its_list(before: str, after: str) -> None:
    assert with_items(before, [ITEM]) == after


def test_a_list_in_a_form_that_cannot_be_proved_is_left_to_its_owner() -> None:
    text = "references:\n  - id: a\n    custom: &c {n: 1}\n  - id: b\n    custom: *c\n"
    with pytest.raises(SpliceFault, match="cannot be added to in place"):
        with_items(text, [ITEM])


def test_several_items_come_in_their_order() -> None:
    text = "references:\n  - id: a\n    title: T\n"
    found = with_items(text, [ITEM, Item("a", "evidence", {"field": "PMID"})])
    assert found.endswith(f"custom: {{evidence: [{FLOW}, {{field: PMID}}]}}\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("references:\n  - id: b\n", 'no record has the id "a"'),
        ("references:\n  - id: a\n    custom: text\n", "is no list"),
        ("references:\n  - id: a\n    custom: {evidence: text}\n", "is no list"),
    ],
)
def test_what_has_no_place_for_it_is_refused(text: str, said: str) -> None:
    with pytest.raises(SpliceFault, match=said):
        with_items(text, [ITEM])
