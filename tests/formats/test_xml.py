"""XML: entities are not expanded, a broken record costs no other; Zotero RDF and EndNote XML."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING

import pytest

from ifnlit.formats.endnote_xml import FORMAT as ENDNOTE
from ifnlit.formats.endnote_xml import sniff as endnote_sniff
from ifnlit.formats.endnote_xml_read import read as read_endnote
from ifnlit.formats.faults import Faults
from ifnlit.formats.format import Flavour
from ifnlit.formats.xml_text import escaped, records
from ifnlit.formats.zotero_rdf import FORMAT as RDF
from ifnlit.formats.zotero_rdf import document
from ifnlit.formats.zotero_rdf import sniff as rdf_sniff
from ifnlit.formats.zotero_rdf_read import read as read_rdf
from ifnlit.model.date import Date
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference

if TYPE_CHECKING:
    from ifnlit.formats.format import Reader

HEAD = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"'
    ' xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:x="http://example.org/">\n'
)
_NESTED = "".join(f'<!ENTITY a{n + 1} "&a{n};&a{n};">' for n in range(29))
BOMB = f'<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{_NESTED}]>\n'


def rdf(inner: str) -> str:
    return f"{HEAD}{inner}\n</rdf:RDF>\n"


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (read_endnote, f"{BOMB}<xml><record><notes>&a29;</notes></record></xml>"),
        (read_rdf, BOMB + rdf('<bib:Book rdf:about="#1"><dc:title>&a29;</dc:title></bib:Book>')),
        (read_endnote, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xml>&e;</xml>'),
    ],
)  # fmt: skip
def test_entities_are_refused_and_not_expanded(read: Reader, text: str) -> None:
    began = time.process_time()
    reading = read(text, "x")
    assert time.process_time() - began < 1
    assert reading.references == ()
    assert [f.rule for f in reading.findings] == ["broken-entry"]
    assert "entities" in reading.findings[0].message


def test_elements_without_end_are_refused() -> None:
    faults = Faults("x")
    assert records("<a>" * 5000, faults, re.compile("<(a)>")) == []
    assert "nested too deep" in faults.found[0].message


def test_characters_that_xml_forbids_are_left_out() -> None:
    assert escaped('a\x00\x1b\ud800<&">') == "a&lt;&amp;&quot;&gt;"


def test_a_broken_record_costs_no_other() -> None:
    text = rdf(
        '<bib:Book rdf:about="#1"><dc:title>One</dc:title></bib:Book>\n'
        '<bib:Book rdf:about="#2"><dc:title>T & wo</dc:title></bib:Book>\n'
        '<bib:Book rdf:about="#3"><dc:title>Three</dc:title></bib:Book>\n<bib:Book rdf:about="#4">'
    )
    reading = read_rdf(text, "x.rdf")
    assert [it.title for it in reading.references] == ["One", "Three"]
    assert [str(f.place) for f in reading.findings] == ["x.rdf:3:1", "x.rdf:5:1"]


def test_a_truncated_endnote_file_gives_its_whole_records() -> None:
    one = '<record><ref-type name="Book">6</ref-type><titles><title>T</title></titles></record>\n'
    reading = read_endnote(f"<xml><records>\n{one}{one}<record><titles><ti", "x.xml")
    assert [it.title for it in reading.references] == ["T", "T"]
    assert [f.place and f.place.line for f in reading.findings] == [4]


def test_text_that_is_no_xml_is_told() -> None:
    for text in ("", "no xml", "<xml>"):
        reading = read_endnote(text, "x")
        assert reading.references == ()
        assert reading.findings[0].rule == "broken-entry"


BOOK = Reference(
    "k",
    "book",
    "T <i>x</i>",
    (Name("Campenhout", "M. J.", "van", suffix="Jr."), Name(literal="World Virus Group")),
    et_al=True,
    translator=(Name("Gage", "J."),),
    issued=Date(2020, 21),
    publisher="P & Q",
    publisher_place="Paris",
    collection_title="S",
    collection_number="7",
    isbn="9783161484100",
    note="One\nTwo <b>",
    keyword="a, b",
    pmid="12",
    accessed=Date(2021, 2, 3),
    origin=Origin(1, "Raw text"),
    extra=(
        ("source", '"Cat"'),
        ("rdf:dc:rights", '"CC"'),
        ("call-number", "[1]"),
        ("rdf:x", '"y"'),
    ),
)


def test_a_book_is_written_with_its_series_publisher_and_notes() -> None:
    text = document([BOOK], Flavour("zotero", raw_notes=True), collection="My review")
    for line in (
        '  <bib:Book rdf:about="#item_1">',
        "<foaf:surname>van Campenhout</foaf:surname><foaf:givenName>M. J., Jr.</foaf:givenName>",
        "<dc:date>2020</dc:date>",
        "<bib:Series><dc:title>S</dc:title><dc:identifier>7</dc:identifier></bib:Series>",
        "<vcard:locality>Paris</vcard:locality>",
        "<foaf:name>P &amp; Q</foaf:name>",
        "<z:citationKey>k</z:citationKey>",
        "<dc:subject>a</dc:subject>",
        "<dc:description>PMID: 12\net al. after the last author in the source</dc:description>",
        "<rdf:value>&lt;p&gt;One&lt;br/&gt;Two &amp;lt;b&amp;gt;&lt;/p&gt;</rdf:value>",
        "<rdf:value>&lt;p&gt;Raw text&lt;/p&gt;</rdf:value>",
        "<z:libraryCatalog>Cat</z:libraryCatalog>",
        "<dc:rights>CC</dc:rights>",
        "<dc:title>My review</dc:title>",
        '<dcterms:hasPart rdf:resource="#item_1"/>',
    ):
        assert line in text
    back = read_rdf(text, "x").references
    assert len(back) == 1
    assert (back[0].note, back[0].et_al, back[0].pmid) == ("One\nTwo <b>\nRaw text", True, "12")


def test_zotero_7_gets_key_and_numbers_in_extra() -> None:
    text = document([Reference("k", "article-journal", pmid="1")], Flavour("zotero", zotero=7))
    assert "<dc:description>Citation Key: k\nPMID: 1</dc:description>" in text
    assert "citationKey" not in text
    assert read_rdf(text, "x").references[0].id == "k"


def test_a_patent_and_a_case_have_publishers_of_their_own() -> None:
    for kind, name in (("patent", "z:assignee"), ("legal_case", "z:court")):
        reference = Reference("k", kind, "T", publisher="P")
        text = document([reference], Flavour())
        assert f"<{name}>P</{name}>" in text
        assert read_rdf(text, "x").references == (reference,)


def test_a_talk_has_the_place_of_its_event() -> None:
    talk = Reference("k", "speech", "T", event_title="E", event_place="Kyoto", container_title="S")
    assert read_rdf(document([talk], Flavour()), "x").references == (talk,)


def test_a_preprint_has_its_number() -> None:
    preprint = Reference("k", "article", "T", arxiv="2101.00001")
    text = document([preprint], Flavour())
    assert "<z:archiveID>arXiv:2101.00001</z:archiveID>" in text
    assert read_rdf(text, "x").references == (preprint,)


def test_items_without_a_zotero_type_are_known_by_their_class() -> None:
    text = rdf(
        '<bib:Book rdf:about="#b"><dc:title>Whole</dc:title></bib:Book>'
        '<bib:BookSection rdf:about="#s"><dc:title>Part</dc:title>'
        '<dcterms:isPartOf rdf:resource="#b"/></bib:BookSection>'
        '<bib:Report rdf:about="#r"><dc:title>R</dc:title></bib:Report>'
        '<x:Thing rdf:about="#t"><dc:title>?</dc:title></x:Thing>'
        '<bib:Report rdf:about="#q"><z:itemType>treaty2</z:itemType></bib:Report>'
    )
    reading = read_rdf(text, "x")
    assert [(it.type, it.title, it.container_title) for it in reading.references] == [
        ("chapter", "Part", "Whole"),
        ("report", "R", ""),
        ("report", "", ""),
    ]
    assert [f.rule for f in reading.findings][:1] == ["unknown-type"]


def test_odd_properties_are_kept_or_told() -> None:
    text = rdf(
        '<bib:Report rdf:about="#r"><z:itemType>report</z:itemType>'
        "<dc:title>A</dc:title><dc:title>B</dc:title><dc:date>soon</dc:date>"
        "<dc:publisher>Plain</dc:publisher><dcterms:isPartOf><bib:Part><dc:title>Sec</dc:title>"
        "</bib:Part></dcterms:isPartOf><dcterms:isPartOf><bib:Series><dc:title>S</dc:title>"
        "<dc:description>D</dc:description></bib:Series></dcterms:isPartOf>"
        "<dc:description>Plain remark\n\n</dc:description><z:archiveID>no number</z:archiveID>"
        "<z:empty/><dc:subject><z:AutomaticTag/></dc:subject></bib:Report>"
    )
    reading = read_rdf(text, "x")
    (found,) = reading.references
    assert (found.title, found.publisher, found.note) == ("A", "Plain", "Plain remark")
    assert found.collection_title == "S"
    kept = dict(found.extra)
    assert kept["rdf:dc:title"] == '"B"'
    assert kept["rdf:dc:date"] == '"soon"'
    assert kept["rdf:z:section"] == '"Sec"'
    assert kept["rdf:dc:description"] == '"D"'
    assert kept["rdf:z:archiveID"] == '"no number"'
    assert "no-date" in [f.rule for f in reading.findings]


def test_a_number_beside_pages_is_said_in_extra() -> None:
    both = Reference("k", "article-journal", page="1-9", number="e12")
    assert read_rdf(document([both], Flavour()), "x").references == (both,)


def test_faces_of_endnote_are_csls_and_back() -> None:
    text = ENDNOTE.write([Reference("k", "book", "A <i>b</i> c<sup>2</sup> < d")], Flavour())  # type: ignore[misc]  # it is written
    assert '<style face="italic" font="default" size="100%">b</style>' in text
    assert read_endnote(text, "x").references[0].title == "A <i>b</i> c<sup>2</sup> < d"
    lone = ENDNOTE.write([Reference("k", "book", "A <i>b")], Flavour())  # type: ignore[misc]  # it is written
    assert "A &lt;i&gt;b" in lone


def test_a_talk_is_a_conference_paper_for_endnote() -> None:
    text = ENDNOTE.write([Reference("k", "speech", "T", event_title="E")], Flavour())  # type: ignore[misc]  # it is written
    assert 'name="Conference Proceedings"' in text


def test_a_record_of_endnote_without_type_or_text_is_told() -> None:
    title = "<record><titles><title>T</title></titles></record>"
    text = f"<xml><records><record/><x/>{title}</records></xml>"
    reading = read_endnote(text, "x")
    assert [(f.rule, f.message[:30]) for f in reading.findings] == [
        ("broken-entry", "a record without any field"),
        ("unknown-type", "a record without TY; it is rea"),
    ]
    assert [it.title for it in reading.references] == ["T"]


def test_numbers_of_pubmed_are_told_from_other_accessions() -> None:
    record = (
        "<xml><records><record><ref-type>17</ref-type><accession-num>{}</accession-num>"
        "<remote-database-provider>{}</remote-database-provider></record></records></xml>"
    )
    assert read_endnote(record.format("123", "NLM"), "x").references[0].pmid == "123"
    other = read_endnote(record.format("123", "Scopus"), "x").references[0]
    assert (other.pmid, dict(other.extra)["ris:AN"]) == ("", '"123"')


def test_formats_are_known_by_their_roots() -> None:
    assert rdf_sniff(HEAD) > 0.9
    assert rdf_sniff("<rdf:RDF>") == 0.5
    assert rdf_sniff("<xml>") == 0
    assert endnote_sniff("<xml><records><record>") > 0.9
    assert endnote_sniff('<ref-type name="Book">6') > 0.8
    assert endnote_sniff("<xml>") == 0
    assert RDF.endings == (".rdf",)
    assert json.dumps(RDF.media_type)


def test_records_in_records_are_read_once() -> None:
    text = rdf(
        '<bib:Book rdf:about="#1"><dc:title>One</dc:title><dcterms:isPartOf><bib:Journal>'
        "<dc:title>J</dc:title></bib:Journal></dcterms:isPartOf></bib:Book> & \n"
        '<bib:Book rdf:about="#2"><dc:title>Two</dc:title></bib:Book>'
    )
    assert [it.container_title for it in read_rdf(text, "x").references] == ["J", ""]


def test_empty_people_and_unknown_parts_of_a_container_are_no_trouble() -> None:
    text = rdf(
        '<bib:Article rdf:about="#r"><z:itemType>journalArticle</z:itemType><dc:title/>'
        "<bib:authors><rdf:Seq><rdf:li><foaf:Person/></rdf:li></rdf:Seq></bib:authors>"
        "<dcterms:isPartOf><bib:Journal><dc:title>J</dc:title><dc:odd>o</dc:odd></bib:Journal>"
        "</dcterms:isPartOf></bib:Article>"
    )
    (found,) = read_rdf(text, "x").references
    assert (found.author, found.container_title) == ((), "J")
    assert dict(found.extra) == {"rdf:dc:odd": '"o"'}


def test_empty_elements_of_endnote_say_nothing() -> None:
    titles = "<titles><title>T</title><short-title/></titles>"
    text = f"<xml><records><record><ref-type>6</ref-type>{titles}</record></records><odd/></xml>"
    assert read_endnote(text, "x").references == (Reference("", "book", "T"),)


def test_a_file_of_one_line_gives_the_column_of_each_fault() -> None:
    one = "<record><titles><title>T</title></titles><dates><year>soon</year></dates></record>"
    reading = read_endnote(f"<xml><records>{one}<record></record></records></xml>", "x.xml")
    places = [(f.rule, f.place.column if f.place else 0) for f in reading.findings]
    assert places == [
        ("unknown-type", 15),
        ("no-date", 63),
        ("unknown-field", 63),
        ("broken-entry", 97),
    ]
    assert reading.places[0, "title"].column == 31


def test_styled_pieces_keep_their_blanks_and_a_title_is_one_line() -> None:
    title = (
        '<style face="normal">On </style><style face="italic"> in\n vivo </style>\n<style>x</style>'
    )
    notes = '<style face="normal">one&#xD;two <u>u</u></style> end'
    xml = f"<xml><records><record><titles><title>{title}</title></titles><notes>{notes}</notes>"
    found = read_endnote(f"{xml}</record></records></xml>", "x.xml").references[0]
    assert found.title == "On <i>in vivo</i> x"
    assert found.note == "one\ntwo u end"


@pytest.mark.parametrize(
    ("kind", "element"),
    [("legislation", "z:code"), ("broadcast", "z:programTitle"), ("speech", "z:sessionTitle")],
)
def test_what_has_no_container_names_it_in_a_field_of_its_type(kind: str, element: str) -> None:
    text = document([Reference("k", kind, "T", container_title="Where")], Flavour("zotero"))
    assert f"<{element}>Where</{element}>" in text
    assert read_rdf(text, "x.rdf").references[0].container_title == "Where"


def test_notes_of_no_item_are_told_and_those_of_one_are_its_own() -> None:
    reading = read_rdf(
        rdf(
            '<bib:Book rdf:about="#1"><dc:title>T</dc:title>'
            '<dcterms:isReferencedBy rdf:resource="#2"/></bib:Book>\n'
            '<bib:Memo rdf:about="#2"><rdf:value>mine</rdf:value></bib:Memo>\n'
            '<bib:Memo rdf:about="#3"><rdf:value>alone</rdf:value></bib:Memo>'
        ),
        "x.rdf",
    )
    assert reading.references[0].note == "mine"
    assert [(f.rule, f.place.line if f.place else 0) for f in reading.findings] == [
        ("outside-record", 4)
    ]
