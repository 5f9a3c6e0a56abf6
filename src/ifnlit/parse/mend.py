"""Typographic repairs inside a value: damage undone, each change told with its reason.

Only what cannot be meant is changed: a blank after a hyphen, the hyphen of a line break, a blank
lost after a mark or put before it, a blank lost between two words of a journal's abbreviation. What
may be an author's own spelling stays as printed, for rules to flag.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ifnlit.model.iso4 import is_title_word
from ifnlit.parse.dictionary import with_blanks
from ifnlit.parse.lexicon import is_common, is_word

if TYPE_CHECKING:
    from collections.abc import Callable

# "short- and long-term": the hyphen hangs on purpose. In any language of the lists.
_LOOSE = re.compile(
    r"-(?<=[^\W_]-) (?!(?:and|or|und|oder|bzw|og|och|ed|en|to|bis|y|e|et|ou|of|vs|versus|as|in|for)"
    r"\b)"
    r"(?P<right>[^\W_]{1,40})"
)
_LEFT = re.compile(r"[^\W_]{1,40}$")
_LONGEST = 40  # letters of a word
_PART = re.compile(r"[a-zà-ÿ]{2,}")
_BREAK = re.compile(
    r"(?<![\w-])(?P<left>[a-zà-ÿ]{2,}|[A-Z][a-zà-ÿ]+)-(?P<right>[a-zà-ÿ]{2,})(?![\w-])"
)
_BREAKS = re.compile(r"-(?<=[a-zà-ÿ]-)(?=[a-zà-ÿ]{2})")  # in each of them, and soon found
_BEFORE_MARK = re.compile(r" (?=[,;:](?: |$))")
# After a comma or colon, but not in "N,N-dimethyl", "cis,cis-", "DNA:RNA", "protein:creatinine".
_AFTER_MARK = re.compile(r"[,:;](?=[A-Za-z])")
_LOST = re.compile(
    r"(?:(?<=[A-Za-z]{2})(?<!\bcis)(?<!\btrans)(?<!alpha)(?<!beta)|(?<=\d)),(?=[A-Z]{2}|[A-Za-z][a-z])"
    r"|(?:(?<=[a-z]{2})|(?<=\d{4})|(?<=[)\]])):(?=[A-Z]{2}|[A-Z][a-z]|(?:an?|the|what|how|from)\b)"
    r"|(?<=\w);(?=[A-Za-z]{2})"
)
_AFTER_STOP = re.compile(r"\.(?<=[a-z]{3}\.)(?=[A-Z][a-z])")
_ABBREVIATED = re.compile(r"\.(?<=[A-Za-z]\.)(?=[A-Z][a-z])")  # "J.Am.Chem.Soc."
_CAMEL = re.compile(r"(?<!\w)(?:[A-Z][a-z]{2,}){2,4}(?!\w)")
_PART_OF_CAMEL = re.compile(r"[A-Z][a-z]+")
_RUN_ON = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")  # "ofTesting", "JClin"
# A part that makes words with a hyphen in good style; no break is seen behind it.
_PREFIXES = frozenset(
    """alpha anti auto beta bi bio cis co counter cross cyclo de di down dual ex extra follow
    fore four free full gene half high home hyper hypo ill in inter intra iso late life long
    low macro meta micro mid mini mono multi near neo non off on one open out over pan para
    peri poly post pre pro pseudo quasi re real risk self semi short single six step sub
    super tele ten tert three top trans tri two ultra un under up well wide""".split()
)
_FRAGMENT = 5  # letters; the list's rarer words hold broken ends of this length ("tion")
_ENDS = ".,;:"  # of a stretch that is told: not part of the word


class Change(NamedTuple):
    """`before` (a blank-delimited stretch as printed) became `after`, for the reason `why`."""

    before: str
    after: str
    why: str


def title(text: str, *, tight: bool = False) -> tuple[str, tuple[Change, ...]]:
    """A title without blanks after hyphens, hyphens of line breaks, blanks astray at marks.

    `tight` says that the whole string has lost its blanks after commas, so that a colon between
    small letters has lost its own too.
    """
    changes: list[Change] = []
    printed = text
    if " ," in text or " :" in text or " ;" in text:
        text = _mended(text, _BEFORE_MARK, _nothing, "space before a mark", changes)
    if "," in text or ":" in text or ";" in text:
        by = _spaced_all if tight else _spaced
        text = _mended(text, _AFTER_MARK, by, "space lost after a mark", changes)
    if "." in text:
        text = _mended(text, _AFTER_STOP, _spaced_all, "space lost after a stop", changes)
    if "- " in text:
        text = _mended(text, _LOOSE, _joined, "space after the hyphen", changes)
    if "-" in text and _BREAKS.search(text):
        why = "hyphen of a line break kept inside the word"
        text = _mended(text, _BREAK, _unbroken, why, changes)
    if len(changes) > 1:
        changes.sort(key=lambda change: printed.find(change.before))
    return text, tuple(changes)


def container(text: str, *, tight: bool = False) -> tuple[str, tuple[Change, ...]]:
    """A journal's name as `title` mends it, with blanks lost between its words put back."""
    mended, changes = title(text, tight=tight)
    if "." in mended:
        told = list(changes)
        why = "space lost after a stop"
        mended = _mended(mended, _ABBREVIATED, _spaced_all, why, told)
        changes = tuple(told)
    if not _RUN_ON.search(mended):
        return mended, changes
    spaced = _CAMEL.sub(_parted, mended)
    if spaced != mended:
        changes += (Change(mended, spaced, "space lost between two words of the abbreviation"),)
    known = with_blanks(spaced) if _RUN_ON.search(spaced) else spaced
    if known != spaced:
        changes += (Change(spaced, known, "space lost between two words of a known name"),)
    return known, changes


