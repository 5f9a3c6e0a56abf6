"""The packaged library is what `refs.yaml` gives, in a form that loads at once."""

from __future__ import annotations

from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference, Repair
from ifnlit.store.compiled import decode, encoded
from ifnlit.store.library import load, locate, packaged
from tests.conftest import ROOT

FULL = Reference(
    "key",
    "article-journal",
    author=(Name("Campenhout", "M. J. H.", "van"), Name(literal="WHO")),
    et_al=True,
    issued=Date(2020, 8, 17),
    accessed=Date(2020, circa=True, end=Date(2021, 2)),
    origin=Origin(3, "raw", (Repair("page", "64- 66", "64-66", "typographic", "space"),)),
    extra=(("PubMed-status", '"x"'),),
    custom=(("evidence", "[]"),),
)


def test_what_is_encoded_is_decoded_again() -> None:
    references = (FULL, Reference("bare"))
    assert decode(encoded(references)) == references


def test_the_packaged_library_is_the_one_of_refs_yaml() -> None:
    assert packaged().references == load(locate(str(ROOT / "refs" / "refs.yaml"))).references
