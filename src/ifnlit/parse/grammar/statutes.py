"""Acts and regulations, as lawyers cite them; there is no author, and the forms stand alone.

`Clean Air Act, 42 U.S.C. § 7401 (1990)` (Bluebook, rule 12), `Human Rights Act 1998, c. 42`
(OSCOLA, 2.4), `Regulation (EU) 2016/679 of ... [2016] OJ L119/1` (OSCOLA, 2.6), `Gesetz ... vom
30. Juni 2017 (BGBl. I S. 2097)`. An act's date may be said in its title alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.grammar.forms import law
from ifnlit.parse.grammar.parts import PAGES, YEAR
from ifnlit.parse.hints import has_any
from ifnlit.parse.names.words import L, U

if TYPE_CHECKING:
    from ifnlit.parse.span import Span

NAME = "legislation"
WORDS = frozenset("chapter ch pub l núm num".split())  # of the form, that are no value
CODE = "code"  # where a law is printed, in a style that prints more than laws
# One of these stands in each of them: cheaper to look for.
_HINTS = (" Act", ". § ", ". §§ ", "OJ ", "Official Journal", "ABl", "BGBl", "JORF", "BOE")
# Or it begins with what it is.
_KINDS = (
    "Regulation", "Directive", "Decision", "Recommendation", "Council ", "Commission ",
    "Verordnung", "Richtlinie",
)  # fmt: skip
_ANY = rf"(?P<title>[{U}][^\"\[\]§]{{3,150}}?)"
_STAT = rf"(?P<volume>\d{{1,3}})\s(?P<container>Stat\.)\s(?P<pages>{PAGES})"
_DATED = rf"(?:\s\((?P<date>{YEAR})\))?"
_SECTION = r"(?P<section>\d[\w.]*(?:-\d[\w.]*)?(?:\([\w]+\)){0,3}(?:\set\sseq\.)?)"
_DAY = r"\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{1,2}\.?\s[^\W\d_]{3,9}\.?\s\d{4}"
_KIND = (
    r"(?:(?:Council|Commission|Delegated|Implementing|Framework)\s){0,3}"
    r"(?:Regulation|Directive|Decision|Recommendation)\s"
)
_GERMAN_KIND = (
    r"(?:(?:Delegierte|Durchführungs)\w*\s)?(?:Verordnung|Richtlinie|Beschluss|Entscheidung)\s"
    r"(?:\([A-Z]{2,4}\)\s)?(?:Nr\.\s)?[\d/]{4,12}"
)
_UNION = rf"(?P<title>(?:{_KIND}|{_GERMAN_KIND})[^\"\[\]]{{3,400}}?)"
_OJ = (
    r"(?P<container>OJ|ABl\.(?:\s?EU|\s?EG)?|"
    r"Official\sJournal(?:\sof\sthe\sEuropean\s(?:Union|Communities))?)"
)
_SERIES = r"(?P<volume>[LC]\s?\d{1,4})"
_REGION = r"UK|Cth|NSW|Vic|Qld|WA|SA|Tas|ACT|NT|NZ|Ireland|India"
_FORMS = (
    # The United States.
    (
        rf"{_ANY},\s(?:Pub(?:lic|\.)\s?L(?:aw|\.)\s(?:No\.\s)?(?P<number>\d{{1,3}}-\d{{1,4}}))"
        rf"(?:,\s{_STAT})?{_DATED}"
    ),
    (
        rf"(?:{_ANY},\s)?(?P<volume>\d{{1,2}})\s(?P<container>U\.\s?S\.\s?C\.(?:\s?A\.)?|C\.\s?F\.\s?R\.)"
        rf"\s(?:§{{1,2}}|[Pp]t\.|[Pp]art)\s?{_SECTION}{_DATED}"
    ),
    rf"{_ANY},\s{_STAT}{_DATED}",
    # The Commonwealth.
    (
        rf"(?P<title>[{U}][^\".;:\[\]]{{3,90}}?\sAct),\s(?P<container>[RS]\.?\s?S?\.?\s?[A-Z]\.?)\s"
        rf"(?P<date>{YEAR}),\sc(?:h|hap)?\.?\s(?P<number>[\w.-]{{1,8}})"
    ),
    (
        rf"(?:(?P<jurisdiction>[{U}][\w\s]{{3,30}})\.\s)?"
        rf"(?P<title>[{U}][^\".;:,\[\]]{{3,90}}?\sAct\s{YEAR})"
        r"(?:[,.]?\s\(?(?:[Cc]|[Cc]h|[Cc]hap|[Cc]hapter)\b\.?\s(?P<number>\d{1,3})\)?)?"
        rf"(?:\s\((?P<jurisdiction2>{_REGION})\))?(?:,?\s(?:s|ss|sec|section)\b\.?\s{_SECTION})?"
        r"(?:\.\s(?P<location>[A-Z][\w\s]{2,30}):\s(?P<publisher>[^:]{2,60}?))?"
    ),
    # The Union.
    rf"{_UNION}[.,]?\s\[(?P<date>{YEAR})\]\s{_OJ}\s{_SERIES}/(?P<pages>{PAGES})",
    (
        rf"{_UNION}[.,]?\s\(?{_OJ}\s(?:(?P<date2>{YEAR})\s)?(?:Nr\.\s)?{_SERIES}"
        rf"(?:(?:,\s|\sof\s|\svom\s|\s)(?P<date>{_DAY}))?(?:(?:,\s|/)(?:pp?\.\s|S\.\s)?(?P<pages>{PAGES}))?\)?"
    ),
    rf"{_UNION}\s\((?P<date>{YEAR})\)\.\s{_OJ},\s{_SERIES},\s(?P<pages>{PAGES})",
    rf"(?P<title>{_KIND}(?:\([A-Z]{{2,4}}\)\s)?(?:[Nn]o\.?\s)?\d{{1,4}}/\d{{1,4}}[^\"\[\]]{{0,400}}?)",
    # Germany and Austria.
    (
        rf"(?P<title>[{U}][^\"\[\];]{{3,200}}?)(?:\svom\s(?P<date>{_DAY}))?(?:,\s|\s\()"
        rf"(?P<container>BGBl\.)\s(?P<volume>I{{1,3}})(?:\s(?P<note>{YEAR}),)?\s"
        rf"(?:Nr\.\s(?P<number>\d{{1,3}}/{YEAR})|S\.\s(?P<pages>\d[\d\s,-]{{0,20}}?))\)?"
        r"(?:,\s(?P<note2>(?:zuletzt\s)?geändert\s[^\"]{5,150}))?"
    ),
    # France and Spain.
    (
        r"(?P<title>(?:Loi|Décret|Ordonnance|Arrêté)\s[^\"\[\]]{5,300}?),\s"
        r"(?P<container>JORF|JO|Journal\sofficiel)\s(?:n°\s?(?P<issue>\d{1,4})\s)?(?:du\s)?"
        rf"(?P<date>\d{{1,2}}(?:er)?\s[{L}]{{3,9}}\s\d{{4}})(?:,\sp\.\s(?P<pages>{PAGES}))?"
    ),
    (
        r"(?P<title>(?:Ley|Real\sDecreto|Orden)\s[^\"\[\]]{5,300}?)[.,]\s"
        r"(?P<container>BOE|Boletín\sOficial\sdel\sEstado)[.,]?\s(?:n[úu]m\.?\s(?P<issue>\d{1,3}))?"
        rf"(?:,\sde\s(?P<date>\d{{1,2}}\sde\s[{L}]{{4,10}}\sde\s\d{{4}}))?(?:,\spp?\.\s(?P<pages>{PAGES}))?"
    ),
)
DATED = re.compile(rf".*?\b(?:of|vom|du)\s(?P<date>{_DAY})|.*?(?<!\d)(?P<year>{YEAR})(?=/\d|$)")
_LABELS = {"container": "container-title"}
_LONGEST = 700  # characters


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of an act or a regulation, or `None` when a string is none."""
    if len(text) > _LONGEST or not (text.startswith(_KINDS) or has_any(text, _HINTS)):
        return None
    return law(text, _FORMS, _LABELS)
