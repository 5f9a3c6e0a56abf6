"""A push that is begun again, meets others at work, or another Zotero than before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from ifnlit.model.exchange import Reply, Request, Response
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference
from ifnlit.push.job import Trouble
from ifnlit.push.plan import Action, Sent
from tests.push.fake import FIELDS, FakeZotero
from tests.push.test_push import KIM, LI, TIMEOUT, Session, posts

if TYPE_CHECKING:
    from collections.abc import Callable

WEB_READS = 3  # who, items, schema


@pytest.fixture(params=["local", "web"])
def zotero(request: pytest.FixtureRequest) -> FakeZotero:
    return FakeZotero(is_web=request.param == "web", keys={"k"})


def web(**settings: Any) -> FakeZotero:  # noqa: ANN401  # fields of the fake
    return FakeZotero(is_web=True, **settings)


def failing(path: str, reply: Reply | Callable[[FakeZotero, Request], Reply]) -> list[Any]:
    """Faults that meet every request to write `path` once."""
    left = [reply]

    def fault(fake: FakeZotero, request: Request) -> Reply:
        if left and request.method == "POST" and request.path.endswith(path):
            found = left.pop()
            return found(fake, request) if callable(found) else found
        return fake.own(request)

    return [fault] * 20


def test_what_an_ended_run_left_is_kept_up_from_then_on(zotero: FakeZotero) -> None:
    session = Session(zotero, LI)
    session.push()
    session.parts.clear()  # the run was ended before it could note the keys
    session.only()["extra"] += "\nRead: yes"
    assert session.actions() == [Action.SAME]
    assert session.actions() == [Action.SAME]
    session.references = (replace(LI, volume="9"),)
    assert session.actions() == [Action.UPDATE]
    assert session.only()["volume"] == "9"


def test_two_works_of_one_title_and_year_are_two_items(zotero: FakeZotero) -> None:
    other = replace(LI, id="park2020", doi="10.1000/b", author=(Name("Park", "B."),))
    session = Session(zotero, LI)
    session.push()
    session.references = (LI, other)
    assert session.actions() == [Action.SAME, Action.CREATE]
    session.parts.clear()
    assert session.actions() == [Action.SAME, Action.SAME]
    keys = [one.key for one in session.sent.values()]
    assert len(set(keys)) == 2


def test_works_without_doi_are_told_apart_by_their_first_author(zotero: FakeZotero) -> None:
    zotero.items["MINE2345"] = {
        "itemType": "thesis", "title": "Depth", "date": "", "version": 1,
        "creators": [{"creatorType": "author", "lastName": "Park", "firstName": "A."}],
    }  # fmt: skip
    assert Session(zotero, KIM).actions() == [Action.CREATE]


def test_a_citation_key_that_others_gave_to_another_work_is_no_twin(zotero: FakeZotero) -> None:
    zotero.items["MINE2345"] = {
        "itemType": "book", "title": "Kidneys and what they do", "date": "1999",
        "citationKey": "li2020word", "version": 1,
    }  # fmt: skip
    assert Session(zotero, LI).actions() == [Action.CREATE]


def test_a_doi_in_common_outweighs_a_changed_title(zotero: FakeZotero) -> None:
    zotero.items["MINE2345"] = {
        "itemType": "journalArticle", "title": "Mots", "citationKey": "li2020word",
        "DOI": "10.1000/A", "date": "2019", "version": 1,
    }  # fmt: skip
    assert Session(zotero, LI).actions() == [Action.PRESENT]


def test_a_changed_type_is_written_with_the_fields_of_the_new_one(zotero: FakeZotero) -> None:
    session = Session(zotero, KIM)
    session.push()
    session.references = (replace(KIM, type="document"),)
    assert session.actions() == [Action.UPDATE]
    item = session.only()
    assert (item["itemType"], item["publisher"]) == ("document", "Uni")
    assert "university" not in posts(zotero)[-1].body
    assert session.actions() == [Action.SAME]


def test_a_type_that_zoteros_user_chose_stays(zotero: FakeZotero) -> None:
    session = Session(zotero, LI)
    session.push()
    session.only()["itemType"] = "document"
    session.references = (replace(LI, volume="9", title="Word", author=(Name("Li", "X."),)),)
    (step,) = session.push().steps
    assert step.changes == {"title": "Word"}
    assert [one.field for one in step.conflicts] == ["creators", "volume"]


def test_another_desktop_is_another_library() -> None:
    session = Session(FakeZotero(), LI)
    session.push()
    session.zotero = FakeZotero(server_id="Bb1Bb2Bb3Bb4")
    assert session.actions() == [Action.CREATE]
    assert sorted(session.parts) == ["desktop:Bb1Bb2Bb3Bb4", "desktop:Xx1Yy2Zz3Aa4"]


def test_another_account_is_another_library() -> None:
    session = Session(web(), LI)
    session.push()
    session.zotero = web(user=7)
    assert session.actions() == [Action.CREATE]
    assert sorted(session.parts) == ["web:users/1000001", "web:users/7"]


def test_what_an_older_zotero_was_sent_is_known_to_the_newer_one() -> None:
    session = Session(FakeZotero(version=7, local_api=False), LI)
    session.push()
    assert session.sent["li2020word"].key == ""
    session.zotero.version, session.zotero.local_api = 10, True
    assert session.actions() == [Action.SAME]
    assert session.parts["desktop:Xx1Yy2Zz3Aa4"]["li2020word"].key in session.zotero.items


def test_a_server_that_gives_smaller_pages_is_read_to_the_end() -> None:
    zotero = web(most=7)
    references = [replace(LI, id=f"k{n}", doi=f"10.1000/{n}") for n in range(30)]
    session = Session(zotero, *references)
    session.push()
    session.parts.clear()
    assert set(session.actions()) == {Action.SAME}


def test_a_library_that_changes_while_it_is_read_is_read_anew() -> None:
    zotero = web(most=1)
    session = Session(zotero, LI, KIM)
    session.push()

    def changed(fake: FakeZotero, request: Request) -> Reply:
        answer = fake.own(request)
        fake.now += 1
        return answer

    zotero.faults = [None, changed]
    before = len(zotero.seen)
    assert session.actions() == [Action.SAME, Action.SAME]
    asked = [one.path for one in zotero.seen[before:] if "items?" in one.path]
    assert len(asked) == 4


def test_a_library_that_others_changed_is_read_and_planned_anew(zotero: FakeZotero) -> None:
    session = Session(zotero, LI)
    stale = Response(412, "Library has been modified since specified version")

    def elsewhere(fake: FakeZotero, _: Request) -> Reply:
        fake.items["MINE2345"] = {"title": "Words", "DOI": "10.1000/a", "version": 1}
        return stale

    zotero.faults = failing("/items", elsewhere)
    result = session.push()
    assert (result.problem, [step.action for step in result.steps]) == (None, [Action.PRESENT])
    assert len(zotero.items) == 1


def test_a_library_that_others_change_all_the_time_is_given_up() -> None:
    zotero = web()
    stale = Response(412, "Library has been modified since specified version")

    def refused(fake: FakeZotero, request: Request) -> Reply:
        return stale if request.method == "POST" else fake.own(request)

    zotero.faults = [refused] * 20
    problem = Session(zotero, LI).push().problem
    assert problem is not None
    assert (problem.trouble, problem.message) == (
        Trouble.UNREACHED,
        "others are changing this library",
    )


def test_another_database_opened_meanwhile_is_told() -> None:
    zotero = FakeZotero(keys={"k"})
    zotero.faults = failing("/items", Response(412, "Zotero-Server-ID does not match this server"))
    problem = Session(zotero, LI).push().problem
    assert problem is not None
    assert problem.message == "another Zotero answers than before"


def test_a_stopped_push_tells_what_was_written_before() -> None:
    zotero = web()
    references = [replace(LI, id=f"k{n}", doi=f"10.1000/{n}") for n in range(60)]
    session = Session(zotero, *references)
    zotero.faults = [None] * (WEB_READS + 1) + [TIMEOUT]
    result = session.push()
    assert result.problem is not None
    assert len(result.written) == 50
    assert len(session.push().written) == 10


def test_changes_that_are_too_large_together_are_sent_apart() -> None:
    zotero = web()
    session = Session(zotero, LI, KIM)
    session.push()
    session.references = (replace(LI, title="A"), replace(KIM, title="B"))
    zotero.faults = failing("/items", Response(413, "Too large"))
    assert session.push().written == ("li2020word", "kim2018")


def collections(*found: tuple[str, str, object], **more: object) -> Response:
    data: list[dict[str, object]] = [
        {"key": key, "data": {"name": name, "parentCollection": parent, **more}}
        for key, name, parent in found
    ]
    return Response(200, "[]", data)


def test_of_collections_of_one_name_the_outermost_is_taken() -> None:
    zotero = web(collections={"AAAA2345": "R", "BBBB2345": "R"})
    zotero.faults = [None] * WEB_READS + [
        collections(("AAAA2345", "R", "BBBB2345"), ("BBBB2345", "R", False))
    ]
    Session(zotero, LI).push(collection="R")
    (item,) = zotero.items.values()
    assert item["collections"] == ["BBBB2345"]


def test_several_collections_of_one_name_are_not_guessed_at() -> None:
    zotero = web(collections={"AAAA2345": "R", "BBBB2345": "R"})
    problem = Session(zotero, LI).push(collection="R").problem
    assert problem is not None
    assert problem.message == '2 collections of Zotero are named "R"'
    assert problem.hint == "give the key of one instead: AAAA2345, BBBB2345"
    assert zotero.items == {}
    Session(zotero, LI).push(collection="BBBB2345")
    (item,) = zotero.items.values()
    assert item["collections"] == ["BBBB2345"]


def test_a_collection_in_the_bin_is_not_used() -> None:
    zotero = web(collections={"AAAA2345": "R"})
    zotero.faults = [None] * WEB_READS + [collections(("AAAA2345", "R", False), deleted=True)]
    Session(zotero, LI).push(collection="R")
    assert len(zotero.collections) == 2


def test_a_collection_whose_making_was_not_told_is_made_once() -> None:
    zotero = web()

    def repeated(fake: FakeZotero, request: Request) -> Reply:
        fake.own(request)
        return fake.own(request)

    zotero.faults = failing("/collections", repeated)
    assert Session(zotero, LI).push(collection="R").written == ("li2020word",)
    assert list(zotero.collections.values()) == ["R"]


def test_an_import_whose_run_was_ended_is_not_repeated() -> None:
    zotero = FakeZotero(version=7, local_api=False)
    session = Session(zotero, LI)
    session.push(collection="Reviews")
    session.parts.clear()
    assert session.push(collection="Reviews").written == ("li2020word",)
    assert len(zotero.items) == 1


def test_items_that_were_not_moved_are_known_nevertheless() -> None:
    zotero = FakeZotero(version=7, local_api=False, collections={"7": "Reviews"})
    session = Session(zotero, LI)
    zotero.faults = failing("/updateSession", Response(400, '{"error":"COLLECTION_NOT_FOUND"}'))
    result = session.push(collection="Reviews")
    assert result.problem is not None
    assert result.problem.message.startswith('Zotero did not put the new items into "Reviews"')
    assert result.written == ("li2020word",)
    assert session.actions() == [Action.SAME]


def test_a_creator_has_a_role_that_the_type_has(zotero: FakeZotero) -> None:
    thesis = replace(KIM, editor=(Name("Ed", "E."),), translator=(Name("Tr", "T."),))
    session = Session(zotero, thesis)
    assert session.push().failed == ()
    assert [one["creatorType"] for one in session.only()["creators"]] == [
        "author", "contributor", "contributor",
    ]  # fmt: skip


def test_no_field_is_lost_on_the_way(zotero: FakeZotero) -> None:
    preprint = Reference(
        "p", "document", title="T", volume="7", arxiv="2001.00001", event_place="Bern"
    )
    session = Session(zotero, preprint)
    session.push()
    assert set(session.only()) - set(FIELDS["document"]) <= {
        "itemType", "creators", "tags", "collections", "relations", "key", "version",
    }  # fmt: skip
    assert session.only()["extra"].splitlines() == [
        "Volume: 7", "Event Place: Bern", "arXiv: 2001.00001",
    ]  # fmt: skip


def test_a_field_that_both_took_out_is_no_longer_what_was_sent(zotero: FakeZotero) -> None:
    session = Session(zotero, replace(LI, volume="9"))
    session.push()
    del session.only()["volume"]
    session.references = (LI,)
    session.push()
    session.only()["volume"] = "10"
    assert session.actions() == [Action.SAME]


def test_a_state_without_the_librarys_name_counts_where_its_keys_are(zotero: FakeZotero) -> None:
    session = Session(zotero, LI)
    session.push()
    (part,) = session.parts.values()
    gone = {"kim2018": Sent("GONE2345", {}), "x": Sent("", {})}
    session.parts = {"web" if zotero.is_web else "desktop": {**part, **gone}}
    session.references = (LI, KIM)
    assert session.actions() == [Action.SAME, Action.CREATE]


def test_a_group_that_is_not_there_is_told() -> None:
    problem = Session(web(), LI).push(apply=False, group="7").problem
    assert problem is not None
    assert (problem.message, problem.hint) == ("Zotero has no /groups/7", "check the number")


def test_what_answers_on_the_web_must_be_zotero() -> None:
    zotero = web(faults=[Response(200, "<html>Log in</html>")])
    problem = Session(zotero, LI).push().problem
    assert problem is not None
    assert problem.message == "no Zotero answers there: status 200"


def test_our_lines_of_extra_change_beside_those_of_its_user(zotero: FakeZotero) -> None:
    session = Session(zotero, replace(LI, note="one\ntwo"))
    session.push()
    session.only()["extra"] += "\nRead: yes"
    session.references = (replace(LI, note="one\nthree"),)
    assert session.actions() == [Action.UPDATE]
    lines = ["et al. after the last author in the source", "one", "Read: yes", "three"]
    assert session.only()["extra"].splitlines() == lines
    assert session.actions() == [Action.SAME]
    session.references = (LI,)
    assert session.actions() == [Action.UPDATE]
    assert session.only()["extra"].splitlines() == [lines[0], lines[2]]


def test_a_line_of_ours_that_its_user_edited_is_a_conflict(zotero: FakeZotero) -> None:
    session = Session(zotero, replace(LI, note="one"))
    session.push()
    session.only()["extra"] = "uno"
    session.references = (replace(LI, note="three"),)
    assert session.actions() == [Action.CONFLICT]
    assert session.only()["extra"] == "uno"
