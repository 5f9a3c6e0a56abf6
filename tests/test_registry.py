"""Tables load what is asked for, and answer a wrong name with the nearest."""

from __future__ import annotations

import pytest

from ifnlit.errors import ExitCode, IfnlitError, UsageFault, worst
from ifnlit.model.finding import Place
from ifnlit.registry import Entry, Registry, did_you_mean

TABLE: Registry[object] = Registry(
    "format",
    {
        "bib": Entry("ifnlit.errors:ExitCode", "BibTeX", ("bibtex",)),
        "ris": Entry("ifnlit.errors:worst", "RIS"),
    },
)


def test_iterating_gives_names_without_aliases() -> None:
    assert list(TABLE) == ["bib", "ris"]
    assert len(TABLE) == 2


def test_an_alias_stands_for_its_name() -> None:
    assert TABLE.name("bibtex") == "bib"
    assert TABLE.load("bibtex") is ExitCode
    assert "bibtex" in TABLE
    assert "nothing" not in TABLE
    assert 3 not in TABLE


def test_a_mistyped_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageFault) as caught:
        TABLE.entry("bibb")
    assert str(caught.value) == 'no format is named "bibb"; did you mean "bib"? (bib, ris)'


def test_a_name_like_nothing_is_answered_with_all() -> None:
    assert did_you_mean("zzz", ("bib", "ris")) == "known: bib, ris"


def test_very_many_names_are_counted_not_listed() -> None:
    names = tuple(f"key{number}" for number in range(50))
    assert did_you_mean("zzz", names) == "known: 50 in all"


def test_an_error_says_where_and_what_to_do() -> None:
    error = IfnlitError("no such month: 13", place=Place("refs.yaml", 4, 2), hint="write 1 to 12")
    assert str(error) == "refs.yaml:4:2: no such month: 13; write 1 to 12"
    assert str(IfnlitError("plain")) == "plain"


def test_what_is_certain_outranks_what_is_unknown() -> None:
    assert worst() is ExitCode.OK
    assert worst(ExitCode.UNCHECKED, ExitCode.FINDINGS) is ExitCode.FINDINGS
    assert worst(ExitCode.FINDINGS, ExitCode.BUG, ExitCode.USAGE) is ExitCode.BUG
