"""Asks services as they want to be asked: paced, retried with patience, and not when they are down.

A service that fails is asked a few times more, each time after a longer wait with some chance in
it (or after what `Retry-After` says), and then no more in this run: a large library must
not keep knocking at a dead door.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

from tenacity import RetryCallState, Retrying, retry_if_result, wait_exponential, wait_random

from ifnlit.model.exchange import Interrupted, Outage, Outcome, Reply, Request, Response
from ifnlit.net.pace import Allowance, Clock, Pace, SystemClock
from ifnlit.net.transport import Transport, wants_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_ATTEMPTS = 4
_LONGEST_WAIT = 15.0  # seconds of Retry-After that we wait for; beyond, the service counts as out
_PASSING = frozenset(
    {
        Outcome.UNREACHABLE,
        Outcome.TIMEOUT,
        Outcome.BROKEN,
        Outcome.FOREIGN,
        Outcome.LIMITED,
    }
)
# Outcomes that say something of every further request to the service too.
_FINAL = frozenset(
    {
        Outcome.UNREACHABLE,
        Outcome.TIMEOUT,
        Outcome.LIMITED,
        Outcome.REFUSED,
    }
)
# Outcomes that say nothing of how the service does.
_NEUTRAL = frozenset({Outcome.DOWN, Outcome.OUT_OF_TIME, Outcome.TOO_LARGE})
# By content negotiation a page, or a redirect to one, is an answer: there is no record to be had.
_NEGOTIATED = "negotiated"
_FAILURES = 3  # requests in a row, each tried several times, that make a service count as down
_AT_ONCE = 3  # threads; no service that we ask allows more
_TOO_MANY, _SERVER_FAULT = 429, 500
_OK, _NO_CONTENT_ABOVE = 200, 300
_FORBIDDEN = frozenset({401, 402, 403, 407, 451})
_EARLY = frozenset({408, 425})

# What may be asked before the service has said: the lower of the documented figures. Crossref (Dec
# 2025): lists 1 a second, 3 with a mail address; single records 5 and 10. NCBI: 3. DataCite: 1000
# in 5 minutes. doi.org says nothing.
PACES: Mapping[tuple[str, str], Allowance] = {
    ("crossref", "list"): Allowance(1, 1.0),
    ("crossref", "single"): Allowance(5, 1.0),
    ("pubmed", "single"): Allowance(3, 1.0),
    ("datacite", "single"): Allowance(3, 1.0),
}
POLITE_PACES: Mapping[tuple[str, str], Allowance] = {
    **PACES,
    ("crossref", "list"): Allowance(3, 1.0),
}
_USUAL = Allowance(5, 1.0)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What one attempt gave, and the seconds that the service told us to wait, if it did."""

    reply: Reply
    told: float | None = None

    @property
    def may_pass(self) -> bool:
        """Whether asking again may help."""
        return isinstance(self.reply, Outage) and self.reply.outcome in _PASSING


