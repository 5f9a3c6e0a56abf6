"""Push into Zotero, look at what is there, and bring edits back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ifnlit.errors import ExitCode, SettingFault, UsageFault, worst
from ifnlit.push.job import Job, Learnt, Result, Stopped, Trouble
from ifnlit.push.plan import Action
from ifnlit.store import sync

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from ifnlit.model.exchange import Reply, Request
    from ifnlit.model.reference import Reference
    from ifnlit.store.config import Setting
    from ifnlit.store.library import Library

    Machine = Generator[Request | Learnt, Reply | None, Result]
    Sender = Callable[[Request], Reply]

DESKTOP = "http://127.0.0.1:23119"


@dataclass(frozen=True, slots=True)
class Target:
    """The Zotero that runs here, or with `web` a library on the web, one's own or a group's."""

    web: bool = False
    group: str = ""
    collection: str = ""


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push came to."""

    result: Result
    applied: bool

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

    Raises `UsageFault` where a key is missing or given twice, `SettingFault` for an address that
    is not ours.
    """
    from ifnlit.net.patient import patient, sleep

    for ref, count in Counter(one.id for one in references).items():
        if count > 1:
            raise UsageFault(
                f'{count} references have the key "{ref}", under which Zotero is to know one',
                hint="give each its own",
            )
    found = sync.sync_files(library.path, str(settings["check.cache"].value))
    parts = sync.read(found)
    job = Job(tuple(references), target.collection, {**parts}, apply)
    key = _key() if target.web else ""
    send = patient(_sender(target, settings), wait or sleep)

    def keep(learnt: Learnt) -> None:
        sent = parts.get(learnt.library, {})
        if any(sent.get(ref) != one for ref, one in learnt.sent.items()):
            parts[learnt.library] = {**sent, **learnt.sent}
            sync.write(found, parts)

    return Pushed(_hushed(_driven(_machine(job, target, key), send, keep), key), apply)


def _machine(job: Job, target: Target, key: str) -> Machine:
    if target.web:
        from ifnlit.push.web import web

        return web(job, key, target.group)
    from ifnlit.push.desktop import desktop

    return desktop(job)


def _key() -> str:
    from ifnlit.store.secret import zotero_key

    return zotero_key()


def _hushed(result: Result, key: str) -> Result:
    """The result without the key, whatever a server says back."""
    problem = result.problem
    if not key or not (problem or result.failed):
        return result
    return replace(
        result,
        failed=tuple((ref, why.replace(key, "(key)")) for ref, why in result.failed),
        problem=problem and replace(problem, message=problem.message.replace(key, "(key)")),
    )


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
    from ifnlit.net.patient import is_for_a_person
    from ifnlit.net.transport import Timing, Transport

    setting = settings["services.zotero"]
    base = str(setting.value)
    if not target.web and setting.source == "default":
        base = DESKTOP
    hint = _wrong_with(base, target, setting)
    if hint:
        raise SettingFault(f'services.zotero is "{base}" ({setting.source})', hint=hint)

    def transport(timing: Timing) -> Transport:
        return Transport({"zotero": base}, f"ifnlit/{__version__}", timing)

    # A person may take a minute to allow a push in Zotero's window.
    usual, person = transport(Timing(5, 30, 60)), transport(Timing(5, 90, 120))
    return lambda request: (person if is_for_a_person(request) else usual).send(request)


def _wrong_with(base: str, target: Target, setting: Setting) -> str:
    """What to do about an address that nothing should be sent to; "" for a good one."""
    from ifnlit.net.transport import is_address, is_here
    from ifnlit.store.config import SETTINGS

    known = SETTINGS["services.zotero"]
    here = is_address(base) and is_here(urlsplit(base).hostname or "")
    if not target.web:
        return "" if here else f"the Zotero that runs here is at {DESKTOP}"
    if not is_address(base):
        return f"write an address like {known.default}"
    if here or base.rstrip("/") == known.default:
        return ""
    if not base.startswith("https:"):
        return "a key is sent by https only"
    # An ifnlit.toml comes with a folder from anywhere: it must not send the key somewhere else.
    if setting.source == known.variable:
        return ""
    return f"a key is sent to another address only if {known.variable} says so"
