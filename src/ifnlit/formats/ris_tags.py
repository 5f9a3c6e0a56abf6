"""The tags of a RIS record while they are taken one by one, and what is kept of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ifnlit.formats.kept import kept
from ifnlit.formats.person import listed
from ifnlit.model.csl import NAMES

if TYPE_CHECKING:
    from ifnlit.formats.faults import Faults
    from ifnlit.formats.ris_row import Row
    from ifnlit.model.finding import Place


class Tags:
    """What is left of a record's tags; `kept` is what no variable holds, `taken` what was."""

    def __init__(
        self,
        rows: list[Row],
        faults: Faults,
        index: int,
        places: dict[tuple[int, str], Place],
    ) -> None:
        self.tags: dict[str, list[Row]] = {}
        for row in rows:
            if row.value or row.more:
                self.tags.setdefault(row.tag, []).append(row)
        self.faults = faults
        self.index = index
        self.places = places
        self.kept: list[tuple[str, str]] = []
        self.taken: set[str] = set()

    def take(self, variable: str, *tags: str) -> str:
        """The first value of the first of these tags that is there."""
        for tag in tags:
            rows = self.tags.get(tag)
            if rows:
                row = rows.pop(0)
                self.taken.add(tag)
                if not rows:
                    del self.tags[tag]
                self.places[self.index, variable] = self.faults.at(row.line, row.column)
                return row.text()
        return ""

    def all(self, variable: str, *tags: str) -> list[str]:
        """Every value of these tags."""
        rows = [row for tag in tags for row in self.tags.pop(tag, ())]
        if rows:
            self.places[self.index, variable] = self.faults.at(rows[0].line, rows[0].column)
        texts = [row.text() for row in rows]
        if variable in NAMES:
            said = (
                row
                for row, text in zip(rows, texts, strict=True)
                for name in listed(text)
                if name.strip(" ,")  # the mark of a list that goes on has its place too
            )
            for at, row in enumerate(said):
                self.places[self.index, f"{variable}[{at}]"] = self.faults.at(row.line, row.column)
        return texts

    def keep_the_rest(self, ref: str) -> None:
        """Every tag that nothing took: kept under its name, a tag that came twice as lines."""
        for tag, rows in self.tags.items():
            texts = [text for row in rows if (text := row.text())]
            if not texts:
                continue
            place = self.faults.at(rows[0].line, rows[0].begins)
            if tag in self.taken:
                self.faults.odd(
                    "duplicate-field",
                    f"{tag} stands here a second time; the first one is taken",
                    place,
                    "where two records run together, part them by ER  - and TY  - lines",
                    ref,
                )
            else:
                self.faults.unknown(tag, place, ref)
            self.kept.append(kept("ris", tag, "\n".join(texts)))

    def keep(self, tag: str, row: Row, text: str) -> None:
        """Put a value back, to be kept with the rest."""
        self.tags.setdefault(tag, []).append(replace(row, tag=tag, value=text, more=[]))
