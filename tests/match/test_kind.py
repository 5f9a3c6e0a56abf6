from __future__ import annotations

from dataclasses import replace

import pytest

from ifnlit.match.kind import is_preprint, kind, kinds_alike
from ifnlit.model.evidence import Bearing, Record, Update
from ifnlit.model.reference import Reference
from tests.match.works import OURS, THEIRS

A, N, S, D, C = Bearing  # agrees, near, silent, differs, conflicts

TYPES = (
    ("article-journal", "journal-article", A),
    ("article-magazine", "journal-article", A),
    ("article-journal", "book-chapter", N),
    ("article-journal", "proceedings-article", N),
    ("article-journal", "reference-entry", D),
    ("article-journal", "book", D),
    ("article-journal", "posted-content", C),
    ("article-journal", "component", C),
    ("article-journal", "peer-review", C),
    ("article-journal", "dataset", C),
    ("article-journal", "journal-issue", C),
    ("article-journal", "dissertation", C),
    ("chapter", "book-chapter", A),
    ("entry-encyclopedia", "reference-entry", A),
    ("chapter", "book", C),
    ("chapter", "journal-article", C),
    ("book", "monograph", A),
    ("book", "book-chapter", C),
    ("book", "journal-article", C),
    ("thesis", "dissertation", A),
    ("thesis", "journal-article", C),
    ("paper-conference", "proceedings-article", A),
    ("paper-conference", "journal-article", N),
    ("paper-conference", "posted-content", C),
    ("report", "report", A),
    ("report", "posted-content", N),
    ("dataset", "dataset", A),
    ("dataset", "journal-article", C),
    ("webpage", "posted-content", A),
    ("webpage", "journal-article", D),
    ("patent", "journal-article", S),
    ("patent", "component", C),
    ("article-journal", "", S),
    ("dataset", "interactiveresource", S),
)


@pytest.mark.parametrize(("ours", "theirs", "bearing"), TYPES)
def test_types_of_crossref_beside_types_of_csl(ours: str, theirs: str, bearing: Bearing) -> None:
    placed = replace(OURS, type=ours, volume="", page="")
    found = kinds_alike(placed, replace(THEIRS, type=theirs))
    assert found.bearing is bearing, found.reason


TITLES = (
    ("a correction", OURS.title, f"Correction: {OURS.title}", C),
    ("a correction to", OURS.title, f"Correction to: {OURS.title}", C),
    ("an author correction", OURS.title, f"Author Correction: {OURS.title}", C),
    ("PNAS's correction", OURS.title, f"Correction for Ferrari et al., {OURS.title}", C),
    ("an erratum", OURS.title, f"Erratum to: {OURS.title}", C),
    ("at its end", OURS.title, f"{OURS.title} – CORRIGENDUM", C),
    ("a retraction notice", OURS.title, f"Retraction notice to: {OURS.title}", C),
    ("a concern", OURS.title, f"Expression of Concern: {OURS.title}", C),
    ("an abstract", OURS.title, f"Abstract P-123: {OURS.title}", C),
    ("a retracted article is the article", OURS.title, f"RETRACTED: {OURS.title}", A),
    ("ours is the correction as well", f"Correction: {OURS.title}", f"Correction: {OURS.title}", A),
    ("badly scanned", f"Correcfion: {OURS.title}", f"Correction: {OURS.title}", A),
    ("an article on correcting", "Shock", "Correction of anaemia in septic shock", A),
    ("an article on responses", "Shock", "Response to vasopressors in septic shock", A),
    ("a reply", OURS.title, f"{OURS.title}—Reply", D),
    ("a reply to", OURS.title, f"Reply to: {OURS.title}", D),
    ("a comment", OURS.title, f"Comment on: {OURS.title}", D),
    ("ours is the reply as well", f"{OURS.title}—Reply [J]", f"{OURS.title}—Reply", A),
    ("a mark without our title", "", "Erratum", C),
)


@pytest.mark.parametrize(("why", "ours", "theirs", "bearing"), TITLES, ids=[t[0] for t in TITLES])
def test_a_title_tells_what_is_not_the_work_itself(
    why: str, ours: str, theirs: str, bearing: Bearing
) -> None:
    found = kinds_alike(replace(OURS, title=ours), replace(THEIRS, titles=(theirs,)))
    assert found.bearing is bearing, f"{why}: {found.reason}"


