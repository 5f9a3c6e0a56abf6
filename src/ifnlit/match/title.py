"""How alike two titles are.

The words decide, not the letters: "Global cancer statistics 2018" and "... 2020" share 96 % of
their letters and are two works, "tumour necro-sis factor" and "Tumor necrosis factor" are one.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from ifnlit.match.fold import GREEK_NAMES, run, script, words
from ifnlit.match.likeness import (
    MOST_GAINED,
    SAME,
    UNSAID,
    Likeness,
    best,
    ratio,
    slips_between,
    unscanned,
)
from ifnlit.match.tongue import tongue
from ifnlit.model.evidence import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator

# Figures behind these stand in docs/matching.md, "Where the thresholds come from".
NEAR_SHARE = 0.80  # of the words in common: one title, as it may be cited
KIN_SHARE = 0.45  # of the words in common: as a translation or another edition may have
CUT_WORDS = 3  # that a title cut short must have left
SCAN_LIKENESS = 0.95  # of the letters: a bad scan of one title
MISQUOTED = 0.85  # the most for a title with words of its own: "male" for "female" is two works
MEND_LIKENESS = 0.60  # of the words that differ: below, they are not one another's misprints
CUT_LIKENESS = 0.93  # of a cut title with the beginning of the whole one

_STEM = 5  # letters: "infection" and "infected", "replication" and "replicate"
_MOST_PIECES = 6  # of a word that is misread and broken: "physi 0 l 0 gi cal"
_FRAGMENT = 2  # letters, at most, of what a bad scan leaves of a word; "men" and "non" are words
_PART = frozenset(
    "part parts series section chapter volume vol no number paper report study".split()
)

_LIGHT = frozenset(
    """a an the of in on for and to with by from at as is its into or und der die das den des von
    fur im le la les et de du des en el los las y e del della di il per""".split()
)
_MARK = re.compile(
    r"^\W*(?:retracted|withdrawn|removed|temporary removal|retracted article|retracted chapter"
    r"|this article has been retracted)\s*(?:[:\].\u2013\u2014-]+\s*|$)",
    re.IGNORECASE,
)
_END_MARK = re.compile(
    r"\s*[\[(](?:retracted(?: article)?|withdrawn|retraction in[^)\]]*|retracted[^)\]]{0,80}"
    r"|in (?:chinese|japanese|russian|german|french)[^)\]]{0,40})[\])]\.?\s*$",
    re.IGNORECASE,
)
_GENRE = re.compile(r"\s*\[[A-Z]{1,2}(?:/[A-Z]{2})?\]\s*\.?\s*$")
_BRACKETED = re.compile(r"^\s*\[(.+)\]\.?\s*$", re.DOTALL)
_TRANSLATION = re.compile(r"^(.{8,}?)\s*[\[=]\s*(.{8,}?)\]?\s*$", re.DOTALL)
_SUBTITLE = re.compile(r"\s*(?::|\?|\s[-\u2013\u2014]\s|\u2014|\uff1a)\s*")


def titles_alike(
    ours: tuple[str, ...], theirs: tuple[str, ...], subtitles: tuple[str, ...] = ()
) -> Likeness:
    """How alike a work's titles are in the most favourable pair of spellings and languages."""
    mine = [form for text in ours if text for form in _forms(text)]
    yours = [form for text in theirs if text for form in _forms(text)]
    yours += [f"{title}: {subtitle}" for title in theirs for subtitle in subtitles if title]
    return best([_pair(one, other) for one in mine for other in yours])


def is_generic(title: str) -> bool:
    """Whether a title has too few words of its own to be told from others: "Editorial"."""
    return len([word for word in words(title) if word not in _LIGHT]) < CUT_WORDS


def is_translated(title: str, language: str) -> bool:
    """Whether a title is the citing authors' translation: bracketed, or of a foreign work."""
    language = language.casefold()[:2]
    return bool(_BRACKETED.match(title)) or (language not in {"", "en"} and tongue(title) == "en")


