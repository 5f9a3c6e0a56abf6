"""CSL-YAML as text: readable, and the same record when it is read again."""

from __future__ import annotations

import json
from dataclasses import replace

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.formats.csl_yaml import FORMAT, library, records, sniff, write
from ifnlit.formats.format import Flavour
from ifnlit.formats.yaml_text import scalar
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference, Repair
from ifnlit.store.refs_yaml import read
from ifnlit.store.splice import append

LAN = Reference(
    "lan2019regulation",
    "article-journal",
    title="Regulation of interferon alpha on Tfh cell differentiation in mice",
    author=(Name("Lan", "Y. R."), Name("Sun", "P."), Name(literal="WHO, Geneva")),
    et_al=True,
    container_title="Advances in Veterinary Medicine",
    issued=Date(2019),
    volume="41",
    issue="06",
    page="18-22",
    language="zh",
    origin=Origin(
        8,
        "Lan Y R, Sun P, et al. Regulation",
        (Repair("page", "18–22", "18-22", "typographic", "dash"),),
    ),
)
LAN_TEXT = """\
references:
  - id: lan2019regulation
    type: article-journal
    title: Regulation of interferon alpha on Tfh cell differentiation in mice
    author:
      - {family: Lan, given: Y. R.}
      - {family: Sun, given: P.}
      - {literal: "WHO, Geneva"}
    container-title: Advances in Veterinary Medicine
    issued: "2019"
    volume: "41"
    issue: "06"
    page: "18-22"
    language: zh
    custom:
      n: 8
      et-al: true
      raw: Lan Y R, Sun P, et al. Regulation
      repairs:
        - {field: page, from: "18–22", to: "18-22", class: typographic, why: dash}
"""


def test_a_record_is_written_as_a_person_would_write_it() -> None:
    assert library([LAN]) == LAN_TEXT


def test_the_export_is_the_same_text_for_every_consumer() -> None:
    assert write([LAN], Flavour("zotero")) == FORMAT.write([LAN], Flavour()) == LAN_TEXT  # type: ignore[misc]  # it is written


def test_what_is_written_reads_back_as_the_same_record() -> None:
    assert read(library([LAN]), "refs.yaml").references == (LAN,)


def test_no_reference_is_an_empty_list() -> None:
    assert library([]) == "references: []\n"
    assert read(library([]), "refs.yaml").references == ()


def test_records_are_apart_by_a_blank_line_and_can_be_appended() -> None:
    other = Reference("b", title="No")
    text = library([LAN])
    assert read(append(text, records([other])), "x").references == (LAN, other)
    assert library([LAN, other]).count("\n\n") == 1


def test_a_long_repair_is_written_over_several_lines() -> None:
    repair = Repair("title", "a" * 60, "b" * 60, "typographic", "two words, and: more")
    text = library([Reference("k", origin=Origin(None, "", (repair,)))])
    assert "        - field: title\n          from: aaa" in text
    assert read(text, "x").references[0].origin == Origin(None, "", (repair,))


def test_unknown_fields_and_the_librarys_own_keys_survive() -> None:
    extra = (
        ("event-date", json.dumps({"date-parts": [["2019", "6"]]})),
        ("x:list", json.dumps([["a", {"b": "c, d"}], {}])),
        ("x:map", json.dumps({"deep": {"deeper": ["1", "2"]}})),
    )
    custom = (("corrections", json.dumps([{"field": "title", "from": "A", "to": "B"}])),)
    reference = Reference("k", title="T", extra=extra, custom=custom)
    assert read(library([reference]), "x").references == (reference,)


def test_numbers_and_switches_of_other_programs_are_written_plainly() -> None:
    extra = (
        ("a", "1.5"),
        ("b", "true"),
        ("c", "null"),
        ("d", "false"),
        ("e", "[1, 2]"),
        ("f", "{}"),
    )
    text = library([Reference("k", extra=extra)])
    lines = [line.strip() for line in text.splitlines()]
    assert lines[-6:] == ["a: 1.5", "b: true", "c: null", "d: false", "e: [1, 2]", "f: {}"]


def test_a_list_that_does_not_fit_a_line_is_one_item_a_line() -> None:
    words = ["word" * 10 for _ in range(5)]
    text = library([Reference("k", extra=(("a", json.dumps(words)),))])
    assert f"        a:\n          - {words[0]}\n" in text


def test_text_that_yaml_would_read_as_something_else_is_quoted() -> None:
    hostile = "no | 06 | 2019-06-05 | ~ | a: b | # x | - y | {z | 'q | \u00a0t | a\tb | =".split(
        " | "
    )
    for text in hostile:
        written = library([Reference("k", title=text, author=(Name("A", text),))])
        assert yaml.safe_load(written)["references"][0]["title"] == text
        assert yaml.safe_load(written)["references"][0]["author"][0]["given"] == text


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), st.text(max_size=8))
def test_any_text_reads_back(title: str, key: str) -> None:
    note = title.strip()
    reference = Reference("k", title=note, custom=((f"k{key}", json.dumps([{key: title}])),))
    assert yaml.safe_load(library([reference]))["references"][0].get("title", "") == note
    assert yaml.safe_load(library([reference]))["references"][0]["custom"] == {
        f"k{key}": [{key: title}]
    }


def test_a_file_is_known_by_its_list() -> None:
    assert sniff("# mine\nreferences:\n  - id: a\n") == 0.9
    assert sniff("- id: a\n  type: book\n") == 0.6
    assert sniff("@article{a,\n}") == 0.0


def test_a_preferred_quote_is_kept_where_it_can_be() -> None:
    assert scalar("it's", "'") == "'it''s'"
    assert scalar("a\nb", "'") == '"a\\nb"'


def test_an_article_number_that_stands_for_the_page_too_is_one() -> None:
    article = replace(LAN, page="", number="e0012345")
    text = write([article], Flavour())
    assert text.count("e0012345") == 2
    (found,) = read(text, "refs.yaml").references
    assert (found.page, found.number) == ("", "e0012345")
