"""Columns of spreadsheets: ours, and what other programs' exports call the same."""

from __future__ import annotations

from ifnlit.model.csl import DATES, NAMES, TEXTS, variable

# As a person reads a table: what identifies a record first.
_FIRST = """id type author title container_title issued volume issue page number doi pmid publisher
    publisher_place editor language url note""".split()
_ATTRIBUTES = ("id", "type", *NAMES, *DATES, *TEXTS)
# Attribute -> heading, in the order of the columns.
COLUMNS = {
    name: variable(name) for name in (*_FIRST, *(it for it in _ATTRIBUTES if it not in _FIRST))
}
# Always there, also when no record fills them.
CORE = frozenset(
    """id type author title container_title issued volume issue page number doi publisher
    language url note""".split()
)
ORIGIN = ("list number", "printed text")

# Headings of other programs, in lower case, -> attribute: Zotero, JabRef, Scopus, Web of Science,
# PubMed, Scholar (Publish or Perish), and what people write by hand.
_IN_ENGLISH = {
    "key": "id",
    "citation key": "id",
    "citekey": "id",
    "bibtexkey": "id",
    "item type": "type",
    "entry type": "type",
    "entrytype": "type",
    "document type": "type",
    "publication type": "type",
    "reference type": "type",
    "authors": "author",
    "author full names": "",
    "author(s)": "author",
    "editors": "editor",
    "translators": "translator",
    "article title": "title",
    "publication title": "container_title",
    "publication": "container_title",
    "journal": "container_title",
    "journal/book": "container_title",
    "source title": "container_title",
    "source": "container_title",
    "booktitle": "container_title",
    "book title": "container_title",
    "container title": "container_title",
    "journal abbreviation": "container_title_short",
    "abbreviated source title": "container_title_short",
    "short title": "title_short",
    "year": "issued",
    "date": "issued",
    "publication year": "issued",
    "publication date": "",
    "volume": "volume",
    "vol": "volume",
    "issue": "issue",
    "number": "number",
    "pages": "page",
    "art. no.": "number",
    "article number": "number",
    "doi": "doi",
    "pmid": "pmid",
    "pubmed id": "pmid",
    "pmcid": "pmcid",
    "issn": "issn",
    "isbn": "isbn",
    "url": "url",
    "link": "url",
    "articleurl": "url",
    "abstract": "abstract",
    "abstract note": "abstract",
    "keywords": "keyword",
    "author keywords": "keyword",
    "manual tags": "keyword",
    "language": "language",
    "language of original document": "language",
    "notes": "note",
    "extra": "note",
    "publisher": "publisher",
    "place": "publisher_place",
    "address": "publisher_place",
    "edition": "edition",
    "series": "collection_title",
    "series number": "collection_number",
    "num pages": "number_of_pages",
    "access date": "accessed",
    "conference name": "event_title",
    "status": "status",
}
# What tables in other languages call the same.
_IN_OTHERS = {
    heading: name
    for name, headings in {
        "type": "类型 文献类型 dokumenttyp",
        "author": "作者 主要作者 著者 autor autoren auteur auteurs autores",
        "title": "题名 标题 篇名 titel titre título titulo",
        "container_title": "刊名 来源 文献来源 期刊 zeitschrift quelle revue revista",
        "issued": "年 年份 发表时间 出版时间 jahr année annee año ano datum",
        "volume": "卷 卷号 band jahrgang tome volumen",
        "issue": "期 期号 heft numéro numero número",
        "page": "页 页码 页数 起止页 seiten seite pagination páginas paginas",
        "keyword": "关键词 schlagwörter schlagworte mots-clés",
        "abstract": "摘要 zusammenfassung résumé resumen",
        "publisher": "出版社 出版者 verlag éditeur editorial",
        "publisher_place": "出版地 ort lieu lugar",
        "language": "语言 sprache langue idioma",
        "url": "链接 网址",
        "note": "备注 notiz bemerkung",
    }.items()
    for heading in headings.split()
}
ALIASES = _IN_ENGLISH | _IN_OTHERS
# "Page start" and "Page end" stand in two columns.
STARTS = frozenset({"page start", "start page", "beginning page", "startpage"})
ENDS = frozenset({"page end", "end page", "ending page", "endpage"})

# Names of types in other programs' tables, in lower case, where `said.csl_type` has none.
TYPES = {
    "article": "article-journal",
    "journal article": "article-journal",
    "journal": "article-journal",
    "j": "article-journal",
    "review": "article-journal",
    "editorial": "article-journal",
    "letter": "article-journal",
    "note": "article-journal",
    "book chapter": "chapter",
    "book section": "chapter",
    "incollection": "chapter",
    "inbook": "chapter",
    "conference paper": "paper-conference",
    "conference proceedings": "paper-conference",
    "proceedings paper": "paper-conference",
    "inproceedings": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
    "misc": "document",
    "web page": "webpage",
    "website": "webpage",
    "online": "webpage",
    "data paper": "article-journal",
    "data set": "dataset",
    "preprint": "article",
}
