"""How well the grammars read fresh lists in the mixed style of the review's own list.

Renders journal articles of Crossref records (not part of the repository) as the review prints its
references, 24 to a list, and compares what `parse` gives with the records. With `--damage`, each
string is damaged in turn too, and its record compared with that of the undamaged string.

    python -m bench.parse.mixed ../shared/crossref/works.jsonl.gz [--count 2000] [--damage]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ifnlit.parse import parse
from tests.parse.damage import damaged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.model.reference import Reference

_TAG = re.compile(r"<[^<>]{1,60}>")
_CORE = ("author", "title", "container", "year", "volume", "page")
_SHOWN = 3  # authors before "et al."
_RARELY = 0.2  # PubMed prints all authors
_LIST = 24  # references of one list, as in the review


@dataclass(frozen=True, slots=True)
class Item:
    """A printed reference and what it says, by field."""

    raw: str
    gold: dict[str, Any]


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("works", type=Path)
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--damage", action="store_true")
    options.add_argument("--show", type=int, default=0, help="print so many wrong ones")
    options.add_argument("--refs", type=Path, default=Path("refs/references.txt"))
    given = options.parse_args()
    rng = random.Random(7714)  # noqa: S311  # a fixed draw, no secret
    pool = list(works(given.works))
    rng.shuffle(pool)
    measure([rendered(work, rng) for work in pool[: given.count]], given.show)
    if given.damage:
        text = given.refs.read_text(encoding="utf-8")
        damage([line.partition("] ")[2] for line in text.splitlines() if line], given.show)


def works(path: Path) -> Iterator[dict[str, Any]]:
    """Journal articles with authors, title, journal, year, volume and pages."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            work = json.loads(line)
            if (
                work.get("type") == "journal-article"
                and all(work.get(key) for key in ("title", "container-title", "volume", "page"))
                and work.get("author")
                and all(one.get("family") and one.get("given") for one in work["author"])
                and work["issued"]["date-parts"][0][0]
                and "<" not in work["title"][0]
                and "&" not in work["title"][0]
            ):
                yield work


def rendered(work: dict[str, Any], rng: random.Random) -> Item:
    """The work as one of the review's three styles prints it."""
    style = rng.choices(("gbt", "pubmed", "apa"), (19, 4, 1))[0]
    people = work["author"]
    cut = len(people) > _SHOWN and (style != "pubmed" or rng.random() < _RARELY)
    shown = people[:_SHOWN] if cut else people[:12]
    form = rng.choice(("run", "spaced", "run", "full")) if style == "gbt" else style
    names = [_name(one["family"].strip(), one["given"].strip(), form) for one in shown]
    authors = ", ".join(names) + (rng.choice((", et al", ", et al", " et al")) if cut else "")
    authors += "" if authors.endswith(".") else "."
    title = " ".join(_TAG.sub("", work["title"][0]).split()).rstrip(".")
    short = work.get("short-container-title") or work["container-title"]
    container = " ".join(rng.choice((short, work["container-title"]))[0].split())
    container = container.replace("&amp;", "&")
    if rng.choice((True, False)):
        container = container.replace(".", "")
    date = work["issued"]["date-parts"][0]
    volume, issue, page = work["volume"], work.get("issue", ""), work["page"]
    locator = volume + (f"({issue})" if issue else "")
    if style == "gbt":
        gap = rng.choice((" ", ""))
        raw = f"{authors} {title} [J]. {container}, {date[0]}, {locator}:{gap}{page}."
        raw += rng.choice(("", "", "", " (in Chinese)"))
    elif style == "pubmed":
        months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
        when = f"{date[0]}" + (f" {months[date[1] - 1]}" if len(date) > 1 else "")
        when += "".join(f" {day}" for day in date[2:])
        end = "" if title[-1] in "?!" else "."
        raw = f"{authors} {title}{end} {container}, {when}; {locator}:{page}."
    else:
        end = "" if title[-1] in "?!" else "."
        raw = f"{authors} {title}{end} {container}, {date[0]}, {volume}, {page}."
        issue = ""
    return Item(
        raw,
        {
            "author": [one["family"] for one in shown],
            "title": title, "container": container, "year": str(date[0]), "volume": volume,
            "issue": issue, "page": re.split(r"[-–, ]", page)[0], "et-al": str(cut),
        },
    )  # fmt: skip


