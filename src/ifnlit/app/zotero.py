"""Push into Zotero, look at what is there, and bring edits back."""

from __future__ import annotations

import os
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ifnlit.errors import ExitCode, SettingFault, UsageFault, worst
from ifnlit.model.exchange import Outage, Outcome, Request, Response
from ifnlit.push.job import Job, Learnt, Result, Stopped, Trouble
from ifnlit.push.plan import Action
from ifnlit.store import sync

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from ifnlit.model.exchange import Reply
    from ifnlit.model.reference import Reference
    from ifnlit.push.plan import Sent
    from ifnlit.store.config import Setting
    from ifnlit.store.library import Library

    Machine = Generator[Request | Learnt, Reply | None, Result]
    Sender = Callable[[Request], Reply]

DESKTOP = "http://127.0.0.1:23119"
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_KEY_VARIABLES = ("IFNLIT_ZOTERO_KEY", "ZOTERO_API_KEY")
_ATTEMPTS = 4
_LONGEST_WAIT = 120.0  # seconds of Retry-After or Backoff that are waited for
_PASSING_STATUS = frozenset({429, 500, 502, 503, 504})
_PASSING = frozenset({Outcome.TIMEOUT, Outcome.FOREIGN})


@dataclass(frozen=True, slots=True)
class Target:
    """The Zotero that runs here, or with `web` a library on the web, one's own or a group's."""

    web: bool = False
    group: str = ""
    collection: str = ""

    @property
    def name(self) -> str:
        """What its part of the state is called."""
        if not self.web:
            return "desktop"
        return f"web:groups/{self.group}" if self.group else "web"


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push came to."""

    result: Result
    applied: bool
    sent: Mapping[str, Sent] = field(default_factory=dict[str, "Sent"])

    @property
    def exit_code(self) -> ExitCode:
        """1 for conflicts and failures, 2 and 3 for what stopped it, else 0."""
        problem = self.result.problem
        codes = [ExitCode.OK]
        if problem is not None:
            unreached = problem.trouble is Trouble.UNREACHED
            codes.append(ExitCode.UNCHECKED if unreached else ExitCode.USAGE)
        if self.result.failed or any(it.action is Action.CONFLICT for it in self.result.steps):
            codes.append(ExitCode.FINDINGS)
        return worst(*codes)


def push(
    library: Library,
    references: Sequence[Reference],
    target: Target,
    *,
    settings: Mapping[str, Setting],
    apply: bool,
    wait: Callable[[float], None] | None = None,
) -> Pushed:
    """Plan, and with `apply` carry out, a push; what was sent is kept after each batch.

    Raises `UsageFault` where a key is missing, `SettingFault` for an address that is not ours.
    """
    found = sync.sync_files(library.path, str(settings["check.cache"].value))
    targets = sync.read(found)
    sent = targets.setdefault(target.name, {})
    job = Job(tuple(references), target.collection, dict(sent), apply, uuid.uuid4().hex)
    send = _patient(_sender(target, settings), wait or _sleep)

    def keep(learnt: Learnt) -> None:
        if any(sent.get(ref) != one for ref, one in learnt.sent.items()):
            sent.update(learnt.sent)
            sync.write(found, targets)

    return Pushed(_driven(_machine(job, target), send, keep), apply, sent)


def _machine(job: Job, target: Target) -> Machine:
    if target.web:
        from ifnlit.push.web import web

        return web(job, api_key(), target.group)
    from ifnlit.push.desktop import desktop

    return desktop(job)


def api_key() -> str:
    """The key of the web API, from the environment or the keyring; raises `UsageFault`."""
    for name in _KEY_VARIABLES:
        if os.environ.get(name):
            return os.environ[name]
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        found = None
    else:
        try:
            found = keyring.get_password("ifnlit", "zotero")
        except KeyringError:
            found = None
    if not found:
        raise UsageFault(
            "no key for the web library of Zotero",
            hint=f"set {_KEY_VARIABLES[0]}, or keep it: keyring set ifnlit zotero",
        )
    return found


def _driven(machine: Machine, send: Sender, keep: Callable[[Learnt], None]) -> Result:
    reply: Reply | None = None
    try:
        while True:
            event = machine.send(reply)
            if isinstance(event, Learnt):
                keep(event)
                reply = None
            else:
                reply = send(event)
    except StopIteration as stop:
        result: Result = stop.value
        return result
    except Stopped as stopped:
        return Result(None, problem=stopped.problem)


def _sender(target: Target, settings: Mapping[str, Setting]) -> Sender:
    from ifnlit import __version__
    from ifnlit.net.transport import Timing, Transport, is_address

    setting = settings["services.zotero"]
    base = str(setting.value)
    if not target.web and setting.source == "default":
        base = DESKTOP
    if not is_address(base) or not (target.web or _is_here(base)):
        raise SettingFault(
            f'services.zotero is "{base}" ({setting.source})',
            hint=f"the Zotero that runs here is at {DESKTOP}"
            if not target.web
            else "write an address like https://api.zotero.org",
        )
    # A person may take a minute to allow a push in Zotero's window.
    transport = Transport({"zotero": base}, f"ifnlit/{__version__}", Timing(5, 90, 120))
    return transport.send


def _is_here(base: str) -> bool:
    host = urlsplit(base).hostname or ""
    return host in _LOOPBACK or host.startswith("127.")


def _patient(send: Sender, wait: Callable[[float], None]) -> Sender:
    """Sends again what may pass: every request here may be repeated without doubling anything.

    New items carry a write token, changes a version, an import its session.
    """
    from tenacity import RetryCallState, Retrying, stop_after_attempt, wait_exponential_jitter

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
            return reply.outcome in _PASSING and "authorize" not in request.path
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

    def sent(request: Request) -> Reply:
        reply: Reply = retrying(send, request)
        if isinstance(reply, Response):
            asked = _seconds(reply.header("backoff"))
            if asked:
                wait(min(asked, _LONGEST_WAIT))
        return reply

    return sent


def _told_wait(reply: Reply | None) -> float | None:
    return _seconds(reply.header("retry-after")) if isinstance(reply, Response) else None


def _seconds(text: str) -> float | None:
    try:
        found = float(text)
    except ValueError:
        return None
    return found if 0 <= found < float("inf") else None


def _sleep(seconds: float) -> None:
    import time

    time.sleep(seconds)
