"""The 24 in every format, byte for byte as a person has read them; `make golden` rewrites them."""

from __future__ import annotations

import pytest

from scripts.golden import GOLDEN, files

FILES = files()


@pytest.mark.parametrize("name", FILES)
def test_the_export_is_the_golden_file(name: str) -> None:
    assert FILES[name] == (GOLDEN / name).read_bytes()


def test_no_golden_file_is_left_behind() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(FILES)
