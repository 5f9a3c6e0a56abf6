"""Numbers that say of themselves what they number: a standard's and a patent's.

The forms are those of the bodies: designations of standards bodies (ISO/IEC Directives 2, 33),
WIPO ST.3 (codes of countries), ST.6 (numbers of patents) and ST.16 (kinds of documents).
"""

from __future__ import annotations

import re

from ifnlit.parse.hints import has_any
from ifnlit.parse.span import Span

STANDARD, PATENT = "standard-number", "patent-number"
_PREFIX = (
    r"(?:(?:DIN|BS|NF|UNE|UNI|ÖNORM|OENORM|NEN|SIST|SFS)\s(?:EN\s)?(?:ISO/?\s?|IEC\s)?"
    r"|EN\s(?:ISO/?\s?|IEC\s)?"
    r"|(?:ISO|IEC|CISPR)(?:/(?:IEC|IEEE|ASTM|TR|TS|PAS|DIS|FDIS|CD|HL7|CIE))*\s(?:TR\s|TS\s|Guide\s)?"
    r"|ASTM\s[A-G]|ANSI(?:/[A-Z]+)*\s[A-Z]{0,2}|IEEE\sStd\.?\s|JIS\s[A-Z]\s|GOST\s(?:R\s)?"
    r"|(?:ГОСТ|ДСТУ|СТБ|СНиП|СанПиН|СП)\s(?:Р\s)?(?:ISO\s|ИСО\s|МЭК\s)?"
    r"|(?:GB|GBZ|GBJ|HJ|JGJ|CJJ|JTG|DB\d\d)(?:/[TZ])?\s?|(?:YY|NY|WS|QB|HG|JB|DL|SL|TB|LY|MZ)/[TZ]\s?)"
)
_STANDARD = re.compile(
    rf"(?P<number>{_PREFIX}\d[\d.]*[A-Z]?(?:/[A-Z]\d[\d.]*[A-Z]?)?(?:\s?-{{1,2}}\s?\d{{1,4}}(?!\d))*"
    r"(?::(?:19|20)\d\d(?:-\d\d)?)?)(?=[\s]?[.,:;]\s?|\s-\s|\s[A-ZА-ЯІ\u4e00-\u9fff]|\s?\[)"
)
YEAR = re.compile(r"[:-](?P<date>(?:19|20)\d\d)(?:-\d\d)?$")  # that a designation ends in
_COUNTRIES = "US|EP|WO|DE|CN|JP|KR|GB|FR|CA|AU|TW|IN|RU|ES|IT|CH|AT|NL"
_DIGITS = (
    r"\d{1,4}(?:[ ,.]\d{3}){2,3}|\d{4}/\d{4,7}|(?:10-)?\d{4}-\d{5,7}|[HS]\d{1,2}-\d{5,6}|[IM]\d{6}|"
    r"\d{2}\s\d{4}\s\d{3}\s\d{3}|\d{6,13}(?:\.\d)?"
)
_KIND = r"(?:\s?[A-CEHPSTUY]\d?\b)?"
_SAID_PATENT = re.compile(
    r"(?P<genre>\b(?:Schutzrecht|(?:(?:U\.\s?S\.?|US|United\sStates|European|German|Deutsches|Japanese|Chinese|"
    r"Canadian|International|Korean|French|British|UK|World|PCT)\s)?[Pp]atent(?:schrift)?"
    r"(?:\s(?:[Aa]pplication|[Aa]ppl\.?|[Pp]ublication|[Pp]ub\.?))?))"
    r"(?:\s(?:[Nn]os?|[Nn]r|[Nn]umber)\.?)?\s?[:,]?\s"
    rf"(?P<number>(?:(?:{_COUNTRIES})\s?)?(?:{_DIGITS}){_KIND})(?![\d/])"
)
_CODED_PATENT = re.compile(
    rf"\b(?:WO\s?(?:{_DIGITS}){_KIND}|(?:{_COUNTRIES})\s?(?:{_DIGITS})\s?[A-CETUY]\d?\b)(?![\d/])"
)
_HINTS = ("atent", "Schutzrecht", "WO")


def standard(text: str, start: int = 0) -> re.Match[str] | None:
    """The designation of a standard that stands at `start`; its group is "number"."""
    return _STANDARD.match(text, start)


def says_patent(text: str) -> bool:
    """Whether a word says that a string may be a patent: cheaper than to look for numbers."""
    return has_any(text, _HINTS)


def patents(text: str) -> tuple[Span, ...]:
    """Numbers of patents with what says so before them ("U.S. Patent"), as genre."""
    found: list[Span] = []
    for match in _SAID_PATENT.finditer(text):
        found += (Span(*match.span("genre"), "genre"), Span(*match.span("number"), PATENT))
    if not found:
        found = [Span(*match.span(), PATENT) for match in _CODED_PATENT.finditer(text)]
    return tuple(found)
