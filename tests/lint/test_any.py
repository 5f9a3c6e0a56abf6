"""Rules on anything: they never raise, say the same twice, and take no time on long text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings

from ifnlit.lint import OWN
from ifnlit.lint.engine import findings
from ifnlit.lint.subject import Subject
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference
from ifnlit.report import RENDERERS
from ifnlit.report.report import Report
from tests.strategies import damaged, libraries, words

YEAR = 2026
LONG = 20_000  # characters
SECONDS = 5.0  # for all rules on one reference of such values


@given(libraries(origins=True))
@settings(max_examples=40, deadline=None)
def test_no_rule_raises_on_any_library(references: list[Reference]) -> None:
    first = findings(Subject(references, YEAR), OWN)
    assert first == findings(Subject(references, YEAR), OWN)


@given(damaged(words()), damaged(words()), damaged(words()))
@settings(max_examples=60, deadline=None)
def test_no_rule_raises_on_any_text(title: str, name: str, raw: str) -> None:
    one = Reference(
        "a",
        "article-journal",
        title=title,
        container_title=name,
        author=(Name(name, title), Name(literal=raw)),
        page=raw,
        volume=name,
        issue=title,
        doi=raw,
        issn=name,
        isbn=title,
        url=name,
        pmid=raw,
        issued=Date(2019),
        origin=Origin(1, raw),
    )
    found = findings(Subject([one, one], YEAR), OWN)
    report = Report("lint", found, 2, path="refs.yaml")
    for renderer in RENDERERS:
        RENDERERS.load(renderer)(report).encode("utf-8")


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A",
        "A ",
        "A. ",
        "1",
        "1-",
        "(",
        "[J]",
        ", ",
        ". ",
        "a-",
        "and ",
        "et al ",
        "& ",
        "<a ",
        "α- ",
    ],
)
def test_no_rule_takes_long_on_long_text(piece: str) -> None:
    text = (piece * LONG)[:LONG]
    one = Reference(
        "a",
        "article-journal",
        title=text,
        container_title=text,
        author=(Name(text, text), Name(literal=text)),
        page=text,
        doi=text,
        issn=text,
        isbn=text,
        url=text,
        pmid=text,
        issued=Date(2019),
        origin=Origin(1, text),
    )
    start = time.process_time()
    findings(Subject([one], YEAR), OWN)
    assert time.process_time() - start < SECONDS
