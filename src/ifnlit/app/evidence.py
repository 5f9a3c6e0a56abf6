"""The door to the services for commands that check: settings, the network, or none at all."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ifnlit.errors import SettingFault
from ifnlit.model.date import Date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ifnlit.model.exchange import Reply, Request
    from ifnlit.model.verdict import Settled
    from ifnlit.net.polite import Polite
    from ifnlit.resolve.machine import Machine, Terms
    from ifnlit.store.config import Setting

    Asker = Callable[[Sequence[Request]], tuple[Reply, ...]]

_MAILTO = re.compile(r"[^\s@<>()\[\],;:\"\\]+@[^\s@<>()\[\],;:\"\\]+")
# Of the seconds that one answer may take: what may be lost on one service, and on all of them.
_LOST_ON_ONE, _LOST_ON_ALL = 4 / 3, 7 / 3


def today() -> Date:
    """The day, by the clock of this machine in UTC."""
    now = time.gmtime()
    return Date(now.tm_year, now.tm_mon, now.tm_mday)


@dataclass(slots=True)
class Inquiry:
    """What one run asks with: settings, the day, and one network for all of its questions.

    The network knows how fast each service may be asked and which is down; a second one would
    have to learn that anew. It is set up with the first question. `ask` stands in for it.
    """

    settings: Mapping[str, Setting]
    mailto: str = ""
    ask: Asker | None = None
    day: Date = field(default_factory=today)

    @property
    def terms(self) -> Terms:
        """What the machines are given; raises `SettingFault`."""
        return terms(self.settings, self.day, self.mailto)

    def run(self, machine: Machine, keep: Callable[[Settled], None]) -> None:
        """Run a machine to its end; raises `SettingFault`."""
        if self.ask is None:
            self.ask = network(self.settings, self.mailto).ask
        driven(machine, self.ask, keep)


def terms(settings: Mapping[str, Setting], day: Date, mailto: str = "") -> Terms:
    """What the machines are given; raises `SettingFault` for an address that is none."""
    from ifnlit.match.compare import compare
    from ifnlit.match.verdict import choose, judge
    from ifnlit.resolve.machine import Terms
    from ifnlit.sources.crossref import ROOM

    base = str(settings["services.crossref"].value)
    below = base.partition("://")[2].partition("/")[2].strip("/")
    room = ROOM - len(below.encode()) - 1
    return Terms(day, _mailto(settings, mailto), compare, judge, choose, room)


def network(settings: Mapping[str, Setting], mailto: str = "") -> Polite:
    """The polite way to the services that the settings name; raises `SettingFault`."""
    from ifnlit import __version__
    from ifnlit.net.polite import PACES, POLITE_PACES, Patience, Polite
    from ifnlit.net.transport import Timing, Transport, is_address
    from ifnlit.sources import SOURCES

    bases: dict[str, str] = {}
    for name in SOURCES:
        setting = settings[f"services.{name}"]
        bases[name] = str(setting.value)
        if not is_address(bases[name]):
            raise SettingFault(
                f'the address of {name} is "{bases[name]}" (from {setting.source})',
                hint="write one like https://api.crossref.org",
            )
    address = _mailto(settings, mailto)
    agent = f"ifnlit/{__version__}" + (f" (mailto:{address})" if address else "")
    seconds = float(str(settings["check.timeout"].value))
    patience = Patience(
        seconds * _LOST_ON_ONE,
        seconds * _LOST_ON_ALL,
        float(str(settings["check.time-limit"].value)),
    )
    also = settings["check.negotiation"].value
    transport = Transport(
        bases, agent, Timing.within(seconds), also if isinstance(also, tuple) else ()
    )
    return Polite(transport, POLITE_PACES if address else PACES, patience)


def no_network(reason: str) -> Asker:
    """Answers every question with `reason`, asking nobody: no service is at fault."""
    from ifnlit.model.exchange import Outage, Outcome

    def ask(requests: Sequence[Request]) -> tuple[Reply, ...]:
        return (Outage("", Outcome.DOWN, reason),) * len(requests)

    return ask


def driven(machine: Machine, ask: Asker, keep: Callable[[Settled], None]) -> None:
    """Run a machine to its end; `keep` is told of each reference as soon as it is settled.

    When it is interrupted, what the replies that had come settle is kept first.
    """
    from ifnlit.model.exchange import Interrupted
    from ifnlit.resolve.machine import Ask

    replies: tuple[Reply, ...] = ()
    interrupted: Interrupted | None = None
    step = next(machine, None)
    while step is not None:
        if isinstance(step, Ask):
            if interrupted is not None:
                raise interrupted
            try:
                replies = ask(step.requests)
            except Interrupted as stopped:
                interrupted, replies = stopped, stopped.replies
        else:
            keep(step)
        try:
            step = machine.send(replies)
        except StopIteration:
            break
    if interrupted is not None:
        raise interrupted


def _mailto(settings: Mapping[str, Setting], option: str) -> str:
    """The contact, checked: it goes into a header."""
    setting = settings["check.mailto"]
    address = (option or str(setting.value)).strip()
    if address and not _MAILTO.fullmatch(address):
        source = "--mailto" if option else setting.source
        raise SettingFault(
            f"{source} is {address!r}", hint="write a mail address, like librarian@example.org"
        )
    return address
