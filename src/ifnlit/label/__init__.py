"""Citation keys for new references: `lan2019regulation`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ifnlit.model.reference import Reference

# Words that no title is known by, in the languages of reference lists.
_SMALL = frozenset(
    """a an the of on in at by to for from with without and or as is are was be can do does how
    what when where which who why its their into over under between among via using toward
    towards der die das ein eine und von zur zum im le la les un une des du de et en el
    los las y il lo gli o os as""".split()
)
_OTHER = re.compile(r"[^a-z0-9]")
_PARTS = re.compile(r"[^\s/:,;.–—-]+")
_LONGEST = 40  # characters of a name or word; keys are for people
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def keys(references: Sequence[Reference], taken: Collection[str]) -> tuple[str, ...]:
    """A key for each reference, ASCII `[a-z0-9]+`: family name, year, first word of the title.

    Where two would be equal (or one is in `taken`) a letter follows from the second on. A
    reference without a name or title takes what it has; one with nothing is `ref`.
    """
    labeller = Keys(taken)
    return tuple(labeller.key(reference) for reference in references)


class Keys:
    """Gives a key to one reference after the other, none twice; `taken` are given already."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._used = set(taken)
        self._times: dict[str, int] = {}

    def key(self, reference: Reference) -> str:
        """The key of the next reference."""
        base = _base(reference) or "ref"
        n = self._times.get(base, 0)
        while (key := base + _letters(n)) in self._used:
            n += 1
        self._times[base] = n
        self._used.add(key)
        return key


def _base(reference: Reference) -> str:
    names = reference.author or reference.editor
    who = names[0] if names else None
    family = _plain(((who.family or who.literal) if who else "")[:_LONGEST])
    if who and who.literal:
        family = family[:20]
    year = str(reference.issued.year) if reference.issued else ""
    return family + year + _word(reference.title or reference.container_title)


def _word(title: str) -> str:
    """The first significant word of a title; of a Chinese one the first two characters' sound."""
    if "\u3400" <= title[:1] <= "\u9fff" or "\uac00" <= title[:1] <= "\ud7a3":  # Han, Hangul
        return _plain(title[:2])
    number = ""
    for part in _PARTS.finditer(title):
        word = _plain(part[0][:_LONGEST])
        if word and word not in _SMALL:
            if not word.isdigit():
                return word
            number = number or word
    return number


def _plain(text: str) -> str:
    if not text.isascii():
        from anyascii import anyascii

        text = str(anyascii(text))
    low = text.lower()
    return low if low.isalnum() else _OTHER.sub("", low)


def _letters(n: int) -> str:
    """What follows the key of an equal one: 0 -> "", 1 -> b, 25 -> z, 26 -> ba (a is nought)."""
    text = ""
    while n:
        n, digit = divmod(n, len(_LETTERS))
        text = _LETTERS[digit] + text
    return text