UPDATES = (
    ("it corrects another record", "correction", "10.5555/other", C),
    ("it retracts itself", "retraction", THEIRS.doi.upper(), A),
    ("it is a new version of another", "new_version", "10.5555/other", A),
    ("it is the version of record of another", "version_of_record", "10.5555/other", A),
)


@pytest.mark.parametrize(("why", "update", "doi", "bearing"), UPDATES)
def test_a_record_that_updates_another_is_a_notice(
    why: str, update: str, doi: str, bearing: Bearing
) -> None:
    record = replace(THEIRS, updates=(Update(update, doi, direction="update-to"),))
    assert kinds_alike(OURS, record).bearing is bearing, why


def test_a_paper_that_was_corrected_is_the_paper() -> None:
    record = replace(THEIRS, updates=(Update("correction", "10.5555/notice"),))
    assert kinds_alike(OURS, record).bearing is A


def test_a_title_marked_as_retracted_by_its_own_record_is_the_work() -> None:
    update = Update("retraction", THEIRS.doi, direction="update-to")
    record = replace(THEIRS, titles=(f"Retraction: {OURS.title}",), updates=(update,))
    assert kinds_alike(OURS, record).bearing is A


def test_a_title_marked_by_what_others_say_of_its_record_is_the_work() -> None:
    concern = Update("expression_of_concern", "10.5555/notice")
    record = replace(THEIRS, titles=(f"Expression of concern: {OURS.title}",), updates=(concern,))
    assert kinds_alike(OURS, record).bearing is A
    other = Update("expression_of_concern", "10.5555/other", direction="update-to")
    notice = replace(record, updates=(concern, other))
    assert kinds_alike(OURS, notice).bearing is C
    corrected = replace(record, updates=(Update("correction", "10.5555/notice"),))
    assert kinds_alike(OURS, corrected).bearing is C


def test_a_notice_for_a_notice_agrees() -> None:
    update = Update("correction", "10.5555/other", direction="update-to")
    ours = replace(OURS, title=f"Correction: {OURS.title}")
    assert kinds_alike(ours, replace(THEIRS, updates=(update,))).bearing is A


PREPRINTS = (
    ("its genre", Reference("x", "article", genre="Preprint"), True),
    ("its server", Reference("x", "article-journal", container_title="bioRxiv"), True),
    ("its publisher", Reference("x", "report", publisher="Research Square"), True),
    ("its number at arXiv", Reference("x", "article", arxiv="2101.00001"), True),
    ("an article with a copy at arXiv", replace(OURS, arxiv="2101.00001"), False),
    ("an article", OURS, False),
)


@pytest.mark.parametrize(("why", "reference", "expected"), PREPRINTS, ids=[p[0] for p in PREPRINTS])
def test_a_reference_to_a_preprint_is_known(why: str, reference: Reference, expected: bool) -> None:
    assert is_preprint(reference) is expected, why


def test_a_preprint_beside_a_preprint_agrees_and_beside_the_article_does_not() -> None:
    ours = Reference("x", "article", title=OURS.title, genre="preprint")
    preprint = Record("crossref", type="posted-content", titles=(OURS.title,))
    assert kinds_alike(ours, preprint).bearing is A
    assert kinds_alike(ours, THEIRS).bearing is C


def test_ssrn_registers_preprints_as_journal_articles() -> None:
    record = replace(THEIRS, container_titles=("SSRN Electronic Journal",))
    assert kinds_alike(OURS, record).bearing is C
    assert kinds_alike(replace(OURS, container_title="SSRN Electron J"), record).bearing is A


def test_a_document_with_a_place_in_a_journal_is_an_article() -> None:
    assert kind(replace(OURS, type="document")) == "article-journal"
    assert kind(Reference("x", title="x")) == ""


def test_a_book_on_pages_of_a_journals_volume_is_an_article() -> None:
    assert kind(replace(OURS, type="book")) == "article-journal"
    assert kind(replace(OURS, type="book", volume="")) == "book"
