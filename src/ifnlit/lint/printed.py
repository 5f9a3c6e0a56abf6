"""Author names as they are written, and the form of their given names.

The record keeps one form ("H. S. J."); rules about form need the letters of the printed text, or
of the file where there is no printed text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.name import Name
    from ifnlit.model.reference import Reference

_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]*)+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.[\s-]*)+")
_LETTER = re.compile(r"[^\W\d_]")
_GAP = re.compile(r",?\s*")
_GOES_ON = re.compile(r"\s?(?:[,;&:(]|and\b|et\b)")
_BETWEEN = re.compile(r"\.?[\s-]*")
_REACH = 40  # characters, beside the letters, in which given names stand: stops, blanks, hyphens
_TAIL = re.compile(r"((?:(?<![^\W\d_])[^\W\d_](?:\.[\s-]*|[\s-]+|$))+)$")
_RUN_LONGEST = 4  # letters; five capitals in a row are no initials


# What each form of a given name is called in messages.
FORMS = {
    "full": "full names",
    "single": "one initial",
    "run": "initials run together",
    "spaced": "spaced initials",
    "dotted": "initials with stops",
}
# The common family names of China in pinyin; with a short given name they tell no person.
_CHINESE = frozenset(
    """ai an bai bao cai cao chang chen cheng chu cui dai deng ding dong dou du duan fan fang fei
    feng fu gao ge geng gong gu guan guo han hao he hong hou hu hua huang ji jia jiang jiao
    jin jing kang kong lai lan lei li lian liang liao lin ling liu long lou lu luo lv ma mao
    mei meng miao mo mu ni nie niu ou pan pang pei peng pi ping pu qi qian qiao qin qiu qu
    quan ren rong ruan shang shao shen sheng shi shu song su sui sun tan tang tao tian tong tu
    wan wang wei wen weng wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yi
    yin ying you yu yuan yue yun zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zhuo
    zou zuo""".split()
)


@dataclass(frozen=True, slots=True)
class Printed:
    """One name: its family part and given part as written; `comma` stands between them.

    `family_first` is false for a name with the given part in front.
    """

    family: str
    given: str
    comma: bool = False
    family_first: bool = True

    @property
    def written(self) -> str:
        """Both parts in their order."""
        if not self.family_first:
            return f"{self.given} {self.family}".strip()
        return f"{self.family}{',' if self.comma else ''} {self.given}".strip()


def printed_names(reference: Reference, raw: str) -> tuple[Printed, ...]:
    """The authors as the printed text writes them; as the record has them where it has none.

    "M. Margulies, M. Egholm" can be read in two orders; one that holds for all names is right.
    """
    people = [name for name in reference.author if name.family and not name.literal]
    if not raw:
        return tuple(Printed(name.family, name.given) for name in people)
    folded = _folded(raw)
    given_first = _given_first(people, raw, folded)
    if given_first:
        return given_first
    found: list[Printed] = []
    cursor = 0
    for name in people:
        written = _in_text(name, raw, folded, cursor)
        if written is None:
            found.append(Printed(name.family, name.given))
            continue
        printed, cursor = written
        found.append(printed)
    return tuple(found)


def _given_first(people: Sequence[Name], raw: str, folded: str) -> tuple[Printed, ...]:
    """Several names, all with the given part in front, or all but the first; else nothing."""
    found: list[Printed] = []
    cursor = 0
    for at, name in enumerate(people):
        inverted = at == 0 and folded.startswith((_whole(name), name.family.lower()))
        written = _in_text(name, raw, folded, cursor, inverted=inverted)
        if written is None:
            return ()
        found.append(written[0])
        cursor = written[1]
    return tuple(found) if len(found) > 1 else ()


def form_of(name: Printed) -> str:
    """How a given name is written: "full", "single", "run" (RL), "spaced" (H S J), "dotted"."""
    given = name.given
    letters = _LETTER.findall(given)
    if not any(one.isupper() or one.islower() for one in letters):
        return ""  # Chinese, Japanese and Korean names have one form
    if not _INITIALS.fullmatch(given) or not all(one.isupper() for one in letters):
        return "full"
    if "." in given:
        return "dotted"
    if len(letters) == 1:
        return "single"
    if " " in given or "-" in given:
        return "spaced"
    return "run" if len(letters) <= _RUN_LONGEST else "full"


def is_one_form(forms: frozenset[str]) -> bool:
    """Whether these forms can stand side by side: one initial goes with any kind of initials.

    Full names and initials with stops do, as the title pages of the works have them.
    """
    if forms <= {"full", "dotted"}:
        return True
    return len(forms - {"single"}) < (1 if "full" in forms and "single" in forms else 2)


def is_chinese(family: str) -> bool:
    """Whether a family name is a common Chinese one in pinyin."""
    return family.lower() in _CHINESE


def _folded(text: str) -> str:
    return text.lower().replace("’", "'")


def _whole(name: Name) -> str:
    """The family name with all of its particles, folded."""
    return _folded(f"{name.dropping_particle} {name.full_family}".strip())


def _in_text(
    name: Name, raw: str, folded: str, cursor: int, *, inverted: bool | None = None
) -> tuple[Printed, int] | None:
    """The name where it next stands in the text, and where it ends; in one order, or in either."""
    whole = _whole(name)
    family = whole if whole in folded else _folded(name.family)
    at = folded.find(family, cursor)
    while at >= 0:
        end = at + len(family)
        if _stands_alone(raw, at, end):
            found = _followed(name, raw, at, end) if inverted is not False else None
            if found is None and not inverted:
                found = _preceded(name, raw, at, end, cursor)
            if found is not None:
                return found
        at = folded.find(family, end)
    return None


def _stands_alone(raw: str, start: int, end: int) -> bool:
    return not raw[start - 1 : start].isalnum() and not raw[end : end + 1].isalnum()


def _followed(name: Name, raw: str, at: int, end: int) -> tuple[Printed, int] | None:
    """The family name with its given part behind it: "Choi H S J", "Hu, B."."""
    gap = _GAP.match(raw, end)
    start = gap.end() if gap else end
    if _DOTTED.fullmatch(name.given):
        stop = _spelled(_LETTER.findall(name.given), raw, start)
    else:
        stop = start + len(name.given) if raw.startswith(name.given, start) else 0
    if not stop or raw[stop : stop + 1].isalnum():
        return None
    comma = "," in raw[end:start]
    return Printed(raw[at:end], raw[start:stop], comma and bool(name.given)), stop


def _spelled(letters: list[str], raw: str, start: int) -> int:
    """Where the initials that begin at `start` end, or 0 when they are other letters."""
    at = start
    for letter in letters:
        found = _BETWEEN.match(raw, at) if at > start else None
        at = found.end() if found else at
        if raw[at : at + 1].upper() != letter.upper():
            return 0
        at += 1
    # The stop after the last initial may be the one that closes the list of authors.
    if raw[at : at + 1] == "." and ("." in raw[start:at] or _GOES_ON.match(raw, at + 1)):
        at += 1
    return at


def _preceded(name: Name, raw: str, at: int, end: int, cursor: int) -> tuple[Printed, int] | None:
    """The family name with its given part in front: "H. S. J. Choi", "Lian Xie"."""
    reach = _REACH + 4 * len(name.given)  # a text of any length is looked at near the name alone
    head = raw[max(cursor, at - reach) : at].rstrip()
    if _DOTTED.fullmatch(name.given):
        letters = [letter.upper() for letter in _LETTER.findall(name.given)]
        tail = _TAIL.search(head)
        given = tail[1] if tail else ""
        if [letter.upper() for letter in _LETTER.findall(given)] != letters:
            return None
    else:
        given = name.given
        if not given or not head.endswith(given):
            return None
    return Printed(raw[at:end], given, family_first=False), end
