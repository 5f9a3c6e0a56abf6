"""read(write(x)) is x but for what the format is known not to hold, for every format."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.formats import FORMATS
from ifnlit.formats.format import Flavour
from ifnlit.model.reference import Reference
from ifnlit.store.refs_yaml import read as read_yaml
from tests.strategies import QUICK, damaged, libraries, references

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Reader
    from ifnlit.model.name import Name

ZOTERO = Flavour("zotero")
READ_BACK = tuple(
    name for name in FORMATS if FORMATS.load(name).read is not None or name == "csl-yaml"
)
OURS = tuple(name for name in READ_BACK if name not in {"bib", "biblatex"})


def reader(name: str) -> Reader:
    found = FORMATS.load(name).read
    return read_yaml if found is None else found


def there_and_back(
    name: str, *library: Reference, flavour: Flavour | None = None
) -> list[Reference]:
    write = FORMATS.load(name).write
    assert write is not None
    return list(reader(name)(write(library, flavour or Flavour()), "x").references)


ARTICLE = ("article-journal",)
COMMON = (
    "article-journal", "book", "chapter", "paper-conference", "thesis", "report", "webpage",
    "dataset", "article-magazine", "article-newspaper",
)  # fmt: skip
# Format -> types, and the attributes that come back whole for each of them.
_MOST = """id type title et_al volume issue publisher genre language doi issn isbn arxiv url
    abstract keyword note accessed title_short collection_title"""
_ALL = f"""{_MOST} pmid pmcid page number status medium edition version event_title event_place
    container_title collection_number number_of_pages publisher_place"""
HELD: dict[str, tuple[tuple[str, ...], str]] = {
    "csl-json": (COMMON, f"{_ALL} author editor translator issued"),
    "csv": (COMMON, f"{_ALL} container_title_short"),
    "tsv": (COMMON, f"{_ALL} container_title_short"),
    "ris": (COMMON, _MOST),
    "endnote-xml": (COMMON, f"{_MOST} pmid pmcid"),
    "zotero-rdf": (
        COMMON,
        f"""{_MOST.replace("issue ", "")} pmid pmcid publisher_place event_title event_place medium
        collection_number number_of_pages""",
    ),
    "nbib": (
        ARTICLE,
        """type et_al volume issue page publisher publisher_place language doi pmid pmcid issn isbn
        arxiv keyword note edition""",
    ),
}


@pytest.mark.parametrize("name", sorted(HELD))
@settings(max_examples=12, deadline=None, phases=QUICK)
@given(data=st.data())
def test_what_a_format_holds_comes_back_as_it_was(name: str, data: st.DataObject) -> None:
    types, held = HELD[name]
    left_out = (
        ("event_title",)
        if name in {"ris", "endnote-xml"}
        else ("number",)
        if name == "nbib"
        else ()
    )
    before = data.draw(references(types=types, plain_dates=True, leave_out=left_out))
    if name == "csl-json" and before.arxiv:
        before = replace(before, type="book")
    (after,) = there_and_back(name, before)
    assert {it: getattr(after, it) for it in held.split()} == {
        it: getattr(before, it) for it in held.split()
    }
    assert after.issued == before.issued
    for role in ("author", "editor"):
        assert [_whole(it) for it in getattr(after, role)] == [
            _whole(it) for it in getattr(before, role)
        ]


def _whole(name: Name) -> str:
    """A name as one reads it: where its parts are split is a convention in most formats."""
    return f"{name.full_family}, {name.given} {name.dropping_particle} {name.suffix}".rstrip(" ,")


@pytest.mark.parametrize("name", OURS)
@settings(max_examples=15, deadline=None, phases=QUICK)
@given(data=st.data())
def test_a_second_time_there_and_back_changes_nothing_more(name: str, data: st.DataObject) -> None:
    library = data.draw(libraries())
    once = there_and_back(name, *library)
    twice = there_and_back(name, *once)
    changed = [
        (field.name, getattr(one, field.name), getattr(two, field.name))
        for one, two in zip(once, twice, strict=True)
        for field in fields(Reference)
        if getattr(one, field.name) != getattr(two, field.name)
    ]
    assert changed == []


@pytest.mark.parametrize("name", [name for name in OURS if name != "csl-yaml"])
@settings(max_examples=15, deadline=None, phases=QUICK)
@given(data=st.data())
def test_damaged_text_never_stops_a_reader(name: str, data: st.DataObject) -> None:
    write = FORMATS.load(name).write
    assert write is not None

    def written(references: Sequence[Reference]) -> str:
        return write(references, ZOTERO)

    text = data.draw(damaged(libraries().map(written)))
    reading = reader(name)(text, "x")
    for finding in reading.findings:
        assert finding.place is not None
        assert finding.place.line > 0
    for (index, _), place in reading.places.items():
        assert index < len(reading.references)
        assert place.line > 0


@pytest.mark.parametrize("name", OURS)
@settings(max_examples=12, deadline=None, phases=QUICK)
@given(library=libraries(), flavour=st.sampled_from((Flavour(), ZOTERO, Flavour("zotero", 7))))
def test_the_same_records_give_the_same_bytes(
    name: str, library: list[Reference], flavour: Flavour
) -> None:
    write = FORMATS.load(name).write
    assert write is not None
    text = write(library, flavour)
    assert text == write(tuple(library), flavour)
    text.encode()
