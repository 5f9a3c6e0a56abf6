"""`ifnlit check` and `ifnlit resolve` as their users run them, against a made-up world."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from tests.world.faults import FAULTS
from tests.world.server import World

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Run

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads((ROOT / "docs" / "check.schema.json").read_text(encoding="utf-8"))
LIBRARY = """\
references:
  # the first one
  - id: plain
    type: article-journal
    title: Interferon alpha restores exhausted T cells in a mouse model of hepatoma
    author: [{family: Winter, given: A. B.}]
    container-title: J Made-up Hepatol
    issued: "2019"
    volume: "41"
    page: 118-127
    DOI: "10.5555/ifn.2019.001"
  - id: search
    type: article-journal
    title: "Made-up cancer statistics 2020: estimates of incidence for 36 cancers in 185 countries"
    author: [{family: Song, given: H.}, {family: Ferris, given: J.}]
    container-title: CA Invented J Clin
    issued: "2021"
    volume: "71"
    page: 209-249
    custom: {n: 2}
"""
BIB = """\
@article{plain,
  title = {Interferon alpha restores exhausted {T} cells in a mouse model of hepatoma},
  author = {Winter, A. B. and Summer, K.},
  journal = {J Made-up Hepatol},
  year = {2019}, volume = {41}, pages = {118--127},
  doi = {10.5555/ifn.2019.001}
}
@article{never,
  title = {Never}, author = {Nobody, N.}, journal = {Nothing}, year = {2020},
  doi = {10.5555/never.was}
}
"""
UNSURE = (
    LIBRARY
    + """\
  - id: unsure
    type: article-journal
    title: Interferon alpha restores exhausted T cells in a mouse model of hepatoma
