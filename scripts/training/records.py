"""Records to render: Crossref's (public metadata) and works made up of real titles, names and houses."""

from __future__ import annotations

import gzip
import html
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from scripts.training.data import SHARED, TRAINING, part, read
from scripts.training.record import Person, Record

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

WORKS = SHARED / "crossref" / "works.jsonl.gz"
_MANY = 40  # works of one journal are enough
_TAG = re.compile(r"<[^>]{1,40}>")
_EDITIONS = ("2nd", "3rd", "4th", "2nd rev.", "5th", "Rev.", "1st", "6th", "Second", "Third")
_GENRES = (
    "PhD thesis",
    "Doctoral dissertation",
    "Master's thesis",
    "Ph.D. dissertation",
    "PhD diss.",
    "Unpublished doctoral dissertation",
    "M.Sc. thesis",
    "Thesis",
    "Ph.D. thesis",
    "Dissertation",
)
_REPORTS = (
    "Technical Report",
    "Working Paper",
    "Research Report",
    "Report",
    "Discussion Paper",
    "NBER Working Paper",
    "Policy Brief",
    "Tech. Rep.",
)
_HOSTS = (
    "www.who.int",
    "www.bbc.co.uk/news",
    "www.nytimes.com",
    "www.oecd.org",
    "ec.europa.eu",
    "www.cdc.gov",
    "www.un.org",
    "github.com",
    "www.theguardian.com",
    "www.nist.gov",
    "www.academia.edu",
)


@dataclass(slots=True)
class Pool:
    """What records are made of."""

    works: list[Record] = field(default_factory=list[Record])
    articles: list[Record] = field(default_factory=list[Record])  # of reference lists, unsigned
    books: list[str] = field(default_factory=list[str])
    meetings: list[str] = field(default_factory=list[str])
    people: list[Person] = field(default_factory=list[Person])
    houses: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])  # place, publisher
    bodies: list[str] = field(default_factory=list[str])
    series: list[str] = field(default_factory=list[str])
    universities: list[str] = field(default_factory=list[str])
    held: Counter[str] = field(default_factory=Counter[str])  # works of each container


def pool(*parts: str) -> Pool:
    """The records of the works and training strings of the named parts."""
    found = Pool()
    for work in works(*parts):
        _add_work(found, work)
    for source in ("anystyle-core", "anystyle-good", "plos"):
        for one in read(TRAINING / f"{source}.jsonl"):
            if part(one.id) in parts:
                _add_labelled(found, one.text, one.spans)
    return found


def works(*parts: str) -> Iterator[dict[str, Any]]:
    """The Crossref works of the named parts, by a hash of the DOI."""
    with gzip.open(WORKS, "rt", encoding="utf-8") as lines:
        for line in lines:
            work = json.loads(line)
            value = int(sha256(work["DOI"].lower().encode()).hexdigest()[:8], 16) // 100 % 100
            if ("test" if value < 10 else "train") in parts:  # a tenth is for testing
                yield work


def clean(text: str) -> str:
    """A title without markup and without a stop at its end."""
    return (
        re.sub(r"\s+", " ", html.unescape(_TAG.sub("", text))).strip().rstrip(".").replace("‐", "-")
    )


def _add_work(found: Pool, work: dict[str, Any]) -> None:
    people = [person for one in work.get("author", ()) if (person := _person(one))]
    found.people += [one for one in people if one.given]
    title = clean(next(iter(work.get("title") or ()), ""))
    year = str((work.get("issued", {}).get("date-parts") or [[None]])[0][0] or "")
    kind = {
        "journal-article": "article",
        "book-chapter": "chapter",
        "proceedings-article": "meeting",
        "book": "book",
        "monograph": "book",
        "edited-book": "book",
        "dissertation": "thesis",
        "report": "report",
    }.get(work["type"], "")
    if title and year and kind and len(title) < 300:  # what is longer is an abstract
        values = {
            "container": clean(next(iter(work.get("container-title") or ()), "")),
            "short": next(iter(work.get("short-container-title") or ()), ""),
            "volume": work.get("volume", ""), "issue": work.get("issue", ""),
            "pages": work.get("page") or work.get("article-number", ""),
            "publisher": work.get("publisher", ""), "location": work.get("publisher-location", ""),
            "doi": work["DOI"], "isbn": next(iter(work.get("ISBN", ())), ""), "issn": next(iter(work.get("ISSN", ())), ""),
        }  # fmt: skip
        editors = [person for one in work.get("editor", ()) if (person := _person(one))]
        found.held[values["container"]] += 1
        if kind != "article" or 0 < found.held[values["container"]] < _MANY:
            found.works.append(Record(kind, title, year, people, editors, values))
    for reference in work.get("reference", ()):
        _add_reference(found, reference)


def _person(one: dict[str, Any]) -> Person | None:
    if one.get("family"):
        family = one["family"].title() if one["family"].isupper() else one["family"]
        given = one.get("given", "")
        return (
            Person(family, given.title() if given.isupper() and len(given) > 3 else given)
            if re.search(r"\w", given)
            else Person(family)
        )  # longer than initials
    return Person(one["name"]) if one.get("name") else None


