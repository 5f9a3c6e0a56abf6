"""The cases of the benchmark: references with what is right for them, by a fixed seed.

A case for `choose` names the DOI that may be accepted, or none. A case for `judge` names a
record and whether it is the reference's.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bench.match.printed import DAMAGES, STYLES, as_text, reference
from ifnlit.match.fold import run, words
from ifnlit.match.title import is_generic
from ifnlit.model.date import Date
from ifnlit.model.evidence import Record, Update
from ifnlit.model.name import Name
from ifnlit.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ifnlit.model.reference import Reference

SEED = 5
_PARTS = 3  # damages at once, at most
_USABLE = frozenset(
    "journal-article proceedings-article book-chapter reference-entry book monograph".split()
)


@dataclass(frozen=True, slots=True)
class Search:
    """A reference without a DOI: `right` may be accepted; "" for none.

    `lures` are found in any case, the record with the DOI `hidden` in no case.
    """

    kind: str
    reference: Reference
    right: str
    lures: tuple[Record, ...] = ()
    is_sufficient: bool = True
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A reference with a DOI whose record is this: `same` says whether it is right."""

    kind: str
    reference: Reference
    record: Record
    same: bool


def usable(records: list[Record]) -> list[Record]:
    """Works that a reference can be made of: a title of their own, a year, and no twin."""
    twins: dict[tuple[str, str], int] = defaultdict(int)
    for record in records:
        twins[_identity(record)] += 1
    return [
        record
        for record in records
        if record.type in _USABLE
        and record.years
        and record.container_titles
        and not is_generic(record.title)
        and twins[_identity(record)] == 1
    ]


def _identity(record: Record) -> tuple[str, str]:
    """What two registrations of one work have in common: title, and first page."""
    return run(re.sub(r"\[.*?\]", "", record.title)), record.page.split("-")[0] or record.volume


def chance_of(record: Record, kind: str) -> random.Random:
    """A source of chance of its own for each work and kind of case: one more kind moves none."""
    return random.Random(f"{SEED} {kind} {record.doi}")  # noqa: S311  # a benchmark's chance, repeatable


def damaged(record: Record) -> tuple[str, Reference]:
    """The reference with one to three damages, and their names."""
    chance = chance_of(record, "damage")
    names = chance.sample(sorted(DAMAGES), chance.randint(1, _PARTS))
    ours = reference(record)
    for name in names:
        ours = DAMAGES[name](ours, chance)
    return " + ".join(sorted(names)), ours


def is_sufficient(ours: Reference, record: Record) -> bool:
    """Whether a reference says enough for a person to know the work beside look-alikes.

    A title with words of its own, and three things more which the record has too; without volume
    and page only if title and year are undamaged.
    """
    is_of_year = ours.issued is not None and ours.issued.year in record.years
    both = (
        bool(ours.author and record.authors),
        bool(ours.container_title and record.container_titles),
        is_of_year,
        bool(ours.volume and record.volume),
        bool((ours.page and record.page) or (ours.number and record.number)),
    )
    is_placed = both[3] or both[4]
    is_whole = run(ours.title) == run(record.title)
    enough = sum(both) >= 3 and (is_placed or (is_whole and is_of_year))  # noqa: PLR2004  # see above
    return not is_generic(ours.title) and enough


def searches(records: list[Record]) -> Iterator[Search]:
    """For each work: itself damaged, itself not in the index, chimeras, and its family."""
    near = _neighbours(records)
    for record in records:
        kind, ours = damaged(record)
        enough = is_sufficient(ours, record)
        yield Search(kind, ours, record.doi, (record,), enough)
        yield Search("not in the index", ours, "", hidden=record.doi)
        yield from _read(record)
        for name, other in (
            ("chimera, same journal", near(record)),
            ("chimera", chance_of(record, "far").choice(records)),
        ):
            if other is not None and run(other.title) != run(record.title):
                yield from _chimeras(name, record, other)
        for name, sibling, mine in _family(record):
            clean = reference(record)
            yield Search(f"{name}, both there", clean, record.doi, (record, sibling))
            yield Search(f"{name}, not itself", clean, "", (sibling,), hidden=record.doi)
            if mine:
                theirs = reference(sibling)
                yield Search(f"{name}, of the other", theirs, sibling.doi, (record, sibling))


