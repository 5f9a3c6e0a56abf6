"""Which item of Zotero is which reference of ours, where no key says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.push.told import listing, mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ifnlit.push.item import Item
    from ifnlit.push.plan import Held

# A word, or one sign of a script that has no blanks between words.
_WORD = re.compile(r"[\u3040-\u9fff]|[^\W\u3040-\u9fff]+")
_KEY_LINE = re.compile(r"(?mi)^Citation Key:[ ]*(\S+)[ ]*$")
_TITLES = ("title", "caseName", "nameOfAct", "subject")
_DATES = ("date", "issueDate", "dateDecided", "dateEnacted")


def twins(items: Mapping[str, Item], held: Sequence[Held]) -> dict[str, Held]:
    """The item held that each of ours is, by citation key; none stands for two.

    The surest sign is tried first for all: a citation key, then a DOI, then title and year.
    """
    left = {one.key: one for one in held}
    found: dict[str, Held] = {}
    for mark, are_apart in _SIGNS:
        by_mark: dict[str, list[Held]] = {}
        for one in left.values():
            by_mark.setdefault(mark(one.item), []).append(one)
        for ref, item in items.items():
            sign = mark(item)
            if ref in found or not sign:
                continue
            for one in by_mark.get(sign, ()):
                if one.key in left and not are_apart(item, one.item):
                    found[ref] = left.pop(one.key)
                    break
    return found


def _citation_key(item: Item) -> str:
    line = _KEY_LINE.search(str(item.get("extra", "")))
    return str(item.get("citationKey") or (line[1] if line else ""))


def _doi(item: Item) -> str:
    return str(item.get("DOI") or "").strip().lower()


def _title_and_year(item: Item) -> str:
    title = _title(item)
    return " ".join([*title, _year(item)]) if title else ""


def _are_other_works(ours: Item, theirs: Item) -> bool:
    """Whether a citation key was given twice: most of the title and more differs."""
    mine, their = set(_title(ours)), set(_title(theirs))
    return len(mine & their) * 2 < min(len(mine), len(their)) and (
        _are_namesakes(ours, theirs) or _differ(_year(ours), _year(theirs))
    )


def _are_namesakes(ours: Item, theirs: Item) -> bool:
    """Whether two works only have a title and a year in common ("Editorial")."""
    if _doi(ours) and _doi(theirs):
        return _doi(ours) != _doi(theirs)
    return _differ(_first_name(ours), _first_name(theirs))


def _differ(mine: str, their: str) -> bool:
    """Whether neither word is the beginning of the other, or absent."""
    return not (mine.startswith(their) or their.startswith(mine))


def _share_a_doi(_ours: Item, _theirs: Item) -> bool:
    return False


_SIGNS: tuple[tuple[Callable[[Item], str], Callable[[Item, Item], bool]], ...] = (
    (_citation_key, _are_other_works),
    (_doi, _share_a_doi),
    (_title_and_year, _are_namesakes),
)


def _title(item: Item) -> list[str]:
    return _WORD.findall(_first(item, _TITLES).casefold())


def _first(item: Item, names: Sequence[str]) -> str:
    return next((str(item[name]) for name in names if item.get(name)), "")


def _year(item: Item) -> str:
    found = re.search(r"\d{4}", _first(item, _DATES))
    return found[0] if found else ""


def _first_name(item: Item) -> str:
    person = mapping(next(iter(listing(item.get("creators"))), None))
    return str(person.get("lastName") or person.get("name") or "").casefold()
