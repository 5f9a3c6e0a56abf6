"""RIS: its types and tags against CSL's, for reading and for writing (MAPPING 2 and 3)."""

from __future__ import annotations

# CSL type -> TY.
TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "VIDEO",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "collection": "BOOK",
    "dataset": "DATA",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "periodical": "SER",
    "personal_communication": "PCOMM",
    "post": "ELEC",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "STAT",
    "webpage": "ELEC",
}
UNKNOWN = "GEN"
# What Zotero reads wrongly is written so, with a line `M2  - type: ...` that its client acts on.
FOR_ZOTERO = {
    "article": ("GEN", "preprint"),
    "broadcast": ("VIDEO", "tvBroadcast"),
    "document": ("GEN", "document"),
    "interview": ("PCOMM", "interview"),
    "manuscript": ("MANSCPT", ""),
    "post": ("ELEC", "forumPost"),
    "standard": ("GEN", "standard"),
}
# TY -> CSL type, for what others write too; an unknown one is a document.
READ = {
    "ABST": "article-journal",
    "ADVS": "motion_picture",
    "AGGR": "dataset",
    "ART": "graphic",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "CHART": "graphic",
    "CLSWK": "book",
    "COMP": "software",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "DBASE": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "FIGURE": "figure",
    "GEN": "document",
    "GOVDOC": "report",
    "HEAR": "hearing",
    "ICOMM": "personal_communication",
    "INPR": "article-journal",
    "JFULL": "article-journal",
    "JOUR": "article-journal",
    "LEGAL": "legal_case",
    "MANSCPT": "manuscript",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "MULTI": "motion_picture",
    "MUSIC": "song",
    "NEWS": "article-newspaper",
    "PAMP": "manuscript",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "SER": "book",
    "SLIDE": "speech",
    "SOUND": "song",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "manuscript",
    "UNPD": "manuscript",
    "VIDEO": "broadcast",
    "WEB": "webpage",
}
# The container of these is a journal: `T2` and `JF`.
JOURNALS = frozenset({"JOUR", "MGZN", "NEWS"})
# `T2` is the series of these, which have no container.
SERIES_IN_T2 = frozenset({"BOOK", "RPRT", "COMP", "MAP"})
# `SP` is the number of pages of these.
COUNTED = frozenset({"BOOK", "THES"})
# `SN` is the number of these.
NUMBERED = frozenset({"RPRT", "PAT", "STAND"})
# `T2` is the event of these.
EVENTS = frozenset({"CONF", "SLIDE"})
# `M1` is the number of the series of a book, the issue or nothing of these, the number of the rest.
NO_NUMBER_IN_M1 = frozenset({"BOOK", "CHAP", "ELEC", "CASE", *JOURNALS, *NUMBERED})
# Zotero takes it for the number of these alone.
ZOTERO_NUMBER_IN_M1 = frozenset({"BILL", "STAT", "HEAR"})
# Zotero takes `ST` for the title of these, in place of `TI`.
TITLED_BY_ST = frozenset({"CASE", "STAT"})
# `ET` is the version of these.
VERSIONED = frozenset({"COMP", "DATA"})
# Preprint servers: an unpublished work of one of them is a preprint.
SERVERS = (
    "arxiv", "biorxiv", "medrxiv", "chemrxiv", "ssrn", "research square", "preprints.org",
    "psyarxiv", "osf", "chinaxiv", "techrxiv", "authorea", "qeios", "zenodo preprint",
)  # fmt: skip

# Variables of CSL without an attribute that RIS has a tag for.
OTHERS = {
    "CN": "call-number",
    "DP": "source",
    "NV": "number-of-volumes",
    "DB": "archive",
}


def ruling(kind: str) -> str:
    """The TY whose meaning of tags holds for records of a TY: that of a whole book for EBOOK."""
    return TYPES.get(READ.get(kind, ""), UNKNOWN)
