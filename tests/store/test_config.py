"""Settings say where they came from, and a wrong one says what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ifnlit.errors import SettingFault
from ifnlit.store.config import library_file, review, settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def toml(tmp_path: Path) -> Path:
    return tmp_path / "ifnlit.toml"


def test_defaults_stand_where_nothing_is_said() -> None:
    found = settings("", {})
    assert found["services.crossref"].value == "https://api.crossref.org"
    assert found["services.crossref"].source == "default"


def test_the_file_comes_before_the_default_and_the_environment_before_the_file(
    toml: Path,
) -> None:
    toml.write_text('[check]\nmailto = "a@example.org"\nmax-age = 7\n', encoding="utf-8")
    found = settings(str(toml), {"IFNLIT_MAX_AGE": "30"})
    assert (found["check.mailto"].value, found["check.mailto"].source) == (
        "a@example.org",
        f"{toml}:2:1",
    )
    assert (found["check.max-age"].value, found["check.max-age"].source) == (30, "IFNLIT_MAX_AGE")


def test_a_list_of_names_is_read(toml: Path) -> None:
    toml.write_text('[lint]\nignore = ["doi-absent"]\n', encoding="utf-8")
    assert settings(str(toml), {})["lint.ignore"].value == ("doi-absent",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[chek]\nmailto = "x"\n', r':1:1: no section is named "chek"; did you mean "check"'),
        ('[check]\n  mailt = "x"\n', r':2:3: \[check\] has no key "mailt"; did you mean "mailto"'),
        ("check = 3\n", r'no section is named "check"'),
        ("[check]\nmailto = 3\n", r":2:1: check.mailto is 3; write text in quotes"),
        ("[check]\nmax-age = -1\n", r"check.max-age is -1; write a whole number from 0"),
        ("[check]\nmax-age = true\n", r"check.max-age is True"),
        ('[lint]\nignore = "x"\n', r"lint.ignore is 'x'; write a list of names"),
        ("[lint]\nignore = [3]\n", r"lint.ignore is \[3\]"),
        ("[check\n", r":1:\d+: no TOML: .*; mend the syntax"),
    ],
)
def test_a_wrong_setting_is_told_with_its_place(text: str, told: str, toml: Path) -> None:
    toml.write_text(text, encoding="utf-8")
    with pytest.raises(SettingFault, match=told):
        settings(str(toml), {})


def test_a_wrong_variable_of_the_environment_is_named() -> None:
    with pytest.raises(SettingFault, match="IFNLIT_MAX_AGE is 'soon'; write a whole number"):
        settings("", {"IFNLIT_MAX_AGE": "soon"})


def test_the_library_stands_beside_its_settings(toml: Path) -> None:
    toml.write_text('[library]\nrefs = "data/my.yaml"\n', encoding="utf-8")
    assert library_file(str(toml)) == str(toml.parent / "data" / "my.yaml")
    toml.write_text("", encoding="utf-8")
    assert library_file(str(toml)) == str(toml.parent / "refs" / "refs.yaml")


def test_the_review_is_free_to_say_what_it_likes(toml: Path) -> None:
    toml.write_text('[review]\ntitle = "T"\nanything = 1\n', encoding="utf-8")
    assert review(str(toml)) == {"title": "T", "anything": 1}
    assert settings(str(toml), {})
    toml.write_text("", encoding="utf-8")
    assert review(str(toml)) == {}


def test_a_dotted_key_is_placed_in_the_first_line(toml: Path) -> None:
    toml.write_text('\nlint.selec = ["x"]\n', encoding="utf-8")
    with pytest.raises(SettingFault, match=r":1:1: \[lint\] has no key"):
        settings(str(toml), {})
