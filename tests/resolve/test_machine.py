"""The machines, fed by hand: no socket, no clock."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ifnlit.match.compare import compare
from ifnlit.match.verdict import choose, judge
from ifnlit.model.date import Date
from ifnlit.model.exchange import Outage, Outcome, Reply, Request, Response
from ifnlit.model.name import Name
from ifnlit.model.reference import Reference
from ifnlit.model.verdict import Settled, Unchecked, name
from ifnlit.resolve.machine import Ask, Machine, Terms, identify, resolve
from ifnlit.resolve.recorded import recorded, recorded_doi
from ifnlit.resolve.search import is_biomedical, words
from ifnlit.sources.decode import items
from ifnlit.store.refs_yaml import read
from tests.world.answers import Knowledge
from tests.world.test_verdicts import EXPECTED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TERMS = Terms(Date(2026, 1, 15), "t@example.org", compare, judge, choose)
PLAIN = Reference(
    "plain",
    "article-journal",
    "Interferon alpha restores exhausted T cells in a mouse model of hepatoma",
    (Name("Winter", "A. B."), Name("Summer", "K.")),
    container_title="Journal of Made-up Hepatology",
    issued=Date(2019),
    volume="41",
    page="118-127",
    doi="10.5555/ifn.2019.001",
)
PAGE = Response(200, "<html>Choose</html>", None, (("content-type", "text/html; charset=x"),))
DOWN = Outage("crossref", Outcome.TIMEOUT, "it did not answer")


@dataclass
class World:
    """Answers by the made-up records, bent by a test; keeps what was asked."""

    bend: Callable[[Request, Response], Reply] = lambda _, response: response
    knowledge: Knowledge = field(default_factory=Knowledge)
    asked: list[Request] = field(default_factory=list[Request])

    def reply(self, request: Request) -> Reply:
        self.asked.append(request)
        found = self.knowledge.answer(request.service, request.path, request.form)
        moved = found.status == 301
        if moved:
            found = self.knowledge.answer(request.service, found.headers["Location"], request.form)
        body = found.body.decode()
        data: object = None
        if body.startswith(("{", "[")):
            data = json.loads(body)
        headers = (("content-type", found.kind),)
        return self.bend(request, Response(found.status, body, data, headers, moved))

    def run(self, machine: Machine) -> dict[str, Settled]:
        settled: dict[str, Settled] = {}
        step = next(machine, None)
        while step is not None:
            replies: tuple[Reply, ...] = ()
            if isinstance(step, Ask):
                replies = tuple(self.reply(request) for request in step.requests)
            else:
                settled[step.key] = step
            try:
                step = machine.send(replies)
            except StopIteration:
                break
        return settled

    def resolve(self, *references: Reference) -> dict[str, str]:
        settled = self.run(resolve(references, references, TERMS))
        return {key: name(it.verdict) for key, it in settled.items()}


def with_doi(doi: str, key: str = "") -> Reference:
    return replace(PLAIN, id=key or doi, doi=doi)


def without_doi(**changes: str) -> Reference:
    return replace(PLAIN, doi="", **changes)  # type: ignore[arg-type]


def put_in(path: str, reply: Callable[[Response], Reply]) -> Callable[[Request, Response], Reply]:
    """Bend the answers to requests whose path holds this text."""
    return lambda request, response: reply(response) if path in request.path else response


def test_every_made_up_reference_is_settled_without_a_socket() -> None:
    path = Path(__file__).parent.parent / "world" / "refs.yaml"
    references = read(path.read_text(encoding="utf-8"), "refs.yaml").references
    found = World().resolve(*references)
    assert found == {key: text.split()[0] for key, text in EXPECTED.items()}


def test_an_alias_in_a_list_leads_to_its_record() -> None:
    def aliased(response: Response) -> Reply:
        item: dict[str, object] = {
            "DOI": PLAIN.doi,
            "title": [PLAIN.title],
            "alias": ["10.5555/old"],
            "volume": "41",
        }
        item |= {"author": [{"family": "Winter", "given": "Anna"}]}
        return replace(response, data={"message": {"items": [item]}})

    found = World(put_in("filter=", aliased)).resolve(with_doi("10.5555/old", "k"))
    assert found == {"k": "confirmed"}


def test_an_outage_of_a_list_leaves_its_dois_unknown_and_unasked() -> None:
    world = World(put_in("filter=", lambda _: DOWN))
    assert world.resolve(PLAIN) == {"plain": "unchecked"}
    assert len(world.asked) == 1


def test_a_comma_asked_alone_may_meet_an_outage() -> None:
    found = World(put_in("/works/", lambda _: DOWN)).resolve(with_doi("10.5555/a,b", "k"))
    assert found == {"k": "unchecked"}


def test_nothing_to_check_asks_nothing() -> None:
    world = World()
    assert world.resolve() == {}
    assert world.asked == []


def test_a_machine_yields_requests_and_takes_replies() -> None:
    machine = resolve([PLAIN], [PLAIN], TERMS)
    step = next(machine)
    assert isinstance(step, Ask)
    assert step.requests[0].path.startswith("/works?filter=doi:10.5555/ifn.2019.001&rows=20")
    settled = machine.send((DOWN,))
    assert isinstance(settled, Settled)
    assert settled.verdict == Unchecked(PLAIN.doi, "crossref", "it did not answer")


def test_two_references_with_one_doi_are_asked_for_once() -> None:
    world = World()
    found = world.resolve(
        PLAIN, replace(PLAIN, id="twin", doi="https://doi.org/10.5555/IFN.2019.001")
    )
    assert found == {"plain": "confirmed", "twin": "confirmed"}
    assert len(world.asked) == 1


def test_a_refused_batch_is_halved_until_the_culprit_stands_alone() -> None:
    bad = "10.5555/bad"

    def refuse(request: Request, response: Response) -> Reply:
        return Response(400) if f"doi:{bad}" in request.path else response

    world = World(refuse)
    references = [PLAIN, *(with_doi(f"10.5555/never.{n}") for n in range(6)), with_doi(bad)]
    found = world.resolve(*references)
    assert found["plain"] == "confirmed"
    assert found[bad] == "unregistered"
    assert sum("filter=" in it.path for it in world.asked) == 7


def test_a_service_that_refuses_every_list_is_not_asked_for_ever() -> None:
    world = World(put_in("filter=", lambda _: Response(400)))
    found = world.resolve(*(with_doi(f"10.5555/never.{n}") for n in range(200)))
    assert "unchecked" in found.values()
    assert set(found.values()) <= {"unchecked", "unregistered"}
    assert sum("filter=" in it.path for it in world.asked) <= 20


def test_a_batch_that_is_too_large_is_halved() -> None:
    def too_large(request: Request, response: Response) -> Reply:
        large = request.path.count("doi:") > 1
        return Outage("crossref", Outcome.TOO_LARGE, "too large") if large else response

    found = World(too_large).resolve(PLAIN, with_doi("10.5555/ifn.2018.concern"))
    assert found == {"plain": "confirmed", "10.5555/ifn.2018.concern": "disputed"}


def test_answers_of_no_use_end_the_asking() -> None:
    world = World(put_in("bibliographic", lambda response: replace(response, data={"x": 1})))
    found = world.resolve(*(without_doi(id=f"k{n}") for n in range(40)))
    assert set(found.values()) == {"unchecked"}
    assert len(world.asked) == 5


def test_a_refused_search_is_not_nothing_found() -> None:
    found = World(put_in("bibliographic", lambda _: Response(400))).resolve(without_doi())
    assert found == {"plain": "unchecked"}


def test_a_thesis_without_a_doi_is_nothing_to_worry_about() -> None:
    thesis = without_doi(type="thesis", title="A dissertation that nobody registered")
    settled = World().run(resolve([thesis], [thesis], TERMS))["plain"]
    assert "a thesis seldom has one" in getattr(settled.verdict, "reason", "")


def test_a_reference_without_title_has_nothing_to_search_by() -> None:
    assert World().resolve(without_doi(title="")) == {"plain": "unlisted"}


@pytest.mark.parametrize(
    ("path", "change", "verdict"),
    [
        ("/works/", Response(404, "x"), "unchecked"),
        ("/works/", Response(200, "", {"message": {"DOI": "10.5555/other"}}), "unchecked"),
        ("/works/", Outage("crossref", Outcome.BROKEN, "out of order"), "unchecked"),
        ("/ra/", Outage("doi", Outcome.BROKEN, "out of order"), "unchecked"),
        ("/ra/", Response(200, "", []), "unchecked"),
        ("/ra/", Response(200, "", [{"DOI": "10.5555/other", "RA": "Crossref"}]), "unchecked"),
    ],
)
def test_an_alias_that_cannot_be_followed_is_not_known(
    path: str, change: Reply, verdict: str
) -> None:
    world = World(put_in(path, lambda _: change))
    assert world.resolve(with_doi("10.5555/ifn.2010.alias", "k")) == {"k": verdict}


def test_a_doi_with_a_comma_is_asked_for_alone_and_may_be_missing() -> None:
    world = World()
    found = world.resolve(with_doi("10.5555/no,such", "k"), with_doi("10.5555/ghost.1", "g"))
    assert found == {"k": "unregistered", "g": "unchecked"}
    crossref = [it.path for it in world.asked if it.service == "crossref"]
    assert "/works/10.5555/no%2Csuch?mailto=t@example.org" in crossref
    world.knowledge.doi["agencies"]["10.5555/no,such"] = "Crossref"
    again = World(knowledge=world.knowledge)
    assert again.resolve(with_doi("10.5555/no,such", "k")) == {"k": "unchecked"}
    assert sum("/works/" in it.path for it in again.asked) == 1


def test_what_an_answer_on_agencies_leaves_out_is_asked_for_once_more() -> None:
    def first_only(response: Response) -> Reply:
        return replace(response, data=items(response.data)[:1])

    world = World(put_in("/ra/", first_only))
    found = world.resolve(with_doi("10.5555/never.1", "a"), with_doi("10.5555/never.2", "b"))
    assert found == {"a": "unregistered", "b": "unregistered"}


@pytest.mark.parametrize(
    ("doi", "change", "verdict"),
    [
        ("10.5678/data.77", Outage("datacite", Outcome.TIMEOUT, "silent"), "unchecked"),
        ("10.1430/made.8105", Outage("doi", Outcome.TIMEOUT, "silent"), "unchecked"),
        ("10.1430/made.8105", Outage("doi", Outcome.FOREIGN, "broken off"), "unchecked"),
        ("10.1430/made.8105", Outage("doi", Outcome.ELSEWHERE, "led away"), "elsewhere"),
        ("10.1430/made.8105", Response(406), "elsewhere"),
        ("10.1430/made.8105", PAGE, "elsewhere"),
        ("10.1430/made.8105", Response(200, "", {"title": "no DOI"}), "unchecked"),
        ("10.1430/made.8105", Response(200, "", {"DOI": "10.1430/x"}), "unchecked"),
        ("10.9998/unsaid.1", Outage("doi", Outcome.TIMEOUT, "silent"), "unchecked"),
        ("10.9998/unsaid.1", Response(404, "", {"responseCode": 100}), "unregistered"),
        (
            "10.9998/unsaid.1",
            Response(200, "", {"responseCode": 1, "handle": "10.1/x"}),
            "elsewhere",
        ),
        (
            "10.9998/unsaid.1",
            Response(404, "", {"responseCode": 100, "handle": "10.5555/x"}),
            "unchecked",
        ),
    ],
)
def test_a_holder_that_cannot_be_read_is_told_from_one_that_is_down(
    doi: str, change: Reply, verdict: str
) -> None:
    def bend(request: Request, response: Response) -> Reply:
        last = request.service == "datacite" or request.form.endswith("csl+json")
        return change if last or "/api/handles/" in request.path else response

    assert World(bend).resolve(with_doi(doi, "k")) == {"k": verdict}


def nothing_found(request: Request, response: Response) -> Response:
    """Crossref's search finds nothing; all else is as it is."""
    if "bibliographic" not in request.path:
        return response
    return Response(200, "", {"message": {"items": []}})


