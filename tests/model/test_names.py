"""Names, places, and the names of CSL."""

from __future__ import annotations

from dataclasses import fields

from ifnlit.model import csl
from ifnlit.model.finding import Place
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference


def test_a_particle_stands_before_the_family_name() -> None:
    assert Name("Campenhout", "M. J. H.", "van").full_family == "van Campenhout"


def test_a_body_is_its_literal_name() -> None:
    assert Name(literal="World Health Organization").full_family == "World Health Organization"


def test_a_place_says_only_what_is_known() -> None:
    assert str(Place("refs.yaml")) == "refs.yaml"
    assert str(Place("refs.yaml", 3)) == "refs.yaml:3"
    assert str(Place("refs.yaml", 3, 7)) == "refs.yaml:3:7"


def test_every_attribute_is_a_variable_and_back() -> None:
    own = {"id", "type", "et_al", "origin", "extra", "custom"}
    names = {field.name for field in fields(Reference)} - own
    assert names == {*csl.NAMES, *csl.DATES, *csl.TEXTS}
    assert {csl.attribute(csl.variable(name)) for name in names} == names


def test_variables_without_an_attribute_have_none() -> None:
    assert csl.attribute("composer") is None
