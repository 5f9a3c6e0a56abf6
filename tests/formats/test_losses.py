"""Losses are what comes back otherwise; nothing is looked up in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from ifnlit.formats import FORMATS
from ifnlit.formats.format import Format
from ifnlit.formats.losses import Loss, losses
from ifnlit.formats.ris import FORMAT as RIS
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference, Repair
from ifnlit.store.library import packaged
from ifnlit.store.refs_yaml import read as read_yaml
from tests.strategies import QUICK, references

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.formats.format import Flavour


def variables(format_name: str, reference: Reference) -> list[str]:
    return [loss.variable for loss in losses(FORMATS.load(format_name), [reference])]


def test_ris_loses_what_it_has_no_tag_for() -> None:
    reference = Reference("k", "article-journal", "T", pmid="1", medium="Online")
    assert losses(RIS, [reference]) == (
        Loss("k", "medium", "Online", ""),
        Loss("k", "PMID", "1", ""),
    )
    assert variables("csl-json", reference) == []


def test_a_value_that_changes_is_told_with_both_forms() -> None:
    (loss,) = losses(RIS, [Reference("k", "review", "T")])
    assert str(loss) == 'k: type "review" becomes "article-journal"'
    (gone,) = losses(RIS, [Reference("k", "book", "T", status="in press")])
    assert str(gone) == 'k: status "in press" is lost'


def test_names_are_shown_as_one_reads_them() -> None:
    people = (
        Name("Lan", "Y.", "van"),
        Name(literal="IFN-2, Study Group"),
        Name("Garcia Lorca"),
    )
    found = losses(FORMATS.load("zotero-rdf"), [Reference("k", author=people)])
    assert [(loss.variable, loss.before, loss.after) for loss in found] == [
        (
            "author",
            "van Lan, Y. (van); IFN-2, Study Group (a body); Garcia Lorca",
            "van Lan, Y. (van); IFN-2, Study Group (a body); Garcia Lorca (a body)",
        )
    ]


def test_what_is_of_the_library_alone_is_told_as_such() -> None:
    repair = Repair("page", "1--2", "1-2", "typographic", "dash")
    reference = Reference(
        "k", "book", origin=Origin(3, "Raw", (repair,)), custom=(("evidence", "[]"),), et_al=True
    )
    found = losses(RIS, [reference])
    assert [(loss.variable, loss.is_own) for loss in found] == [
        ("list-number", True),
        ("printed-text", True),
        ("repairs", True),
        ("custom.evidence", True),
    ]


def test_fields_of_another_format_are_told_by_their_names() -> None:
    reference = Reference("k", "book", extra=(("bib:annotation", '"x"'), ("ris:AD", '"y"')))
    assert variables("ris", reference) == ["bib:annotation"]


def test_an_abbreviated_title_in_the_place_of_the_full_one_is_no_loss() -> None:
    reference = Reference(
        "k", "article-journal", container_title="J Virol", container_title_short="J Virol"
    )
    assert variables("ris", reference) == []


def test_a_record_that_does_not_come_back_at_all_is_a_loss() -> None:
    broken = Format("x", (".x",), "x", _nothing, RIS.read)
    assert losses(broken, [Reference("k", title="T")]) == (Loss("k", "record", "T", ""),)


def test_a_format_that_is_only_written_loses_nothing_that_could_be_told() -> None:
    assert losses(FORMATS.load("text"), [Reference("k")]) == ()


def test_the_mark_of_a_list_that_goes_on_is_told() -> None:
    no_mark = Format("x", (".x",), "x", _unmarked, RIS.read)
    (loss,) = losses(no_mark, [Reference("k", "book", author=(Name("Lan", "Y."),), et_al=True)])
    assert str(loss) == 'k: et-al "yes" becomes "no"'


def test_a_reader_may_be_given() -> None:
    yaml = FORMATS.load("csl-yaml")
    assert losses(yaml, [Reference("k", issued=Date(2020, 21))], read=read_yaml) == ()


@pytest.mark.parametrize("name", ["ris", "csl-json", "zotero-rdf", "endnote-xml", "csv", "tsv"])
def test_the_24_come_through_whole_in_every_format_of_exchange(name: str) -> None:
    found = losses(FORMATS.load(name), packaged().references)
    assert [str(loss) for loss in found if not loss.is_own] == []


@settings(max_examples=20, deadline=None, phases=QUICK)
@given(references())
def test_what_losses_do_not_name_comes_back_as_it_was(reference: Reference) -> None:
    from ifnlit.formats.format import Flavour

    assert RIS.write is not None
    assert RIS.read is not None
    (after,) = RIS.read(RIS.write([reference], Flavour()), "x").references
    lost = variables("ris", reference)
    for name, of in (("title", "title"), ("doi", "DOI"), ("pmid", "PMID"), ("medium", "medium")):
        same = getattr(after, name) == getattr(reference, name)
        assert same is (of not in lost)


def _nothing(references: Sequence[Reference], flavour: Flavour) -> str:
    del references, flavour
    return ""


def _unmarked(references: Sequence[Reference], flavour: Flavour) -> str:
    del references, flavour
    return "TY  - BOOK\nAU  - Lan, Y.\nID  - k\nER  - \n"


def test_a_name_that_is_split_otherwise_is_told_so() -> None:
    people = (Name("Goethe", "J. W.", dropping_particle="von"), Name(given="Madonna"))
    found = losses(FORMATS.load("nbib"), [Reference("k", author=people)])
    (loss,) = [one for one in found if one.variable == "author"]
    assert loss.before == "Goethe, J. W. von (von, dropped in sorting); Madonna (a given name)"