def test_pubmeds_doi_is_taken_when_crossrefs_record_of_it_agrees() -> None:
    assert World(nothing_found).resolve(without_doi()) == {"plain": "suggested"}


@pytest.mark.parametrize(
    ("crossref", "verdict", "is_accepted"),
    [
        (Response(200, "", {"message": {"items": []}}), "suggested", False),
        (Outage("crossref", Outcome.TIMEOUT, "silent"), "unchecked", None),
        (Response(400), "suggested", False),
    ],
)
def test_pubmeds_doi_is_not_taken_on_its_word(
    crossref: Reply, verdict: str, is_accepted: bool | None
) -> None:
    def bend(request: Request, response: Response) -> Reply:
        return crossref if "filter=" in request.path else nothing_found(request, response)

    settled = World(bend).run(resolve([without_doi()], [PLAIN], TERMS))["plain"]
    assert name(settled.verdict) == verdict
    candidates = getattr(settled.verdict, "candidates", None)
    assert (candidates[0].accepted if candidates else None) is is_accepted


def test_pubmed_may_settle_what_the_search_only_offers() -> None:
    def preprints(request: Request, response: Response) -> Response:
        if "bibliographic" not in request.path:
            return response
        bare = {"DOI": PLAIN.doi, "title": [PLAIN.title], "type": "journal-article"}
        return Response(200, "", {"message": {"items": [bare]}})

    settled = World(preprints).run(resolve([without_doi()], [PLAIN], TERMS))["plain"]
    assert name(settled.verdict) == "suggested"
    assert settled.ids is not None
    assert settled.ids.pmid == "31000001"


