"""Chinese and Korean names and text in Han or Hangul characters."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3·]+")
# The compound family names of the "Hundred Family Surnames" that are still met.
_COMPOUND = frozenset(
    """欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔
    申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父
    谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘
    公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 吴铭 남궁 황보 제갈 선우 독고""".split()
)
_LONGEST = 4  # characters of a person's name; a compound family name and two given ones


def is_han(text: str) -> bool:
    """Whether text is Han or Hangul characters only."""
    return _HAN.fullmatch(text) is not None


def has_han(text: str) -> bool:
    """Whether any Han character is in the text."""
    return _HAN.search(text) is not None


def han_name(text: str) -> int | None:
    """Where the given name of a person begins; `None` for what is no person (a body)."""
    if not 1 < len(text) <= _LONGEST or "·" in text:
        return None
    return 2 if text[:2] in _COMPOUND and len(text) > 2 else 1  # noqa: PLR2004  # two characters
