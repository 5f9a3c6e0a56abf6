"""PubMed's .nbib: a tag of up to four letters, lines that go on, a blank line between records."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from ifnlit.formats.et_al import is_et_al
from ifnlit.formats.faults import Faults
from ifnlit.formats.kept import kept
from ifnlit.formats.language import code_of
from ifnlit.formats.locator import is_article_number, located, one_dash
from ifnlit.formats.markup import clean
from ifnlit.formats.nbib_table import KINDS
from ifnlit.formats.person import person
from ifnlit.model.csl import variable
from ifnlit.model.identifier import DOI, ISBN, ISSN, PMCID, PMID, ArXiv
from ifnlit.model.name import Name
from ifnlit.model.reading import Reading
from ifnlit.model.reference import Reference

if TYPE_CHECKING:
    from ifnlit.model.date import Date
    from ifnlit.model.finding import Place

_TAG = re.compile(r"([A-Z][A-Z0-9]{1,3}) *- ?(.*)", re.DOTALL)
_GOES_ON = re.compile(r"\s+\S")
_END = re.compile(r"\r\n|\n|\r")
_BEGINS = frozenset({"PMID"})
_TYPES = {kind.casefold(): name for name, kind in KINDS.items()} | {
    "book section": "chapter",
    "books": "book",
    "academic dissertation": "thesis",
    "dissertation": "thesis",
    "dataset": "dataset",
}
_SUFFIXED = re.compile(r"(?:(.*) )?,? ?([JS]r|2nd|3rd|4th|II|III|IV)\.?", re.DOTALL)
_STOP = re.compile(r"(?<!\.)\.$|(?<=\.)(?<!\.\.)\.$|(?<=\.\.\.)\.$")
_INITIAL = re.compile(r"(?<![\w.])([^\W\d_])(?=[\s,-]|$)")
# What PubMed keeps of its own work on a record; it is kept, and nobody need hear of it.
_OWN = frozenset(
    """OWN STAT DCOM LR EDAT MHDA CRDT PHST SO SB JID DRDT DA RF PST PUBM UOF OAB OABL DEP CTDT
    CON CIN UIN UOF EIN RIN""".split()
)
_TEXTS = {
    "PMID": "pmid",
    "JT": "container_title",
    "TA": "container_title_short",
    "CTI": "collection_title",
    "PL": "publisher_place",
    "PB": "publisher",
    "VI": "volume",
    "IP": "issue",
    "PG": "page",
    "EN": "edition",
    "AB": "abstract",
    "PMC": "pmcid",
    "ISBN": "isbn",
    "BTI": "book",
}
# Tags that are more than one text -> the method that takes them.
_TAKERS = {
    "TI": "_title",
    "FAU": "_person",
    "FED": "_person",
    "AU": "_short_person",
    "ED": "_short_person",
    "CN": "_body",
    "DP": "_date",
    "LID": "_article_id",
    "AID": "_article_id",
    "IS": "_issn",
    "OT": "_keyword",
    "KW": "_keyword",
    "LA": "_language",
    "PT": "_type",
    "GN": "_note",
}


@dataclass(slots=True)
class _Line:
    """A tag, the lines of its value, and where the value begins."""

    tag: str
    parts: list[str]
    number: int
    column: int

    @property
    def value(self) -> str:
        """The lines as one."""
        return " ".join(self.parts)


def read(text: str, path: str) -> Reading:
    """The references of .nbib text with their places; never raises."""
    faults = Faults(path)
    references: list[Reference] = []
    places: dict[tuple[int, str], Place] = {}
    for lines in _cut(text, faults):
        record = _Record(lines, faults, len(references), places)
        references.append(record.reference())
    return Reading(tuple(references), tuple(faults.found), places)


def _cut(text: str, faults: Faults) -> list[list[_Line]]:
    """The lines of each record: a blank line or a second PMID begins the next one."""
    found: list[list[_Line]] = [[]]
    stray = False
    for number, line in enumerate(_END.split(text), 1):
        tagged = _TAG.match(line)
        if tagged is not None:
            if tagged[1] in _BEGINS and any(one.tag in _BEGINS for one in found[-1]):
                faults.odd(
                    "records-run-together",
                    "a second PMID begins a record of its own",
                    faults.at(number, 1),
                    "put an empty line before it",
                )
                found.append([])
            found[-1].append(_Line(tagged[1], [tagged[2].strip()], number, tagged.start(2) + 1))
            stray = False
        elif not line.strip(" \t\ufeff"):
            if found[-1]:
                found.append([])
        elif found[-1] and _GOES_ON.match(line):
            found[-1][-1].parts.append(line.strip())
        elif not stray:
            stray = True
            faults.odd(
                "outside-record",
                f'a line without a tag is passed over: "{line.strip()[:60]}"',
                faults.at(number, 1),
                "begin it with a tag, or with six blanks where it goes on",
            )
    return [lines for lines in found if lines]


class _Record:
    """The tags of one record, taken one by one; what nothing knows is kept."""

    def __init__(
        self,
        lines: list[_Line],
        faults: Faults,
        index: int,
        places: dict[tuple[int, str], Place],
    ) -> None:
        self.lines = lines
        self.faults = faults
        self.index = index
        self.places = places
        self.values: dict[str, str] = {}
        self.people: dict[str, list[Name]] = {"AU": [], "ED": []}
        self.short: dict[str, list[Name]] = {"AU": [], "ED": []}
        self.keywords: list[str] = []
        self.notes: list[str] = []
        self.kinds: list[str] = []
        self.kept: dict[str, list[str]] = {}
        self.et_al = False
        self.issued: Date | None = None
        places[index, ""] = faults.at(lines[0].number, 1)

    def reference(self) -> Reference:
        for line in self.lines:
            self._take(line)
        values = self.values
        kind = self._kind()
        book = values.pop("book", "")
        if not values.get("title"):
            values["title"], book = book, ""
        if book and not values.get("container_title"):
            values["container_title"] = book
        page = one_dash(values.get("page", ""))
        values["page"], values["number"] = located(page, values.get("number", ""), kind)
        short = values.get("container_title_short", "")
        if short == values.setdefault("container_title", short):
            values["container_title_short"] = ""
        return Reference(
            id="",
            type=kind,
            author=self._names("AU"),
            et_al=self.et_al,
            editor=self._names("ED"),
            issued=self.issued,
            keyword=", ".join(self.keywords),
            note="\n".join(self.notes),
            extra=tuple(sorted(kept("nbib", tag, "\n".join(it)) for tag, it in self.kept.items())),
            **cast("dict[str, Any]", {name: it for name, it in values.items() if it}),
        )

    def _names(self, role: str) -> tuple[Name, ...]:
        """The full names; of an old record, which has none, the short ones."""
        full = any(not name.literal for name in self.people[role])
        return tuple(self.people[role] if full else self.short[role])

    def _take(self, line: _Line) -> None:
        value = clean(line.value)
        if not value:
            return
        taker = _TAKERS.get(line.tag)
        if taker is not None:
            getattr(self, taker)(line, value)
        elif _TEXTS.get(line.tag):
            self._set(_TEXTS[line.tag], self._spelled(line.tag, value), line)
        else:
            self._keep(line, value)

    def _title(self, line: _Line, value: str) -> None:
        """The title without PubMed's stop, and without the brackets of a translated one."""
        title = _STOP.sub("", value)
        if title.startswith("[") and title.endswith("]"):
            title = title[1:-1]
        self._set("title", title, line)

    def _body(self, line: _Line, value: str) -> None:
        self.places.setdefault((self.index, "author"), self.faults.at(line.number, line.column))
        self.people["AU"].append(Name(literal=value))
        self.short["AU"].append(Name(literal=value))

    def _keyword(self, line: _Line, value: str) -> None:
        self.places.setdefault((self.index, "keyword"), self.faults.at(line.number, line.column))
        self.keywords.append(value)

    def _language(self, line: _Line, value: str) -> None:
        self._set("language", code_of(value), line)

    def _type(self, line: _Line, value: str) -> None:
        self.places.setdefault((self.index, "type"), self.faults.at(line.number, line.column))
        self.kinds.append(value)

    def _note(self, line: _Line, value: str) -> None:
        self.places.setdefault((self.index, "note"), self.faults.at(line.number, line.column))
        self.notes.append(value)

    def _spelled(self, tag: str, value: str) -> str:
        kind = {"PMID": PMID, "PMC": PMCID, "ISBN": ISBN}.get(tag)
        return (kind.parse(value) if kind else None) or value

    def _set(self, name: str, value: str, line: _Line) -> None:
        if name in self.values:
            if value != self.values[name]:
                self._keep(line, value)
            return
        self.values[name] = value
        self.places[self.index, variable(name)] = self.faults.at(line.number, line.column)

    def _keep(self, line: _Line, value: str) -> None:
        if line.tag not in self.kept and line.tag not in _OWN:
            where = self.faults.at(line.number, 1)
            self.faults.unknown(line.tag, where, self.values.get("pmid", ""))
        self.kept.setdefault(line.tag, []).append(value)

    def _person(self, line: _Line, value: str) -> None:
        if is_et_al(value):
            self.et_al = True
            return
        family, comma, given = value.partition(",")
        given, suffix = _without_suffix(given.strip())
        given = _INITIAL.sub(lambda letter: f"{letter[0]}{'.' * letter[0].isupper()}", given)
        name = person(", ".join(part for part in (family, given, suffix) if part))
        if not comma:
            name = person(family)
        self.people[line.tag[1:]].append(name)
        role = "author" if line.tag == "FAU" else "editor"
        self.places.setdefault((self.index, role), self.faults.at(line.number, line.column))

    def _short_person(self, line: _Line, value: str) -> None:
        """A short name ("Lan YR"), which old records have alone: its letters are initials."""
        if is_et_al(value):
            self.et_al = True
            return
        family, _, letters = value.rpartition(" ")
        if not family or not letters.isupper():
            family, letters = value, ""
        given = " ".join(f"{letter}." for letter in letters)
        self.short[line.tag].append(person(f"{family}, {given}" if given else family))

    def _date(self, line: _Line, value: str) -> None:
        place = self.faults.at(line.number, line.column)
        self.issued = self.faults.dated(value, place, self.values.get("pmid", ""))
        if self.issued is None:
            self._keep(line, value)
            return
        self.places[self.index, "issued"] = place

    def _article_id(self, line: _Line, value: str) -> None:
        text, _, kind = value.rpartition(" ")
        if kind == "[doi]":
            self._set("doi", DOI.parse(text) or text, line)
        elif text.startswith("arXiv:") and ArXiv.parse(text):
            self._set("arxiv", ArXiv(text), line)
        elif kind == "[pii]" and line.tag == "LID" and is_article_number(text):
            self._set("number", text, line)
        else:
            self._keep(line, value)

    def _issn(self, line: _Line, value: str) -> None:
        text = value.partition(" ")[0]
        if "issn" in self.values or not ISSN.parse(text):
            self._keep(line, value)
        else:
            self._set("issn", ISSN(text), line)

    def _kind(self) -> str:
        """The type that the publication types say; "Review" and the like stay a genre."""
        found = [_TYPES[kind.casefold()] for kind in self.kinds if kind.casefold() in _TYPES]
        others = [
            kind
            for kind in self.kinds
            if kind.casefold() not in _TYPES and kind != "Journal Article"
        ]
        if others and not found and len(others) == len(self.kinds):
            self.values["genre"], *others = others
        if others:
            self.kept.setdefault("PT", []).extend(others)
        if found:
            return found[0]
        book = "book" in self.values and not self.values.get("title")
        return "book" if book else "article-journal"


def _without_suffix(given: str) -> tuple[str, str]:
    """The given names, and "Jr", "3rd" or the like after them (with its stop)."""
    found = _SUFFIXED.fullmatch(given)
    if found is None:
        return given, ""
    suffix = f"{found[2]}." if found[2] in {"Jr", "Sr"} else found[2]
    return (found[1] or "").rstrip(" ,"), suffix
