"""Author lists as names: who is a person, which part is the family name, where "et al." stands.

A list is cut at its separators and each piece is judged by its shape. Pieces that two
conventions could read ("Li Jie") follow the convention of the whole list of references, which
`order` finds from the pieces that only one convention can read ("Li J" or "J Li").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ifnlit.model.name import Name
from ifnlit.parse.han import han_name, is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ET_AL = re.compile(
    r"(?:(?:,|;)?\s*(?:\.\.\.|…)?\s*(?:and|&|y|und|et)?\s*\b(?:et[\s.]{0,2}al(?:ii|ia|iae)?|others|u\.?\s?a|co-?workers)\b\.{0,3}|(?:,|;)?\s*等\s?人?(?![\u4e00-\u9fff])|,?\s*(?:\.\.\.|…))",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*[,;]\s*(?:(?i:and|&|und|with)\s+|(?:y|et|e)\s+(?=[A-Z]))?|\s+(?i:and|&|und|with)\s+|\s*&\s*|\s+(?:y|et|e)\s+(?=[A-Z])"
)
_U = r"A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩА-Я"
_L = r"a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľŀłńņňōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžșțα-ωа-я"
# Initials: "H", "HSJ", "H S J", "H. S.-J.", "Yu. A."
INITIALS = rf"(?:[{_U}][{_L}]?\.[\s-]?|[{_U}](?:[\s-](?=[{_U}](?![{_L}'’]))|(?![{_L}'’])))+"
_INITIALS = re.compile(rf"(?:{INITIALS})(?<=[{_U}.])")
_RUN_LONGEST = 4  # letters; five capitals in a row are an acronym
_WORD = rf"[{_U}'’][{_U}{_L}'’`]*(?:-[{_U}{_L}'’]+)*"
_PARTICLES = frozenset(
    """van von der den de del della di da das dos do du la le las los ter ten te zu zum zur af av
    vom vander vande el al bin ibn ben abu abd st st. san santa dello dalla degli y i 't op""".split()
)
_PARTICLE = re.compile(
    r"(?:(?:van|von|vom|der|den|de|del|della|dello|dalla|degli|di|da|das|dos|do|du|la|le|las|los|ter|ten|te|zu|zum|zur|af|av|op|'t|el|al|bin|ibn|ben|abu)\s+|(?:d'|l'|al-|el-))+",
)
_SUFFIX = re.compile(r"(?:Jr|Sr|Jun|Sen)\.?|I{2,3}|IV|2nd|3rd", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:group|committee|organi[sz]ation|association|society|consortium|collaborat\w*|institut\w*|universit\w*|"
    r"ministr\w*|department|agency|centers?|centres?|council|foundation|team|network|investigators|federation|"
    r"commission|bureau|administration|academy|college|united|national|international|project|program(?:me)?|"
    r"office|board|union|press|company|corporation|inc|ltd|gmbh|bank|hospital|study|initiative|service|task|force|working|world|for|of|the)\b",
    re.IGNORECASE,
)
# Two capitals that are a syllable of a Chinese name: "LI Yimin" may be Li, "JT Smith" may not.
_PINYIN = re.compile(
    r"(?:[BPMFDTNLGKHJQXRZCSYW]|ZH|CH|SH)?(?:A|O|E|I|U|AI|EI|AO|OU|AN|EN|ANG|ENG|ONG|IA|IE|IU|IAN|IN|IANG|ING|UA|UO|UI|UAN|UN|UE)"
)
_DEGREE = re.compile(r"(?:M\.?D|Ph\.?D|MPH|MSc|RN|Dr)\.?")
_ROLE = re.compile(
    r"\s*[(\[]?\b(?:eds?|editors?|hrsg|hg|trans|translators?|coords?|dirs?)\b\.?[)\]]?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name and where its parts stand: (start, end) in the text it was read from; -1 for none."""

    name: Name
    family: tuple[int, int]
    given: tuple[int, int] = (-1, -1)
    suffix: tuple[int, int] = (-1, -1)


@dataclass(frozen=True, slots=True)
class People:
    """The persons of a list, and the span of "et al." in it, if any."""

    persons: tuple[Person, ...]
    et_al: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def people(text: str, *, family_first: bool | None = None) -> People:
    """The persons of an author list; `family_first` is the convention for what both could be."""
    role = _ROLE.search(text)
    area = text[: role.start()] if role and role.start() else text
    et_al: tuple[int, int] | None = None
    for found in ET_AL.finditer(area):
        if found[0].strip(" ,;") and found.start():
            start = found.start() + len(found[0]) - len(found[0].lstrip(" ,;"))
            et_al = (start, found.end())
    pieces = [
        piece for piece in _pieces(area) if et_al is None or not et_al[0] <= piece.start < et_al[1]
    ]
    pieces = [
        _clipped(piece, et_al[0]) if et_al and piece.start < et_al[0] < piece.end else piece
        for piece in pieces
    ]
    return People(tuple(_persons(pieces, _resolved(pieces, family_first))), et_al)


def order(texts: Iterable[str]) -> bool | None:
    """Whether lists write family names first, by what only one convention can read."""
    first = last = 0
    for text in texts:
        for piece in _pieces(ET_AL.sub("", text)):
            vote = _vote(piece.text)
            first += vote is True
            last += vote is False
        if re.search(rf"[{_L}], (?:{INITIALS})(?:,|$|;| &| and)", text):
            first += 1
    if not first and not last:
        return None
    return first >= last


def initials(text: str) -> str:
    """Initials in the one form: "HSJ", "H S J", "H.S.J." -> "H. S. J."; "J-T" -> "J.-T."."""
    out: list[str] = []
    for index, letter in enumerate(re.findall(rf"-?[{_U}][{_L}]?(?=\.)|-?[{_U}]", text)):
        out.append(("" if letter[0] == "-" or not index else " ") + letter + ".")
    return "".join(out)


def is_initials(text: str) -> bool:
    """Whether text is initials alone: at most four letters in a row."""
    found = _INITIALS.fullmatch(text.strip())
    return found is not None and not re.search(rf"[{_U}]{{{_RUN_LONGEST + 1},}}", text)


def plausible(text: str) -> float:
    """How much a text looks like a list of names: share of its pieces that do, 0 to 1."""
    pieces = [piece.text for piece in _pieces(ET_AL.sub("", text))]
    good = sum(_is_name(piece) for piece in pieces)
    return good / len(pieces) if pieces else 0.0


def _clipped(piece: _Piece, end: int) -> _Piece:
    return _Piece(piece.text[: end - piece.start].rstrip(" ,;"), piece.start)


def _pieces(text: str) -> list[_Piece]:
    found: list[_Piece] = []
    at = 0
    for cut in _SEPARATOR.finditer(text):
        found.append(_Piece(text[at : cut.start()], at))
        at = cut.end()
    found.append(_Piece(text[at:], at))
    trimmed = [_trimmed(piece) for piece in found]
    return [piece for piece in trimmed if piece.text]


def _trimmed(piece: _Piece) -> _Piece:
    text, start = piece.text, piece.start
    bare = text.lstrip(" .:")
    start += len(text) - len(bare)
    bare = bare.rstrip(" :*")
    if bare.endswith(".") and not re.search(
        rf"(?:^|[\s.-])[{_U}][{_L}]?\.$|[{_U}]{{2,4}}\.$|\b(?:Jr|Sr|St)\.$", bare
    ):
        bare = bare.rstrip(". ")
    return _Piece(bare, start)


def _vote(text: str) -> bool | None:
    """True for "Li J", False for "J. Li", None for what tells nothing."""
    words = text.split()
    if len(words) < 2 or is_han(text):  # noqa: PLR2004  # one word has no order
        return None
    ends, begins = is_initials(words[-1]), is_initials(words[0])
    if ends and not begins:
        return True
    if begins and not ends:
        return None if _is_syllable(words[0]) else False
    if words[0].isupper() and len(words[0]) > 1 and not words[-1].isupper() and not begins:
        return True  # "LI Yimin"
    if words[-1].isupper() and len(words[-1]) > _RUN_LONGEST and not words[0].isupper():
        return False
    return None


def _is_syllable(word: str) -> bool:
    """Whether a short word in capitals may be a Chinese family name rather than initials."""
    return len(word) > 1 and "." not in word and _PINYIN.fullmatch(word) is not None


def _resolved(pieces: Sequence[_Piece], convention: bool | None) -> bool:
    votes = [vote for vote in (_vote(piece.text) for piece in pieces) if vote is not None]
    if votes:
        return sum(votes) * 2 >= len(votes)
    if convention is not None:
        return convention
    # Inverted first name ("Smith, John") or nothing to go by: citations print families first.
    return True


def _is_name(text: str) -> bool:
    if is_han(text):
        return len(text) <= 5  # noqa: PLR2004  # the longest names with a compound family name
    if is_initials(text) or _SUFFIX.fullmatch(text):
        return True
    words = re.sub(r"\s(?:2nd|3rd)$", "", text).split()
    if _BODY.search(text) and len(words) > 1:
        return text[0].isupper() and len(words) <= 12  # noqa: PLR2004  # longer bodies are titles
    return 0 < len(words) <= 5 and all(  # noqa: PLR2004  # a name of six words is a title
        re.fullmatch(rf"{_WORD}\.?|{INITIALS}", word)
        or word.lower() in _PARTICLES
        or _PARTICLE.fullmatch(word + " ")
        for word in words
    )


def _persons(pieces: Sequence[_Piece], family_first: bool) -> list[Person]:
    found: list[Person] = []
    for index, piece in enumerate(pieces):
        if _DEGREE.fullmatch(piece.text) and found:
            continue
        if found and _SUFFIX.fullmatch(piece.text):
            found[-1] = _with_suffix(found[-1], piece)
        elif (
            found
            and found[-1].given == (-1, -1)
            and not found[-1].name.literal
            and _is_given(piece, found[-1], pieces, index)
        ):
            found[-1] = _with_given(found[-1], piece)
        else:
            person = _person(piece, family_first)
            if person is not None:
                found.append(person)
    return [_settled(person) for person in found]


def _is_given(piece: _Piece, before: Person, pieces: Sequence[_Piece], index: int) -> bool:
    """After a lone family name: its initials, or its given names in "Smith, John, and ..."."""
    if is_han(piece.text):
        return False
    words = piece.text.split()
    if is_initials(piece.text) or (
        len(words) <= 3 and any(is_initials(word) for word in words[1:])
    ):  # "John A. B."
        return not is_initials(before.name.family) or len(before.name.family) > 1
    return (
        index == 1
        and len(words) <= 2
        and not _BODY.search(piece.text)
        and len(pieces[0].text.split()) <= 2
    )  # only the first name is inverted then


def _with_given(person: Person, piece: _Piece) -> Person:
    name = person.name
    text = piece.text
    particle = ""
    tail = re.search(rf"\s((?:{'|'.join(_PARTICLES)})(?:\s(?:{'|'.join(_PARTICLES)}))*)$", text)
    if tail:  # "Campenhout, M. J. H. van"
        particle, text = tail[1], text[: tail.start()]
    given = _given(text)
    return Person(
        Name(name.family, given, name.non_dropping_particle or particle, "", name.suffix),
        person.family, (piece.start, piece.end), person.suffix,
    )  # fmt: skip


def _with_suffix(person: Person, piece: _Piece) -> Person:
    name = person.name
    if name.literal:
        return person
    suffix = Name(name.family, name.given, name.non_dropping_particle, "", piece.text)
    return Person(suffix, person.family, person.given, (piece.start, piece.end))


def _given(text: str) -> str:
    words = text.split()
    if all(is_initials(word) for word in words):
        return initials(text)
    return " ".join(
        initials(word)
        if is_initials(word) and not re.fullmatch(rf"[{_U}]\.?", word)
        else f"{word}."
        if re.fullmatch(rf"[{_U}]", word)
        else word
        for word in words
    )


def _person(piece: _Piece, family_first: bool) -> Person | None:
    text, start = piece.text, piece.start
    if is_han(text):
        return _han_person(piece)
    if not re.search(r"[^\W\d_]", text):
        return None
    words = text.split()
    if (_BODY.search(text) and len(words) > 1) or len(words) > 6:  # noqa: PLR2004  # no person's name has seven words
        return Person(Name(literal=text), (start, piece.end))
    particle = _PARTICLE.match(text)
    lead = particle.end() if particle and particle.end() < len(text) else 0
    cut = _cut(text, lead, family_first)
    if cut is None:
        family = text[lead:]
        return Person(
            Name(family=_cased(family), non_dropping_particle=text[:lead].strip()),
            (start, piece.end),
        )
    first, second = text[: cut[0]], text[cut[1] :]
    if cut[2]:
        return _made(
            first[lead:],
            text[:lead].strip(),
            second,
            (start, start + cut[0]),
            (start + cut[1], piece.end),
        )
    particle = _PARTICLE.match(second)
    inner = particle.end() if particle and particle.end() < len(second) else 0
    return _made(
        second[inner:],
        second[:inner].strip(),
        first,
        (start + cut[1], piece.end),
        (start, start + cut[0]),
    )


def _made(
    family: str, particle: str, given: str, family_at: tuple[int, int], given_at: tuple[int, int]
) -> Person:
    suffix = ""
    tail = re.search(r"\s(Jr\.?|Sr\.?|I{2,3}|IV|2nd|3rd)$", given)
    suffix_at = (-1, -1)
    if tail:
        suffix, given = tail[1], given[: tail.start()]
        suffix_at = (given_at[0] + tail.start(1), given_at[1])
        given_at = (given_at[0], given_at[0] + tail.start())
    return Person(
        Name(_cased(family), _given(given), particle, "", suffix), family_at, given_at, suffix_at
    )


def _cut(text: str, lead: int, family_first: bool) -> tuple[int, int, bool] | None:
    """Where the first part ends, where the second begins, and whether the first is the family."""
    rest = text[lead:]
    tail = re.search(rf"\s((?:{INITIALS})(?:\s(?:Jr\.?|Sr\.?|I{{2,3}}|IV|2nd|3rd))?)$", rest)
    if (
        tail
        and is_initials(re.sub(r"\s(?:Jr\.?|Sr\.?|I{2,3}|IV|2nd|3rd)$", "", tail[1]))
        and not is_initials(rest[: tail.start()])
    ):
        return lead + tail.start(), lead + tail.start(1), True
    head = re.match(rf"((?:{INITIALS}))\s*(?=\S{{2}})", rest)
    is_family = head is not None and family_first and _is_syllable(head[1].strip())
    if head and not lead and not is_family and is_initials(head[1]) and head.end() < len(rest):
        return len(head[1].rstrip()), head.end(), False
    words = list(re.finditer(r"\S+", rest))
    if len(words) < 2:  # noqa: PLR2004  # one word cannot be cut
        return None
    if (
        lead
        or family_first
        or (words[0][0].isupper() and len(words[0][0]) > 1 and not words[-1][0].isupper())
    ):
        at = 0
        return lead + words[at].end(), lead + words[at + 1].start(), True
    at = len(words) - 1
    while at > 1 and words[at - 1][0].lower() in _PARTICLES:
        at -= 1
    return words[at - 1].end(), words[at].start(), False


def _cased(family: str) -> str:
    """A family name in capitals as names are written: "LI" -> "Li", "O'NEIL" -> "O'Neil"."""
    if len(family) > 1 and family.isupper():
        return re.sub(rf"[{_U}]+", lambda found: found[0].capitalize(), family)
    return family


def _han_person(piece: _Piece) -> Person:
    cut = han_name(piece.text)
    if cut is None:
        return Person(Name(literal=piece.text), (piece.start, piece.end))
    family, given = piece.text[:cut], piece.text[cut:]
    return Person(
        Name(family, given), (piece.start, piece.start + cut), (piece.start + cut, piece.end)
    )


def _settled(person: Person) -> Person:
    """A lone word of several is a body ("UNESCO"); a lone name stays a family name ("Plato")."""
    name = person.name
    if not name.given and not name.literal and " " in name.family.strip():
        return Person(Name(literal=name.full_family), person.family)
    return person
