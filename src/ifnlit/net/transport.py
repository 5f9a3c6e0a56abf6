"""One HTTP exchange, bounded in time and size. The only door of requests.

A request goes to the base address of a configured service and nowhere else: a redirect is
followed only within that origin, to another configured one, or from http to https of the same
host. Proxies and certificates come from the usual environment (HTTPS_PROXY, NO_PROXY,
REQUESTS_CA_BUNDLE, SSL_CERT_FILE); a .netrc is not read, cookies are not kept.
"""

from __future__ import annotations

import http.client
import json
import os
import queue
import threading
import time
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from ipaddress import ip_address
from typing import TYPE_CHECKING, cast
from urllib.parse import urljoin, urlsplit

import requests
import urllib3

from ifnlit.model.exchange import JSON, Outage, Outcome, Request, Response

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Origin = tuple[str, str, int]

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 4
_CHUNK = 65_536  # bytes
# The largest honest answer: 50 records, some with thousands of authors, stay below 4 MB.
MOST_BYTES = 6_000_000
# Lists and maps in it, each of which takes thirty times its bytes: four of an author of each of
# 50,000. Three answers of the most may be held at a time.
_MOST_HOLDERS = 200_000
_TICK = 0.1  # seconds between two looks at whether the run was interrupted
_FAULTS = (
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
    ValueError,  # an address in a redirect that is none
)


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds allowed: to connect, between two bytes, and for the whole exchange."""

    connect: float = 5.0
    read: float = 10.0
    whole: float = 15.0

    @classmethod
    def within(cls, whole: float) -> Timing:
        """The usual proportions for an exchange of `whole` seconds."""
        return cls(whole / 3, whole * 2 / 3, whole)


class Transport:
    """Carries one request at a time for each caller; `stop` gives up what is under way.

    `bases` are the base addresses by service; `also` are addresses that redirects may lead to.
    """

    def __init__(
        self,
        bases: Mapping[str, str],
        agent: str,
        timing: Timing | None = None,
        also: Iterable[str] = (),
    ) -> None:
        self._bases = {name: base.rstrip("/") for name, base in bases.items()}
        self._agent = agent
        self._timing = timing or Timing()
        allowed = (*bases.values(), *also)
        self._origins = frozenset(_with_tls(_origin(base) for base in allowed))
        self._session = requests.Session()
        # requests would look into .netrc for a host without this.
        self._session.auth = _unchanged
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        if os.environ.get("SSL_CERT_FILE") and not os.environ.get("REQUESTS_CA_BUNDLE"):
            self._session.verify = os.environ["SSL_CERT_FILE"]
        self.stop = threading.Event()

    def send(self, request: Request) -> Response | Outage:
        """The answer, whatever its status; an `Outage` when there is none within the time.

        The exchange runs in a thread of its own, which is left behind when time is up: sockets
        have a limit for each byte only, so that a dripping server could hold a caller for hours.
        """
        box: queue.SimpleQueue[Response | Outage] = queue.SimpleQueue()
        given_up = threading.Event()
        worker = threading.Thread(
            target=lambda: box.put(self._exchange(request, given_up)), daemon=True
        )
        worker.start()
        end = time.monotonic() + self._timing.whole
        while not self.stop.is_set() and time.monotonic() < end:
            try:
                return box.get(timeout=min(_TICK, max(end - time.monotonic(), 0.001)))
            except queue.Empty:
                continue
        given_up.set()
        if self.stop.is_set():
            return Outage(request.service, Outcome.OUT_OF_TIME, "interrupted")
        return _silent(request.service, self._timing.whole)

    def _exchange(self, request: Request, given_up: threading.Event) -> Response | Outage:
        service = request.service
        try:
            return self._followed(request, given_up)
        except (requests.ConnectTimeout, requests.ReadTimeout, urllib3.exceptions.TimeoutError):
            return _silent(service, self._timing.read)
        except requests.exceptions.SSLError:
            return Outage(
                service,
                Outcome.UNREACHABLE,
                "its certificate is not trusted (REQUESTS_CA_BUNDLE names another authority)",
            )
        except (requests.exceptions.ProxyError, requests.exceptions.InvalidProxyURL):
            return Outage(service, Outcome.UNREACHABLE, "the proxy could not be reached")
        except requests.ConnectionError as error:
            return _unconnected(service, error)
        except _FAULTS:
            return Outage(service, Outcome.FOREIGN, "its answer broke off or was not HTTP")

    def _followed(self, request: Request, given_up: threading.Event) -> Response | Outage:
        base = self._bases[request.service]
        url = f"{base}{request.path}"
        headers = {
            "User-Agent": self._agent,
            "Accept": request.form,
            "Accept-Encoding": "gzip",
            **dict(request.headers),
        }
        for hop in range(_MOST_REDIRECTS + 1):
            with self._session.request(
                request.method,
                url,
                headers=headers,
                data=request.body.encode() or None,
                stream=True,
                allow_redirects=False,
                timeout=(self._timing.connect, self._timing.read),
                proxies=_direct(url),
            ) as answer:
                if answer.status_code not in _REDIRECTS or request.method != "GET":
                    return self._read(request, answer, given_up, moved=hop > 0)
                url = urljoin(url, answer.headers.get("Location", ""))
            if _origin(url) not in self._origins:
                return Outage(
                    request.service, Outcome.ELSEWHERE, "it redirects to a host that is not its own"
                )
            if _origin(url) != _origin(base):
                for name, _ in request.headers:  # keys are for the service alone
                    headers.pop(name, None)
        return Outage(request.service, Outcome.ELSEWHERE, "it redirects in a circle")

    def _read(
        self,
        request: Request,
        answer: requests.Response,
        given_up: threading.Event,
        *,
        moved: bool,
    ) -> Response | Outage:
        parts: list[bytes] = []
        size = 0
        while chunk := cast("bytes", answer.raw.read1(_CHUNK, decode_content=True)):
            size += len(chunk)
            if size > MOST_BYTES:
                return Outage(request.service, Outcome.TOO_LARGE, "its answer has no end")
            if given_up.is_set():
                return _silent(request.service, self._timing.whole)
            parts.append(chunk)
        body = b"".join(parts)
        return Response(
            answer.status_code,
            body.decode("utf-8", "replace"),
            _decoded(body),
            tuple((name.lower(), value) for name, value in answer.headers.items()),
            moved,
        )


def is_address(url: str) -> bool:
    """Whether `url` can be the base address of a service."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in _PORTS and bool(parts.hostname) and not (parts.query or parts.fragment)


