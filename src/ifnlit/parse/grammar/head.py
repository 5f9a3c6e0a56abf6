"""The beginning of a reference: where the authors end and the title begins."""

from __future__ import annotations

import re

from ifnlit.parse.names import is_initials, plausible
from ifnlit.parse.names.words import L, U, others

_FURTHEST = 4000  # characters; no list of authors is longer
_LIKELY = 0.75  # of the pieces before the stop must look like names
# The plain form: "van Campenhout M J H, Li Wei, et al." (all of it in one pass).
FAMILY = (
    rf"(?:[A-Z]{{2,12}}|[{U}][{L}'’]*+(?:(?<=[a-z])[A-Z][a-z]++)?"
    rf"(?:-[{U}][{L}]++|(?<=[OM])'[{U}][{L}]++)*+)"
)
_ONE = (
    rf"(?:(?:van|von|der|den|de|del|la|di|da|dos|ten|ter)\s){{0,3}}{FAMILY}"
    rf"\s(?:[{U}](?:\s?-?[{U}]){{0,3}}(?![{L}'’-])|[{U}][{L}]++(?:-[{U}{L}]++)?(?:\s[{U}]{{1,3}}(?![{L}'’-]))?)"
)
NAMES = rf"(?P<names>{_ONE}(?:,\s?{_ONE})*+)"
PLAIN = (
    rf"{NAMES}(?:(?P<others>,?\s?et\s?al(?:\.|(?=\s)))|(?<!\s[JS]r)\.)"
    rf"(?=\s?[\w\"'(\[])(?!\s?(?:[{U}]\s?\.|et\sal))"
)
_PLAIN = re.compile(PLAIN)
# "王小明, 李强, 等"
HAN = r"(?P<han>[\u4e00-\u9fff]{2,4}(?:,\s?[\u4e00-\u9fff]{2,4})*+(?:,\s?等)?)\."
_HAN = re.compile(HAN)
_STOP = re.compile(r"\.(?=\s|[A-Z\u4e00-\u9fff\"'(\[]|$)")
_ET_AL = re.compile(r"(?<=[\s,])et al\b\.?")
_FAMILY = re.compile(
    r"(?:(?:de|da|di|del|van|von|der|la|le)\s){0,3}"
    r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s?(?:,|;|\.|and\s|&)"
)
_GIVEN_FIRST = re.compile(r"(?:[A-Z][a-z]?\.[\s-]?)*[A-Z](?=$|\.)")
# "David R. Cheriton, Hendrik A. Goosen, and ...": a further name of the same form is behind it.
_SPOKEN = re.compile(
    r"[A-Z][\w'’-]+(?:,\sand\s|\sand\s|,\s)[A-Z][a-z]+(?:\s[A-Z]\.)?\s[A-Z][\w'’-]+(?:,|\.|\sand\s)"
)
_BLANKS = (" ", ",", ";")  # one of these stands before a word
_INITIAL = re.compile(r"\b[A-Z]")
_STOPPED = re.compile(r"\b[A-Z]\.")
_GOES_ON = re.compile(r"[,;&]|(?:and|und|y|et)\s|[A-Z][a-z]?\.|-[A-Z]\.")
_PARTS = re.compile(r"\s?(,|\b(?:and|et|y|e|und)\b|&)\s?")
_INVERTED = re.compile(r"[A-Z][\w'’-]+,\s[A-Z][a-z]+")
_GIVEN = re.compile(r"[A-Z][a-z]+(?:\s[A-Z]\.?)+")
_SHOUTED = re.compile(rf"[{U}]{{3}}")
_LEAST = 3  # parts: two names and what stands between them
_BEFORE_STOP = frozenset(("Jr", "Sr", "St"))


def authors_end(text: str, end: int) -> int | None:
    """Where the stop after the author list is, within `text[:end]`; None when there is none.

    After "et al." at the end of names; else the first stop with names before it that is not the
    stop of an initial.
    """
    han = _HAN.match(text, 0, end)
    if han:
        return han.end() - 1
    plain = _PLAIN.match(text, 0, end)
    if plain and ("," in plain["names"] or not is_spoken(text, plain.end())):
        return plain.end() - 1 if text[plain.end() - 1] == "." else plain.end()
    area = text[: min(end, _FURTHEST)]
    found = _ET_AL.search(area)
    for start, stop in [found.span()] if found else others(area)[:1]:
        before = area[:start].rstrip(" ,;&")
        if before and plausible(before) >= _LIKELY:
            return stop - 1 if area[stop - 1] == "." else stop
    return _first_stop(area)


def is_spoken(text: str, at: int) -> bool:
    """Whether a further name stands behind one stop, as it is spoken: "Goosen, and ..."."""
    return _SPOKEN.match(text, at + 1) is not None


def may_go_on(text: str, at: int) -> bool:
    """Whether what stands behind the stop of initials may be more names."""
    after = text[at:].lstrip()
    return any(one.match(after) for one in (_GOES_ON, _FAMILY, _SPOKEN))


def _first_stop(area: str) -> int | None:
    for found in _STOP.finditer(area):
        at = found.start()
        before, after = area[:at], area[at + 1 :].lstrip()
        acronym = "." in before and is_initials(before)  # "U.S. Department"
        if not acronym and not _inside_initials(before, after):
            return at if plausible(before) >= _LIKELY else None
    return None


def _follows_a_name(before: str) -> bool:
    """Whether initials at the end begin a name ("Iyer, S. and S.M"), or end one ("Iyer, S")."""
    parts = _PARTS.split(before)
    if len(parts) < _LEAST:
        return False
    if not is_initials(parts[-1]):  # "Beale, Gregory K. and Donald A": only the first is inverted
        named = _INVERTED.match(before) and _GIVEN.fullmatch(parts[-1])
        return parts[-2] != "," and named is not None
    return parts[-2] != "," or is_initials(parts[-3].strip())


def names_end(text: str, cut: int) -> int:
    """Where the names end: the stop at `cut` is of "al." or of a name if other names have one."""
    if text[cut : cut + 1] != ".":
        return cut
    if text.endswith(("al", "Jr", "Sr"), 0, cut):
        return cut + 1
    is_one = _INITIAL.match(text, cut - 1, cut) and _STOPPED.search(text, 0, cut)
    return cut + 1 if is_one else cut


def _inside_initials(before: str, after: str) -> bool:
    """Whether the stop is one of "J. A. Smith" or "Smith, J. A., ", so that names go on."""
    last = before[max(map(before.rfind, _BLANKS)) + 1 :]
    is_one = is_initials(last + ".") and (sum(map(str.isupper, last)) <= 1 or not last.isalpha())
    if not is_one and last not in _BEFORE_STOP:
        return False
    if _SHOUTED.search(before) and before.isupper() and after[1:2].islower():
        return False  # "TSUJI T. Generation, ...": the names were in capitals
    if _GOES_ON.match(after):
        return True
    # "J. Smith, ..." (given names first): the next word is a family name with a separator behind.
    if _GIVEN_FIRST.match(before) or _follows_a_name(before):
        return _FAMILY.match(after) is not None
    return _SPOKEN.match(after) is not None
