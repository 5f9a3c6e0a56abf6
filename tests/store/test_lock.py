"""The lock file: what is kept, where, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ifnlit.errors import UnreadableInput
from ifnlit.model.date import Date
from ifnlit.model.evidence import Bearing, Difference
from ifnlit.model.finding import Finding, Severity
from ifnlit.model.reference import Reference
from ifnlit.model.verdict import (
    Candidate,
    Confirmed,
    ConfirmedElsewhere,
    Disputed,
    Elsewhere,
    Evidence,
    Ids,
    Settled,
    Suggested,
    Unchecked,
    Unlisted,
    Unregistered,
)
from ifnlit.store import lock
from ifnlit.store.beside import Files, files
from ifnlit.store.lock_entry import decoded, encoded

if TYPE_CHECKING:
    from ifnlit.model.verdict import Verdict

DAY = Date(2026, 1, 15)
ROW = Difference("title", "ours " * 30, "theirs", 0.25, "other words", Bearing.CONFLICTS)
EVIDENCE = (
    Evidence(
        "crossref", "/works?filter=doi:10.5555/x", DAY, 200, "record", (("DOI", "x"),), (ROW,)
    ),
    Evidence("doi", "/ra/10.5555/x", Date(2026, 1, 10), 200, "held by Crossref"),
)
CANDIDATE = Candidate("crossref", "10.5555/y", (("title", "T"),), (ROW,), 0.9, "1", "PMC2", True)
KEPT: tuple[Verdict, ...] = (
    Confirmed("10.5555/x", "Crossref", EVIDENCE),
    ConfirmedElsewhere("10.5555/x", "DataCite", EVIDENCE),
    Elsewhere("10.5555/x", "ISTIC", EVIDENCE),
    Disputed("10.5555/x", "Crossref", "of another work", EVIDENCE),
    Unregistered("10.5555/x", EVIDENCE),
    Suggested((CANDIDATE, replace(CANDIDATE, accepted=False)), "alike", EVIDENCE),
    Unlisted("nothing like it", EVIDENCE),
)
FINDINGS = (Finding("doi-concern", "doubted", Severity.WARNING, "k", "DOI", hint="read it"),)


def entry(key: str, asked: Date = DAY) -> lock.Entry:
    verdict = Confirmed("10.5555/x", "Crossref", (replace(EVIDENCE[0], asked=asked),))
    return lock.Entry("sha256:0", Settled(key, verdict), asked)


@pytest.mark.parametrize("verdict", KEPT)
def test_what_is_kept_comes_back_as_it_was(verdict: Verdict) -> None:
    for ids in (None, Ids("1", "PMC2", "pubmed", ("title", "page"))):
        settled = Settled("k", verdict, FINDINGS, ids)
        assert decoded("k", json.loads(json.dumps(encoded(settled)))) == settled


def test_what_is_not_known_is_not_kept() -> None:
    with pytest.raises(ValueError, match="no verdict that is kept"):
        decoded("k", encoded(Settled("k", Unchecked("", "crossref", "down"))))


def test_the_file_is_sorted_and_a_comparison_is_a_line_a_field(tmp_path: Path) -> None:
    at = files(str(tmp_path / "refs.bib"), str(tmp_path / "cache"))
    assert at.beside == str(tmp_path / "refs.lock.json")
    lock.write(at, {"b": entry("b"), "a": entry("a")})
    text = Path(at.beside).read_text(encoding="utf-8")
    assert text.index('"a": {') < text.index('"b": {')
    assert (
        sum('"bearing": "conflicts"' in line and '"theirs"' in line for line in text.splitlines())
        == 2
    )
    assert text.endswith("\n}\n")
    assert lock.read(at) == {"a": entry("a"), "b": entry("b")}


def test_a_file_that_would_not_change_is_not_touched(tmp_path: Path) -> None:
    at = files(str(tmp_path / "refs.yaml"), str(tmp_path / "cache"))
    lock.write(at, {"a": entry("a")})
    before = Path(at.beside).stat()
    lock.write(at, {"a": entry("a")})
    after = Path(at.beside).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_evidence_of_a_read_only_folder_goes_to_the_cache(tmp_path: Path) -> None:
    at = files(str(tmp_path / "no" / "refs.yaml"), str(tmp_path / "cache"))
    assert lock.write(at, {"a": entry("a")}) == at.cached
    assert lock.write(at, {"a": entry("a")}) == at.cached
    assert lock.read(at) == {"a": entry("a")}


def test_the_later_evidence_of_the_two_files_counts(tmp_path: Path) -> None:
    at = files(str(tmp_path / "refs.yaml"), str(tmp_path / "cache"))
    old, new = entry("a", Date(2025, 1, 1)), entry("a", Date(2026, 1, 1))
    lock.write(Files(at.beside, ""), {"a": old, "b": new})
    lock.write(Files("", at.cached), {"a": new, "b": old, "c": old})
    assert lock.read(at) == {
        "a": new,
        "b": entry("b", Date(2026, 1, 1)),
        "c": replace(old, settled=replace(old.settled, key="c")),
    }


def test_a_file_written_beside_takes_the_place_of_the_one_in_the_cache(tmp_path: Path) -> None:
    at = files(str(tmp_path / "refs.yaml"), str(tmp_path / "cache"))
    lock.write(Files("", at.cached), {"a": entry("a"), "gone": entry("gone")})
    lock.write(at, {"a": entry("a")})
    assert lock.read(at) == {"a": entry("a")}


def test_the_packaged_library_has_no_file_beside_it() -> None:
    at = files("")
    assert at.beside == ""
    assert at.cached.endswith("packaged.lock.json")


def test_a_cache_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    at = files("", str(tmp_path / "file" / "cache"))
    with pytest.raises(UnreadableInput, match="what was learnt cannot be kept"):
        lock.write(at, {"a": entry("a")})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1:1: no JSON"),
        ("[]", "a lock file is a map"),
        ("{", "no JSON"),
        ('{"version": 2, "references": {}}', "of version 2; this ifnlit knows 1"),
        ('{"references": {}}', "of version null"),
        ('{"version": 1, "references": []}', "references: must be a map"),
        ('{"version": 1, "version": 1}', '"version" stands in it twice'),
        ('{"version": 1, "references": {"a": 1}}', 'the entry "a" is not as ifnlit writes it'),
        (
            '{"version": 1, "references": {"a": {"of": "x", "verdict": "odd", "evidence": []}}}',
            "entry",
        ),
        ('{"version": 1,\n=======\n"references": {}}', "2:1: a merge left its conflict marks"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_a_broken_file_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "refs.lock.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableInput) as caught:
        lock.read(files(str(tmp_path / "refs.yaml"), str(tmp_path / "cache")))
    assert said in str(caught.value)
    assert "refs.lock.json" in str(caught.value)


@pytest.mark.parametrize("field", ["doi", "agency"])
def test_a_value_of_another_type_is_refused(field: str) -> None:
    item = encoded(Settled("k", KEPT[0])) | {field: 7}
    with pytest.raises(TypeError):
        decoded("k", item)


def test_an_edit_of_what_is_compared_changes_the_hash_and_nothing_else_does() -> None:
    ours = Reference("k", title="T", doi="10.5555/x")
    assert lock.fingerprint(replace(ours, abstract="A", note="N")) == lock.fingerprint(ours)
    assert lock.fingerprint(replace(ours, title="t")) != lock.fingerprint(ours)
    assert lock.fingerprint(replace(ours, volume="1")) != lock.fingerprint(ours)


@pytest.mark.parametrize(
    ("url", "note"), [("https://doi.org/10.5555/x", ""), ("", "DOI: 10.5555/x")]
)
def test_an_address_counts_where_it_holds_the_doi(url: str, note: str) -> None:
    bare = Reference("k", title="T")
    held = replace(bare, url=url, note=note)
    assert lock.fingerprint(held) != lock.fingerprint(bare)
    with_doi = lock.fingerprint(replace(bare, doi="10.1/x"))
    assert lock.fingerprint(replace(held, doi="10.1/x")) == with_doi
