"""`ifnlit zotero` over a socket of this machine, against a made-up Zotero."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from ifnlit.errors import UsageFault
from ifnlit.model.exchange import Outage, Outcome, Request, Response
from ifnlit.net import patient
from ifnlit.store.secret import zotero_key
from tests.push.fake import FakeZotero

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Run

LIBRARY = """\
references:
  - id: li2020word                   # mine
    type: article-journal
    title: Words
    author:
      - {family: Li, given: J.}
    container-title: J Virol
    issued: "2020"
    volume: "7"
"""


class Server:
    """A fake behind a real socket."""

    def __init__(self) -> None:
        self.fake = FakeZotero()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def _answer(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                body = self.rfile.read(length).decode()
                headers = tuple(self.headers.items())
                request = Request(
                    "zotero", self.path, method=self.command, headers=headers, body=body
                )
                reply = outer.fake.answer(request)
                assert isinstance(reply, Response)
                data = reply.body.encode()
                self.send_response(reply.status)
                for name, value in reply.headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_GET = _answer  # noqa: N815  # the names that http.server looks for
            do_POST = _answer  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.http.serve_forever, daemon=True)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}"

    def close(self) -> None:
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    found = Server()
    monkeypatch.setenv("IFNLIT_ZOTERO_URL", found.url)
    yield found
    found.close()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "refs.yaml"
    path.write_text(LIBRARY, encoding="utf-8")
    return path


def test_a_push_shows_first_and_writes_when_told(run: Run, server: Server, library: Path) -> None:
    found = run("-L", str(library), "zotero", "push", "--collection", "Reviews")
    way = 'ifnlit: Zotero is reached by its local API; new items go into "Reviews"\n'
    assert (found.code, found.err) == (0, way)
    assert found.out.splitlines() == [
        "create  li2020word",
        "1 references: 1 create; nothing was written; run again with --yes",
    ]
    assert server.fake.items == {}
    found = run("-L", str(library), "zotero", "push", "--collection", "Reviews", "--yes")
    assert found.out.splitlines()[-1] == "1 references: 1 create; 1 written, 0 failed"
    assert len(server.fake.items) == 1
    found = run("-L", str(library), "zotero", "push", "--yes")
    assert found.out == "1 references: 1 same; 0 written, 0 failed\n"
    assert json.loads((library.parent / "zotero.lock.json").read_text())["version"] == 1


def test_libraries_of_one_folder_are_kept_apart(run: Run, server: Server, library: Path) -> None:
    run("-L", str(library), "zotero", "push", "--yes")
    other = library.parent / "other.yaml"
    other.write_text(LIBRARY.replace("Words", "Kidneys").replace('2020"', '1999"'), "utf-8")
    found = run("-L", str(other), "zotero", "push", "--yes")
    assert found.out.splitlines()[-1] == "1 references: 1 create; 1 written, 0 failed"
    assert [item["title"] for item in server.fake.items.values()] == ["Words", "Kidneys"]
    assert (library.parent / "other.yaml.zotero.lock.json").is_file()


def test_a_key_that_is_given_twice_is_told(run: Run, server: Server, library: Path) -> None:
    path = library.parent / "refs.bib"
    path.write_text("@misc{a,\n title={One}}\n@misc{a,\n title={Two}}\n", encoding="utf-8")
    found = run("-L", str(path), "zotero", "push", "--yes")
    assert found.code == 2
    assert '2 references have the key "a"' in found.err
    assert server.fake.seen == []


def test_the_packaged_24_go_into_zotero_and_are_remembered_in_the_cache(
    run: Run, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IFNLIT_CACHE", str(tmp_path / "cache"))
    assert run("zotero", "push", "--yes").code == 0
    assert len(server.fake.items) == 24
    assert run("zotero", "status").out == "24 references: 24 same; nothing was written\n"


def test_status_says_which_way_it_goes(run: Run, server: Server, library: Path) -> None:
    server.fake.version = 7
    server.fake.local_api = False
    found = run("-L", str(library), "zotero", "status")
    assert "Zotero is reached by its connector" in found.err
    assert "is switched off: Settings, Advanced" in found.err
    told = json.loads(run("-L", str(library), "zotero", "status", "--json").out)
    assert (told["road"], told["applied"]) == ("connector", False)
    assert told["steps"] == [
        {"key": "li2020word", "action": "create", "fields": [], "conflicts": []}
    ]


def test_conflicts_and_failures_are_findings(run: Run, server: Server, library: Path) -> None:
    run("-L", str(library), "zotero", "push", "--yes")
    item = next(iter(server.fake.items.values()))
    item["title"] = "\x1b[31mEdited"
    library.write_text(LIBRARY.replace("Words", "Anew"), encoding="utf-8")
    found = run("-L", str(library), "zotero", "push")
    assert found.code == 1
    assert "title: ours 'Anew', in Zotero" in found.out
    assert "\x1b" not in found.out
    told = json.loads(run("-L", str(library), "zotero", "push", "--json").out)
    assert told["steps"][0]["conflicts"][0]["field"] == "title"


def test_a_failure_of_one_item_is_a_finding(run: Run, server: Server, library: Path) -> None:
    server.fake.version = 7
    server.fake.local_api = False
    run("-L", str(library), "zotero", "push", "--yes")
    library.write_text(LIBRARY.replace('"7"', '"8"'), encoding="utf-8")
    found = run("-L", str(library), "zotero", "push", "--yes")
    assert found.code == 1
    assert "failed  li2020word  this Zotero cannot be updated from outside" in found.out


def test_edits_come_back_as_a_diff_and_then_into_the_library(
    run: Run, server: Server, library: Path
) -> None:
    run("-L", str(library), "zotero", "push", "--yes")
    item = next(iter(server.fake.items.values()))
    item |= {"volume": "8", "date": "May 2020"}
    found = run("-L", str(library), "zotero", "pull")
    assert found.code == 0
    assert '-    volume: "7"\n+    volume: "8"\n' in found.out
    assert "li2020word: issued: Zotero says 'May 2020'" in found.err
    assert "run again with --yes" in found.err
    assert library.read_text(encoding="utf-8") == LIBRARY
    assert run("-L", str(library), "zotero", "pull", "--yes").code == 0
    assert library.read_text(encoding="utf-8") == LIBRARY.replace('"7"', '"8"')
    assert run("-L", str(library), "zotero", "pull", "--json").code == 0
    item["date"] = "2020"
    found = run("-L", str(library), "zotero", "push", "--yes")
    assert found.out == "1 references: 1 same; 0 written, 0 failed\n"


def test_edits_are_pulled_into_a_yaml_library_only(run: Run, server: Server) -> None:
    del server
    found = run("zotero", "pull")
    assert found.code == 2
    assert "edits are pulled into a refs.yaml only; make one with ifnlit init" in found.err


@pytest.mark.usefixtures("server")
def test_a_wrong_call_is_told(run: Run, library: Path) -> None:
    found = run("-L", str(library), "zotero", "push", "--group", "5")
    assert found.code == 2
    assert "--group is the number of a group on the web; add --to web" in found.err
    found = run("-L", str(library), "zotero", "push", "--to", "web")
    assert found.code == 2
    assert "no key for the web library of Zotero; set IFNLIT_ZOTERO_KEY" in found.err


def test_the_key_of_the_web_comes_from_the_environment_and_is_never_shown(
    run: Run, server: Server, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.fake.is_web = True
    monkeypatch.setenv("IFNLIT_ZOTERO_KEY", "secret")
    found = run("-L", str(library), "zotero", "push", "--to", "web", "--group", "5", "--yes")
    assert found.code == 0
    assert len(server.fake.items) == 1
    assert "secret" not in found.out + found.err
    assert "secret" not in (library.parent / "zotero.lock.json").read_text(encoding="utf-8")
    monkeypatch.setenv("IFNLIT_ZOTERO_KEY", "wrong")
    found = run("-L", str(library), "zotero", "push", "--to", "web")
    assert found.code == 2
    assert "Zotero does not know this API key" in found.err


def test_the_key_of_the_web_may_be_in_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.errors import KeyringLocked

    def known(service: str, name: str) -> str:
        return f"{service}-{name}"

    monkeypatch.setattr(keyring, "get_password", known)
    assert zotero_key() == "ifnlit-zotero"

    def locked(service: str, name: str) -> str:
        raise KeyringLocked(service + name)

    monkeypatch.setattr(keyring, "get_password", locked)
    with pytest.raises(UsageFault, match="no key"):
        zotero_key()
    monkeypatch.setitem(__import__("sys").modules, "keyring", None)
    with pytest.raises(UsageFault, match="no key"):
        zotero_key()


@pytest.mark.parametrize("key", [" \n", "a b", "ключ"])
def test_what_is_no_key_is_told_and_not_sent(
    key: str, run: Run, server: Server, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "keyring", None)
    monkeypatch.setenv("IFNLIT_ZOTERO_KEY", key)
    found = run("-L", str(library), "zotero", "push", "--to", "web")
    assert found.code == 2
    assert key.strip() == "" or key not in found.err
    assert server.fake.seen == []


def test_blanks_around_the_key_are_no_part_of_it(
    run: Run, server: Server, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.fake.is_web = True
    monkeypatch.setenv("IFNLIT_ZOTERO_KEY", "secret\n")
    assert run("-L", str(library), "zotero", "push", "--to", "web").code == 0


def test_a_server_that_says_the_key_back_is_not_repeated(
    run: Run, server: Server, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.fake.is_web = True
    monkeypatch.setenv("IFNLIT_ZOTERO_KEY", "secret")
    server.fake.faults = [None, Response(400, "no secret here")]
    found = run("-L", str(library), "zotero", "push", "--to", "web", "--json")
    assert "no (key) here" in found.err
    server.fake.faults = [None, None, None, Response(400, "no secret here")]
    found = run("-L", str(library), "zotero", "push", "--to", "web", "--yes")
    assert (found.code, "no (key) here" in found.out) == (1, True)
    assert "secret" not in found.out + found.err


@pytest.mark.parametrize(
    ("url", "hint"),
    [
        ("api.zotero.org", "write an address like https://api.zotero.org"),
        ("http://api.zotero.org", "a key is sent by https only"),
        ("http://127.example.org", "a key is sent by https only"),
        ("https://zotero.example.org", "only if IFNLIT_ZOTERO_URL says so"),
    ],
)
def test_a_file_from_anywhere_does_not_say_where_the_key_goes(
    url: str, hint: str, run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IFNLIT_ZOTERO_KEY", "secret")
    settings = library.parent / "ifnlit.toml"
    settings.write_text(
        f'[library]\nrefs = "refs.yaml"\n[services]\nzotero = "{url}"\n', encoding="utf-8"
    )
    found = run("-L", str(settings), "zotero", "push", "--to", "web")
    assert found.code == 2
    assert hint in found.err


def test_the_environment_may_name_another_service(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IFNLIT_ZOTERO_KEY", "secret")
    monkeypatch.setenv("IFNLIT_ZOTERO_URL", "https://localhost.invalid:9")

    def unreachable(_self: object, request: Request) -> Outage:
        return Outage(request.service, Outcome.UNREACHABLE, "it could not be connected to")

    monkeypatch.setattr("ifnlit.net.transport.Transport.send", unreachable)
    assert run("-L", str(library), "zotero", "push", "--to", "web").code == 3


def test_status_tells_of_edits_made_in_zotero(run: Run, server: Server, library: Path) -> None:
    run("-L", str(library), "zotero", "push", "--yes")
    assert "edited" not in run("-L", str(library), "zotero", "status").err
    next(iter(server.fake.items.values()))["volume"] = "8"
    found = run("-L", str(library), "zotero", "status")
    assert found.code == 0
    assert "edited in Zotero, and not here: 1; ifnlit zotero pull shows it" in found.err


def test_what_was_deleted_in_zotero_is_kept_here(run: Run, server: Server, library: Path) -> None:
    run("-L", str(library), "zotero", "push", "--yes")
    server.fake.items.clear()
    found = run("-L", str(library), "zotero", "pull", "--yes")
    assert (found.code, found.out) == (0, "")
    assert found.err == "ifnlit: li2020word: deleted in Zotero: kept here\n"
    assert library.read_text(encoding="utf-8") == LIBRARY


def test_a_value_that_cannot_be_spliced_holds_no_other_back(
    run: Run, server: Server, library: Path
) -> None:
    text = LIBRARY.replace("title: Words", "title: &t Words").replace("title: J Virol", "title: *t")
    library.write_text(text, encoding="utf-8")
    run("-L", str(library), "zotero", "push", "--yes")
    (item,) = server.fake.items.values()
    item |= {"volume": "8", "publicationTitle": "J"}
    found = run("-L", str(library), "zotero", "pull", "--yes")
    assert found.code == 0
    assert "li2020word: container-title: set it to 'J' by hand: the value is" in found.err
    assert library.read_text(encoding="utf-8") == text.replace('"7"', '"8"')
    assert run("-L", str(library), "zotero", "pull", "--yes").err == found.err


def test_edits_cannot_be_read_from_an_older_zotero(run: Run, server: Server, library: Path) -> None:
    server.fake.version = 7
    assert "edits cannot be read from this Zotero" in run("-L", str(library), "zotero", "pull").err


def test_no_zotero_is_an_outage_and_no_finding(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IFNLIT_ZOTERO_URL", "http://127.0.0.1:9")
    for command in ("push", "status", "pull"):
        found = run("-L", str(library), "zotero", command)
        assert found.code == 3
        assert "Zotero is not running; start it, and try again" in found.err


def test_the_desktop_is_asked_where_it_listens(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ifnlit.net.transport import Transport

    opened: list[dict[str, str]] = []

    class Silent(Transport):
        def __init__(self, bases: dict[str, str], *_more: object) -> None:
            opened.append(bases)

        def send(self, request: Request) -> Response | Outage:
            return Outage(request.service, Outcome.UNREACHABLE, "it could not be connected to")

    monkeypatch.setattr("ifnlit.net.transport.Transport", Silent)
    assert run("-L", str(library), "zotero", "status").code == 3
    assert opened[0] == {"zotero": "http://127.0.0.1:23119"}


@pytest.mark.parametrize("url", ["http://zotero.example.org", "ftp://127.0.0.1", "127.0.0.1:23119"])
def test_a_desktop_elsewhere_is_not_asked(
    url: str, run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IFNLIT_ZOTERO_URL", url)
    found = run("-L", str(library), "zotero", "status")
    assert found.code == 2
    assert f'services.zotero is "{url}" (IFNLIT_ZOTERO_URL)' in found.err


@pytest.mark.parametrize(
    ("fault", "waited"),
    [
        (Response(429, "", None, (("retry-after", "30"),)), 30.0),
        (Response(429, "", None, (("retry-after", "2.5"),)), 2.5),
        (Response(503, "", None, (("retry-after", "120"),)), 120.0),
        (Response(503, "", None, (("backoff", "7"),)), 7.0),
        (Response(429, "", None, (("backoff", "7"), ("retry-after", "9"))), 9.0),
    ],
)
def test_a_wait_that_is_asked_for_is_kept(
    fault: Response,
    waited: float,
    run: Run,
    server: Server,
    library: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(patient, "sleep", waits.append)
    server.fake.faults = [None, None, fault]
    assert run("-L", str(library), "zotero", "push", "--yes").code == 0
    assert waits == [waited]
    assert len(server.fake.items) == 1


def test_a_service_that_stays_down_is_an_outage(
    run: Run, server: Server, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(patient, "sleep", waits.append)
    server.fake.faults = [None, *[Response(503)] * 9]
    found = run("-L", str(library), "zotero", "push", "--yes")
    assert found.code == 3
    assert "Zotero is out of order (status 503); try again later" in found.err
    assert len(waits) == 3
    server.fake.faults = [Response(429, "", None, (("retry-after", "9999"),))]
    assert run("-L", str(library), "zotero", "push").code == 3
    assert len(waits) == 3


def test_a_request_to_slow_down_is_heeded(
    run: Run, server: Server, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    monkeypatch.setattr(patient, "sleep", waits.append)
    asking = (("backoff", "10"), ("zotero-server-id", "x"))
    last = Response(404, "", None, asking[:1])  # nothing comes after it: nothing to wait for
    server.fake.faults = [Response(200, "[]", None, asking), None, None, last]
    run("-L", str(library), "zotero", "status")
    assert waits == [10.0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "this is not what ifnlit writes"),
        ('{"version": 9}', "version 9"),
        (
            '{"version": 1, "targets": {"web": {"a": {"key": 5, "item": [], "version": 1}}}}',
            "this is not what ifnlit writes",
        ),
    ],
)
@pytest.mark.usefixtures("server")
def test_a_broken_state_is_told(text: str, told: str, run: Run, library: Path) -> None:
    (library.parent / "zotero.lock.json").write_text(text, encoding="utf-8")
    found = run("-L", str(library), "zotero", "push")
    assert found.code == 2
    assert f"zotero.lock.json:1: {told}" in found.err
