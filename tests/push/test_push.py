"""Pushing into Zotero doubles nothing, overwrites nothing of its user's, and can go on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from ifnlit.model.date import Date
from ifnlit.model.exchange import Outage, Outcome, Reply, Request, Response
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference
from ifnlit.push.desktop import desktop
from ifnlit.push.job import Job, Learnt, Result, Road, Stopped, Trouble
from ifnlit.push.plan import Action, Sent
from ifnlit.push.web import web
from tests.push.fake import FakeZotero

LI = Reference(
    "li2020word",
    "article-journal",
    title="Words",
    author=(Name("Li", "J."), Name(literal="WHO")),
    et_al=True,
    container_title="J Virol",
    issued=Date(2020),
    number="e1",
    doi="10.1000/a",
    keyword="virus, liver, virus",
)
KIM = Reference("kim2018", "thesis", title="Depth", author=(Name("Kim", "A."),), publisher="Uni")
PATENT = Reference(
    "pat", "patent", title="Pump", author=(Name("Doe", "X."),), number="US1", doi="10.1000/p"
)
TIMEOUT = Outage("zotero", Outcome.TIMEOUT, "it did not answer within 9 s")


class Session:
    """One library and one Zotero; what was sent is kept between pushes."""

    def __init__(self, zotero: FakeZotero, *references: Reference) -> None:
        self.zotero = zotero
        self.references = references
        self.parts: dict[str, dict[str, Sent]] = {}
        self.learnt = 0

    @property
    def sent(self) -> dict[str, Sent]:
        """What was sent to the one library that there is."""
        return dict(*self.parts.values())

    def push(self, *, apply: bool = True, collection: str = "", group: str = "") -> Result:
        job = Job(self.references, collection, {**self.parts}, apply)
        machine = web(job, "secret", group) if self.zotero.is_web else desktop(job)
        reply: Any = None
        try:
            while True:
                event = machine.send(reply)
                reply = None
                if isinstance(event, Learnt):
                    sent = self.parts.get(event.library, {})
                    self.parts[event.library] = {**sent, **event.sent}
                    self.learnt += 1
                else:
                    reply = self.zotero.answer(event)
        except StopIteration as stop:
            result: Result = stop.value
            return result
        except Stopped as stop:
            return Result(None, problem=stop.problem)

    def actions(self, collection: str = "") -> list[Action]:
        return [step.action for step in self.push(collection=collection).steps]

    def only(self) -> dict[str, Any]:
        (item,) = self.zotero.items.values()
        return item


def posts(zotero: FakeZotero) -> list[Request]:
    return [request for request in zotero.seen if request.method == "POST"]


@pytest.fixture(params=["local", "web"])
def zotero(request: pytest.FixtureRequest) -> FakeZotero:
    return FakeZotero(is_web=request.param == "web")


def test_without_a_word_nothing_is_written(zotero: FakeZotero) -> None:
    session = Session(zotero, LI, KIM)
    result = session.push(apply=False, collection="Reviews")
    assert [step.action for step in result.steps] == [Action.CREATE, Action.CREATE]
    assert posts(zotero) == []
    assert session.sent == {}


def test_items_arrive_whole_in_their_collection(zotero: FakeZotero) -> None:
    session = Session(zotero, LI)
    result = session.push(collection="Reviews")
    assert (result.written, result.failed, result.problem) == (("li2020word",), (), None)
    (folder,) = zotero.collections
    item = session.only()
    assert item["itemType"] == "journalArticle"
    assert item["creators"] == [
        {"creatorType": "author", "firstName": "J.", "lastName": "Li"},
        {"creatorType": "author", "name": "WHO"},
    ]
    assert (item["publicationTitle"], item["pages"], item["date"]) == ("J Virol", "e1", "2020")
    assert (item["citationKey"], item["DOI"]) == ("li2020word", "10.1000/a")
    assert item["extra"] == "et al. after the last author in the source"
    assert item["tags"] == [{"tag": "virus"}, {"tag": "liver"}]
    assert item["collections"] == [folder]


def test_a_second_push_changes_nothing(zotero: FakeZotero) -> None:
    session = Session(zotero, LI, KIM)
    session.push(collection="Reviews")
    before = len(posts(zotero)), dict(session.sent)
    assert session.actions(collection="Reviews") == [Action.SAME, Action.SAME]
    assert (len(posts(zotero)), session.sent) == before


def test_a_changed_record_updates_its_item_and_leaves_notes_and_tags(zotero: FakeZotero) -> None:
    session = Session(zotero, LI)
    session.push()
    key = next(iter(zotero.items))
    zotero.items[key] |= {"tags": [{"tag": "mine"}], "abstractNote": "read it"}
    zotero.items["NOTE2345"] = {"itemType": "note", "parentItem": key, "note": "mine", "version": 1}
    session.references = (replace(LI, volume="7", doi=""),)
    result = session.push()
    assert result.written == ("li2020word",)
    item = zotero.items[key]
    assert (item["volume"], item["DOI"]) == ("7", "")
    assert (item["tags"], item["abstractNote"]) == ([{"tag": "mine"}], "read it")
    assert session.actions() == [Action.SAME]


def test_a_field_changed_on_both_sides_is_shown_and_kept(zotero: FakeZotero) -> None:
    session = Session(zotero, LI)
    session.push()
    key = next(iter(zotero.items))
    zotero.items[key]["title"] = "Words, edited"
    session.references = (replace(LI, title="Words anew", volume="7"),)
    for _ in range(2):  # it stays in conflict until both agree
        (step,) = session.push().steps
        assert step.action is Action.CONFLICT
        assert [(it.field, it.ours, it.theirs) for it in step.conflicts] == [
            ("title", "Words anew", "Words, edited")
        ]
    assert (zotero.items[key]["title"], zotero.items[key]["volume"]) == ("Words, edited", "7")
    session.references = (replace(LI, title="Words, edited", volume="7"),)
    assert session.actions() == [Action.SAME]


def test_an_edit_of_zoteros_user_alone_is_left_alone(zotero: FakeZotero) -> None:
    session = Session(zotero, LI)
    session.push()
    next(iter(zotero.items.values()))["creators"] = []
    assert session.actions() == [Action.SAME]
    assert session.only()["creators"] == []


@pytest.mark.parametrize(
    "item",
    [
        {"itemType": "journalArticle", "title": "X", "citationKey": "li2020word"},
        {"itemType": "journalArticle", "title": "X", "extra": "a\nCitation Key: li2020word"},
        {"itemType": "journalArticle", "title": "X", "DOI": "10.1000/A"},
        {"itemType": "journalArticle", "title": "words.", "date": "May 2020"},
    ],
)
def test_what_is_there_already_is_not_doubled(item: dict[str, Any], zotero: FakeZotero) -> None:
    zotero.items["MINE2345"] = {**item, "version": 1}
    session = Session(zotero, LI)
    assert session.actions() == [Action.PRESENT]
    assert session.only() == {**item, "version": 1}


def test_another_item_is_no_twin(zotero: FakeZotero) -> None:
    zotero.items["MINE2345"] = {"itemType": "book", "title": "Words", "date": "1999", "version": 1}
    assert Session(zotero, LI).actions() == [Action.CREATE]


def test_what_was_thrown_away_is_not_put_back(zotero: FakeZotero) -> None:
    session = Session(zotero, LI)
    session.push()
    next(iter(zotero.items.values()))["deleted"] = 1
    assert session.actions() == [Action.GONE]


def test_an_answer_that_is_lost_doubles_nothing(zotero: FakeZotero) -> None:
    session = Session(zotero, LI, KIM)

    def lost(fake: FakeZotero, request: Request) -> Reply:
        fake.own(request)
        return TIMEOUT

    before = 3 + 1  # what is read first: who, items, schema (or root, items, schema); then a write
    if not zotero.is_web:
        before += 2  # the write that asks for permission, and the permission
    zotero.faults = [None] * (before - 1) + [lost]
    result = session.push()
    assert result.problem is not None
    assert result.problem.trouble is Trouble.UNREACHED
    assert len(zotero.items) == 2
    assert session.push().problem is None
    assert len(zotero.items) == 2


def test_what_was_thrown_away_with_its_state_can_be_sent_anew(zotero: FakeZotero) -> None:
    session = Session(zotero, LI)
    session.push()
    session.parts.clear()
    zotero.items.clear()
    zotero.now += 1
    assert session.push().written == ("li2020word",)


def test_a_token_that_was_used_for_what_is_not_there_is_told(zotero: FakeZotero) -> None:
    used = Response(412, "Write token already used")
    before = 3 if zotero.is_web else 5
    zotero.faults = [None] * before + [used]
    zotero.keys = {"k"}
    result = Session(zotero, LI).push()
    missing = "Zotero says that it was sent within the last 12 hours, but does not hold it"
    assert result.failed == (("li2020word", missing),)


def test_a_token_used_for_items_that_are_there_counts_as_done() -> None:
    zotero = FakeZotero(is_web=True)
    session = Session(zotero, LI)

    def twice(fake: FakeZotero, request: Request) -> Reply:
        fake.own(request)
        return fake.own(request)

    zotero.faults = [None, None, None, twice]
    result = session.push()
    assert result.written == ("li2020word",)
    assert set(session.sent) == {"li2020word"}


def test_many_are_sent_in_batches_and_an_interrupted_push_goes_on() -> None:
    zotero = FakeZotero(is_web=True)
    session = Session(zotero, *(Reference(f"key{n}", "thesis", title=f"T{n}") for n in range(120)))
    zotero.faults = [None] * 4 + [TIMEOUT]
    assert session.push().problem is not None
    assert len(zotero.items) == len(session.sent) == 50
    result = session.push()
    assert len(zotero.items) == len(session.sent) == 120
    assert len(result.written) == 70
    assert session.push().written == ()
    assert {request.path.partition("start=")[2] for request in zotero.seen} >= {"0", "100"}


def test_one_bad_item_does_not_stop_the_others() -> None:
    zotero = FakeZotero(is_web=True, schema=False, templates=False)
    session = Session(zotero, replace(LI, volume="1"), Reference("b", "book", title="B", isbn="1"))
    zotero.faults = [None] * 6

    def picky(fake: FakeZotero, request: Request) -> Reply:
        answer = fake.own(replace(request, body=request.body.replace("book", "thesis")))
        report: dict[str, Any] = {"success": {"0": "AAAA2222"}, "failed": {}}
        report["failed"]["1"] = {"code": 400, "message": "Invalid property &#039;x&#039;"}
        return replace(answer, data=report)

    while len(zotero.faults) < 7:
        zotero.faults.append(None)
    zotero.faults = [None, None, None, None, None, picky]
    result = session.push()
    assert result.written == ("li2020word",)
    assert result.failed == (("b", "Invalid property 'x' (400)"),)


def test_an_answer_that_says_nothing_is_a_failure_of_each() -> None:
    zotero = FakeZotero(is_web=True)
    zotero.faults = [None, None, None, Response(200, "hello", None)]
    (failed,) = Session(zotero, LI).push().failed
    assert failed == ("li2020word", "Zotero did not say what became of it: status 200, hello")


def test_an_item_changed_between_reading_and_writing_is_not_overwritten() -> None:
    zotero = FakeZotero(is_web=True)
    session = Session(zotero, LI)
    session.push()

    def changed(fake: FakeZotero, request: Request) -> Reply:
        for item in fake.items.values():
            item |= {"volume": "9", "version": 99}
        return fake.own(request)

    session.references = (replace(LI, volume="7"),)
    zotero.faults = [None, None, None, changed]
    ((ref, told),) = session.push().failed
    assert (ref, told[:40]) == ("li2020word", "changed in Zotero meanwhile: push again ")
    assert session.only()["volume"] == "9"
    (step,) = session.push().steps
    assert step.action is Action.CONFLICT


def test_too_many_at_once_are_sent_in_halves() -> None:
    zotero = FakeZotero(is_web=True)
    session = Session(zotero, LI, KIM)
    zotero.faults = [None, None, None, Response(413, "Cannot add more")]
    assert session.push().written == ("li2020word", "kim2018")


def test_fields_that_a_type_lacks_go_to_extra(zotero: FakeZotero) -> None:
    Session(zotero, replace(PATENT, note="a note")).push()
    (item,) = zotero.items.values()
    assert item["creators"][0]["creatorType"] == "inventor"
    assert item["extra"] == "DOI: 10.1000/p\na note"
    assert item["patentNumber"] == "US1"


def test_a_type_that_a_template_shows_is_written_by_it() -> None:
    zotero = FakeZotero(is_web=True, schema=False)
    assert Session(zotero, KIM).push().written == ("kim2018",)
    (item,) = zotero.items.values()
    assert (item["university"], item["citationKey"]) == ("Uni", "kim2018")


def test_a_collection_that_cannot_be_made_stops_the_push() -> None:
    zotero = FakeZotero(is_web=True)
    zotero.faults = [None, None, None, None, Response(409, "Library is locked")]
    problem = Session(zotero, LI).push(collection="Reviews").problem
    assert problem is not None
    assert problem.message == (
        'the collection "Reviews" cannot be made: status 409, Library is locked'
    )


def test_a_collection_that_is_there_is_used() -> None:
    zotero = FakeZotero(is_web=True, collections={"AAAA2345": "Other", "COLL2345": "Reviews"})
    Session(zotero, LI).push(collection="Reviews")
    assert len(zotero.collections) == 2
    (item,) = zotero.items.values()
    assert item["collections"] == ["COLL2345"]


@pytest.mark.parametrize(
    ("fault", "trouble", "told"),
    [
        (TIMEOUT, Trouble.UNREACHED, "Zotero: it did not answer within 9 s"),
        (Response(503), Trouble.UNREACHED, "Zotero is out of order (status 503)"),
        (Response(400, "x"), Trouble.REFUSED, "Zotero does not show its items: status 400, x"),
        (
            Response(200, "<html>", None),
            Trouble.REFUSED,
            "Zotero does not show its items: status 200",
        ),
    ],
)
def test_what_stops_a_push_is_told(
    fault: Reply, trouble: Trouble, told: str, zotero: FakeZotero
) -> None:
    zotero.faults = [None, fault]
    problem = Session(zotero, LI).push().problem
    assert problem is not None
    assert (problem.trouble, problem.message) == (trouble, told)


def test_a_server_that_does_not_page_is_read_once() -> None:
    zotero = FakeZotero(is_web=True)
    page = [{"key": f"KEY{n}", "data": {"itemType": "note"}} for n in range(100)]
    zotero.faults = [None, Response(200, "", page), Response(200, "", page)]
    assert Session(zotero, LI).push(apply=False).problem is None
    assert len(zotero.seen) == 4


def test_a_report_with_odd_parts_is_read_as_far_as_it_goes() -> None:
    zotero = FakeZotero(is_web=True)
    report: dict[str, Any] = {"success": {"x": "K", "0": 3}, "successful": {"0": {"key": "K"}}}
    zotero.faults = [None, None, None, Response(200, "", report)]
    session = Session(zotero, LI)
    assert session.push().written == ("li2020word",)
    assert session.sent["li2020word"].version == 0


# The web.


@pytest.mark.parametrize(
    ("changes", "group", "told"),
    [
        ({"may_write": False}, "", "the API key may not write to the library"),
        ({}, "7", "the API key may not write to the group 7"),
    ],
)
def test_a_key_without_the_right_is_told_before_anything_is_written(
    changes: dict[str, Any], group: str, told: str
) -> None:
    zotero = FakeZotero(is_web=True, **changes)
    problem = Session(zotero, LI).push(group=group).problem
    assert problem is not None
    assert problem.message == told
    assert posts(zotero) == []


def test_a_group_has_a_library_of_its_own() -> None:
    zotero = FakeZotero(is_web=True)
    assert Session(zotero, LI).push(group="5").written == ("li2020word",)
    assert posts(zotero)[0].path == "/groups/5/items"


def test_a_wrong_key_is_told() -> None:
    zotero = FakeZotero(is_web=True)
    machine = web(Job((LI,)), "wrong")
    with pytest.raises(Stopped, match="does not know this API key"):
        machine.send(zotero.answer(cast("Request", next(machine))))


# The desktop.


def test_permission_is_asked_for_again_when_it_serves_once() -> None:
    zotero = FakeZotero(remember=False)
    result = Session(zotero, LI).push(collection="Reviews")
    assert (result.road, result.written) == (Road.LOCAL, ("li2020word",))
    assert zotero.asked == 2


def test_a_permission_that_is_denied_stops_the_push() -> None:
    problem = Session(FakeZotero(allow=False), LI).push().problem
    assert problem is not None
    assert problem.message == "Zotero was told not to let us write"


def test_a_key_that_is_refused_again_and_again_stops_the_push() -> None:
    zotero = FakeZotero()
    zotero.faults = [None] * 3 + [Response(401), None, Response(401)]
    problem = Session(zotero, LI).push().problem
    assert problem is not None
    assert problem.message == "Zotero does not let us write: status 401"


def test_a_zotero_that_does_not_run_is_told() -> None:
    zotero = FakeZotero()
    zotero.faults = [Outage("zotero", Outcome.UNREACHABLE, "x")]
    problem = Session(zotero, LI).push().problem
    assert problem is not None
    assert (problem.message, problem.hint) == ("Zotero is not running", "start it, and try again")


@pytest.fixture(params=[True, False], ids=["readable", "blind"])
def older(request: pytest.FixtureRequest) -> FakeZotero:
    return FakeZotero(version=7, local_api=request.param)


def test_an_older_zotero_imports_a_file(older: FakeZotero) -> None:
    session = Session(older, LI, KIM)
    result = session.push(collection="Reviews & more")
    assert (result.road, result.written) == (Road.CONNECTOR, ("li2020word", "kim2018"))
    assert list(older.collections.values()) == ["Reviews &amp; more"]
    assert [it["title"] for it in older.items.values()] == ["Words", "Depth"]


def test_an_older_zotero_is_not_sent_the_same_twice(older: FakeZotero) -> None:
    session = Session(older, LI)
    session.push()
    assert session.push().written == ()
    assert len(older.items) == 1


def test_an_older_zotero_puts_items_into_a_collection_that_is_there(older: FakeZotero) -> None:
    older.collections["12"] = "Reviews"
    Session(older, LI).push(collection="Reviews")
    assert list(older.sessions.values()) == ["C12"]
    assert len(older.collections) == 1


def test_an_older_zotero_that_leaves_one_out_is_found_out(older: FakeZotero) -> None:
    older.loses = 1
    session = Session(older, LI, KIM)
    result = session.push()
    assert result.written == ("kim2018",)
    assert result.failed == (("li2020word", "Zotero made no item of it"),)
    assert set(session.sent) == {"kim2018"}


def test_a_change_cannot_be_sent_to_an_older_zotero(older: FakeZotero) -> None:
    session = Session(older, LI)
    session.push()
    session.references = (replace(LI, volume="7"),)
    result = session.push()
    assert [ref for ref, _ in result.failed] == ["li2020word"]
    assert "cannot be updated from outside" in result.failed[0][1]


def test_a_switched_off_api_says_how_to_switch_it_on() -> None:
    result = Session(FakeZotero(local_api=False), LI).push(apply=False)
    assert result.road is Road.CONNECTOR
    assert "Settings, Advanced" in result.notices[0]


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (Response(500, "x"), "out of order"),
        (Response(400), "Zotero did not take the file (status 400)"),
        (Response(500, '{"libraryEditable":false}'), "the library chosen in Zotero cannot be"),
    ],
)
def test_an_import_that_is_refused_is_told(fault: Response, told: str) -> None:
    zotero = FakeZotero(version=7, local_api=False)
    zotero.faults = [None, None, None, fault]
    problem = Session(zotero, LI).push().problem
    assert problem is not None
    assert told in problem.message


def test_an_import_sent_twice_counts_as_done() -> None:
    zotero = FakeZotero(version=7, local_api=False)
    zotero.faults = [None, None, None, Response(409, "", {"error": "SESSION_EXISTS"})]
    assert Session(zotero, LI).push().written == ("li2020word",)


def test_something_else_on_that_port_is_no_zotero() -> None:
    zotero = FakeZotero(version=7)
    zotero.faults = [Response(404), Response(404)]
    problem = Session(zotero, LI).push().problem
    assert problem is not None
    assert problem.message == "what answers there is no Zotero"
