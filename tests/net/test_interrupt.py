"""Ctrl-C while several requests are under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ifnlit.app.evidence import driven
from ifnlit.model.exchange import Interrupted, Outage, Outcome, Reply, Request, Response
from ifnlit.model.verdict import Settled, Unlisted
from ifnlit.net.polite import Polite
from ifnlit.net.transport import Transport
from ifnlit.resolve.run import Ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ifnlit.resolve.run import Machine

FIRST, SECOND = Request("doi", "/a"), Request("doi", "/b")
CAME = Response(200, "{}", {})
GIVEN_UP = Outage("doi", Outcome.OUT_OF_TIME, "interrupted")


class Stopped(Transport):
    """Answers one request; a person gives up during the other."""

    def send(self, request: Request) -> Response | Outage:
        if request == SECOND:
            raise KeyboardInterrupt
        return CAME


def test_what_had_come_is_handed_over() -> None:
    polite = Polite(Stopped({"doi": "http://127.0.0.1:9"}, "t"))
    with pytest.raises(Interrupted) as found:
        polite.ask((FIRST, SECOND))
    assert found.value.replies == (CAME, GIVEN_UP)
    assert polite.transport.stop.is_set()


@pytest.mark.parametrize("goes_on", [True, False])
def test_what_had_come_is_settled_before_the_run_ends(goes_on: bool) -> None:
    asked: list[Sequence[Request]] = []

    def machine() -> Machine:
        replies = yield Ask((FIRST, SECOND))
        for at, reply in enumerate(replies):
            if isinstance(reply, Response):
                yield Settled(f"k{at}", Unlisted("none", ()))
        if goes_on:
            yield Ask((FIRST,))

    def ask(requests: Sequence[Request]) -> tuple[Reply, ...]:
        asked.append(requests)
        raise Interrupted((CAME, GIVEN_UP))

    kept: list[str] = []
    with pytest.raises(Interrupted):
        driven(machine(), ask, lambda one: kept.append(one.key))
    assert kept == ["k0"]
    assert len(asked) == 1