def _read(record: Record) -> Iterator[Search]:
    """The reference printed as a line of a list, and read by the parser."""
    clean = reference(record)
    style = chance_of(record, "style").choice(STYLES)
    items = parse(as_text(clean, style), lines=True, independent=True).items
    if items and record.type == "journal-article" and record.authors and record.volume:
        ours, enough = items[0].reference, is_sufficient(clean, record)
        yield Search(f"read from {style}", ours, record.doi, (record,), enough)
        yield Search(f"read from {style}, not itself", ours, "", hidden=record.doi)


def _chimeras(name: str, record: Record, other: Record) -> Iterator[Search]:
    """One's title with the other's place: with the authors of either, or with both journals."""
    mine, theirs = reference(record), reference(other)
    place = replace(theirs, title=mine.title)
    cases = ((f"{name}, its authors", place), (f"{name}, the title's authors", _with(place, mine)))
    for kind, ours in cases:
        if _is_told_apart(record, other):
            yield Search(kind, ours, "", (record, other))


def _with(ours: Reference, authors_of: Reference) -> Reference:
    return replace(ours, author=authors_of.author, et_al=authors_of.et_al)


def _is_told_apart(record: Record, other: Record) -> bool:
    """Whether anything of a place differs: some records have neither volume nor page."""
    pages = [one.page.split("-")[0] for one in (record, other)]
    volumes = [one.volume for one in (record, other)]
    return any(all(pair) and pair[0] != pair[1] for pair in (pages, volumes))


def _neighbours(records: list[Record]) -> Callable[[Record], Record | None]:
    """For a work, another one of its journal, mostly of its volume."""
    volumes: dict[tuple[str, str], list[Record]] = defaultdict(list)
    journals: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        volumes[record.container_titles[0], record.volume].append(record)
        journals[record.container_titles[0]].append(record)

    def near(record: Record) -> Record | None:
        chance = chance_of(record, "near")
        for pool in (
            volumes[record.container_titles[0], record.volume],
            journals[record.container_titles[0]],
        ):
            others = [one for one in pool if one.doi != record.doi]
            if others and chance.random() < 0.7:  # noqa: PLR2004  # mostly of the same volume
                return chance.choice(others)
        return None

    return near


_OTHERS = (Name("Adeyemi", "Tunde"), Name("Lindqvist", "Karin"))


def _family(record: Record) -> Iterator[tuple[str, Record, bool]]:
    """Made works that look like this one, each with whether it is a work to be found, too."""
    if record.type != "journal-article" or not record.volume or not record.page:
        return
    chance = chance_of(record, "family")
    kind = chance.choice(("yearly", "part", "preprint", "correction", "reply", "figure"))
    yield from _MEMBERS[kind](record, chance)


def _moved(record: Record, chance: random.Random, years: int) -> Record:
    """The same record elsewhere in its journal."""
    volume = str(int(record.volume) + years) if record.volume.isdigit() else f"{record.volume}1"
    start = chance.randint(1, 900) + 1000
    return replace(
        record,
        doi=f"10.5555/{chance.randrange(10**9)}",
        volume=volume if years else record.volume,
        issue=str(chance.randint(1, 12)),
        number="",
        page=f"{start}-{start + chance.randint(1, 12)}",
        years=tuple(year + years for year in record.years),
    )


def _yearly(record: Record, chance: random.Random) -> Iterator[tuple[str, Record, bool]]:
    year = record.years[-1]
    years = chance.choice((-2, -1, 1, 2))
    other = _moved(record, chance, years)
    yield "report without a year", other, True
    title = re.sub(r"\b(1[89]|20)\d\d\b", str(year + years), record.title)
    if title != record.title:
        yield "yearly report", replace(other, titles=(title,), subtitles=()), True


def _part(record: Record, chance: random.Random) -> Iterator[tuple[str, Record, bool]]:
    one = chance.choice((0, 1))
    other = replace(_moved(record, chance, one), titles=(f"{record.title}. Part II",), subtitles=())
    yield "second part", other, True


