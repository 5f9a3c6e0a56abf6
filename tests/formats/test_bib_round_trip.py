"""Written and read again, a record is what it was, but for what the format cannot hold."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ifnlit.formats import bib, biblatex
from ifnlit.formats.bib_read import read
from ifnlit.formats.bib_types import ARTICLES, entry_type, in_series
from ifnlit.formats.format import Flavour
from ifnlit.model.date import Date
from ifnlit.model.finding import Severity
from ifnlit.model.name import Name
from ifnlit.store.library import packaged
from tests.formats.bib_records import TYPES
from tests.strategies import damaged, libraries, references

if TYPE_CHECKING:
    from ifnlit.formats.format import Writer
    from ifnlit.model.reference import Reference

WRITERS: dict[str, Writer] = {"bib": bib.write, "biblatex": biblatex.write}
GENERAL = Flavour()


def read_back(reference: Reference, name: str, flavour: Flavour = GENERAL) -> Reference:
    text = WRITERS[name]([reference], flavour)
    reading = read(text, "x.bib")
    told = [finding for finding in reading.findings if finding.severity is not Severity.INFO]
    assert not told, text
    return reading.references[0]


def differences(before: Reference, after: Reference) -> dict[str, tuple[object, object]]:
    """What differs between two records, by attribute."""
    pairs = {
        field.name: (getattr(before, field.name), getattr(after, field.name))
        for field in fields(before)
    }
    return {attribute: pair for attribute, pair in pairs.items() if pair[0] != pair[1]}


def held(reference: Reference, name: str) -> Reference:
    """What a .bib file can hold of a record; what is changed here is the format's loss."""
    kind = entry_type(reference, biblatex=name == "biblatex", zotero=False)
    return replace(
        reference,
        author=tuple(held_name(one) for one in reference.author),
        editor=tuple(held_name(one) for one in reference.editor),
        translator=tuple(held_name(one) for one in reference.translator),
        issued=held_date(reference.issued) if name == "bib" else reference.issued,
        medium="",
        pmcid="",
        **held_numbers(reference, kind, name),
    )


def held_name(name: Name) -> Name:
    """A family name of several words alone is not to be split."""
    if name.literal or name.given or name.suffix or " " not in name.full_family:
        return name
    return Name(literal=name.full_family)


def held_date(date: Date | None) -> Date | None:
    return Date(*date.parts[:1], *date.parts[1:3]) if date else None  # type: ignore[arg-type]  # at most three


def held_numbers(reference: Reference, kind: str, name: str) -> dict[str, Any]:
    """One field `number`: what it holds depends on the type; BibTeX has no article number."""
    issue, number, series = reference.issue, reference.number, reference.collection_number
    if reference.type in ARTICLES:
        plain = name == "bib" and not reference.page and number.isdigit()
        return {
            "collection_number": "",
            "page": number if plain else reference.page,
            "number": "" if plain else number,
        }
    if reference.type == "periodical":
        return {"collection_number": "", "number": ""}
    if in_series(kind, has_series=bool(reference.collection_title)):
        return {"collection_number": series or number, "number": ""}
    if kind == "inproceedings":
        return {"collection_number": "", "number": ""}
    return {"collection_number": "", "number": number, "issue": issue}


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=60, deadline=None)
@given(reference=references())
def test_read_and_write_keep_all_that_the_format_holds(name: str, reference: Reference) -> None:
    assert differences(held(reference, name), read_back(reference, name)) == {}


@pytest.mark.parametrize("consumer", ["", "zotero", "jabref", "pandoc", "mendeley", "biblatex"])
@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=12, deadline=None)
@given(reference=references())
def test_what_was_read_once_stays_as_it_is(name: str, consumer: str, reference: Reference) -> None:
    once = read_back(reference, name, Flavour(consumer))
    assert read_back(once, name, Flavour(consumer)) == once


@pytest.mark.parametrize("name", WRITERS)
def test_the_24_come_back_whole(name: str) -> None:
    references_ = packaged().references
    reading = read(WRITERS[name](references_, GENERAL), "x.bib")
    bare = tuple(replace(one, origin=None, custom=()) for one in references_)
    assert reading.references == bare
    assert not reading.findings


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("reference", TYPES, ids=lambda one: one.id)
def test_every_common_type_comes_back_whole(name: str, reference: Reference) -> None:
    assert read_back(reference, name) == reference


@settings(max_examples=40, deadline=None)
@given(text=damaged(libraries().map(lambda refs: bib.write(refs, GENERAL))))
@example("@article{a, title = {")
@example('@article{a, title = "')
@example("@string{a = b # c}@article{b, x = a # #, }")
def test_a_damaged_file_never_raises_and_is_told(text: str) -> None:
    reading = read(text, "x.bib")
    for index, _ in enumerate(reading.references):
        assert reading.places[index, ""].line >= 1


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet='@{}()",=#\\$%\n aArticle~-&', max_size=80))
def test_any_text_is_read_somehow(text: str) -> None:
    reading = read(text, "x.bib")
    assert reading.references or reading.findings
    for one in reading.references:
        assert all(
            getattr(one, field.name) is not None or field.name in {"issued", "accessed", "origin"}
            for field in fields(one)
        )
