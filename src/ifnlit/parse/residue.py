"""What stands in a reference and is in no field: kept and shown, but for marks and label words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.parsed import Residue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.parsed import Field

# Words that only say what the next value is (and "and" between names): no content of their own.
_LABELS = re.compile(
    r"\b(?:in|and|und|et|y|with|pp?|pages?|vol(?:ume)?|no|nr|issue|iss|ed(?:s|itors?|ited)?|hrsg|by|"
    r"trans(?:l(?:at(?:ed|ors?))?)?|doi|pmid|pmcid|pubmed|arxiv|issn|eissn|isbn|isbn-1[03]|url|"
    r"available|from|at|online|on|am|accessed|retrieved|cited|visited|viewed|consulted|consult[ée]e?|consulta(?:do|to)|zugriff|abruf|abgerufen|aufgerufen|zuletzt|zugegriffen|dispon[ií]vel|disponible|acesso|acessado|em|en|verfügbar|unter|https?|dx|org|www|abs|jr|"
    r"epub|art(?:icle)?|id|bd|band|jg|heft|hefte|h|aufl(?:age)?|hg|s|von|van|de|der|den|del|della|di|da|dos|du|la|le|ter|ten|zu|"
    r"zur|zum|al|el|bin|ibn|st|nd|rd|th|internet|last|os|y|i|e|og|och|avec|[vnt](?=\.))\b|"
    r"[见译著编校第卷期页版等载]|主编|访问日期|引用日期",
    re.IGNORECASE,
)
_BARE = frozenset((", ", ". ", "; ", ": ", " [", "].", "]. ", "): ", "):"))  # the common ones
_CONTENT = re.compile(r"[^\W_]")
_MARKS = " \t,.;:()[]\u00a0"


def residue(raw: str, fields: Sequence[Field]) -> tuple[Residue, ...]:
    """The stretches of `raw` outside of all fields that hold more than marks and label words.

    `fields` are sorted by where they begin.
    """
    found: list[Residue] = []
    at = 0
    for field in fields:
        start = field.start
        if start > at + 1 and raw[at:start] not in _BARE:
            _add(found, raw, at, start)
        at = max(at, field.end)
    if len(raw) > at:
        _add(found, raw, at, len(raw))
    return tuple(found)


def _add(found: list[Residue], raw: str, start: int, end: int) -> None:
    gap = raw[start:end]
    if _CONTENT.search(gap) and _CONTENT.search(_LABELS.sub("", gap)):
        left = len(gap) - len(gap.lstrip(_MARKS))
        right = len(gap.rstrip(_MARKS))
        found.append(Residue(start + left, start + right, gap[left:right]))
