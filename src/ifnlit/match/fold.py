"""Text as the words that are compared: no case, accents, punctuation or notation of Greek letters.

Two spellings of one title should fold to the same words, and two titles should not. So letters
and digits are parted ("IL-17", "IL17"), Greek letters are named ("IFNα", "IFN-alpha"), Roman
numerals are figures ("Part II", "part 2"), and what scanning confuses in numbers is undone
("2O20"). Characters of Chinese and Japanese are a word each.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ifnlit.match.markup import plain

_CACHED = 4096  # texts; a reference is folded once and not once for each of its candidates
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        """alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho
        sigma tau upsilon phi chi psi omega""".split(),
        strict=True,
    )
)
GREEK_NAMES = frozenset(_GREEK.values())
_GREEK_LETTER = re.compile(r"(?<![\u0370-\u03ff])[α-ω](?![\u0370-\u03ff])")
_GREEK_ENDING = re.compile(r"\b([a-z]{3,})(alpha|beta|gamma|lambda|omega)(?=\d|\b)")
_APOSTROPHE = re.compile("(?<=[^\\W\\d_])['\u2018\u2019\u02bc\u0060\u00b4](?=[^\\W\\d_])")
# One letter before the digits: "l8" is a number, "IL17" a name.
_SCANNED_NUMBER = re.compile(r"(?<![^\W_])(?:[oil|]\d|\d)[\doil|]+(?![^\W_])|\b[oil|]\d\b")
SCANNED = str.maketrans("oil|", "0111")
_WORD = re.compile("[a-z]+|[0-9]+|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_ROMAN = {
    name: str(number)
    for number, name in enumerate("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(), 1)
    if name not in {"v", "x"}  # "x-ray", "v." for "versus", a "van" that scanning broke
}
# The international names of drugs write "alfa".
_SAME = _ROMAN | {"alfa": "alpha", "versus": "vs"}
_UNJOINED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_LETTERS = {
    "han": re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "arabic": re.compile("[\u0590-\u06ff]"),
}


@lru_cache(maxsize=_CACHED)
def folded(text: str) -> str:
    """`text` in lower case and ASCII, but for Chinese, Japanese and Korean characters."""
    text = plain(text)
    if not text.isascii():
        text = _ascii(unicodedata.normalize("NFKC", text).casefold())
    return text.casefold()


@lru_cache(maxsize=_CACHED)
def words(text: str) -> tuple[str, ...]:
    """The words of a title; none for text without a letter or digit."""
    text = _APOSTROPHE.sub("", folded(text).replace("&", " and "))
    text = _GREEK_ENDING.sub(r"\1 \2", text)
    text = _SCANNED_NUMBER.sub(lambda found: found[0].translate(SCANNED), text)
    found: list[str] = _WORD.findall(text)
    return tuple(_SAME.get(word, word) for word in found)


@lru_cache(maxsize=_CACHED)
def run(text: str) -> str:
    """The words of a title without blanks: what hyphens, line ends and lost blanks cannot touch."""
    return "".join(words(text))


@lru_cache(maxsize=_CACHED)
def latin(text: str) -> str:
    """Letters only, everything in Latin ones (Chinese as pinyin): "李怡敏" is "liyimin"."""
    text = plain(text)
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(unicodedata.normalize("NFKC", text))
    return re.sub(r"[^a-z]", "", text.casefold())


def script(text: str) -> str:
    """The script of most letters: "han" (and kana, hangul), "cyrillic", "arabic" or "latin"."""
    if text.isascii():
        return "latin"
    counts = {name: len(letters.findall(text)) for name, letters in _LETTERS.items()}
    name = max(counts, key=lambda one: counts[one])
    ascii_letters = sum(char.isascii() and char.isalpha() for char in text)
    # A Chinese title may hold more Latin letters than characters ("对HepG2细胞HBV cccDNA的影响").
    return name if counts[name] * 3 > ascii_letters else "latin"


def _ascii(text: str) -> str:
    """NFKC text in lower case, in ASCII but for the characters that are words of their own."""
    text = _GREEK_LETTER.sub(lambda found: f" {_GREEK.get(found[0], 'sigma')} ", text)
    text = "".join(
        char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char)
    )
    if text.isascii():
        return text
    from anyascii import anyascii

    text = unicodedata.normalize("NFC", text)
    return "".join(char if _UNJOINED.match(char) else anyascii(char) for char in text)
