"""A world, and the machine that asks it in a hurry."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ifnlit.app.check import Checked, Options, check
from ifnlit.net.polite import POLITE_PACES, Patience, Polite
from ifnlit.net.transport import Timing, Transport
from ifnlit.store.library import load, locate
from tests.world.server import World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
SPEED = 60  # seconds of the clock for one of ours


class FastClock:
    """Time that runs ahead: waiting costs a sixtieth."""

    def now(self) -> float:
        return time.monotonic() * SPEED

    def today(self) -> float:
        return time.time()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds / SPEED)


def hurried(world: World) -> Polite:
    """The network to a world, with a third of a second for an answer."""
    transport = Transport(world.bases, "ifnlit/test (mailto:t@example.org)", Timing(0.3, 0.25, 0.3))
    return Polite(transport, POLITE_PACES, Patience(), FastClock())


@pytest.fixture
def world() -> Iterator[World]:
    with World() as found:
        yield found


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The made-up references in a folder of their own."""
    path = tmp_path / "refs.yaml"
    path.write_bytes((HERE / "refs.yaml").read_bytes())
    return path


@pytest.fixture
def checked(world: World, library: Path) -> Callable[..., Checked]:
    """`check` on the library against the world."""

    def run(*keys: str, options: Options | None = None, path: Path = library) -> Checked:
        found = load(locate(str(path)))
        return check(found, keys, options or Options(), ask=hurried(world).ask)

    return run
