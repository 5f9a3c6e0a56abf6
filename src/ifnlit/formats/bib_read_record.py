"""An entry as a reference: which field is which variable, by type; what is none is kept.

MAPPING 2 and 9, read from right to left, with the fields of BibTeX, BibLaTeX and of what Zotero,
JabRef, Mendeley, EndNote, Google Scholar and publishers' sites write.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.formats.bib_file import FAMILY
from ifnlit.formats.bib_read_dates import parts, whole
from ifnlit.formats.bib_read_names import names_of
from ifnlit.formats.bib_read_rest import Rest
from ifnlit.formats.bib_types import (
    ARTICLES,
    NUMBERED_BY_ISSUE,
    PARTS,
    csl_type,
    in_series,
    is_default,
    is_open,
    subtype_of,
)
from ifnlit.formats.kept import kept
from ifnlit.formats.latex_read import address_of, identifier_of, text_of
from ifnlit.formats.locator import located, one_dash
from ifnlit.model.identifier import IDENTIFIERS, ISBN, ISSN
from ifnlit.model.iso4 import is_abbreviated
from ifnlit.model.reference import Reference

if TYPE_CHECKING:
    from ifnlit.model.date import Date

# Field -> attribute: what every type has alike.
_TEXTS = {
    "shorttitle": "title_short",
    "series": "collection_title",
    "eventtitle": "event_title",
    "venue": "event_place",
    "edition": "edition",
    "version": "version",
    "volume": "volume",
    "pagetotal": "number_of_pages",
    "numpages": "number_of_pages",
    "page_count": "number_of_pages",
    "abstract": "abstract",
    "pubstate": "status",
}
_IDENTIFIED = {
    **{name: name for name in IDENTIFIERS},
    "pubmedid": "pmid",
    "pubmed_id": "pmid",
    "pmc": "pmcid",
    "arxivid": "arxiv",
}
_EPRINTS = {"arxiv": "arxiv", "pubmed": "pmid", "pmid": "pmid", "pmcid": "pmcid", "pmc": "pmcid"}
# The publisher, by CSL type.
_PUBLISHER = ("publisher", "organization", "institution", "howpublished", "school")
_PUBLISHERS = {
    "thesis": ("school", "institution", "publisher", "organization"),
    "report": ("institution", "publisher", "organization", "school"),
    "standard": ("institution", "organization", "publisher"),
    "patent": ("assignee", "holder", "publisher"),
    "manuscript": ("howpublished", "publisher", "school", "institution", "organization"),
}
_GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master's thesis",
    "mastersthesis": "Master's thesis",
    "bathesis": "Bachelor's thesis",
    "techreport": "",
    "resreport": "Research report",
}
_URL = re.compile(r"(?:\\url\s*\{|https?://)", re.IGNORECASE)
_URL_START = re.compile(r"\s+(?=https?:)")
_JOINED = re.compile(r"[-–—:!?.;]\Z")


class Record(Rest):
    """An entry being read: fields are taken one by one, and what nobody takes is kept."""

    def reference(self) -> Reference:
        """The reference; call it once."""
        kind = self.type()
        self.titles(kind)
        self.people()
        self.dates()
        for name in [name for name in self.left if name in _TEXTS]:
            self.text(_TEXTS[name], name)
        self.identifiers(kind)
        self.numbers(kind)
        self.imprint(kind)
        self.genre(kind)
        self.notes()
        self.commands()
        self.remains()
        return Reference(self.entry.key, kind, extra=tuple(sorted(self.extra)), **self.values)

    def type(self) -> str:
        """The CSL type; one that nobody knows is a document, and is told."""
        kind = self.entry.kind
        plain = {
            name: text_of(value.latex)
            for name, value in (self.left.items() if is_open(kind) else ())
            if name in _SAYING
        }
        said = self.left.get("entrysubtype")
        if said is not None:
            named = subtype_of(text_of(said.latex))
            if named:
                del self.left["entrysubtype"]
                return named
        found = csl_type(kind, plain)
        if found is None:
            self.tell(
                "unknown-type",
                f'no entry type is named "@{kind}": read as a document',
                self.entry.at,
                self.entry.key,
                "write the type that comes nearest, or @misc",
            )
            self.extra.append(kept(FAMILY, "@type", kind))
            return "document"
        return found

    def titles(self, kind: str) -> None:
        """Title, and the title of what contains it."""
        self.titled("title", "title", "subtitle")
        full = self.take("fjournal")
        if full is not None:
            self.set("container_title", text_of(full.latex), full.at)
            self.text("container_title_short", "journal")
        self.titled("container_title", "journaltitle", "journalsubtitle")
        second = self.left.get("journal")
        if second is not None and self.values.get("container_title"):
            same = text_of(second.latex) == self.values["container_title"]
            if same or is_abbreviated(text_of(second.latex)):
                del self.left["journal"]
                if not same:
                    self.set("container_title_short", text_of(second.latex), second.at)
        self.titled("container_title", "journal", "journalsubtitle")
        self.titled("container_title", "booktitle", "booksubtitle")
        other = "maintitle" if kind in {"book", "collection", "classic"} else "titleaddon"
        if kind not in ARTICLES and self.entry.kind not in PARTS:
            self.text("container_title", other)
        self.text("container_title_short", "shortjournal", "abbrev_source_title", "journal-iso")
        if self.values.get("container_title_short") == self.values.get("container_title"):
            self.values.pop("container_title_short", None)
            self.offsets.pop("container-title-short", None)

    def titled(self, attribute: str, name: str, more: str) -> None:
        """A title and its subtitle."""
        title = self.text(attribute, name)
        if not title:
            return
        subtitle = self.take(more)
        if subtitle is not None:
            joint = " " if _JOINED.search(title) else ": "
            self.values[attribute] = f"{title}{joint}{text_of(subtitle.latex)}"

    def people(self) -> None:
        """Authors, editors and translators."""
        for role in ("author", "editor", "translator"):
            found = self.take(role)
            if found is None:
                continue
            names, goes_on, fault = names_of(found.latex)
            self.set(role, names, found.at)
            if goes_on and role == "author":
                self.values["et_al"] = True
            if fault:
                self.tell("odd-names", fault, found.at, self.entry.key, "look at the names as read")

    def dates(self) -> None:
        """`date`, else `year`, `month` and `day`; and when it was looked at."""
        self.dated("issued", "date")
        year, month, day = (self.left.get(name) for name in ("year", "month", "day"))
        if "issued" in self.values:
            for name in ("year", "month", "day"):
                self.left.pop(name, None)
        elif year is not None:
            texts = (value.latex if value else "" for value in (year, month, day))
            self.settle("issued", parts(*texts), ("year", "month", "day"))
        for name in ("urldate", "lastchecked", "lastaccessed", "accessed"):
            self.dated("accessed", name)

    def dated(self, attribute: str, name: str) -> None:
        value = self.left.get(name)
        if value is not None and attribute not in self.values:
            self.settle(attribute, whole(value.latex), (name,))

    def settle(
        self, attribute: str, found: tuple[Date | None, bool], names: tuple[str, ...]
    ) -> None:
        """Set a date; where it does not say all that stands there, keep that and tell."""
        date, exact = found
        value = self.left[names[0]]
        if date is not None:
            self.set(attribute, date, value.at)
        for name in names:
            field = self.left.pop(name, None)
            if field is not None and not exact and field.latex.strip():
                self.keep(name, field)
        if not exact and value.latex.strip():
            text = " ".join(
                text_of(self.entry.fields[name].latex)
                for name in names
                if name in self.entry.fields
            )
            self.tell(
                "no-date",
                f'no date: "{text}"' + (f"; read as {date}" if date else ""),
                value.at,
                self.entry.key,
                "write 2019, 2019-06 or 2019-06-05",
            )

    def identifiers(self, kind: str) -> None:
        """DOI, PubMed and arXiv numbers, ISSN, ISBN, address."""
        for name in [name for name in self.left if name in _IDENTIFIED]:
            attribute = _IDENTIFIED[name]
            found = None if attribute in self.values else self.take(name)
            if found is not None:
                text = identifier_of(found.latex) if name == "doi" else text_of(found.latex)
                self.set(attribute, IDENTIFIERS[attribute].parse(text) or text, found.at)
        isbn = self.values.get("isbn", "")
        if isbn and "issn" not in self.values and ISSN.parse(isbn) and not ISBN.parse(isbn):
            del self.values["isbn"]  # Mendeley's habit
            self.set("issn", ISSN(isbn), self.offsets.pop("ISBN"))
        url = self.take("url")
        if url is not None:
            first, *more = _URL_START.split(url.latex.strip())
            self.set("url", address_of(first), url.at)
            self.more_urls = [address_of(one) for one in more]
        self.eprint(kind)

    def eprint(self, kind: str) -> None:
        """The number in an archive, by the archive's name."""
        number = self.left.get("eprint")
        if number is None:
            return
        name = next((n for n in ("eprinttype", "archiveprefix") if n in self.left), "")
        archive = text_of(self.left[name].latex) if name else ""
        text = text_of(number.latex)
        attribute = _EPRINTS.get(archive.casefold(), "" if archive else "arxiv")
        spelled = IDENTIFIERS[attribute].parse(text) if attribute else None
        known = self.values.get(attribute, spelled) == spelled
        if spelled is not None and (archive or kind == "article") and known:
            self.set(attribute, spelled, number.at)
        elif kind == "article":
            self.set("number", text, number.at)
            if archive and not any(n in self.left for n in _PUBLISHER):
                self.set("publisher", archive, self.left[name].at)
        else:
            return
        del self.left["eprint"]
        self.left.pop(name, None)

    def numbers(self, kind: str) -> None:
        """Issue, pages, article number, number in a series or of a report."""
        eid = self.take("eid", "articleno", "article-number", "art_number")
        if eid is not None:
            self.set("number", text_of(eid.latex), eid.at)
        self.pages(kind)
        meeting = self.entry.kind in {"inproceedings", "conference"}
        if kind in NUMBERED_BY_ISSUE:
            self.text("issue", "number")
        elif in_series(self.entry.kind, has_series="series" in self.entry.fields):
            self.text("collection_number", "number")
        elif meeting:
            self.text("issue", "number")
        else:
            self.text("number", "number")
        self.text("issue", "issue")

    def pages(self, kind: str) -> None:
        """A range with a hyphen; what has the form of an article number is one."""
        found = self.take("pages")
        if found is None:
            return
        known = self.values.get("number", "")
        page, number = located(one_dash(text_of(found.latex)), known, kind)
        if page:
            self.set("page", page, found.at)
        elif number != known:
            self.set("number", number, found.at)

    def imprint(self, kind: str) -> None:
        """Publisher and place."""
        how = self.left.get("howpublished")
        if how is not None and _URL.match(how.latex) and "url" not in self.values:
            del self.left["howpublished"]
            self.set("url", address_of(how.latex), how.at)
        for name in _PUBLISHERS.get(kind, _PUBLISHER):
            if self.text("publisher", name):
                break
        meeting = self.entry.kind in {"inproceedings", "conference"}
        if meeting and "address" in self.left and "location" in self.left:
            self.text("publisher_place", "address")
            self.text("event_place", "location")
        else:
            self.text("publisher_place", "location", "address")

    def genre(self, kind: str) -> None:
        """The `type`, unless it says no more than the type of the entry does."""
        found = self.take("type")
        genre = text_of(found.latex) if found else ""
        if not found and self.entry.kind in {"phdthesis", "mastersthesis"}:
            genre = _GENRES[self.entry.kind]
        genre = _GENRES.get(genre, genre)
        if genre and not is_default(kind, genre):
            self.set("genre", genre, found.at if found else self.entry.at)


# Fields that tell the type of an entry.
_SAYING = frozenset(
    """type eprinttype archiveprefix url doi publisher howpublished number isbn pages
    volume""".split()
)
