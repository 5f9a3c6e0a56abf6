"""The services that are asked: one file each that builds requests and decodes answers.

A file here opens nothing. A reader gives records, and raises `decode.Misfit` for an answer that
is not in the documented form: that is an outage, never a "not found".
"""

from __future__ import annotations

# service -> what a person calls it. A new source is a line here and in `store.config.SETTINGS`.
SOURCES: dict[str, str] = {
    "crossref": "Crossref",
    "doi": "doi.org",
    "datacite": "DataCite",
    "pubmed": "PubMed",
}


def label(service: str) -> str:
    """What a person calls a service."""
    return SOURCES.get(service, service)
