"""Zotero RDF: its namespaces, and what class, container and creators each item type has."""

from __future__ import annotations

from dataclasses import dataclass

SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "z": "http://www.zotero.org/namespaces/export#",
    "dcterms": "http://purl.org/dc/terms/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "bib": "http://purl.org/net/biblio#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "link": "http://purl.org/rss/1.0/modules/link/",
    "prism": "http://prismstandard.org/namespaces/1.2/basic/",
    "vcard": "http://nwalsh.com/rdf/vCard#",
}


@dataclass(frozen=True, slots=True)
class Kind:
    """How an item type is written: Zotero's name, element, container, property of its authors."""

    item_type: str
    element: str = "rdf:Description"
    container: str = ""
    authors: str = "bib:authors"


# CSL type -> how Zotero writes it.
KINDS = {
    "article": Kind("preprint"),
    "article-journal": Kind("journalArticle", "bib:Article", "bib:Journal"),
    "article-magazine": Kind("magazineArticle", "bib:Article", "bib:Periodical"),
    "article-newspaper": Kind("newspaperArticle", "bib:Article", "bib:Newspaper"),
    "bill": Kind("bill", "bib:Legislation", authors="z:sponsors"),
    "book": Kind("book", "bib:Book"),
    "broadcast": Kind("tvBroadcast", "bib:Recording", authors="z:directors"),
    "chapter": Kind("bookSection", "bib:BookSection", "bib:Book"),
    "classic": Kind("book", "bib:Book"),
    "collection": Kind("book", "bib:Book"),
    "dataset": Kind("dataset"),
    "entry": Kind("encyclopediaArticle", container="bib:Book"),
    "entry-dictionary": Kind("dictionaryEntry", container="bib:Book"),
    "entry-encyclopedia": Kind("encyclopediaArticle", container="bib:Book"),
    "figure": Kind("artwork", "bib:Illustration", authors="z:artists"),
    "graphic": Kind("artwork", "bib:Illustration", authors="z:artists"),
    "hearing": Kind("hearing", "bib:Report", authors="bib:contributors"),
    "interview": Kind("interview", "bib:Interview", authors="z:interviewees"),
    "legal_case": Kind("case", "bib:Document", "bib:CourtReporter"),
    "legislation": Kind("statute", "bib:Legislation"),
    "manuscript": Kind("manuscript", "bib:Manuscript"),
    "map": Kind("map", "bib:Image", authors="z:cartographers"),
    "motion_picture": Kind("film", "bib:MotionPicture", authors="z:directors"),
    "patent": Kind("patent", "bib:Patent", authors="z:inventors"),
    "paper-conference": Kind("conferencePaper", container="bib:Journal"),
    "personal_communication": Kind("letter", "bib:Letter"),
    "post": Kind("forumPost", "bib:Document", "z:Forum"),
    "post-weblog": Kind("blogPost", "bib:Document", "z:Blog"),
    "regulation": Kind("statute", "bib:Legislation"),
    "report": Kind("report", "bib:Report"),
    "review": Kind("journalArticle", "bib:Article", "bib:Journal"),
    "review-book": Kind("journalArticle", "bib:Article", "bib:Journal"),
    "software": Kind("computerProgram", "bib:Data", authors="z:programmers"),
    "song": Kind("audioRecording", "bib:Recording", authors="z:performers"),
    "speech": Kind("presentation", "bib:ConferenceProceedings", authors="z:presenters"),
    "standard": Kind("standard"),
    "thesis": Kind("thesis", "bib:Thesis"),
    "webpage": Kind("webpage", "bib:Document", "z:Website"),
}
DOCUMENT = Kind("document")

# Elements that are items even without `z:itemType` -> CSL type.
CLASSES = {
    "bib:Article": "article-journal",
    "bib:Book": "book",
    "bib:BookSection": "chapter",
    "bib:Document": "webpage",
    "bib:Illustration": "graphic",
    "bib:Image": "graphic",
    "bib:Interview": "interview",
    "bib:Legislation": "legislation",
    "bib:Letter": "personal_communication",
    "bib:Manuscript": "manuscript",
    "bib:MotionPicture": "motion_picture",
    "bib:Patent": "patent",
    "bib:Recording": "song",
    "bib:Report": "report",
    "bib:Thesis": "thesis",
}
# Never items of their own.
PARTS = frozenset(
    {
        "z:Attachment", "z:Collection", "z:Blog", "z:Forum", "z:Website", "bib:Memo", "bib:Journal",
        "bib:Series", "bib:Periodical", "bib:Newspaper", "bib:CourtReporter", "bib:Collection",
        "bib:Conference", "bib:Part",
    }
)  # fmt: skip

# Zotero's field for the series of these types is `seriesTitle`, an alternative title in RDF.
SERIES_TITLE = frozenset({"audioRecording", "computerProgram", "film", "map", "report"})
# Whose `genre` has a field of its own name; the rest share `dc:type`.
GENRES = {
    "dataset": "z:type",
    "document": "z:type",
    "standard": "z:type",
    "film": "z:genre",
    "preprint": "z:genre",
}
# What has no container has one of these for the title of what it is in.
CONTAINERS = {
    "bill": "z:code",
    "presentation": "z:sessionTitle",
    "statute": "z:code",
    "tvBroadcast": "z:programTitle",
}
# Where the publisher has another name that Zotero does not derive.
PUBLISHERS = {"patent": "z:assignee", "case": "z:court"}
# Types whose `prism:number` is the issue; of the rest it is the number.
WITH_ISSUE = frozenset({"journalArticle", "magazineArticle", "newspaperArticle", "conferencePaper"})
# Types whose `prism:edition` is the version.
VERSIONED = frozenset({"computerProgram", "dataset"})
# Whose place is that of the event: they have no other.
PLACE_OF_EVENT = frozenset({"presentation"})
# Types that have fields for PMID and PMCID (schema 41).
WITH_PMID = frozenset({"journalArticle"})
ALL_AUTHORS = frozenset({"z:creators", "z:podcasters", *(kind.authors for kind in KINDS.values())})

# Roles of CSL without an attribute -> their property.
ROLES = {
    "collection-editor": "z:seriesEditors",
    "composer": "z:composers",
    "container-author": "z:bookAuthors",
    "guest": "z:guests",
    "interviewer": "z:interviewers",
    "producer": "z:producers",
    "recipient": "z:recipients",
    "reviewed-author": "z:reviewedAuthors",
    "script-writer": "z:scriptwriters",
}
# Variables of CSL without an attribute -> their property.
OTHERS = {
    "source": "z:libraryCatalog",
    "archive": "z:archive",
    "archive_location": "dc:coverage",
    "number-of-volumes": "z:numberOfVolumes",
    "call-number": "z:callNumber",
}


def qualified(name: str) -> str:
    """The name with its namespace written out, as the XML reader gives it."""
    prefix, _, local = name.partition(":")
    return f"{{{SPACES[prefix]}}}{local}"


def prefixed(name: str) -> str:
    """The name with its usual prefix; as it is when the namespace is not known."""
    space, _, local = name.removeprefix("{").partition("}")
    return f"{_PREFIXES[space]}:{local}" if space in _PREFIXES else name


_PREFIXES = {space: prefix for prefix, space in SPACES.items()}
