"""Every line of every table loads what it says, from inside the package that owns the table."""

from __future__ import annotations

from importlib import import_module
from types import FunctionType
from typing import TYPE_CHECKING, Any

import click
import pytest

from ifnlit.cli.group import COMMANDS
from ifnlit.formats import FORMATS
from ifnlit.formats.format import Format
from ifnlit.lint import RULES
from ifnlit.lint.rule import Rule
from ifnlit.report import RENDERERS

if TYPE_CHECKING:
    from ifnlit.registry import Registry

TABLES: dict[str, tuple[Registry[Any], type]] = {
    "ifnlit.cli.commands": (COMMANDS, click.Command),
    "ifnlit.formats": (FORMATS, Format),
    "ifnlit.lint": (RULES, Rule),
    "ifnlit.report": (RENDERERS, FunctionType),
}
LINES = [(owner, name) for owner, (table, _) in TABLES.items() for name in table]


@pytest.mark.parametrize(("owner", "name"), LINES)
def test_a_line_loads_an_object_of_the_right_kind_from_its_own_package(
    owner: str, name: str
) -> None:
    table, kind = TABLES[owner]
    # A string is no import: a target elsewhere would smuggle a dependency past the ring contracts.
    assert table.entry(name).target.startswith(f"{owner}.")
    assert isinstance(table.load(name), kind)


@pytest.mark.parametrize("owner", TABLES)
def test_no_alias_stands_twice_or_hides_a_name(owner: str) -> None:
    table, _ = TABLES[owner]
    words = [word for name in table for word in (name, *table.entry(name).aliases)]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", list(COMMANDS))
def test_the_summary_of_a_command_is_the_first_line_of_its_help(name: str) -> None:
    command = COMMANDS.load(name)
    help_text = (command.help or "").strip().splitlines()[0]
    assert COMMANDS.entry(name).summary == help_text
    assert len(help_text) <= 60
    assert help_text.endswith(".")


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_shows_an_example(name: str) -> None:
    assert "ifnlit " in (COMMANDS.load(name).help or "") or isinstance(
        COMMANDS.load(name), click.Group
    )


def test_every_format_is_named_as_its_line() -> None:
    for name in FORMATS:
        assert FORMATS.load(name).name == name


def test_no_table_is_forgotten_here() -> None:
    """A new table must be added to TABLES: found by looking for Registry objects."""
    from pathlib import Path

    import ifnlit

    found: set[str] = set()
    for path in Path(str(ifnlit.__file__)).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if ": Registry[" in text and "import Entry, Registry" in text:
            module = ".".join(["ifnlit", *path.relative_to(Path(ifnlit.__file__).parent).parts])
            found.add(module.removesuffix(".py").removesuffix(".__init__"))
    owners = {owner if owner != "ifnlit.cli.commands" else "ifnlit.cli.group" for owner in TABLES}
    assert found == owners
    for module in found:
        import_module(module)
