"""What several rules ask of a reference or of a list in the same words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.reference import Reference

_REMEMBERED = 20_000  # titles; several rules ask for the same ones
MOST = 0.6  # the share of a list that shows its habit
DIGITAL = 2000  # the year from which nearly every scholarly journal registers DOIs
_RANGE = re.compile(r"[A-Za-z]*\d+\s?[-–]+\s?[A-Za-z]*\d+.*")
_WORDS = re.compile(r"[^\W_]+")
_SMALL = frozenset("the of and for in on a an de la le der die das und et".split())
_SOME = 0.1  # the share from which a second way of writing is no slip


def is_article(reference: Reference) -> bool:
    """Whether it is an article in a journal."""
    return reference.type == "article-journal"


def is_range(page: str) -> bool:
    """Whether a page value is a range: "209-249", "1933-1940.e1"."""
    return _RANGE.fullmatch(page) is not None


@lru_cache(maxsize=_REMEMBERED)
def key_of(title: str) -> str:
    """A title without case, marks and small words, to compare by."""
    words = _WORDS.findall(title.casefold())
    return " ".join(word for word in words if word not in _SMALL) or " ".join(words)


def printed_page(reference: Reference) -> str:
    """The pages as printed: before a repair to them, or as recorded."""
    return before_repair(reference, "page") or reference.page


def before_repair(reference: Reference, variable: str) -> str:
    """What stood in the text where a repair changed `variable`, or ""."""
    repairs = reference.origin.repairs if reference.origin else ()
    return next((one.before for one in repairs if one.variable == variable), "")


def is_mixed(first: Sequence[object], second: Sequence[object]) -> bool:
    """Whether two ways of writing stand side by side: two of each, and the rarer one no slip."""
    few, total = min(len(first), len(second)), len(first) + len(second)
    return few > 1 and few >= total * _SOME


# Forms of a page value, as messages call them.
PAGE_KINDS = {
    "abbreviated": "shortened",
    "full": "in full",
    "number": "article numbers",
    "range": "other ranges",
    "single": "one page",
    "spaced": "with a blank",
}
_PARTS = re.compile(r"([A-Za-z]{0,3})(\d+)(\s?)([-–]{1,2})(\s?)([A-Za-z]{0,3})(\d+)(.*)")


_ONLINE = re.compile(r" e\d+")  # the page of what is online alone; records join it by a stop


def is_abbreviated(page: str) -> bool:
    """Whether a range has its last page shortened: "1933-40", "1933-40 e1"."""
    found = _PARTS.fullmatch(page)
    return found is not None and not found[6] and len(found[7]) < len(found[2])


def completed(page: str) -> str:
    """A range with its last page in full: "1933-1940"; as it is where that would run backwards."""
    from ifnlit.parse.values import last_in_full

    found = _PARTS.fullmatch(page)
    if found is None or not is_abbreviated(page):
        return page
    last = last_in_full(found[2], found[7])
    if last == found[7]:
        return page
    rest = found[8].replace(" e", ".e") if _ONLINE.fullmatch(found[8]) else found[8]
    return f"{found[1]}{found[2]}-{last}{rest}"


def page_kind(reference: Reference) -> str:
    """The form of its pages, a name in `PAGE_KINDS`; "" for none that is known."""
    page = printed_page(reference)
    found = _PARTS.fullmatch(page)
    if not page:
        return "number" if reference.number else ""
    if found is None:
        return "single" if page.isdecimal() else ""
    if found[3] or found[5]:
        return "spaced"
    if is_abbreviated(page):
        return "abbreviated"
    first, last = found[2], found[7]
    # Only a range that could be shortened shows whether the list does so.
    return "full" if len(first) == len(last) and first[0] == last[0] and len(first) > 1 else "range"
