"""What stands in a reference and is in no field: kept and shown, but for marks and label words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.parsed import Residue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.model.parsed import Field

# Words that only say what the next value is (and "and" between names): no content of their own.
_WORDS = frozenset(
    """in and und et y with p pp page pages vol volume no nr issue iss ed eds editor editors
    edited hrsg by trans transl translated translator translators doi pmid pmcid pubmed arxiv
    issn eissn isbn url available from at online on am accessed retrieved cited visited viewed
    consulted consulte consultee consulté consultée consultado consultato zugriff abruf
    abgerufen aufgerufen zuletzt zugegriffen disponivel disponível disponible acesso acessado em
    en verfügbar unter http https dx org www abs jr epub art article id bd band jg heft hefte h
    aufl auflage hg s von van de der den del della di da dos du la le ter ten zu zur zum al el
    bin ibn st nd rd th internet last os i e og och avec с т г б n гл том вып выпуск
    ст стр п c под отв общ ред сост пер пос режим доступа доступу access mode англ нем фр рус укр
    дата обращения звернення опубл заявл бюл
    vom übers herausgegeben geprüft letzter modified stand ders dies idem ebd ibid""".split()
)
_STOPPED = frozenset("vnt")  # with a stop behind it: "v. 5, n. 2"
_LABELS = re.compile(
    rf"\b(?:{'|'.join(sorted(_WORDS))}|[vnt](?=\.))\b|[见译著编校第卷期页版等载]|主编|访问日期|引用日期",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# What stands between two fields, in nine of ten places.
_BARE = frozenset((
    ", ", ". ", "; ", ": ", " [", "].", "]. ", "): ", "):", " (", "). ", ") ", "), ", ". (", ".; ",
    "., ", ", & ", " & ", ", and ", " and ", ', "', '," ', '." ', ", vol. ", ", no. ", ", pp. ",
    ". doi: ", ". doi:", ". DOI: ", ". https://doi.org/", " doi: ", " PMID: ", ". PMID: ",
))  # fmt: skip
_CONTENT = re.compile(r"[^\W_]")
_MARKS = " \t,.;:()[]\u00a0"


def residue(
    raw: str, fields: Sequence[Field], own: frozenset[str] = frozenset()
) -> tuple[Residue, ...]:
    """The stretches of `raw` outside of all fields that hold more than marks and label words.

    `fields` are sorted by where they begin; `own` are label words of the style, in small letters.
    """
    found: list[Residue] = []
    at = 0
    for field in fields:
        start = field.start
        if start > at + 1 and raw[at:start] not in _BARE:
            _add(found, raw, at, start, own)
        end = field.end
        at = end if end > at else at  # noqa: FURB136  # `max` takes as long as all else here
    if len(raw) > at:
        _add(found, raw, at, len(raw), own)
    return tuple(found)


def _add(found: list[Residue], raw: str, start: int, end: int, own: frozenset[str]) -> None:
    gap = raw[start:end]
    if _holds_content(gap, own):
        left = len(gap) - len(gap.lstrip(_MARKS))
        right = len(gap.rstrip(_MARKS))
        found.append(Residue(start + left, start + right, gap[left:right]))


def _holds_content(gap: str, own: frozenset[str]) -> bool:
    # Looking up each word is ten times as fast as the pattern, but leaves some in doubt.
    doubtful = False
    for word in _WORD.findall(gap.lower()):
        if word not in _WORDS and word not in own and word.strip("_"):
            if word not in _STOPPED and word.isascii():
                return True
            doubtful = True
    return doubtful and _CONTENT.search(_LABELS.sub("", gap)) is not None
