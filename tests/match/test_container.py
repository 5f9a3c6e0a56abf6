from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from ifnlit.match.container import containers_alike
from ifnlit.model.evidence import GOOD, Bearing

PAIRS: list[dict[str, str]] = yaml.safe_load(
    Path(__file__).with_name("containers.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["why"] for pair in PAIRS])
def test_names_of_journals_are_compared_as_a_person_would(pair: dict[str, str]) -> None:
    found = containers_alike((pair["ours"],), (pair["theirs"],))
    assert found.bearing == pair["bearing"], found.reason
    assert containers_alike((pair["theirs"],), (pair["ours"],)).bearing == pair["bearing"]


def test_any_of_a_journals_names_may_agree() -> None:
    assert (
        containers_alike(("", "J Virol"), ("JVI", "Journal of Virology")).bearing is Bearing.AGREES
    )


def test_one_journal_is_told_from_another() -> None:
    found = [containers_alike(("J Virol",), (f"Journal of {it}",)) for it in ("Virology", "Botany")]
    assert [one.bearing in GOOD for one in found] == [True, False]
