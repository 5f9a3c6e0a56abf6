"""Identifiers as types of their own: each has one spelling, and refuses what it is not.

Every class is a `str`, so a record holds and writes it as text; `parse` gives one spelling or
`None`, the constructor raises `ValueError`.

DOI syntax: DOI Handbook 2.2 and Crossref's checks ("10." + 4 or more digits + "/" + anything but
blanks). ISSN: ISO 3297 (mod 11). ISBN: ISO 2108 (mod 11, mod 10).
arXiv: arxiv.org/help/arxiv_identifier.
"""

from __future__ import annotations

import re
from typing import Self

# A library's proxy puts its name behind (doi-org.proxy.example.edu), or itself before the address
# (proxy.example.edu/login?url=https://doi.org/...), which it may encode.
_SLASH, _COLON = r"(?:/|%2f)", r"(?::|%3a)"
_PROXY = r"https?://\S+?[?&]q?url="
_RESOLVER = rf"(?:(?:dx[.-]|www[.-])?doi[.-]org(?:\.[\w.-]+)?|hdl\.handle\.net){_SLASH}"
_DOI_LEAD = re.compile(
    rf"\s*(?:(?:{_PROXY})?(?:https?{_COLON})?{_SLASH}{{2}}{_RESOLVER}"
    r"|(?:dx\.|www\.)?doi\.org/|doi\s*[:=]?\s*|info:doi/|urn:doi:)*",
    re.IGNORECASE,
)
_DOI_ADDRESS = re.compile(r"(?:https?:)?//|(?:dx\.|www\.)?doi\.org/", re.IGNORECASE)
# A question in an address ("?utm_source=x"); SICIs end with "?" and "#", but name no value.
_QUESTION = re.compile(r"\?[\w.]+=\S*$")
_QUOTES = '<>"\u201c\u201d\u201e\u00ab\u00bb'
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\x00-\x1f\x7f]+")
_LATEX_ESCAPE = re.compile(r"\\([_%&#$<>{}])|\{\\_\}")
_ARXIV = re.compile(
    r"(?:arxiv\s*:?\s*|https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/)?"
    r"((?:\d{4}\.\d{4,5}|[a-z][a-z.-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)(?:\.pdf)?",
    re.IGNORECASE,
)
_PMID = re.compile(
    r"(?:https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/|pmid\s*:?\s*)?"
    r"0*([1-9]\d{0,8})/?",
    re.IGNORECASE,
)
_PMCID = re.compile(
    r"(?:https?://\S*/)?(?:pmcid\s*:?\s*)?PMC\s?0*([1-9]\d{0,9})(?:\.\d+)?/?", re.IGNORECASE
)


class Identifier(str):
    """Text in the one spelling of its kind; raises `ValueError` for anything else."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        spelling = cls.spelling(text)
        if spelling is None:
            raise ValueError(f'no {cls.__name__}: "{text}"')
        return super().__new__(cls, spelling)

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The identifier in `text` (with or without its label or address), or `None`."""
        try:
            return cls(text)
        except ValueError:
            return None

    @classmethod
    def spelling(cls, text: str) -> str | None:
        """The one spelling of what `text` says, or `None`; each kind has its own."""
        raise NotImplementedError


class DOI(Identifier):
    """A DOI without its resolver, in the case in which it was written; compare with `key`."""

    __slots__ = ()

    @property
    def key(self) -> str:
        """The form to compare by: DOIs are case-insensitive (DOI Handbook 2.4)."""
        return self.lower()

    @staticmethod
    def lead(text: str) -> str:
        """The label or the address of a resolver that `text` begins with; "" for neither."""
        found = _DOI_LEAD.match(text)
        return found[0].lstrip() if found else ""

    @classmethod
    def spelling(cls, text: str) -> str | None:
        """`10.prefix/suffix`, addresses, labels, escapes and closing punctuation taken off."""
        text = _unwrapped(text.strip().rstrip(".,;").strip(_QUOTES).strip())
        bare = text.removeprefix(cls.lead(text))
        if _DOI_ADDRESS.match(text):
            bare = _QUESTION.sub("", bare)
        bare = _LATEX_ESCAPE.sub(lambda found: found[1] or "_", bare)
        if re.search(r"%[0-9A-Fa-f]{2}", bare):
            from urllib.parse import unquote  # with what it imports a fifth of `python -c pass`

            bare = unquote(bare)
        bare = _without_tail(bare)
        return bare if _DOI.fullmatch(bare) else None


