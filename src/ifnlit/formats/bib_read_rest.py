"""What entries of every type have alike: notes, language, keywords, rare fields, and the rest."""

from __future__ import annotations

import json
import re

from ifnlit.formats.bib_entry import MORE, MORE_DATES, MORE_NAMES
from ifnlit.formats.bib_file import AFTER, BEFORE, FAMILY
from ifnlit.formats.bib_read_dates import whole
from ifnlit.formats.bib_read_names import names_of
from ifnlit.formats.bib_read_taken import Taken
from ifnlit.formats.csl_rare import kept_date, kept_names
from ifnlit.formats.et_al import ET_AL
from ifnlit.formats.kept import kept
from ifnlit.formats.language import code_of
from ifnlit.formats.latex_read import text_of
from ifnlit.model.csl import variable
from ifnlit.model.identifier import IDENTIFIERS, ArXiv

_NOTE_LINE = re.compile(r"(PMID|PMCID|DOI): *(\S+)")
_ARXIV_JOURNAL = re.compile(r"arXiv(?: preprint)?[ :]+(?:arXiv:)?(\S+)", re.IGNORECASE)
_COMMAND = re.compile(r"\\[A-Za-z]+")
_POINTERS = frozenset({"crossref", "xref"})


class Rest(Taken):
    """The part of reading an entry that asks for no type."""

    def notes(self) -> None:
        """Language, keywords, notes."""
        self.language()
        self.keywords()
        note = self.take("note")
        if note is not None:
            rest = _NOTE_LINE.sub(self.note_line, note.latex) if ":" in note.latex else note.latex
            text = text_of(rest)
            if text:
                self.set("note", text, note.at)
        if self.more_urls:
            texts = [self.values.get("note", ""), *self.more_urls]
            self.values["note"] = " ".join(text for text in texts if text)
        annote = self.left.get("annote")
        if annote is not None and text_of(annote.latex) == ET_AL:
            del self.left["annote"]
            self.values["et_al"] = True

    def commands(self) -> None:
        """Tell of commands that nobody knows: they stand in the text as they are written."""
        for attribute, value in self.values.items():
            if not isinstance(value, str) or "\\" not in value or attribute == "url":
                continue
            name = variable(attribute)
            at = self.offsets.get(name, self.entry.at)  # a second address is in the note
            written = "".join(it.latex for it in self.entry.fields.values() if it.at == at)
            for command in dict.fromkeys(_COMMAND.findall(value)):
                if command in written:  # a backslash that is text is \textbackslash there
                    self.tell(
                        "undefined-macro",
                        f'no text is known for "{command}": {name} has it as it stands',
                        at,
                        self.entry.key,
                        "write the character itself, or take the command off its word",
                    )

    def note_line(self, found: re.Match[str]) -> str:
        """What Zotero writes of its Extra field into a note."""
        attribute = found[1].lower()
        spelled = IDENTIFIERS[attribute].parse(found[2])
        if spelled is None or self.values.get(attribute):
            return found[0]
        self.set(attribute, spelled, self.entry.fields["note"].at)
        return ""

    def language(self) -> None:
        for name in ("language", "langid"):
            found = self.left.get(name)
            if found is None:
                continue
            code = code_of(text_of(found.latex))
            if self.values.get("language", code) == code:
                del self.left[name]
                if name == "language" or "language" not in self.values:
                    self.set("language", code, found.at)

    def keywords(self) -> None:
        """Keywords of all fields that have some, each once."""
        words: list[str] = []
        at = 0
        for name in ("keywords", "keyword", "mendeley-tags", "author_keywords"):
            found = self.take(name)
            if found is not None:
                text = text_of(found.latex)
                mark = ";" if ";" in text else ","
                at = at or found.at
                words.extend(word.strip() for word in text.split(mark))
        unique = [word for word in dict.fromkeys(words) if word]
        if unique:
            joint = "; " if any("," in word for word in unique) else ", "
            self.set("keyword", joint.join(unique), at)

    def rare(self) -> None:
        """Variables of CSL that have no attribute."""
        if "annotation" not in self.left and "annote" in self.left:
            self.left["annotation"] = self.left.pop("annote")
        for name in [name for name in self.left if name in MORE]:
            found = self.take(name)
            if found is not None:
                text = json.dumps(text_of(found.latex), ensure_ascii=False)
                self.extra.append((MORE[name], text))
                self.offsets[MORE[name]] = found.at
        for name in [name for name in self.left if name in MORE_DATES]:
            date, exact = whole(self.left[name].latex)
            if date is not None and exact:
                self.extra.append(kept_date(MORE_DATES[name], date))
                self.offsets[MORE_DATES[name]] = self.left.pop(name).at
        for name in [name for name in self.left if name in MORE_NAMES]:
            people, goes_on, fault = names_of(self.left[name].latex)
            if people and not goes_on and not fault:
                self.extra.append(kept_names(MORE_NAMES[name], people))
                self.offsets[MORE_NAMES[name]] = self.left.pop(name).at

    def remains(self) -> None:
        """Keep what nobody took, and what stood around the entry."""
        arxiv = _ARXIV_JOURNAL.fullmatch(self.values.get("container_title", ""))
        number = ArXiv.parse(arxiv[1]) if arxiv else None
        if number is not None and "arxiv" not in self.values:
            self.set("arxiv", number, self.offsets["container-title"])
        self.rare()
        self.left.pop("xdata", None)  # its fields are in the record
        for name, value in self.left.items():
            if name not in self.entry.given:
                self.keep(name, value)
                if name not in _POINTERS:
                    self.unmapped.append((name, value.at))
        for name, text in ((BEFORE, self.entry.before), (AFTER, self.entry.after)):
            if text:
                self.extra.append(kept(FAMILY, name, text))
