"""MEDLINE's names of publication types."""

from __future__ import annotations

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
