"""The trained tagger: a conditional random field over the tokens of a normalised string.

The only door of `pycrfsuite`. The packaged model is loaded when first asked for. What the model
says of a label is its marginal probability; `confidence` makes of it how often that is right.
"""

from __future__ import annotations

import zlib
from functools import cache
from pkgutil import get_data
from typing import TYPE_CHECKING, Protocol, cast

from ifnlit.model.frozen import changed
from ifnlit.parse.calibration import confidence
from ifnlit.parse.features import attributes
from ifnlit.parse.span import Span
from ifnlit.parse.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A string of more tokens is no reference; what follows stays unlabelled, and so is residue.
LONGEST = 400
_CHARACTERS = 4_000
_BEGIN_NONE = frozenset(",;:.)]")
_END_NONE = frozenset(",;:([")
OUTSIDE = "-"  # begins the labels of separators; what follows is the field before
MEMORY = {
    "author": "a", "editor": "e", "title": "t", "container-title": "c", "date": "d", "volume": "v",
    "issue": "v",
}  # fmt: skip

_models: list[bytes] = []  # the library reads them where they are: they have to outlive it


class Model(Protocol):
    """What is used of `pycrfsuite.Tagger`."""

    def open_inmemory(self, value: bytes) -> object: ...

    def set(self, xseq: Sequence[Sequence[bytes]]) -> None: ...

    def tag(self) -> list[str]: ...

    def marginal(self, y: str, pos: int) -> float: ...


class _Library(Protocol):
    """The library itself, which has no types."""

    def Tagger(self) -> Model: ...  # noqa: N802  # its name


class CrfTagger:
    """Labels strings with the packaged model, or with the one given as bytes."""

    def __init__(self, model: bytes | None = None) -> None:
        self._tagger = opened(model) if model is not None else None

    def label(self, texts: Sequence[str]) -> Sequence[tuple[Span, ...]]:
        """The spans of each text, sorted and disjoint; each text is read by itself."""
        if self._tagger is None:
            self._tagger = _own()
        return [_labelled(self._tagger, text) for text in texts]


def _labelled(model: Model, text: str) -> tuple[Span, ...]:
    places = cut(text)
    if not places:
        return ()
    return ordered(
        Span(places[first][0], places[last][1], label, confidence(label, least), "crf")
        for label, first, last, least in read(model, text, places)
    )


def ordered(found: Iterable[Span]) -> tuple[Span, ...]:
    """With the host of a part where it is due: a second title, when there is no container.

    And of two containers the first as the title, when there is none.
    """
    spans = list(found)
    titles = [at for at, span in enumerate(spans) if span.label == "title"]
    hosts = [at for at, span in enumerate(spans) if span.label == "container-title"]
    if len(titles) > 1 and not hosts:
        spans[titles[1]] = changed(spans[titles[1]], label="container-title")
    elif len(hosts) > 1 and not titles:
        spans[hosts[0]] = changed(spans[hosts[0]], label="title")
    return tuple(spans)


def read(
    model: Model, text: str, places: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, int, int, float]]:
    """(label, first token, last token, least marginal of these) of each field of a text."""
    model.set(attributes(text, places))
    for label, start, end in runs(model.tag()):
        first, last = _bare(text, places, start, end)
        if first <= last:
            yield (
                label,
                first,
                last,
                min(model.marginal(label, at) for at in range(first, last + 1)),
            )


def _bare(text: str, places: Sequence[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    """The first and the last token of a field without marks that begin or end none."""
    while first <= last and text[places[first][0]] in _BEGIN_NONE:
        first += 1
    while first <= last and text[places[last][0]] in _END_NONE:
        last -= 1
    return first, last


def runs(labels: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """(label, first, last) of each stretch of one label, separators left out."""
    start = 0
    for at, label in enumerate(labels):
        if at + 1 == len(labels) or labels[at + 1] != label:
            if label[0] != OUTSIDE:
                yield label, start, at
            start = at + 1


def tags(places: Sequence[tuple[int, int]], spans: Sequence[tuple[int, int, str]]) -> list[str]:
    """What the model is taught: the label of each token; separators have the field before."""
    found: list[str] = []
    memory = ""
    index = 0
    for start, end in places:
        while index < len(spans) and spans[index][1] <= start:
            index += 1
        if index < len(spans) and spans[index][0] < end:
            label = spans[index][2]
            memory = MEMORY.get(label, "o")
            found.append(label)
        else:
            found.append(OUTSIDE + memory)
    return found


def cut(text: str) -> list[tuple[int, int]]:
    """Where the tokens of a text stand, as far as a reference goes."""
    found: list[tuple[int, int]] = []
    for token in tokens(text[:_CHARACTERS]):
        found.append(token.span())
        if len(found) == LONGEST:
            break
    return found


@cache
def _own() -> Model:
    return opened(packaged())


def packaged() -> bytes:
    """The model that comes with the package."""
    return zlib.decompress(get_data("ifnlit", "data/parse.model") or b"")


def opened(model: bytes) -> Model:
    """A model given as bytes, ready to label."""
    import pycrfsuite

    library = cast("_Library", pycrfsuite)
    tagger = library.Tagger()
    tagger.open_inmemory(model)
    _models.append(model)
    return tagger
