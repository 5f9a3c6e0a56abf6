"""The beginning of a reference: where the authors end and the title begins."""

from __future__ import annotations

import re

from ifnlit.parse.names import ET_AL, is_initials, plausible

_STOP = re.compile(r"\.(?=\s|[A-Z\u4e00-\u9fff\"'(\[]|$)|(?<=[\u4e00-\u9fff])[:](?=\s?\S)")
_FAMILY = re.compile(r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s?(?:,|;|\.|and\s|&)")
_GIVEN_FIRST = re.compile(r"(?:[A-Z][a-z]?\.[\s-]?)*[A-Z](?=$|\.)")
_LIKELY = 0.75  # of the pieces before the stop must look like names
_FURTHEST = 4000  # characters; no list of authors is longer


def authors_end(text: str, end: int) -> int | None:
    """Where the stop after the author list is, within `text[:end]`; None when there is none.

    After "et al." at the end of names; else the first stop with names before it that is not the
    stop of an initial.
    """
    area = text[: min(end, _FURTHEST)]
    for found in ET_AL.finditer(area):
        before = area[: found.start()].rstrip(" ,;")
        if before and plausible(before) >= _LIKELY:
            return found.end() - 1 if found[0].endswith(".") else found.end()
        break
    for found in _STOP.finditer(area):
        at = found.start()
        before, after = area[:at], area[at + 1 :].lstrip()
        if _inside_initials(before, after):
            continue
        return at if plausible(before) >= _LIKELY else None
    return None


def names_end(text: str, cut: int) -> int:
    """Where the names end: the stop at `cut` is of "al." or of a name if other names have one."""
    if text[cut : cut + 1] != ".":
        return cut
    before = text[:cut]
    if before.endswith(("al", "Jr", "Sr")):
        return cut + 1
    return cut + 1 if re.search(r"\b[A-Z]$", before) and re.search(r"\b[A-Z]\.", before) else cut


def _inside_initials(before: str, after: str) -> bool:
    """Whether the stop is one of "J. A. Smith" or "Smith, J. A., ", so that names go on."""
    word = re.search(r"[^\s,;]*$", before)
    last = word[0] if word else ""
    if not (is_initials(last + ".") and len(re.sub(r"[^A-Z]", "", last)) <= 1) and last not in {
        "Jr",
        "Sr",
        "St",
    }:
        return False
    if after[:1] in {",", ";", "&"} or re.match(r"(?:and|und|y|et)\s", after):
        return True
    if re.match(r"[A-Z][a-z]?\.", after):
        return True
    # "J. Smith, ..." (given names first): the next word is a family name with a separator behind.
    return _FAMILY.match(after) is not None and _GIVEN_FIRST.match(before) is not None