@lru_cache(maxsize=1024)
def bare(title: str) -> str:
    """`title` without marks of a retraction, genre marks and brackets that are not its own."""
    title = _END_MARK.sub("", _GENRE.sub("", _MARK.sub("", title)))
    found = _BRACKETED.match(title)
    return found[1] if found else title


@lru_cache(maxsize=1024)
def _forms(title: str) -> tuple[str, ...]:
    """The title, and each half of one that is followed by its translation."""
    title = bare(title)
    found = _TRANSLATION.match(title)
    return (title, found[1], found[2]) if found else (title,)


def _pair(ours: str, theirs: str) -> Likeness:
    mine, yours = run(ours), run(theirs)
    if not mine or not yours:
        return UNSAID
    if mine == yours:
        return SAME
    if script(ours) != script(theirs):
        return Likeness(0.0, "in another script: not compared", Bearing.SILENT)
    letters = ratio(mine, yours)
    missing, added = _unmatched(words(ours), words(theirs))
    if not missing and not added:
        reason = "the same but for spelling" if letters < 1 else "the same"
        return Likeness(max(letters, NEAR_SHARE), reason, Bearing.AGREES)
    return _cut(ours, theirs, missing, added) or _by_words(ours, theirs, missing, added, letters)


def _by_words(
    ours: str, theirs: str, missing: list[str], added: list[str], letters: float
) -> Likeness:
    """What is to be said of titles with words of their own."""
    share = _share(words(ours), words(theirs), missing, added)
    if share < NEAR_SHARE and tongue(ours) != tongue(theirs) and tongue(ours) and tongue(theirs):
        return Likeness(share, "in another language: not compared", Bearing.SILENT)
    marks = [[word for word in side if _is_mark(word)] for side in (missing, added)]
    is_scan = all(map(_is_fragment, missing + added))
    if is_scan and letters >= SCAN_LIKENESS and not all(marks) and not _has_number(missing + added):
        return Likeness(letters, "the same but for a few letters", Bearing.NEAR)
    if share >= KIN_SHARE and any(marks):
        return Likeness(min(share, letters), _marks_said(marks), Bearing.DIFFERS)
    if share >= NEAR_SHARE:
        value = min(letters, MISQUOTED)
        return Likeness(value, f"only one title has {_other(missing, added)}", Bearing.NEAR)
    if share >= KIN_SHARE:
        return Likeness(min(share, letters), "shares some words only", Bearing.DIFFERS)
    return Likeness(min(share, letters), "another title", Bearing.CONFLICTS)


def _is_fragment(word: str) -> bool:
    return len(word) <= _FRAGMENT and word != "no"


def _marks_said(marks: list[list[str]]) -> str:
    ours, theirs = (" ".join(side) for side in marks)
    if ours and theirs:
        return f"{ours} against {theirs} in the title"
    return f'only one title has "{ours or theirs}"'


def _other(missing: list[str], added: list[str]) -> str:
    return " and ".join(f'"{" ".join(side)}"' for side in (missing, added) if side)


def _is_mark(word: str) -> bool:
    """Whether a word parts works of one family: a number, a letter, a Greek letter."""
    return word.isdigit() or len(word) == 1 or word in GREEK_NAMES


def _is_part(tail: list[str]) -> bool:
    """Whether the rest of a title is a mark of a part or an edition: "Part II", "2019"."""
    return bool(tail) and (
        tail[0].isdigit() or (tail[0] in _PART and any(map(str.isdigit, tail[:2])))
    )


def _has_number(unmatched: list[str]) -> bool:
    return any(word.isdigit() or word in GREEK_NAMES for word in unmatched)


def _cut(ours: str, theirs: str, missing: list[str], added: list[str]) -> Likeness | None:
    """One title as the beginning of the other: without its subtitle, or cut off."""
    is_ours = len(run(ours)) <= len(run(theirs))
    short, whole = (ours, theirs) if is_ours else (theirs, ours)
    lacking, rest = (missing, added) if is_ours else (added, missing)
    if not _begins(short, whole, lacking, rest):
        return None
    side = "ours" if is_ours else "theirs"
    if _is_part(rest):
        return Likeness(0.8, f'only one title has "{" ".join(rest)}"', Bearing.DIFFERS)
    if any(run(whole[: found.start()]) == run(short) for found in _SUBTITLE.finditer(whole)):
        return Likeness(0.95, f"{side} is without the subtitle", Bearing.NEAR)
    return Likeness(0.90, f"{side} is cut short", Bearing.NEAR)