def wants_json(request: Request) -> bool:
    """Whether only JSON can be the service's own answer."""
    return request.form.endswith("json") or request.form == JSON


def _decoded(body: bytes) -> object:
    """The JSON value of a body, `None` for anything else (and for depths no record has)."""
    if body.count(b"{") + body.count(b"[") > _MOST_HOLDERS:
        return None
    try:
        return cast("object", json.loads(body))
    except (ValueError, RecursionError):
        return None


def _origin(url: str) -> Origin:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)


def _with_tls(origins: Iterable[Origin]) -> Iterable[Origin]:
    for scheme, host, port in origins:
        yield scheme, host, port
        if (scheme, port) == ("http", _PORTS["http"]):
            yield "https", host, _PORTS["https"]


def _direct(url: str) -> dict[str, str] | None:
    """What keeps a request to this machine out of a proxy, which would ask its own machine."""
    host = urlsplit(url).hostname or ""
    return {"no_proxy": host} if is_here(host) else None


def is_here(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _unchanged(prepared: requests.PreparedRequest) -> requests.PreparedRequest:
    return prepared


def _silent(service: str, seconds: float) -> Outage:
    return Outage(service, Outcome.TIMEOUT, f"it did not answer within {seconds:.3g} s")


def _unconnected(service: str, error: requests.ConnectionError) -> Outage:
    text = repr(error)
    if "Timeout" in text or "timed out" in text:
        return Outage(service, Outcome.TIMEOUT, "it fell silent in the middle of its answer")
    if any(name in text for name in ("NameResolution", "Refused", "NewConnection", "Unreachable")):
        return Outage(service, Outcome.UNREACHABLE, "it could not be connected to")
    return Outage(service, Outcome.FOREIGN, "its answer broke off or was not HTTP")
