"""What the stages of a machine share: its terms, asking in waves, and the count of misfits."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from ifnlit.model.evidence import Bearing
from ifnlit.model.exchange import Outage, Outcome, Reply, Request, Response
from ifnlit.model.verdict import Evidence, Settled
from ifnlit.sources.decode import Misfit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ifnlit.model.date import Date
    from ifnlit.model.evidence import Choice, Comparison, Difference, Judgement, Record
    from ifnlit.model.reference import Reference

T = TypeVar("T")
R = TypeVar("R")

# Requests given to the driver at once: few enough that a service which answers nonsense is not
# asked many times more, enough to keep what it allows at the same time busy.
WAVE = 5
# Answers in a row that are not in the documented form: then the service counts as out.
_MISFITS = 3


@dataclass(frozen=True, slots=True)
class Ask:
    """Requests to be carried; the machine wants a reply for each, in their order."""

    requests: tuple[Request, ...]


Step = Ask | Settled
Replies = tuple[Reply, ...]
Machine = Generator[Step, Replies, None]
Stage = Generator[Step, Replies, R]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a run is given: the day, the contact, and the matcher.

    `room` is how many bytes of path and query a request to Crossref may have.
    """

    today: Date
    mailto: str
    compare: Callable[[Reference, Record], Comparison]
    judge: Callable[[Reference, Comparison], Judgement]
    choose: Callable[[Reference, tuple[Comparison, ...]], Choice]
    room: int = 3_950


@dataclass(slots=True)
class Run:
    """One run of a machine: terms, and how many answers of each service were no use in a row."""

    terms: Terms
    _misfits: dict[str, int] = field(default_factory=dict[str, int])

    def ask(
        self, requests: Sequence[Request], read: Callable[[Response], T]
    ) -> Stage[tuple[T | Outage, ...]]:
        """What `read` makes of each answer; an `Outage` where there is none or `read` raises."""
        found: list[T | Outage] = []
        for start in range(0, len(requests), WAVE):
            wave = tuple(requests[start : start + WAVE])
            outages = [self._out(request.service) for request in wave]
            if all(outages):
                found.extend(outage for outage in outages if outage is not None)
                continue
            replies = yield Ask(wave)
            found.extend(
                self._read(request, reply, read)
                for request, reply in zip(wave, replies, strict=True)
            )
        return tuple(found)

    def evidence(
        self,
        request: str,
        source: str,
        status: int,
        says: str,
        comparison: Comparison | None = None,
    ) -> Evidence:
        """A piece of evidence of today."""
        from ifnlit.resolve.record import fields

        record = fields(comparison.record) if comparison is not None else ()
        compared = said(comparison) if comparison is not None else ()
        return Evidence(source, request, self.terms.today, status, says, record, compared)

    def _read(self, request: Request, reply: Reply, read: Callable[[Response], T]) -> T | Outage:
        if isinstance(reply, Outage):
            return reply
        try:
            value = read(reply)
        except Misfit:
            self._misfits[request.service] = self._misfits.get(request.service, 0) + 1
            return _misfit(request.service)
        self._misfits[request.service] = 0
        return value

    def _out(self, service: str) -> Outage | None:
        return _misfit(service) if self._misfits.get(service, 0) >= _MISFITS else None


def said(comparison: Comparison) -> tuple[Difference, ...]:
    """The fields that say something, which evidence keeps."""
    return tuple(it for it in comparison.fields if it.bearing is not Bearing.SILENT)


def _misfit(service: str) -> Outage:
    return Outage(service, Outcome.FOREIGN, "its answer is not in the form that it documents")
