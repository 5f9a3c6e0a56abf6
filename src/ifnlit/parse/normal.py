"""A reference string in plain form, with the way back to every character of the raw one.

Full-width marks, no-break and zero-width blanks, soft hyphens, ligatures, HTML entities, combining
accents, doubled marks and the many dashes become one form each, so that grammars need to know one.
Nothing is judged here: what changes a value for good is a repair, and that is `parse.mend`.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from unicodedata import normalize

from ifnlit.model.frozen import dataclass, hasten
from ifnlit.parse.hints import has_any

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANKS = (
    *(0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000),
    *range(0x2000, 0x200B),
)
# Each of these stands for one character (or two) of the plain form; "" takes it out.
_ONE = {
    **{chr(code): " " for code in _BLANKS},
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u2066\u2067\u2068\u2069", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e", ""),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict(zip("\u3002\u3010\u3011\u3014\u3015\u3001\uff61\uff64", ".[][],.,", strict=True)),
    **dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04", ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
    **dict.fromkeys("\u2018\u2019\u201b\u02bc", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
}
_SINGLES = "".join(map(re.escape, _ONE))
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][0-9A-Za-z]{1,8});"
_ODD = re.compile(
    rf"[{_SINGLES}\x00-\x08\x0e-\x1f\x7f]| {{2,}}|{_ENTITY}|[^\W\d_][\u0300-\u036f]+"
    r"|(?<=\d)[~\u301c\u223c](?=\d)|([,;])\1+|(?<!\.)\.\.(?!\.)"
)
# A character that makes a string odd, whatever stands beside it.
_ODD_ONE = re.compile(rf"[{_SINGLES}\x00-\x1f\x7f\u0300-\u036f\u301c\u223c]")
_RUNS = ("  ", "~", ",,", ";;", "..")
_AN_ENTITY = re.compile(_ENTITY)
# A full-width mark has its blank inside; the plain one needs it written.
_WIDE = frozenset("\uff0c\uff0e\uff1a\uff1b\u3002\u3001")
_OPENING = frozenset("\uff08\uff3b\u3010")
_AFTER_WIDE = frozenset("([\uff08\u3010\uff3b")
_TILDES = frozenset("~\u301c\u223c\uff5e")
_CLOSING = frozenset("\uff09\uff3d\u3011")
# What becomes one character wherever it stands.
_ALONE = {
    odd: plain
    for odd, plain in _ONE.items()
    if len(plain) == 1 and odd not in _WIDE | _OPENING | _CLOSING | _TILDES
}


@hasten
@dataclass(frozen=True, slots=True)
class Normal:
    """`text` in plain form; `at[i]` is where its character i stands in the raw string.

    `at` has one more element than `text` has characters: the length of the raw string.
    """

    text: str
    at: Sequence[int]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the raw string that `text[start:end]` came from; `end` > `start`."""
        return self.at[start], self.at[end - 1] + 1


def normal(raw: str) -> Normal:
    """The plain form of a raw string. Linear in its length."""
    text = _by_character(raw)
    if text is not None:
        return Normal(text, range(len(raw) + 1))
    parts: list[str] = []
    at: list[int] = []
    done = 0
    blank = False
    for found in _ODD.finditer(raw):
        start, end = found.span()
        if start > done:
            parts.append(raw[done:start])
            at.extend(range(done, start))
            blank = raw[start - 1] == " "
        plain = _plain(found[0], raw, start, end)
        if blank and plain[:1] == " ":
            plain = plain[1:]
        if plain == found[0]:  # "&" that begins no entity
            parts.append(plain)
            at.extend(range(start, end))
            blank = False
        elif plain:
            parts.append(plain)
            at.extend([start] * (len(plain) - 1) + [start if plain[-1] == " " else end - 1])
            blank = plain[-1] == " "
        done = end
    parts.append(raw[done:])
    at.extend(range(done, len(raw) + 1))
    return _single_blanks("".join(parts), at)


def _by_character(raw: str) -> str | None:
    """The plain form where each character becomes one, whatever stands beside it; else `None`.

    Nine of ten strings are such. It is cheaper to ask than to search for each kind.
    """
    if has_any(raw, _RUNS) or ("&" in raw and _AN_ENTITY.search(raw)):
        return None
    if raw.isascii() and raw.isprintable():
        return raw
    text = raw
    for odd in set(_ODD_ONE.findall(raw)):
        if odd not in _ALONE:
            return None
        text = text.replace(odd, _ALONE[odd])
    return None if "  " in text else text


def _plain(odd: str, raw: str, start: int, end: int) -> str:
    """The plain form of what `_ODD` found at `start` to `end`."""
    if len(odd) > 1:
        return _plain_run(odd)
    plain = _ONE.get(odd, "")
    before, after = raw[start - 1 : start], raw[end : end + 1]
    if odd in _TILDES and before.isdigit() and after.isdigit():
        return "-"
    if odd in _OPENING and _is_latin(before):
        return f" {plain}"
    if odd in _CLOSING and _is_latin(after):
        return f"{plain} "
    opens = after and not after.isspace() and after not in _AFTER_WIDE
    if odd in _WIDE and opens and not (after.isdigit() and before.isdigit()):
        return f"{plain} "
    return plain


def _plain_run(odd: str) -> str:
    """The plain form of an entity, a letter with accents, a run of blanks or of marks."""
    if odd[0] == "&":
        known = unescape(odd)
        return _ONE.get(known, known if len(known) == 1 else odd)
    return odd[0] if odd[0] in " ,;." else normalize("NFC", odd)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _single_blanks(text: str, at: list[int]) -> Normal:
    """Runs of blanks as one, which the replacements may have made anew."""
    if "  " not in text:
        return Normal(text, at)
    kept = [i for i, c in enumerate(text) if c != " " or not i or text[i - 1] != " "]
    return Normal("".join(text[i] for i in kept), [*(at[i] for i in kept), at[-1]])
