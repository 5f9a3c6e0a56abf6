"""What the comparison of one field gives, and how alike two words and two texts are."""

from __future__ import annotations

from dataclasses import dataclass

from ifnlit.match.fold import GREEK_NAMES
from ifnlit.model.evidence import Bearing

# Letters that may differ between two spellings or scans of one word, by the shorter one's length.
# Under five letters "beta" and "zeta", "case" and "care" are other words.
_SLIPS = (*(0,) * 5, *(1,) * 3, *(2,) * 5)
_MOST_SLIPS = 3
# What scanning takes for each other in words.
_SCANS = (("1", "l"), ("0", "o"), ("5", "s"), ("rn", "m"), ("vv", "w"), ("cl", "d"), ("i", "l"))
# Not for single letters: "hepatitis C" is not "hepatitis E".
_LOOKS = str.maketrans("cb", "eh")
_LOOKED_AT = 3
MOST_SCANNED = 2  # letters that a word may gain by them
MOST_GAINED = _MOST_SLIPS + MOST_SCANNED
_GREEK_LOOKS = {"alpha": "a", "beta": "b", "gamma": "y", "kappa": "k", "omega": "w"}


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two values of one field are (0 to 1), why, and what that says."""

    value: float
    reason: str
    bearing: Bearing


SAME = Likeness(1.0, "the same", Bearing.AGREES)
UNSAID = Likeness(0.0, "one side does not say", Bearing.SILENT)

_ORDER = tuple(Bearing)  # from what is most in favour


def best(found: list[Likeness]) -> Likeness:
    """The most favourable of several; `UNSAID` of none."""
    return min(found, key=lambda one: (_ORDER.index(one.bearing), -one.value), default=UNSAID)


def ratio(ours: str, theirs: str) -> float:
    """The share of letters in common, in their order: 1 minus the normalised indel distance."""
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(ours, theirs)


def slips_between(ours: str, theirs: str) -> int | None:
    """How many letters two spellings of one word differ in; `None` for two words.

    What scanning confuses does not count, nor a Greek letter printed as its Latin look-alike.
    """
    shorter, longer = len(ours), len(theirs)
    if shorter > longer:
        shorter, longer = longer, shorter
    allowed = _SLIPS[shorter] if shorter < len(_SLIPS) else _MOST_SLIPS
    if ours == theirs or _GREEK_LOOKS.get(ours) == theirs or _GREEK_LOOKS.get(theirs) == ours:
        return 0
    if longer - shorter > allowed + MOST_SCANNED:
        return None
    if ours.isdigit() or theirs.isdigit() or (ours in GREEK_NAMES and theirs in GREEK_NAMES):
        return None
    ours, theirs = unscanned(ours), unscanned(theirs)
    if ours == theirs:
        return 0
    if not allowed or not (ours.isalpha() and theirs.isalpha()):
        return None
    from rapidfuzz.distance import OSA

    slips = OSA.distance(ours, theirs, score_cutoff=allowed)
    return slips if slips <= allowed else None


def is_slip(ours: str, theirs: str) -> bool:
    """Whether two words are two spellings, or a clean and a damaged scan, of one word."""
    return slips_between(ours, theirs) is not None


def unscanned(word: str) -> str:
    """`word` with the letters that scanning confuses all read in one way."""
    for seen, meant in _SCANS:
        word = word.replace(seen, meant)
    return word.translate(_LOOKS) if len(word) >= _LOOKED_AT else word