def _preprint(record: Record, chance: random.Random) -> Iterator[tuple[str, Record, bool]]:
    year = record.years[0] - chance.choice((0, 1))
    twin = Record(
        source="crossref",
        doi=f"{record.doi}.preprint",
        type="posted-content",
        subtype="preprint",
        titles=(record.title,),
        authors=record.authors,
        years=(year,),
    )
    yield "preprint twin", twin, False


def _correction(record: Record, chance: random.Random) -> Iterator[tuple[str, Record, bool]]:
    other = _moved(record, chance, chance.choice((0, 1)))
    update = Update("correction", record.doi, "publisher", "update-to")
    mark = chance.choice(("Correction: ", "Erratum to: ", "Correction to: "))
    title = f"{mark}{record.title}"
    yield "correction", replace(other, titles=(title,), subtitles=(), updates=(update,)), False
    yield "correction with the same title", replace(other, updates=(update,)), False


def _reply(record: Record, chance: random.Random) -> Iterator[tuple[str, Record, bool]]:
    if not record.authors:
        return
    other = _moved(record, chance, chance.choice((0, 1)))
    yield "reply with the same title", replace(other, authors=_OTHERS), False


def _figure(record: Record, _: random.Random) -> Iterator[tuple[str, Record, bool]]:
    yield "figure", replace(record, doi=f"{record.doi}.g001", type="component"), False


_MEMBERS = {
    "yearly": _yearly,
    "part": _part,
    "preprint": _preprint,
    "correction": _correction,
    "reply": _reply,
    "figure": _figure,
}


def recordings(records: list[Record]) -> Iterator[Recorded]:
    """For each work: its own record with a damaged reference, and records of other works."""
    near = _neighbours(records)
    by_author: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if record.authors:
            by_author[record.authors[0].family].append(record)
    for record in records:
        kind, ours = damaged(record)
        if is_sufficient(ours, record):
            yield Recorded(f"right: {kind}", ours, record, same=True)
        clean = reference(record)
        yield from _misprinted(record, clean)
        neighbour = near(record)
        if neighbour is not None and run(neighbour.title) != run(record.title):
            yield Recorded("a neighbour", clean, neighbour, same=False)
            yield from _crossed(record, neighbour)
        fellows = by_author[record.authors[0].family] if record.authors else []
        others = [one for one in fellows if run(one.title) != run(record.title)]
        if others:
            other = chance_of(record, "author").choice(others)
            yield Recorded("the same first author", clean, other, same=False)
        for name, sibling, _ in _family(record):
            yield Recorded(f"of its {name}", clean, sibling, same=False)


def _misprinted(record: Record, clean: Reference) -> Iterator[Recorded]:
    """The right record, one thing wrong in the reference."""
    if not (record.volume and record.page and record.authors and clean.issued):
        return
    chance = chance_of(record, "misprint")
    wrong = {
        "year": replace(clean, issued=Date(clean.issued.year - chance.randint(1, 9))),
        "volume": replace(clean, volume=f"{clean.volume}7"),
        "page": replace(clean, page="7771-7779"),
        "authors": replace(clean, author=_OTHERS),
    }
    if len(words(clean.title)) >= 8:  # noqa: PLR2004  # fewer leave nothing to know a work by
        wrong["wording"] = replace(clean, title=_reworded(clean.title, chance))
    name = chance.choice(sorted(wrong))
    yield Recorded(f"right, wrong {name}", wrong[name], record, same=True)


def _reworded(title: str, chance: random.Random) -> str:
    """As another's translation reads: six words in ten, in another order, and some others."""
    own = [word for word in words(title) if len(word) > 2]  # noqa: PLR2004  # no light words
    kept = chance.sample(own, max(2, round(len(own) * 0.6)))
    return " ".join(("study on", *kept))


def _crossed(record: Record, other: Record) -> Iterator[Recorded]:
    if not _is_told_apart(record, other):
        return
    mine, theirs = reference(record), reference(other)
    place = replace(theirs, title=mine.title)
    has_others = record.authors and other.authors and record.authors[0] != other.authors[0]
    if other.volume != record.volume or has_others or other.issue != record.issue:
        yield Recorded("chimera at the title's DOI", place, record, same=False)
    yield Recorded("chimera at the place's DOI", place, other, same=False)
    yield Recorded(
        "chimera at the place's DOI, title's authors", _with(place, mine), other, same=False
    )
