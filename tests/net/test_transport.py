"""One exchange: where it may go, what it carries, and when it is given up."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ifnlit.model.exchange import Outage, Outcome, Request, Response
from ifnlit.net.pace import Allowance
from ifnlit.net.polite import Patience, Polite
from ifnlit.net.transport import Timing, Transport, is_address
from tests.net.test_pace import Clock
from tests.world.answers import Answer
from tests.world.conftest import hurried
from tests.world.faults import FAULTS
from tests.world.server import World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.world.server import Handler

WORK = Request("crossref", "/works/10.5555/ifn.2019.001")
HASTE = Timing(0.3, 0.25, 0.4)


@pytest.fixture
def world() -> Iterator[World]:
    with World() as found:
        yield found


def transport(world: World) -> Transport:
    return Transport(world.bases, "ifnlit/test", HASTE)


@pytest.mark.parametrize(
    ("url", "can"),
    [
        ("https://api.crossref.org", True),
        ("http://127.0.0.1:8080/below", True),
        ("https://", False),
        ("ftp://example.org", False),
        ("https://example.org/?x=1", False),
        ("http://[::1", False),
        ("http://example.org:port", False),
        ("", False),
    ],
)
def test_a_base_address_is_http_and_has_a_host(url: str, can: bool) -> None:
    assert is_address(url) is can


def test_the_proportions_of_time_follow_the_whole() -> None:
    assert Timing.within(15) == Timing()


def test_a_redirect_to_another_service_leaves_keys_behind(world: World) -> None:
    seen: list[str] = []

    def to_datacite(handler: Handler, answer: Answer) -> None:
        del answer
        target = f"{world.bases['datacite']}/dois/10.5678/data.77"
        handler.give(Answer(302, b"", headers={"Location": target}))

    def looked_at(handler: Handler, answer: Answer) -> None:
        seen.append(handler.headers.get("Zotero-API-Key", "none"))
        handler.give(answer)

    world.fail("crossref", to_datacite)
    world.fail("datacite", looked_at)
    request = Request("crossref", "/works/x", headers=(("Zotero-API-Key", "secret"),))
    answer = transport(world).send(request)
    assert isinstance(answer, Response)
    assert (answer.status, answer.moved, seen) == (200, True, ["none"])


def test_a_redirect_may_lead_to_a_host_that_was_allowed(world: World) -> None:
    world.fail("crossref", FAULTS["foreign"])
    allowed = Transport(world.bases, "ifnlit/test", HASTE, also=(world.foreign,))
    allowed.send(WORK)
    assert world.asked("foreign") == [WORK.path]
    refused = transport(world).send(WORK)
    assert isinstance(refused, Outage)
    assert refused.outcome is Outcome.ELSEWHERE
    assert world.asked("foreign") == [WORK.path]


def test_a_certificate_that_is_not_trusted_is_told(world: World) -> None:
    bases = {"crossref": world.bases["crossref"].replace("http:", "https:")}
    answer = Transport(bases, "ifnlit/test").send(WORK)  # reading certificates may take a second
    assert isinstance(answer, Outage)
    assert answer.outcome in {Outcome.UNREACHABLE, Outcome.FOREIGN}


def test_the_proxy_of_the_environment_is_used(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", world.bases["doi"])
    monkeypatch.setenv("no_proxy", "")
    through = Transport({"crossref": "http://api.crossref.invalid"}, "ifnlit/test", HASTE)
    through.send(WORK)
    assert world.asked("doi") == ["http://api.crossref.invalid/works/10.5555/ifn.2019.001"]
    world.refuse("doi")
    monkeypatch.setenv("http_proxy", world.bases["doi"])
    answer = Transport({"crossref": "http://api.crossref.invalid"}, "x", HASTE).send(WORK)
    assert answer == Outage("crossref", Outcome.UNREACHABLE, "the proxy could not be reached")


def test_what_runs_here_is_not_asked_through_a_proxy(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    assert isinstance(transport(world).send(WORK), Response)


def test_the_certificates_of_the_environment_are_used(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "own.pem"))
    assert isinstance(transport(world).send(WORK), Response)  # plain http needs none


def test_a_netrc_is_not_read(world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: list[str] = []

    def looked_at(handler: Handler, answer: Answer) -> None:
        seen.append(handler.headers.get("Authorization", "none"))
        handler.give(answer)

    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    world.fail("crossref", looked_at)
    transport(world).send(WORK)
    assert seen == ["none"]


def test_an_exchange_is_given_up_at_once_when_stopped(world: World) -> None:
    world.fail("crossref", FAULTS["stalled"])
    patient = Transport(world.bases, "ifnlit/test", Timing(5, 5, 5))
    threading.Timer(0.05, patient.stop.set).start()
    began = time.monotonic()
    answer = patient.send(WORK)
    assert answer == Outage("crossref", Outcome.OUT_OF_TIME, "interrupted")
    assert time.monotonic() - began < 2


def polite(world: World, clock: Clock, run: float = 300.0) -> Polite:
    paces = {("crossref", "single"): Allowance(50, 1.0)}
    return Polite(transport(world), paces, Patience(run=run), clock)


def test_a_service_that_was_given_up_is_not_asked_again(world: World) -> None:
    world.fail("crossref", FAULTS["limited"])
    asker = polite(world, Clock())
    answers = asker.ask([WORK, WORK, WORK])
    assert all(isinstance(it, Outage) for it in answers)
    asked = len(world.requests)
    (again,) = asker.ask([WORK])
    assert isinstance(again, Outage)
    assert again.outcome is Outcome.DOWN
    assert len(world.requests) == asked


@pytest.mark.parametrize(("fault", "least"), [("limited-seconds", 1.0), ("limited-date", 0.0)])
def test_retry_after_is_waited_for_in_both_forms(world: World, fault: str, least: float) -> None:
    world.fail("crossref", FAULTS[fault], times=1)
    clock = Clock()
    (answer,) = polite(world, clock).ask([WORK])
    assert isinstance(answer, Response)
    assert sum(clock.slept) >= least


@pytest.mark.parametrize("fault", ["limited-for-a-day", "limited-nonsense"])
def test_a_wait_beyond_reason_is_not_made(world: World, fault: str) -> None:
    world.fail("crossref", FAULTS[fault])
    clock = Clock()
    (answer,) = polite(world, clock).ask([WORK])
    assert isinstance(answer, Outage)
    assert answer.outcome is Outcome.LIMITED
    assert sum(clock.slept) < 30


def test_the_time_for_the_run_ends_all_asking(world: World) -> None:
    clock = Clock()
    asker = polite(world, clock, run=10)
    clock.time += 11
    world.fail("crossref", FAULTS["broken"])
    (answer,) = asker.ask([WORK])
    assert isinstance(answer, Outage)
    assert len(world.requests) <= 1


def test_failures_that_came_right_are_forgiven(world: World) -> None:
    asker = polite(world, Clock())
    for _ in range(60):
        world.fail("crossref", FAULTS["broken"], times=1)
        (answer,) = asker.ask([WORK])
        assert isinstance(answer, Response)


def test_a_request_that_fails_alone_does_not_take_the_service_down(world: World) -> None:
    world.fail("crossref", FAULTS["broken"], only="poison")
    poison = Request("crossref", "/works/10.5555/poison")
    asker = polite(world, Clock())
    bad, worse = asker.ask([poison]) + asker.ask([poison])
    (good,) = asker.ask([WORK])
    assert isinstance(bad, Outage)
    assert isinstance(worse, Outage)
    assert isinstance(good, Response)


def test_a_silent_service_is_waited_for_twice_whoever_waits_in_line(world: World) -> None:
    world.fail("crossref", FAULTS["stalled"])
    answers = hurried(world).ask([WORK] * 5)
    assert all(isinstance(answer, Outage) for answer in answers)
    assert len(world.requests) == 2


def test_json_with_more_lists_than_any_record_has_is_not_unpacked(world: World) -> None:
    world.fail("crossref", _crowded)
    found = transport(world).send(WORK)
    assert isinstance(found, Response)
    assert (found.status, found.data) == (200, None)


def _crowded(handler: Handler, answer: Answer) -> None:
    handler.give(replace(answer, body=b"[" + b",".join([b"[]"] * 200_000) + b"]"))