def is_broken(left: str, right: str) -> bool:
    """Whether "left-right" is one word that a line break parted, by the lexicon."""
    left, right = left.lower(), right.lower()
    if is_word(f"{left}-{right}"):
        return False
    if is_word(left + right):
        return not (is_common(right) and (left in _PREFIXES or is_common(left)))
    if left in _PREFIXES or is_common(left) or is_common(right):
        return False
    if min(len(left), len(right)) > _FRAGMENT:  # "pembrolizumab-lenvatinib": names of their own
        return False
    return not (is_word(right) and len(right) > _FRAGMENT)


def _nothing(found: re.Match[str]) -> str:
    del found
    return ""


def _spaced(found: re.Match[str]) -> str:
    return f"{found[0]} " if _LOST.match(found.string, found.start()) else found[0]


def _spaced_all(found: re.Match[str]) -> str:
    return f"{found[0]} "


def _joined(found: re.Match[str]) -> str:
    """A hyphen with a blank behind it: of a line break, or of the word."""
    start = found.start()
    before = _LEFT.search(found.string, max(0, start - _LONGEST), start)
    left, right = before[0] if before else "", found["right"]
    if _PART.fullmatch(left) and _PART.fullmatch(right) and not is_word(f"{left}-{right}"):
        parted = not is_word(right) and left not in _PREFIXES
        if parted or is_word(left + right):
            return right
    return f"-{right}"


def _unbroken(found: re.Match[str]) -> str:
    left, right = found["left"], found["right"]
    return left + right if is_broken(left, right) else found[0]


def _parted(found: re.Match[str]) -> str:
    parts = _PART_OF_CAMEL.findall(found[0])
    return " ".join(parts) if all(map(is_title_word, parts)) else found[0]


def _mended(
    text: str,
    pattern: re.Pattern[str],
    by: Callable[[re.Match[str]], str],
    why: str,
    changes: list[Change],
) -> str:
    """Replace every match, told once for each blank-delimited stretch with matches in it."""
    out: list[str] = []
    done, told = 0, -1
    for found in pattern.finditer(text):
        start, end = found.span()
        plain = by(found)
        if plain == found[0]:
            continue
        out += (text[done:start], plain)
        done = end
        if start >= told:
            left, told = _stretch(text, start, end)
            whole = text[left:told]
            bare = whole.rstrip(_ENDS)
            before = bare if pattern.sub(by, bare) != bare else whole
            changes.append(Change(before, pattern.sub(by, before), why))
    return "".join([*out, text[done:]]) if out else text


def _stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """The blank-delimited stretch around `text[start:end]`."""
    right = text.find(" ", end)
    return text.rfind(" ", 0, start) + 1, len(text) if right < 0 else right
