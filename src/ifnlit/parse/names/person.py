"""One piece of a list of names as a person or a body: family, given, particle, suffix."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ifnlit.model.name import Name
from ifnlit.parse.han import han_name, is_han
from ifnlit.parse.names.given import is_given, is_pinyin
from ifnlit.parse.names.pieces import SUFFIXED, is_initials, is_syllable, vote
from ifnlit.parse.names.words import (
    BEHALF,
    FOREIGN,
    INITIALS,
    KEPT,
    KINSHIP,
    PARTICLE,
    PARTICLES,
    SPANISH,
    SUFFIX_LAST,
    VIETNAMESE,
    L,
    U,
    initials,
    is_bodily,
)

_LONGEST_NAME = 6  # words; no person's name has seven
_PAIR = 2
NOWHERE = (-1, -1)
_TAIL = re.compile(rf"\s(?P<given>{INITIALS})(?P<suffix>,?\s{SUFFIX_LAST})?$")
_HEAD = re.compile(rf"(?P<given>{INITIALS})(?:\s+|(?<=[.\s]))(?=\S{{2}})")
# Initials at the end of a name in capitals, where any short word looks like some.
_TAIL_SHOUTED = re.compile(
    rf"\s(?P<given>[{U}]\.?(?:[\s-]?(?<![{U}])[{U}]\.?)*|(?<!\s[{U}]\s)[{U}]{{2,4}})(?P<suffix>,?\s{SUFFIX_LAST})?$"
)
PARTICLE_SHOUTED = re.compile(
    r"(?:(?:VAN|VON|DER|DEN|DE|DEL|DELLA|DI|DA|DOS|DU|LA|TEN|TER|ZU)\s+)+(?=\S{3})"
)
_PARTICLE_LAST = re.compile(
    rf"\s(?P<particle>(?:{PARTICLE.pattern})*(?:van|von|de|der|da|di|du|dos|den|del|zu|ter|ten|af|la))$"
)
_PARTICLE_BEHIND = re.compile(
    rf"(?P<family>[{U}][{U}{L}'’-]+)\s(?P<given>{INITIALS})\s"
    r"(?P<particle>(?:van|von|de|da|do|dos|di|du|ten|ter|zu|af)(?:\s(?:den|der|de|la|het|'t))?)"
)
_LETTER = re.compile(r"[^\W\d_]")
_SHOUTED = re.compile(rf"[{U}]+")
_SINGLE = re.compile(rf"[{U}]\.?")
_LONG = re.compile(rf"[{U}]{{3}}")  # "TICE DA": capitals, but hardly initials
GLUED = re.compile(rf"(?P<family>(?![{L}])[{U}][{L}]{{2,}})(?P<given>(?:(?![{L}])[{U}]){{1,3}})")
JOINS = frozenset("yie")  # "Ortega y Gasset"


class Person(NamedTuple):
    """A name and where its parts stand: (start, end) in the text it was read from; -1 for none."""

    name: Name
    family: tuple[int, int]
    given: tuple[int, int] = NOWHERE
    suffix: tuple[int, int] = NOWHERE

    def moved(self, by: int) -> Person:
        """The same person, `by` characters further on."""
        family, given, suffix = self.family, self.given, self.suffix
        return Person(
            self.name,
            (family[0] + by, family[1] + by),
            given if given[0] < 0 else (given[0] + by, given[1] + by),
            suffix if suffix[0] < 0 else (suffix[0] + by, suffix[1] + by),
        )


@lru_cache(KEPT)
def given_names(text: str) -> str:
    """Given names with a stop after each initial: "Mary K" -> "Mary K."."""
    if is_initials(text):
        return initials(text)
    return " ".join(_given_word(word) for word in text.split())


def _given_word(word: str) -> str:
    if _SINGLE.fullmatch(word):
        return word if word.endswith(".") else f"{word}."
    return initials(word) if is_initials(word) else word


@lru_cache(KEPT)
def person(text: str, family_first: bool) -> Person | None:  # a key of the cache
    """The person or body that a piece names; `None` for what has no letter."""
    if is_han(text):
        return _han_person(text)
    foreign = FOREIGN.match(text)
    if foreign and is_han(text[foreign.end() :]):  # "[美]博登海默": no Chinese name
        return Person(Name(literal=text[foreign.end() :]), (0, len(text)))
    if not _LETTER.search(text):
        return None
    body = _body(text)
    if body is not None:
        return body
    suffixed = SUFFIXED.search(text)
    bare = text[: suffixed.start()] if suffixed and suffixed.start() else text
    made = _split(bare, family_first=family_first)
    if bare is text or suffixed is None or made.name.literal:
        return made
    name = made.name
    return Person(
        Name(name.family, name.given, name.non_dropping_particle, "", suffixed["suffix"]),
        made.family,
        made.given,
        suffixed.span("suffix"),
    )


def _body(text: str) -> Person | None:
    """The body that a piece names by its words or their number; `None` for a person."""
    behalf = BEHALF.match(text)
    if behalf:
        return Person(Name(literal=text[behalf.end() :]), (behalf.end(), len(text)))
    words = text.split()
    if len(words) > 1 and (words[0] == "The" or len(words) > _LONGEST_NAME or is_bodily(text)):
        return Person(Name(literal=text), (0, len(text)))
    return None


def _split(text: str, *, family_first: bool) -> Person:
    behind = _PARTICLE_BEHIND.fullmatch(text)
    if behind:  # "Berg A van den"
        name = Name(
            cased(behind["family"]), given_names(behind["given"].rstrip()), behind["particle"]
        )
        return Person(name, behind.span("family"), (behind.start("given"), len(text)))
    particle = (PARTICLE_SHOUTED if text.isupper() else PARTICLE).match(text)
    lead = particle.end() if particle and particle.end() < len(text) else 0
    # "Du PP", "Du Min": a family name, no particle.
    if is_initials(text[lead:]) or (text[0].isupper() and " " not in text[lead:]):
        lead = 0
    cut = _cut(text, lead, family_first=family_first)
    if cut is None:
        return _lone(text, lead)
    end, begin, is_family = cut
    if is_family:
        return _made(text, lead, end, (begin, len(text)))
    inner = PARTICLE.match(text, begin)
    start = inner.end() if inner and inner.end() < len(text) else begin
    return _made(text, start, len(text), (0, end), particle_at=begin)


def _lone(text: str, lead: int) -> Person:
    """A lone word in capitals or several words are a body ("UNESCO"); "Plato" is a family name."""
    family = text[lead:]
    if " " in family or (family.isupper() and len(family) > 1):
        return Person(Name(literal=text), (0, len(text)))
    return Person(Name(family=family, non_dropping_particle=text[:lead].strip()), (0, len(text)))


def _made(
    text: str, start: int, end: int, given: tuple[int, int], *, particle_at: int = 0
) -> Person:
    """A person with the family name at `start`, its particle before it from `particle_at` on."""
    name = Name(
        cased(text[start:end]),
        given_names(text[given[0] : given[1]]),
        _particle(text[particle_at:start].strip()),
    )
    return Person(name, (particle_at, end), given)


def _particle(text: str) -> str:
    """A particle in capitals as it is written: "VAN DER" -> "van der"."""
    return text.lower() if text.isupper() else text


def _cut(text: str, lead: int, *, family_first: bool) -> tuple[int, int, bool] | None:
    """Where the first part ends, where the second begins, and whether the first is the family."""
    tail = (_TAIL_SHOUTED if text.isupper() else _TAIL).search(text, lead)
    first = text[lead : tail.start()] if tail else ""
    if tail and is_initials(tail["given"]) and not _is_short(first, family_first=family_first):
        if not family_first and is_syllable(tail["given"]) and _is_spoken(first):  # "Wei LI"
            return tail.start(), tail.start("given"), False
        stopped = family_first and tail["given"].endswith(".")
        border = _shouted(first) or (_before_given(first) if stopped else 0)
        if border:
            return lead + border, lead + border + 1, True
        return tail.start(), tail.start("given"), True
    head = _HEAD.match(text)
    if head and not lead and is_initials(head["given"]):
        given = head["given"].rstrip()
        if not (family_first and is_syllable(given)):
            begin = _after_given(text, head.end())
            return len(text[:begin].rstrip()), begin, False
    words = [found.span() for found in re.finditer(r"\S+", text[lead:])]
    if len(words) < 2:  # noqa: PLR2004  # one word cannot be cut
        return None
    at, is_family = _border([text[lead + a : lead + b] for a, b in words], family_first or lead > 0)
    return lead + words[at - 1][1], lead + words[at][0], is_family


def _is_short(first: str, *, family_first: bool) -> bool:
    """Whether what stands before initials looks like initials too: "J. ROE", but "NG KKP"."""
    if not is_initials(first) or _LONG.match(first):
        return False
    return not family_first or "." in first or len(first) == 1


def _is_spoken(first: str) -> bool:
    """Whether words may be given names before a family name of one syllable: "Wei", "David"."""
    return all(is_pinyin(word) or is_given(word) for word in first.split())


def _shouted(first: str) -> int:
    """Where a family name in capitals ends before a given name: "DEMETER Steven"; 0 for none."""
    family, _, given = first.partition(" ")
    return len(family) if len(family) > 1 and family.isupper() and given[1:2].islower() else 0


def _before_given(first: str) -> int:
    """Where the given name begins of "Shoeman Robert" (of "Shoeman Robert L."); 0 for none."""
    words = first.split(" ")
    if len(words) != _PAIR or not SPANISH.isdisjoint(words):
        return 0
    return len(words[0]) if is_given(words[1]) else 0


def _after_given(text: str, start: int) -> int:
    """Where the family name begins behind initials, and given names: "J. Mark Melhorn"."""
    last = text.rfind(" ") + 1
    while text[last:] not in SPANISH:
        word, _, rest = text[start:].partition(" ")
        if not rest or not (is_given(word) or _SINGLE.fullmatch(word)):
            break
        start = len(text) - len(rest.lstrip())
    return start


def _border(words: list[str], family_first: bool) -> tuple[int, bool]:  # one caller
    """The index of the word at which the second part begins; whether the first is the family."""
    if len(words) > 2 and words[0] in VIETNAMESE and words[-1] not in VIETNAMESE:  # noqa: PLR2004  # with a middle name
        return 1, True
    inner = next((at for at in range(1, len(words) - 1) if words[at].lower() in PARTICLES), 0)
    if inner and words[inner] not in JOINS:
        return inner, False  # "Ludwig van Beethoven": only given names stand before a particle
    told = vote(" ".join(words))
    if told is not None and len(words) == _PAIR:  # "Chul-Soo Kim", whatever the others are like
        return 1, told
    shouts = [word.isupper() and len(word) > 1 and word[-1] != "." for word in words]
    if shouts[0] != shouts[-1]:  # "LI Yimin", "Yimin ZHANG"
        at = shouts.index(False) if shouts[0] else len(words) - shouts[::-1].index(False)
        return at, shouts[0]
    if family_first:
        doubled = len(words) > 2 and words[0] in SPANISH and words[1] in SPANISH  # noqa: PLR2004  # two families and a given name
        return (2 if doubled else 1), True
    at = len(words) - 1
    if at > 1 and words[at - 1] in JOINS:
        at -= 2
    elif at > 1 and _is_double(words[at - 1], words[at]):
        at -= 1
    return max(1, at), False


def _is_double(before: str, last: str) -> bool:
    """Whether two words are one family name: "Silva Neto", "García López"; not "L. Neto"."""
    return (last in KINSHIP and not is_initials(before)) or {before, last} <= SPANISH


def cased(family: str) -> str:
    """A family name in capitals as names are written: "LI" -> "Li", "O'NEIL" -> "O'Neil"."""
    if len(family) > 1 and family.isupper():
        return _SHOUTED.sub(lambda found: found[0].capitalize(), family)
    return family


def _han_person(text: str) -> Person:
    cut = han_name(text)
    if cut is None:
        return Person(Name(literal=text), (0, len(text)))
    return Person(Name(text[:cut], text[cut:]), (0, cut), (cut, len(text)))


def inverted(family: str, start: int, given: str, given_start: int) -> Person:
    """A family name and the given names that follow it after a comma: "Smith, John A."."""
    lead = (PARTICLE_SHOUTED if family.isupper() else PARTICLE).match(family)
    begin = lead.end() if lead and lead.end() < len(family) else 0
    particle, end = _particle(family[:begin].strip()), len(given)
    last = SUFFIXED.search(family)
    if last and last.start():  # "Langa II, J. R."
        plain = inverted(family[: last.start()], start, given, given_start)
        return with_suffix(plain, last["suffix"], start + last.start("suffix"))
    suffixed = SUFFIXED.search(given)
    if suffixed and suffixed.start():  # "Nye, J. S. Jr."
        plain = inverted(family, start, given[: suffixed.start()], given_start)
        return with_suffix(plain, suffixed["suffix"], given_start + suffixed.start("suffix"))
    last = _PARTICLE_LAST.search(given)
    if last and last.start():  # "Campenhout, M. J. H. van"
        particle, end = particle or last["particle"].strip(), last.start()
    return Person(
        Name(cased(family[begin:]), given_names(given[:end]), particle),
        (start, start + len(family)),
        (given_start, given_start + len(given)),
    )


def run_on(found: re.Match[str], start: int) -> Person:
    """A family name with its initials, the blank between them lost: "FerlayJ"."""
    name = Name(found["family"], initials(found["given"]))
    return Person(name, found.span("family"), found.span("given")).moved(start)


def with_suffix(one: Person, text: str, start: int) -> Person:
    """`one` with a suffix that follows it after a comma; a body has none."""
    name = one.name
    if name.literal:
        return one
    return Person(
        Name(name.family, name.given, name.non_dropping_particle, "", text),
        one.family,
        one.given,
        (start, start + len(text)),
    )


def with_company(one: Person, text: str, end: int) -> Person:
    """A body with what it is behind a comma: "Online Library Center, Inc"."""
    return Person(Name(literal=f"{one.name.literal}, {text}"), (one.family[0], end))
