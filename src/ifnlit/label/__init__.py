"""Citation keys for new references: `lan2019regulation`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from ifnlit.model.reference import Reference

# Words that no title is known by, in the languages of reference lists.
_SMALL = frozenset(
    """a an the of on in at by to for from with without and or as is are was be can do does how
    what when where which who why its their into over under between among via using toward
    towards der die das ein eine und von zur zum im le la les un une des du de et en el
    los las y il lo gli o os as""".split()
)
_HAN = re.compile(r"[\u3400-\u9fff\uac00-\ud7a3]")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def keys(references: Sequence[Reference], taken: Collection[str]) -> tuple[str, ...]:
    """A key for each reference, ASCII `[a-z0-9]+`: family name, year, first word of the title.

    Where two would be equal (or one is in `taken`) a letter follows from the second on. A
    reference without a name or title takes what it has; one with nothing is `ref`.
    """
    used = set(taken)
    found: list[str] = []
    for reference in references:
        base = _base(reference) or "ref"
        key, n = base, 0
        while key in used:
            n += 1
            key = base + _letters(n)
        used.add(key)
        found.append(key)
    return tuple(found)


def _base(reference: Reference) -> str:
    names = reference.author or reference.editor
    who = names[0] if names else None
    family = _plain((who.family or who.literal) if who else "")
    if who and who.literal:
        family = family[:20]
    year = str(reference.issued.year) if reference.issued else ""
    return family + year + _word(reference.title or reference.container_title)


def _word(title: str) -> str:
    """The first significant word of a title; of a Chinese one the first two characters' sound."""
    if _HAN.match(title):
        return _plain(title[:2])
    words = [_plain(word) for word in re.split(r"[\s/:,;.–—-]+", title)]
    told = [word for word in words if word and word not in _SMALL]
    return next((word for word in told if not word.isdigit()), told[0] if told else "")


def _plain(text: str) -> str:
    if not text.isascii():
        from anyascii import anyascii

        text = str(anyascii(text))
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _letters(n: int) -> str:
    """1 -> b, 25 -> z, 26 -> za: what follows the key of an equal one."""
    rest = _LETTERS[1:]
    return "z" * ((n - 1) // len(rest)) + rest[(n - 1) % len(rest)]