@pytest.mark.parametrize(
    ("path", "change", "verdict"),
    [
        ("ecitmatch", Outage("pubmed", Outcome.TIMEOUT, "silent"), "unchecked"),
        ("ecitmatch", Response(200, "J|2019|41|118|W|other|1"), "unchecked"),
        ("ecitmatch", Response(200, "J|2019|41|118|W|r0|NOT_FOUND"), "unlisted"),
        ("esummary", Outage("pubmed", Outcome.TIMEOUT, "silent"), "unchecked"),
        ("esummary", Response(200, "", {"result": {"uids": []}}), "unlisted"),
        (
            "esummary",
            Response(
                200,
                "",
                {"result": {"uids": ["31000001"], "31000001": {"title": "Other", "volume": "9"}}},
            ),
            "unchecked",
        ),
        (
            "esummary",
            Response(
                200,
                "",
                {"result": {"uids": ["31000001"], "31000001": {"title": "Other", "volume": "41"}}},
            ),
            "unlisted",
        ),
    ],
)
def test_what_pubmed_cannot_say_is_not_nothing_found(
    path: str, change: Reply, verdict: str
) -> None:
    def bend(request: Request, response: Response) -> Reply:
        return change if path in request.path else nothing_found(request, response)

    assert World(bend).resolve(without_doi()) == {"plain": verdict}


