"""Languages in BibLaTeX: its names for the codes of BCP 47, and back.

Names are those of BibLaTeX's localisation keys (manual 4.9.2.18, without their "lang") and, on
reading, those of babel that programs put into `langid`.
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
_BABEL = {
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
}


def biblatex_name(code: str) -> str:
    """BibLaTeX's name of a language; the code as it is where there is none."""
    return _NAMES.get(code, code)


def code_of(name: str) -> str:
    """The code of a language that BibLaTeX or babel names; anything else as it is."""
    bare = name.casefold().removeprefix("lang")
    codes = {word: code for code, word in _NAMES.items()} | _BABEL
    return codes.get(bare, name)
