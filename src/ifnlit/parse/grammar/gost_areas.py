"""What stands behind the title in GOST 7.1: areas with a dash, a stop or a comma before each.

`– 2-е изд. – М. : Наука, 2010. – Т. 5, № 2. – С. 10–15. – URL: … (дата обращения: 12.03.2021).`
Each says by its form or its label what it is, so that they may stand in any order.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import changed
from ifnlit.parse.grammar.parts import PAGES, YEAR, spans_of
from ifnlit.parse.names.words import L, U
from ifnlit.parse.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

# Between areas: ". - ", " - ", ".- ", ". ", ", ", "; ".
_SEPARATOR = re.compile(r"(?:\s?[.,;]\s?-\s?|\s-\s?|\s?[.,;]\s)(?=\S)")
_END = re.compile(r"[\s.,;-]*$")
_PLACE = (
    rf"(?:\[?(?:(?:[Рр]остов\s(?:н/Д|на-Дону)|[НH]\.\s?[{U}][{L}]+|[{U}][{L}]{{0,2}}\."
    rf"|[{U}][{L}{U}]+(?:[\s-][{U}{L}]+){{0,2}}\.?(?:,\s[{U}]{{2}})?)\]?))"
)
_PLACES = rf"(?P<location>{_PLACE}(?:\s?[;,]\s{_PLACE}){{0,2}})"
_DATE = rf"(?P<date>\[?[cс]?{YEAR}(?:-\d{{4}})?\]?)(?!\d)(?:\s?г\b\.?)?"
_NUMBER = r"\d{1,5}(?:[-/]\d{1,5})?"
_ROMAN = r"[IVXLC]{1,7}"
_ITEMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(one)
    for one in (
        # An edition: "2-е изд., перераб. и доп.", "Изд. 3-е", "2nd ed.".
        (
            r"(?P<edition>(?:\d{1,2}(?:-?[оеeгт]{1,2})?\s(?:изд|вид)\b\.?|[Ии]зд(?:ание|\.)\s\d{1,2}(?:-е)?|"
            rf"\d{{1,2}}(?:st|nd|rd|th)\sed\b\.?)(?:,\s[{L}]{{3,9}}\.)*(?:\s(?:и|та)\s[{L}]{{3,9}}\.)?)"
        ),
        # The imprint.
        rf"{_PLACES}\s?:\s?(?P<publisher>[^:;]{{2,80}}?),\s{_DATE}",
        rf"(?:{_PLACES},\s)?{_DATE}",
        # The day of a newspaper.
        rf"(?P<date>\d{{1,2}}\s[{L}{U}]{{3,9}})\b",
        # Locators.
        rf"(?:[ТTт]|[Тт]ом|[Vv]ol|[VВ]|Bd)\b\.?\s?(?P<volume>{_NUMBER}|{_ROMAN})(?:,?\s?\((?P<issue>{_NUMBER})\))?(?![\w(])",
        r"(?:№№?|(?:N|[Nn]o|[Nn]r|[Ii]ss|[Ii]ssue|H)\b)\.?\s?(?P<issue>\d{1,5}(?:[-/]\d{1,4})?(?:\s?\(\d{1,5}(?:\sч\.)?\))?)(?!\w)",
        rf"(?:[ВвB]ып|[Вв]ыпуск|[Вв]ип)\b\.?\s?(?P<series>{_NUMBER}|{_ROMAN})(?:\s?\((?P<issue>{_NUMBER})\))?(?!\w)",
        rf"(?P<note>(?:[Чч]|[Кк]н|[Рр]азд|[Pp]t|[Бб]юл)\b\.?\s?(?:№\s?)?(?:{_NUMBER}|{_ROMAN}))(?!\w)",
        rf"(?:[СсCcPpРрS]|[Pp]p|[Сс]тр|Б)\b\.?\s?(?P<pages>{PAGES})(?![\w-])",
        r"(?:Ст|Art|Article)\b\.?\s?(?:№\s?)?(?P<number>\d[\w-]{0,11})(?!\w)",
        (
            rf"(?:(?P<note>{_ROMAN}),\s)?(?P<total>\d{{1,4}}(?:,\s\[\d{{1,3}}\])?)\s?(?:[сcpсs]|pp|стр|S)\b\.?"
            r"(?:\s?:\s?(?P<note2>(?:[a-zа-яё]{2,8}\.?,?\s?){1,3}))?"
        ),
        # Series, media, and what libraries add.
        rf"\((?P<collection_title>[{U}\"][^();]{{2,80}}?)(?:\s?;\s?(?:(?:[ВвТт]ып|[Тт]|№|[Vv]ol|[Nn]o)\.?\s?)?(?P<collection_number>\w{{1,8}}))?\)",
        r"(?P<medium>[Тт]екст\s?:\s?(?:электронный|непосредственный))",
        r"\[?(?P<medium>Электрон\.\s[^-]{4,40}?)\]?(?=[.,\s]*(?:-|$))",
        r"(?P<language_note>\([Ii]n\s[A-Z][a-z]+\)|\(на\s[а-я]+\sяз\.\))",
    )
)
# Whatever a library adds: behind a dash, and never first.
_OTHER = re.compile(r"(?P<note>[^-]{2,80}?)(?=\s?\.?\s?-\s|[\s.]*$)")
# Words before an identifier that only say what it is.
_NAMED = re.compile(
    r"(?:DOI|URL|ISBN|ISSN|Режим\sдоступ[ау]|Доступно\sпо|Електронний\sресурс|Access\smode|"
    r"Mode\sof\saccess|Available\s(?:at|from|online)|Адрес\sдоступа)\b\s?:?\s?",
    re.IGNORECASE,
)
_VISITED = re.compile(
    r"[\s.,;-]*[(\[]?(?:дата\s(?:обращения|доступ[ау]|звернення|посещения)|accessed|date\sof\saccess|"
    r"Дата\s(?:обращения|доступа))\s?[:-]?\s?(?P<accessed>\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d|"
    rf"\d{{1,2}}\s[{L}]{{3,9}}\s\d{{4}})(?:\s?г\b\.?)?[)\]]?"
)
_RESOLVER = re.compile(r"(?:https?://)?(?:dx\.|www\.)?(?:doi\.org/|arxiv\.org/abs/)|doi:\s?|")
_SAYS = frozenset(("date", "volume", "issue"))
_LABELS = {"total": "number-of-pages", "note2": "note", "series": "volume"}


def areas(text: str, start: int, ids: Sequence[Span]) -> list[Span] | None:
    """Spans of what is behind `start`, if all of it is areas and one of them says when or where.

    An identifier says so only with a label.
    """
    found: list[Span] = []
    at, named = start, False
    while not _END.match(text, at):
        known = _identified(text, at, ids) or _item(text, at, found)
        if known is None:
            return None
        named = named or _NAMED.match(text, at) is not None
        spans, at = known
        found += spans
        if not _END.match(text, at):
            gap = _gap(text, at)
            if not gap:
                return None
            at += gap
    return found if named or any(one.label in _SAYS for one in found) else None


def _identified(text: str, at: int, ids: Sequence[Span]) -> tuple[list[Span], int] | None:
    """An identifier behind its label, and when it was looked at; where both end."""
    named = _NAMED.match(text, at)
    one = next((one for one in ids if one.start >= at), None)
    if one is None or not _RESOLVER.fullmatch(text, named.end() if named else at, one.start):
        return None
    end = one.end + text.startswith("/", one.end)
    visited = _VISITED.match(text, end)
    if visited is None:
        return [one], end
    return [one, *spans_of(visited, ("accessed",))], visited.end()


def _item(text: str, at: int, found: Sequence[Span]) -> tuple[list[Span], int] | None:
    """An area that is none of an identifier, and where it ends."""
    for pattern in _ITEMS:
        item = pattern.match(text, at)
        if item and (_END.match(text, item.end()) or _gap(text, item.end())):
            names = [name for name in pattern.groupindex if item[name]]
            return [_labelled(Span(*item.span(name), name), found) for name in names], item.end()
    other = _OTHER.match(text, at) if found and text[:at].endswith("- ") else None
    return ([Span(*other.span("note"), "note")], other.end()) if other else None


def _gap(text: str, at: int) -> int:
    """How many characters part an area that ends at `at` from the next one; 0 where none do."""
    gap = _SEPARATOR.match(text, at)
    if gap:
        return gap.end() - at
    return int(text.startswith(" ", at) and text[at - 1] in ".)]")


def _labelled(one: Span, found: Sequence[Span]) -> Span:
    """A span by its label; a "Вып." is the issue of a volume, and else a volume of a series."""
    if one.label == "series" and any(other.label == "volume" for other in found):
        return changed(one, label="issue")
    label = _LABELS.get(one.label, one.label)
    return changed(one, label=label.replace("_", "-"))
