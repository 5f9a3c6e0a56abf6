"""One tag of a RIS record with its value and place; EndNote XML is read by way of it too."""

from __future__ import annotations

from dataclasses import dataclass, field

from ifnlit.formats.markup import clean


@dataclass(slots=True)
class Row:
    """A tag, its value, and where the value begins; `more` are the lines it goes on in.

    `begins` is the column of the tag itself.
    """

    tag: str
    value: str
    line: int
    column: int
    more: list[str] = field(default_factory=list[str])
    begins: int = 1

    def text(self) -> str:
        """The whole value, HTML entities as characters; keywords keep their lines apart."""
        value = self.value.strip()
        if self.more:
            joint = "\n" if self.tag == "KW" else " "
            value = joint.join(part for part in (value, *self.more) if part)
        return clean(value).strip() if "&" in value or "<" in value else value
