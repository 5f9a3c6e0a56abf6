"""Files beside the code say what is so."""

from __future__ import annotations

import re
import tomllib

import pytest

from ifnlit import __version__
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = [name for names in PROJECT["optional-dependencies"].values() for name in names]


@pytest.mark.parametrize("requirement", [*PROJECT["dependencies"], *EXTRAS])
def test_every_dependency_earns_its_place_in_one_line(requirement: str) -> None:
    name = re.split(r"[<>=!~\[]", requirement)[0]
    text = (ROOT / "docs" / "DEPENDENCIES.md").read_text(encoding="utf-8")
    assert re.search(rf"(?m)^\| {re.escape(name)}[ |(]", text)


def test_the_version_is_the_same_everywhere() -> None:
    assert f"version: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_the_printed_list_is_what_the_library_was_made_from() -> None:
    """Byte for byte as the document printed it: the no-break spaces of number 6 are still there."""
    printed = (ROOT / "refs" / "references.txt").read_bytes()
    assert printed.startswith(b"[1] Sung H")
    assert "Nat Immunol,\u00a0 2022".encode() in printed
    assert printed.count(b"\n\n[") == 23


def test_links_of_the_readme_lead_somewhere() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target
