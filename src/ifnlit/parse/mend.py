"""Typographic repairs inside a value: damage undone, each change told with its reason.

Only what cannot be meant is changed: a blank after a hyphen, the hyphen of a line break, a blank
lost between two words of a journal's abbreviation, a stop after it. What may be an author's own
spelling stays as printed, for rules to flag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ifnlit.model.iso4 import is_title_word
from ifnlit.parse.lexicon import is_common, is_word

# "short- and long-term": the hyphen hangs on purpose. In any language of the lists.
_LOOSE = re.compile(
    r"(?<=[^\W_])- (?!(?:and|or|und|oder|bzw|to|bis|y|e|et|ou|of|vs|versus|as|in|for)\b)(?=[^\W_])"
)
_BREAK = re.compile(
    r"(?<![\w-])([a-zà-ÿ]{2,})-([a-zà-ÿ]{2,})(?![\w-])|(?<![\w-])([A-Z][a-zà-ÿ]{1,})-([a-zà-ÿ]{2,})(?![\w-])"
)
_CAMEL = re.compile(r"(?<![\w])([A-Z][a-z]{2,})([A-Z][a-z]{2,})(?![\w])")
# A part that makes words with a hyphen in good style; no break is seen behind it.
_PREFIXES = frozenset(
    """anti auto bi bio co counter cross cyclo de di down dual ex extra follow fore four free
    full gene half high home hyper hypo ill in inter intra iso late life long low macro meta
    micro mid mini mono multi near neo non off on one open out over pan para peri poly post
    pre pro pseudo quasi re real risk self semi short single six step sub super tele ten three
    top trans tri two ultra un under up well wide""".split()
)

_FRAGMENT = 5  # letters; the list's rarer words hold broken ends of this length ("tion")


@dataclass(frozen=True, slots=True)
class Change:
    """`before` (a blank-delimited stretch as printed) became `after`, for the reason `why`."""

    before: str
    after: str
    why: str


def title(text: str) -> tuple[str, tuple[Change, ...]]:
    """A title without blanks after hyphens and without hyphens of line breaks."""
    changes: list[Change] = []
    printed = text
    text = _replaced(text, _LOOSE, "-", "space after the hyphen", changes)
    if "-" not in text:
        return text, tuple(changes)
    for found in reversed(list(_BREAK.finditer(text))):
        left, right = found[1] or found[3], found[2] or found[4]
        if is_broken(left, right):
            changes.append(
                Change(found[0], left + right, "hyphen of a line break kept inside the word")
            )
            text = text[: found.start()] + left + right + text[found.end() :]
    return text, tuple(sorted(changes, key=lambda change: printed.find(change.before)))


def container(text: str) -> tuple[str, tuple[Change, ...]]:
    """A journal's name with a lost blank put back and without a stray stop at its end."""
    changes: list[Change] = []
    mended, _ = title(text)
    if mended != text:
        changes.append(Change(text, mended, "hyphen of a line break kept inside the word"))
        text = mended
    spaced = _CAMEL.sub(_parted, text)
    if spaced != text:
        changes.append(Change(text, spaced, "space lost between two words of the abbreviation"))
        text = spaced
    return text, tuple(changes)


def is_broken(left: str, right: str) -> bool:
    """Whether "left-right" is one word that a line break parted, by the lexicon."""
    left, right = left.lower(), right.lower()
    if is_word(f"{left}-{right}"):
        return False
    if is_word(left + right):
        return not (is_common(right) and (left in _PREFIXES or is_common(left)))
    if left in _PREFIXES or is_common(left) or is_common(right):
        return False
    return not (is_word(right) and len(right) > _FRAGMENT)


def _parted(found: re.Match[str]) -> str:
    if is_title_word(found[1]) and is_title_word(found[2]):
        return f"{found[1]} {found[2]}"
    return found[0]


def _replaced(text: str, pattern: re.Pattern[str], by: str, why: str, changes: list[Change]) -> str:
    """Replace every match, told once for each blank-delimited stretch with matches in it."""
    spans = [found.span() for found in pattern.finditer(text)]
    done = len(text) + 1
    out = text
    for start, end in reversed(spans):
        if end < done:
            left = text.rfind(" ", 0, start) + 1
            right = text.find(" ", end)
            right = len(text) if right < 0 else right
            before = text[left:right].rstrip(".,;:")
            changes.insert(0, Change(before, pattern.sub(by, before), why))
            done = left
        out = out[:start] + by + out[end:]
    return out
