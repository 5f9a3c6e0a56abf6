"""All that can go wrong between us and a service, by name.

A fault is told the connection and the answer that would have been given; it writes what comes
instead. "refused" needs no function: the server is not there.
"""

from __future__ import annotations

import gzip
import json
import time
from dataclasses import replace
from email.utils import formatdate
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.world.answers import Answer
    from tests.world.server import Handler

    Fault = Callable[[Handler, Answer], None]

HTML = b"<!DOCTYPE html><html><title>Welcome to the hotel</title><a href=/login>log in</a></html>"


def stalled(handler: Handler, answer: Answer) -> None:
    """Takes the request and says nothing."""
    del answer
    handler.world.closing.wait(20)


def stalled_body(handler: Handler, answer: Answer) -> None:
    """Promises a body and sends a part of it."""
    handler.head(200, {"Content-Type": answer.kind, "Content-Length": str(len(answer.body) + 9)})
    handler.wfile.write(answer.body[:10])
    handler.wfile.flush()
    handler.world.closing.wait(20)


def dripping(handler: Handler, answer: Answer) -> None:
    """Sends a byte now and then: never silent, never done."""
    handler.head(200, {"Content-Type": answer.kind, "Content-Length": str(len(answer.body))})
    for at in range(len(answer.body)):
        handler.wfile.write(answer.body[at : at + 1])
        handler.wfile.flush()
        if handler.world.closing.wait(0.05):
            return


def dripping_head(handler: Handler, answer: Answer) -> None:
    """Sends headers without end, one by one."""
    del answer
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for at in range(90):
        handler.wfile.write(f"X-{at}: {at}\r\n".encode())
        handler.wfile.flush()
        if handler.world.closing.wait(0.05):
            return


def limited(handler: Handler, answer: Answer) -> None:
    """429 without a word."""
    handler.give(replace(answer, status=429, body=b"", headers={}))


def limited_seconds(handler: Handler, answer: Answer) -> None:
    """429, to come back in a second."""
    handler.give(replace(answer, status=429, body=HTML, headers={"Retry-After": "1"}))


def limited_date(handler: Handler, answer: Answer) -> None:
    """429, to come back at a moment."""
    then = formatdate(time.time() + 1.5, usegmt=True)
    handler.give(replace(answer, status=429, body=HTML, headers={"Retry-After": then}))


def limited_for_a_day(handler: Handler, answer: Answer) -> None:
    """429, to come back tomorrow."""
    handler.give(replace(answer, status=429, body=b"", headers={"Retry-After": "86400"}))


def limited_nonsense(handler: Handler, answer: Answer) -> None:
    """429 with a Retry-After that is none."""
    handler.give(replace(answer, status=429, body=b"", headers={"Retry-After": "soon, -1, \x7f"}))


def broken(handler: Handler, answer: Answer) -> None:
    """500 with a JSON body, as Crossref has."""
    body = b'{"status":"error","message-type":"exception","message":{"name":"class X"}}'
    handler.give(replace(answer, status=500, body=body, headers={}))


def unavailable(handler: Handler, answer: Answer) -> None:
    """503 of a proxy."""
    handler.give(replace(answer, status=503, body=HTML, kind="text/html", headers={}))


def gateway(handler: Handler, answer: Answer) -> None:
    """504 of a proxy."""
    handler.give(replace(answer, status=504, body=HTML, kind="text/html", headers={}))


def forbidden(handler: Handler, answer: Answer) -> None:
    """403: blocked by hand."""
    handler.give(replace(answer, status=403, body=HTML, kind="text/html", headers={}))


def gone_page(handler: Handler, answer: Answer) -> None:
    """404 of a proxy or a wrong path: a page, not the service's own word."""
    handler.give(replace(answer, status=404, body=HTML, kind="text/html", headers={}))