class PMID(Identifier):
    """A PubMed number of at most nine digits, without leading zeros."""

    __slots__ = ()

    @classmethod
    def spelling(cls, text: str) -> str | None:
        """The digits alone."""
        found = _PMID.fullmatch(text.strip())
        return found[1] if found else None


class PMCID(Identifier):
    """A PubMed Central number with its prefix: `PMC9278149`."""

    __slots__ = ()

    @classmethod
    def spelling(cls, text: str) -> str | None:
        """`PMC` and the digits, without a version."""
        found = _PMCID.fullmatch(text.strip())
        return f"PMC{found[1]}" if found else None


class ISSN(Identifier):
    """An ISSN whose check digit is right: `0022-538X`."""

    __slots__ = ()

    @classmethod
    def spelling(cls, text: str) -> str | None:
        """`NNNN-NNNC`, the check digit in upper case."""
        bare = re.sub(
            r"^\s*e?-?issn\s*:?|[\s\u2010-\u2015-]", "", text, flags=re.IGNORECASE
        ).upper()
        if not re.fullmatch(r"\d{7}[\dX]", bare):
            return None
        check = sum((8 - i) * int(c) for i, c in enumerate(bare[:7])) + _digit(bare[7])
        return f"{bare[:4]}-{bare[4:]}" if check % 11 == 0 else None


class ISBN(Identifier):
    """An ISBN-10 or ISBN-13 whose check digit is right, without hyphens."""

    __slots__ = ()

    @classmethod
    def spelling(cls, text: str) -> str | None:
        """The digits alone, the check digit in upper case."""
        lead = r"^\s*isbn(?:-1[03])?\s*:?|[\s\u2010-\u2015-]"
        bare = re.sub(lead, "", text, flags=re.IGNORECASE).upper()
        if re.fullmatch(r"\d{9}[\dX]", bare):
            total = sum((10 - i) * _digit(c) for i, c in enumerate(bare))
            return bare if total % 11 == 0 else None
        if re.fullmatch(r"97[89]\d{10}", bare):
            total = sum((3 if i % 2 else 1) * int(c) for i, c in enumerate(bare))
            return bare if total % 10 == 0 else None
        return None


class ArXiv(Identifier):
    """An arXiv identifier without its label: `2101.00001v2`, `hep-th/9901001`."""

    __slots__ = ()

    @classmethod
    def spelling(cls, text: str) -> str | None:
        """The identifier, with its version when one is given."""
        found = _ARXIV.fullmatch(text.strip())
        return found[1] if found else None


# Attribute of a reference -> the kind of identifier that it holds.
IDENTIFIERS: dict[str, type[Identifier]] = {
    "doi": DOI,
    "pmid": PMID,
    "pmcid": PMCID,
    "issn": ISSN,
    "isbn": ISBN,
    "arxiv": ArXiv,
}


def _digit(character: str) -> int:
    return 10 if character == "X" else int(character)


def _unwrapped(text: str) -> str:
    """Take off brackets around the whole, for no DOI begins with one."""
    pairs = {"(": ")", "[": "]", "{": "}"}
    while text[:1] in pairs and text.endswith(pairs[text[0]]):
        text = text[1:-1].strip()
    return text


def _without_tail(text: str) -> str:
    """Take off closing punctuation that is not balanced inside, as printed lists leave it."""
    pairs = {")": "(", "]": "[", ">": "<", "}": "{"}
    while text:
        last = text[-1]
        if last in ".,;:'\"\u201d\u2019\u3002\uff0c" or (
            last in pairs and text.count(last) > text.count(pairs[last])
        ):
            text = text[:-1]
        else:
            break
    return text
