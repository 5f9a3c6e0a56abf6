"""Which rules run: names, codes and beginnings of either, selected and ignored."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.errors import UsageFault
from ifnlit.lint import QUIET, RULES, code
from ifnlit.registry import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

ALL = "all"
_CODE = re.compile(r"IFN\d{0,3}", re.IGNORECASE)


def selected(select: Iterable[str], ignore: Iterable[str]) -> tuple[str, ...]:
    """Names of the rules to run, in the order of the table.

    When none is selected, all of them but the quiet ones.

    Each word is a name or code ("year-cluster", "IFN604"), the beginning of codes ("IFN6"), the
    beginning of names with its hyphen ("missing-"), or "all". Raises `UsageFault`.
    """
    wanted = {name for word in select for name in expanded(word)} or set(RULES) - QUIET
    unwanted = {name for word in ignore for name in expanded(word)}
    return tuple(name for name in RULES if name in wanted and name not in unwanted)


def expanded(word: str) -> frozenset[str]:
    """The rules that a word of `--select` means; raises `UsageFault` naming the nearest."""
    bare = word.strip()
    if bare.lower() == ALL:
        return frozenset(RULES)
    known = next((it for it in (bare, bare.lower(), bare.upper()) if it in RULES), None)
    if known is not None:
        return frozenset({RULES.name(known)})
    if _CODE.fullmatch(bare):
        found = frozenset(name for name in RULES if code(name).startswith(bare.upper()))
    elif bare.endswith(("-", "-*")):
        found = frozenset(name for name in RULES if name.startswith(bare.rstrip("*").lower()))
    else:
        found = frozenset[str]()
    if not found:
        raise UsageFault(f'no rule is named "{word}"', hint=did_you_mean(word, tuple(RULES)))
    return found
