"""Languages by the codes of ISO 639: two letters in our records, three in MEDLINE and EndNote."""

from __future__ import annotations

# ISO 639-1 -> the codes of MARC that PubMed writes.
_LONG = {
    "ar": "ara", "cs": "cze", "da": "dan", "de": "ger", "el": "gre", "en": "eng", "es": "spa",
    "fa": "per", "fi": "fin", "fr": "fre", "he": "heb", "hu": "hun", "it": "ita", "ja": "jpn",
    "ko": "kor", "nl": "dut", "no": "nor", "pl": "pol", "pt": "por", "ro": "rum", "ru": "rus",
    "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "chi",
}  # fmt: skip
_SHORT = {theirs: ours for ours, theirs in _LONG.items()}


def long_code(language: str) -> str:
    """The code that PubMed writes for a language; as it is when it is none of these."""
    return _LONG.get(language, language)


def short_code(language: str) -> str:
    """The two letters for PubMed's code; as it is when it is none of these."""
    return _SHORT.get(language.lower(), language)
