"""The manual page of a rule: the docstring of its module, with its names in front."""

from __future__ import annotations

import re
from importlib import import_module

from ifnlit.lint import QUIET, RULES, code

_CHECKED = "IFN9"


def page(name: str) -> str:
    """The page as text: name, code and severity; what it finds; why; bad and good; what to do."""
    head = f"{RULES.name(name)} ({code(name)}, {RULES.load(name).severity})"
    return f"{head}\n\n{body(name)}"


def body(name: str) -> str:
    """The page without its head, in Markdown as it stands."""
    module = import_module(RULES.entry(name).target.partition(":")[0])
    return f"{(module.__doc__ or RULES.entry(name).summary).strip()}\n"


def markdown(name: str) -> str:
    """The page as a section of docs/rules.md."""
    _, *others = RULES.entry(name).aliases
    also = f" Also called {', '.join(f'`{one}`' for one in others)}." if others else ""
    found = " Found by `ifnlit check`." if code(name).startswith(_CHECKED) else ""
    if name in QUIET:
        found += " Reported only when it is selected."
    text = re.sub(r"^(Why|Bad|Good|What to do):", r"**\1:**", body(name), flags=re.MULTILINE)
    head = f"`{code(name)}`, {RULES.load(name).severity}.{also}{found}"
    return f"## {name}\n\n{head}\n\n{text}"
