"""References read at one look are read as their grammar reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.parse import shape
from ifnlit.parse.grammar import common
from ifnlit.parse.normal import normal
from tests.parse.damage import damaged

LATIN = (
    *("Sung H, Ferlay J, Siegel RL, et al.", "Sung H, Lan Y R et al", "Li Jie, Yan Kun", "Sung H"),
    *("TICE DA", "McMaster L, LeVine MJ", "van der Berg K, O'Neil J", "Smith Jr", "Li Kamal"),
    *("Peterson ED", "Smith Ed", "Hughes Eds", "Jaswinder Pal", "Le Thi, et al", "Adams-Ray J"),
)
INVERTED = (
    *("Sung, H.", "Sung, H., Ferlay, J.-P.", "Sung, H., & Lan, Y. R.", "Sung, H. and Lan, Y."),
    *("Hu, B., Yu, M., et al.", "Guedes, P. C. C.", "Lee, J. & O'Neil, A., et al"),
)
HAN = ("王小明, 李强, 等", "欧阳修", "张三主编", "编写组, 李四", "王小明, 李著", "教育部")
TITLES = (
    *("Global cancer statistics of some cancers", "Short one", "Charles Renton, CBE and others"),
    *("A title. Report of a case", "Trends of cancers. Proc Natl", "What is known of it? Nothing"),
    *("Is it known what it is?", "On E. coli (in press) of mice", "Of 1999 mice and more of them"),
    *("Of www.mice.org and of men", "The (n.d.) of mice and of men", "c1980 and what came of it"),
    *(
        "Accepted by Review. Boards",
        "Use of it. In Rome and in Paris",
        "研究进展",
        "进展等",
        "A, b;",
    ),
    *("Of mice (a dissertation)", "Mice (2nd ed.) of the world", "In mice, in Rats and in men"),
    *("US Patent 6,123,456 and its use", 'Of "mice" and of some men', "Of men (and others of them"),
)
HOSTS = (
    *(
        "CA Cancer J Clin",
        "J. Virol.",
        "J Virol.",
        "Lancet",
        "In Vivo",
        "中华杂志",
        "Journal, Part A",
    ),
    *(
        "Review of May",
        "Archives Vol",
        "Bulletin no",
        "Nature: Tests",
        "Proc. Natl. Acad. Sci",
        "X",
    ),
)
LOCATORS = (
    *(", 2021, 71(3): 209-249", ". 2021 May 3;71(3):e209", ", 2021, 30(01):1-5", " 2021; 5:1-9"),
    *(", 2021, 5(Suppl 1): 1-3, 8-9", ", 2021, 5: 1933-40 e1", ", 2021, 5(Chinese):1-2"),
    *(" 71: 209-249", ", 71(3), 209-249", ". 98:1035", " 31", ", 2019", " 12(English): 3-4"),
)
ENDS = (
    *("", ".", " .", ". (in Chinese)", ".(in Chinese).", ". doi: 10.1000/182", " PMID: 1234567."),
    *(". https://doi.org/10.1000/182", " arXiv:1706.03762", ". Epub 2019 Jan 3.", ", and more"),
    *(". Available from: http://a.org/b [accessed 2020-01-02]", ' "quoted"', " (2021) etc."),
)


def _reading(text: str) -> None:
    """What is read at one look is what the grammars would have read."""
    plain = normal(text).text
    if common.spans(plain) is not None:
        assert shape._read(plain) == shape._by_grammars(plain)


def printed(*parts: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Strings of one of each of these parts, and of a host with its locator and an end."""
    drawn = map(st.sampled_from, (*parts, HOSTS, LOCATORS, ENDS))
    return st.tuples(*drawn).map("".join)


CODES = (" [J]. ", "[J]. ", ". [J] ", "[J].", " [M]. ", "[J/OL]. ")
STOPS = (". ", " ", "? ", ".")
YEARS = (" (2008) ", ". (2008). ", " (2008a). ", " (Eds.) (2008). ", ", eds (2008) ")


