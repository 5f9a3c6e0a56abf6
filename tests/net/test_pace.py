"""Rates as the service states them, kept by a clock that a test turns."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import pytest

from ifnlit.model.exchange import Response
from ifnlit.net.pace import Allowance, Pace, SystemClock


@dataclass
class Clock:
    """A clock that moves only when somebody sleeps."""

    time: float = 1000.0
    slept: list[float] = field(default_factory=list[float])

    def now(self) -> float:
        return self.time

    def today(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


def stated(limit: str, interval: str, concurrency: str = "") -> Response:
    headers = (
        ("x-rate-limit-limit", limit),
        ("x-rate-limit-interval", interval),
        ("x-concurrency-limit", concurrency),
    )
    return Response(200, headers=headers)


def passed(pace: Pace, clock: Clock, times: int, answer: Response | None = None) -> list[float]:
    at: list[float] = []
    for _ in range(times):
        assert pace.enter(clock.now() + 1000)
        at.append(clock.now())
        pace.leave(answer or Response(200))
    return at


def test_no_window_holds_more_than_is_allowed() -> None:
    clock = Clock()
    at = passed(Pace(Allowance(3, 1.0), clock), clock, 9)
    assert all(later - earlier > 1.0 for earlier, later in zip(at, at[3:], strict=False))
    assert clock.now() - 1000 < 3.0


def test_the_headers_of_the_first_answer_count_from_the_second_request() -> None:
    clock = Clock()
    pace = Pace(Allowance(1, 1.0), clock)
    passed(pace, clock, 1, stated("10", "1s", "3"))
    assert pace.allowance == Allowance(10, 1.0, 3)
    passed(pace, clock, 8)
    assert clock.slept == []


@pytest.mark.parametrize(
    ("limit", "interval", "concurrency", "allowance"),
    [
        ("50", "60s", "5", Allowance(50, 60.0, 5)),
        ("5000", "500ms", "", Allowance(50, 0.5, 1)),
        ("x", "soon", "-1", Allowance(2, 1.0, 1)),
        ("0", "0s", "0", Allowance(2, 1.0, 1)),
        ("", "1m", "", Allowance(2, 60.0, 1)),
    ],
)
def test_nonsense_in_headers_changes_nothing(
    limit: str, interval: str, concurrency: str, allowance: Allowance
) -> None:
    clock = Clock()
    pace = Pace(Allowance(2, 1.0), clock)
    passed(pace, clock, 1, stated(limit, interval, concurrency))
    assert pace.allowance == allowance


def test_a_limit_that_was_passed_slows_down_for_good() -> None:
    clock = Clock()
    pace = Pace(Allowance(4, 1.0, 3), clock)
    pace.hold(5)
    passed(pace, clock, 1, stated("10", "1s", "3"))
    assert clock.now() >= 1005
    assert pace.allowance == Allowance(4, 2.0, 1)


def test_nobody_waits_beyond_the_deadline() -> None:
    clock = Clock()
    pace = Pace(Allowance(1, 60.0), clock)
    assert pace.enter(clock.now() + 1)
    pace.leave()
    assert not pace.enter(clock.now() + 1)
    assert clock.slept == []


def test_one_request_at_a_time_until_the_limits_are_known() -> None:
    clock = Clock()
    pace = Pace(Allowance(50, 1.0, 4), clock)
    assert pace.enter(clock.now() + 1000)
    entered = threading.Event()

    def second() -> None:
        pace.enter(clock.now() + 1000)
        entered.set()

    threading.Thread(target=second, daemon=True).start()
    assert not entered.wait(0.05)
    pace.leave(stated("50", "1s", "4"))
    assert entered.wait(5)
    assert pace.enter(clock.now() + 1000)  # three at a time are left of four
    assert pace.enter(clock.now() + 1000)
    assert not pace.enter(clock.now() - 1)


def test_the_real_clock_wakes_when_it_is_stopped() -> None:
    stop = threading.Event()
    stop.set()
    clock = SystemClock(stop)
    before = clock.now()
    clock.sleep(60)
    assert clock.now() - before < 5
    assert clock.today() > 1_700_000_000
