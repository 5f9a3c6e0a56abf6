from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from ifnlit.match.compare import compare
from ifnlit.match.verdict import choose, judge
from ifnlit.model.date import Date
from ifnlit.model.evidence import Record, Update
from ifnlit.model.name import Name
from tests.match.works import OURS, THEIRS

if TYPE_CHECKING:
    from ifnlit.model.evidence import Judgement
    from ifnlit.model.reference import Reference

Changes = dict[str, Any]

OTHERS = (Name("Kim", "S."), Name("Duarte", "P."))
CHINESE = {
    "title": "Effect of interferon on the expression of ADAR1 and on HBV in hepatocellular cells",
    "author": (Name("Li", "Yimin"), Name("Yuan", "Lin"), Name("Yang", "Shengyong")),
    "container_title": "Journal of the Third Military Medical University",
    "language": "zh",
}


def judged(ours: Changes, theirs: Changes) -> Judgement:
    reference, record = replace(OURS, **ours), replace(THEIRS, **theirs)
    return judge(reference, compare(reference, record))


JOURNAL = ("container-title-differs",)
RIGHT: tuple[tuple[str, Changes, Changes, tuple[str, ...]], ...] = (
    ("nothing differs", {}, {}, ()),
    ("online in 2020, printed in 2021", {}, {"years": (2020, 2021)}, ()),
    ("Crossref may give the earlier date only", {}, {"years": (2020,)}, ()),
    ("it was in print then", {}, {"years": (2020,), "printed": (2020,)}, ("year-conflict",)),
    ("it was in print in that year", {}, {"years": (2020, 2021), "printed": (2021,)}, ()),
    ("a year before all of theirs is a misprint", {"issued": Date(2020)}, {}, ("year-conflict",)),
    ("volume and pages prove the year wrong", {"issued": Date(2017)}, {}, ("year-conflict",)),
    ("the record has no title", {}, {"titles": ()}, ()),
    ("the record has the first author only", {}, {"authors": (Name("Ferrari", "A."),)}, ()),
    ("the record swaps family and given", {}, {"authors": (Name("A. B.", "Ferrari"),)}, ()),
    ("retracted works are the work", {}, {"titles": (f"RETRACTED: {THEIRS.titles[0]}",)}, ()),
    (
        "another agency has the Chinese title, the places agree",
        CHINESE,
        {
            "titles": ("干扰素对人肝癌细胞ADAR1表达及乙肝病毒复制的影响",),
            "container_titles": ("第三军医大学学报",),
            "authors": (Name("李", "怡敏"), Name("袁", "琳"), Name("杨", "生永")),
        },
        ("title-differs",),
    ),
    (
        "the journal's own English title is worded otherwise",
        CHINESE,
        {
            "titles": (
                (
                    "Interferons regulate adenosine deaminase ADAR1 expression and hepatitis B "
                    "virus replication in human hepatocellular carcinoma cells"
                ),
            ),
            "container_titles": ("Journal of Third Military Medical University",),
            "authors": (Name("LI", "Yimin"),),
        },
        ("title-differs",),
    ),
    (
        "worded otherwise, the authors agree",
        {"title": "Lactate in septic shock, observed in a cohort of several centres"},
        {},
        ("title-differs",),
    ),
    ("authors wrong, all else right", {"author": OTHERS}, {}, ("names-differ",)),
    ("the page is wrong, all else right", {"page": "301-320"}, {}, ("page-differs",)),
    ("the volume is wrong, all else right", {"volume": "17"}, {}, ("volume-differs",)),
    (
        "the volume is wrong, there are no pages",
        {"volume": "17", "page": "", "issue": ""},
        {},
        ("volume-differs",),
    ),
    (
        "the year is wrong, there are no pages",
        {"issued": Date(2015), "page": "", "issue": ""},
        {},
        ("year-differs",),
    ),
    ("the journal was renamed", {"container_title": "Annals of Botany"}, {}, JOURNAL),
    ("a general title in its place", {"title": "Editorial"}, {"titles": ("Editorial",)}, ()),
    (
        "nothing but the title to compare",
        {"author": (), "container_title": "", "issued": None, "volume": "", "page": ""},
        {},
        (),
    ),
    (
        "one word of the title is another one",
        {"title": OURS.title.replace("multicentre", "prospective")},
        {},
        ("title-differs",),
    ),
    (
        "a translation that shares no word, of a work known to be Chinese",
        {"title": "Blood chemistry of the critically ill", "language": "zh"},
        {},
        ("title-differs",),
    ),
    (
        "a title worded otherwise, and no authors on one side",
        {"title": "Septic shock: multicentre cohort of patients, lactate of plasma", "author": ()},
        {},
        ("title-differs",),
    ),
    ("a reply cited without the word", {}, {"titles": (f"{OURS.title}—Reply",)}, ("type-differs",)),
)


