"""Push into Zotero, look at what is there, and bring edits back."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ifnlit.errors import ExitCode, SettingFault, worst
from ifnlit.push.job import Job, Learnt, Result, Stopped, Trouble
from ifnlit.push.plan import Action
from ifnlit.store import sync

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from ifnlit.model.exchange import Reply, Request
    from ifnlit.model.reference import Reference
    from ifnlit.push.plan import Sent
    from ifnlit.store.config import Setting
    from ifnlit.store.library import Library

    Machine = Generator[Request | Learnt, Reply | None, Result]
    Sender = Callable[[Request], Reply]

DESKTOP = "http://127.0.0.1:23119"
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


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
    from ifnlit.net.patient import patient, sleep

    found = sync.sync_files(library.path, str(settings["check.cache"].value))
    targets = sync.read(found)
    sent = targets.setdefault(target.name, {})
    job = Job(tuple(references), target.collection, dict(sent), apply, uuid.uuid4().hex)
    send = patient(_sender(target, settings), wait or sleep)

    def keep(learnt: Learnt) -> None:
        if any(sent.get(ref) != one for ref, one in learnt.sent.items()):
            sent.update(learnt.sent)
            sync.write(found, targets)

    return Pushed(_driven(_machine(job, target), send, keep), apply, sent)


def _machine(job: Job, target: Target) -> Machine:
    if target.web:
        from ifnlit.push.web import web
        from ifnlit.store.secret import zotero_key

        return web(job, zotero_key(), target.group)
    from ifnlit.push.desktop import desktop

    return desktop(job)


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
