"""References whose names are said to be those of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ifnlit.parse import parse
from ifnlit.parse.crf import CrfTagger
from ifnlit.parse.same import opening

if TYPE_CHECKING:
    from ifnlit.model.parsed import ParsedList

RUDD = "Rudd, Tom, and Ann Kell. 1990. Craft and custom in the north. Leeds: Kiln."
BRANDT = "Brandt, Ivo: Die Salzstraße. Berlin: Ahorn 1931."
TWO = ["Rudd|Tom", "Kell|Ann"]


def read(*lines: str, independent: bool = False) -> ParsedList:
    text = "\n".join(lines)
    return parse(text, lines=True, independent=independent, tagger=CrfTagger())


@pytest.mark.parametrize(
    ("first", "second", "role", "names", "title"),
    [
        (RUDD, "———. 2001. Kilns of the north. Leeds: Kiln.", "author", TWO, "Kilns of the north"),
        (RUDD, "___. 2001. Kilns of the north. Leeds: Kiln.", "author", TWO, "Kilns of the north"),
        (RUDD, "— (2001): Kilns of the north. Leeds: Kiln.", "author", TWO, "Kilns of the north"),
        (RUDD, "———, eds. 2003. The kiln reader. Leeds: Kiln.", "editor", TWO, "The kiln reader"),
        (BRANDT, "Ders.: Der Zoll zu Lüne. Hamburg: Elbverlag 1954.", "author", ["Brandt|Ivo"],
         "Der Zoll zu Lüne"),
        (BRANDT, "Ders. (Hg.): Salzfragen. Hamburg: Elbverlag 1976.", "editor", ["Brandt|Ivo"],
         "Salzfragen"),
    ],
)  # fmt: skip
def test_a_dash_stands_for_the_names_before(
    first: str, second: str, role: str, names: list[str], title: str
) -> None:
    item = read(first, second).items[1]
    found = getattr(item.reference, role)
    assert [f"{one.family}|{one.given}" for one in found] == names
    assert item.reference.title == title
    assert item.reference.origin is not None
    assert item.reference.origin.repairs[0].variable == "author", "it is told"
    assert not item.residue


def test_a_reference_by_itself_has_none_before() -> None:
    assert read("———. 2001. Kilns of the north. Leeds: Kiln.").items[0].reference.author == ()
    second = read(RUDD, "———. 2001. Kilns. Leeds: Kiln.", independent=True).items[1]
    assert second.reference.author == (), "each line by itself"


def test_the_work_again_is_no_work_and_hands_the_names_on() -> None:
    lines = (BRANDT, "Ebd., S. 45.", "Ders.: Der Zoll zu Lüne. Hamburg: Elbverlag 1954.")
    _, again, last = read(*lines).items
    assert (again.reference.author, again.reference.title) == ((), "")
    assert [one.family for one in last.reference.author] == ["Brandt"]


def test_et_al_and_the_editors_of_the_one_before_are_kept() -> None:
    _, second = read(
        "Rudd, Tom et al. 1990. Craft. Leeds: Kiln.", "———. 2001. Kilns. York: Hu."
    ).items
    assert second.reference.et_al
    _, second = read(
        "World Bank. 1990. Crafts of the north. Leeds: Kiln.", "———. 2001. Kilns. York: Hu."
    ).items
    assert [one.literal for one in second.reference.author] == ["World Bank"]


@pytest.mark.parametrize(
    "text", ["- Smith J. A title.", "Dierks, A. A title.", "Ernst, M. A title.", "Smith"]
)
def test_a_name_is_no_such_mark(text: str) -> None:
    assert opening(text) is None


def test_such_a_mark_begins_a_reference_of_a_list_without_numbers() -> None:
    text = (
        f"{BRANDT}\nDers.: Pfannen. Hamburg: Elbverlag 1954.\n{RUDD}\n———. 2001. Kilns. York: Hu."
    )
    found = parse(text, tagger=CrfTagger()).items
    assert [len(item.reference.author) for item in found] == [1, 1, 2, 2]
