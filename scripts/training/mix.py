"""What the model is taught: the labelled files' part, again with other blanks, and rendered records."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.training import chinese, data, gbt, german
from scripts.training.damage import damaged, glued
from scripts.training.records import made, pool
from scripts.training.render import render
from scripts.training.style import style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scripts.training.data import Labelled
    from scripts.training.record import Writer

_GERMAN = re.compile(r"\b(?:und|der|die|das|des|zur|zum|für|eine|einer|im|von|mit)\b")


@dataclass(frozen=True, slots=True)
class Shares:
    """How many strings of each kind."""

    grobid: float = 0.45  # of the file's train part; a quarter has no title
    again: float = 0.8  # of AnyStyle's, once more with blanks cut or with damage
    core: float = 0.8  # of its curated file, yet once more
    english: int = 6500
    german: int = 2400
    chinese: int = 1000
    coded: int = 1000  # English, in GB/T 7714
    damaged: float = 0.3  # of the rendered ones


def mixed(seed: int, *parts: str, shares: Shares | None = None) -> list[Labelled]:
    """The strings of the named parts and those rendered from their records, in an order of chance."""
    shares = shares or Shares()
    chance = random.Random(seed)  # an order, no secret
    rows = [
        one
        for one in data.load(*parts)
        if one.source != "grobid" or chance.random() < shares.grobid
    ]
    rows += [
        _changed(one, chance)
        for one in data.load(*parts, sources=("anystyle-core", "anystyle-good"))
        if chance.random() < shares.again
    ]
    rows += [
        _changed(one, chance)
        for one in data.load(*parts, sources=("anystyle-core",))
        if chance.random() < shares.core
    ]
    for _, found in rendered(seed, shares, *parts):
        rows += found
    chance.shuffle(rows)
    return rows


def rendered(seed: int, shares: Shares, *parts: str) -> Iterator[tuple[str, list[Labelled]]]:
    """The rendered strings of each kind, from records of the named parts."""
    chance = random.Random(seed + 1)  # no secret
    source = pool(*parts)
    titles = _german_titles(*parts)
    kinds: tuple[tuple[str, int, Callable[[], Writer]], ...] = (
        ("english", shares.english, lambda: render(made(source, chance), style(chance, "en"), chance)),
        ("german", shares.german, lambda: render(german.made(chance, titles), style(chance, "de"), chance)),
        ("chinese", shares.chinese, lambda: chinese.rendered(chance)),
        ("coded", shares.coded, lambda: gbt.rendered(made(source, chance), chance)),
    )  # fmt: skip
    for name, count, make in kinds:
        yield name, [_row(name, make(), chance, shares.damaged) for _ in range(count)]


def _row(name: str, out: Writer, chance: random.Random, share: float) -> Labelled:
    text, spans = out.text, tuple(out.spans)
    if chance.random() < share:
        text, spans = damaged(text, spans, chance)
    return data.plain(name, name, text, list(spans))


def _changed(one: Labelled, chance: random.Random) -> Labelled:
    change = glued if chance.random() < 0.7 else damaged  # mostly blanks alone
    text, spans = change(one.text, one.spans, chance)
    return data.plain(one.id, one.source, text, list(spans))


def _german_titles(*parts: str) -> list[str]:
    return [
        one.text[start:end]
        for one in data.load(*parts)
        for start, end, label in one.spans
        if label in {"title", "container-title"} and len(_GERMAN.findall(one.text[start:end])) > 1
    ]