def test_numbers_are_found_for_references_with_a_doi() -> None:
    world = World()
    settled = world.run(identify([PLAIN, replace(PLAIN, id="book", type="book")], TERMS))
    assert list(settled) == ["plain"]
    assert settled["plain"].ids is not None
    assert (settled["plain"].ids.pmid, settled["plain"].ids.pmcid) == ("31000001", "PMC6400001")
    silent = Outage("pubmed", Outcome.TIMEOUT, "silent")
    down = World(put_in("ecitmatch", lambda _: silent))
    assert down.run(identify([PLAIN], TERMS))["plain"].verdict == Unchecked(
        PLAIN.doi, "pubmed", "silent"
    )
    nowhere = World(put_in("ecitmatch", lambda _: Response(200, "a|b|c|d|e|r0|NOT_FOUND")))
    assert nowhere.run(identify([PLAIN], TERMS)) == {}


def test_a_number_whose_record_has_our_doi_is_ours_though_the_title_differs() -> None:
    other = replace(PLAIN, title="肝癌小鼠模型中干扰素的研究", author=())
    settled = World().run(identify([other], TERMS))
    assert settled["plain"].ids is not None


def test_a_list_of_nothing_but_other_dois_is_not_asked_again_singly() -> None:
    strangers = [{"DOI": f"10.9999/{at}", "title": [PLAIN.title]} for at in range(3)]
    answer = {"status": "ok", "message-type": "work-list", "message": {"items": strangers}}
    world = World(lambda _, response: replace(response, data=answer))
    many = [replace(PLAIN, id=f"k{at}", doi=f"10.5555/{at}") for at in range(9)]
    assert set(world.resolve(*many).values()) == {"unchecked"}
    assert len(world.asked) == 1


