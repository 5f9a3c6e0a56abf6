"""The language of a title, by the small words that only one language has."""

from __future__ import annotations

from ifnlit.match.fold import script, words

_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset("the of and with for from by its after during among between against".split()),
    "de": frozenset("der die das und mit bei von zur zum eine einer eines ueber uber nach".split()),
    "fr": frozenset("les des et du dans une chez pour aux sur avec par au".split()),
    "es": frozenset("el los las y por una del con para".split()),
    "it": frozenset("il della dei delle nel nella degli gli dello alla".split()),
    "pt": frozenset("do da dos das em uma na no os ao pela".split()),
    "nl": frozenset("het een van voor op bij met naar".split()),
    "zh": frozenset("zhonghua zhongguo zazhi za zhi xue xuebao yixue lin chuang linchuang".split()),
}


def tongue(text: str) -> str:
    """The language of `text` ("en", "de", ..., "zh" for pinyin), or "" when it cannot be told."""
    letters = script(text)
    if letters != "latin":
        return letters
    found = set(words(text))
    counts = {name: len(found & small) for name, small in _WORDS.items()}
    first, second = sorted(counts.values(), reverse=True)[:2]
    return max(counts, key=lambda name: counts[name]) if first > second else ""
