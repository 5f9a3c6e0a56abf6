from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.match.compare import compare
from ifnlit.match.container import containers_alike
from ifnlit.match.coordinate import issues_alike, pages_alike
from ifnlit.match.likeness import Likeness, is_slip
from ifnlit.match.people import authors_alike
from ifnlit.match.title import titles_alike
from ifnlit.match.verdict import choose, judge
from ifnlit.model.date import Date
from ifnlit.model.evidence import Bearing, Record
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference

WORDS = st.sampled_from(
    """the of in and interferon alpha α β-2b II 2019 2O2O Part reply Correction: RETRACTED: [J]
    liver hepatitis B 干扰素 Пушкин Müller die und <i>x</i> &amp; ... - : J Virol 1933-40 S1
    e00442-20 preprint (in Chinese) l l8 van de 0""".split()
)
TEXTS = st.one_of(st.lists(WORDS, max_size=9).map(" ".join), st.text(max_size=30))
NAMES = st.lists(
    st.one_of(st.builds(Name, family=TEXTS, given=TEXTS), st.builds(Name, literal=TEXTS)),
    max_size=4,
).map(tuple)
YEARS = st.integers(1, 2100)
REFERENCES = st.builds(
    Reference,
    id=st.just("x"),
    type=st.sampled_from(["article-journal", "book", "chapter", "thesis", "document", "patent"]),
    title=TEXTS,
    author=NAMES,
    container_title=TEXTS,
    issued=st.one_of(st.none(), st.builds(Date, YEARS)),
    volume=TEXTS,
    issue=TEXTS,
    page=TEXTS,
    number=TEXTS,
    language=st.sampled_from(["", "en", "zh"]),
)
RECORDS = st.builds(
    Record,
    source=st.just("crossref"),
    doi=st.sampled_from(["", "10.5555/a", "10.5555/B", "10.5555/00442"]),
    type=st.sampled_from(["", "journal-article", "posted-content", "component", "book", "new"]),
    titles=st.lists(TEXTS, max_size=2).map(tuple),
    subtitles=st.lists(TEXTS, max_size=1).map(tuple),
    container_titles=st.lists(TEXTS, max_size=2).map(tuple),
    authors=NAMES,
    years=st.lists(YEARS, max_size=3).map(lambda years: tuple(sorted(years))),
    volume=TEXTS,
    issue=TEXTS,
    page=TEXTS,
    number=TEXTS,
)


@settings(max_examples=100, deadline=None)
@given(REFERENCES, st.lists(RECORDS, max_size=3))
def test_nothing_that_is_served_makes_the_matcher_fail(
    reference: Reference, records: list[Record]
) -> None:
    comparisons = tuple(compare(reference, record) for record in records)
    for comparison in comparisons:
        assert 0 <= comparison.likeness <= 1
        assert all(0 <= field.likeness <= 1 for field in comparison.fields)
        names = [field.variable for field in comparison.fields]
        assert len(names) == len(set(names))
        judge(reference, comparison)
    choice = choose(reference, comparisons)
    assert choice.accepted not in choice.offered


@settings(max_examples=40, deadline=None)
@given(REFERENCES, st.permutations([0, 1, 2]), st.lists(RECORDS, min_size=3, max_size=3))
def test_the_choice_does_not_depend_on_the_order_of_the_candidates(
    reference: Reference, order: list[int], records: list[Record]
) -> None:
    records = [replace(record, doi=f"10.5555/{at}") for at, record in enumerate(records)]
    comparisons = [compare(reference, record) for record in records]
    one = choose(reference, tuple(comparisons))
    other = choose(reference, tuple(comparisons[at] for at in order))
    assert one == other


def _of_titles(one: str, other: str) -> Likeness:
    return titles_alike((one,), (other,))


def _of_containers(one: str, other: str) -> Likeness:
    return containers_alike((one,), (other,))


def _of_pages(one: str, other: str) -> Likeness:
    return pages_alike((one,), (other,))


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_the_order_of_the_two_does_not_matter(one: str, other: str) -> None:
    for alike in (_of_titles, _of_containers, _of_pages, issues_alike):
        assert alike(one, other).bearing is alike(other, one).bearing
    assert is_slip(one, other) is is_slip(other, one)


@settings(max_examples=100, deadline=None)
@given(REFERENCES)
def test_a_work_never_speaks_against_itself(reference: Reference) -> None:
    itself = Record(
        "crossref",
        titles=(reference.title,),
        container_titles=(reference.container_title,),
        authors=reference.author,
        years=(reference.issued.year,) if reference.issued else (),
        volume=reference.volume,
        issue=reference.issue,
        page=reference.page,
        number=reference.number,
    )
    against = {field.variable for field in compare(reference, itself).differences}
    assert not against - {"type"}


@settings(max_examples=40, deadline=None)
@given(NAMES)
def test_authors_agree_with_themselves(names: tuple[Name, ...]) -> None:
    assert authors_alike(names, names).bearing in {Bearing.AGREES, Bearing.SILENT}
