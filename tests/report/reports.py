"""Reports for the tests of renderers: a few findings, one of them hostile."""

from __future__ import annotations

from ifnlit.model.finding import Finding, Place, Severity
from ifnlit.model.fix import Edit, Fix
from ifnlit.report.report import Report, RuleHelp

LINES = (
    "references:",
    "  - id: lan2019",
    '    title: "干扰素 of  mice"',
    f"    note: {'x' * 60} misprnit {'y' * 60}",
)
DOUBLE = Finding(
    "double-space",
    "two blanks in a row",
    Severity.INFO,
    "lan2019",
    "title",
    Place("refs.yaml", 3, 13),
    "leave one",
    "干扰素 of  mice",
    Fix((Edit("lan2019", "title", "a  b", "a b"),), safe=True),
)
MISPRINT = Finding(
    "misprint-suspected",
    '"misprnit" looks like a misprint',
    Severity.WARNING,
    "lan2019",
    "note",
    Place("refs.yaml", 4, 72),
    text="misprnit",
    fix=Fix((Edit("lan2019", "note", "misprnit", "misprint"),), safe=False),
)
ON_THE_LIST = Finding("doi-absent", "no DOI at all", Severity.WARNING)
# What a file from outside may try: commands of CI services, escapes, markup, forged lines.
HOSTILE = Finding(
    "doi-malformed",
    "no DOI: \x1b[31m\r\n::error file=x::pwned\n##[error]x | <b>&amp; `@team` ]]>",
    Severity.ERROR,
    "a\nb",
    "DOI",
    Place("::warning,a:b\n.yaml", 1, 1),
    "\u202etxet",
    "\x9b2J",
)
RULES = {
    "double-space": RuleHelp("double-space", "IFN702", Severity.INFO, "Two blanks.", "A page.\n"),
    "doi-absent": RuleHelp("doi-absent", "IFN113", Severity.WARNING, "No DOI.", "A page.\n"),
}


def report(*findings: Finding, **more: object) -> Report:
    """A report of `lint` on three references."""
    given: dict[str, object] = {
        "command": "lint",
        "findings": findings,
        "references": 3,
        "rules": RULES,
        "lines": {"refs.yaml": LINES},
        "numbers": {"lan2019": 8},
        "path": "refs.yaml",
        "version": "0.1.0",
        **more,
    }
    return Report(**given)  # type: ignore[arg-type]  # the names are those of Report