@pytest.mark.parametrize(("why", "ours", "theirs", "findings"), RIGHT, ids=[c[0] for c in RIGHT])
def test_a_right_doi_is_told_whatever_is_damaged(
    why: str, ours: Changes, theirs: Changes, findings: tuple[str, ...]
) -> None:
    found = judged(ours, theirs)
    assert found.same, f"{why}: {found.reason}"
    assert found.findings == findings


WRONG: tuple[tuple[str, Changes, Changes, tuple[str, ...]], ...] = (
    (
        "a neighbour in the same issue by other people",
        {},
        {
            "titles": ("Ventilation after cardiac surgery in children",),
            "page": "250-261",
            "authors": OTHERS,
        },
        ("names-differ", "page-differs", "title-differs"),
    ),
    (
        "another paper of the same people",
        {},
        {
            "titles": ("Early vasopressors and kidney function after burns",),
            "years": (2019,),
            "volume": "69",
            "page": "11-19",
        },
        ("page-differs", "title-differs", "volume-differs", "year-differs"),
    ),
    (
        "one paper's title with another's place, at the first one's DOI",
        {
            "container_title": "Annals of Botany",
            "volume": "12",
            "page": "1-9",
            "issued": Date(2012),
        },
        {},
        ("container-title-differs", "page-differs", "volume-differs", "year-differs"),
    ),
    (
        "one paper's title with another's place, at the other one's DOI",
        {},
        {"titles": ("Ventilation after cardiac surgery in children",), "authors": OTHERS},
        ("names-differ", "title-differs"),
    ),
    (
        "one paper's title, and all else of another",
        {"title": "Ventilation after cardiac surgery in children"},
        {},
        ("title-differs",),
    ),
    (
        "the report of another year",
        {"title": "Global cancer statistics 2020: estimates for 36 cancers in 185 countries"},
        {
            "titles": ("Global cancer statistics 2018: estimates for 36 cancers in 185 countries",),
            "volume": "68",
            "page": "394-424",
            "years": (2018,),
            "authors": OTHERS,
        },
        ("names-differ", "page-differs", "title-differs", "volume-differs", "year-differs"),
    ),
    (
        "the preprint of the article",
        {},
        {
            "type": "posted-content",
            "subtype": "preprint",
            "volume": "",
            "page": "",
            "issue": "",
            "container_titles": (),
        },
        ("doi-of-preprint",),
    ),
    (
        "a correction by its title",
        {},
        {"titles": (f"Correction to: {OURS.title}",), "page": "300"},
        ("page-differs", "title-differs", "type-differs"),
    ),
    (
        "a retraction notice by what it updates",
        {},
        {"updates": (Update("retraction", "10.5555/other", direction="update-to"),)},
        ("type-differs",),
    ),
    ("a figure", {}, {"type": "component"}, ("type-differs",)),
    ("a data set", {}, {"type": "dataset"}, ("type-differs",)),
    ("a review of it", {}, {"type": "peer-review"}, ("type-differs",)),
    ("the book of a chapter", {"type": "chapter"}, {"type": "book"}, ("type-differs",)),
    (
        "a reply on other pages",
        {},
        {"titles": (f"{OURS.title}—Reply",), "page": "301"},
        ("page-differs", "type-differs"),
    ),
    (
        "other authors, and no page that would show the place",
        {"author": OTHERS, "page": ""},
        {},
        ("names-differ",),
    ),
    (
        "another year's edition, no pages",
        {"page": "", "issue": "", "issued": Date(2019), "volume": ""},
        {},
        ("year-differs",),
    ),
    (
        "a general title, and a page that only lies inside",
        {
            "title": "Editorial",
            "author": (),
            "container_title": "",
            "volume": "",
            "page": "215",
            "issued": None,
        },
        {"titles": ("Editorial",), "issue": ""},
        ("page-differs",),
    ),
    ("no title there, another place", {}, {"titles": (), "page": "1-2"}, ("page-differs",)),
    (
        "no title there, and nothing else",
        {},
        {
            "titles": (),
            "authors": (),
            "years": (),
            "container_titles": (),
            "volume": "",
            "page": "",
        },
        (),
    ),
)


