"""Names of journals as rules compare them: abbreviated or full, and whether two are one journal."""

from __future__ import annotations

import re

from ifnlit.model.iso4 import is_abbreviated

LANGUAGE_NOTE = re.compile(
    r"[(\[]\s*(?:article )?in ([A-Z][a-z]+)[^()\[\]]{0,30}[)\]]", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    "the of and for in on a an to its de la le du des der die das und et y e & at".split()
)
# Words that ISO 4 has as abbreviations and that names in full have as well.
BOTH = frozenset("Acta Adv Child Dig Front Gen Hum Int Interf Top Trans Zh Pol Phil".split())
_LONGEST_NEWSPAPER = 40  # characters; "Chemical & Engineering News"
_SHORTEST = 3  # letters of an abbreviated last word: Med, Sci, Res
# Titles of newspapers; BibTeX has no type for what appears in them.
_NEWSPAPER = re.compile(
    r"\b(?:times|post|guardian|observer|independent|telegraph|tribune|herald|gazette|chronicle|news"
    r"|daily|wall street journal|usa today|le monde|figaro|libération|aurore|el país|el mundo"
    r"|la repubblica|corriere|die zeit|der spiegel|\w*zeitung|tageblatt|pravda|izvestia)\b"
    r"|(?:日报|晚报|时报|周报|报|新聞|新闻)$",
    re.IGNORECASE,
)
_FULL = re.compile(
    r"\b(?:journal|annals|archives|review|reviews|letters|proceedings|transactions|advances|bulletin|"
    r"research|medicine|science|sciences|studies|international|european|american|of|the)\b",
    re.IGNORECASE,
)


def is_newspaper(name: str) -> bool:
    """Whether a name is that of a newspaper: its pieces have a day, and often no author."""
    return len(name) <= _LONGEST_NEWSPAPER and _NEWSPAPER.search(name) is not None


def is_short(name: str) -> bool:
    """Whether a name is abbreviated beyond doubt: "CA Cancer J Clin"."""
    words = [word.strip(".,:()") for word in name.split()]
    return (
        len(words) > 1
        and not _FULL.search(name)
        and any(is_abbreviated(word) for word in words if word not in BOTH)
    )


def is_full(name: str) -> bool:
    """Whether a name of several words is written out beyond doubt: "Journal of Virology"."""
    words = [word.strip(".,:()") for word in name.split()]
    return len(words) > 1 and not any(is_abbreviated(word) for word in words if word not in BOTH)


def outline(name: str) -> str:
    """First letters of the words that count, three of the last: equal for names of one journal."""
    words = _words(name)
    return "".join(word[0] for word in words) + (words[-1][1:_SHORTEST] if words else "")


def is_same(one: str, other: str) -> bool:
    """Whether two names differ by stops, case and small words, or one abbreviates the other."""
    ours, theirs = _words(one), _words(other)
    if len(ours) != len(theirs) or (ours != theirs and len(ours) < 2):  # noqa: PLR2004  # one word abbreviates too much
        return False
    return all(_abbreviates(a, b) or _abbreviates(b, a) for a, b in zip(ours, theirs, strict=True))


def _abbreviates(short: str, word: str) -> bool:
    return word.startswith(short) and (short == word or is_abbreviated(short.capitalize()))


def _words(name: str) -> list[str]:
    return [word for word in _WORD.findall(name.casefold()) if word not in _SMALL]
