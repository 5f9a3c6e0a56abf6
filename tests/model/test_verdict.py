"""Verdicts by name, and what each can tell."""

from __future__ import annotations

from ifnlit.model import verdict as cases
from ifnlit.model.exchange import Response

CASES: tuple[cases.Verdict, ...] = (
    cases.Confirmed("10.5555/x", "Crossref", ()),
    cases.ConfirmedElsewhere("10.5555/x", "DataCite", ()),
    cases.Elsewhere("10.5555/x", "ISTIC", ()),
    cases.Disputed("10.5555/x", "Crossref", "another work", ()),
    cases.Unregistered("10.5555/x", ()),
    cases.Malformed("x"),
    cases.Suggested((), "", ()),
    cases.Unlisted("", ()),
    cases.Unchecked("10.5555/x", "crossref", "down"),
)


def test_every_verdict_has_its_spelling() -> None:
    assert [cases.name(it) for it in CASES] == list(cases.NAMES.values())
    assert set(cases.NAMES) == {type(it) for it in CASES}


def test_a_verdict_tells_doi_agency_and_evidence_where_it_has_them() -> None:
    assert [cases.doi_of(it) for it in CASES] == ["10.5555/x"] * 5 + ["x", "", "", "10.5555/x"]
    assert [cases.agency_of(it) for it in CASES] == [
        *("Crossref", "DataCite", "ISTIC", "Crossref"),
        *[""] * 5,
    ]
    assert [cases.evidence_of(it) for it in CASES] == [()] * 9


def test_a_header_is_found_whatever_its_case() -> None:
    response = Response(200, headers=(("retry-after", "3"),))
    assert (response.header("Retry-After"), response.header("Date")) == ("3", "")