@pytest.mark.parametrize(("why", "ours", "theirs", "findings"), WRONG, ids=[c[0] for c in WRONG])
def test_a_wrong_doi_is_told_however_much_agrees(
    why: str, ours: Changes, theirs: Changes, findings: tuple[str, ...]
) -> None:
    found = judged(ours, theirs)
    assert not found.same, f"{why}: {found.reason}"
    assert found.findings == findings


def chosen(reference: Reference, *records: Record) -> str | None:
    choice = choose(reference, tuple(compare(reference, record) for record in records))
    return choice.accepted.record.doi if choice.accepted else None


def test_the_record_that_agrees_is_accepted_among_others() -> None:
    other = replace(THEIRS, doi="10.5555/other", titles=("Ventilation after surgery in children",))
    assert chosen(OURS, other, THEIRS) == THEIRS.doi


def test_a_tie_accepts_none_and_offers_both() -> None:
    twin = replace(THEIRS, doi="10.5555/twin")
    choice = choose(OURS, (compare(OURS, THEIRS), compare(OURS, twin)))
    assert choice.accepted is None
    assert {one.record.doi for one in choice.offered} == {THEIRS.doi, twin.doi}


def test_the_preprint_is_no_candidate() -> None:
    preprint = replace(THEIRS, type="posted-content", subtype="preprint", volume="", page="")
    choice = choose(OURS, (compare(OURS, preprint),))
    assert (choice.accepted, choice.offered) == (None, ())


def test_a_page_decides_between_two_that_could_be_it() -> None:
    unplaced = replace(THEIRS, doi="10.5555/unplaced", page="")
    assert chosen(OURS, unplaced, THEIRS) == THEIRS.doi


def test_one_record_found_twice_is_no_tie() -> None:
    assert chosen(OURS, THEIRS, replace(THEIRS, doi=THEIRS.doi.upper(), page="")) == THEIRS.doi


def test_two_records_without_a_doi_are_two() -> None:
    assert chosen(OURS, replace(THEIRS, doi=""), replace(THEIRS, doi="")) is None


