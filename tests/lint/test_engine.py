"""Faults become findings: with place, text and fix, in the order of the file."""

from __future__ import annotations

from ifnlit.lint.engine import finding_of, findings
from ifnlit.lint.mending import closed, parted
from ifnlit.lint.misprint import meant
from ifnlit.lint.rule import Change, Fault, Rule
from ifnlit.lint.style import style_of
from ifnlit.lint.subject import Subject
from ifnlit.model.finding import Place, Severity
from ifnlit.model.fix import Edit, Fix
from ifnlit.model.reference import Reference

LINES = ("- id: a", '  title: "On  mice"', "  DOI: https://doi.org/10.1128/jvi.1")
PLACES = {
    (0, ""): Place("refs.yaml", 1, 3),
    (0, "title"): Place("refs.yaml", 2, 10),
    (0, "DOI"): Place("refs.yaml", 3, 8),
    (0, "issued"): Place("refs.yaml", 99, 1),
}
ONE = Reference("a", "article-journal", title="On  mice", doi="10.1128/jvi.1")
SUBJECT = Subject([ONE], 2026, places=PLACES, lines=LINES)
RULE = Rule(Severity.WARNING)


def test_the_place_of_a_finding_is_that_of_its_text() -> None:
    (found,) = findings(SUBJECT, ["double-space"])
    assert found.place == Place("refs.yaml", 2, 11)
    assert found.fix == Fix(
        (Edit("a", "title", "On  mice", "On mice"),), safe=True, what="leave one"
    )


def test_a_text_that_stands_nowhere_on_the_line_leaves_the_place_of_the_value() -> None:
    found = finding_of("x", RULE, Fault("y", "title", "elsewhere", at=0), SUBJECT)
    assert found.place == PLACES[0, "title"]
    far = finding_of("x", RULE, Fault("y", "issued", "2019", at=0), SUBJECT)
    assert far.place == PLACES[0, "issued"]


def test_a_value_without_a_place_has_that_of_its_reference() -> None:
    found = finding_of("x", RULE, Fault("y", "author[0].given", at=0), SUBJECT)
    assert found.place == PLACES[0, ""]
    assert finding_of("x", RULE, Fault("y", at=0), Subject([ONE], 2026)).place is None


def test_a_finding_on_the_list_stands_at_the_start_of_its_file() -> None:
    assert finding_of("x", RULE, Fault("y"), SUBJECT).place == Place("refs.yaml", 1, 1)
    assert finding_of("x", RULE, Fault("y"), Subject([ONE], 2026)).place is None


def test_a_reference_without_key_has_no_fix() -> None:
    subject = Subject([Reference("", title="On  mice")], 2026)
    (found,) = findings(subject, ["double-space"])
    assert found.fix is None


def test_a_last_page_that_would_come_before_the_first_is_not_completed() -> None:
    pages = ("209-249", "722-729", "1940-33")
    subject = Subject([Reference(page, "article-journal", page=page) for page in pages], 2026)
    (found,) = findings(subject, ["page-range-abbreviated"])
    assert (found.ref, found.fix, found.hint) == ("1940-33", None, "look the pages up")


def test_a_fix_is_safe_when_all_of_its_changes_are() -> None:
    changes = (Change("title", "a", "b"), Change("page", "c", "d", safe=False))
    found = finding_of("x", RULE, Fault("y", at=0, changes=changes), SUBJECT)
    assert found.fix is not None
    assert not found.fix.safe


def test_a_doi_that_is_written_as_an_address_is_seen_in_the_file_alone() -> None:
    (found,) = findings(SUBJECT, ["doi-as-url"])
    assert found.text == "https://doi.org/10.1128/jvi.1"
    assert found.fix is not None
    assert found.fix.edits[0].after == "10.1128/jvi.1"
    assert findings(Subject([ONE, Reference("b")], 2026), ["doi-as-url"]) == ()


def test_a_rule_that_is_found_elsewhere_finds_nothing_here() -> None:
    assert findings(SUBJECT, ["doi-retracted"]) == ()


def test_blanks_after_hyphens_are_closed_and_broken_words_left() -> None:
    assert closed("γ- interferon in replica-tion") == "γ-interferon in replica-tion"


def test_a_lost_blank_is_put_back_and_other_damage_left() -> None:
    assert parted("CurrOpin Virol") == "Curr Opin Virol"
    assert parted("Journal of Replica-tion") == "Journal of Replica-tion"


def test_a_word_is_what_it_says_unless_a_slip_is_near() -> None:
    assert meant("interferon") == ""
    assert meant("judgments") == ""
    assert meant("Strcuture") == "Structure"
    assert meant("qwertyuio") == ""


def test_conventions_are_told_by_their_marks() -> None:
    assert style_of("Sung H. On mice[J]. CA, 2021, 71(3): 209-249.") == "gbt7714"
    assert style_of("Sung, H., & Hu, B. (2021). On mice. CA, 71(3), 209-249.") == "apa"
    assert style_of("Sung, H. & Hu, B. On mice and men and cats. CA 71, 209 (2021).") == "inverted"
    assert style_of("Sung H, Hu B. On mice. CA. 2021;71(3):209-49.") == "vancouver"
    assert style_of("World Health Organization, On mice, 2021") == ""


def test_habits_need_three_entries_and_two_thirds() -> None:
    assert Subject.habit([3, 3, 3, 4]) == 3
    assert Subject.habit([3, 3]) == 0
    assert Subject.habit([3, 3, 3, 4, 4, 4]) == 0
    assert Subject.habit([]) == 0
