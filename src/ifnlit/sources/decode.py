"""Values of foreign JSON as clean text, numbers and lists; wrong types read as absent.

Everything that a registry says passes here once: markup and control characters are taken out,
lengths are bounded, and what a build server would obey ("::error::") is broken up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from ifnlit.match.markup import plain
from ifnlit.model.identifier import DOI

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Misfit(Exception):  # noqa: N818  # named for what it is, not for a fault of ours
    """An answer that is not in the form that its service documents."""


_LONGEST = 2_000  # characters; the longest title of 8,387 records has 1,100
_MOST = 3_000  # entries of a list; the longest list of authors has about 5,000, whose end we spare
_FIRST_YEAR, _LAST_YEAR = 1400, 2200
# GitHub's "::error file=...::" and "##[error]", Azure's "##vso[task...]": commands to whoever
# reads a build's log. A title may well hold "std::vector", a SICI holds "<50::aid-ar4>".
_COMMAND = re.compile(
    r"::(?=\s*(?:error|warning|notice|debug|group|endgroup|add-mask|add-path|add-matcher"
    r"|remove-matcher|set-output|set-env|save-state|stop-commands|echo|command)\b)|##(?=\w*\[)",
    re.IGNORECASE,
)


def text(value: object) -> str:
    """Text or a number as one clean line, "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    if isinstance(value, int):
        return str(value) if abs(value) < 10**15 else ""
    # JSON can escape half of a surrogate pair, which no encoding of ours can write.
    whole = value[: 4 * _LONGEST].encode("utf-8", "replace").decode("utf-8")
    clean = plain(whole)[:_LONGEST]
    return _COMMAND.sub(lambda found: " ".join(found[0]), clean).strip()


def texts(value: object) -> tuple[str, ...]:
    """The texts of a list (or of one text), without blanks, repetitions and what is no text."""
    found = [text(part) for part in items(value) or [value] if isinstance(part, str)]
    return tuple(dict.fromkeys(part for part in found if part))


def items(value: object) -> list[object]:
    """The entries of a list, none for anything else."""
    return cast("list[object]", value)[:_MOST] if isinstance(value, list) else []


def mapping(value: object) -> Mapping[str, object]:
    """A JSON object, an empty one for anything else."""
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def mappings(value: object) -> Iterator[Mapping[str, object]]:
    """The JSON objects of a list, but for empty ones."""
    return (found for part in items(value) if (found := mapping(part)))


def year(value: object) -> int | None:
    """A year that a publication can have, from a number or the beginning of a text."""
    if isinstance(value, str):
        found = re.search(r"(?<!\d)\d{4}(?!\d)", value[:40])
        value = int(found[0]) if found else None
    if isinstance(value, int) and _FIRST_YEAR <= value <= _LAST_YEAR:
        return int(value)
    return None


def date_years(value: object) -> Iterator[int]:
    """The years of a CSL or Crossref date: `{"date-parts": [[2021, 5, 4]]}`."""
    for parts in items(mapping(value).get("date-parts")):
        found = year(items(parts)[0]) if items(parts) else None
        if found is not None:
            yield found


def doi(value: object) -> str:
    """A DOI, "" for anything else; SICIs hold what would be markup in a text."""
    found = DOI.parse(value[:_LONGEST]) if isinstance(value, str) else None
    if found is None or not found.isprintable() or _COMMAND.search(found):
        return ""
    return found
