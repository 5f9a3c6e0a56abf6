"""Names as "Family, Given, Suffix", the way RIS, MEDLINE, EndNote and spreadsheets write them.

A particle stands before the family name, a body is followed by a comma (EndNote's rule): MAPPING 4.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.formats.et_al import is_et_al
from ifnlit.model.name import Name

if TYPE_CHECKING:
    from collections.abc import Iterable

# Written in lower case before a family name, and belonging to it.
_PARTICLES = frozenset(
    """af al am an auf aus av bin d da dal dalla das de degli dei del della den der des di do dos
    du el ibn im in la las le li lo los mac of op 't ten ter te tho thoe to tot van vande vanden
    vander vom von zu zum zur""".split()
)
_DROPPING = frozenset({"von", "de", "vom", "zu", "du", "di", "da", "af", "av"})
_SUFFIX = re.compile(r"(?:[JS]r\.?|I{1,3}|I?V|VI{0,3}|[1-9](?:st|nd|rd|th)|Esq\.?)")
# Initials before a name of one word, each with a blank after its stop (a body is "U.S. Congress").
_INITIALS_FIRST = re.compile(r"((?:[^\W\d_]\.[ -])+)(.+)")
_THREE = 3


def inverted(name: Name, *, body_comma: bool = True) -> str:
    """The name in one line; `body_comma` puts EndNote's comma after a body."""
    if name.literal:
        return f"{name.literal}," if body_comma else name.literal
    given = " ".join(part for part in (name.given, name.dropping_particle) if part)
    parts = (name.full_family, given, name.suffix)
    return ", ".join(part for part in parts if part)


def person(text: str) -> Name:
    """The name that a line says: a body when it ends with a comma or has blanks but no comma.

    "J. R. Smith" is a person all the same.
    """
    bare = text.strip()
    if "," not in bare and " " in bare:
        initials = _INITIALS_FIRST.fullmatch(bare)
        particle, family = _particle(initials[2] if initials else bare)
        if " " in family:
            return Name(literal=bare)
        if initials:
            return Name(family, initials[1].strip(), particle)
    if bare.endswith(","):
        return Name(literal=bare.removesuffix(",").strip())
    parts = [part.strip() for part in bare.split(",")]
    suffix = ""
    if len(parts) > 1 and _SUFFIX.fullmatch(parts[1]):
        suffix = parts.pop(1)
    elif len(parts) >= _THREE and _SUFFIX.fullmatch(parts[-1]):
        suffix = parts.pop()
    given, dropping = without_tail(", ".join(parts[1:]))
    particle, family = _particle(parts[0])
    return Name(family, given, particle, dropping, suffix)


def people(texts: Iterable[str]) -> tuple[tuple[Name, ...], bool]:
    """The names of a list, and whether its last one is the mark "et al."; ";" parts names too."""
    found: list[Name] = []
    goes_on = False
    for text in (part for line in texts for part in listed(line)):
        if is_et_al(text):
            goes_on = True
        elif text.strip(" ,"):
            found.append(person(text))
    return tuple(found), goes_on


def listed(text: str) -> list[str]:
    """The names of a line; a body, which a comma ends, may have a semicolon."""
    return [text] if text.rstrip().endswith(",") else text.split(";")


def _particle(family: str) -> tuple[str, str]:
    """Leading words in lower case that are particles, and the rest: "van der", "Berg"."""
    words = family.split(" ")
    count = 0
    while count < len(words) - 1 and words[count] in _PARTICLES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def without_tail(given: str) -> tuple[str, str]:
    """The given name, and a particle after it that is dropped when sorted: "Alexander", "von"."""
    head, blank, tail = given.rpartition(" ")
    return (head, tail) if blank and tail in _DROPPING else (given, "")


def person_of(family: str, given: str) -> Name:
    """The name of two fields, as Zotero and EndNote keep them: one field alone may be a body."""
    if not given:
        return person(f"{family}," if " " in family or "," in family else family)
    return person(f"{family.replace(',', ' ')}, {given}")
