"""`ifnlit rule`."""

from __future__ import annotations

import click

from ifnlit.cli.emit import emit
from ifnlit.cli.options import TableName, json_option
from ifnlit.lint import RULES


@click.command("rule")
@click.argument("name", type=TableName(RULES), required=False, default=None)
@json_option()
def COMMAND(name: str | None, as_json: bool) -> None:
    """Explain a rule, or list all of them.

    NAME is a name, a code or another name of a rule.

    \b
    ifnlit rule
    ifnlit rule year-volume-conflict
    ifnlit rule IFN604
    """
    from ifnlit.app.rules import listing, plain
    from ifnlit.lint.manual import page

    if as_json:
        from ifnlit.report.plain import json_text

        emit(json_text(plain([name] if name else list(RULES))))
    else:
        emit(page(name) if name else listing())
