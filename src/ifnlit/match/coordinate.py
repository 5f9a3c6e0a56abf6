"""How alike two years, volumes, issues and places in a volume are, however they are printed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ifnlit.match.fold import SCANNED, folded
from ifnlit.match.likeness import SAME, UNSAID, Likeness, best
from ifnlit.model.evidence import Bearing

_NUMBER = re.compile(r"\d+")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"[ivxlcdm]+")
_LABEL = re.compile(
    r"^\W*(?:volume|vol|band|bd|tome|jahrg|issue|iss|number|no|nr|heft|part|pt)\b[\s._]*"
)
_SUPPLEMENT = re.compile(
    r"\bs(?:uppl(?:ement(?:um)?)?)?\b[\s._]*|\bsuppl_|^s(?=\d)|(?<=\d)s(?=\d|\b)"
)
_PAGE_LABEL = re.compile(
    r"^\W*(?:pages?|pp|p|article(?:\s+(?:no|number|id))?|art(?:icle)?(?:\.?\s*no)?|id)\b[\s.:]*"
)
_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212~]+\s*")


def years_alike(ours: int | None, theirs: tuple[int, ...], is_placed: bool) -> Likeness:
    """How alike our year and theirs are; `is_placed`: ours has volume or pages, so is in print.

    A year later than the record's only one is no conflict: it was online before it was printed,
    and Crossref's `issued` is the earlier date. The other way round only for what is not in print.
    """
    if ours is None or not theirs:
        return UNSAID
    if ours in theirs:
        return SAME
    first, last = min(theirs), max(theirs)
    if first < ours < last:
        return Likeness(0.9, "between its first and its last date", Bearing.NEAR)
    apart = min(abs(ours - first), abs(ours - last))
    if apart > 1:
        return Likeness(max(0.0, 0.5 - apart / 20), f"{apart} years apart", Bearing.CONFLICTS)
    if (ours > last and first == last) or (ours < first and not is_placed):
        when = "later" if ours > last else "earlier"
        return Likeness(0.8, f"one year {when}: online before it was printed", Bearing.NEAR)
    return Likeness(0.6, "off by one year", Bearing.DIFFERS)


def volumes_alike(ours: str, theirs: str, our_issue: str = "", their_issue: str = "") -> Likeness:
    """How alike two volumes are: leading zeros, labels, Roman numerals, supplements aside."""
    mine, yours = _number(ours), _number(theirs)
    if not mine or not yours:
        return UNSAID
    if mine == yours:
        return SAME
    if set(_NUMBER.findall(mine)) & set(_NUMBER.findall(yours)):
        return Likeness(0.8, "one names more than the volume", Bearing.NEAR)
    if mine == _number(their_issue) and yours == _number(our_issue):
        return Likeness(0.7, "volume and issue are swapped", Bearing.NEAR)
    return Likeness(0.0, "another volume", Bearing.CONFLICTS)


def issues_alike(ours: str, theirs: str) -> Likeness:
    """How alike two issues are: "Suppl 1" and "S1", "01" and "1", "7-8" and "7"."""
    mine, yours = _number(ours), _number(theirs)
    if not mine or not yours:
        return UNSAID
    if mine == yours:
        return SAME
    numbers = [
        (text.startswith("s"), set(_NUMBER.findall(text.removeprefix("s"))))
        for text in (mine, yours)
    ]
    (is_mine_extra, my_numbers), (is_yours_extra, your_numbers) = numbers
    if not my_numbers or not your_numbers:
        return Likeness(0.5, "one is no number: not compared", Bearing.SILENT)
    if my_numbers & your_numbers and is_mine_extra == is_yours_extra:
        return Likeness(0.8, "one names more than the other", Bearing.NEAR)
    return Likeness(0.0, "another issue", Bearing.DIFFERS)


@dataclass(frozen=True, slots=True)
class _Span:
    """The first and the last page as they are compared: "e" and "s" before a number stay."""

    first: str
    last: str = ""


def pages_alike(ours: tuple[str, ...], theirs: tuple[str, ...], doi: str = "") -> Likeness:
    """How alike two works' places in a volume are; each side: its pages, its article number.

    `doi` is the record's: an article number that stands in it is the same place.
    """
    mine = [_span(text) for text in ours if text]
    yours = [_span(text) for text in theirs if text]
    mine, yours = [one for one in mine if one.first], [one for one in yours if one.first]
    found = best([_spans_alike(one, other) for one in mine for other in yours])
    if found.bearing is Bearing.SILENT and any(_is_in_doi(one.first, doi) for one in mine):
        return Likeness(0.9, "the article number is in the DOI", Bearing.NEAR)
    return found


def _spans_alike(ours: _Span, theirs: _Span) -> Likeness:
    if _bare(ours.first) == _bare(theirs.first):
        if not ours.last or not theirs.last or ours.last == theirs.last:
            return SAME if ours == theirs else Likeness(0.97, "the same first page", Bearing.AGREES)
        return Likeness(0.9, "the same first page, another last one", Bearing.NEAR)
    if _is_range(ours) and _is_range(theirs) and ours.last == theirs.last:
        return Likeness(0.8, "the same last page, another first one", Bearing.NEAR)
    if _is_number_only(ours) != _is_number_only(theirs):
        return Likeness(0.3, "pages beside an article number: not compared", Bearing.SILENT)
    return _other_page(ours, theirs)


def _other_page(ours: _Span, theirs: _Span) -> Likeness:
    if _digits(ours.first) == _digits(theirs.first) and (
        ours.first.isdigit() or theirs.first.isdigit()
    ):
        return Likeness(0.6, "the same page, with and without a letter", Bearing.NEAR)
    if _holds(theirs, ours) or _holds(ours, theirs):
        return Likeness(0.4, "a page inside the other's", Bearing.DIFFERS)
    return Likeness(0.0, "another page", Bearing.CONFLICTS)


def _span(text: str) -> _Span:
    """The pages that text names: "1933-40 e1" is 1933 to 1940, "e00442-20" an article number."""
    text = _PAGE_LABEL.sub("", folded(text))
    text = re.split(r"[,;\s]\s*(?=[a-z\d])", text.strip(), maxsplit=1)[0].strip(" .,;")
    if re.fullmatch(r"e\d{4,}-\d{2}", text):  # ASM's: two digits of the year after the hyphen
        return _Span(text.replace("-", ""))
    first, _, last = (_clean(part) for part in _DASH.sub("\u2013", text).partition("\u2013"))
    last = last.split(".")[0]
    if last.isdigit() and first.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return _Span(first, last)


def _clean(part: str) -> str:
    part = part.strip(" .")
    return re.sub(r"^([a-z]*)0+(?=\d)", r"\1", _unscanned(part))


def _unscanned(text: str) -> str:
    """A number without the letters that scanning took for its digits: "2O1l" is "2011"."""
    is_number = re.fullmatch(r"[\doil|]+", text) and _NUMBER.search(text)
    return text.translate(SCANNED) if is_number else text


def _bare(page: str) -> str:
    """Without the "e" that electronic journals print or leave out, and what is no letter."""
    return re.sub(r"^0+(?=\d)", "", re.sub(r"[^a-z\d]", "", page).removeprefix("e"))


def _is_number_only(span: _Span) -> bool:
    """Whether it is an article number rather than pages: "e442", "104512"."""
    return not span.last and (not span.first.isdigit() or len(span.first) >= 5)  # noqa: PLR2004  # pages have up to four digits


def _is_range(span: _Span) -> bool:
    return span.first.isdigit() and span.last.isdigit() and span.first != span.last


def _digits(page: str) -> str:
    return "".join(_NUMBER.findall(page))


def _holds(whole: _Span, part: _Span) -> bool:
    pages = whole.first, part.first, whole.last
    if not all(page.isdigit() for page in pages):
        return False
    first, page, last = map(int, pages)
    return first < page <= last


def _is_in_doi(number: str, doi: str) -> bool:
    digits = _digits(number)
    return len(digits) >= 5 and digits in _digits(doi.partition("/")[2])  # noqa: PLR2004  # fewer stand in a DOI by chance


def _number(text: str) -> str:
    """A volume or an issue as it is compared: no label, no leading zeros, figures for Roman."""
    text = folded(text).strip()
    text = _SUPPLEMENT.sub("s", _LABEL.sub("", text))
    text = re.sub(r"[\s._]+", "", _DASH.sub("-", text.replace("/", "-")))
    if _ROMAN.fullmatch(text):
        return str(_roman(text))
    return re.sub(r"(?<!\d)0+(?=\d)", "", _unscanned(text))


def _roman(text: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in text]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