def _add_reference(found: Pool, one: dict[str, Any]) -> None:
    title = clean(one.get("article-title", ""))
    journal = clean(one.get("journal-title", ""))
    year = re.sub(r"\D", "", one.get("year", ""))[:4]
    book = clean(one.get("volume-title", "") or "")
    if book and len(book) < 150:  # what is longer is a whole reference
        (found.meetings if re.search(r"\b(?:Proc|Conf|Symp)", book) else found.books).append(book)
    if series := clean(one.get("series-title", "")):
        (found.meetings if re.search(r"\b(?:Proc|Conf|Symp)", series) else found.series).append(
            series
        )
    if (
        10 < len(title) < 250 and journal and len(year) == 4 and one.get("volume")
    ):  # whole and no more
        first = one.get("first-page", "")
        pages = f"{first}-{int(first) + 1 + len(title) % 14}" if first.isdigit() else first
        values = {
            "container": journal, "volume": one["volume"], "issue": one.get("issue", "") or str(1 + len(title) % 6),
            "pages": pages, "doi": one.get("DOI", ""),
        }  # fmt: skip
        found.articles.append(Record("article", title, year, [], [], values))


def _add_labelled(found: Pool, text: str, spans: tuple[tuple[int, int, str], ...]) -> None:
    values: dict[str, list[str]] = {}
    for start, end, label in spans:
        values.setdefault(label, []).append(text[start:end])
    places, houses = values.get("location", []), values.get("publisher", [])
    if len(houses) == 1 and len(places) < 2:  # one place, or none
        house = houses[0]
        if re.search(r"Universit|College|Institut", house) and not re.search(
            r"Press|Verlag", house
        ):
            found.universities.append(house)
        found.houses.append(("".join(places), house))
    found.series += values.get("collection-title", [])
    if "genre" not in values and "container-title" not in values:
        found.books += values.get("title", [])
    for author in values.get("author", []):
        if "," not in author and re.search(
            r"\b(?:of|for|Institute|Association|Ministry|Agency)\b", author
        ):
            found.bodies.append(author)


def made(pool: Pool, chance: random.Random) -> Record:
    """A record: a work as it is, or a likely one of parts that did not stand together."""
    value = chance.random()
    if value < 0.3:  # these shares are those of mixed lists
        return _finished(pool, chance.choice(pool.works), chance)
    if value < 0.55:
        base = chance.choice(pool.articles)
        return _finished(
            pool,
            Record("article", base.title, base.year, _some(pool, chance), [], dict(base.values)),
            chance,
        )
    kind = chance.choice(
        (
            "chapter",
            "chapter",
            "chapter",
            "book",
            "book",
            "book",
            "meeting",
            "meeting",
            "thesis",
            "report",
            "web",
        )
    )
    titles = (
        pool.books
        if kind == "book"
        else [chance.choice(pool.works).title, chance.choice(pool.articles).title]
    )
    record = Record(
        kind, chance.choice(titles), str(chance.randrange(1950, 2026)), _some(pool, chance)
    )
    if kind in {"chapter", "meeting"}:
        record.values["container"] = chance.choice(
            pool.books if kind == "chapter" else pool.meetings
        )
        first = chance.randrange(1, 700)
        record.values["pages"] = f"{first}-{first + chance.randrange(2, 30)}"
        if kind == "chapter" or chance.random() < 0.2:
            record.editors = _some(pool, chance)[:4]
    if kind == "book" and chance.random() < 0.2:
        record.editors, record.authors = record.authors, []
    return _finished(pool, record, chance)


def _some(pool: Pool, chance: random.Random) -> list[Person]:
    if chance.random() < 0.05 and pool.bodies:
        return [Person(chance.choice(pool.bodies))]
    count = chance.choice((1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8))
    return [chance.choice(pool.people) for _ in range(count)]


def _finished(pool: Pool, record: Record, chance: random.Random) -> Record:
    """With the values that its kind has and its source did not give."""
    values = dict(record.values)
    place, house = chance.choice(pool.houses)
    if record.kind == "thesis":
        values.setdefault("genre", chance.choice(_GENRES))
        values["publisher"] = chance.choice(pool.universities)
        values["location"] = place if chance.random() < 0.3 else ""
    elif record.kind == "report":
        values.update(
            genre=chance.choice(_REPORTS),
            number=chance.choice(
                (
                    "",
                    "",
                    str(chance.randrange(1, 3000)),
                    f"{chance.randrange(1990, 2025)}-{chance.randrange(1, 40):02}",
                )
            ),
            publisher=house,
            location=place,
        )
    elif record.kind != "article" and (not values.get("publisher") or chance.random() < 0.6):
        values.update(publisher=house, location=place)
    if record.kind in {"book", "chapter"}:
        values.setdefault("edition", chance.choice(("", "", *_EDITIONS)))
        values.setdefault("volume", chance.choice(("", "1", "2", "II", "12")))
        values.setdefault("series", chance.choice(pool.series) if chance.random() < 0.4 else "")
    if chance.random() < (1.0 if record.kind == "web" else 0.25):
        values["url"] = (
            f"http{chance.choice(('', 's'))}://{chance.choice(_HOSTS)}/{chance.randrange(10**5)}"
            + chance.choice(("", ".html", "/", ".pdf", "?id=7"))
        )
        values["accessed"] = chance.choice(
            (
                "12 May 2019",
                "3 Jan. 2020",
                "March 4, 2018",
                "2017-03-05",
                "15/06/2014",
                "2012, August 3",
                "01.02.2015",
            )
        )
    if record.kind != "article" and chance.random() < 0.7:
        values["doi"] = ""
    return Record(
        record.kind,
        record.title,
        record.year,
        record.authors,
        record.editors,
        values,
        record.language,
    )
