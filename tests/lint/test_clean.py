"""Well-made references of many fields: no rule reports on them, in any form."""

from __future__ import annotations

from pathlib import Path

import pytest

from ifnlit.app.export import export
from ifnlit.app.lint import Choice, judged, loaded
from ifnlit.app.source import tagger
from ifnlit.formats import FORMATS
from ifnlit.formats.format import Flavour
from ifnlit.lint import OWN
from ifnlit.lint.engine import findings
from ifnlit.lint.selection import selected
from ifnlit.lint.subject import Subject
from ifnlit.parse import parse
from ifnlit.store.library import Library, Location, load
from ifnlit.store.text import read_text

CLEAN = Path(__file__).parent / "clean"
YEAR = 2026


LIBRARIES = ("humanities", "library", "sciences")


def library(name: str) -> Library:
    return load(Location(str(CLEAN / f"{name}.yaml")))


def test_the_clean_list_has_fifty_references_of_many_types() -> None:
    references = library("library").references
    assert len(references) == 50
    assert len({one.type for one in references}) >= 8


@pytest.mark.parametrize("clean_name", LIBRARIES)
def test_no_rule_reports_on_the_library(clean_name: str) -> None:
    clean = library(clean_name)
    lines = read_text(clean.path).split("\n")
    assert findings(Subject(clean.references, YEAR, places=clean.places, lines=lines), OWN) == ()


@pytest.mark.parametrize("clean_name", LIBRARIES)
@pytest.mark.parametrize(
    "name", [name for name in FORMATS if name in {"bib", "biblatex", "ris", "csl-json"}]
)
def test_no_rule_reports_on_what_another_program_would_have_of_it(
    name: str, clean_name: str
) -> None:
    text = export(library(clean_name).references, name, Flavour())
    read = FORMATS.load(name).read
    if read is None:
        pytest.skip(f"{name} has no reader yet")
    reading = read(text, "refs")
    subject = Subject(reading.references, YEAR, places=reading.places, lines=text.split("\n"))
    assert findings(subject, OWN) == ()


@pytest.mark.parametrize("style", ["apa", "gbt7714", "nature", "vancouver"])
def test_no_rule_reports_on_the_list_printed_in_one_style(style: str) -> None:
    text = (CLEAN / f"{style}.txt").read_text(encoding="utf-8")
    items = parse(text, tagger=tagger("full")).items
    assert findings(Subject([item.reference for item in items], YEAR), OWN) == ()


def test_no_rule_reports_on_what_programs_write_into_a_bib_file() -> None:
    """Fields of Zotero, JabRef and DBLP, macros, comments, LaTeX: a file as people have it."""
    one = loaded(Location(str(CLEAN / "programs.bib")))
    assert judged(one, Choice(selected((), ()))).findings == ()
