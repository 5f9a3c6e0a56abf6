"""The formats references are written in and read from: one file and one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.registry import Entry, Registry

if TYPE_CHECKING:
    from ifnlit.formats.format import Format

FORMATS: Registry[Format] = Registry(
    "format",
    {
        "bib": Entry(
            "ifnlit.formats.bib:FORMAT", "BibTeX, for LaTeX and most programs", ("bibtex",)
        ),
        "biblatex": Entry("ifnlit.formats.biblatex:FORMAT", "BibLaTeX, for biber"),
        "ris": Entry("ifnlit.formats.ris:FORMAT", "RIS, for EndNote and Zotero"),
        "csl-json": Entry(
            "ifnlit.formats.csl_json:FORMAT", "CSL-JSON, for Zotero and pandoc", ("json",)
        ),
        "csl-yaml": Entry("ifnlit.formats.csl_yaml:FORMAT", "CSL-YAML, for pandoc", ("yaml",)),
        "zotero-rdf": Entry(
            "ifnlit.formats.zotero_rdf:FORMAT", "Zotero RDF, all that Zotero holds", ("rdf",)
        ),
        "endnote-xml": Entry(
            "ifnlit.formats.endnote_xml:FORMAT", "EndNote XML, for EndNote", ("endnote", "xml")
        ),
        "nbib": Entry("ifnlit.formats.nbib:FORMAT", "PubMed's MEDLINE display", ("medline",)),
        "csv": Entry("ifnlit.formats.spreadsheet:FORMAT", "A table for spreadsheets"),
        "tsv": Entry("ifnlit.formats.tsv:FORMAT", "A table with tabs"),
        "markdown": Entry("ifnlit.formats.markdown:FORMAT", "A list for people", ("md",)),
        "text": Entry("ifnlit.formats.text:FORMAT", "A list for people, plain", ("txt",)),
    },
)
