"""Labelled strings into a model: token labels, the optimiser, the marginals of what it finds."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

import pycrfsuite

from ifnlit.parse.crf import cut, tags
from ifnlit.parse.features import attributes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scripts.training.data import Labelled


@dataclass(frozen=True, slots=True)
class Settings:
    """What the optimiser is told (L-BFGS; `c1` thins the model out, `c2` keeps weights small)."""

    iterations: int = 100
    c1: float = 0.09
    c2: float = 0.02
    least: int = 2  # times that an attribute stands in the data


class _Trainer(Protocol):
    """What is used of `pycrfsuite.Trainer`."""

    def select(self, algorithm: str) -> None: ...

    def set_params(self, params: Mapping[str, float]) -> None: ...

    def append(self, xseq: Sequence[Sequence[bytes]], yseq: Sequence[str]) -> None: ...

    def train(self, model: str) -> None: ...


class _Library(Protocol):
    """The library itself, which has no types."""

    def Trainer(self, *, verbose: bool) -> _Trainer: ...  # noqa: N802  # its name


def trained(rows: Sequence[Labelled], settings: Settings) -> bytes:
    """The model of labelled strings; the same for the same strings in the same order."""
    trainer = cast("_Library", pycrfsuite).Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params(
        {
            "max_iterations": settings.iterations,
            "c1": settings.c1,
            "c2": settings.c2,
            "feature.minfreq": settings.least,
        }
    )
    for row in rows:
        places = cut(row.text)
        if places:
            trainer.append(attributes(row.text, places), tags(places, row.spans))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()