def _begins(short: str, whole: str, lacking: list[str], rest: list[str]) -> bool:
    """Whether one title is the beginning of the other, which goes on with `rest`.

    The last word may have lost its end; no other one may be missing, and none stand inside only
    in the longer one: "in non-smoking adults" is no longer title of "in smoking adults".
    """
    own, short_run, whole_run = words(short), run(short), run(whole)
    is_chopped = lacking == [own[-1]] and any(word.startswith(own[-1]) for word in rest)
    if len(own) < CUT_WORDS or not rest or (lacking and not is_chopped):
        return False
    behind = len(short_run) - MOST_GAINED - (len(own[-1]) if lacking else 0)
    if whole_run.find(rest[0], max(0, behind)) < 0:
        return False
    return ratio(short_run, whole_run[: len(short_run)]) >= CUT_LIKENESS


def _unmatched(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The words of each side that the other lacks, in order, without light words and slips."""
    missing = _lacking(ours, Counter(theirs))
    added = _lacking(theirs, Counter(ours))
    if _is_mendable(missing, added):
        _mend(missing, added)
        _mend(added, missing)
    return [word for word in missing if word not in _LIGHT], [
        word for word in added if word not in _LIGHT
    ]


def _lacking(side: tuple[str, ...], other: Counter[str]) -> list[str]:
    lacking: list[str] = []
    for word in side:
        if other[word]:
            other[word] -= 1
        else:
            lacking.append(word)
    return lacking


def _is_mendable(missing: list[str], added: list[str]) -> bool:
    """Whether the words that are left may be spellings of each other: not for two other titles."""
    if not GREEK_NAMES.isdisjoint((*missing, *added)):
        return True  # "a" may stand for it, which has no letters in common
    ours, theirs = unscanned("".join(missing)), unscanned("".join(added))
    length = min(len(ours), len(theirs)) + MOST_GAINED  # the longer may go on: the other is cut
    return bool(ours and theirs) and ratio(ours[:length], theirs[:length]) >= MEND_LIKENESS


def _mend(pieces: list[str], wholes: list[str]) -> None:
    """Take out the words that the other side has misspelt, or in pieces: "replica tion"."""
    for whole in list(wholes):
        found = min(_readings(pieces, whole), default=None)
        if found is not None:
            _, start, size = found
            del pieces[start : start + size]
            wholes.remove(whole)


def _readings(pieces: list[str], whole: str) -> Iterator[tuple[int, int, int]]:
    """Where `whole` may stand in the pieces: letters that differ, start and number of pieces."""
    for start in range(len(pieces)):
        text = ""
        for size, piece in enumerate(pieces[start : start + _MOST_PIECES], 1):
            text += piece
            if len(text) > len(whole) + MOST_GAINED:
                break
            slips = slips_between(text, whole)
            if slips is not None:
                yield slips, start, size


def _share(
    ours: tuple[str, ...], theirs: tuple[str, ...], missing: list[str], added: list[str]
) -> float:
    """Dice's coefficient of the words that carry meaning, kin ones ("interferons") being alike."""
    mine = sum(word not in _LIGHT for word in ours)
    yours = sum(word not in _LIGHT for word in theirs)
    kin = _kin(missing, added)
    common = (mine - len(missing)) + (yours - len(added)) + 2 * kin
    return max(0.0, common / (mine + yours)) if mine + yours else 0.0


def _kin(missing: list[str], added: list[str]) -> int:
    stems = Counter(word[:_STEM] for word in added if len(word) >= _STEM)
    stems &= Counter(word[:_STEM] for word in missing if len(word) >= _STEM)
    return stems.total()