DAMAGED: tuple[tuple[str, Changes, bool], ...] = (
    ("the journal in full", {"container_title": "Journal of Critical Care Medicine"}, True),
    ("the title cut short", {"title": "Plasma lactate in patients with..."}, True),
    ("no issue", {"issue": ""}, True),
    ("no authors", {"author": (), "et_al": False}, True),
    ("a year later", {"issued": Date(2022)}, True),
    ("a year earlier", {"issued": Date(2020)}, True),
    ("the first page only", {"page": "209"}, True),
    ("no place, the exact year", {"volume": "", "page": "", "issue": ""}, True),
    (
        "no place, a year later",
        {"volume": "", "page": "", "issue": "", "issued": Date(2022)},
        False,
    ),
    (
        "cut short, no place",
        {"title": "Plasma lactate in patients", "volume": "", "page": ""},
        False,
    ),
    ("another page", {"page": "301-320"}, False),
    ("a page inside", {"page": "215"}, False),
    ("another volume without pages", {"volume": "17", "page": ""}, False),
    ("another issue, the same place", {"issue": "4"}, True),
    ("another issue, another end", {"issue": "4", "page": "209-230"}, False),
    ("another journal", {"container_title": "Annals of Botany", "page": ""}, False),
    ("other authors", {"author": OTHERS}, False),
    ("one word of the title", {"title": OURS.title.replace("multicentre", "prospective")}, False),
    ("another year in the title", {"title": f"{OURS.title} 2019"}, False),
    ("another kind", {"type": "thesis"}, False),
    ("too little", {"author": (), "container_title": "", "volume": "", "page": ""}, False),
)


@pytest.mark.parametrize(("why", "ours", "expected"), DAMAGED, ids=[case[0] for case in DAMAGED])
def test_what_is_accepted_unseen(why: str, ours: Changes, expected: bool) -> None:
    assert (chosen(replace(OURS, **ours), THEIRS) == THEIRS.doi) is expected, why


def offers(ours: Changes, theirs: Changes) -> bool:
    reference, record = replace(OURS, **ours), replace(THEIRS, **theirs)
    return bool(choose(reference, (compare(reference, record),)).offered)


OFFERED: tuple[tuple[str, Changes, Changes, bool], ...] = (
    ("one conflict", {"page": "301-320"}, {}, True),
    ("two conflicts", {"page": "301-320", "author": OTHERS}, {}, False),
    ("another title in the same place", {"title": "Ventilation in children"}, {}, True),
    ("another work", {"title": "Ventilation in children"}, {"volume": "70", "page": "1"}, False),
    ("a title worded otherwise, elsewhere", {"title": f"{OURS.title} 2019"}, {"page": ""}, False),
    ("a preprint", {}, {"type": "posted-content"}, False),
    ("a title alone", {}, {"authors": (), "container_titles": (), "years": (), "volume": "",
     "page": "", "issue": ""}, True),
)  # fmt: skip


@pytest.mark.parametrize(
    ("why", "ours", "theirs", "expected"), OFFERED, ids=[o[0] for o in OFFERED]
)
def test_what_a_person_may_choose_from(
    why: str, ours: Changes, theirs: Changes, expected: bool
) -> None:
    assert offers(ours, theirs) is expected, why


def test_no_more_are_offered_than_a_person_reads() -> None:
    many = tuple(replace(THEIRS, doi=f"10.5555/{at}") for at in range(9))
    assert len(choose(OURS, tuple(compare(OURS, one) for one in many)).offered) == 5


REASONS = (
    ((), "nothing found"),
    ((replace(THEIRS, titles=("Soil",), volume="1", page="1"),), "no record found is like it"),
    ((replace(THEIRS, page="1-2"),), "none agrees in a title and enough else to be taken unseen"),
    ((THEIRS, replace(THEIRS, doi="10.5555/twin")), "2 records agree equally well"),
    ((THEIRS,), "title, author, container-title, issued, volume and page agree"),
)


@pytest.mark.parametrize(("records", "reason"), REASONS)
def test_a_choice_says_why(records: tuple[Record, ...], reason: str) -> None:
    assert choose(OURS, tuple(compare(OURS, record) for record in records)).reason == reason


def test_a_judgement_says_why() -> None:
    assert judged({}, {"titles": ("Ventilation in children",), "page": "1"}).reason == (
        "its record is of another work: title and page differ"
    )
    assert judged({}, {"type": "component"}).reason == (
        "its record is of a part of an article, ours is a article-journal"
    )


def test_a_title_alone_is_not_accepted() -> None:
    assert (
        chosen(
            replace(OURS, author=(), container_title="", issued=None),
            Record("x", titles=THEIRS.titles),
        )
        is None
    )
