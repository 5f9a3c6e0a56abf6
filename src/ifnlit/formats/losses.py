"""What a format loses of given references: written, read back, compared; nothing is looked up.

The reader is the format's own, so a loss is what no reader can find again in the file. What a
format adds (an abbreviation, a publisher) is no loss; neither is an abbreviated title that stands
in the full title's place and would be written as both.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, cast

from ifnlit.formats.format import Flavour
from ifnlit.formats.person import inverted
from ifnlit.model.csl import variable
from ifnlit.model.name import Name
from ifnlit.model.reference import Origin, Reference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ifnlit.formats.format import Format, Reader, Writer

# Attributes that are no variable of CSL, by the names that people know.
_NAMES = {"et_al": "et-al", "origin": "printed-text", "id": "id", "type": "type"}
_OWN = frozenset({"list-number", "printed-text", "repairs"})
_GENERAL = Flavour()


@dataclass(frozen=True, slots=True)
class Loss:
    """A value of the reference `ref` (its key) that comes back as `after` ("" for not at all)."""

    ref: str
    variable: str
    before: str
    after: str

    @property
    def is_own(self) -> bool:
        """Whether it is of the library alone: where a record came from, not what it says."""
        return self.variable in _OWN or self.variable.startswith("custom.")

    def __str__(self) -> str:
        """`key: variable "before" becomes "after"`, or `is lost`."""
        end = f'becomes "{self.after}"' if self.after else "is lost"
        return f'{self.ref}: {self.variable} "{self.before}" {end}'


def losses(
    format_: Format,
    references: Sequence[Reference],
    flavour: Flavour = _GENERAL,
    read: Reader | None = None,
) -> tuple[Loss, ...]:
    """What comes back otherwise than it was, in the order of the references and of their fields.

    `read` reads the format where the format itself names no reader. A format that is only
    written loses nothing that could be told: the answer is empty.
    """
    write, reader = format_.write, read or format_.read
    if write is None or reader is None:
        return ()
    return tuple(
        loss for reference in references for loss in _of_one(write, reader, reference, flavour)
    )


def _of_one(write: Writer, read: Reader, reference: Reference, flavour: Flavour) -> Iterator[Loss]:
    found = read(write([reference], flavour), "").references
    if len(found) != 1:
        yield Loss(reference.id, "record", reference.title, "")
        return
    after = found[0]
    short = reference.container_title_short
    if short == reference.container_title:
        after = replace(after, container_title_short=short)
    for field in fields(Reference):
        before, now = getattr(reference, field.name), getattr(after, field.name)
        if before == now or not before:
            continue
        if field.name in {"extra", "custom"}:
            lead = "custom." if field.name == "custom" else ""
            yield from _kept(reference.id, lead, dict(before), dict(now))
        elif field.name == "origin":
            yield from _printed(reference.id, before, now)
        else:
            name = _NAMES.get(field.name) or variable(field.name)
            yield Loss(reference.id, name, _shown(before), _shown(now))


def _kept(ref: str, lead: str, before: dict[str, str], after: dict[str, str]) -> Iterator[Loss]:
    """Fields without an attribute, each by the name its file gave it."""
    for name, text in before.items():
        now = after.get(name)
        if now != text and (now is None or _plain(json.loads(now)) != _plain(json.loads(text))):
            yield Loss(ref, f"{lead}{name}", text, now or "")


def _plain(value: object) -> object:
    """A value of JSON with its numbers as text, which is how YAML has them."""
    if isinstance(value, dict):
        return {key: _plain(it) for key, it in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [_plain(it) for it in cast("list[object]", value)]
    return value if isinstance(value, str) else json.dumps(value)


def _printed(ref: str, before: Origin, after: Origin | None) -> Iterator[Loss]:
    now = after or Origin()
    if before.n is not None and before.n != now.n:
        yield Loss(ref, "list-number", str(before.n), "")
    if before.raw and before.raw != now.raw:
        yield Loss(ref, "printed-text", before.raw, now.raw)
    if before.repairs and before.repairs != now.repairs:
        yield Loss(ref, "repairs", str(len(before.repairs)), "")


def _split(name: Name) -> str:
    """What one line does not show of how a name is split."""
    if name.literal:
        return " (a body)"
    if name.non_dropping_particle:
        return f" ({name.non_dropping_particle})"
    if name.dropping_particle:
        return f" ({name.dropping_particle}, dropped in sorting)"
    return "" if name.family else " (a given name)"


def _shown(value: object) -> str:
    """A value in one line, as a person would write it."""
    if isinstance(value, Name):
        return f"{inverted(value, body_comma=False)}{_split(value)}"
    if isinstance(value, tuple):
        return "; ".join(_shown(one) for one in cast("tuple[object, ...]", value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
