"""The fields of an entry while they are taken one by one, and what they became so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ifnlit.formats.bib_file import FAMILY
from ifnlit.formats.kept import kept
from ifnlit.formats.latex_read import text_of
from ifnlit.model.csl import variable

if TYPE_CHECKING:
    from ifnlit.formats.bib_read_entry import Entry, Teller
    from ifnlit.formats.bib_read_values import Value


class Taken:
    """An entry being read: what is left of its fields, the values and offsets of attributes.

    `extra` is what is kept as it stands, `unmapped` names those of it that no variable holds.
    """

    def __init__(self, entry: Entry, tell: Teller) -> None:
        self.entry = entry
        self.tell = tell
        self.left = dict(entry.fields)
        self.values: dict[str, Any] = {}
        self.offsets: dict[str, int] = {"": entry.at}
        self.unmapped: list[tuple[str, int]] = []
        self.extra: list[tuple[str, str]] = []
        self.more_urls: list[str] = []

    def take(self, *names: str) -> Value | None:
        """The first of these fields that is there and not taken yet."""
        for name in names:
            value = self.left.get(name)
            if value is not None:
                del self.left[name]
                if value.latex and not value.latex.isspace():
                    return value
        return None

    def set(self, attribute: str, value: object, at: int) -> None:
        """The value of an attribute, and where it stands."""
        self.values[attribute] = value
        self.offsets[variable(attribute)] = at

    def text(self, attribute: str, *names: str) -> str:
        """Read a text field into an attribute, unless that has a value."""
        if self.values.get(attribute):
            return ""
        found = self.take(*names)
        if found is None:
            return ""
        text = text_of(found.latex)
        if text:
            self.set(attribute, text, found.at)
        return text

    def keep(self, name: str, value: Value) -> None:
        """Keep a field as it stands."""
        self.extra.append(kept(FAMILY, name, value.latex))
