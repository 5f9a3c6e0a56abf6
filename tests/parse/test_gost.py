"""What GOST's marks must stand around, so that other styles are not taken for it."""

from __future__ import annotations

import pytest

from ifnlit.parse.grammar import gost


def test_names_without_a_title_are_no_reference() -> None:
    assert gost.spans("Зуева Л. Н. // Сад. – 2011. – № 12. – С. 8–11.".replace("–", "-")) is None


@pytest.mark.parametrize(
    "text",
    [
        "Зуева Л. Н. Пасека зимой",
        "Зуева Л. Н. Пасека зимой. Сад и огород",
        "Зуева Л. Н. Пасека. URL: http://ulei.example.ru (сад)",
        "Zueva L. Bees - and wax. Garden 2011;12:8-11.",
        "Zueva L. Bees.- and wax. Garden 2011;12:8-11.",
        "Zueva L - 2011 - Bees and wax. In Garden 12 8-11. https://doi.org/10.1234/x",
        "Zueva L. Bees. -and wax. Garden 2011;12:8-11.",
        "Зуева Л. Н. Пасека зимой//Сад. 2011. С. 8.",
        "Zueva L. Bees // wax [J]. Garden, 2011, 12: 8-11.",
        "Zueva L. Bees and wax, an inquiry. // the linkages, a series. House; Chicago, pp. 60-62",
        f"Зуева Л. Н. {'Пасека ' * 300} // Сад. 2011. С. 8.",
    ],
)
def test_a_string_without_areas_is_no_gost(text: str) -> None:
    assert gost.spans(text) is None


def test_a_title_and_a_place_alone_leave_in_doubt_what_is_what() -> None:
    assert gost.spans("Пасека зимой. М.: Колос, 2011.") is None


def test_names_end_without_a_blank_and_need_none_after_commas() -> None:
    text = "Зуева Л.Н.,Ким А.С. Пасека зимой.- Л.: Колос, 1978. -264 с."
    found = gost.spans(text) or ()
    values = [(one.label, text[one.start : one.end]) for one in found]
    assert values[:2] == [("author", "Зуева Л.Н.,Ким А.С."), ("title", "Пасека зимой")]
