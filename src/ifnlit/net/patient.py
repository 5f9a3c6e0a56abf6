"""Sends a request again where that may help, after the wait that the service asks for.

For services to which every request may be repeated without doubling anything: Zotero, whose new
items carry a write token, changes a version, an import its session. What is asked of many services
in many requests goes through `net.polite`, which also paces and gives up.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tenacity import RetryCallState, Retrying, stop_after_attempt, wait_exponential_jitter

from ifnlit.model.exchange import Outage, Outcome, Reply, Request, Response

if TYPE_CHECKING:
    from collections.abc import Callable

    Sender = Callable[[Request], Reply]

_ATTEMPTS = 4
_LONGEST_WAIT = 120.0  # seconds of Retry-After or Backoff that are waited for
_PASSING_STATUS = frozenset({429, 500, 502, 503, 504})
_PASSING = frozenset({Outcome.TIMEOUT, Outcome.FOREIGN})


def patient(send: Sender, wait: Callable[[float], None]) -> Sender:
    """A sender that tries again what may pass, and heeds `Retry-After` and `Backoff`.

    A request for a person's permission is not repeated after a time-out: it would ask twice.
    """
    usual = wait_exponential_jitter(initial=1, max=8, jitter=1)

    def pause(state: RetryCallState) -> float:
        told = _told_wait(state.outcome.result() if state.outcome else None)
        return usual(state) if told is None else told

    def again(state: RetryCallState) -> bool:
        outcome = state.outcome
        assert outcome is not None  # noqa: S101  # tenacity asks after an attempt
        reply: Reply = outcome.result()
        request: Request = state.args[0]
        if isinstance(reply, Outage):
            return reply.outcome in _PASSING and not is_for_a_person(request)
        if "libraryEditable" in reply.body:  # a 500 that says what is wrong
            return False
        return reply.status in _PASSING_STATUS and (_told_wait(reply) or 0) <= _LONGEST_WAIT

    retrying = Retrying(
        sleep=wait,
        stop=stop_after_attempt(_ATTEMPTS),
        wait=pause,
        retry=again,
        retry_error_callback=lambda state: state.outcome.result() if state.outcome else None,
    )

    rest = 0.0  # seconds that the last answer asked for, before anything new

    def sent(request: Request) -> Reply:
        nonlocal rest
        if rest:
            wait(rest)
        reply: Reply = retrying(send, request)
        asked = _seconds(reply.header("backoff")) if isinstance(reply, Response) else None
        rest = min(asked or 0.0, _LONGEST_WAIT)
        return reply

    return sent


def is_for_a_person(request: Request) -> bool:
    """Whether somebody must answer it in a window: slowly, and once is enough."""
    return request.path.endswith("/authorize")


def _told_wait(reply: Reply | None) -> float | None:
    """What an answer asks to wait before it is tried again; the longer where it says two."""
    if not isinstance(reply, Response):
        return None
    asked = (_seconds(reply.header(name)) for name in ("retry-after", "backoff"))
    return max((seconds for seconds in asked if seconds is not None), default=None)


def _seconds(text: str) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if 0 <= found < float("inf") else None


def sleep(seconds: float) -> None:
    """Wait."""
    time.sleep(seconds)
