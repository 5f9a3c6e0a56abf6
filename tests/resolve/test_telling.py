"""What is said of a record beside the verdict: notices, differences, other versions."""

from __future__ import annotations

import pytest

from ifnlit.model.date import Date
from ifnlit.model.evidence import (
    Bearing,
    Comparison,
    Difference,
    Judgement,
    Record,
    Relation,
    Update,
)
from ifnlit.model.finding import Severity
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference
from ifnlit.model.verdict import Unchecked
from ifnlit.resolve.notice import noticed, worst
from ifnlit.resolve.record import fields
from ifnlit.resolve.spelled import duplicates, misspelled
from ifnlit.resolve.telling import compared, of_verdict, shown

OURS = Reference("k", title="T", doi="10.5555/x")


def record(*updates: Update, title: str = "T", is_retracted: bool = False) -> Record:
    return Record(
        "crossref", "10.5555/X", titles=(title,), updates=updates, is_retracted=is_retracted
    )


@pytest.mark.parametrize(
    ("updates", "rule"),
    [
        ((), ""),
        ((Update("retraction", "10.5555/n"),), "doi-retracted"),
        ((Update("partial_retraction", "10.5555/n"),), "doi-retracted"),
        ((Update("withdrawal", "10.5555/n"),), "doi-retracted"),
        ((Update("expression_of_concern", "10.5555/n"),), "doi-concern"),
        ((Update("corrigendum", "10.5555/n"),), "doi-corrected"),
        ((Update("new_version", "10.5555/x", direction="update-to"),), ""),
        ((Update("retraction", "10.5555/x", direction="update-to"),), "doi-retracted"),
        ((Update("retraction", "10.5555/other", direction="update-to"),), ""),
        ((Update("something_else", "10.5555/n"),), "doi-updated"),
        ((Update("erratum", "a"), Update("retraction", "b"), Update("odd", "c")), "doi-retracted"),
        ((Update("erratum", "a"), Update("new_edition", "b")), "doi-corrected"),
        (
            (
                Update("retraction", "a", date=Date(2019)),
                Update("reinstatement", "b", date=Date(2020)),
            ),
            "doi-concern",
        ),
        (
            (
                Update("retraction", "a", date=Date(2020)),
                Update("reinstatement", "b", date=Date(2019)),
            ),
            "doi-retracted",
        ),
        ((Update("retraction", "a"), Update("reinstatement", "b")), "doi-retracted"),
    ],
)
def test_the_worst_notice_counts(updates: tuple[Update, ...], rule: str) -> None:
    assert worst(record(*updates)).rule == rule


@pytest.mark.parametrize(
    ("title", "is_retracted"),
    [
        ("RETRACTED: A study", True),
        ("Retracted Article: A study", True),
        ("[Retracted] A study", True),
        ("WITHDRAWN: A study", True),
        ("A study [RETRACTED]", True),
        ("Retraction: A study", False),
        ("Retracted potential in neurons", False),
        ("Removed teeth of adults", False),
    ],
)
def test_a_mark_in_the_title_counts_as_well(title: str, is_retracted: bool) -> None:
    assert (worst(record(title=title)).rule == "doi-retracted") is is_retracted


def test_an_index_may_mark_a_paper() -> None:
    assert worst(record(is_retracted=True)).where == "crossref marks it so"


def test_a_notice_is_told_with_its_doi_and_its_day() -> None:
    (finding,) = noticed(OURS, record(Update("retraction", "10.5555/n", date=Date(2017, 3, 6))))
    assert finding.message == "10.5555/X was retracted (retraction 10.5555/n 2017-03-06)"
    assert (finding.severity, finding.ref, finding.variable) == (Severity.ERROR, "k", "DOI")
    assert noticed(OURS, record()) == ()


def test_findings_show_both_values() -> None:
    year = Difference("issued", "2020", "2019", 0.5, "one year apart", Bearing.DIFFERS)
    title = Difference("title", "A", "B", 0.1, "", Bearing.DIFFERS)
    comparison = Comparison(record(), (year, title))
    judgement = Judgement(
        same=True, reason="because", findings=("new-rule", "title-differs", "year-conflict")
    )
    new, title_differs, conflict = compared(OURS, judgement, comparison)
    assert conflict.message == 'issued is "2020" here, "2019" in the record (one year apart)'
    assert title_differs.message == 'title is "A" here, "B" in the record'
    assert (new.message, new.severity) == ("because", Severity.WARNING)
    assert shown([year]) == 'issued "2020" here, "2019" there'


def test_a_preprint_that_was_published_is_told() -> None:
    relations = (Relation("is-preprint-of", "10.5555/article"),)
    preprint = Record("crossref", "10.5555/p", type="posted-content", relations=relations)
    rules = [
        [it.rule for it in compared(OURS, judgement, Comparison(preprint, ()))]
        for judgement in (
            Judgement(same=True, reason=""),
            Judgement(same=False, reason=""),
            Judgement(same=False, reason="", findings=("doi-of-preprint",)),
        )
    ]
    assert rules == [
        ["published-version-exists"],
        [],
        ["doi-of-preprint", "published-version-exists"],
    ]


def test_two_references_with_one_doi_are_both_told() -> None:
    twin = Reference("twin", doi="https://doi.org/10.5555/X")
    found = {it.ref: it.message for it in duplicates([OURS, twin, Reference("other", doi="x")])}
    assert found == {
        "k": "10.5555/x is also the DOI of twin",
        "twin": "https://doi.org/10.5555/X is also the DOI of k",
    }


def test_a_doi_with_what_copying_put_into_it_is_told_with_what_it_should_be() -> None:
    odd = Reference("odd", doi="10.5555/a\u2010b")
    (found,) = misspelled([OURS, odd, Reference("none"), Reference("two", doi="10.5555/a b")])
    assert (found.ref, found.severity, found.hint) == ("odd", Severity.WARNING, "write 10.5555/a-b")


def test_what_is_not_known_says_of_whom() -> None:
    (finding,) = of_verdict(OURS, Unchecked("", "pubmed", "it is down"))
    assert finding.message == "the reference could not be checked: PubMed: it is down"
    (other,) = of_verdict(OURS, Unchecked("10.5555/x", "", "unasked"))
    assert other.message == "10.5555/x could not be checked: unasked"


def test_evidence_keeps_a_few_fields_of_a_record() -> None:
    names = tuple(Name(f"N{n}", "A.") for n in range(5))
    full = Record(
        "crossref", "10.5555/x", "posted-content", "preprint", ("T" * 400,), authors=names
    )
    kept = dict(fields(full))
    assert kept["type"] == "posted-content (preprint)"
    assert kept["author"] == "N0, A.; N1, A.; N2, A.; 2 more"
    assert len(kept["title"]) == 300
    assert dict(fields(Record("x", authors=(Name(literal="Group"),)))) == {"author": "Group"}
