"""Parts of addresses that several services are asked by."""

from __future__ import annotations

from urllib.parse import quote


def encoded(doi: str) -> str:
    """A DOI for a path or query: everything but letters, digits and -._~/ percent-encoded."""
    return quote(doi, safe="/")
