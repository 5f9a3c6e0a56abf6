"""MEDLINE's names of languages and of publication types."""

from __future__ import annotations

# ISO 639-1 -> the codes of MARC that PubMed writes.
LANGUAGES = {
    "ar": "ara", "cs": "cze", "da": "dan", "de": "ger", "el": "gre", "en": "eng", "es": "spa",
    "fa": "per", "fi": "fin", "fr": "fre", "he": "heb", "hu": "hun", "it": "ita", "ja": "jpn",
    "ko": "kor", "nl": "dut", "no": "nor", "pl": "pol", "pt": "por", "ro": "rum", "ru": "rus",
    "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "chi",
}  # fmt: skip
# CSL type -> publication type; the rest is an article as far as PubMed knows.
KINDS = {
    "article": "Preprint",
    "article-newspaper": "Newspaper Article",
    "book": "Book",
    "chapter": "Book Chapter",
    "dataset": "Dataset",
    "patent": "Patent",
    "report": "Technical Report",
    "review-book": "Book Review",
    "thesis": "Academic Dissertation",
    "webpage": "Webcast",
}
