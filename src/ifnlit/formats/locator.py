"""Pages and article numbers, told apart, and mended where other programs split them.

MAPPING 9: Zotero splits "e00442-20" into a first and a last page on export; many files give an
article number as a page.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"[eE]\d{3,}|[A-Z]{1,3}\d{4,}")
_SPLIT = re.compile(r"([A-Za-z]{1,3})(\d+)-(\d{1,3})")
_DASHES = re.compile(r"\s*(?:--+|[\u2010-\u2015\u2212])\s*")

ARTICLES = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "review", "review-book"}
)


def pages(start: str, end: str) -> str:
    """One range of a first and a last page; one of them alone, or twice the same, is a page."""
    if not end or start == end:
        return start
    return f"{start}-{end}" if start else end


def one_dash(page: str) -> str:
    """A range with a hyphen, whatever dash (or two hyphens) the file has."""
    return _DASHES.sub("-", page.strip())


def located(page: str, number: str, kind: str) -> tuple[str, str]:
    """(page, number) of a record of CSL type `kind`: an article number given as page is moved."""
    if not page or page == number:
        return "", number
    if not number and kind in ARTICLES and is_article_number(page):
        return "", page
    return page, number


def is_article_number(page: str) -> bool:
    """Whether what stands for pages is the number of an article ("e0054622", "e00442-20")."""
    if _NUMBER.fullmatch(page):
        return True
    found = _SPLIT.fullmatch(page)
    return found is not None and len(found[3]) < len(found[2])
