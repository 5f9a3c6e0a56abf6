"""Whatever JSON a service sends: a record of clean text, or a misfit; never anything else."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING
from unicodedata import category

from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.model.exchange import Response
from ifnlit.resolve.notice import worst
from ifnlit.resolve.record import fields
from ifnlit.sources import agency, crossref, datacite, pubmed
from ifnlit.sources.decode import Misfit

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS = st.sampled_from(
    """DOI doi type subtype title original-title subtitle author editor family given name literal
    issued date-parts raw published-print journal-issue volume issue page article-number ISSN
    relation is-preprint-of id id-type updated-by update-to updated label source alias language
    titles titleType creators nameType publicationYear dates dateType types container publisher
    relatedIdentifiers relationType pubtype articleids idtype value authors pubdate elocationid
    RA status responseCode handle uids result message items data attributes""".split()
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        ["10.5555/x", "\x1b[31mred", "half \ud800", "a\n::error::b", "2021", "retraction", "PMC1"]
    ),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)),
    max_leaves=12,
)
OBJECTS = st.dictionaries(KEYS, VALUES, max_size=8)
READERS: tuple[Callable[[Response], object], ...] = (
    crossref.read_list,
    crossref.read_search,
    crossref.read_work,
    agency.read_agencies,
    agency.read_handle,
    agency.read_csl,
    datacite.read_work,
    pubmed.read_matches,
    pubmed.read_summaries,
)


@settings(max_examples=80, deadline=None)
@given(OBJECTS, VALUES)
def test_any_record_reads_as_clean_text(item: dict[str, object], other: object) -> None:
    for data in (item | {"DOI": "10.5555/x"}, item | {"title": other}):
        record = crossref.record(data)
        for _, text in fields(record):
            assert not {category(letter) for letter in text} & {"Cc", "Cs"}
            assert "::error" not in text
        worst(record)


@settings(max_examples=80, deadline=None)
@given(OBJECTS, VALUES, st.sampled_from([200, 404, 400, 302]))
def test_any_answer_is_read_or_is_a_misfit(
    item: dict[str, object], other: object, status: int
) -> None:
    wrapped: tuple[object, ...] = (
        other,
        item,
        [item, other],
        {"message": {"items": [item, other]}},
        {"message": item | {"DOI": "10.5555/x"}},
        {"data": {"attributes": item | {"doi": "10.5555/x"}}},
        {"result": {"uids": ["1", other], "1": item}},
    )
    for data in wrapped:
        response = Response(status, json.dumps(data), data)
        for read in READERS:
            with contextlib.suppress(Misfit):
                read(response)
