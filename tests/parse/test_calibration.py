"""Marginals become shares of spans that are right."""

from __future__ import annotations

import pytest

from ifnlit.parse.calibration import GRID, confidence, read_off


def test_a_share_is_read_off_the_line_between_two_points() -> None:
    shares = tuple(point / 2 for point in GRID)
    assert read_off(shares, 0.25) == pytest.approx(0.125)
    assert read_off(shares, 0.0) == 0
    assert read_off(shares, 1.0) == 0.5
    assert read_off(shares, 1.0000001) == 0.5, "the library's rounding"


@pytest.mark.parametrize("label", ["title", "issn"])
def test_more_marginal_is_never_less_sure(label: str) -> None:
    sure = [confidence(label, point / 50) for point in range(51)]
    assert sure == sorted(sure)
    assert 0 <= sure[0] < 0.3
    assert 0.9 < sure[-1] <= 1
