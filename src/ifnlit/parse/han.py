"""Names and text in Han or Hangul characters."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3\u3040-\u30ff·]+")
_ANY = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
# The compound family names of the "Hundred Family Surnames" that are still met.
_COMPOUND = frozenset(
    """欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政
    濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马
    公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌
    微生 梁丘 左丘 西门 第五 남궁 황보 제갈 선우 독고 사공 歐陽 司馬 諸葛 東方 夏侯""".split()
)
# What the names of bodies end in: offices, schools, companies, societies.
_BODY = re.compile(
    r"(?:委员会|大学|学院|学校|研究所|研究院|研究中心|中心|实验室|编写组|课题组|项目组|协作组|工作组|编辑部|"
    r"出版社|公司|集团|协会|学会|联合会|基金会|管理局|统计局|总局|分局|[局部厅署司处院会社馆团组所室]|政府|办公室|"
    r"办公厅|法院|检察院|医院|银行|图书馆|档案馆|博物馆|総研|協会|学会)$"
)
_ROLE = re.compile(r"(?:主编|编著|等编|编译|[编译著校])$")
_OFFICES = frozenset(
    """国务院 教育部 卫生部 财政部 商务部 外交部 国防部 公安部 民政部 司法部 水利部 农业部
    科技部 工信部 人社部 住建部 新华社 全国人大 世卫组织 联合国""".split()
)
_SURELY_BODY = re.compile(r"(?:大学|学院|公司|集团|协会|学会|医院|银行|中心|委员会|出版社|编辑部)$")
_SHORT = 2  # characters
_LONGEST = 4  # characters of a person's name: a compound family name and two given ones


def is_han(text: str) -> bool:
    """Whether text is Han or Hangul characters only."""
    return _HAN.fullmatch(text) is not None


def has_han(text: str) -> bool:
    """Whether any Han or Hangul character is in the text."""
    return _ANY.search(text) is not None


def is_han_name(text: str) -> bool:
    """Whether Han characters are as many as a name has, a foreign name, or end as bodies do.

    What someone did may stand behind the name: "萧琛译", or alone in its place: "编".
    """
    text = _ROLE.sub("", text)
    if not text:
        return True
    return 1 < len(text) <= _LONGEST or "·" in text or _BODY.search(text) is not None


def has_role(text: str) -> bool:
    """Whether what someone did stands behind a name: "萧琛译"."""
    return _ROLE.search(text) is not None


def han_name(text: str) -> int | None:
    """Where the given name of a person begins; `None` for what is no person (a body)."""
    if (
        not 1 < len(text) <= _LONGEST
        or "·" in text
        or text in _OFFICES
        or _SURELY_BODY.search(text)
    ):
        return None
    # Four characters without a compound family name are a Japanese name of two and two.
    return 2 if len(text) == _LONGEST or (text[:2] in _COMPOUND and len(text) > _SHORT) else 1
