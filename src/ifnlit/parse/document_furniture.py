"""Page numbers and running heads between the references of a printed list, set aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.parse.document_headings import heading
from ifnlit.parse.document_signs import ends, hangs, is_name, is_tail, starts
from ifnlit.parse.split import Left, Line
from ifnlit.parse.split_layout import PAGE
from ifnlit.parse.split_marks import SURE, mark

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

_PAGE = re.compile(
    r"(?:[Pp]age|[Pp]\.|S\.|Seite|第)? ?[-–—|]? ?(?:\d{1,5}|[ivxl]{2,6}) ?[-–—|]?(?: ?(?:/|"
    r"of|von|de|sur|di|from) ?\d{1,5})? ?页?"
)
_DIGITS = re.compile(r"\d+")
_STOPPED = re.compile(r"(?<!al)[.。]$")  # as a reference ends; "Smith et al." may be a head
_TIMES = 3  # a line that stands that often is a running head
_HEIGHT = 20  # lines of a page at least
_LETTERS = 6  # in a running head; "2019;12(3):4-5." may come again as part of a reference
_LONGEST = 100  # characters of a running head
_MOST = 0.2  # of the filled lines; where more repeat, the list itself does
RUNNING = "\v"  # in front of a line that is known to be a running head, as on a page of a PDF


def furniture(lines: Sequence[Line]) -> tuple[list[Line], list[Left]]:
    """The lines with page numbers and running heads made blank, and those, to be told.

    Where they stood, the text goes on: blank lines around them are taken out too, so that a
    reference over two pages stays one. A form feed is in front of the line that comes next.
    """
    breaks = {at for at, line in enumerate(lines) if line.text.startswith(PAGE)}
    away = _page_numbers(lines) | _running_heads(lines)
    if not away and not breaks:
        return list(lines), []
    left = [Left(lines[at].number, lines[at].text.strip()) for at in sorted(away)]
    gone = away | _blanks_around(lines, away | breaks, breaks - away)
    kept: list[Line] = []
    broken = False
    for at, line in enumerate(lines):
        broken = broken or at in breaks or at in away
        if at not in gone:
            text = line.text.lstrip(PAGE + RUNNING)
            kept.append(Line(line.number, PAGE + text if broken else text))
            broken = False
    return kept, left


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Bare numbers; none of them where they number the references under them."""
    found = [
        at
        for at, line in enumerate(lines)
        if len(line.text) < _LONGEST
        and _PAGE.fullmatch(line.text.strip())
        and not _goes_on(lines, at)
    ]
    over = [at for at in found if at + 1 < len(lines) and starts(lines[at + 1].text) > 0]
    return set() if len(over) >= _TIMES and len(over) * 2 > len(found) else set(found)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a bare number is the rest of the line before: "Med 12:" and "345"."""
    hanging = at > 0 and bool(lines[at - 1].text.strip()) and hangs(lines[at - 1].text)
    return hanging or _Place(lines, at).bearing < 0


class _Place:
    """A line among those around it."""

    def __init__(self, lines: Sequence[Line], at: int) -> None:
        after = next((k for k in range(at + 1, len(lines)) if lines[k].text.strip()), len(lines))
        self._before = lines[at - 1].text.strip() if at else ""
        self._after = lines[after].text.strip() if after < len(lines) else ""
        self._broken = any(line.text.startswith(PAGE) for line in lines[at : after + 1])

    @property
    def is_apart(self) -> bool:
        """Whether it stands under a blank line, or where a page breaks."""
        return not self._before or self._broken

    @property
    def bearing(self) -> int:
        """1 for a line between two references, -1 for the last line of one, 0 for any other."""
        begins = mark(self._after) is not None or is_name(self._after)
        if self.is_apart or (begins and ends(self._before)):
            return 1
        return -1 if begins or not self._after else 0


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """Lines that a reader of pages marked, and lines that come again and again."""
    marked = {at for at, line in enumerate(lines) if RUNNING in line.text[:2]}
    places: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        text = line.text.strip()
        if text and len(text) <= _LONGEST:
            places.setdefault(_folded(text), []).append(at)
    found: set[int] = set()
    for ats in places.values():
        # Few lines come again: only those are worth a closer look.
        heads = [at for at in ats if running_key(lines[at].text)] if len(ats) >= _TIMES else []
        if _is_running(lines, heads):
            found.update(heads)
    filled = sum(bool(line.text.strip()) for line in lines)
    return marked | (found if len(found) <= _MOST * filled else set())


def _is_running(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Whether a line that stands in some places is a running head, and not a part of references.

    Of the numbers in a head one changes, that of the page; in volume and pages, or a DOI, more do.
    """
    if len(places) < _TIMES:
        return False
    numbers = zip(*(_DIGITS.findall(lines[at].text) for at in places), strict=True)
    if sum(len(set(column)) > 1 for column in numbers) > 1:
        return False
    bearing = sum(_bearing(lines, at) for at in places)
    return bearing > 0 or (bearing == 0 and places[-1] - places[0] >= _HEIGHT * (len(places) - 1))


def _bearing(lines: Sequence[Line], at: int) -> int:
    """What the place of a line says for a running head: 1, or against it: -1; 0 for nothing."""
    place = _Place(lines, at)
    text = lines[at].text.strip()
    if not place.is_apart and (is_tail(text) or _STOPPED.search(text)):
        return -1
    return place.bearing


def running_key(line: str) -> str:
    """What stays the same of a running head from page to page; "" for what cannot be one."""
    text = line.strip()
    letters = sum(map(str.isalpha, text)) if len(text) <= _LONGEST else 0
    if letters < _LETTERS or text.startswith("#"):
        return ""
    number = mark(text)
    if (number is not None and number.style in SURE) or heading(text) is not None:
        return ""
    return _folded(text)


def _folded(text: str) -> str:
    return _DIGITS.sub("0", text.casefold())


def _blanks_around(lines: Sequence[Line], places: set[int], tops: Collection[int]) -> set[int]:
    """The blank lines around places; none behind `tops`, the first lines of pages, if filled."""
    found: set[int] = set()
    for at in places:
        is_text = at in tops and bool(lines[at].text.strip())
        for step in (-1,) if is_text else (-1, 1):
            other = at + step
            while 0 <= other < len(lines) and other not in found and not lines[other].text.strip():
                found.add(other)
                other += step
            # A break and the head under it are one place; `places` holds both.
    return found
