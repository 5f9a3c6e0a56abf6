"""Who wrote a work, where a list says only that it is whoever wrote the one before.

`———. 1991. A title.` (Chicago Manual of Style, 17th ed., 14.67), `Ders.: Titel.` and
`Dies. (Hg.): Titel.` in German.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.model.reference import Origin, Repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.name import Name
    from ifnlit.model.parsed import Parsed
    from ifnlit.model.reference import Reference
    from ifnlit.parse.span import Span

_FIRST = ("-", "_", "D", "d", "I", "i", "E")
_ROLE = r"(?P<role>,?\s?\(?(?:[Ee]ds?|Hg|Hrsg|[Hh]rsg)\.\)?)?"
_SAME = re.compile(
    rf"(?P<mark>-{{2,8}}|_{{2,8}}|-(?=[.,:]|\s\(?[12]\d{{3}})|[Dd]ers(?:elbe)?\.?|[Dd]ies(?:elben?)?\.?|Idem|Id\.)"
    rf"{_ROLE}(?:[.,:;]\s?|\s(?=\(?[12]\d{{3}})|\s(?=\())"
)
# The whole work again: there is no name in front, and no title.
_WORK = re.compile(r"(?P<mark>Ebd|[Ee]benda|[Ii]bid(?:em)?)\b\.?")
_WHY = "the names of the reference before"


def opening(text: str) -> re.Match[str] | None:
    """What a string begins with in the place of its names, and what role it says they have."""
    if not text.startswith(_FIRST):
        return None
    return _SAME.match(text) or _WORK.match(text)


def without(spans: Sequence[Span], end: int) -> tuple[Span, ...]:
    """The spans of a string without what was read in the first `end` characters of it.

    Where that was the title, what was taken for its host is the title.
    """
    kept = [one for one in spans if one.start >= end]
    lost = any(one.label == "title" for one in spans) and not any(
        one.label == "title" for one in kept
    )
    host = next((one for one in kept if one.label == "container-title"), None)
    if lost and host:
        kept[kept.index(host)] = changed(host, label="title")
    return tuple(kept)


def named(found: Parsed, before: Reference, mark: re.Match[str]) -> Parsed:
    """A record with the names of the one before it, told as a repair."""
    names = before.author or before.editor
    if not names or mark.re is _WORK:
        return found
    reference, origin = found.reference, found.reference.origin or Origin()
    told = Repair("author", mark["mark"], "; ".join(map(_shown, names)), "normalisation", _WHY)
    origin = changed(origin, repairs=(told, *origin.repairs))
    if mark["role"]:
        reference = changed(reference, editor=(*names, *reference.editor), origin=origin)
    else:
        et_al = reference.et_al or (bool(before.author) and before.et_al)
        author = (*names, *reference.author)
        reference = changed(reference, author=author, et_al=et_al, origin=origin)
    return changed(found, reference=reference)


def _shown(name: Name) -> str:
    return name.literal or ", ".join(filter(None, (name.full_family, name.given)))
