"""RIS: written as the mapping says, read as programs write it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from ifnlit.formats.format import Flavour
from ifnlit.formats.ris import FORMAT, sniff, write
from ifnlit.formats.ris_read import read
from ifnlit.formats.ris_table import READ, TYPES
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference
from tests.strategies import QUICK, damaged, libraries, references

if TYPE_CHECKING:
    from collections.abc import Sequence

ZOTERO = Flavour("zotero")
CHENG = Reference(
    "cheng2020interferon",
    "article-journal",
    "Interferon Alpha Induces Multiple Cellular Proteins",
    (Name("Cheng", "J."), Name("Guo", "J. T.")),
    container_title="J Virol",
    issued=Date(2020, 8, 17),
    volume="94",
    issue="17",
    number="e00442-20",
)
CHENG_RIS = """\
TY  - JOUR
ID  - cheng2020interferon
AU  - Cheng, J.
AU  - Guo, J. T.
TI  - Interferon Alpha Induces Multiple Cellular Proteins
T2  - J Virol
JF  - J Virol
J2  - J Virol
PY  - 2020
DA  - 2020/08/17/
VL  - 94
C7  - e00442-20
IS  - 17
SP  - e00442-20
M2  - Citation Key: cheng2020interferon
ER  - \n"""


def lines(reference: Reference, flavour: Flavour | None = None) -> list[str]:
    return write([reference], flavour or Flavour()).split("\r\n")


def one(text: str) -> Reference:
    """The only record of the text."""
    (found,) = read(text, "x.ris").references
    return found


def test_the_worked_example_of_the_mapping_is_written_as_it_stands_there() -> None:
    assert write([CHENG], ZOTERO) == CHENG_RIS.replace("\n", "\r\n")


def test_the_general_file_leaves_out_the_lines_for_zotero() -> None:
    assert "M2  - Citation Key: cheng2020interferon" not in lines(CHENG)


def test_records_are_apart_by_an_empty_line_and_all_lines_end_with_cr_lf() -> None:
    text = write([CHENG, CHENG], Flavour())
    assert "ER  - \r\n\r\nTY  - JOUR\r\n" in text
    assert "\n" not in text.replace("\r\n", "")
    assert write([], Flavour()) == ""


def test_a_particle_a_suffix_and_a_body_are_written_by_convention() -> None:
    people = (
        Name("Campenhout", "M. J. H.", non_dropping_particle="van"),
        Name("King", "M. L.", suffix="Jr."),
        Name(literal="World Health Organization"),
        Name("Plato"),
        Name("Humboldt", "Alexander", dropping_particle="von"),
    )
    reference = Reference("a", author=people)
    assert [line for line in lines(reference) if line.startswith("AU")] == [
        "AU  - van Campenhout, M. J. H.",
        "AU  - King, M. L., Jr.",
        "AU  - World Health Organization,",
        "AU  - Plato",
        "AU  - Humboldt, Alexander von",
    ]
    assert one(write([reference], Flavour())).author == people


def test_the_mark_of_a_list_that_goes_on_is_a_note_and_for_zotero_a_line_of_extra() -> None:
    reference = Reference("a", author=(Name("Lan", "Y."),), et_al=True)
    sentence = "et al. after the last author in the source"
    assert f"N1  - {sentence}" in lines(reference)
    assert f"M2  - {sentence}" in lines(reference, ZOTERO)
    assert one(write([reference], Flavour())) == reference
    assert one(write([reference], ZOTERO)).et_al


@pytest.mark.parametrize(
    ("kind", "general", "for_zotero"),
    [
        ("article-journal", "JOUR", "JOUR"),
        ("thesis", "THES", "THES"),
        ("dataset", "DATA", "DATA"),
        ("standard", "STAND", "GEN"),
        ("article", "UNPB", "GEN"),
        ("manuscript", "UNPB", "MANSCPT"),
        ("document", "GEN", "GEN"),
        ("software", "COMP", "COMP"),
    ],
)
def test_types_are_written_as_the_mapping_says(kind: str, general: str, for_zotero: str) -> None:
    reference = Reference("a", kind, "T", number="12")
    assert lines(reference)[0] == f"TY  - {general}"
    assert lines(reference, ZOTERO)[0] == f"TY  - {for_zotero}"
    assert one(write([reference], ZOTERO)).type == kind


def test_a_standard_for_zotero_says_its_type_and_number_in_extra() -> None:
    found = lines(Reference("a", "standard", "T", number="ISO 690"), ZOTERO)
    assert "M2  - type: standard" in found
    assert "M2  - number: ISO 690" in found


def test_identifiers_for_zotero_are_lines_of_extra() -> None:
    reference = Reference("k", "article-journal", pmid="123", pmcid="PMC45", arxiv="2101.00001")
    text = write([reference], ZOTERO)
    assert "M2  - Citation Key: k\r\nM2  - PMID: 123\r\nM2  - PMCID: PMC45" in text
    assert one(text) == reference


def test_a_line_end_in_a_value_is_a_blank_and_cannot_look_like_a_tag() -> None:
    reference = Reference("a", "book", "One\nER  - \r\nTwo\tthree", abstract="x\x00y")
    assert "TI  - One ER  - Two three" in lines(reference)
    assert "AB  - xy" in lines(reference)


def test_raw_text_is_written_only_when_asked_for() -> None:
    reference = Reference("a", origin=Origin(1, "Lan Y. Title."))
    assert "N1  - Lan Y. Title." in lines(reference, Flavour(raw_notes=True))
    assert "N1  - Lan Y. Title." not in lines(reference)


def test_jabref_which_reads_a4_as_author_gets_the_translator_as_a_note() -> None:
    reference = Reference("a", "book", translator=(Name("Gage", "J."),))
    assert "N1  - Translator: Gage, J." in lines(reference, Flavour("jabref"))


def test_a_season_a_range_and_a_year_of_three_digits_leave_the_year() -> None:
    for date in (Date(2020, 21), Date(2020, 3, end=Date(2020, 4)), Date(2020)):
        assert [one for one in lines(Reference("a", issued=date)) if one.startswith("DA")] == []
    assert "PY  - 0800" in lines(Reference("a", issued=Date(800, 1)))


def test_places_of_a_conference_are_told_apart() -> None:
    both = Reference("a", "paper-conference", publisher_place="Berlin", event_place="Kyoto")
    assert lines(both)[2:4] == ["C1  - Berlin", "CY  - Kyoto"]
    assert one(write([both], Flavour())) == both


def test_a_volume_of_proceedings_is_known_by_its_editors() -> None:
    volume = Reference("a", "book", "P", editor=(Name("Ng", "A."),), event_title="ICML")
    assert lines(volume)[0] == "TY  - CONF"
    assert one(write([volume], Flavour())) == volume
    assert lines(volume, ZOTERO)[0] == "TY  - BOOK"


def test_rispy_reads_what_is_written() -> None:
    library: Any = rispy  # it publishes no types
    found: list[dict[str, Any]] = library.loads(
        write([CHENG, CHENG], Flavour()).replace("\r\n", "\n")
    )
    assert [entry["authors"] for entry in found] == [["Cheng, J.", "Guo, J. T."]] * 2


def test_every_type_of_csl_has_a_tag_that_is_read_again() -> None:
    assert set(TYPES.values()) <= set(READ)


# What RIS cannot hold for every type (the generated table of docs/formats.md has it by type).
_LOST = (
    "medium status pmid pmcid event_title event_place number_of_pages version edition "
    "collection_number number page"
).split()
_HELD = "article-journal book chapter thesis report paper-conference webpage dataset".split()


@settings(max_examples=25, deadline=None, phases=QUICK)
@given(libraries(types=_HELD, leave_out=[*_LOST, "container_title"], plain_dates=True))
def test_what_ris_can_hold_comes_back_as_it_was(library: list[Reference]) -> None:
    reading = read(write(library, Flavour()), "x.ris")
    for before, after in zip(library, reading.references, strict=True):
        # One title of a journal is both; a family name of two words alone may be a body.
        if before.container_title_short:
            continue
        for name in ("title", "collection_title", "issued", "volume", "issue", "doi", "url"):
            assert getattr(after, name) == getattr(before, name)
        for name in ("type", "et_al", "issn", "isbn", "arxiv", "abstract", "keyword", "note"):
            assert getattr(after, name) == getattr(before, name)
        assert [name.full_family for name in after.author] == [
            name.full_family for name in before.author
        ]
    assert not [f for f in reading.findings if f.rule != "article-number"]


def _for_zotero(references: Sequence[Reference]) -> str:
    return write(references, ZOTERO)


@settings(max_examples=25, deadline=None, phases=QUICK)
@given(damaged(libraries().map(_for_zotero)))
def test_damaged_text_never_stops_the_reader(text: str) -> None:
    read(text, "x.ris")


@settings(max_examples=15, deadline=None, phases=QUICK)
@given(references(), st.sampled_from((Flavour(), ZOTERO)))
def test_the_same_record_gives_the_same_bytes(reference: Reference, flavour: Flavour) -> None:
    text = write([reference], flavour)
    assert text == write([reference], flavour)
    assert text.count("\r\n") == text.count("\n")


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("TY  - JOUR\n", True),
        ("\ufeffTY  - JOUR\r\n", True),
        ("TY - JOUR\n", True),
        ("AU  - Lan, Y.\nTI  - T\n", True),
        ("@article{a,\n", False),
        ("", False),
    ],
)
def test_ris_is_known_by_its_first_tag(text: str, likely: bool) -> None:
    assert (sniff(text) > 0.3) is likely


def test_unknown_tags_are_kept_written_back_and_told() -> None:
    text = "TY  - JOUR\nID  - a\nTI  - T\nAD  - Here\nAD  - There\nER  - \n"
    reading = read(text, "x.ris")
    assert reading.references[0].extra == (("ris:AD", json.dumps("Here\nThere")),)
    assert [(f.rule, f.variable, f.place and f.place.line) for f in reading.findings] == [
        ("unknown-field", "AD", 4)
    ]
    assert "AD  - Here\r\nAD  - There\r\n" in FORMAT.write(reading.references, Flavour())  # type: ignore[misc]  # it is written


def oddities(text: str) -> list[tuple[str, str]]:
    """(rule, line:column) of each finding."""
    return [(f.rule, str(f.place).partition(":")[2]) for f in read(text, "x").findings]


def test_dates_that_differ_or_are_none_are_told() -> None:
    text = "TY  - JOUR\nTI  - T\nPY  - 2019\nDA  - 2020/01/05/\nER  - \n"
    assert one(text).issued == Date(2020, 1, 5)
    assert oddities(text) == [("dates-differ", "4:7")]
    finer = "TY  - JOUR\nPY  - 2020/08/17/\nDA  - 2020\nER  - \n"
    assert one(finer).issued == Date(2020, 8, 17)
    none = "TY  - JOUR\nTI  - T\nPY  - soon\nER  - \n"
    assert (one(none).issued, oddities(none)[0]) == (None, ("no-date", "3:7"))
    assert dict(one(none).extra) == {"ris:PY": '"soon"'}


def test_records_without_end_or_run_together_are_told_and_read() -> None:
    text = (
        "TY  - JOUR\nTI  - A\nTY  - BOOK\nTI  - BER  - \nTY  - JOUR\n"
        "TI  - CER  - TY  - BOOK\nTI  - D"
    )
    reading = read(text, "x")
    assert [it.title for it in reading.references] == ["A", "B", "C", "D"]
    assert [rule for rule, _ in oddities(text)] == [
        "record-not-closed",
        "records-run-together",
        "records-run-together",
        "records-run-together",
        "record-not-closed",
    ]
    assert oddities(text)[1] == ("records-run-together", "4:8")


def test_text_outside_of_records_and_empty_records_are_told() -> None:
    text = "Exported by X\nmore\n\nER  - \nTY  - JOUR\nER  - \nTI  - No type\nER  - \n"
    reading = read(text, "x")
    assert [it.title for it in reading.references] == ["No type"]
    assert oddities(text) == [
        ("outside-record", "1:1"),
        ("broken-entry", "5:1"),
        ("unknown-type", "7:7"),
    ]


def test_an_unknown_type_is_a_document_and_its_name_kept() -> None:
    found = one("TY  - Odd\nTI  - T\nER  - \n")
    assert (found.type, dict(found.extra)) == ("document", {"ris:TY": '"Odd"'})


@pytest.mark.parametrize(("kind", "tag"), [("CONF", "CY"), ("SLIDE", "C1")])
def test_the_place_of_a_meeting_has_a_tag_by_type(kind: str, tag: str) -> None:
    found = one(f"TY  - {kind}\nTI  - T\n{tag}  - Rome\nER  - \n")
    assert (found.event_place, found.extra) == ("Rome", ())


def test_an_unpublished_work_of_a_preprint_server_is_a_preprint() -> None:
    assert one("TY  - UNPB\nTI  - T\nPB  - bioRxiv\nER  - \n").type == "article"
    assert one("TY  - UNPB\nTI  - T\nPB  - A press\nER  - \n").type == "manuscript"


@pytest.mark.parametrize(
    ("line", "name", "value"),
    [
        ("SN  - 0022-538X", "issn", "0022-538X"),
        ("SN  - 0022538X", "issn", "0022-538X"),
        ("SN  - 1234-5678", "issn", "1234-5678"),
        ("SN  - 978-3-16-148410-0", "isbn", "9783161484100"),
        ("SN  - 978-3-16-148410-9", "isbn", "978-3-16-148410-9"),
        ("SN  - 0022-538X (Print); 1098-5514", "issn", "0022-538X"),
        ("M2  - PMID: 12", "pmid", "12"),
        ("M2  - arXiv: 2101.00001", "arxiv", "2101.00001"),
        ("DO  - https://doi.org/10.1234/x", "doi", "10.1234/x"),
        ("M3  - 10.1234/x", "doi", "10.1234/x"),
        ("C2  - PMC12", "pmcid", "PMC12"),
        ("LA  - eng", "language", "en"),
        ("JO  - Nature", "container_title", "Nature"),
        ("M1  - 7", "issue", "7"),
        ("SP  - e0054622", "number", "e0054622"),
    ],
)
def test_values_are_known_by_their_shape(line: str, name: str, value: str) -> None:
    assert getattr(one(f"TY  - JOUR\nTI  - T\n{line}\nER  - \n"), name) == value


def test_what_looks_like_nothing_known_is_kept() -> None:
    found = one("TY  - BOOK\nTI  - T\nSN  - odd\nM2  - remark\nAD  -  \nBT  - B\nER  - \n")
    assert dict(found.extra) == {"ris:SN": '"odd"', "ris:M2": '"remark"', "ris:BT": '"B"'}
    assert one("TY  - BOOK\nBT  - B\nER  - \n").title == "B"


def test_accessions_of_pubmed_are_its_numbers_and_others_stay() -> None:
    assert one("TY  - JOUR\nAN  - 123\nDB  - MEDLINE\nER  - \n").pmid == "123"
    both = one("TY  - JOUR\nAN  - 123\nDB  - Scopus\nM2  - PMID: 9\nER  - \n")
    assert (both.pmid, dict(both.extra)["ris:AN"]) == ("9", '"123"')
    odd = one("TY  - JOUR\nAN  - W:1\nDP  - PubMed\nER  - \n")
    assert odd.pmid == ""


def test_notes_of_several_lines_keep_the_first_place() -> None:
    reading = read("TY  - JOUR\nN1  - One\nN1  - Two\nN1  - PMID: 3\nER  - \n", "x")
    assert (reading.references[0].note, reading.references[0].pmid) == ("One\nTwo", "3")
    assert str(reading.places[0, "note"]) == "x:2:7"


def test_proceedings_in_the_place_of_the_conference_are_the_container() -> None:
    found = one("TY  - CONF\nTI  - T\nT2  - Proceedings of X\nER  - \n")
    assert (found.container_title, found.event_title) == ("Proceedings of X", "")


def test_variables_that_ris_has_tags_for_go_there_and_back() -> None:
    held = Reference("a", "book", "T", extra=(("call-number", '"Q"'), ("source", "[1]")))
    text = write([held], Flavour())
    assert "CN  - Q\r\n" in text
    assert dict(one(text).extra) == {"call-number": '"Q"'}


def test_a_key_that_comes_twice_is_told() -> None:
    text = "TY  - BOOK\nID  - a\nER  - \nTY  - BOOK\nID  - a\nER  - \n"
    assert oddities(text) == [("duplicate-key", "4:1")]


def test_places_are_line_and_column_of_each_value() -> None:
    places = read(CHENG_RIS.replace("\n", "\r\n"), "x.ris").places
    assert str(places[0, "title"]) == "x.ris:5:7"
    assert str(places[0, "volume"]) == "x.ris:11:7"
    assert str(places[0, "number"]) == "x.ris:12:7"
    assert str(places[0, ""]) == "x.ris:1:1"


def test_a_tag_that_comes_twice_is_told_and_kept() -> None:
    text = "TY  - JOUR\nTI  - A\nTI  - B\nER  - \n"
    assert one(text).title == "A"
    assert dict(one(text).extra) == {"ris:TI": '"B"'}
    assert oddities(text) == [("duplicate-field", "3:1")]


@pytest.mark.parametrize(
    "text",
    [
        "TY - JOUR\nTI - T\nAU - Lan, Y.\nER -\n",
        "TY  -JOUR\nTI  -T\nAU  -Lan, Y.\nER  -\n",
        "TY\t- JOUR\nTI\t- T\nAU\t- Lan, Y.\nER\t-\n",
        "ty  - JOUR\nti  - T\nau  - Lan, Y.\ner  - \n",
        "  TY  - JOUR\n  TI  - T\n  AU  - Lan, Y.\n  ER  - \n",
        "TY  - JOUR\nTI  - T\nAU  - Lan, Y.\nER  -\n\nEF\n",
    ],
)
def test_tags_are_read_with_other_blanks_and_in_small_letters(text: str) -> None:
    reading = read(text, "x.ris")
    assert reading.findings == ()
    assert [(it.type, it.title) for it in reading.references] == [("article-journal", "T")]
    assert reading.references[0].author == (Name("Lan", "Y."),)


def test_words_of_two_letters_before_a_dash_are_no_tags_where_tags_are_great() -> None:
    found = one("TY  - JOUR\nAB  - Not\nto  - be\nER  - \n")
    assert found.abstract == "Not to  - be"


def test_names_in_one_line_are_parted_by_semicolons() -> None:
    found = one("TY  - JOUR\nAU  - 张三;李四\nAU  - Lan, Y.; Sun, P.; et al.\nER  - \n")
    assert found.author == (Name("张三"), Name("李四"), Name("Lan", "Y."), Name("Sun", "P."))
    assert found.et_al


def test_the_date_that_says_most_is_taken_from_any_of_three_tags() -> None:
    assert one("TY  - JOUR\nPY  - 2020\nY1  - 1 April 2020\nER  - \n").issued == Date(2020, 4, 1)
    reading = read("TY  - JOUR\nPY  - 2020\nY1  - 2021/05\nDA  - Aug 17\nER  - \n", "x.ris")
    assert reading.references[0].issued == Date(2021, 8, 17)
    assert [(f.rule, f.message) for f in reading.findings] == [
        ("dates-differ", "Y1 says 2021-05, PY says 2020; Y1 is taken")
    ]


@pytest.mark.parametrize(
    ("t2", "j2", "full", "short"),
    [
        ("J Virol", "Journal of virology", "Journal of virology", "J Virol"),
        ("Journal of virology", "J Virol", "Journal of virology", "J Virol"),
        ("Acta Virologica", "AV", "Acta Virologica", "AV"),
    ],
)
def test_a_full_title_in_the_place_of_the_short_one_is_put_right(
    t2: str, j2: str, full: str, short: str
) -> None:
    found = one(f"TY  - JOUR\nT2  - {t2}\nJ2  - {j2}\nER  - \n")
    assert (found.container_title, found.container_title_short) == (full, short)


def test_a_language_is_read_by_its_name_or_any_code() -> None:
    for named in ("Chinese", "chi", "中文;", "zh"):
        assert one(f"TY  - JOUR\nTI  - T\nLA  - {named}\nER  - \n").language == "zh"


@pytest.mark.parametrize("kind", ["legal_case", "legislation", "standard"])
def test_what_zotero_would_take_for_the_title_or_drop_is_a_line_of_extra(kind: str) -> None:
    case = Reference("k", kind, "A against B", container_title="U.S.", title_short="A", version="3")
    written = lines(case, ZOTERO)
    if kind == "standard":
        assert {"ST  - A", "M2  - version: 3"} < set(written)
    else:
        assert "M2  - Short Title: A" in written
        assert "ST  - A" not in written
    assert ("A2  - U.S." in written) == (kind == "legal_case")
    (found,) = read(write([case], ZOTERO), "x.ris").references
    assert (found.container_title, found.title_short) == ("U.S.", "A")


def test_the_reporter_of_a_case_stands_where_zotero_has_it() -> None:
    found = one("TY  - CASE\nTI  - A against B\nA2  - U.S.\nED  - Lan, Y.\nER  - \n")
    assert (found.container_title, found.editor) == ("U.S.", (Name("Lan", "Y."),))


def test_each_name_of_a_line_has_its_place() -> None:
    reading = read("TY  - JOUR\nAU  - Lan, Y.; Sun, P.\nAU  - Ng, A.\nER  - \n", "x.ris")
    lines_of = [reading.places[0, f"author[{at}]"].line for at in range(3)]
    assert lines_of == [2, 2, 3]
