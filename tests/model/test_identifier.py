"""Identifiers have one spelling, and refuse what they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ifnlit.model.identifier import DOI, ISBN, ISSN, PMCID, PMID, ArXiv, Identifier

SPELLINGS: list[tuple[type[Identifier], str, str | None]] = [
    (DOI, "10.1000/abc", "10.1000/abc"),
    (DOI, "https://doi.org/10.1000/ABC ", "10.1000/ABC"),
    (DOI, "http://dx.doi.org/10.1000/a", "10.1000/a"),
    (DOI, "doi: 10.1000/a.", "10.1000/a"),
    (DOI, "(doi: 10.1000/a).", "10.1000/a"),
    (DOI, "\u201c10.1000/a\u201d", "10.1000/a"),
    (DOI, "https://hdl.handle.net/10.1000/a", "10.1000/a"),
    (DOI, "https://hdl.handle.net/2027/a", None),
    (DOI, "DOI:https://doi.org/10.1000/a", "10.1000/a"),
    (DOI, "<https://doi.org/10.1000/a>", "10.1000/a"),
    (DOI, "10.1000/a(b)c)", "10.1000/a(b)c"),
    (
        DOI,
        "10.1002/(sici)1097-0185(19990415)257:2<50::aid-ar4>3.3.co;2-n",
        "10.1002/(sici)1097-0185(19990415)257:2<50::aid-ar4>3.3.co;2-n",
    ),
    (DOI, "10.1002/x%3C50%3E", "10.1002/x<50>"),
    (DOI, r"10.1000/a\_b", "10.1000/a_b"),
    (DOI, r"10.1000/a{\_}b", "10.1000/a_b"),
    (DOI, "10.1000.10/a", "10.1000.10/a"),
    (DOI, "https://doi.org/10.1000/a?utm_source=x&utm_medium=y", "10.1000/a"),
    (
        DOI,
        "https://doi.org/10.1002/1(2)3:4<5::aid-6>3.0.co;2-?",
        "10.1002/1(2)3:4<5::aid-6>3.0.co;2-?",
    ),
    (
        DOI,
        "https://doi.org/10.1002/1(2)3:4<5::aid-6>3.0.co;2-#",
        "10.1002/1(2)3:4<5::aid-6>3.0.co;2-#",
    ),
    (DOI, "10.1000/a?b=c", "10.1000/a?b=c"),
    (DOI, "https://doi-org.proxy.example.edu/10.1000/a", "10.1000/a"),
    (DOI, "https://dx-doi-org.proxy.example.edu/10.1000/a", "10.1000/a"),
    (DOI, "https://proxy.example.edu/login?url=https://doi.org/10.1000/a", "10.1000/a"),
    (DOI, "http://proxy.example.edu/login?qurl=https%3A%2F%2Fdoi.org%2F10.1000%2Fa", "10.1000/a"),
    (DOI, "https://doi.orgy/10.1000/a", None),
    (DOI, "(10.1000/a)", "10.1000/a"),
    (DOI, "[{doi: 10.1000/a(b)}]", "10.1000/a(b)"),
    (DOI, "(10.1000/a", None),
    (DOI, "()", None),
    (DOI, "10.100/a", None),
    (DOI, "10.1000/", None),
    (DOI, "10.1000/a b", None),
    (DOI, "11.1000/a", None),
    (DOI, "", None),
    (PMID, "PMID: 0012345", "12345"),
    (PMID, "https://pubmed.ncbi.nlm.nih.gov/36151395/", "36151395"),
    (PMID, "0", None),
    (PMID, "12345678901", None),
    (PMCID, "PMC9278149", "PMC9278149"),
    (PMCID, "pmcid: PMC 9278149.1", "PMC9278149"),
    (PMCID, "9278149", None),
    (ISSN, "0378-5955", "0378-5955"),
    (ISSN, "ISSN 2434-561x", "2434-561X"),
    (ISSN, "0378-5954", None),
    (ISSN, "378-5955", None),
    (ISBN, "978-3-16-148410-0", "9783161484100"),
    (ISBN, "ISBN-10: 0-8044-2957-X", "080442957X"),
    (ISBN, "978-3-16-148410-1", None),
    (ISBN, "0-8044-2957-1", None),
    (ISBN, "12345", None),
    (ArXiv, "arXiv:2101.00001v2", "2101.00001v2"),
    (ArXiv, "https://arxiv.org/pdf/hep-th/9901001.pdf", "hep-th/9901001"),
    (ArXiv, "21.001", None),
]


@pytest.mark.parametrize(("kind", "text", "spelling"), SPELLINGS)
def test_an_identifier_has_one_spelling_or_none(
    kind: type[Identifier], text: str, spelling: str | None
) -> None:
    assert kind.parse(text) == spelling


def test_a_constructor_refuses_nonsense_and_names_it() -> None:
    with pytest.raises(ValueError, match='no DOI: "nonsense"'):
        DOI("nonsense")


def test_dois_are_compared_without_case() -> None:
    assert DOI("10.1128/JVI.1").key == DOI("10.1128/jvi.1").key


def test_a_bare_identifier_has_no_spelling_of_its_own() -> None:
    with pytest.raises(NotImplementedError):
        Identifier("1")


@given(st.text())
def test_a_spelling_is_its_own_spelling(text: str) -> None:
    for kind in (DOI, PMID, PMCID, ISSN, ISBN, ArXiv):
        found = kind.parse(text)
        assert found is None or kind.parse(found) == found


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (" doi: 10.1000/a", "doi: "),
        ("https://doi-org.proxy.example.edu/10.1000/a", "https://doi-org.proxy.example.edu/"),
        ("10.1000/a", ""),
        (" https://example.org/10.1000/a", ""),
    ],
)
def test_the_lead_of_a_doi_is_a_label_or_the_address_of_a_resolver(text: str, lead: str) -> None:
    assert DOI.lead(text) == lead
