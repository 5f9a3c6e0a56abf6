from __future__ import annotations

import pytest

from ifnlit.match.coordinate import issues_alike, pages_alike, volumes_alike, years_alike
from ifnlit.model.evidence import Bearing

A, N, S, D, C = Bearing  # agrees, near, silent, differs, conflicts

YEARS: tuple[tuple[str, int | None, tuple[int, ...], bool, Bearing], ...] = (
    ("the same", 2021, (2021,), True, A),
    ("online and in print", 2022, (2021, 2022), True, A),
    ("between the two", 2021, (2020, 2022), True, N),
    ("printed after the only date they have", 2022, (2021,), True, N),
    ("not yet printed", 2020, (2021,), False, N),
    ("printed before its only date", 2020, (2021,), True, D),
    ("after both dates", 2023, (2021, 2022), True, D),
    ("two years", 2023, (2021,), True, C),
    ("ours has none", None, (2021,), True, S),
    ("theirs has none", 2021, (), True, S),
)


@pytest.mark.parametrize(
    ("why", "ours", "theirs", "placed", "bearing"), YEARS, ids=[case[0] for case in YEARS]
)
def test_years_allow_for_print_after_online(
    why: str, ours: int | None, theirs: tuple[int, ...], placed: bool, bearing: Bearing
) -> None:
    found = years_alike(ours, theirs, placed)
    assert found.bearing is bearing, f"{why}: {found.reason}"


VOLUMES = (
    ("the same", "71", "71", A),
    ("a label", "Vol. 71", "71", A),
    ("a leading zero", "071", "71", A),
    ("Roman", "XLII", "42", A),
    ("Roman with a smaller one before", "IX", "9", A),
    ("misread", "7l", "71", A),
    ("a letter", "36A", "36a", A),
    ("a supplement with it", "12 Suppl 1", "12", N),
    ("two volumes", "12-13", "12", N),
    ("another", "71", "72", C),
    ("none", "", "71", S),
    ("nothing to compare", "-", "71", C),
)


@pytest.mark.parametrize(("why", "ours", "theirs", "bearing"), VOLUMES, ids=[v[0] for v in VOLUMES])
def test_volumes(why: str, ours: str, theirs: str, bearing: Bearing) -> None:
    found = volumes_alike(ours, theirs)
    assert found.bearing is bearing, f"{why}: {found.reason}"


def test_volume_and_issue_may_be_swapped() -> None:
    assert volumes_alike("3", "71", "71", "3").bearing is N
    assert volumes_alike("3", "71", "2", "3").bearing is C


ISSUES = (
    ("the same", "3", "3", A),
    ("a leading zero", "01", "1", A),
    ("supplements", "Suppl 1", "S1", A),
    ("supplements with a line", "Suppl_1", "Supplement 1", A),
    ("two issues", "7-8", "7/8", A),
    ("one of two", "7", "7-8", N),
    ("with a part", "3 Pt 2", "3", N),
    ("a supplement is no issue", "S1", "1", D),
    ("another", "3", "4", D),
    ("months", "Jan-Feb", "1", S),
    ("none", "", "1", S),
)


@pytest.mark.parametrize(("why", "ours", "theirs", "bearing"), ISSUES, ids=[i[0] for i in ISSUES])
def test_issues(why: str, ours: str, theirs: str, bearing: Bearing) -> None:
    found = issues_alike(ours, theirs)
    assert found.bearing is bearing, f"{why}: {found.reason}"
    assert issues_alike(theirs, ours).bearing is bearing


PAGES = (
    ("the same", "209-249", "209-249", A),
    ("another dash", "209–249", "209-249", A),
    ("the end shortened", "1933-40", "1933-1940", A),
    ("an extra page", "1933-40 e1", "1933-1940.e1", A),
    ("the first page only", "1355", "1355-1358", A),
    ("misread", "l933-1940", "1933-1940", A),
    ("a label", "pp. 209-249", "209-249", A),
    ("an article number", "e0054622", "e00546-22", A),
    ("without its e", "442", "e442", A),
    ("a label of the article", "Article 104512", "104512", A),
    ("zeros before it", "0129989", "e0129989", A),
    ("pages of a supplement", "S12-S19", "S12-S19", A),
    ("two ranges", "4-5, 8-9", "4-5", A),
    ("another end", "209-249", "209-250", N),
    ("another first page", "219-249", "209-249", N),
    ("a letter of the registry", "446", "446b-447", N),
    ("two items of one page", "759b-759", "759c-759", C),
    ("a page inside", "215", "209-249", D),
    ("another page", "301-320", "209-249", C),
    ("another number", "e442", "e443", C),
    ("pages and a number", "1-12", "104512", S),
    ("pages and an e-number", "12-19", "e442", S),
    ("none", "", "209", S),
    ("no page at all", "-", "209", S),
)


@pytest.mark.parametrize(("why", "ours", "theirs", "bearing"), PAGES, ids=[p[0] for p in PAGES])
def test_pages(why: str, ours: str, theirs: str, bearing: Bearing) -> None:
    found = pages_alike((ours,), (theirs,))
    assert found.bearing is bearing, f"{why}: {found.reason}"
    assert pages_alike((theirs,), (ours,)).bearing is bearing


def test_either_the_pages_or_the_number_may_agree() -> None:
    assert pages_alike(("", "104512"), ("1-12", "104512")).bearing is A


IN_DOI = (
    ("the record has no page", "e00442-20", "", "10.1128/JVI.00442-20", N),
    ("the record has the pages of the file", "e0129989", "1-12", "10.1371/x.0129989", N),
    ("a short number is there by chance", "442", "", "10.1128/jvi.00442-20", S),
    ("another DOI", "e00442-20", "", "10.1128/jvi.00797-19", S),
    ("the record's own page is another", "e0129989", "e0229989", "10.1371/x.0129989", C),
)


@pytest.mark.parametrize(("why", "ours", "theirs", "doi", "bearing"), IN_DOI)
def test_an_article_number_in_the_doi(
    why: str, ours: str, theirs: str, doi: str, bearing: Bearing
) -> None:
    assert pages_alike((ours,), (theirs,), doi).bearing is bearing, why
