"""Printed values as records hold them: dates, pages, issues, editions, languages, types."""

from __future__ import annotations

import re
from functools import lru_cache

from ifnlit.model.date import Date

_MONTH_NAMES = (
    "jan ene gen янв січ", "feb fév fev фев лют", "mar mär maa mrt мар бер", "apr avr abr апр кві",
    "may mai mei mag maj мая май тра", "jun juin giu июн чер", "jul juil lug июл лип",
    "aug aoû aou ago авг сер", "sep set сен вер", "oct okt out ott окт жов", "nov ноя лис",
    "dec dez déc dic дек гру",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_KEPT = 5000  # distinct dates; a list repeats its years
_DIGITS = 4  # of a year
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_NUMERIC = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?")
# "12.03.2021" has the day first; of "3/25/2021" the one that is no month is the day.
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})(?:\.\s?(\d{1,2})\.\s?|/(\d{1,2})/)\d{4}(?!\d)")
_SHORT = re.compile(r"^(\d{1,2})[./](\d{1,2})[./](\d\d)$")  # "8.13.21", "30.05.86"
_PIVOT = 50  # from this two-digit year on it is of the last century
_MONTHS_OF_A_YEAR = 12
_CIRCA = re.compile(r"\s*c(?:a|irca)?\.?\s?\d")
_WORD = re.compile(r"[A-Za-zÀ-ÿа-яі]{3,}")
_DAY = re.compile(r"(?<![\d-])(\d{1,2})(?:st|nd|rd|th)?(?!\d)")
_LANGUAGES = {
    "chinese": "zh", "english": "en", "german": "de", "deutsch": "de", "french": "fr",
    "spanish": "es", "russian": "ru", "japanese": "ja", "korean": "ko", "italian": "it",
    "portuguese": "pt", "polish": "pl", "turkish": "tr", "persian": "fa", "norwegian": "no",
    "swedish": "sv", "danish": "da", "dutch": "nl", "finnish": "fi", "czech": "cs",
    "hungarian": "hu", "ukrainian": "uk", "arabic": "ar", "vietnamese": "vi",
}  # fmt: skip
# GB/T 7714-2015, table B.1: the type code of a reference.
_CODES = {
    "J": "article-journal", "M": "book", "D": "thesis", "C": "paper-conference", "P": "patent",
    "S": "standard", "N": "article-newspaper", "R": "report", "A": "chapter", "G": "book",
    "Z": "document", "EB": "webpage", "DB": "dataset", "DS": "dataset", "CP": "software",
    "CM": "map", "JZ": "article-journal",
}  # fmt: skip
# MAPPING, 9: an article number is a letter with digits, or has too many digits for a page.
_ARTICLE_NUMBER = re.compile(
    r"\d{4}\.\d\d\.\d\d\.\d{6,8}|[a-z]\d{4,}|[eE]\d{3,}(?:-\d{2,3})?|[A-Z]{1,3}\d{4,}|[eE]?\d{2}-?\d{6,}|\d{6,}|"
    r"[A-Z]{2,5}-\d{2,4}-\d+|[a-z]{2,6}\d{3,}"
)
_PLAIN_RANGE = re.compile(r"\d-\d{1,5}|\d\d-\d{2,5}|\d{3}-\d{3,5}|\d{4}-\d{4,5}")
LOOSE = "space after the hyphen"
_HYPHEN = re.compile(r"\s?-{1,2}\s?")
_TILDE = re.compile(r"\s?[~\u301c\u223c]\s?")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_SMALL = re.compile(r"[a-z]+")
_LEAD = re.compile(r"[A-Za-z]*")
_RANGE = re.compile(
    r"([A-Za-z]{0,3}\d+)\s?-{1,2}\s?([A-Za-z]{0,3}\d+)(?:[\s.]?(e\d{1,2}(?:-e?\d{1,2})?))?"
)


@lru_cache(_KEPT)
def date(text: str) -> Date | None:
    """The date a text says, with the parts that are known; `None` when it has no year."""
    if len(text) == _DIGITS and text.isdecimal():
        return Date(int(text)) if _YEAR.fullmatch(text) else None
    text = _SHORT.sub(_of_century, text)
    found = _YEAR.search(text)
    if found is None:
        return None
    year = int(found[1])
    circa = _CIRCA.match(text) is not None
    month, day = _month_day(text, found)
    for parts in ((month, day), (month, None)):
        try:
            return Date(year, *parts, circa=circa)
        except ValueError:
            continue
    return Date(year, circa=circa)


