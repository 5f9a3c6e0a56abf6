"""One RIS record as a reference: what each tag means for its type (MAPPING 2, 3, 5 and 9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from ifnlit.formats import ris_table as table
from ifnlit.formats.et_al import ET_AL
from ifnlit.formats.genre import read_genre
from ifnlit.formats.kept import kept
from ifnlit.formats.language import code_of
from ifnlit.formats.locator import ARTICLES, is_article_number, located, one_dash, pages
from ifnlit.formats.person import people
from ifnlit.formats.ris_tags import Tags
from ifnlit.formats.said import said
from ifnlit.formats.serial import serials
from ifnlit.model.identifier import DOI, PMCID, PMID
from ifnlit.model.iso4 import is_abbreviated
from ifnlit.model.reference import Reference

if TYPE_CHECKING:
    from ifnlit.formats.faults import Faults
    from ifnlit.formats.ris_row import Row
    from ifnlit.model.date import Date
    from ifnlit.model.finding import Place
    from ifnlit.model.name import Name

_PROCEEDINGS = re.compile(r"(?i)\bproceedings\b|\bproc\.|\blecture notes\b|\btransactions\b")
_DAY = re.compile(r"\d{4}/\d\d/\d\d")
_NUMBERS = frozenset({"pmid", "pmcid", "arxiv", "doi"})
_LISTED = re.compile(r"\s*[;\n]\s*")


def reference_of(
    rows: list[Row], faults: Faults, index: int, places: dict[tuple[int, str], Place]
) -> Reference | None:
    """The record of these lines; `None` (and a finding) when they say nothing."""
    if not any(row.value.strip() for row in rows if row.tag != "TY"):
        faults.broken(
            "a record without any field",
            faults.at(rows[0].line, rows[0].begins),
            "delete it, or fill it in",
        )
        return None
    places[index, ""] = faults.at(rows[0].line, rows[0].begins)
    return _Record(rows, faults, index, places).reference()


class _Record(Tags):
    """A record being read: tags are taken one after the other, and what nobody takes is kept."""

    def __init__(
        self,
        rows: list[Row],
        faults: Faults,
        index: int,
        places: dict[tuple[int, str], Place],
    ) -> None:
        super().__init__(rows, faults, index, places)
        self.first = rows[0]
        self.values: dict[str, str] = {}
        self.notes: list[str] = []
        self.et_al = False
        self.id = self.take("id", "ID")
        self.named = self.take("type", "TY")
        self.ty = self.named.upper()
        self.type = self._type()
        self.kind = table.ruling(self.ty)

    def _type(self) -> str:
        known = table.READ.get(self.ty)
        if known is not None:
            return known
        place = self.faults.at(self.first.line, self.first.column)
        if self.ty:
            message = f'the type "{self.named}" is not known; the record is read as a document'
            self.kept.append(kept("ris", "TY", self.named))
        else:
            message = "a record without TY; it is read as a document"
            self.ty = table.UNKNOWN
        hint = "begin it with a type of RIS, like TY  - JOUR"
        self.faults.odd("unknown-type", message, place, hint, self.id)
        return "document"

    def reference(self) -> Reference:
        authors, editors, translators = self._people()
        self._said()
        issued, accessed = self._dates()
        self._titles()
        if self.kind == "CONF" and editors and not authors and self._is_volume():
            self.type = "book"
        self._numbers()
        self._texts()
        self._serials()
        self.keep_the_rest(self.id)
        return Reference(
            id=self.id,
            type=self.type,
            author=authors,
            et_al=self.et_al,
            editor=editors,
            translator=translators,
            issued=issued,
            accessed=accessed,
            note="\n".join(self.notes),
            extra=tuple(sorted(self.kept)),
            **cast("dict[str, Any]", {name: it for name, it in self.values.items() if it}),
        )

    def _people(self) -> tuple[tuple[Name, ...], tuple[Name, ...], tuple[Name, ...]]:
        authors, self.et_al = people(self.all("author", "AU", "A1"))
        edited = {"BOOK": ("ED", "A2", "A3"), "CASE": ("ED",)}.get(self.kind, ("ED", "A2"))
        editors, _ = people(self.all("editor", *edited))
        translators, _ = people(self.all("translator", "A4"))
        if self.ty == "EDBOOK" and not editors:
            authors, editors = (), authors
        return authors, editors, translators

    def _said(self) -> None:
        """`M2  - PMID: n` and the like (MAPPING 2), and the mark of a list that goes on."""
        for row in self.tags.pop("M2", ()):
            text = row.text()
            found = said(text)
            if text == ET_AL:
                self.et_al = True
            elif found is None:
                self.keep("M2", row, text)
            else:
                self._says(*found)
        for row in self.tags.pop("N1", ()):
            text = row.text()
            if text == ET_AL:
                self.et_al = True
                continue
            found = said(text)
            if found is not None and found[0] in _NUMBERS and not self.values.get(found[0]):
                self.values[found[0]] = found[1]
                continue
            if not self.notes:
                self.places[self.index, "note"] = self.faults.at(row.line, row.column)
            self.notes.append(text)

    def _says(self, name: str, value: str) -> None:
        if name == "id":
            self.id = self.id or value
        elif name == "type":
            self.type = value
        else:
            self.values[name] = value

    def _dates(self) -> tuple[Date | None, Date | None]:
        issued, by = None, ""
        for tag in ("PY", "Y1", "DA"):
            date = self._date("issued", tag, issued.year if issued else None)
            if date is None:
                continue
            if issued is not None and issued.year != date.year:
                self.faults.odd(
                    "dates-differ",
                    f"{tag} says {date}, {by} says {issued}; {tag} is taken",
                    self.places[self.index, "issued"],
                    "look up the year, and leave one of the two",
                    self.id,
                )
            elif issued is not None and len(issued.parts) > len(date.parts):
                continue
            issued, by = date, tag
        return issued, self._date("accessed", "Y2")

    def _date(self, variable: str, tag: str, year: int | None = None) -> Date | None:
        rows = self.tags.get(tag)
        if rows is None:
            return None
        place = self.faults.at(rows[0].line, rows[0].column)
        date = self.faults.dated(rows[0].text(), place, self.id, year=year)
        if date is not None:
            self.take(variable, tag)
        return date

    def _titles(self) -> None:
        value, places = self.values, self.places
        full, brief = (self.index, "container-title"), (self.index, "container-title-short")
        value["title"] = self.take("title", "TI", "T1", "CT")
        value["title_short"] = self.take("title-short", "ST") or value.get("title_short", "")
        short = self.take("container-title-short", "J2", "JA", "JO")
        container = self._container()
        if self.kind == "CASE" and not container:
            container = self.take("container-title", "A2")  # Zotero's place for the reporter
        for tag in ("J2", "JA", "JO"):  # EndNote says the abbreviation twice
            if any(row.text() in {short, container} for row in self.tags.get(tag, ())):
                del self.tags[tag]
        if not value["title"]:
            value["title"] = self.take("title", "BT")
        if not container and short and self.kind in table.JOURNALS:
            container = short  # the one title that is there is both (MAPPING 9)
            places[full] = places[brief]
        elif short == container and is_abbreviated(container):
            short = ""
        elif self._is_swapped(container, short):
            container, short = short, container
            places[full], places[brief] = places[brief], places[full]
        value["container_title"], value["container_title_short"] = container, short

    def _is_swapped(self, container: str, short: str) -> bool:
        """Whether the abbreviation stands in the full title's place, as in EndNote's PubMed."""
        return (
            self.kind in table.JOURNALS
            and len(container) < len(short)
            and is_abbreviated(container)
            and not is_abbreviated(short)
        )

    def _container(self) -> str:
        value = self.values
        series = self.take("collection-title", "T3")
        if self.kind in table.SERIES_IN_T2:
            value["collection_title"] = series or self.take("collection-title", "T2", "JF")
            return ""
        value["collection_title"] = series
        if self.type not in {"paper-conference", "speech"}:
            container = self.take("container-title", "JF", "T2", "BT")
            if self.tags.get("T2") and self.tags["T2"][0].text() == container:
                self.take("container-title", "T2")
            return container
        container = self.take("container-title", "C3", "BT", "JF")
        event = self.take("event-title", "T2")
        if event == container or (not container and _PROCEEDINGS.search(event)):
            container, event = event, ""
        value["event_title"] = event
        return container

    def _is_volume(self) -> bool:
        """Whether a conference is all that a record without authors names: its proceedings."""
        return bool(self.values["event_title"]) and not self.values["container_title"]

    def _numbers(self) -> None:
        value = self.values
        value["volume"] = self.take("volume", "VL")
        number = self.take("number", "C7") if self.type in ARTICLES else ""
        value["issue"] = self.take("issue", "IS")
        if self.kind == "JOUR" and not value["issue"]:
            value["issue"] = self.take("issue", "M1")  # EndNote's habit
        self._pages(number)
        numbered = self.kind not in table.NO_NUMBER_IN_M1 or self.kind in table.NUMBERED
        if numbered and not value.get("number"):
            value["number"] = self.take("number", "M1")
        if self.kind == "CASE":
            value["number"] = value.get("number") or self.take("number", "SV")
        tag = "M1" if self.kind == "BOOK" else "SV"
        value["collection_number"] = self.take("collection-number", tag)
        edition = "version" if self.kind in table.VERSIONED else "edition"
        if not self._is_day_of_publication(self.tags.get("ET", [])):
            value[edition] = self.take(edition, "ET") or value.get(edition, "")

    def _is_day_of_publication(self, rows: list[Row]) -> bool:
        """Whether `ET` is when an article came out in print or online, as EndNote writes."""
        return self.kind in table.JOURNALS and any(_DAY.match(row.value) for row in rows)

    def _pages(self, number: str) -> None:
        value = self.values
        place = self.tags.get("SP", self.tags.get("EP", [self.first]))[0]
        start, end = self.take("page", "SP"), self.take("page", "EP")
        if start and not end and self.kind in table.COUNTED and start.isdecimal():
            value["number_of_pages"] = start
            self.places[self.index, "number-of-pages"] = self.faults.at(place.line, place.column)
            return
        page = pages(one_dash(start), one_dash(end))
        value["page"], found = located(page, number, self.type)
        if found and found != number and end and is_article_number(found):
            self.faults.mended(
                "article-number",
                f"SP {start} and EP {end} are read as the article number {found}",
                self.faults.at(place.line, place.column),
                self.id,
            )
        if found:
            value["number"] = found
            self.places.setdefault((self.index, "number"), self.faults.at(place.line, place.column))

    def _texts(self) -> None:
        value = self.values
        value["publisher"] = self.take("publisher", "PB")
        value["publisher_place"] = self.take("publisher-place", *self._places())
        if self.kind == "CONF":
            value["event_place"] = self.take("event-place", "CY")
        elif self.kind == "SLIDE":
            value["event_place"] = self.take("event-place", "C1")
        value["language"] = code_of(self.take("language", "LA"))
        value["abstract"] = self.take("abstract", "AB", "N2")
        value["keyword"] = ", ".join(
            part for text in self.all("keyword", "KW") for part in _LISTED.split(text) if part
        )
        value["doi"] = value.get("doi") or self._doi()
        genre = self.take("genre", "M3")
        if DOI.parse(genre):
            value["doi"] = value["doi"] or DOI(genre)
            genre = ""
        value["genre"] = read_genre(self.type, genre)
        value["url"], *others = self.all("URL", "UR", "LK") or [""]
        self.notes += others
        if self.type == "manuscript" and self._is_preprint():
            self.type = "article"
        for tag, name in table.OTHERS.items():
            text = self.take(name, tag)
            if text:
                self.kept.append((name, _json(text)))

    def _places(self) -> tuple[str, ...]:
        if self.kind != "CONF":
            return ("CY", "PP")
        return ("C1", "PP") if "C1" in self.tags else ("PP",)

    def _doi(self) -> str:
        text = self.take("DOI", "DO", "DI")
        return DOI.parse(text) or text

    def _is_preprint(self) -> bool:
        value = self.values
        where = f"{value['publisher']} {value['container_title']}".casefold()
        return bool(value.get("arxiv")) or any(server in where for server in table.SERVERS)

    def _serials(self) -> None:
        """`SN` by its shape: an ISSN, an ISBN, or the number of a report, patent or standard."""
        value = self.values
        numbered = self.kind in table.NUMBERED
        for row in self.tags.pop("SN", ()):
            text = row.text()
            found = serials(text, numbered=numbered)
            if not found and numbered:
                found = [("number", text)]
            for name, part in found or [("", text)]:
                if not name or value.get(name):
                    self.keep("SN", row, part)
                    continue
                value[name] = part
                variable = name if name == "number" else name.upper()
                self.places[self.index, variable] = self.faults.at(row.line, row.column)
        self._pubmed()

    def _pubmed(self) -> None:
        """`AN` of a record from PubMed is its number; `C2` a PMCID where it looks like one."""
        value = self.values
        source = dict(self.kept).get("source", "") + dict(self.kept).get("archive", "")
        if re.search(r"(?i)pubmed|medline|\bnlm\b", source) and not value.get("pmid"):
            rows = self.tags.get("AN")
            if rows and PMID.parse(rows[0].text()):
                value["pmid"] = PMID(self.take("PMID", "AN"))
        rows = self.tags.get("C2")
        if rows and PMCID.parse(rows[0].text()) and not value.get("pmcid"):
            value["pmcid"] = PMCID(self.take("PMCID", "C2"))


def _json(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False)
