"""The packaged word lists: names, places, publishers and journals, from public metadata alone.

Words come from Crossref's works (their train part; Crossref asserts no ownership of metadata) and,
for places, from imprints in the labelled files' train part. What stands in few works is left out,
so that a record rendered from a work does not find itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from ifnlit.parse.normal import normal
from scripts.training import german
from scripts.training.data import load
from scripts.training.given import KNOWN
from scripts.training.records import clean, works

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]{2,}")
_CAPITAL = re.compile(r"[A-Z]\w*")
_KEY = re.compile(r"[^\W_]+")
_ENOUGH = {"F": 2, "G": 2, "J": 8, "P": 2, "H": 2}
_SHARE = 0.15  # of the uses of a word, for it to be of a class
_FIRST = re.compile(r"^[^\W\d_]{3,}")
_INVERTED = re.compile(r"(?:^|(?<=[;&/] )|(?<=and ))([^\W\d_]{3,}), ([^\W\d_a-z][^\W\d_A-Z]{2,})\b")
_HAN = "\u2e80"  # where scripts without capitals begin
_SHORTEST = 3
_NAMED = 2  # references that name a journal
_LONGEST = 8  # words of a journal's name


def words() -> str:
    """A line for each set of classes: its letters, then the words."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for work in works("train"):
        for person in (*work.get("author", ()), *work.get("editor", ())):
            _count(counts["F"], [person.get("family", "")])
            _count(counts["G"], [person.get("given", "")])
        _count(counts["J"], work.get("container-title") or [])
        _count(counts["T"], (_CAPITAL.sub("", str(title)) for title in work.get("title") or ()))
        _count(counts["H"], [work.get("publisher", "")])
        _count(counts["P"], [work.get("publisher-location", "")])
    for one in load("train", sources=("anystyle-core", "anystyle-good")):
        for start, end, label in one.spans:
            if label in {"location", "publisher"}:
                _count(counts["P" if label == "location" else "H"], [one.text[start:end]])
    total = Counter[str]()
    for counter in counts.values():
        total.update(counter)
    found: dict[str, list[str]] = defaultdict(list)
    for word, uses in total.items():
        letters = "".join(
            letter
            for letter, least in _ENOUGH.items()
            if counts[letter][word] >= least and counts[letter][word] >= _SHARE * uses
        )
        if letters:
            found[letters].append(word)
    return "".join(f"{letters} {' '.join(sorted(found[letters]))}\n" for letters in sorted(found))


def journals() -> str:
    """The names of journals as lower-case words, one a line."""
    counts: Counter[str] = Counter()
    for work in works("train"):
        if work["type"] == "journal-article":
            titles = {
                *(work.get("container-title") or ()),
                *(work.get("short-container-title") or ()),
            }
            counts.update({key(clean(title)) for title in titles})
        counts.update(
            {
                key(clean(one["journal-title"]))
                for one in work.get("reference", ())
                if "journal-title" in one
            }
        )
    return "".join(
        f"{name}\n"
        for name, count in sorted(counts.items())
        if count >= _NAMED and name and name.count(" ") < _LONGEST and not name.isdigit()
    )


def given_names() -> str:
    """Given names, one a line: words that stand there at least twice as often as as a family name."""
    given, family = Counter[str](), Counter[str]()
    for work in works("train", "test"):
        for person in (*work.get("author", ()), *work.get("editor", ())):
            _count(family, [person.get("family", "")])
            _count(given, [" ".join(_FIRST.findall(person.get("given", "")))])
    for one in load("train", sources=("anystyle-core", "anystyle-good", "grobid")):
        for start, end, label in one.spans:
            if label in {"author", "editor"}:
                for named in _INVERTED.finditer(one.text, start, end):
                    _count(family, [named[1]])
                    _count(given, [named[2]])
    known = {name.lower() for name in (*german.GIVENS, *KNOWN)}
    known |= {name for name, count in given.items() if count > 2 * family[name]}
    return "".join(f"{name}\n" for name in sorted(known) if len(name) >= _SHORTEST and name < _HAN)


def key(name: str) -> str:
    """A journal's name as the tagger looks it up."""
    return " ".join(_KEY.findall(normal(name).text.lower()))


def _count(counter: Counter[str], texts: Iterable[str]) -> None:
    for text in texts:
        counter.update({word.lower() for word in _WORD.findall(normal(text).text)})
