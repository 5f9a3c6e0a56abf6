"""Text as a reader sees it, from text with HTML, JATS or MathML in it.

Registries serve titles as publishers deposit them: face markup and MathML (Crossref's schema
allows both), entities escaped once or twice, line breaks, and footnote marks of the printed page.
"""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"<(/?)([A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)(?:\s[^<>]*)?/?>")
_COMMENT = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>|<\?.*?\?>", re.DOTALL)
# TeX sources and annotations repeat in another notation what the MathML beside them says.
_REPEATED = re.compile(
    r"<(?:[\w.-]+:)?(annotation|annotation-xml|tex-math)\b[^<>]*>.*?</(?:[\w.-]+:)?\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
_MATH = re.compile(r"<((?:[\w.-]+:)?math)\b[^<>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
# A note's mark at the end of a title: "...Ketones<sup>1,2a</sup>". After one or two letters it is
# an exponent ("in L<sup>2</sup>") and stays.
_NOTE_MARK = re.compile(
    r"(?:(?<=[A-Za-z]{3})|(?<=[.?!)\]]))\s*"
    r"<sup>(?:[\s*,;\u2020\u2021\u00a7\u00b6]|\d[a-z]?)*</sup>\s*$",
    re.IGNORECASE,
)
_KNOWN = frozenset(
    """a abbr alternatives b big bold break br center div em email ext-link font formula i inf
    inline-formula inline-graphic italic li math monospace named-content ol overline p roman s
    sans-serif sc scp sec small span strike strong styled-content sub subtitle sup table tbody td
    title tr tt u ul underline xref""".split()
)
_SPACED = frozenset("br break div li p sec subtitle td title tr".split())
_ESCAPES = 3  # Crossref serves "&amp;amp;"; a fourth layer was never seen in 8,387 records
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
# Commands to a terminal (ECMA-48), whole: colours and the like, strings up to their end, the rest.
# One byte alone may begin one too, or be a quotation mark in a wrong encoding.
_ESCAPE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]|\x9b[0-?]+[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def plain(text: str) -> str:
    """`text` without tags, entities, control and invisible characters; blanks run together.

    "p < 0.05" and "<unknown" stay: a tag is one of the known names, a namespaced one, or one that
    is closed again.
    """
    if "&" in text:
        text = _unescaped(text)
    if "<" in text:
        text = _untagged(text)
    if not text.isprintable():
        text = _CONTROL.sub(" ", _ESCAPE.sub("", _INVISIBLE.sub("", text)))
    return " ".join(text.split())


def _unescaped(text: str) -> str:
    for _ in range(_ESCAPES):
        before, text = text, html.unescape(text)
        if text == before:
            break
    return text


def _untagged(text: str) -> str:
    text = _REPEATED.sub("", _COMMENT.sub("", text))
    text = _NOTE_MARK.sub("", text)
    # The blanks inside MathML are layout of the XML, not of the formula.
    text = _MATH.sub(lambda found: re.sub(r">\s+|\s+<", _tight, found[2]), text)
    closed = {found[3].casefold() for found in _TAG.finditer(text) if found[1]}

    def replaced(found: re.Match[str]) -> str:
        name = found[3].casefold()
        if not (found[2] or name in _KNOWN or name in closed):
            return found[0]
        return " " if name in _SPACED else ""

    return _TAG.sub(replaced, text)


def _tight(found: re.Match[str]) -> str:
    return found[0].strip()