def _of_century(short: re.Match[str]) -> str:
    century = "19" if int(short[3]) >= _PIVOT else "20"
    return f"{short[1]}/{short[2]}/{century}{short[3]}"


def is_month(word: str) -> bool:
    """Whether a word names a month, whole or shortened, in the languages of the lists."""
    return _month(word.lower()) is not None


def _month(low: str) -> int | None:
    return _MONTHS.get(low[:4]) or _MONTHS.get(low[:3])


def _month_day(text: str, year: re.Match[str]) -> tuple[int | None, int | None]:
    numeric = _NUMERIC.search(text)
    if numeric:
        return int(numeric[2]), int(numeric[3]) if numeric[3] else None
    year_last = _YEAR_LAST.search(text)
    if year_last:
        return _day_and_month(*year_last.groups())
    for word in _WORD.findall(text.lower()):
        month = _SEASONS.get(word) or _month(word)
        if month:
            rest = text[: year.start()] + " " + text[year.end() :]
            day = _DAY.search(rest)
            return month, int(day[1]) if day else None
    return None, None


def _day_and_month(
    first: str, after_stop: str | None, after_stroke: str | None
) -> tuple[int | None, int | None]:
    """Month and day of a date that ends in its year; a guess at "3/4/2021" is none."""
    if after_stop:
        return int(after_stop), int(first)
    one, other = int(first), int(after_stroke or 0)
    if one > _MONTHS_OF_A_YEAR:
        return other, one
    return (one, other) if other > _MONTHS_OF_A_YEAR else (None, None)


def page(text: str) -> tuple[str, str]:
    """A page or a range in the one form, and why it differs from the text ("" when it does not).

    The last page is written in full ("1933-40" -> "1933-1940"), an online page follows a stop.
    """
    bare = _TILDE.sub("-", text.strip())
    found = None if is_plain_range(bare) else _RANGE.fullmatch(bare)
    if found is None:
        closed = tight(bare)
        return closed, LOOSE if closed != text.strip() else ""
    first, last, online = found.groups()
    full = last_in_full(first, last)
    value = f"{first}-{full}" + (f".{online}" if online else "")
    if value == text.strip():
        return value, ""
    if full != last and online:
        return value, f"last page written in full; the online page {online} joined by a point"
    if full != last:
        return value, "last page written in full"
    if online:
        return value, f"the online page {online} joined by a point"
    return value, LOOSE if " " in text.strip() else "one hyphen between pages"


def is_plain_range(text: str) -> bool:
    """Whether text is pages in the one form: "18-22", not "1933-40"."""
    return _PLAIN_RANGE.fullmatch(text) is not None


def is_article_number(text: str) -> bool:
    """Whether "e00442-20", "e0054622" or "104567" is an article number rather than a page."""
    return _ARTICLE_NUMBER.fullmatch(tight(text)) is not None


def tight(text: str) -> str:
    """A page or number with single hyphens and no blank beside them."""
    bare = text.strip()
    return _HYPHEN.sub("-", bare) if "--" in bare or len(bare.split()) > 1 else bare


def issue(text: str) -> str:
    """An issue without leading zeros: "01" -> "1"; "0" stays."""
    return _ZEROS.sub("", text) if "0" in text else text


def language(note: str) -> str:
    """The ISO 639-1 code of "(in Chinese)"; "" for a language that is not known."""
    words = _SMALL.findall(note.lower())
    return next((_LANGUAGES[word] for word in words if word in _LANGUAGES), "")


@lru_cache(_KEPT)
def type_of_code(code: str) -> str:
    """The CSL type of a GB/T 7714 code ("J", "M/OL"); "" for none."""
    return _CODES.get(code.upper().partition("/")[0].strip(), "")


def last_in_full(first: str, last: str) -> str:
    """The last page with the digits that it shares with the first one: of 1933 and 40, 1940.

    As it is where it would not come after the first page.
    """
    lead = _LEAD.match(first)
    letters = lead[0] if lead else ""
    digits = first[len(letters) :]
    tail = last[len(letters) :] if letters and last.startswith(letters) else last
    if not tail.isdigit() or len(tail) >= len(digits):
        return last
    full = digits[: len(digits) - len(tail)] + tail
    return letters + full if int(full) > int(digits) else last
