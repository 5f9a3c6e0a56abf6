"""Names as they are written: found in the printed text, with the form of their given part."""

from __future__ import annotations

import pytest

from ifnlit.lint.printed import Printed, form_of, is_one_form, printed_names
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference


def printed(raw: str, *names: Name) -> tuple[Printed, ...]:
    return printed_names(Reference("a", author=names), raw)


@pytest.mark.parametrize(
    ("raw", "name", "written", "form"),
    [
        ("Choi H S J. On mice", Name("Choi", "H. S. J."), "Choi H S J", "spaced"),
        ("Siegel RL, et al. On mice", Name("Siegel", "R. L."), "Siegel RL", "run"),
        ("Hu, B., Yu, M. On mice", Name("Hu", "B."), "Hu, B.", "dotted"),
        ("Hu B. On mice", Name("Hu", "B."), "Hu B", "single"),
        ("Hu J. T. On mice", Name("Hu", "J. T."), "Hu J. T.", "dotted"),
        ("LI Yimin, Yuan Lin.", Name("Li", "Yimin"), "LI Yimin", "full"),
        ("Jones M, H. S. Choi. On", Name("Choi", "H. S."), "H. S. Choi", "dotted"),
        ("Lian Xie. On mice", Name("Xie", "Lian"), "Lian Xie", "full"),
        ("O’Brien JT. On mice", Name("O'Brien", "J. T."), "O’Brien JT", "run"),
        ("Zhang Y-H. On mice", Name("Zhang", "Y.-H."), "Zhang Y-H", "spaced"),
    ],
)
def test_a_name_is_found_as_it_is_written(raw: str, name: Name, written: str, form: str) -> None:
    (found,) = printed(raw, name)
    assert (found.written, form_of(found)) == (written, form)


def test_a_name_that_the_text_does_not_have_is_taken_from_the_record() -> None:
    for raw in ("", "Somebody else. On mice", "Lin Z. Lin Y", "Linn Q"):
        assert printed(raw, Name("Lin", "Q.")) == (Printed("Lin", "Q."),)


def test_a_title_word_like_the_family_name_is_passed_by() -> None:
    (found,) = printed("Lin in China. Lin Q. On mice", Name("Lin", "Q."))
    assert found.written == "Lin Q"


def test_bodies_are_no_names() -> None:
    assert printed("WHO. On mice", Name(literal="WHO")) == ()


@pytest.mark.parametrize("given", ["ABCDE", "Li", "De"])
def test_a_word_is_no_run_of_initials(given: str) -> None:
    assert form_of(Printed("Lin", given)) == "full"


def test_one_initial_goes_with_any_initials_and_with_no_full_name() -> None:
    assert is_one_form(frozenset({"single", "run"}))
    assert is_one_form(frozenset({"full"}))
    assert is_one_form(frozenset())
    assert not is_one_form(frozenset({"single", "full"}))
    assert not is_one_form(frozenset({"run", "spaced"}))


@pytest.mark.parametrize("name", [Name("Smith", "Q."), Name("Smith", "Quentin")])
def test_a_text_of_any_length_takes_time_in_line_with_its_length(name: Name) -> None:
    raw = "Smith J, Doe A. A title of a paper on rivers. " * 20_000
    assert printed(raw, name) == (Printed(name.family, name.given),)
