"""Numbers in front of references: how they are written, and which of them count on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.model.frozen import dataclass, hasten
from ifnlit.parse.document_signs import PARTICLE, starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BLANK = "[ \t\u00a0\u2002\u2003\u2009\u202f\u3000]"
_RAISED = r"\^(?P<caret>\d{1,6})\^|<sup>(?P<sup>\d{1,6})</sup>"
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# First code point and length of the runs of numbers that are one character: ① ㉑ ㊱ ⑴ ⒈ ❶.
_RUNS = (
    (0x2460, 20, 1), (0x3251, 15, 21), (0x32B1, 15, 36), (0x2474, 20, 1), (0x2488, 20, 1),
    (0x2776, 10, 1),
)  # fmt: skip
_SINGLE = {chr(start + k): first + k for start, count, first in _RUNS for k in range(count)}
# What a reference behind a number without a mark begins with; a wrapped line goes on otherwise.
_BEGUN = rf"(?:[\"“„«‘']?[^\W\d_a-z]|[-–—_⸺⸻]{{2,}}|{PARTICLE})"
_GLUED = r"[^\W\d_a-z](?:\.|[\w'’-]*[^\W\d_A-Z])|[^\W\d_a-z]{2,},? [^\W\d_a-z]|[“\"]|" + PARTICLE
# Surest first: what follows may begin a wrapped line too ("2019. 41(2)", "(2019)").
_STYLES = {
    "square": r"[\[［【〔]\s?(?P<square>\d{1,6})\s?[\]］】〕][.:：,]?|\[\^(?P<note>\d{1,6})\]:?",
    "single": f"(?P<single>[{''.join(_SINGLE)}])",
    "superscript": rf"(?P<superscript>[{_SUPERSCRIPTS}]{{1,6}})|{_RAISED}",
    "stop": r"(?P<stop>\d{1,6})(?: ?\\?[.．](?!\d)(?:-(?!-))?| ?[-–—](?=\s))",
    "comma": r"(?P<comma>\d{1,6})、",
    "parenthesis": r"(?P<parenthesis>\d{1,6})[)）\]]",
    "round": r"[(（]\s?(?P<round>\d{1,6})\s?[)）][.:：]?",
    "hash": r"#(?P<hash>\d{1,6})[.:)]?(?=\s)",
    "colon": r"(?P<colon>\d{1,6})[:：](?=\s)",
    "tab": r"(?P<tab>\d{1,6})\t",
    "bare": rf"(?P<bare>\d{{1,6}})(?={_BLANK}{{1,6}}{_BEGUN})",
    "alone": rf"(?P<alone>\d{{1,6}})(?={_BLANK}*$)",
    # A raised number that lost its place: "1Abbott", "12J. Smith"; "3D" and "18F" are words.
    "glued": rf"(?P<glued>\d{{1,3}})(?={_GLUED})",
}
_FAMILY = {"note": "square", "caret": "superscript", "sup": "superscript"}
_ORDER = tuple(_STYLES)
SURE = frozenset({"square", "single", "superscript"})
_MARK = re.compile(f"\f?{_BLANK}*(?:{'|'.join(_STYLES.values())}){_BLANK}*")
_UNSURE = frozenset({"alone", "bare", "colon", "glued"})
_YEARS = range(1500, 2101)
_SHARE = 0.6  # of the marks that stand before what may begin a reference
_AHEAD = 20  # marks looked ahead for the number that should come
_GAP = 10  # in a text of all kinds, numbers further apart are not one list
_WIDEST = 50  # a wider gap is another number, not a missing reference
_INLINE = {
    "square": re.compile(rf"{_BLANK}*[\[［【〔]\s?(\d{{1,6}})\s?[\]］】〕]{_BLANK}*(?=\S)"),
    "stop": re.compile(rf"(?<=[.\])。）\d\w]){_BLANK}+(\d{{1,6}})[.．](?!\d){_BLANK}*(?=\S)"),
    "comma": re.compile(rf"(?<=[.\])。）\d\w]){_BLANK}+(\d{{1,6}})、{_BLANK}*(?=\S)"),
    "parenthesis": re.compile(rf"(?<=[.\])。）\d]){_BLANK}+(\d{{1,6}})[)）]{_BLANK}*(?=\S)"),
    "round": re.compile(rf"(?<=[.\])。）\d]){_BLANK}+[(（](\d{{1,6}})[)）]{_BLANK}*(?=\S)"),
}


@hasten
@dataclass(frozen=True, slots=True)
class Mark:
    """The number `n` in front of line `at` (an index); what it numbers begins at `end`."""

    at: int
    n: int
    style: str
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is one by itself; "2019." may be a year, "12 Smith" anything."""
        return self.style in SURE or (self.style not in _UNSURE and not self.is_year)

    @property
    def is_year(self) -> bool:
        """Whether it may be the year at the beginning of a wrapped line."""
        return self.style not in SURE and self.n in _YEARS