def _name(family: str, given: str, form: str) -> str:
    initials = [part[0] for part in re.split(r"[\s.-]+", given) if part and part[0].isalpha()]
    if form == "apa":
        return f"{family}, " + " ".join(f"{one}." for one in initials)
    if form == "full" and re.fullmatch(r"[A-Za-z]{2,}(?:-[A-Za-z]+)?", given) and " " not in family:
        return f"{family} {given}"
    return f"{family} " + (" " if form == "spaced" else "").join(initials)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def fields(reference: Reference) -> dict[str, Any]:
    """What a record says, by the fields that are measured."""
    issued = reference.issued
    return {
        "author": [one.full_family for one in reference.author],
        "title": reference.title,
        "container": reference.container_title,
        "year": str(issued.year) if issued else "",
        "volume": reference.volume,
        "issue": reference.issue,
        "page": re.split(r"[-,.]", reference.page)[0] or reference.number,
        "et-al": str(reference.et_al),
    }


def measure(items: list[Item], show: int = 0) -> dict[str, float]:
    """Micro F1, share of records exact in the core, and F1 of each field."""
    hit: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    told: Counter[str] = Counter()
    exact = 0
    began = time.process_time()
    found: list[Reference] = []
    for at in range(0, len(items), _LIST):
        text = "\n".join(item.raw for item in items[at : at + _LIST])
        found.extend(one.reference for one in parse(text, lines=True).items)
    spent = time.process_time() - began
    for item, reference in zip(items, found, strict=True):
        ours = fields(reference)
        wrong: list[str] = []
        for name, value in item.gold.items():
            theirs = _values(value)
            mine = _values(ours[name])
            common = sum((Counter(theirs) & Counter(mine)).values())
            hit[name] += common
            gold[name] += len(theirs)
            told[name] += len(mine)
            if theirs != mine:
                wrong.append(name)
        exact += not set(wrong) & set(_CORE)
        if wrong and show > 0:
            show -= 1
            print(item.raw)
            print("   ", {name: (ours[name], item.gold[name]) for name in wrong})
    micro = 2 * hit.total() / (gold.total() + told.total())
    figures = {name: 2 * hit[name] / max(1, gold[name] + told[name]) for name in gold}
    print(f"{len(items)} references, micro F1 {micro:.4f}, exact core {exact / len(items):.4f}")
    print("  ".join(f"{name} {value:.4f}" for name, value in figures.items()))
    print(f"{len(items) / spent:.0f} references a second")
    return {"micro": micro, "exact": exact / len(items), **figures}


def _values(value: str | list[str]) -> list[str]:
    return [text for text in map(_plain, [value] if isinstance(value, str) else value) if text]


def damage(raws: list[str], show: int = 0) -> dict[str, float]:
    """The share of damaged strings that give the record of the undamaged one, by kind."""
    right: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    whole = [one.reference for one in parse("\n".join(raws), lines=True).items]
    for index, raw in enumerate(raws):
        for kind, text in damaged(raw):
            others = [*raws[:index], text, *raws[index + 1 :]]
            hurt = parse("\n".join(others), lines=True).items[index].reference
            same = _bare(hurt) == _bare(whole[index])
            tried[kind] += 1
            right[kind] += same
            if not same and show > 0:
                show -= 1
                print(kind, "|", text)
                for name, value in _bare(hurt).items():
                    if value != _bare(whole[index])[name]:
                        print("   ", name, "|", value, "|", _bare(whole[index])[name])
    for kind in tried:
        print(f"{kind:24} {right[kind]}/{tried[kind]}")
    share = right.total() / tried.total()
    print(f"damaged: {right.total()} of {tried.total()} give the same record: {share:.4f}")
    return {"damaged": share}


def _bare(reference: Reference) -> dict[str, Any]:
    names = type(reference).__slots__
    return {name: getattr(reference, name) for name in names if name != "origin"}


if __name__ == "__main__":
    main()
