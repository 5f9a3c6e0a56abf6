"""Rules are found by name, code and other names; what others emit has a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ifnlit.errors import UsageFault
from ifnlit.lint import QUIET, RULES, code
from ifnlit.lint.selection import expanded, selected

SOURCE = Path(__file__).parent.parent.parent / "src" / "ifnlit"
# Calls that make findings, with the name of the rule as their first text.
_EMITTED = re.compile(r'(?:Finding|\.odd|\.mended|\.tell)\(\s*"([a-z]+(?:-[a-z]+)+)"')


def emitted() -> set[str]:
    found: set[str] = set()
    for package in ("formats", "parse", "resolve"):
        for path in (SOURCE / package).rglob("*.py"):
            found |= set(_EMITTED.findall(path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("name", sorted(emitted()))
def test_a_rule_that_another_part_emits_has_a_page_under_that_name(name: str) -> None:
    assert name in RULES
    assert RULES.name(name) == name


def test_nothing_selected_means_every_rule_but_the_quiet_ones() -> None:
    assert set(selected((), ())) == set(RULES) - QUIET
    assert selected(("unknown-field",), ()) == ("unknown-field",)
    assert selected(("all",), ()) == tuple(RULES)


@pytest.mark.parametrize(
    "word", ["year-cluster", "IFN605", "ifn605", "YEAR-CLUSTER", " year-cluster "]
)
def test_a_rule_is_selected_by_its_name_and_by_its_code(word: str) -> None:
    assert selected((word,), ()) == ("year-cluster",)


def test_another_name_of_a_rule_selects_it() -> None:
    assert selected(("nbsp",), ()) == ("no-break-space",)


def test_the_beginning_of_codes_selects_a_group() -> None:
    assert set(selected(("IFN6",), ())) == {name for name in RULES if code(name)[3] == "6"}


@pytest.mark.parametrize("word", ["missing-", "missing-*"])
def test_the_beginning_of_names_selects_a_group(word: str) -> None:
    assert expanded(word) == {name for name in RULES if name.startswith("missing-")}


def test_what_is_ignored_does_not_run_even_when_selected() -> None:
    assert "missing-doi" not in selected(("missing-",), ("missing-doi",))
    assert "missing-doi" not in selected((), ("IFN112",))


@pytest.mark.parametrize("word", ["yaer-cluster", "IFN7777", "IFN0", "nothing-", "", "missing"])
def test_a_word_that_means_no_rule_is_a_usage_fault(word: str) -> None:
    with pytest.raises(UsageFault):
        selected((word,), ())


def test_a_mistyped_rule_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageFault, match='did you mean "year-cluster"'):
        selected(("yaer-cluster",), ())
