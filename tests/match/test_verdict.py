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


RIGHT: tuple[tuple[str, Changes, Changes, tuple[str, ...]], ...] = (
    ("nothing differs", {}, {}, ()),
    ("online in 2020, printed in 2021", {}, {"years": (2020, 2021)}, ()),
    ("Crossref may give the earlier date only", {}, {"years": (2020,)}, ()),
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
    ("authors wrong, all else right", {"author": OTHERS}, {}, ("names-differ",)),
    ("the page is wrong, all else right", {"page": "301-320"}, {}, ("page-differs",)),
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


def test_a_title_alone_is_not_accepted() -> None:
    assert (
        chosen(
            replace(OURS, author=(), container_title="", issued=None),
            Record("x", titles=THEIRS.titles),
        )
        is None
    )
