"""Whatever the services send, every reference is settled, and nothing falls over."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ifnlit.model.exchange import Outage, Outcome, Response
from tests.resolve.test_machine import PLAIN, World, with_doi
from tests.sources.test_any_json import OBJECTS, VALUES

if TYPE_CHECKING:
    from ifnlit.model.exchange import Reply, Request

REFERENCES = (
    PLAIN,
    with_doi("10.5678/data.77"),
    with_doi("10.1430/made.8105"),
    with_doi("10.5555/ifn.2010.alias"),
    with_doi("10.5555/a,b"),
    with_doi("10.9998/unsaid.1"),
    replace(PLAIN, id="search", doi=""),
)
KNOWN = {"confirmed", "disputed", "unchecked", "elsewhere", "unregistered", "confirmed-elsewhere"}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 4), OBJECTS, VALUES), min_size=1, max_size=12))
def test_any_answers_settle_every_reference(
    drawn: list[tuple[int, dict[str, object], object]],
) -> None:
    turn = iter(drawn * 40)

    def bend(request: Request, response: Response) -> Reply:
        kind, item, other = next(turn)
        doi = item.get("DOI") or PLAIN.doi
        found: tuple[Reply, ...] = (
            response,
            Outage(request.service, Outcome.FOREIGN, "broken"),
            answered({"message": {"items": [item | {"DOI": PLAIN.doi}, item, other]}}),
            answered({"message": item | {"DOI": doi}, "data": {"attributes": item}}),
            answered(other),
        )
        return found[kind]

    verdicts = World(bend).resolve(*REFERENCES)
    assert set(verdicts) == {it.id for it in REFERENCES}
    assert verdicts.pop("search") in {"suggested", "unlisted", "unchecked"}
    assert set(verdicts.values()) <= KNOWN


def answered(data: object) -> Response:
    return Response(200, json.dumps(data), data)