def mark(line: str, at: int = 0) -> Mark | None:
    """The number in front of a line, if there is one."""
    found = _MARK.match(line)
    if found is None:
        return None
    kind = str(found.lastgroup)
    return Mark(at, _value(found[kind]), _FAMILY.get(kind, kind), found.end())


def chain(lines: Sequence[str]) -> list[Mark]:
    """The marks of a numbered list, in order; [] when the lines are not numbered.

    One style numbers a list. A number that does not count on is a mark only where a reference
    seems to begin; others begin wrapped lines.
    """
    found = [one for at, line in enumerate(lines) if (one := mark(line, at)) is not None]
    style = _style(found, lines)
    accepted = list(_accepted([one for one in found if one.style == style], lines))
    return accepted if _is_numbering(accepted, lines) else []


def _is_numbering(accepted: Sequence[Mark], lines: Sequence[str]) -> bool:
    """Whether marks number a list, and do not just happen to begin lines ("12: 153-161")."""
    if not accepted:
        return False
    first = next(at for at, line in enumerate(lines) if line.strip())
    return accepted[0].at == first or _are_before_references(accepted, lines)


def _are_before_references(marks: Sequence[Mark], lines: Sequence[str]) -> bool:
    """Whether most of the text behind marks that may be anything could begin a reference."""
    if marks[0].style in SURE:
        return True
    return sum(_begins(one, lines) for one in marks) >= _SHARE * len(marks)


def runs(lines: Sequence[str]) -> list[list[Mark]]:
    """Stretches of two marks or more of one style that count on, in any text; longest first."""
    open_runs: dict[str, list[Mark]] = {}
    found: list[list[Mark]] = []
    for at, line in enumerate(lines):
        one = mark(line, at)
        if one is None or one.style == "alone":
            continue
        run = open_runs.get(one.style)
        step = one.n - run[-1].n if run is not None else -1
        if run is not None and (step == 1 or (0 <= step <= _GAP and _begins(one, lines))):
            run.append(one)
        elif not one.is_year and (run is None or one.n == 1 or len(run) == 1):
            open_runs[one.style] = [one]
            found.append(open_runs[one.style])
    likely = [run for run in found if len(run) > 1 and _are_before_references(run, lines)]
    return sorted(likely, key=len, reverse=True)


def inline(text: str, style: str, n: int) -> Iterator[tuple[int, int, int]]:
    """(number, start, end) of marks inside a text that count on from `n`: run-together ones."""
    pattern = _INLINE.get(style)
    if pattern is None:
        return
    expected = n + 1
    for found in pattern.finditer(text):
        after = text[found.end() : found.end() + 80]
        if int(found[1]) == expected and (found.start() or style == "square") and starts(after):
            yield expected, found.start(), found.end()
            expected += 1


def _value(text: str) -> int:
    if text in _SINGLE:
        return _SINGLE[text]
    if text[0] in _SUPERSCRIPTS:
        return int("".join(str(_SUPERSCRIPTS.index(digit)) for digit in text))
    return int(text)


def _style(found: list[Mark], lines: Sequence[str]) -> str:
    """The style with the most numbers that count on; for none, that of the first line."""
    last: dict[str, int] = {}
    links = dict.fromkeys(_ORDER, 0)
    for one in found:
        if last.get(one.style) == one.n - 1:
            links[one.style] += 1
        elif one.is_year:
            continue
        last[one.style] = one.n
    best = max(_ORDER, key=lambda style: links[style])
    if links[best]:
        return best
    first = next((at for at, line in enumerate(lines) if line.strip()), -1)
    return next(
        (one.style for one in found if one.at == first and one.is_number),
        "",
    )


def _accepted(found: list[Mark], lines: Sequence[str]) -> Iterator[Mark]:
    last: int | None = None
    numbers = [one.n for one in found]
    for position, one in enumerate(found):
        coming = numbers[position + 1 : position + 1 + _AHEAD]
        if last is None:
            fits = not one.is_year and (one.n + 1 in coming or _begins(one, lines))
        elif one.n == last + 1:
            fits = one.n not in coming or _begins(one, lines)
        else:
            fits = _begins(one, lines) and _is_odd_number(one, last, coming, lines)
        if fits:
            yield one
            last = one.n


def _is_odd_number(one: Mark, last: int, coming: list[int], lines: Sequence[str]) -> bool:
    """Whether a number that does not count on is a gap, a repeat or a fresh start."""
    if one.style in SURE:
        return True
    strong = starts(_after(one, lines)) > 1
    if one.n == last:
        return strong
    if last + 1 in coming or one.n in _YEARS or one.n > last + _WIDEST:
        return False
    return strong or one.n + 1 in coming if one.n > last else one.n + 1 in coming[:1]


def _begins(one: Mark, lines: Sequence[str]) -> bool:
    rest = _after(one, lines)
    return starts(rest) > 0 or (one.style != "alone" and not rest.strip())


def _after(one: Mark, lines: Sequence[str]) -> str:
    """The text that a number is in front of, on its line or, alone on it, on the next one."""
    if one.style == "alone":
        return lines[one.at + 1].strip() if one.at + 1 < len(lines) else ""
    return lines[one.at][one.end :]
