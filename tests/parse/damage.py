"""Damage as typing, copying, scanning and conversion do it to a printed reference.

Every function is deterministic: the same string gives the same damaged one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_WIDE = str.maketrans(",.:;()[]", "，．：；（）［］")


def _wide_marks(raw: str) -> str:
    """Full-width marks with no blank after them, as an input method types them."""
    text = re.sub(r"([,:;]) ", lambda found: found[1].translate(_WIDE), raw)
    return re.sub(r"[()\[\]]", lambda found: found[0].translate(_WIDE), text)


def _wide_stops(raw: str) -> str:
    return re.sub(r"\. ", "．", raw)


def _wide_brackets(raw: str) -> str:
    return re.sub(r"\[([JDM])\]", r"【\1】", raw)


def _every(char: str, by: str) -> Callable[[str], str]:
    return lambda raw: raw.replace(char, by)


def _nth_blank(by: str, n: int) -> Callable[[str], str]:
    def damage(raw: str) -> str:
        count = iter(range(len(raw)))
        return re.sub(" ", lambda found: by if next(count) % n == n - 1 else found[0], raw)

    return damage


def _within_words(by: str, n: int) -> Callable[[str], str]:
    def damage(raw: str) -> str:
        count = iter(range(len(raw)))
        return re.sub(
            r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: by if next(count) % n == n - 1 else "", raw
        )

    return damage


def _line_break(raw: str) -> str:
    """A long word of the title broken over two lines, the hyphen kept."""
    words = list(re.finditer(r"\b[a-z]{9,}\b", raw))
    if not words:
        return raw
    at = words[0].start() + 4
    return f"{raw[:at]}- {raw[at:]}"


_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}


def _ligatures(raw: str) -> str:
    return re.sub("ffi|ffl|ff|fi|fl", lambda found: _LIGATURES[found[0]], raw)


def _entities(raw: str) -> str:
    return raw.replace("α", "&alpha;").replace("β", "&beta;").replace("-", "&#8211;")


def _before_marks(raw: str) -> str:
    return re.sub(r"(?<=[\w)\]])(?=[,:;])", " ", raw)


KINDS: dict[str, Callable[[str], str]] = {
    "wide-marks": _wide_marks,
    "wide-stops": _wide_stops,
    "wide-brackets": _wide_brackets,
    "wide-comma": _every(", ", "，"),
    "wide-comma-blank": _every(", ", "， "),
    "wide-parens": lambda raw: raw.replace("(", "（").replace(")", "）"),
    "no-break-blank": _every(" ", "\u00a0"),
    "thin-blank": _nth_blank("\u2009", 3),
    "ideographic-blank": _nth_blank("\u3000", 4),
    "doubled-blanks": _every(" ", "  "),
    "some-doubled-blanks": _nth_blank("  ", 3),
    "no-break-and-blank": _nth_blank("\u00a0 ", 4),
    "tab": _nth_blank("\t", 5),
    "zero-width": _within_words("\u200b", 4),
    "word-joiner": _within_words("\u2060", 6),
    "byte-order-mark": lambda raw: "\ufeff" + raw,
    "left-to-right": lambda raw: "\u200e" + raw + "\u200e",
    "soft-hyphen": _within_words("\u00ad", 3),
    "line-break": _line_break,
    "en-dash": _every("-", "\u2013"),
    "em-dash-pages": lambda raw: re.sub(r"(?<=\d)-(?=\d)", "\u2014", raw),
    "minus": _every("-", "\u2212"),
    "hyphen": _every("-", "\u2010"),
    "no-break-hyphen": _every("-", "\u2011"),
    "doubled-hyphen-pages": lambda raw: re.sub(r"(?<=\d{2})-(?=\d)", "--", raw),
    "spaced-dash-pages": lambda raw: re.sub(r"(?<=\d{2})-(?=\d)", " \u2013 ", raw),
    "tilde-pages": lambda raw: re.sub(r"(?<=\d{2})-(?=\d)", "~", raw),
    "no-blank-after-marks": lambda raw: re.sub(r"(?<=[,:;]) ", "", raw),
    "no-blank-after-commas": _every(", ", ","),
    "no-blank-after-stops": _every(". ", "."),
    "no-blank-before-code": _every(" [", "["),
    "no-blank-after-code": _every("]. ", "]."),
    "blank-before-marks": _before_marks,
    "blank-in-code": lambda raw: re.sub(r"\[([JD])\]", r"[ \1 ]", raw),
    "stop-before-code": _every(" [", ". ["),
    "no-stop-after-code": _every("]. ", "] "),
    "comma-after-code": _every("]. ", "], "),
    "small-code": lambda raw: re.sub(r"\[([JD])\]", lambda found: found[0].lower(), raw),
    "no-stop-at-end": lambda raw: raw.rstrip("."),
    "two-stops-at-end": lambda raw: raw + ".",
    "comma-at-end": lambda raw: raw.rstrip(".") + ",",
    "two-commas": _every(", ", ",, "),
    "two-stops": _every(". ", ".. "),
    "comma-for-colon": lambda raw: re.sub(r"(?<=\)): ?", ", ", raw),
    "no-comma-before-year": lambda raw: re.sub(r", (?=(?:19|20)\d\d\b[, ])", " ", raw),
    "stop-before-year": lambda raw: re.sub(r", (?=(?:19|20)\d\d\b[, ])", ". ", raw),
    "semicolon-after-year": lambda raw: re.sub(r"((?:19|20)\d\d), (?=\d)", r"\1; ", raw),
    "colon-for-comma": lambda raw: re.sub(r"((?:19|20)\d\d), (?=\d)", r"\1:", raw),
    "wide-year": lambda raw: re.sub(
        r"\b20\d\d(?=[,. ])", lambda found: "".join(chr(ord(c) + 0xFEE0) for c in found[0]), raw
    ),
    "et-al-bare": _every("et al.", "et al"),
    "et-al-stop": _every("et al.", "et. al."),
    "et-al-joined": _every("et al.", "etal."),
    "et-al-capital": _every("et al.", "Et al."),
    "et-al-comma": _every("et al.", "et al.,"),
    "entities": _entities,
    "entity-blank": _nth_blank("&nbsp;", 5),
    "ligatures": _ligatures,
    "decomposed": lambda raw: __import__("unicodedata").normalize("NFD", raw),
    "control": _nth_blank(" \x0b", 7),
    "trailing-blanks": lambda raw: f"  {raw} \u00a0 ",
    "number-in-front": lambda raw: f"[7] {raw}",
}  # fmt: skip


def damaged(raw: str) -> Iterator[tuple[str, str]]:
    """Each kind of damage that changes this string, with the damaged string."""
    for kind, damage in KINDS.items():
        text = damage(raw)
        if text != raw:
            yield kind, text
