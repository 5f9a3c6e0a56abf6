"""What is asked of a service and what comes back: no socket, no clock, no waiting.

A machine in ring 1 yields `Request`s and is sent a `Reply` for each; `ifnlit.net` carries them.
"""

from __future__ import annotations

from enum import StrEnum

from ifnlit.model.frozen import dataclass

JSON = "application/json"


class Outcome(StrEnum):
    """Why there is no answer to go by."""

    UNREACHABLE = "unreachable"  # no connection, no name, no TLS
    TIMEOUT = "timeout"  # silent, or too slow
    LIMITED = "limited"  # 429 for longer than we wait
    BROKEN = "broken"  # 5xx for longer than we retry
    REFUSED = "refused"  # 401, 403 and the like
    FOREIGN = "foreign"  # an answer, but not the service's: HTML, a truncated body, ...
    TOO_LARGE = "too-large"  # a body beyond any honest one
    ELSEWHERE = "elsewhere"  # a redirect to a host that is not ours to ask
    DOWN = "down"  # not asked: the service failed before in this run
    OUT_OF_TIME = "out-of-time"  # not asked: the time for the whole run is up


@dataclass(frozen=True, slots=True)
class Request:
    """What to ask of `service` (a name of `[services]`): `path` and query below its base address.

    `pool` names a rate limit of its own ("list" and "single" at Crossref). `form` is a media type
    that the answer must have to be the service's: with JSON, a 200 that is no JSON is an `Outage`.
    """

    service: str
    path: str
    pool: str = "single"
    form: str = JSON
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer of the service itself, whatever its status but 429 and 5xx.

    `data` is the decoded body where it is JSON, else `None`. Names of headers are in lower case.
    `moved` says that redirects were followed to get here.
    """

    status: int
    body: str = ""
    data: object = None
    headers: tuple[tuple[str, str], ...] = ()
    moved: bool = False

    def header(self, name: str) -> str:
        """The value of a header, "" when it is absent."""
        return next((value for key, value in self.headers if key == name.lower()), "")


@dataclass(frozen=True, slots=True)
class Outage:
    """No answer: `service` could not say. `reason` is a phrase in our own words, never theirs."""

    service: str
    outcome: Outcome
    reason: str


Reply = Response | Outage


class Interrupted(KeyboardInterrupt):
    """A person's Ctrl-C while several requests were under way; `replies` are what had come."""

    def __init__(self, replies: tuple[Reply, ...]) -> None:
        super().__init__()
        self.replies = replies