"""
)


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    with World() as found:
        for name, value in found.environment.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("IFNLIT_MAILTO", "t@example.org")
        monkeypatch.setenv("IFNLIT_TIMEOUT", "1")
        yield found


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "refs.yaml"
    path.write_text(LIBRARY, encoding="utf-8")
    return path


def entries(out: str) -> dict[str, Any]:
    form = json.loads(out)
    jsonschema.validate(form, SCHEMA)
    return {entry["key"]: entry for entry in form["entries"]}


def test_the_table_says_why_and_what_to_do(world: World, run: Run, library: Path) -> None:
    found = run("-L", str(library), "check")
    assert (found.code, found.err) == (0, "")
    assert "plain" in found.out
    assert "the record at Crossref agrees in title, author" in found.out
    assert "→ ifnlit resolve takes or asks for it" in found.out
    assert found.out.splitlines()[-1] == "2 references: 1 confirmed, 1 suggested"
    assert all("mailto=t@example.org" in path for path in world.asked("crossref"))
    assert "mailto:t@example.org" in world.agents[0]


def test_json_is_as_its_schema_says_and_places_findings(
    world: World, run: Run, tmp_path: Path
) -> None:
    bib = tmp_path / "refs.bib"
    bib.write_text(BIB, encoding="utf-8")
    found = run("-L", str(bib), "check", "--json")
    by_key = entries(found.out)
    assert {key: entry["verdict"] for key, entry in by_key.items()} == {
        "plain": "confirmed",
        "never": "unregistered",
    }
    finding = by_key["never"]["findings"][0]
    assert finding["rule"] == "doi-unregistered"
    assert finding["path"].endswith("refs.bib")
    assert 8 <= finding["line"] <= 10
    assert found.code == 1
    assert (tmp_path / "refs.lock.json").exists()
    assert world.asked("doi") != []


def test_locked_repeats_what_was_found_and_lacks_what_was_not(
    world: World, run: Run, library: Path
) -> None:
    nothing = run("-L", str(library), "check", "--locked", "--json")
    assert nothing.code == 3
    assert {entry["verdict"] for entry in entries(nothing.out).values()} == {"unchecked"}
    fresh = run("-L", str(library), "check", "--json")
    world.requests.clear()
    locked = run("-L", str(library), "check", "--locked", "--json")
    again = run("-L", str(library), "check", "--locked", "--json")
    assert (locked.out, locked.code) == (fresh.out, 0)
    assert again == locked
    assert world.requests == []


def test_an_outage_is_not_a_finding(world: World, run: Run, library: Path) -> None:
    world.fail("crossref", FAULTS["portal"])
    found = run("-L", str(library), "check")
    assert found.code == 3
    assert "not known; Crossref: what came back is not its JSON" in found.out
    assert not library.with_suffix(".lock.json").exists()


def test_options_that_exclude_each_other_are_refused(run: Run, library: Path) -> None:
    found = run("-L", str(library), "check", "--locked", "--refresh")
    assert found.code == 2
    assert "exclude each other" in found.err


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("IFNLIT_MAILTO", "not an address", "write a mail address"),
        ("IFNLIT_CROSSREF_URL", "ftp://example.org", "write one like https://"),
        ("IFNLIT_DOI_URL", "http://[::1", "write one like https://"),
    ],
)
def test_a_wrong_setting_is_named(
    run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    found = run("-L", str(library), "check")
    assert found.code == 2
    assert name in found.err
    assert said in found.err


def test_a_broken_lock_is_told_and_left_alone(world: World, run: Run, library: Path) -> None:
    lock = library.with_suffix(".lock.json")
    lock.write_text("<<<<<<< ours\n{}\n", encoding="utf-8")
    found = run("-L", str(library), "check")
    assert found.code == 2
    assert "refs.lock.json:1:1: a merge left its conflict marks here" in found.err
    assert lock.read_text(encoding="utf-8") == "<<<<<<< ours\n{}\n"
    assert world.requests == []


def test_evidence_that_cannot_be_kept_is_told(
    world: World, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("IFNLIT_CACHE", str(tmp_path / "file" / "below"))
    found = run("check", "sung2021global")
    assert "what was learnt cannot be kept" in found.err
    assert world.asked("crossref") != []


def test_the_packaged_library_keeps_its_evidence_in_the_cache(
    world: World, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("IFNLIT_CACHE", str(tmp_path / "cache"))
    run("check", "xu1995dynamic", "8")
    assert world.requests == []  # no such key
    run("check", "18")
    assert (tmp_path / "cache" / "packaged.lock.json").exists()


def test_a_terminal_sees_progress_and_colour(
    world: World, run: Run, library: Path, terminal: None
) -> None:
    del terminal, world
    found = run("-L", str(library), "check")
    assert "\x1b[32mconfirmed" in found.out


def test_resolve_writes_what_is_sure_with_its_evidence(
    world: World, run: Run, library: Path
) -> None:
    del world
    shown = run("-L", str(library), "resolve", "--diff")
    assert '+    DOI: "10.5555/report.2020"' in shown.out
    assert library.read_text(encoding="utf-8") == LIBRARY
    dry = run("-L", str(library), "resolve", "--dry-run")
    assert "search: DOI 10.5555/report.2020 found (Crossref, asked " in dry.out
    assert library.read_text(encoding="utf-8") == LIBRARY
    done = run("-L", str(library), "resolve")
    assert done.code == 0
    assert done.out.splitlines()[-1].startswith("2 references: 3 identifiers written")
    text = library.read_text(encoding="utf-8")
    assert "  # the first one\n" in text
    assert "    PMCID: PMC6400001\n" in text
    assert "evidence: [{field: DOI, source: " in text
    again = run("-L", str(library), "check")
    assert again.out.splitlines()[-1] == "2 references: 2 confirmed"


def test_resolve_asks_a_person_where_it_is_not_sure(
    world: World, run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del world
    library.write_text(UNSURE, encoding="utf-8")
    told = run("-L", str(library), "resolve", "unsure")
    assert "unsure: not sure" in told.out
    assert "--pick unsure=10.5555/ifn.2019.001" in told.out
    monkeypatch.setattr("click.prompt", _first)
    found = run("-L", str(library), "resolve", "unsure", "--interactive")
    assert "unsure: DOI 10.5555/ifn.2019.001 written" in found.out


@pytest.mark.parametrize("end", ["q\n", "", "99\nQUIT\n"])
def test_who_stops_at_a_question_keeps_what_was_chosen(
    world: World, run: Run, library: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    del world
    library.write_text(UNSURE + UNSURE.partition("  - id: unsure")[2].join(("  - id: other", "")))
    monkeypatch.setattr("sys.stdin", io.StringIO(f"1\n{end}"))
    found = run("-L", str(library), "resolve", "unsure", "other", "--interactive")
    assert found.code == 0
    assert "unsure: DOI 10.5555/ifn.2019.001 written" in found.out
    assert "other: not sure" in found.out
    assert "stopped; what was chosen before is kept" in found.err
    assert "ifn.2019.001" in library.read_text(encoding="utf-8").partition("id: unsure")[2]


def test_who_interrupts_a_question_writes_nothing(
    world: World, run: Run, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del world

    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    library.write_text(UNSURE, encoding="utf-8")
    monkeypatch.setattr("click.termui.visible_prompt_func", interrupted)
    assert run("-L", str(library), "resolve", "unsure", "--interactive").code == 130
    assert library.read_text(encoding="utf-8") == UNSURE


def test_resolve_takes_a_pick_that_fits_and_refuses_one_that_does_not(
    world: World, run: Run, library: Path
) -> None:
    library.write_text(UNSURE, encoding="utf-8")
    base = ("-L", str(library), "resolve", "--dry-run", "--pick")
    assert "unsure: DOI 10.5555/ifn.2019.001 found" in run(*base, "unsure=10.5555/ifn.2019.001").out
    other = run(*base, "search=10.5555/report.2018")
    assert other.code == 1
    assert "search: 10.5555/report.2018 is disputed" in other.err
    hand = run(*base, "plain=https://doi.org/10.5555/ifn.2019.001")
    assert "plain: DOI 10.5555/ifn.2019.001 found" in hand.out
    wrong = run(*base, "search=nonsense")
    assert (wrong.code, "is no DOI" in wrong.err) == (1, True)
    assert run(*base, "nobody=10.5555/x").code == 2
    assert run(*base, "search").code == 2
    assert world.requests != []


def test_a_pick_may_name_the_number_of_its_reference(world: World, run: Run, library: Path) -> None:
    doi = "10.5555/report.2020"
    found = run("-L", str(library), "resolve", "plain", "--dry-run", "--pick", f"2={doi}")
    assert f"search: DOI {doi} found" in found.out
    assert world.requests != []


def test_a_pick_that_nobody_can_look_up_is_not_known(world: World, run: Run, library: Path) -> None:
    world.fail("crossref", FAULTS["broken"])
    pick = ("resolve", "plain", "--pick", "plain=10.5555/report.2018")
    found = run("-L", str(library), *pick)
    assert found.code == 3
    assert "plain: 10.5555/report.2018 is unchecked" in found.err


def test_numbers_that_pubmed_cannot_tell_are_not_known(
    world: World, run: Run, library: Path
) -> None:
    world.fail("pubmed", FAULTS["broken"])
    found = run("-L", str(library), "resolve", "plain")
    assert found.code == 3
    assert "the numbers of plain could not be looked up: PubMed: " in found.err


def test_a_run_asks_a_dead_service_no_more_for_each_pick(
    world: World, run: Run, library: Path
) -> None:
    library.write_text(UNSURE, encoding="utf-8")
    world.fail("crossref", FAULTS["broken"])
    picks = [f"--pick={key}=10.5555/report.{key}" for key in ("plain", "search", "unsure")]
    found = run("-L", str(library), "resolve", *picks)
    assert found.code == 3
    assert len(world.requests) <= 12


def test_resolve_says_when_what_it_takes_was_retracted(
    world: World, run: Run, library: Path
) -> None:
    title = "A single gene explains the response to interferon in liver cancer"
    works = [it for it in world.knowledge.works if it["DOI"] == "10.5555/ifn.2015.retracted"]
    world.knowledge.works = works
    library.write_text(
        f"""references:
  - id: gone
    type: article-journal
    title: {title}
    author: [{{family: Grau, given: O.}}]
    container-title: Journal of Made-up Hepatology
    issued: "2015"
    volume: "37"
    page: 55-61