@dataclass(slots=True)
class _Health:
    """How a service does in this run: requests failed in a row, seconds lost on it, and how."""

    failures: int = 0
    lost: float = 0.0
    last: Outage | None = None
    down: Outage | None = None


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds that may be lost on failures of one service and of all, and for the whole run."""

    service: float = 20.0
    all: float = 35.0
    run: float = 300.0


@dataclass(slots=True)
class Polite:
    """Sends requests through `transport`; safe to interrupt at any time."""

    transport: Transport
    paces: Mapping[tuple[str, str], Allowance] = field(default_factory=lambda: PACES)
    patience: Patience = field(default_factory=Patience)
    clock: Clock | None = None
    answered: Callable[[], None] | None = None
    _clock: Clock = field(init=False)
    _end: float = field(init=False)
    _lock: threading.Lock = field(init=False, default_factory=threading.Lock)
    _pace: dict[tuple[str, str], Pace] = field(
        init=False, default_factory=dict[tuple[str, str], Pace]
    )
    _health: dict[tuple[str, str], _Health] = field(
        init=False, default_factory=dict[tuple[str, str], _Health]
    )
    _lost: float = field(init=False, default=0.0)

    def __post_init__(self) -> None:
        self._clock = self.clock or SystemClock(self.transport.stop)
        self._end = self._clock.now() + self.patience.run

    def ask(self, requests: Sequence[Request]) -> tuple[Reply, ...]:
        """A reply for each request, in their order; raises `Interrupted` with what had come."""
        if len(requests) == 1:
            return (self._asked(requests[0]),)
        pool = ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="ifnlit")
        futures = [pool.submit(self._asked, request) for request in requests]
        try:
            return tuple(future.result() for future in futures)
        except BaseException as error:
            self.transport.stop.set()
            pool.shutdown(wait=True, cancel_futures=True)
            if isinstance(error, KeyboardInterrupt):
                raise Interrupted(tuple(map(_had, requests, futures))) from None
            raise
        finally:
            pool.shutdown(wait=True)

    def _asked(self, request: Request) -> Reply:
        retrying = Retrying(
            sleep=self._clock.sleep,
            stop=self._enough,
            wait=_wait,
            retry=retry_if_result(_may_pass),
            retry_error_callback=_attempt,
        )
        attempt: _Attempt = retrying(self._once, request)
        self._note(request, attempt.reply)
        if self.answered is not None:
            self.answered()
        return attempt.reply

    def _once(self, request: Request) -> _Attempt:
        """One attempt, its failure counted against the patience."""
        health = self._health_of(request)
        if health.down is not None:
            return _Attempt(_down(health.down))
        pace = self._pace_of(request)
        if self.transport.stop.is_set() or not pace.enter(self._end):
            reason = "the time for this run is up"
            return _Attempt(Outage(request.service, Outcome.OUT_OF_TIME, reason))
        gone = health.down or (health.last if health.lost >= self.patience.service else None)
        if gone is not None:  # others lost the patience while this one waited for its turn
            pace.leave()
            return _Attempt(_down(gone))
        began = self._clock.now()
        answer: Reply = Outage(request.service, Outcome.OUT_OF_TIME, "interrupted")
        try:
            answer = self.transport.send(request)
        finally:
            pace.leave(answer if isinstance(answer, Response) else None)
        attempt = _Attempt(_judged(request, answer), self._told_wait(answer))
        if isinstance(attempt.reply, Outage):
            self._lose(health, self._clock.now() - began)
            health.last = attempt.reply
            if attempt.reply.outcome is Outcome.LIMITED:
                pace.hold(min(attempt.told or 1.0, _LONGEST_WAIT))
        return attempt

    def _enough(self, state: RetryCallState) -> bool:
        """Whether to give up: tried often enough, too long a wait, patience or time used up."""
        request: Request = state.args[0]
        health = self._health_of(request)
        wait = state.upcoming_sleep
        if (
            state.attempt_number >= _ATTEMPTS
            or wait > _LONGEST_WAIT
            or health.lost + wait > self.patience.service
            or self._lost + wait > self.patience.all
            or self._clock.now() + wait > self._end
            or self.transport.stop.is_set()
        ):
            return True
        self._lose(health, wait)
        return False

    def _lose(self, health: _Health, seconds: float) -> None:
        with self._lock:
            health.lost += seconds
            self._lost += seconds

    def _note(self, request: Request, reply: Reply) -> None:
        """Keep account of how the service does."""
        health = self._health_of(request)
        with self._lock:
            if isinstance(reply, Response):
                health.failures = 0
                self._lost -= health.lost  # what came right in the end is not held against it
                health.lost = 0.0
            elif reply.outcome is Outcome.ELSEWHERE and request.pool == _NEGOTIATED:
                health.failures = 0
            elif reply.outcome not in _NEUTRAL:
                health.failures += 1
                if (
                    reply.outcome in _FINAL
                    or health.failures >= _FAILURES
                    or health.lost >= self.patience.service
                    or self._lost >= self.patience.all
                ):
                    health.down = reply

    def _told_wait(self, reply: Reply) -> float | None:
        """Seconds of `Retry-After`, in either form; `None` when it says nothing usable."""
        if not isinstance(reply, Response):
            return None
        text = reply.header("retry-after").strip()
        if text.isdecimal() and len(text) <= len("999999999"):
            return float(text)
        then = _moment(text)
        if then is None:
            return None
        return max(0.0, then - (_moment(reply.header("date")) or self._clock.today()))

    def _health_of(self, request: Request) -> _Health:
        with self._lock:
            apart = request.pool if request.pool == _NEGOTIATED else ""
            return self._health.setdefault((request.service, apart), _Health())

    def _pace_of(self, request: Request) -> Pace:
        key = (request.service, request.pool)
        with self._lock:
            if key not in self._pace:
                self._pace[key] = Pace(self.paces.get(key, _USUAL), self._clock)
            return self._pace[key]


def _down(before: Outage) -> Outage:
    """The outage of a request that is not made, for the reason of one that was."""
    return Outage(before.service, Outcome.DOWN, before.reason)


def _had(request: Request, future: Future[Reply]) -> Reply:
    """The reply of an exchange that is over, or was given up."""
    if future.cancelled() or future.exception() is not None:
        return Outage(request.service, Outcome.OUT_OF_TIME, "interrupted")
    return future.result()


def _judged(request: Request, reply: Reply) -> Reply:
    """An answer that is not the service's, or none to go by, as an `Outage`."""
    if isinstance(reply, Outage):
        return reply
    service, status = request.service, reply.status
    if status == _TOO_MANY:
        return Outage(service, Outcome.LIMITED, "it answers that it is asked too often (429)")
    if status >= _SERVER_FAULT or status in _EARLY:
        return Outage(service, Outcome.BROKEN, f"it is out of order (status {status})")
    if status in _FORBIDDEN:
        return Outage(service, Outcome.REFUSED, f"it refuses to answer (status {status})")
    is_page = _OK <= status < _NO_CONTENT_ABOVE and wants_json(request) and reply.data is None
    if is_page and request.pool != _NEGOTIATED:
        return Outage(service, Outcome.FOREIGN, "what came back is not its JSON")
    return reply


def _attempt(state: RetryCallState) -> _Attempt:
    outcome = state.outcome
    assert outcome is not None  # noqa: S101  # tenacity asks after an attempt
    attempt: _Attempt = outcome.result()
    return attempt


def _may_pass(attempt: _Attempt) -> bool:
    return attempt.may_pass


def _wait(state: RetryCallState) -> float:
    """Seconds until the next attempt: as told, else longer each time with some chance in it."""
    attempt = _attempt(state)
    if attempt.told is not None:
        return attempt.told
    limited = isinstance(attempt.reply, Outage) and attempt.reply.outcome is Outcome.LIMITED
    growing = wait_exponential(multiplier=1.0 if limited else 0.4, max=8)
    return growing(state) + wait_random(0, 0.4)(state)


def _moment(text: str) -> float | None:
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
