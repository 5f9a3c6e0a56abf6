"""How fast a service may be asked: rate and concurrency as its own headers state them."""

from __future__ import annotations

import re
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from pyrate_limiter import InMemoryBucket, Rate, RateItem

if TYPE_CHECKING:
    from ifnlit.model.exchange import Response

_UNITS = {"": 1, "ms": 0.001, "s": 1, "m": 60, "h": 3600}
_INTERVAL = re.compile(r"(\d{1,6})\s*(ms|s|m|h|)")
# Two requests sent a second apart may arrive closer together than that.
_JITTER = 0.2  # seconds
_MOST = 50  # requests an interval; Crossref's own limit of the years before 2025


class Clock(Protocol):
    """Time as the polite part sees it, so that a test need not wait."""

    def now(self) -> float: ...

    def today(self) -> float: ...

    def sleep(self, seconds: float) -> None: ...


class SystemClock:
    """The real time; `sleep` ends early once `stop` is set."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop

    def now(self) -> float:
        """Seconds that only go forward."""
        return time.monotonic()

    def today(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Wait, or until interrupted."""
        self._stop.wait(seconds)


@dataclass(frozen=True, slots=True)
class Allowance:
    """`limit` requests in `interval` seconds, `concurrency` at the same time."""

    limit: int
    interval: float
    concurrency: int = 1


class Pace:
    """The gate before one pool of a service.

    Until the first answer has told the limits, one request at a time goes through.
    """

    def __init__(self, allowance: Allowance, clock: Clock) -> None:
        self._allowance = allowance
        self._clock = clock
        self._bucket = self._new_bucket()
        self._inside = 0
        self._known = False
        self._held_until = 0.0
        self._gate = threading.Condition()

    @property
    def allowance(self) -> Allowance:
        """What is allowed, as far as the service has told."""
        return self._allowance

    def enter(self, deadline: float) -> bool:
        """Wait for one's turn; False when it would come after `deadline`. Then call `leave`."""
        with self._gate:
            while self._inside >= self._at_once():
                if self._clock.now() >= deadline or not self._gate.wait(1.0):
                    if self._clock.now() >= deadline:
                        return False
                    continue
            self._inside += 1
        while (wait := self._wait()) > 0:
            if self._clock.now() + wait > deadline:
                self.leave()
                return False
            self._clock.sleep(wait)
        return True

    def leave(self, response: Response | None = None) -> None:
        """Make room for the next one, and take in what the answer says of the limits."""
        with self._gate:
            self._inside -= 1
            if response is not None:
                self._learn(response)
            self._gate.notify_all()

    def hold(self, seconds: float) -> None:
        """Let nobody through for so long, and half as fast from then on: the limit was passed."""
        with self._gate:
            self._held_until = max(self._held_until, self._clock.now() + seconds)
            old = self._allowance
            self._allowance = Allowance(old.limit, old.interval * 2, 1)
            self._renew()

    def _at_once(self) -> int:
        # One below what is allowed: the service may count a request for a moment longer than we.
        return max(1, self._allowance.concurrency - 1) if self._known else 1

    def _wait(self) -> float:
        """Seconds to wait before the turn, 0 when it is taken now."""
        with self._gate:
            now = self._clock.now()
            if now < self._held_until:
                return self._held_until - now
            item = RateItem("request", int(now * 1000))
            if self._bucket.put(item):
                return 0.0
            return max(self._oldest() / 1000 + self._window() - now, 0.01)

    def _oldest(self) -> int:
        item = self._bucket.peek(self._allowance.limit - 1)
        return item.timestamp if item is not None else 0

    def _window(self) -> float:
        return self._allowance.interval + _JITTER

    def _learn(self, response: Response) -> None:
        self._known = True
        limit = _number(response.header("x-rate-limit-limit"))
        interval = _seconds(response.header("x-rate-limit-interval"))
        concurrency = _number(response.header("x-concurrency-limit"))
        old = self._allowance
        new = Allowance(
            min(limit or old.limit, _MOST),
            interval or old.interval,
            concurrency or old.concurrency,
        )
        if new != old and not self._held_until:
            self._allowance = new
            self._renew()

    def _renew(self) -> None:
        items = self._bucket.items
        self._bucket = self._new_bucket()
        self._bucket.items.extend(items)

    def _new_bucket(self) -> InMemoryBucket:
        window = int(self._window() * 1000) + 1
        return InMemoryBucket([Rate(self._allowance.limit, window)])


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"[1-9]\d{0,5}", text.strip()) else 0


def _seconds(text: str) -> float:
    found = _INTERVAL.fullmatch(text.strip())
    return int(found[1]) * _UNITS[found[2]] if found else 0.0
