"""The made-up references, their verdicts, and what else is said of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ifnlit.app.check import Checked, Options, machine_form
from ifnlit.cli.checking import table
from ifnlit.model.verdict import name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.world.server import World

    Check = Callable[..., Checked]

EXPECTED = {
    "plain": "confirmed",
    "mixed": "confirmed",
    "retracted": "confirmed doi-retracted",
    "selfretracted": "confirmed doi-retracted",
    "concern": "confirmed doi-concern",
    "corrected": "confirmed doi-corrected",
    "newversion": "confirmed",
    "odd": "confirmed doi-updated",
    "notice": "disputed doi-disputed",
    "preprint": "disputed doi-disputed doi-duplicate doi-of-preprint published-version-exists",
    "citedpreprint": "confirmed doi-duplicate published-version-exists",
    "alias": "confirmed",
    "sici": "confirmed",
    "comma": "confirmed",
    "ahead": "confirmed",
    "wrong": "disputed doi-disputed title-differs",
    "bare": "unchecked doi-unchecked",
    "markup": "confirmed page-differs",
    "dataset": "confirmed-elsewhere",
    "draft": "elsewhere",
    "medra": "confirmed-elsewhere",
    "istic": "elsewhere",
    "cnki": "elsewhere",
    "jalc": "elsewhere",
    "unsaid": "elsewhere",
    "ghost": "unchecked doi-unchecked",
    "never": "unregistered doi-unregistered",
    "malformed": "malformed doi-malformed",
    "search": "suggested doi-suggested",
    "nothing": "unlisted",
    "thesis": "unlisted",
    "pubmedonly": "suggested doi-retracted doi-suggested",
    "pubmednodoi": "unlisted",
}


@pytest.fixture
def outcome(checked: Check) -> dict[str, tuple[str, set[str]]]:
    found = checked()
    rules: dict[str, set[str]] = {}
    for finding in found.findings:
        rules.setdefault(finding.ref, set()).add(finding.rule)
    return {it.key: (name(it.verdict), rules.get(it.key, set())) for it in found.settled}


def test_every_reference_gets_the_verdict_that_it_deserves(
    outcome: dict[str, tuple[str, set[str]]],
) -> None:
    wanted = {key: text.split() for key, text in EXPECTED.items()}
    assert {key: said for key, (said, _) in outcome.items()} == {
        key: words[0] for key, words in wanted.items()
    }
    for key, (_, *rules) in wanted.items():
        assert set(rules) <= outcome[key][1], key


def test_a_good_verdict_comes_without_findings(outcome: dict[str, tuple[str, set[str]]]) -> None:
    assert [outcome[key][1] for key in ("plain", "mixed", "newversion", "alias", "ahead")] == [
        set()
    ] * 5


def test_the_table_says_of_every_verdict_why_and_what_to_do(checked: Check) -> None:
    shown = table(checked(), 80, colour=False)
    flat = " ".join(shown.split())
    for words in (
        "10.5555/ifn.2019.001: the record at Crossref agrees in title, author",
        "10.5678/data.77: the record at DataCite agrees",
        "10.3760/cma.j.made-up.2019.01 is alive at ISTIC, whose record cannot be read",
        "10.9998/unsaid.1 is alive at an agency that doi.org does not name",
        "10.5555/ifn.2017.retr is registered with Crossref, but ",
        'volume "37" here, "39" there',
        "no agency knows 10.5555/never.was: neither Crossref nor doi.org",
        '"doi 10.55/x y" is no DOI → a DOI looks like',
        "found: 10.5555/report.2020 Made-up cancer statistics 2020",
        "no DOI is recorded, and none was found: PubMed has it as 20000002, without a DOI",
        "10.5555/ghost.1: not known; Crossref: doi.org says that Crossref holds it",
        "error: 10.5555/ifn.2015.retracted was retracted",
    ):
        assert words in flat, words
    assert max(map(len, shown.splitlines()[:-1])) <= 80
    assert shown.splitlines()[-1].startswith(
        "33 references: 14 confirmed, 2 confirmed-elsewhere, 5 "
    )
    assert "\x1b[31mdisputed" in table(checked(), 80, colour=True)


def test_nothing_that_a_terminal_or_a_build_server_obeys_comes_out(checked: Check) -> None:
    found = checked()
    shown = json.dumps(machine_form(found), ensure_ascii=False)
    assert "\x1b" not in shown
    assert "\\u001b" not in shown
    assert "::error" not in shown


def test_a_second_check_asks_nobody(world: World, checked: Check) -> None:
    checked("plain", "search", "dataset", "never")
    world.requests.clear()
    checked("plain", "search", "dataset", "never")
    assert world.requests == []


def test_an_edited_record_is_asked_about_again_and_alone(
    world: World, checked: Check, library: Path
) -> None:
    checked("plain", "search", "dataset")
    text = library.read_text(encoding="utf-8")
    library.write_text(text.replace("page: 118-127", "page: 118-128"), encoding="utf-8")
    world.requests.clear()
    checked("plain", "search", "dataset")
    assert len(world.requests) == 1


def test_locked_says_the_same_from_run_to_run_and_uses_no_network(
    world: World, checked: Check
) -> None:
    checked("plain", "search", "dataset")
    world.requests.clear()
    first, second = (
        machine_form(checked("plain", "search", "dataset", options=Options(locked=True)))
        for _ in range(2)
    )
    assert (first, world.requests) == (second, [])


def test_locked_fails_where_there_is_no_evidence(checked: Check) -> None:
    checked("plain")
    found = checked("plain", "ahead", options=Options(locked=True))
    assert [name(it.verdict) for it in found.settled] == ["confirmed", "unchecked"]
    assert found.exit_code == 3


def test_offline_shows_old_evidence_of_an_edited_record(checked: Check, library: Path) -> None:
    checked("plain")
    text = library.read_text(encoding="utf-8")
    library.write_text(text.replace("page: 118-127", "page: 118-128"), encoding="utf-8")
    found = checked("plain", options=Options(offline=True))
    assert name(found.settled[0].verdict) == "confirmed"


def test_a_page_for_people_does_not_undo_a_record_that_was_read(
    world: World, checked: Check, library: Path
) -> None:
    checked("medra")
    lock = library.with_suffix(".lock.json")
    before = lock.read_bytes()
    world.knowledge.doi["csl"] = {}
    found = checked("medra", options=Options(refresh=True))
    assert name(found.settled[0].verdict) == "confirmed-elsewhere"
    assert lock.read_bytes() == before
    lock.unlink()
    assert name(checked("medra").settled[0].verdict) == "elsewhere"


def test_a_search_that_brings_nothing_back_does_not_undo_one_that_did(
    world: World, checked: Check, library: Path
) -> None:
    assert name(checked("search").settled[0].verdict) == "suggested"
    before = library.with_suffix(".lock.json").read_bytes()
    world.knowledge.works = []
    found = checked("search", options=Options(refresh=True))
    assert name(found.settled[0].verdict) == "suggested"
    assert library.with_suffix(".lock.json").read_bytes() == before


def test_evidence_older_than_the_limit_is_asked_for_again(world: World, checked: Check) -> None:
    checked("plain")
    world.requests.clear()
    checked("plain", options=Options(max_age=1))
    assert world.requests == []  # it is of today
    checked("plain", options=Options(max_age=0))
    checked("plain", options=Options(refresh=True))
    assert len(world.requests) == 2


def test_entries_of_references_that_are_gone_go_with_them(checked: Check, tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    row = "- {{id: {}, type: book, title: Type III interferons, DOI: 10.5555/book.2014.ch7}}\n"
    path.write_text("references:\n" + row.format("a") + row.format("b"))
    checked(path=path)
    path.write_text("references:\n" + row.format("a") + row.format("c"))
    checked("c", path=path)
    lock = path.with_suffix(".lock.json")
    assert sorted(json.loads(lock.read_text())["references"]) == ["a", "b", "c"]
    path.write_text("references:\n" + row.format("a") + row.format("d"))
    checked(path=path)
    assert sorted(json.loads(lock.read_text())["references"]) == ["a", "d"]
    path.with_suffix(".bib").write_text("")
    path.write_text("references:\n" + row.format("e"))
    checked(path=path)
    assert sorted(json.loads(lock.read_text())["references"]) == ["a", "d", "e"]


def test_a_thousand_dois_take_few_calls(world: World, checked: Check, tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    rows = [
        f"- {{id: k{n}, type: book, title: A book of number {n}, "
        f"DOI: 10.5555/a.long.enough.suffix.{n}}}"
        for n in range(1000)
    ]
    large.write_text("references:\n" + "\n".join(rows) + "\n")
    world.knowledge.works = [
        {
            "DOI": f"10.5555/A.LONG.enough.suffix.{n}",
            "type": "book",
            "title": [f"A book of number {n}"],
        }
        for n in range(1000)
    ]
    found = checked(path=large)
    assert {name(it.verdict) for it in found.settled} == {"confirmed"}
    assert len(world.asked("crossref")) <= 25
