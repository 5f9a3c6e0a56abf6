"""The packaged findings are those that the rules find in the packaged library."""

from __future__ import annotations

from ifnlit.app.lint import Loaded, found_anew
from ifnlit.lint import OWN
from ifnlit.store.compiled_findings import encoded, load
from ifnlit.store.library import packaged


def test_the_packaged_findings_are_what_the_rules_find() -> None:
    assert encoded(load()) == encoded(found_anew(Loaded(packaged(), ""), OWN))


def test_no_finding_depends_on_the_year_in_which_the_package_runs() -> None:
    rules = {finding.rule for finding in load()}
    assert not rules & {"future-year", "year-implausible"}
