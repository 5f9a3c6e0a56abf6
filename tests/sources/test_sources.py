"""Requests as the services want them, and answers of every shape."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import unquote

import pytest

from ifnlit.model.date import Date
from ifnlit.model.evidence import Relation, Update
from ifnlit.model.exchange import Response
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference
from ifnlit.sources import agency, crossref, datacite, decode, label, pubmed
from ifnlit.sources.decode import Misfit

MAIL = "t@example.org"


def answered(data: object, status: int = 200) -> Response:
    return Response(status, json.dumps(data), data)


def listed(*items: object) -> Response:
    return answered({"status": "ok", "message-type": "work-list", "message": {"items": [*items]}})


def test_a_service_is_named_as_people_do() -> None:
    assert [label(name) for name in ("crossref", "doi", "other")] == [
        "Crossref",
        "doi.org",
        "other",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  <i>IFN</i>-&amp;alpha;\u001b[31m ", "IFN-α"),
        ("half \ud800 a pair", "half ? a pair"),
        (41, "41"),
        (10**20, ""),
        (True, ""),
        (None, ""),
        (["x"], ""),
        ("a::error file=x::b ##[group]c", "a: :error file=x::b # #[group]c"),
        (
            "std::vector<int> in 10.1002/1<50::AID-AR4>3",
            "std::vector<int> in 10.1002/1<50::AID-AR4>3",
        ),
    ],
)
def test_a_value_becomes_one_clean_line(value: object, text: str) -> None:
    assert decode.text(value) == text


def test_lists_lose_blanks_repetitions_and_what_is_no_text() -> None:
    assert decode.texts(["a", "", "a", 7, None, "b"]) == ("a", "b")
    assert decode.texts("alone") == ("alone",)
    assert decode.texts({"x": 1}) == ()
    assert decode.items({"x": 1}) == []
    assert [*decode.mappings([1, {}, {"x": 1}])] == [{"x": 1}]


@pytest.mark.parametrize(
    ("value", "year"),
    [
        (2021, 2021),
        ("2021 Jan-Feb", 2021),
        ("no year", None),
        (0, None),
        (None, None),
        (True, None),
    ],
)
def test_a_year_is_one_that_a_publication_can_have(value: object, year: int | None) -> None:
    assert decode.year(value) == year


def test_dates_without_parts_give_no_years() -> None:
    date = {"date-parts": [[2021, 5], [None], [], "x"]}
    assert [*decode.date_years(date)] == [2021]
    assert [*decode.date_years({"date-parts": None})] == []


@pytest.mark.parametrize(
    ("value", "doi"),
    [
        ("10.1002/(SICI)1097(1999)1:2<50::AID-AR4>3.3.CO;2-N", "same"),
        ("10.5555/x::error::y", ""),
        ("10.5555/x\u202ey", ""),
        (7, ""),
        ("none", ""),
    ],
)
def test_a_doi_keeps_what_would_be_markup_and_no_command(value: object, doi: str) -> None:
    assert decode.doi(value) == (value if doi == "same" else doi)


def test_dois_are_asked_for_together_as_long_as_the_line_is_short() -> None:
    dois = [f"10.5555/{'x' * 60}.{n}" for n in range(130)]
    calls = crossref.batches(dois, MAIL)
    assert [one for call in calls for one in call.dois] == dois
    assert all(len(call.request.path) <= crossref.ROOM for call in calls)
    assert all(f"rows={max(len(call.dois), 20)}" in call.request.path for call in calls)
    assert all("&mailto=t@example.org" in call.request.path for call in calls)
    assert crossref.batches([], MAIL) == ()
    assert "mailto" not in crossref.batches(dois, "")[0].request.path


def test_no_more_than_fifty_dois_go_together() -> None:
    calls = crossref.batches([f"10.5555/{n}" for n in range(120)], MAIL)
    assert [len(call.dois) for call in calls] == [50, 50, 20]


def test_a_batch_can_be_halved_down_to_one() -> None:
    (batch,) = crossref.batches(["10.5555/a", "10.5555/b", "10.5555/c"], MAIL)
    assert [half.dois for half in batch.halves(MAIL)] == [
        ("10.5555/a",),
        ("10.5555/b", "10.5555/c"),
    ]
    assert batch.halves(MAIL)[0].halves(MAIL) == ()


@pytest.mark.parametrize(
    ("doi", "can"),
    [
        ("10.5555/x", True),
        ("10.1001/jama.251.19.2504,2509", False),
        ("10.1000.10/123", False),
        (f"10.5555/{'x' * 301}", False),
    ],
)
def test_what_would_spoil_a_list_is_asked_for_alone(doi: str, can: bool) -> None:
    assert crossref.can_be_listed(doi) is can


def test_a_doi_is_encoded_for_its_place() -> None:
    request = crossref.work("10.1002/(sici)1:2<50::aid>3;2-#?&", MAIL)
    assert request.path == (
        "/works/10.1002/%28sici%291%3A2%3C50%3A%3Aaid%3E3%3B2-%23%3F%26?mailto=t@example.org"
    )
    assert crossref.work("10.5555/x", "").path == "/works/10.5555/x"


def test_a_search_has_no_more_words_than_fit() -> None:
    path = crossref.search("干扰素" * 1000, MAIL).path
    assert len(path) < crossref.ROOM + 1000
    assert "rows=5" in path
    assert "�" not in unquote(path)


@pytest.mark.parametrize("status", [400, 414])
def test_a_refused_list_is_no_answer_but_a_question(status: int) -> None:
    refused = answered({"message": []}, status)
    assert crossref.read_list(refused) == crossref.Refused()
    assert crossref.read_search(refused) == crossref.Refused()


ODD: list[object] = [
    None,
    [],
    {"message": [{}]},
    {"message": {"items": None}},
    {"message": {"items": {}}},
    {"message-type": "work", "message": {"items": []}},
    {"status": "failed", "message": []},
]


@pytest.mark.parametrize("data", ODD)
def test_a_list_of_another_form_is_a_misfit(data: object) -> None:
    with pytest.raises(Misfit):
        crossref.read_list(answered(data))


def test_a_search_whose_records_say_nothing_is_a_misfit() -> None:
    with pytest.raises(Misfit):
        crossref.read_search(listed({"DOI": "10.5555/x", "title": None}))
    good = {"DOI": "10.5555/y", "title": ["Y"]}
    found = crossref.read_search(listed({"DOI": "10.5555/x"}, good))
    assert not isinstance(found, crossref.Refused)
    assert [it.doi for it in found] == ["10.5555/y"]
    assert crossref.read_search(listed()) == ()


def test_a_work_is_served_under_its_name_or_another() -> None:
    data = {"message-type": "work", "message": {"DOI": "10.5555/Prime", "alias": ["10.5555/old"]}}
    served = crossref.read_work(answered(data))
    assert isinstance(served, crossref.Served)
    assert [served.is_of(one) for one in ("10.5555/PRIME", "10.5555/OLD", "10.5555/x")] == [
        True,
        True,
        False,
    ]
    assert replace(served, moved=True).is_of("10.5555/x")


@pytest.mark.parametrize("status", [400, 404, 414])
def test_a_work_that_is_not_there_is_absent(status: int) -> None:
    assert crossref.read_work(Response(status, "Resource not found.")) == crossref.Absent()


@pytest.mark.parametrize("data", [{"message": {"title": ["x"]}}, {"message": {}}, "x"])
def test_a_work_without_a_doi_is_a_misfit(data: object) -> None:
    with pytest.raises(Misfit):
        crossref.read_work(answered(data))


def test_a_record_has_all_that_is_compared() -> None:
    item: dict[str, object] = {
        "DOI": "10.5555/x",
        "type": "journal-article",
        "title": ["T"],
        "original-title": ["原"],
        "author": [
            {"family": "Sung", "given": "Hyuna", "suffix": "Jr"},
            {"given": "Solo"},
            {"name": "A Group"},
            {"sequence": "first"},
            "x",
        ],
        "issued": {"date-parts": [[2021, 2]]},
        "journal-issue": {"issue": "3", "published-print": {"date-parts": [[2022]]}},
        "relation": {
            "has-preprint": [{"id": "10.5555/p", "id-type": "doi"}, {"id": None}, {"id": "::x"}],
            "is-review-of": [{"id": "https://example.org/a", "id-type": "uri"}],
        },
        "updated-by": [
            {
                "type": "expression-of-concern",
                "DOI": "10.5555/n",
                "updated": {"date-parts": [[2020]]},
            },
            {"label": "Odd", "updated": {"date-parts": [[2020, 13]]}},
            {"updated": {"date-parts": []}},
        ],
    }
    found = crossref.record(item)
    assert found.titles == ("T", "原")
    assert found.authors == (
        Name("Sung", "Hyuna", suffix="Jr"),
        Name("Solo"),
        Name(literal="A Group"),
    )
    assert (found.years, found.issue) == ((2021, 2022), "3")
    assert found.relations == (
        Relation("has-preprint", "10.5555/p"),
        Relation("is-review-of", "https://example.org/a", "uri"),
    )
    assert found.printed == (2022,)
    assert found.updates == (
        Update("expression_of_concern", "10.5555/n", "", "updated-by", Date(2020)),
        Update("odd", ""),
        Update("unnamed", ""),
    )


def test_agencies_are_asked_in_few_calls_and_commas_alone() -> None:
    dois = [f"10.5555/{n}" for n in range(25)] + ["10.5555/a,b", f"10.5555/{'y' * 1790}"]
    calls = agency.agencies(dois)
    assert [len(part) for part, _ in calls] == [20, 5, 1, 1]
    assert calls[-1][1].path == "/ra/10.5555/a%2Cb"
    assert agency.agencies([]) == ()


def test_a_record_is_negotiated_apart_from_the_rest() -> None:
    request = agency.negotiated("10.1430/x")
    assert (request.path, request.form, request.pool) == ("/10.1430/x", agency.CSL, "negotiated")


def test_agencies_are_read_by_doi_and_whole() -> None:
    data = [
        {"DOI": "10.5555/A", "RA": "DataCite"},
        {"DOI": "10.5555/b", "status": "DOI does not exist"},
        {"DOI": "10.5555/c", "RA": "Unknown"},
        {"DOI": "10.5555/d", "status": "something new"},
        {"DOI": "no DOI", "RA": "Crossref"},
        "x",
    ]
    assert agency.read_agencies(answered(data, 404)) == {
        "10.5555/a": "DataCite",
        "10.5555/b": agency.NONE,
        "10.5555/c": agency.UNKNOWN,
        "10.5555/d": agency.UNKNOWN,
    }
    with pytest.raises(Misfit):
        agency.read_agencies(answered({}))


@pytest.mark.parametrize(
    ("code", "status", "exists"), [(1, 200, True), (200, 200, True), (100, 404, False)]
)
def test_a_handle_exists_or_not(code: int, status: int, exists: bool) -> None:
    assert agency.handle("10.5555/x#y").path == "/api/handles/10.5555/x%23y"
    data = {"responseCode": code, "handle": "10.5555/X"}
    assert agency.read_handle(answered(data, status)) == agency.Handle(exists, "10.5555/X")


@pytest.mark.parametrize(("code", "status"), [(2, 200), (None, 404), (1, 500)])
def test_another_page_says_nothing_of_a_handle(code: object, status: int) -> None:
    with pytest.raises(Misfit):
        agency.read_handle(answered({"responseCode": code}, status))


def test_a_negotiated_record_has_texts_for_lists() -> None:
    data = {
        "type": "article-journal",
        "DOI": "10.1430/X",
        "title": "La terapia",
        "author": [
            {"family": "Rossi", "given": "P", "non-dropping-particle": "de"},
            {"literal": "Gruppo"},
            {"given": "alone"},
        ],
        "issued": {"raw": "2008-04"},
        "page": "1-2",
    }
    found = agency.read_csl(answered(data))
    assert (found.type, found.titles, found.years) == ("journal-article", ("La terapia",), (2008,))
    assert found.authors == (Name("Rossi", "P", "de"), Name(literal="Gruppo"))
    with pytest.raises(Misfit):
        agency.read_csl(answered({"title": "no DOI"}))
    with pytest.raises(Misfit):
        agency.read_csl(answered({**data, "title": 7}))


def test_a_datacite_record_keeps_kinds_of_titles_apart() -> None:
    attributes = {
        "doi": "10.5678/x",
        "titles": [
            {"title": "Data"},
            {"title": "of a kind", "titleType": "Subtitle"},
            {"title": "Daten", "titleType": "TranslatedTitle"},
        ],
        "creators": [
            {"name": "Daten, Eva", "nameType": "Personal"},
            {"name": "Example, Inc.", "nameType": "Organizational"},
            {"familyName": "X", "givenName": "Y"},
            {"nameType": "Personal"},
        ],
        "publicationYear": 2020,
        "publisher": {"name": "Repository"},
        "types": {"resourceTypeGeneral": "Preprint"},
        "container": {"firstPage": "1", "lastPage": "9", "volume": 3},
        "relatedIdentifiers": [
            {
                "relationType": "IsPreprintOf",
                "relatedIdentifier": "10.5555/x",
                "relatedIdentifierType": "DOI",
            },
            {"relationType": "Cites", "relatedIdentifier": "10.5555/y"},
            {
                "relationType": "IsPreprintOf",
                "relatedIdentifier": "a page",
                "relatedIdentifierType": "DOI",
            },
        ],
    }
    found = datacite.read_work(answered({"data": {"attributes": attributes}}))
    assert not isinstance(found, bool)
    assert (found.titles, found.subtitles) == (("Data", "Daten"), ("of a kind",))
    assert found.authors == (Name("Daten", "Eva"), Name(literal="Example, Inc."), Name("X", "Y"))
    assert (found.type, found.page, found.volume) == ("posted-content", "1-9", "3")
    assert (found.publisher, found.years) == ("Repository", (2020,))
    assert found.relations == (Relation("is-preprint-of", "10.5555/x"),)


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        ({"resourceTypeGeneral": "Dataset"}, "dataset"),
        ({"resourceTypeGeneral": "Image"}, "image"),
        ({"resourceTypeGeneral": "Text", "resourceType": "Doctoral Thesis"}, "dissertation"),
        ({"resourceTypeGeneral": "Other", "citeproc": "thesis"}, "dissertation"),
        ({"resourceTypeGeneral": "Text", "resourceType": "Article"}, ""),
        ({}, ""),
    ],
)
def test_a_datacite_record_of_a_text_does_not_say_its_kind(
    types: dict[str, object], kind: str
) -> None:
    found = datacite.read_work(
        answered({"data": {"attributes": {"doi": "10.5678/x", "types": types}}})
    )
    assert not isinstance(found, bool)
    assert found.type == kind


def test_datacite_lacks_a_record_only_in_its_own_words() -> None:
    assert datacite.read_work(answered({"errors": []}, 404)) is False
    for other in (Response(404, "<html>"), answered({"data": {}}), answered({"data": None}, 500)):
        with pytest.raises(Misfit):
            datacite.read_work(other)
    assert datacite.work("10.5678/x#y").path == "/dois/10.5678/x%23y"


ARTICLE = Reference(
    "k",
    "article-journal",
    "T",
    (Name("Sung", "H. Y."),),
    container_title="CA | Cancer",
    issued=Date(2021),
    volume="71",
    page="209-249",
)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, "CA Cancer|2021|71|209|Sung HY|"),
        ({"page": "", "number": "e00442-20"}, "CA Cancer|2021|71|e00442|Sung HY|"),
        ({"author": ()}, "CA Cancer|2021|71|209||"),
        ({"page": ""}, ""),
        ({"issued": None}, ""),
        ({"type": "book"}, ""),
        ({"container_title": ""}, ""),
    ],
)
def test_a_citation_is_what_ecitmatch_wants(change: dict[str, object], words: str) -> None:
    changed: Reference = replace(ARTICLE, **change)  # type: ignore[arg-type]
    assert pubmed.citation(changed) == words


def test_citations_and_summaries_go_in_few_calls() -> None:
    lines = [(f"r{n}", pubmed.citation(ARTICLE)) for n in range(120)]
    calls = pubmed.matches(lines, MAIL)
    assert sum(call.path.count("r") >= 1 for call in calls) == len(calls)
    assert all(len(call.path) < 3_500 for call in calls)
    assert pubmed.matches([], MAIL) == ()
    asked = pubmed.summaries([str(n) for n in range(1, 202)], "")
    assert [call.path.count(",") + 1 for call in asked] == [150, 51]
    assert pubmed.summaries([], "") == ()


def test_matches_are_read_by_key_and_only_if_they_are_whole() -> None:
    citation = "J|2021|71|209|S"
    answers = ("33538338", "NOT_FOUND;INVALID_JOURNAL", "AMBIGUOUS (2 citations)", "NOT_")
    lines = [f"{citation}|r{at}|{answer}" for at, answer in enumerate(answers)]
    body = "\n".join([*lines, "short|line"])
    assert pubmed.read_matches(Response(200, body)) == {"r0": "33538338", "r1": "", "r2": ""}
    for other in (Response(200, "<html>"), Response(404, body)):
        with pytest.raises(Misfit):
            pubmed.read_matches(other)


def test_a_summary_is_a_record_with_its_numbers() -> None:
    result = {
        "uids": ["1", "2", "x"],
        "1": {
            "title": "[Study of interferon].",
            "vernaculartitle": "研究",
            "pubdate": "2012 Jan",
            "pubtype": ["Journal Article", "Retracted Publication"],
            "articleids": [{"idtype": "pmc", "value": "pmc-id: PMC77;"}],
            "elocationid": "doi: 10.5555/x. pii: S1",
            "authors": [
                {"name": "Wang L Jr"},
                {"name": "A Group", "authtype": "CollectiveName"},
                {"name": ""},
            ],
        },
        "2": {"error": "cannot get document summary"},
    }
    (found,) = pubmed.read_summaries(answered({"result": result})).values()
    assert (found.pmid, found.pmcid, found.doi) == ("1", "PMC77", "10.5555/x")
    assert found.titles == ("Study of interferon", "研究")
    assert found.is_retracted
    assert found.authors == (Name("Wang", "L.", suffix="Jr"), Name(literal="A Group"))
    errors: tuple[object, ...] = ({"error": "x"}, {"result": {}}, {"esearchresult": {"ERROR": "x"}})
    for data in errors:
        with pytest.raises(Misfit):
            pubmed.read_summaries(answered(data))


def test_a_preprint_in_pubmed_is_one() -> None:
    result = {"uids": ["1"], "1": {"title": "T", "pubtype": ["Preprint"]}}
    (found,) = pubmed.read_summaries(answered({"result": result})).values()
    assert (found.type, found.subtype, found.doi) == ("posted-content", "preprint", "")


def test_a_record_of_wrong_types_reads_as_empty() -> None:
    names = "DOI type title author issued volume page relation updated-by alias ISSN".split()
    wrong = {name: [[{"x": 1}], 7, True] for name in names}
    assert crossref.record(wrong) == crossref.record({})


def test_numbers_in_the_place_of_crossrefs_texts_are_absent() -> None:
    found = crossref.record({"DOI": "10.5555/x", "volume": 12345, "page": 1.5, "type": 7})
    assert (found.doi, found.volume, found.page, found.type) == ("10.5555/x", "", "", "")