""",
        encoding="utf-8",
    )
    found = run("-L", str(library), "resolve", "--dry-run")
    assert "gone: DOI 10.5555/ifn.2015.retracted found" in found.out
    assert "gone: error: 10.5555/ifn.2015.retracted was retracted" in found.out


def test_resolve_speaks_json_and_writes_no_other_format(
    world: World, run: Run, tmp_path: Path
) -> None:
    del world
    bib = tmp_path / "refs.bib"
    bib.write_text(BIB.replace("doi = {10.5555/ifn.2019.001}", ""), encoding="utf-8")
    found = run("-L", str(bib), "resolve", "plain", "--json", "--dry-run")
    entry = json.loads(found.out)["entries"][0]
    assert (entry["key"], entry["found"]["DOI"]) == ("plain", "10.5555/ifn.2019.001")
    refused = run("-L", str(bib), "resolve", "plain")
    assert refused.code == 2
    assert "only a refs.yaml can be written to" in refused.err


def test_a_typographic_dash_in_a_doi_is_told_and_does_not_hide_the_work(
    world: World, run: Run, library: Path
) -> None:
    world.knowledge.works[0]["DOI"] = "10.5555/ifn-2019"
    library.write_text(
        LIBRARY.replace("10.5555/ifn.2019.001", "10.5555/ifn\u20102019"), encoding="utf-8"
    )
    found = run("-L", str(library), "check", "plain", "--json")
    (entry,) = json.loads(found.out)["entries"]
    assert (entry["verdict"], entry["doi"]) == ("confirmed", "10.5555/ifn-2019")
    told = [it["message"] for it in entry["findings"] if it["rule"] == "doi-malformed"]
    assert told == ['the DOI is recorded as "10.5555/ifn\u20102019", which leads nowhere']


def test_an_address_and_a_field_may_be_one_doi_twice(world: World, run: Run, library: Path) -> None:
    del world
    text = LIBRARY.replace("custom: {n: 2}", "URL: https://dx.doi.org/10.5555/IFN.2019.001")
    library.write_text(text, encoding="utf-8")
    found = run("-L", str(library), "check", "--json")
    assert found.out.count('"doi-duplicate"') == 2


def test_what_evidence_and_the_rules_both_say_is_said_once(
    world: World, run: Run, tmp_path: Path
) -> None:
    del world
    bib = tmp_path / "refs.bib"
    bib.write_text(BIB.replace("10.5555/never.was", "10.55/x y") + BIB.replace("{plain", "{twin"))
    by_key = entries(run("-L", str(bib), "check", "--json").out)
    rules = {key: [it["rule"] for it in entry["findings"]] for key, entry in by_key.items()}
    assert rules["plain"].count("doi-duplicate") == 1
    assert rules["twin"].count("doi-duplicate") == 1
    assert rules["never"].count("doi-malformed") == 1


def _first(*_: object, **__: object) -> int:
    return 1


def test_no_line_of_the_table_begins_as_a_command_to_a_build_server(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "refs.yaml"
    path.write_text(LIBRARY.replace("id: plain", 'id: "::error::forged"'), encoding="utf-8")
    found = run("-L", str(path), "check", "--offline")
    assert "     : :error::forged  unchecked" in found.out
    assert not any(line.lstrip().startswith("::") for line in found.out.splitlines())
