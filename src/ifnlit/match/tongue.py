"""The language of a title, by the small words that only one language has."""

from __future__ import annotations

from ifnlit.match.fold import script, words

# Words that English has too ("die", "met") count: a title of another language has several.
_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(
        """the of and with for from by its after during among between against to are is how what
        their or a an in on into over at as is be not this that does""".split()
    ),
    "de": frozenset(
        "der die das und mit bei von zur zum eine einer eines uber nach im des den dem".split()
    ),
    "fr": frozenset("le la les et de des du en dans une chez pour aux sur avec par au".split()),
    "es": frozenset("el la los las y en de por una un con para del su".split()),
    "it": frozenset("il la di della dei delle nel nella degli gli dello alla e con per".split()),
    "pt": frozenset("o a do da dos das de em uma um na e com para pela".split()),
    "nl": frozenset("de het een en van voor op bij met naar over in".split()),
    "zh": frozenset("zhonghua zhongguo zazhi za zhi xue xuebao yixue lin linchuang".split()),
}
_ENOUGH = 2  # words of a language other than English


def tongue(text: str) -> str:
    """The language of `text` ("en", "de", ..., "zh" for pinyin), or "" when it cannot be told."""
    letters = script(text)
    if letters != "latin":
        return letters
    found = set(words(text))
    counts = {name: len(found & small) for name, small in _WORDS.items()}
    english = counts.pop("en")
    other = max(counts, key=lambda name: counts[name])
    if counts[other] >= _ENOUGH and counts[other] > english:
        return other
    return "en" if english > counts[other] else ""
