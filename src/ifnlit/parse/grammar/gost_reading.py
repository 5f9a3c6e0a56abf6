"""A reference in GOST 7.1 or 7.0.5, part by part; `grammar.gost` says which strings may be such."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse.grammar import designation
from ifnlit.parse.grammar.gost_areas import areas
from ifnlit.parse.grammar.head import authors_end, names_end
from ifnlit.parse.grammar.parts import identifiers, marker, spans_of, trimmed
from ifnlit.parse.grammar.statutes import CODE
from ifnlit.parse.names import people
from ifnlit.parse.names.words import L, U
from ifnlit.parse.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

STATEMENT = "statement"  # the same names again, as they are spoken
_HOST = re.compile(r"\s?(?<!:)//\s?(?=\S)")
_DASHED = re.compile(
    r"\.\s?-\s(?:(?:Vol|V|No|P|Pp|URL|Access|(?:19|20)\d\d)\b|[A-Z][^-.:,]{2,30}(?:\s?:|,\s\d{4}\b))"
)
# What may end a title: a mark, a dash or both.
_GAP = re.compile(rf"(?:\s?[.,?!\])\"]?\s-\s?|\.-(?=[{U}\d№\s])\s?|\s?[.,?!]\s)(?=\S)")
_FAMILY = rf"(?:(?:[Ff]on|[Дд]е|[Фф]он|von|van|de)\s)?[{U}][{U}{L}'’]+(?:-[{U}][{U}{L}'’]+)?"
_INITIALS = rf"(?:[{U}][{L}]?\.\s?-?){{1,3}}"
_NAME = rf"{_FAMILY},?\s(?:{_INITIALS}|[{U}][{L}]+\s[{U}][{L}]+(?:вич|вна|ич|івна)\b)"
_OTHERS = r"(?:,?\s\[?(?:и|та|і)\s(?:др|ін|інш)\.?\]?|,?\s\[?et\sal\.?\]?)"
_NAMES = re.compile(
    rf"(?P<names>{_NAME}(?:[,;]\s?{_NAME})*{_OTHERS}?)\.?\s?(?=[\"\d(]|[{U}][{U}{L}]|[{U}]\s)"
)
_SPOKEN = rf"(?:[{U}][{L}]?\.\s?-?){{1,3}}\s?{_FAMILY}"
_PEOPLE = re.compile(rf"(?:{_SPOKEN}|{_NAME})(?:,\s(?:{_SPOKEN}|{_NAME}))*{_OTHERS}?\.?$")
_ROLES = (
    ("translator", r"(?:пер|перевод|перекл)\b\.?(?:\s(?:с|з|со)\s[^\W\d_]{2,8}\.?)?"),
    (
        "editor",
        (
            r"(?:под\s(?:общ\.\s|общей\s|науч\.\s|научной\s)?ред(?:акцией)?\b\.?|(?:отв|гл|науч|общ)\.\sред\.|за\s(?:заг\.\s)?ред\.|"
            r"ред\.(?:-сост\.)?|сост\.|составител[ьи]|редкол\.?\s?:|уклад\.|упоряд\.|ed\.\sby|eds?\.|edited\sby)(?:\sи\sсост\.)?"
        ),
    ),
)
_SAID = tuple((label, re.compile(rf"{words}\s?:?\s?", re.IGNORECASE)) for label, words in _ROLES)
_MEDIUM = re.compile(
    r"\s?\[(?P<medium>[Тт]екст(?:\s?:\s?\w+)?|[Ээ]лектрон(?:ный|\.)\s[^\W\d_.]+\.?|[Ее]лектронн?(?:ий|\.)\s[^\W\d_.]+\.?|"
    r"Electronic\s(?:re)?source|[ЭE]lektronn?[iy]i?j?\sresurs|Карты|Ноты|Видеозапись)\]",
    re.IGNORECASE,
)
_GENRE = re.compile(
    r"[.\s]?\s?:\s?\[?(?P<genre>(?:автореф(?:ерат|\.)?\s)?(?:дис(?:с?ертац[^\W\d_]+|с?\.)\s?)[^/:\[\]]{5,90}?наук|"
    r"автореферат\s[^/:\[\]]{5,90}?наук|"
    r"(?:Ph\.?\s?D|Dr\.?\s?Sci|Cand\.?\s?Sci|Doctoral)\.?\s(?:thesis|dissertation)|сайт|монография|монографія)"
    r"(?:\s?:\s?(?P<note>\d\d\.\d\d\.\d\d))?\]?(?=\s?[/\[]|[\s.]*$)",
    re.IGNORECASE,
)
# "Пат. 2187888 Российская Федерация, МПК Н 04 В 1/38. Устройство", "А. с. 1007970 СССР, МКИ3 ...".
_PATENT = re.compile(
    r"(?P<genre>Пат(?:ент)?|А\.\s?с|Авт\.\sсвид(?:етельство)?)\.?\s(?:№\s?)?"
    r"(?P<patent_number>\d[\d\s]{4,9}\d)\s(?P<location>[А-ЯІA-Z][^,.\d]{1,40}?)"
    r"(?:,\s(?P<note>М[ПК][КИ]\d?\s[^.]{4,40}))?\.\s(?P<title>[^/]{5,300}?)(?=\s/\s|\.\s-\s)"
)
_MAKERS = re.compile(
    rf"\s/\s(?P<author>{_SPOKEN}(?:,\s{_SPOKEN})*)(?:\s\([^()]{{2,20}}\))?"
    r"(?:\s?;\s(?P<note>[^;]{5,200}?))?(?=\.?\s-\s)"
)
_PUBLISHED = re.compile(
    r"[Оо]публ\.\s(?P<date>\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d))(?:,\s(?P<note>Бюл\.\s№\s?\d{1,3}))?"
    r"(?:\.\s-\s(?P<total>\d{1,3})\sс\.)?"
)
_LAW = re.compile(
    r"(?:закон|постановление|указ|приказ|распоряжение|кодекс|постанова|наказ)\b[^/]{0,120}\s(?:от|від)\s\d",
    re.IGNORECASE,
)
_LONGEST = 1500  # characters


def reading(text: str, *, russian: bool) -> tuple[Span, ...] | None:
    """Labelled spans of a string in this style, or `None` when it is not.

    `russian` says that it begins in Cyrillic letters.
    """
    if len(text) > _LONGEST or marker(text):
        return None
    host = _HOST.search(text)
    if not (russian or host or _DASHED.search(text)):
        return None
    patent = _PATENT.match(text) if russian else None
    if patent:
        return _patented(text, patent)
    head, start = _head(text, host)
    ids = identifiers(text, start)
    plain = russian or host is not None
    found = _ended(text, host.end() if host else start, ids, hosted=host is not None, plain=plain)
    if found is None:
        return None
    stop, tail = found
    title = _described(text, start, host.start() if host else stop, head)
    shown = _is_shown(text[stop : tail[0].start], host, {one.label for one in (*title, *tail)})
    if not shown or not any(one.label == "title" and one.end - one.start > 1 for one in title):
        return None
    if host:
        part = _described(text, host.end(), stop, None)
        label = CODE if _LAW.search(text, start, host.start()) else "container-title"
        title += [changed(one, label=label) if one.label == "title" else one for one in part]
    return tuple(sorted([*title, *tail], key=lambda one: one.start))


def _is_shown(gap: str, host: re.Match[str] | None, labels: set[str]) -> bool:
    """Whether the marks show the style: "//" with its blank, a dash, or those of other parts."""
    if "-" in gap:
        return True
    if host is None:
        return not labels.isdisjoint(("author", "medium", STATEMENT, designation.STANDARD))
    return host[0].endswith(" ") or not labels.isdisjoint(("volume", "issue"))


def _patented(text: str, patent: re.Match[str]) -> tuple[Span, ...]:
    """A patent: who made it and who owns it stand behind the title, and its date in an area."""
    found = list(spans_of(patent, ("genre", "patent_number", "location", "note", "title")))
    named = _MAKERS.match(text, patent.end())
    if named:
        found += spans_of(named, ("author", "note"))
    published = _PUBLISHED.search(text, named.end() if named else patent.end())
    if published:
        found += spans_of(published, ("date", "note", "total"))
    return tuple(
        changed(one, label="number-of-pages") if one.label == "total" else one for one in found
    )


def _head(text: str, host: re.Match[str] | None) -> tuple[Span | None, int]:
    """The names or the designation of a standard that the string begins with; where they end."""
    number = designation.standard(text)
    if number:
        end = number.end("number")
        return Span(number.start("number"), end, designation.STANDARD), end
    names = _NAMES.match(text)
    if names:
        end = len(text[: names.end("names")].rstrip())
        return Span(0, end, "author"), names.end()
    cut = authors_end(text, host.start()) if host else None
    if cut is None or cut + 1 >= len(text):
        return None, 0
    return Span(0, names_end(text, cut), "author"), cut + 1


def _ended(
    text: str, start: int, ids: Sequence[Span], *, hosted: bool, plain: bool
) -> tuple[int, list[Span]] | None:
    """Where the title ends and the areas begin, and these: the first place from where all are."""
    gaps = list(_GAP.finditer(text, start))
    dashed = [gap for gap in gaps if "-" in gap[0]]
    stops = [gap for gap in gaps if hosted or "," not in gap[0]]
    for gap in (*dashed, *stops) if plain else dashed:
        found = areas(text, gap.end(), ids)
        if found is None:
            continue
        before = next((one for one in reversed(stops) if one.end() < gap.start()), None)
        edition = areas(text, before.end(), ids) if before else None
        if before and edition and edition[0].label == "edition":
            return before.start(), edition
        return gap.start() + (gap[0][0] in '?!")]'), found
    return None


def _described(text: str, start: int, end: int, head: Span | None) -> list[Span]:
    """A title with what GOST puts behind it: medium, kind of work, who is responsible."""
    slash = text.find(" / ", start, end)
    stop = slash if slash >= 0 else end
    found = [] if head is None else [head]
    medium = _MEDIUM.search(text, start, stop)
    genre = _GENRE.search(text, start, stop)
    marks = [one for one in (medium, genre) if one]
    close = min([stop, *(one.start() for one in marks)])
    title = trimmed(text, start, close, "title")
    # The stop before a mark is of an abbreviation: "сб. науч. тр. / под ред."
    stopped = close < end and [
        changed(one, end=one.end + 1) for one in title if text[one.end] == "."
    ]
    found += stopped or title
    for one in marks:
        found += spans_of(one, tuple(one.re.groupindex))
    if slash >= 0:
        found = _responsible(text, slash + len(" / "), end, found)
    return found


def _responsible(text: str, start: int, end: int, found: list[Span]) -> list[Span]:
    """Who made the work, by role: "И. И. Иванов, П. П. Петров ; под ред. С. С. Сидорова"."""
    out = list(found)
    at = start
    for part in text[start:end].split(" ; "):
        stop = at + len(part)
        said = next(
            ((label, one) for label, words in _SAID if (one := words.match(text, at, stop))), None
        )
        if said:
            out += trimmed(text, said[1].end(), stop, said[0])
        elif _PEOPLE.match(text, at, stop):
            out = _authors(text, out, trimmed(text, at, stop, "author"))
        else:
            out += trimmed(text, at, stop, "note")
        at = stop + len(" ; ")
    return out


def _authors(text: str, found: list[Span], named: Sequence[Span]) -> list[Span]:
    """The fuller one of two lists of authors: in front stands often the first alone."""
    head = next((one for one in found if one.label == "author"), None)
    if head is None or not named:
        return [*found, *named]
    ahead, behind = (people(text[one.start : one.end]) for one in (head, named[0]))
    if len(ahead.persons) >= len(behind.persons):
        return [*found, changed(named[0], label=STATEMENT)]
    return [changed(head, label=STATEMENT), *(one for one in found if one is not head), named[0]]
