"""Text with HTML in it, as other programs export titles, reduced to what CSL allows.

CSL's rich text is `<i> <b> <sub> <sup>` and a `<span>` for small capitals; the rest goes. Braces
for capitals and `<span class="nocase">` go too: a record says what is printed, not how to style it.
"""

from __future__ import annotations

import html
import re

_BESIDE = re.compile(r"(?: ?\0 ?)+")  # a dropped tag with the blanks beside it
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)/?>")
_SAME = {
    "i": "i", "em": "i", "italic": "i", "jats:italic": "i",
    "b": "b", "strong": "b", "bold": "b", "jats:bold": "b",
    "sub": "sub", "inf": "sub", "jats:sub": "sub",
    "sup": "sup", "jats:sup": "sup",
}  # fmt: skip
_DROPPED = frozenset(
    """a abbr br center div font h1 h2 h3 li p q s sc scp small table tbody td title tr tt u
    ul ol underline mml:math jats:p jats:sc jats:title jats:underline jats:sec""".split()
)
_SMALL_CAPS = '<span style="font-variant:small-caps;">'
_KNOWN = re.compile(rf"</?(?:i|b|sub|sup)>|{_SMALL_CAPS}|</span>")
_SPACED = frozenset({"br", "div", "li", "p", "td", "tr", "jats:p", "jats:sec"})


def clean(text: str) -> str:
    """`text` with entities as characters and only the tags that CSL knows.

    "p < 0.05" and "<unknown" stay: only names of HTML's and JATS's own tags are taken for tags.
    """
    if "&" in text:
        text = html.unescape(text)
    if "<" not in text:
        return text
    spans: list[bool] = []
    text = _TAG.sub(lambda found: _tag(found, spans), text) + "</span>" * sum(spans)
    return _BESIDE.sub(" ", text).strip() if "\0" in text else text


def bare(text: str) -> str:
    """`text` without the tags that CSL knows, for people and for formats that have none."""
    return _KNOWN.sub("", text) if "<" in text else text


def _tag(found: re.Match[str], spans: list[bool]) -> str:
    """What stands for a tag; `spans` says of each open span whether it is of small capitals."""
    name = found[2].lower()
    if name == "span" and found[1]:
        return "</span>" if spans and spans.pop() else ""
    if name == "span":
        spans.append("small-caps" in found[3])
        return _SMALL_CAPS if spans[-1] else ""
    known = _SAME.get(name)
    if known is not None:
        return f"<{found[1]}{known}>"
    if name not in _DROPPED:
        return found[0]
    return "\0" if name in _SPACED else ""
