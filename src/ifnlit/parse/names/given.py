"""Which order a name has whose words alone tell it: "James Gleick", "Schweyer François-Xavier".

A list of given names (scripts/train.py, from public metadata) decides. Where it knows neither word,
names of two whole words without a comma are printed as they are spoken, given name first. Names in
pinyin are printed in both orders: a family name has one syllable and is one of some hundred.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pkgutil import get_data

from ifnlit.parse.names.pieces import SUFFIXED, is_initials
from ifnlit.parse.names.words import KEPT

_SYLLABLE = (
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ui|ao|ou|iu|ie|ue|er|an|en|in|un|"
    r"ia|ua|uo|a|e|i|o|u)"
)
_PINYIN = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE}){{0,2}}", re.IGNORECASE)
_CHINESE = frozenset(
    """bai cai cao chang chen cheng cui dai deng ding dong du duan fan fang feng fu gao gong gu guo
    han hao he hong hou hu huang jia jiang jin kong lai lei li liang liao lin liu long lu luo ma mao
    meng mo pan peng qian qin qiu ren shao shen shi song su sun tan tang tao tian wan wang wei wen
    wu xia xiang xiao xie xiong xu xue yan yang yao ye yi yin yu yuan zeng zhang zhao zheng zhong
    zhou zhu zou""".split()
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’`-])+")
_LONGEST = 3  # words of a name


@lru_cache(KEPT)
def by_given(text: str, *, alone: bool = True) -> bool | None:
    """Whether the family name comes first; `None` when the words do not tell.

    `alone` says that no list tells it: then names of which neither word is known are as spoken.
    """
    words = SUFFIXED.sub("", text).split()
    if not 1 < len(words) <= _LONGEST or is_initials(words[0]) or is_initials(words[-1]):
        return None
    first, last = words[0], words[-1]
    if not _WORD.fullmatch(first) or not _WORD.fullmatch(last):
        return None
    if is_pinyin(first) and is_pinyin(last):
        begins, ends = first.lower() in _CHINESE, last.lower() in _CHINESE
        return begins if begins != ends else None
    begins, ends = is_given(first), is_given(last)
    if begins and not is_pinyin(first):
        return False  # "Henri-Jean Martin": given names are family names more often than not
    if begins == ends:
        return None if not alone or is_pinyin(first) else False
    return ends


def is_pinyin(word: str) -> bool:
    """Whether a word may be a Chinese name in pinyin, of one to three syllables."""
    return _PINYIN.fullmatch(word) is not None


def is_given(word: str) -> bool:
    """Whether a word is a given name, or a double one that begins with one."""
    names = _given()
    return word.lower() in names or word.lower().partition("-")[0] in names


@cache
def _given() -> frozenset[str]:
    return frozenset((get_data("ifnlit", "data/given_names.txt") or b"").decode().split())
