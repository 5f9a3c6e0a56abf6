"""Whether a grammar's reading can be believed: what each part of it must not look like.

A grammar reads marks and not sense, so it may take "pages 2-9, Aug 1992" for a part of a journal's
name. A reading with such a part is kept for want of a better one, and said to be unsure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.hints import has_any
from ifnlit.parse.names import plausible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ifnlit.parse.span import Span

UNSURE = 0.6  # of such readings about this share of the fields are right
_LABELLED = re.compile(
    r"\b(?:vol(?:ume)?s?|pp|pages?|nos?|nr|eds?|editors?|edited|hrsg|chap(?:ter)?|bd|isbn|pmid)\b(?:[\s.]|$)|^in\s"
    r"|\b(?:thesis|dissertation|diss|unpublished|submitted|in press|personal|available|report)\b"
    r"|[\"{}|<>]|\d{4}|\d$",
    re.IGNORECASE,
)
_LABEL_WORDS = frozenset(
    """vol vols volume volumes pp page pages no nos nr ed eds editor editors edited hrsg chap
    chapter
    bd isbn pmid in thesis dissertation diss unpublished submitted press personal available
    report""".split()
)
# Of an imprint or a locator, or of a journal's name: in no title.
_NO_TITLE = frozenset(
    """pp. pp ed. eds. Ed. Eds. Edited Pub. Proc. Proc Trans. Conf. Phys. Rev. Lett. Vol. vol.
    (Ed.)""".split()
)
_NO_PHRASES = ("ranslated by", "dited by", "In Proc", "In Int", "ages 1", "ages 2", "J. ")
_NO_END = re.compile(r"\d:\d+$|\b(?:19|20)\d\d\)?$")
_SENTENCES = re.compile(r"[a-z]{4}[.?!]\s+[A-Z][a-z]+\s[a-z]+")
_LONGEST_HOST, _SHORTEST_TITLE, _LONGEST_TITLE = 130, 8, 450  # characters
_DIGITS = re.compile(r"\d{2}|[;\"]|\bpp\b")
_NEEDED = (
    {"title"},
    {"author", "editor"},
    {"container-title", "publisher", "url", "number", "location"},
)
_LAST = 12  # characters
_ALL = 0.99  # every piece of a list looks like a name


def is_credible(text: str, spans: Sequence[Span]) -> bool:
    """Whether every part of a reading looks like what it is said to be."""
    labels = {span.label for span in spans}
    if not all(labels & needed for needed in _NEEDED):
        return False
    return all(
        _CHECKS[span.label](text[span.start : span.end]) for span in spans if span.label in _CHECKS
    )


def _is_people(text: str) -> bool:
    return plausible(text) >= _ALL


def _is_title(text: str) -> bool:
    return (
        _SHORTEST_TITLE <= len(text) <= _LONGEST_TITLE
        and _NO_TITLE.isdisjoint(text.split())
        and not has_any(text, _NO_PHRASES)
        and not _NO_END.search(text, len(text) - _LAST)
        and text.count("(") == text.count(")")
        and text.count("[") == text.count("]")
        and '"' not in text
    )


def _is_host(text: str) -> bool:
    return (
        len(text) <= _LONGEST_HOST
        and not (_may_be_labelled(text) and _LABELLED.search(text))
        and (". " not in text or not _SENTENCES.search(text))
        and text.count("(") == text.count(")")
    )


def _may_be_labelled(text: str) -> bool:
    """Whether a word, digit or mark of `_LABELLED` is in the text: cheaper to look for."""
    words = text.lower().replace(".", " ").split()
    return not _LABEL_WORDS.isdisjoint(words) or not "".join(words).isalpha()


def _is_publisher(text: str) -> bool:
    return not _DIGITS.search(text) and ". " not in text.replace("St. ", "")


_CHECKS: dict[str, Callable[[str], bool]] = {
    "author": _is_people,
    "editor": _is_people,
    "title": _is_title,
    "container-title": _is_host,
    "publisher": _is_publisher,
    "location": _is_publisher,
}