def test_lists_that_leave_out_what_is_there_do_not_lead_to_a_call_for_each() -> None:
    def emptied(response: Response) -> Reply:
        message: dict[str, object] = {"items": []}
        return replace(response, data={"message-type": "work-list", "message": message})

    world = World(put_in("filter=", emptied))
    plain = world.knowledge.works[0]
    world.knowledge.works = [{**plain, "DOI": f"10.5555/{at}"} for at in range(40)]
    found = world.resolve(*(with_doi(f"10.5555/{at}") for at in range(40)))
    assert list(found.values()).count("confirmed") == 10
    assert list(found.values()).count("unchecked") == 30
    assert len(world.asked) == 13


@pytest.mark.parametrize(
    ("doi", "url", "text"),
    [
        ("10.5555/x", "", "10.5555/x"),
        ("", "https://dx.doi.org/10.5555/x", "https://dx.doi.org/10.5555/x"),
        ("", "https://example.org/10.5555/x", ""),
        (
            "",
            " https://dx-doi-org.proxy.example.edu/10.5555/x",
            "https://dx-doi-org.proxy.example.edu/10.5555/x",
        ),
        ("10.1002/1&lt;2\u200b::aid&gt;3", "", "10.1002/1<2::aid>3"),
        ("\u200b", "", ""),
        ("10.5555/a&amp;b&para=c", "", "10.5555/a&b&para=c"),
        ("10.5555/a\u2010b\u2013c", "", "10.5555/a-b-c"),
        ("10\uff0e5555\uff0fa\uff0db", "", "10.5555/a-b"),
        ("", "https://doi.org/gf7z3w", ""),
        ("", "https://doi.org/10.55", "https://doi.org/10.55"),
        ("", "https://hdl.handle.net/2027/a", ""),
        (r"10.1002/1{\textless}2::aid\textgreater{}3", "", "10.1002/1<2::aid>3"),
        (r"10.1002/1$<$2::aid\textgreater 3\/4", "", "10.1002/1<2::aid>3/4"),
    ],
)
def test_the_recorded_doi_is_read_as_it_was_meant(doi: str, url: str, text: str) -> None:
    assert recorded(Reference("k", doi=doi, url=url)) == text


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("DOI: 10.5555/x", "10.5555/x"),
        ("Read twice.\nDOI: https://doi.org/10.5555/x", "https://doi.org/10.5555/x"),
        ("The DOI: 10.5555/x is of the erratum", ""),
        ("DOI: unknown", ""),
    ],
)
def test_a_line_of_the_note_is_a_doi_if_it_is_nothing_else(note: str, text: str) -> None:
    assert recorded(Reference("k", note=note)) == text
    assert recorded(Reference("k", note=note, doi="10.5555/own")) == "10.5555/own"


@pytest.mark.parametrize(
    "text", ["10.5555/x,10.5555/y", "10.5555/x; https://doi.org/10.5555/y", "none", "10.5555/x y"]
)
def test_two_dois_are_none(text: str) -> None:
    assert recorded_doi(Reference("k", doi=text)) is None
    assert World().resolve(Reference("k", title="T", doi=text)) == {"k": "malformed"}


def test_a_search_uses_what_a_reference_list_would_print() -> None:
    assert words(PLAIN) == (
        f"Winter Summer {PLAIN.title} Journal of Made-up Hepatology 2019 41 118-127"
    )
    assert words(Reference("k", title="T", publisher="P")) == "T P"


@pytest.mark.parametrize(
    ("journals", "answer"),
    [
        (["J Virol", "Phys Rev Lett", "Ann Math"], True),
        (["J Virol", "Phys Rev Lett", "Ann Math", "Econometrica"], False),
        ([], False),
    ],
)
def test_a_list_is_biomedical_by_its_journals(journals: Sequence[str], answer: bool) -> None:
    references = [Reference(f"k{n}", container_title=it) for n, it in enumerate(journals)]
    assert is_biomedical(references) is answer
