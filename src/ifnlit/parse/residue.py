"""What stands in a reference and is in no field: kept and shown, but for marks and label words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.parsed import Residue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.parsed import Field
    from ifnlit.parse.normal import Normal

# Words that only say what the next value is (and "and" between names): no content of their own.
_LABELS = re.compile(
    r"\b(?:in|and|und|et|y|with|pp?|pages?|vol(?:ume)?|no|nr|issue|iss|ed(?:s|itors?|ited)?|hrsg|by|trans(?:lat(?:ed|ors?))?|doi|pmid|pmcid|pubmed|arxiv|"
    r"issn|eissn|isbn|isbn-1[03]|url|available|from|at|online|on|accessed|retrieved|cited|visited|viewed|https?|dx|org|www|abs|jr|epub|art(?:icle)?|id|bd|jg|heft|s|"
    r"von|van|de|der|den|del|della|di|da|dos|du|la|le|ter|ten|zu|zur|zum|al|el|bin|ibn|st|nd|rd|th|internet|last)\b|[见译第卷期页版等]|访问日期|引用日期",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"[^\W_]")


def residue(raw: str, source: Normal, fields: Sequence[Field]) -> tuple[Residue, ...]:
    """The stretches of `raw` outside of all fields that hold more than marks and label words."""
    del source
    found: list[Residue] = []
    at = 0
    for start, end in [*((one.start, one.end) for one in fields), (len(raw), len(raw))]:
        gap = raw[at:start]
        if gap and _CONTENT.search(_LABELS.sub("", gap)):
            left = len(gap) - len(gap.lstrip(" \t,.;:()[]\u00a0"))
            right = len(gap.rstrip(" \t,.;:()[]\u00a0"))
            found.append(Residue(at + left, at + right, gap[left:right]))
        at = max(at, end)
    return tuple(found)
