"""Whatever goes wrong with a service: no false verdict, no crash, no lost lock."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from ifnlit.app.check import Checked, Options, check
from ifnlit.model.verdict import Unchecked, name
from ifnlit.store.library import load, locate
from tests.world.conftest import HERE, hurried
from tests.world.faults import FAULTS, HARMLESS
from tests.world.server import SERVICES, World

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Check = Callable[..., Checked]

# What is so, and which services it takes to know it.
TRUTH = {
    "plain": ("confirmed", {"crossref"}),
    "wrong": ("disputed", {"crossref"}),
    "retracted": ("confirmed", {"crossref"}),
    "dataset": ("confirmed-elsewhere", {"crossref", "doi", "datacite"}),
    "medra": ("confirmed-elsewhere", {"crossref", "doi"}),
    "istic": ("elsewhere", {"crossref", "doi"}),
    "alias": ("confirmed", {"crossref", "doi"}),
    "never": ("unregistered", {"crossref", "doi"}),
    "malformed": ("malformed", set[str]()),
    "search": ("suggested", {"crossref"}),
    "nothing": ("unlisted", {"crossref", "pubmed"}),
    "pubmedonly": ("suggested", {"crossref", "pubmed"}),
}
MOST_CALLS = 40  # on a dead service
# In these the answer still holds enough for a verdict, or none that could be compared.
PARTIAL = frozenset({"nulls", "wrong-types", "another-record", "gone-page", "no-content"})


def verdicts(found: Checked) -> dict[str, str]:
    return {it.key: name(it.verdict) for it in found.settled}


# One of each kind; Crossref, which is asked first, meets them all.
KINDS = """stalled broken gone-page truncated-json portal foreign error-in-200 another-record
    nulls wrong-types""".split()
MATRIX = [("crossref", fault) for fault in FAULTS] + [
    (service, fault) for service in SERVICES[1:] for fault in KINDS
]


@pytest.fixture(scope="module")
def good_lock(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What the lock holds after a run in which all went well."""
    path = tmp_path_factory.mktemp("good") / "refs.yaml"
    path.write_bytes((HERE / "refs.yaml").read_bytes())
    with World() as world:
        check(load(locate(str(path))), tuple(TRUTH), Options(), ask=hurried(world).ask)
    return path.with_suffix(".lock.json").read_bytes()


@pytest.mark.parametrize(("service", "fault"), MATRIX)
def test_a_fault_of_a_service_makes_its_verdicts_unknown_and_no_other(
    world: World, checked: Check, library: Path, good_lock: bytes, service: str, fault: str
) -> None:
    lock = library.with_suffix(".lock.json")
    lock.write_bytes(good_lock)
    world.fail(service, FAULTS[fault])
    concerned = [key for key, (_, needs) in TRUTH.items() if service in needs]
    began = time.monotonic()
    found = checked(*concerned, "malformed", options=Options(refresh=True))
    assert time.monotonic() - began < 20
    for key, said in verdicts(found).items():
        true, needs = TRUTH[key]
        allowed = {true, "unchecked"} if service in needs else {true}
        assert said in allowed, key
        if service in needs and service == "crossref" and fault not in PARTIAL:
            assert said == "unchecked", key
    assert len(world.asked(service)) <= MOST_CALLS
    if fault != "another-record":  # a search cannot tell that a DOI was exchanged
        assert lock.read_bytes() == good_lock


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_that_is_not_there_is_named(
    world: World, checked: Check, library: Path, service: str
) -> None:
    checked(*TRUTH)
    before = library.with_suffix(".lock.json").read_bytes()
    world.refuse(service)
    found = checked(*TRUTH, options=Options(refresh=True))
    unknown = [it.verdict for it in found.settled if isinstance(it.verdict, Unchecked)]
    assert {it.service for it in unknown} == {service}
    assert found.exit_code == 1  # "wrong" and "never" or "malformed" are still certain
    assert library.with_suffix(".lock.json").read_bytes() == before


@pytest.mark.parametrize(
    "fault", ["broken", "unavailable", "limited-seconds", "limited-date", "reset"]
)
@pytest.mark.parametrize("service", SERVICES)
def test_a_fault_that_passes_is_waited_out(
    world: World, checked: Check, service: str, fault: str
) -> None:
    world.fail(service, FAULTS[fault], times=1)
    concerned = {key: true for key, (true, needs) in TRUTH.items() if service in needs}
    assert verdicts(checked(*concerned)) == concerned


@pytest.mark.parametrize("harmless", HARMLESS)
@pytest.mark.parametrize("service", SERVICES)
def test_what_a_service_may_do_disturbs_nothing(
    world: World, checked: Check, service: str, harmless: str
) -> None:
    world.fail(service, HARMLESS[harmless])
    assert verdicts(checked(*TRUTH)) == {key: true for key, (true, _) in TRUTH.items()}


def test_a_redirect_never_leads_to_a_host_that_is_not_configured(
    world: World, checked: Check
) -> None:
    for service in SERVICES:
        world.fail(service, FAULTS["foreign"])
    checked(*TRUTH)
    assert world.asked("foreign") == []


def test_a_large_library_does_not_keep_knocking_at_a_dead_door(
    world: World, checked: Check, tmp_path: Path
) -> None:
    large = tmp_path / "large.yaml"
    rows = [f"- {{id: k{n}, type: article-journal, title: Title {n} of many}}" for n in range(400)]
    rows += [f"- {{id: d{n}, type: book, title: T, DOI: 10.5555/many.{n}}}" for n in range(600)]
    large.write_text("references:\n" + "\n".join(rows) + "\n")
    world.fail("crossref", FAULTS["html-as-json"])
    found = checked(path=large)
    assert set(verdicts(found).values()) == {"unchecked"}
    assert len(world.requests) <= MOST_CALLS
    assert found.exit_code == 3
