"""Print docs/rules.md: every rule with its page, from the docstrings of ifnlit.lint.rules."""

from __future__ import annotations

import sys

from ifnlit.lint import RULES, code
from ifnlit.lint.manual import markdown


def main() -> int:
    """Print the page."""
    lines = [
        "# Rules",
        "",
        "Generated from the rules by `make docs`; `ifnlit rule NAME` prints one of them. `lint`",
        "runs the rules that need nothing but the library, `check` those and the ones of evidence.",
        "",
        "| rule | code | severity | finds |",
        "|---|---|---|---|",
    ]
    for name in RULES:
        summary = RULES.entry(name).summary
        lines.append(
            f"| [{name}](#{name}) | {code(name)} | {RULES.load(name).severity} | {summary} |"
        )
    pages = [markdown(name) for name in RULES]
    sys.stdout.write("\n".join([*lines, "", *pages]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
