"""Decisions of courts, as lawyers cite them; there is no author, and the forms stand alone.

`Roe v. Wade, 410 U.S. 113 (1973)` (Bluebook, rule 10), `R v Smith [2006] UKHL 41` (OSCOLA, 2.1),
`Case C-131/12 Google v AEPD [2014] ECLI:EU:C:2014:317` (OSCOLA, 2.6), `BGH, Urteil vom 12. März
2010 - I ZR 123/08, NJW 2010, 1234`, `BVerfGE 7, 198`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.grammar.forms import law
from ifnlit.parse.grammar.parts import DATE, YEAR
from ifnlit.parse.hints import has_any

if TYPE_CHECKING:
    from ifnlit.parse.span import Span

NAME = "legal-case"
# Words of the form that are no value.
WORDS = frozenset(
    """case cases joined application applications app az rs of des ersten zweiten dritten großen
    senats senat kammer""".split()
)
# One of these stands in each of them: cheaper to look for.
_HINTS = (
    " v. ", " v ", " vs. ", "n re ", "Re ", "x parte ", "EU:C:", "EU:T:", "Urt", "Beschl", "BVerf",
    "BGH", "OGH", "BVerwGE", "RGZ", "BGE ", "BAGE", "BSGE",
)  # fmt: skip
_PARTIES = r"[A-Z][^\[\]\"]{0,110}?\sv(?:s?\.)?\s[^\[\]\"]{1,110}?"
_TITLE = rf"(?P<title>{_PARTIES}|(?:In\sre|Ex\sparte|Re|Matter\sof)\s[^\[\]\",]{{2,80}}?)"
_REPORTER = (
    r"[A-Z][A-Za-z.'&]*(?:\s(?:[A-Z][A-Za-z.'&]*|[2-9](?:d|th|st|nd|rd)|&)){0,4}(?:[2-9](?:d|th))?"
)
# "410 U.S. 113, 120", "5 U.S. (1 Cranch) 137".
_CITED = (
    rf"(?P<volume>\d{{1,4}})\s(?P<reporter>{_REPORTER})(?:\s\((?P<note2>[^()]{{3,20}})\))?"
    r"\s(?P<pages>\d{1,5})(?:,\s(?P<note3>\d{1,5}(?:-\d{1,5})?))?"
)
_US_DATE = rf"(?:(?:[A-Z][a-z]{{2,8}}\.?)\s\d{{1,2}},\s)?{YEAR}"
_DECIDED = rf"\s\((?:(?P<court>[^()]{{2,40}}?)\s)?(?P<date>{_US_DATE})\)"
_DATABASE = r"\d{4}\s(?:WL|LEXIS|U\.S\.\s[\w.\s]{2,14}LEXIS)\s\d{3,9}"
# Courts that number their decisions; any other letters behind a year are a reporter's.
_NEUTRAL = (
    r"(?:UK(?:HL|SC|PC|UT|FTT)|EW(?:CA|HC|CC)(?:\s(?:Civ|Crim|Admin|Ch|Fam|QB|KB|Pat|Comm|TCC))?|"
    r"HCA|FCAFC|FCA|SCC|(?:NSW|Vic|Q|WA|SA|Tas|ACT|V)S?C(?:A|CA)?|NZ(?:SC|CA|HC)|IE(?:SC|HC|CA)|"
    r"ZA(?:CC|SCA)|CS(?:IH|OH)|NI(?:CA|QB)|SG(?:CA|HC)|HKCFA|ONCA|BCCA|ABCA)"
)
_PARALLEL = (
    rf"(?:\s\([A-Z][A-Za-z]+\))?(?:,\s(?P<note>[\[(]{YEAR}[\])]\s[\w\s.]{{2,20}}\s\d{{1,5}}))?"
)
_YEARBOOK = rf"(?P<reporter>{_REPORTER})\s(?P<pages>\d{{1,5}})(?:\s\((?P<court>[A-Z]{{2,4}})\))?"
_DOCKET = r"[CTF]-\d{1,4}/\d\d(?:\sP)?"
_DOCKETS = rf"(?P<number>{_DOCKET}(?:(?:,|\sand|\sto|\sund)\s{_DOCKET}){{0,4}})"
_ECLI = r"(?P<note>(?:ECLI:)?[A-Z]{2}:[A-Z][A-Za-z]{0,6}:\d{4}:[\w.]{1,25})"
_HUMAN_RIGHTS = r"ECtHR|ECHR|European\sCourt\sof\sHuman\sRights"
_GERMAN_COURT = (
    r"(?P<court>(?:BGH|BVerfG|BVerwG|BAG|BSG|BFH|RG|EuGH|EuG|EGMR|OGH|VfGH|VwGH|BGer|BPatG|KG|"
    r"(?:Bundes|Ober|Land|Amts|Verwaltungs|Arbeits|Finanz|Sozial)[\wäöü-]{0,24}gericht(?:shof)?"
    r"(?:\s[A-ZÄÖÜ]\w+)?|(?:[OLAV][LA]?[GS]G?|[OLAV][A-Z]{2}|[A-Z]{1,2}|VGH|BayObLG)"
    r"(?:\s[A-ZÄÖÜ][\w.()-]+){1,3}))"
)
_GERMAN_DATE = r"(?P<date>\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\.\s[A-ZÄÖÜ][a-zäöü]{2,8}\s\d{4})"
_SENTENCE = (
    r"(?P<genre>(?:Teil)?Urteil|Urt|Beschlu(?:ss|ß)|Beschl|Entscheidung|Entsch)\.?\s"
    r"(?:des\s[\w.]+\s(?:Zivil|Straf)?[Ss]enats\s)?(?:vom|v\.|d\.)\s"
)
# "I ZR 123/08", "1 BvR 1087/91", "6 L 54.19", "4 Ob 71/14s".
_FILE = (
    r"(?:[CT]-\d{1,4}/\d\d|(?:(?:[IVX]{1,5}|\d{1,3}|[A-Z]{1,2}\d{0,2}|[A-Z]-\d{1,3})\s)?"
    r"[A-Z][A-Za-z]{0,5}(?:\s\([A-Za-z]{1,6}\))?\s\d{1,5}[/.]\d\d(?:\d\d)?[a-z]?(?:\s[A-Z])?)"
)
_DASH = r"(?:\s-,\s|\s-\s|,\s)"
_NAMED = r"[A-ZÄÖÜ][^()]{2,60}"
_JOURNAL = (
    r"(?:in:?\s)?(?P<reporter>[A-Z][A-Za-z.-]{1,12}(?:\s[A-Z][A-Za-z]{1,6})?|juris)"
    r"(?:\s(?P<volume>\d{1,4}),\s(?:S\.\s)?(?P<pages>\d{1,5}))?"
)
_OFFICIAL = r"(?:BVerfG|BVerwG|BAG|BSG|BFH)E|BGH(?:Z|St)|RG(?:Z|St)|BGE|VfSlg|SZ"
# What may follow: where in it, what became of it, who dissented.
_TAIL = (
    r"(?:,?\s(?P<note7>(?:aff'd|rev'd|vacated|overruled|cert\.\s(?:denied|granted))\b[^\"]{0,120}?|"
    r"\((?![^()]*\d{4}\))[A-Z][^()]{3,60}\)|"
    r"(?:Rn|Rz|Rdnr|Tz|paras?|at)\b\.?\s\[?\d[\d\s,f.-]{0,16}\]?))?"
)
_BARE = (
    # Bluebook.
    rf"{_TITLE},\s{_CITED}(?:,\s(?P<note>\d{{1,4}}\s{_REPORTER}\s\d{{1,5}}))?{_DECIDED}",
    (
        rf"{_TITLE}(?:\.\s|\s\((?P<date>{YEAR})\)\s){_CITED}"
        rf"(?:\.\s(?P<court>[A-Z][^.\d]{{5,60}}),\s(?P<date2>{_US_DATE}))?"
    ),
    rf"{_TITLE},\s(?:No|Nos)\.\s(?P<number>[\w:-]{{3,24}})(?:,\s(?P<note>{_DATABASE}))?{_DECIDED}",
    rf"{_TITLE},\s(?P<number>{_DATABASE}){_DECIDED}",
    # OSCOLA and its kin.
    rf"{_TITLE},?\s\[(?P<date>{YEAR})\]\s(?P<court>{_NEUTRAL})\s(?P<number>\d{{1,5}}){_PARALLEL}",
    rf"{_TITLE},?\s\[(?P<date>{YEAR})\]\s(?:(?P<volume>\d{{1,2}})\s)?{_YEARBOOK}",
    rf"{_TITLE},?\s\((?P<date>{YEAR})\)\s(?P<volume>\d{{1,4}})\s{_YEARBOOK}",
    # The courts of the Union.
    (
        rf"(?:(?P<court>[A-Z][\w\s]{{2,40}}),\s)?(?:Joined\s)?Cases?\s{_DOCKETS},?\s"
        rf"(?P<title>[^\[\]\"]{{3,150}}?)(?:,\s|\s)(?:\[(?P<date>{YEAR})\]\s)?"
        rf"(?:(?P<reporter>ECR)\s(?P<pages>(?:[IVX]+-)?\d{{1,5}})|{_ECLI})(?:\s\((?P<date2>{YEAR})\))?"
    ),
    (
        rf"(?P<genre>Judgment)\sof\s(?P<date>{DATE}),\s(?P<title>[^\[\]\"]{{3,150}}?),\s(?:Case\s)?"
        rf"{_DOCKETS},\s{_ECLI}"
    ),
    # The court of human rights.
    (
        rf"(?:(?P<court>{_HUMAN_RIGHTS}),\s)?{_TITLE},?\sApp(?:l|lication)?\.?\s(?:[Nn]os?\.?\s)"
        r"(?P<number>\d{1,6}/\d\d)(?:,\s(?P<court2>Eur\.\sCt\.\sH\.R\.))?"
        rf"(?:,?\s\(?(?:(?P<court3>{_HUMAN_RIGHTS}),?\s)?(?P<date>{DATE})\)?)"
    ),
    # German courts.
    (
        rf"{_GERMAN_COURT},?\s(?:{_SENTENCE})?{_GERMAN_DATE}(?:\s-\s|,\s)(?:(?:Az|Rs)\.?:?\s)?"
        rf"(?P<number>{_FILE})(?:\s\((?P<title2>{_NAMED})\))?"
        rf"(?:{_DASH}(?P<title>[A-ZÄÖÜ][^,\"]{{3,100}}?)(?=,))?"
        rf"(?:{_DASH}(?:{_JOURNAL}|{_ECLI}))?(?:\s-)?"
    ),
    (
        rf"(?P<reporter>{_OFFICIAL})\.?\s(?P<volume>\d{{1,3}}(?:\s[IVX]{{1,4}}[ab]?)?),?\s"
        r"(?P<pages>\d{1,4})(?:\s?ff?\.)?(?:\s\((?P<note>\d{1,4}(?:\s?ff?\.)?)\))?"
        rf"(?:\s\((?P<title>{_NAMED})\)|\s-\s(?P<title2>{_NAMED}?))?"
    ),
)
_FORMS = tuple(one + _TAIL for one in _BARE)
_LABELS = {"court": "authority"}
ECLI_YEAR = re.compile(r":(?P<date>\d{4}):")
_LONGEST = 400  # characters


def spans(text: str) -> tuple[Span, ...] | None:
    """Labelled spans of a decision, or `None` when a string is none."""
    if len(text) > _LONGEST or not has_any(text, _HINTS):
        return None
    return law(text, _FORMS, _LABELS)