def truncated(handler: Handler, answer: Answer) -> None:
    """Breaks off before the length that was promised."""
    handler.head(200, {"Content-Type": answer.kind, "Content-Length": str(len(answer.body) + 50)})
    handler.wfile.write(answer.body[: len(answer.body) // 2])
    handler.close_connection = True


def truncated_json(handler: Handler, answer: Answer) -> None:
    """Half of the JSON, and says that it is all."""
    handler.give(replace(answer, status=200, body=answer.body[: len(answer.body) // 2], headers={}))


def truncated_chunks(handler: Handler, answer: Answer) -> None:
    """Chunks without the last one."""
    handler.head(200, {"Content-Type": answer.kind, "Transfer-Encoding": "chunked"})
    half = answer.body[: len(answer.body) // 2]
    handler.wfile.write(f"{len(half):x}\r\n".encode() + half + b"\r\n")
    handler.close_connection = True


def reset(handler: Handler, answer: Answer) -> None:
    """Hangs up without an answer."""
    del answer
    handler.close_connection = True


def no_http(handler: Handler, answer: Answer) -> None:
    """Something else listens there."""
    del answer
    handler.wfile.write(b"220 mail.example.org ESMTP\r\n")
    handler.close_connection = True


def empty(handler: Handler, answer: Answer) -> None:
    """200 and nothing."""
    handler.give(replace(answer, status=200, body=b"", headers={}))


def no_content(handler: Handler, answer: Answer) -> None:
    """204."""
    handler.give(replace(answer, status=204, body=b"", headers={}))


def portal(handler: Handler, answer: Answer) -> None:
    """A page to log in, with 200."""
    handler.give(replace(answer, status=200, body=HTML, kind="text/html", headers={}))


def html_as_json(handler: Handler, answer: Answer) -> None:
    """The same page under a JSON type."""
    handler.give(replace(answer, status=200, body=HTML, headers={}))


def portal_redirect(handler: Handler, answer: Answer) -> None:
    """A redirect to a page to log in, on the same host."""
    if handler.path == "/login":
        portal(handler, answer)
    else:
        handler.give(replace(answer, status=302, body=b"", headers={"Location": "/login"}))


def loop(handler: Handler, answer: Answer) -> None:
    """A redirect to itself."""
    handler.give(replace(answer, status=302, body=b"", headers={"Location": handler.path}))


def foreign(handler: Handler, answer: Answer) -> None:
    """A redirect to a host that nobody configured."""
    target = f"{handler.world.foreign}{handler.path}"
    handler.give(replace(answer, status=302, body=b"", headers={"Location": target}))


def nowhere(handler: Handler, answer: Answer) -> None:
    """A redirect to something that is no address."""
    handler.give(replace(answer, status=301, body=b"", headers={"Location": "http://[::bad"}))


def deep(handler: Handler, answer: Answer) -> None:
    """JSON nested deeper than any parser goes."""
    handler.give(replace(answer, status=200, body=b"[" * 100_000 + b"]" * 100_000, headers={}))


def bomb(handler: Handler, answer: Answer) -> None:
    """A small body that grows to 200 MB."""
    body = gzip.compress(b" " * 200_000_000, 9)
    handler.give(replace(answer, status=200, body=body, headers={"Content-Encoding": "gzip"}))


def endless(handler: Handler, answer: Answer) -> None:
    """A body that does not end."""
    handler.head(200, {"Content-Type": answer.kind, "Transfer-Encoding": "chunked"})
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    for _ in range(2_000):
        handler.wfile.write(chunk)


def bad_gzip(handler: Handler, answer: Answer) -> None:
    """Says gzip, is not."""
    handler.give(replace(answer, status=200, headers={"Content-Encoding": "gzip"}))


def zipped(handler: Handler, answer: Answer) -> None:
    """No fault: gzip, as a service may."""
    headers = {**answer.headers, "Content-Encoding": "gzip"}
    handler.give(replace(answer, body=gzip.compress(answer.body), headers=headers))


def latin1(handler: Handler, answer: Answer) -> None:
    """JSON in an encoding that JSON does not have."""
    body = answer.body.decode().encode("latin-1", "replace") + b"\xff"
    handler.give(replace(answer, status=200, body=body, headers={}))


def error_in_200(handler: Handler, answer: Answer) -> None:
    """An error under 200, as NCBI's and Crossref's are."""
    body = b'{"status":"failed","esearchresult":{"ERROR":"x"},"error":"too many","message":[{}]}'
    handler.give(replace(answer, status=200, body=body, headers={}))


def other_json(handler: Handler, answer: Answer) -> None:
    """JSON of somebody else."""
    body = b'{"login": "https://hotel.example/", "message": {"ok": true}}'
    handler.give(replace(answer, status=200, body=body, headers={}))


def null(handler: Handler, answer: Answer) -> None:
    """JSON that is nothing."""
    handler.give(replace(answer, status=200, body=b"null", headers={}))


def another_record(handler: Handler, answer: Answer) -> None:
    """Well-formed, but of another DOI."""
    body = answer.body.replace(b"10.", b"10.9999/other.")
    handler.give(replace(answer, body=body))


def nulls(handler: Handler, answer: Answer) -> None:
    """Every value of a record but its DOI is null."""
    handler.give(replace(answer, body=_rewritten(answer.body, lambda _: None)))


def wrong_types(handler: Handler, answer: Answer) -> None:
    """Numbers for texts, texts for lists, lists for maps."""
    handler.give(replace(answer, body=_rewritten(answer.body, lambda _: [[{"x": 1}], 7, True])))


def twins(handler: Handler, answer: Answer) -> None:
    """No fault of ours to suffer from: everything twice, and in another order."""
    data: object = json.loads(answer.body) if answer.body.startswith((b"{", b"[")) else None
    if isinstance(data, list):
        listed = cast("list[object]", data)
        listed[:] = [*reversed(listed), *listed]
    elif isinstance(data, dict):
        message = cast("dict[str, dict[str, list[object]]]", data).get("message", {})
        if "items" in message:
            message["items"] = [*reversed(message["items"]), *message["items"]]
    if data is None:
        handler.give(answer)
        return
    handler.give(replace(answer, body=json.dumps(data).encode()))


_KEPT = frozenset({"DOI", "doi", "uid", "uids", "id", "RA", "status", "message-type"})
_HOLDERS = frozenset({"message", "items", "data", "attributes", "result"})


def _rewritten(body: bytes, value: Callable[[object], object]) -> bytes:
    def walked(item: object) -> object:
        if isinstance(item, list):
            return [walked(it) for it in cast("list[object]", item)]
        if not isinstance(item, dict):
            return item
        pairs = cast("dict[str, object]", item)
        return {
            key: it
            if key in _KEPT
            else walked(it)
            if key in _HOLDERS or key.isdecimal()
            else value(it)
            for key, it in pairs.items()
        }

    try:
        return json.dumps(walked(json.loads(body))).encode()
    except ValueError:
        return body


FAULTS: dict[str, Fault] = {
    fault.__name__.replace("_", "-"): fault
    for fault in (
        stalled,
        stalled_body,
        dripping,
        dripping_head,
        limited,
        limited_seconds,
        limited_date,
        limited_for_a_day,
        limited_nonsense,
        broken,
        unavailable,
        gateway,
        forbidden,
        gone_page,
        truncated,
        truncated_json,
        truncated_chunks,
        reset,
        no_http,
        empty,
        no_content,
        portal,
        html_as_json,
        portal_redirect,
        loop,
        foreign,
        nowhere,
        deep,
        bomb,
        endless,
        bad_gzip,
        latin1,
        error_in_200,
        other_json,
        null,
        another_record,
        nulls,
        wrong_types,
    )
}
# What a service may do, and must not disturb.
HARMLESS: dict[str, Fault] = {"zipped": zipped, "twins": twins}
