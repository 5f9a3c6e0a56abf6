"""Parsed references as JSON text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ifnlit.app.parsed_json import array, lines
from ifnlit.model.date import Date
from ifnlit.model.finding import Finding, Severity
from ifnlit.model.name import Name
from ifnlit.model.parsed import Field, Parsed, Residue
from ifnlit.model.reference import Origin, Reference, Repair

ITEM = Parsed(
    Reference(
        "smith2019",
        "article-journal",
        'A "title" \u202e',
        author=(Name("Smith", "J."), Name(literal="WHO")),
        et_al=True,
        issued=Date(2019, 5),
        origin=Origin(4, "Smith J … 2019", (Repair("title", "a", "b", "typographic", "why"),)),
        custom=(("label", '"Smi19"'),),
    ),
    "apa-like",
    0.87654,
    (Field("title", 0, 5, 'A "title" \u202e', 0.5), Field("issued", 11, 15, "2019")),
    (Residue(16, 18, "\x85"),),
    (Finding("rule", "said", Severity.INFO, variable="title"),),
)
RECORD = {
    "id": "smith2019",
    "type": "article-journal",
    "title": 'A "title" \u202e',
    "author": [{"family": "Smith", "given": "J."}, {"literal": "WHO"}],
    "issued": {"date-parts": [[2019, 5]]},
    "custom": {
        "n": 4,
        "et-al": True,
        "raw": "Smith J … 2019",
        "repairs": [
            {"field": "title", "from": "a", "to": "b", "class": "typographic", "why": "why"}
        ],
        "label": "Smi19",
        "authors-truncated": True,
        "parse": {
            "style": "apa-like",
            "confidence": 0.877,
            "fields": [
                {
                    "variable": "title",
                    "start": 0,
                    "end": 5,
                    "value": 'A "title" \u202e',
                    "confidence": 0.5,
                    "by": "grammar",
                },
                {
                    "variable": "issued",
                    "start": 11,
                    "end": 15,
                    "value": "2019",
                    "confidence": 1.0,
                    "by": "grammar",
                },
            ],
            "residue": [{"start": 16, "end": 18, "text": "\x85"}],
            "findings": [
                {"rule": "rule", "severity": "info", "variable": "title", "message": "said"}
            ],
        },
    },
}
BARE = {
    "id": "",
    "type": "document",
    "custom": {
        "parse": {"style": "", "confidence": 0.0, "fields": [], "residue": [], "findings": []}
    },
}


def test_a_line_is_what_the_standard_encoder_writes() -> None:
    found = list(lines([ITEM, Parsed(Reference(""))]))
    assert found == [json.dumps(record, ensure_ascii=False) + "\n" for record in (RECORD, BARE)]


def test_an_array_is_that_of_the_standard_encoder_and_harmless() -> None:
    found = "".join(array([ITEM, Parsed(Reference(""))]))
    plain = json.dumps([RECORD, BARE], ensure_ascii=False, indent=2)
    assert found == plain.replace("\u202e", "\\u202e").replace("\x85", "\\u0085") + "\n"


def test_no_reference_is_an_empty_array() -> None:
    assert "".join(array([])) == "[]\n"


@pytest.mark.parametrize(
    ("date", "plain"),
    [
        (Date(2019), {"date-parts": [[2019]]}),
        (Date(2019, 22), {"date-parts": [[2019]], "season": 2}),
        (Date(2019, circa=True), {"date-parts": [[2019]], "circa": True}),
        (Date(2019, end=Date(2020, 5)), {"date-parts": [[2019], [2020, 5]]}),
    ],
)
def test_dates_are_written_in_parts(date: Date, plain: dict[str, Any]) -> None:
    [line] = lines([Parsed(Reference("x", issued=date))])
    assert json.loads(line)["issued"] == plain
