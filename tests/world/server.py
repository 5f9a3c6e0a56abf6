"""A made-up Crossref, doi.org, DataCite and PubMed on 127.0.0.1, which hold one to their limits.

By hand: `python -m tests.world.server` prints the addresses to set and serves until interrupted;
`make demo-check` runs `ifnlit check` against it.
"""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections import Counter, deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Self

from tests.world.answers import Answer, Knowledge

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import TracebackType

    from tests.world.faults import Fault

SERVICES = ("crossref", "doi", "datacite", "pubmed")
# As Crossref states since December 2025: requests a second, and at the same time.
LIMITS = {
    ("list", False): (1, 1),
    ("list", True): (3, 3),
    ("single", False): (5, 1),
    ("single", True): (10, 3),
}


class Handler(BaseHTTPRequestHandler):
    """One request to one of the services."""

    protocol_version = "HTTP/1.1"
    world: World
    service: str

    def do_GET(self) -> None:  # the name that http.server calls
        """Count it, hold it to the limits, and answer or fail as the world says."""
        world = self.world
        world.requests.append((self.service, self.path))
        agent = self.headers.get("User-Agent", "")
        world.agents.append(agent)
        is_polite = "mailto=" in self.path or "mailto:" in agent
        pool = Pool("list" if self.path.startswith("/works?") else "single", is_polite)
        limits = world.held_to_limits(pool) if self.service == "crossref" else _free()
        with limits as is_allowed:
            if not is_allowed:
                self.give(Answer(429, b"", "text/html"))
                return
            accept = self.headers.get("Accept", "")
            answer = world.knowledge.answer(self.service, self.path, accept)
            if self.service == "crossref":
                answer.headers |= pool.headers
            fault = world.fault(self.service, self.path)
            with contextlib.suppress(OSError):
                if fault is not None:
                    fault(self, answer)
                else:
                    self.give(answer)

    def head(self, status: int, headers: dict[str, str]) -> None:
        """Write a status line and headers."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def give(self, answer: Answer) -> None:
        """Write a whole answer."""
        length = {} if answer.status == 204 else {"Content-Length": str(len(answer.body))}
        self.head(answer.status, {"Content-Type": answer.kind, **length, **answer.headers})
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as http.server has it
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news here."""


@dataclass(slots=True)
class World:
    """The services; `faults` by service: what goes wrong, and how many times (-1 for ever).

    `requests` are all that were made, `refused` how many of them passed a limit. `only` restricts
    a fault to paths that hold this text.
    """

    knowledge: Knowledge = field(default_factory=Knowledge)
    is_strict: bool = False
    requests: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    agents: list[str] = field(default_factory=list[str])
    refused: int = 0
    bases: dict[str, str] = field(default_factory=dict[str, str])
    foreign: str = ""
    closing: threading.Event = field(default_factory=threading.Event)
    _faults: dict[str, tuple[Fault, int, str]] = field(
        default_factory=dict[str, "tuple[Fault, int, str]"]
    )
    _servers: list[_Server] = field(default_factory=list[_Server])
    _times: dict[str, deque[float]] = field(default_factory=dict[str, "deque[float]"])
    _inside: Counter[str] = field(default_factory=Counter[str])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __enter__(self) -> Self:
        for service in (*SERVICES, "foreign"):
            server = _Server(("127.0.0.1", 0), _bound(self, service))
            self._servers.append(server)
            # The poll is how long closing takes.
            threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}"
            if service == "foreign":
                self.foreign = address
            else:
                self.bases[service] = address
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.closing.set()
        for server in self._servers:
            server.shutdown()
            server.server_close()

    @property
    def environment(self) -> dict[str, str]:
        """The variables that lead ifnlit here."""
        return {f"IFNLIT_{name.upper()}_URL": base for name, base in self.bases.items()}

    def asked(self, service: str) -> list[str]:
        """The paths that a service was asked for."""
        return [path for name, path in self.requests if name == service]

    def fail(self, service: str, fault: Fault, times: int = -1, only: str = "") -> None:
        """Let `fault` happen to the next requests to a service, for ever by default."""
        self._faults[service] = (fault, times, only)

    def refuse(self, service: str) -> None:
        """Let nobody listen where the service was."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.bases[service] = f"http://127.0.0.1:{free.getsockname()[1]}"

    def fault(self, service: str, path: str) -> Fault | None:
        """What goes wrong with this request."""
        with self._lock:
            fault, times, only = self._faults.get(service, (None, 0, ""))
            if fault is None or times == 0 or only not in path:
                return None
            self._faults[service] = (fault, times - 1, only)
            return fault

    @contextlib.contextmanager
    def held_to_limits(self, pool: Pool) -> Generator[bool]:
        """Whether a request is within the limits, which only a strict world enforces."""
        rate, at_once = LIMITS[pool.kind, pool.is_polite]
        with self._lock:
            times = self._times.setdefault(pool.name, deque())
            now = time.monotonic()
            while times and now - times[0] > 1.0:
                times.popleft()
            within = not self.is_strict or (len(times) < rate and self._inside[pool.name] < at_once)
            self.refused += not within
            times.append(now)
            self._inside[pool.name] += 1
        try:
            yield within
        finally:
            with self._lock:
                self._inside[pool.name] -= 1


@dataclass(frozen=True, slots=True)
class Pool:
    """Which of Crossref's pools a request falls into."""

    kind: str
    is_polite: bool

    @property
    def name(self) -> str:
        """As `x-api-pool` gives it, but for lists, which are "array" there."""
        return f"{'polite' if self.is_polite else 'public'}-{self.kind}"

    @property
    def headers(self) -> dict[str, str]:
        """What Crossref says of its limits in every answer."""
        rate, at_once = LIMITS[self.kind, self.is_polite]
        return {
            "x-api-pool": self.name.replace("list", "array"),
            "x-rate-limit-limit": str(rate),
            "x-rate-limit-interval": "1s",
            "x-concurrency-limit": str(at_once),
        }


def _bound(world: World, service: str) -> type[Handler]:
    return type("Bound", (Handler,), {"world": world, "service": service})


@contextlib.contextmanager
def _free() -> Generator[bool]:
    yield True


def main() -> None:
    """Serve the made-up world until interrupted."""
    with World() as world, contextlib.suppress(KeyboardInterrupt):
        for name, base in world.environment.items():
            print(f"export {name}={base}", flush=True)  # noqa: T201  # it is run by hand
        world.closing.wait()


if __name__ == "__main__":
    main()
