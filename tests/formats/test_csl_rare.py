"""Roles and dates of CSL without an attribute: where other formats have a field for them."""

from __future__ import annotations

import json

import pytest

from ifnlit.app.intake import reader
from ifnlit.formats import FORMATS
from ifnlit.formats.bib_read import read as read_bib
from ifnlit.formats.csl_rare import kept_date, kept_names, rare_date, rare_names
from ifnlit.formats.losses import losses
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference

ROE = Name("Roe", "R.", "van")
CHAPTER = Reference(
    "k",
    "chapter",
    "T",
    extra=(
        ("annote", '"mine"'),
        ("call-number", '"QR 1"'),
        kept_names("container-author", [ROE]),
        kept_date("event-date", Date(2001, 5, 1, end=Date(2001, 5, 3))),
        kept_date("original-date", Date(1900, 21, circa=True)),
    ),
)


@pytest.mark.parametrize("name", ["bib", "biblatex", "csl-json", "csl-yaml"])
def test_they_come_back_as_they_were(name: str) -> None:
    assert losses(FORMATS.load(name), [CHAPTER], read=reader(name)) == ()


def test_zoteros_roles_come_back_in_its_rdf() -> None:
    roles = ("collection-editor", "container-author", "recipient")
    chapter = Reference("k", "chapter", "T", extra=tuple(kept_names(it, [ROE]) for it in roles))
    assert losses(FORMATS.load("zotero-rdf"), [chapter]) == ()


def test_what_cannot_be_read_is_no_name_and_no_date() -> None:
    broken = Reference("k", extra=(("original-date", '"soon"'), ("composer", "5")))
    assert rare_date(broken, "original-date") is None
    assert rare_date(broken, "event-date") is None
    assert rare_names(broken, "composer") == ()


def test_fields_of_bib_that_say_more_are_kept_as_they_stand() -> None:
    (found,) = read_bib(
        "@inbook{a, eventdate={soon}, bookauthor={Roe, R. and others}, annote={b},"
        " annotation={a}, origdate={1900}}",
        "x.bib",
    ).references
    assert dict(found.extra) == {
        "bib:eventdate": '"soon"',
        "bib:bookauthor": '"Roe, R. and others"',
        "bib:annote": '"b"',
        "annote": '"a"',
        "original-date": json.dumps({"date-parts": [[1900]]}),
    }


def test_an_annotation_by_its_old_name_is_one() -> None:
    (found,) = read_bib("@book{a, title={T}, annote={mine}}", "x.bib").references
    assert dict(found.extra) == {"annote": '"mine"'}
