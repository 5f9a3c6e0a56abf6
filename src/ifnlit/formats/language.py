"""Languages by the codes of BCP 47 in our records; by name or by other codes elsewhere.

BibLaTeX has names (its localisation keys, manual 4.9.2.18, without their "lang"), babel has others,
PubMed and EndNote the three letters of MARC, and people write what they call a language.
"""

from __future__ import annotations

_NAMES = {
    "ar": "arabic",
    "bg": "bulgarian",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "en-GB": "british",
    "en-US": "american",
    "es": "spanish",
    "et": "estonian",
    "eu": "basque",
    "fa": "persian",
    "fi": "finnish",
    "fr": "french",
    "gl": "galician",
    "he": "hebrew",
    "hr": "croatian",
    "hu": "hungarian",
    "it": "italian",
    "ja": "japanese",
    "ko": "korean",
    "la": "latin",
    "lt": "lithuanian",
    "lv": "latvian",
    "nb": "norwegian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "pt-BR": "brazilian",
    "ro": "romanian",
    "ru": "russian",
    "sk": "slovak",
    "sl": "slovene",
    "sr": "serbian",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
    "vi": "vietnamese",
    "zh": "chinese",
}
_MARC = {
    "ar": "ara", "cs": "cze", "da": "dan", "de": "ger", "el": "gre", "en": "eng", "es": "spa",
    "fa": "per", "fi": "fin", "fr": "fre", "he": "heb", "hu": "hun", "it": "ita", "ja": "jpn",
    "ko": "kor", "nl": "dut", "no": "nor", "pl": "pol", "pt": "por", "ro": "rum", "ru": "rus",
    "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "chi",
}  # fmt: skip
# Babel's names, and what languages call themselves.
_OTHERS = {
    "australian": "en-AU",
    "austrian": "de-AT",
    "brazil": "pt-BR",
    "canadian": "en-CA",
    "canadien": "fr-CA",
    "farsi": "fa",
    "francais": "fr",
    "magyar": "hu",
    "mexican": "es-MX",
    "naustrian": "de-AT",
    "newzealand": "en-NZ",
    "ngerman": "de",
    "norsk": "nb",
    "nynorsk": "nn",
    "nswissgerman": "de-CH",
    "pinyin": "zh",
    "portuges": "pt",
    "swissgerman": "de-CH",
    "ukenglish": "en-GB",
    "usenglish": "en-US",
    "deutsch": "de",
    "español": "es",
    "français": "fr",
    "italiano": "it",
    "português": "pt",
    "中文": "zh",
    "汉语": "zh",
    "英文": "en",
}
_CODES = (
    {word: code for code, word in _NAMES.items()}
    | {word: code for code, word in _MARC.items()}
    | _OTHERS
)


def biblatex_name(code: str) -> str:
    """BibLaTeX's name of a language; the code as it is where there is none."""
    return _NAMES.get(code, code)


def marc_code(code: str) -> str:
    """The three letters that PubMed writes for a language; the code as it is where it has none."""
    return _MARC.get(code, code)


def code_of(name: str) -> str:
    """The code of a language by its name or another code; anything else as it is."""
    bare = name.casefold().removeprefix("lang").strip(" ;.")
    return _CODES.get(bare, name)
