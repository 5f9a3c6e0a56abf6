"""What may pass is asked for again, as often and as late as the service says."""

from __future__ import annotations

import pytest

from ifnlit.model.exchange import Outage, Outcome, Reply, Request, Response
from ifnlit.net.patient import patient, sleep

ASK = Request("zotero", "/items")
TIMEOUT = Outage("zotero", Outcome.TIMEOUT, "it did not answer within 9 s")
DONE = Response(200, "{}")


def asked(request: Request, *replies: Reply) -> tuple[list[Reply], list[float], int]:
    """What `request` gets while `replies` last, the waits, and how often was asked."""
    left, waits, seen = list(replies), list[float](), list[Request]()

    def send(one: Request) -> Reply:
        seen.append(one)
        return left.pop(0)

    sender = patient(send, waits.append)
    got: list[Reply] = []
    while left:
        got.append(sender(request))
    return got, waits, len(seen)


@pytest.mark.parametrize(
    "passing",
    [TIMEOUT, Outage("zotero", Outcome.FOREIGN, "it broke off"), Response(502), Response(429)],
)
def test_what_may_pass_is_asked_for_again(passing: Reply) -> None:
    got, waits, times = asked(ASK, passing, DONE)
    assert (got, len(waits), times) == ([DONE], 1, 2)
    assert 0 < waits[0] < 5


@pytest.mark.parametrize(
    "lasting",
    [
        Response(412),
        Response(403),
        Response(500, '{"libraryEditable":false}'),
        Response(429, "", None, (("retry-after", "9999"),)),
        Outage("zotero", Outcome.UNREACHABLE, "it could not be connected to"),
        Outage("zotero", Outcome.ELSEWHERE, "it redirects to a host that is not its own"),
    ],
)
def test_what_will_not_pass_is_asked_for_once(lasting: Reply) -> None:
    assert asked(ASK, lasting) == ([lasting], [], 1)


def test_a_persons_answer_is_not_asked_for_twice() -> None:
    assert asked(Request("zotero", "/api/local/authorize"), TIMEOUT) == ([TIMEOUT], [], 1)


def test_four_times_are_enough() -> None:
    got, waits, times = asked(ASK, *[TIMEOUT] * 4)
    assert (got, len(waits), times) == ([TIMEOUT], 3, 4)


@pytest.mark.parametrize("told", ["soon", "-5", "inf", "nan"])
def test_a_wait_that_is_no_number_of_seconds_is_ours(told: str) -> None:
    got, waits, _ = asked(ASK, Response(503, "", None, (("retry-after", told),)), DONE)
    assert got == [DONE]
    assert 0 < waits[0] < 5


def test_a_rest_is_kept_before_the_next_request_alone() -> None:
    resting = Response(200, "{}", None, (("backoff", "500"),))
    assert asked(ASK, resting, DONE, DONE) == ([resting, DONE, DONE], [120.0], 3)


def test_no_time_is_no_wait() -> None:
    sleep(0)