@given(printed((*LATIN, *HAN), (". ", ".", " ", ", "), TITLES, CODES))
@settings(max_examples=1200)
def test_a_coded_one(text: str) -> None:
    _reading(text)


@given(printed((*LATIN, *INVERTED), (". ", " ", "", ", editors. "), TITLES, STOPS))
@settings(max_examples=1200)
def test_one_with_stops(text: str) -> None:
    _reading(text)


@given(printed((*LATIN, *INVERTED), YEARS, TITLES, STOPS))
@settings(max_examples=1200)
def test_one_with_its_year_in_brackets(text: str) -> None:
    _reading(text)


def test_the_collected_references_and_damaged_ones() -> None:
    path = Path(__file__).parent / "references.yaml"
    cases: list[dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert len(cases) > 100
    for case in cases:
        for text in (case["raw"], *(text for _, text in damaged(case["raw"]))):
            _reading(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sung H, Lan Y R, et al. Some title [J]. CA Cancer J, 2021, 71(3): 209-249.", "gbt7714"),
        ("王小明, 李强, 等. 研究进展[J]. 中华杂志, 2019, 27(3): 161-164.", "gbt7714"),
        ("Sung H. Some title of it [J]. J. Virol., 2021, 7:1-9. doi: 10.1000/182", "gbt7714"),
        ("Sung H, Lan YR. A title of some words. J Virol. 2021 May 3;71(3):9-24.", "vancouver"),
        ("Hu, B., Yu, M., et al. A title of some words. J Virol, 2022, 12, 1-5.", "vancouver"),
        ("Sung H, Lan YR (2008) A title of it. J Virol 71: 9-24. doi: 10.1000/182", "apa"),
        ("Sung, H., & Lan, Y. R. (2008). A title of it. J Virol, 71(3), 9-24.", "apa"),
    ],
)
def test_the_common_forms_are_read_at_one_look(text: str, name: str) -> None:
    found = common.spans(text)
    assert found is not None
    assert found[0] == name
    assert shape.read(text) == shape.Shape(shape._style(name, text), found[1], sure=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Smith J, Li Kamal. Some title [J]. Nature, 2021, 71(3): 209-249.",
        "张三主编. 研究进展[J]. 中华杂志, 2019, 27(3): 161-164.",
        "Sung H. Some title [J]. Nature, 2021, 71(Chinese): 209-249.",
        "Sung H. Some title [J]. Review of May, 2021, 71(3): 209-249.",
        "Sung H. Some title [J]. Nature, 2021, 71(3): 209-249, and so forth.",
        "Sung H. A title of some words. Proc Natl. Acta Sci. 2021;71(3):9-24.",
        "Sung H. A title of 1999 words. J Virol. 2021;71(3):9-24.",
        "Sung H. A title of www.words. J Virol. 2021;71(3):9-24.",
        "Sung H. A title (n.d.) of words. J Virol. 2021;71(3):9-24.",
        "Sung H, Smith Ed. A title of some words. J Virol. 2021;71(3):9-24.",
        "Jaswinder Pal. Singh, and others of them. J Virol. 2021;71(3):9-24.",
        "Sung, H. Lee, and some other words. J Virol. 2021;71(3):9-24.",
        "Sung H. A title of some words. J Virol. 2021;71(3):9-24. arXiv:1706.03762",
        "Sung H. A title of words. In Vivo. 2021;71(3):9-24.",
        "Sung H (2008) A title of it. Archives Vol 71: 9-24.",
        "Sung H (2008) A title (of it. J Virol 71: 9-24.",
        "Sung H (2008) A title of it, in Rome. J Virol 71: 9-24.",
        "Sung H, Smith Ed (2008) A title of it. J Virol 71: 9-24.",
    ],
)
def test_what_is_in_doubt_is_left_to_the_grammars(text: str) -> None:
    assert common.spans(text) is None
