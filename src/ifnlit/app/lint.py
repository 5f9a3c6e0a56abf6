"""Rules run over a library, whatever its format, and what is left of their findings as a report."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from ifnlit.errors import SettingFault, UsageFault
from ifnlit.lint import OWN, RULES, code, ignores
from ifnlit.lint.selection import expanded, selected
from ifnlit.model.finding import Severity
from ifnlit.model.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from ifnlit.errors import UnreadableInput
    from ifnlit.lint.baseline import Parted
    from ifnlit.model.finding import Finding
    from ifnlit.report.report import Report, RuleHelp
    from ifnlit.store.config import Setting
    from ifnlit.store.library import Library, Location

# An argument that ends so is a file; anything else is a citation key or a number in the list.
FILES = (".bib", ".ris", ".json", ".yaml", ".yml", ".txt", ".nbib", ".enw", ".rdf", ".xml")
_PRINTED = ".txt"
_OWN = frozenset(OWN)
_KNOWN = frozenset(RULES)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a run is asked: which rules, what fails it, which findings are let pass.

    `rules` are names; `baseline` is a file or ""; `keys` choose entries, all when empty.
    """

    rules: tuple[str, ...]
    fail_on: Severity = Severity.ERROR
    baseline: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Loaded:
    """A library with the text of its file ("" for the packaged one)."""

    library: Library
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the file without their ends, as places count them."""
        return tuple(line.removesuffix("\r") for line in self.text.split("\n"))


@dataclass(frozen=True, slots=True)
class Judged:
    """What is left of the findings on one library, and what was passed over."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    passed_over: int = 0
    gone: int = 0  # findings of the baseline that are no longer found


def choice(
    settings: dict[str, Setting],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_on: str = "",
    baseline_file: str = "",
    keys: Sequence[str] = (),
) -> Choice:
    """Options before settings; ignored rules of both. Raises `UsageFault` or `SettingFault`."""
    try:
        chosen = select or _names(settings["lint.select"])
        rules = selected(chosen, (*ignore, *_names(settings["lint.ignore"])))
        severity = Severity(fail_on or str(settings["lint.fail-on"].value))
    except ValueError:
        value = settings["lint.fail-on"].value
        raise SettingFault(
            f'lint.fail-on is "{value}"', hint="write error, warning or info"
        ) from None
    return Choice(rules, severity, baseline_file or _beside(settings["lint.baseline"]), tuple(keys))


def without_baseline(asked: Choice) -> Choice:
    """The same, but nothing is let pass: what a new baseline is written from."""
    return replace(asked, baseline="")


def loaded(location: Location) -> Loaded:
    """The library there with its text; a .txt file is a printed list. Raises `UnreadableInput`."""
    from ifnlit.app.selection import distinct
    from ifnlit.store.library import Library, packaged, read_library
    from ifnlit.store.relative import relative
    from ifnlit.store.text import read_text

    if not location.refs:
        return Loaded(packaged(), "")
    location = replace(location, refs=relative(location.refs))
    text = read_text(location.refs)
    if location.refs.lower().endswith(_PRINTED):
        from ifnlit.app.printed import library_of

        return Loaded(library_of(text, location), text)
    read = read_library(text, location)
    references = distinct(read.references)
    return Loaded(
        Library(references, read.path, read.format, read.findings, read.places, location), text
    )


def judged(
    one: Loaded,
    asked: Choice,
    others: Iterable[Finding] = (),
    said: frozenset[str] = frozenset(),
) -> Judged:
    """The findings of the chosen rules, of the reader and of `others`, less what is let pass.

    `said` are rules that `others` speak for, so that they are not run.
    """
    library = one.library
    wanted = set(asked.rules)
    own = _found(one, wanted & _OWN - said)
    # What the parser says of a list is said by a rule again, of any library.
    read = (it for it in library.findings if it.rule not in _OWN)
    told = (it for it in (*read, *others) if not _is_ours(it))
    kept = (finding for finding in told if finding.rule in wanted or finding.rule not in _KNOWN)
    every = (*kept, *own)
    sifted = ignores.sifted(every, library.references, asked.rules, library.places)
    faults = (it for it in sifted.faults if it.rule in wanted)
    every = tuple(sorted((*sifted.findings, *faults), key=_order))
    if asked.keys:
        every = _of_keys(every, library, asked.keys)
    if not asked.baseline:
        return Judged(one, every, sifted.passed_over)
    known = parted(every, asked.baseline)
    return Judged(one, known.findings, sifted.passed_over + known.known, known.gone)


def idle(libraries: Sequence[Loaded], setting: Setting) -> tuple[str, ...]:
    """A remark for each word of `lint.ignore` that passes over nothing in these libraries."""
    remarks: list[str] = []
    for word in _names(setting):
        rules = expanded(word)
        if rules <= _OWN and not any(_found(one, rules) for one in libraries):
            remarks.append(f'lint.ignore has "{word}", which finds nothing ({setting.source})')
    return tuple(remarks)


def _found(one: Loaded, names: AbstractSet[str]) -> tuple[Finding, ...]:
    """What the rules of these names find; of the packaged library it is known beforehand."""
    if not one.library.path:
        from ifnlit.store.compiled_findings import load

        return tuple(finding for finding in load() if finding.rule in names)
    return found_anew(one, [name for name in OWN if name in names])


def found_anew(one: Loaded, names: Sequence[str]) -> tuple[Finding, ...]:
    """What the rules of these names find when they are run."""
    from ifnlit.lint.engine import findings
    from ifnlit.lint.subject import Subject

    library = one.library
    year = time.localtime().tm_year
    return findings(
        Subject(library.references, year, places=library.places, lines=one.lines), names
    )


def parted(findings: Sequence[Finding], path: str) -> Parted:
    """The findings that are not in the baseline file; raises `UsageFault` when there is none."""
    import os

    from ifnlit.lint import baseline
    from ifnlit.store.text import read_text

    if not os.path.exists(path):  # noqa: PTH110  # pathlib is slow to load
        raise UsageFault(f'no such baseline: "{path}"', hint="write it with --write-baseline")
    return baseline.parted(findings, baseline.decoded(read_text(path), path))


def write_baseline(found: Sequence[Judged], path: str) -> int:
    """Write the findings as the new baseline; how many there are. Raises `UsageFault`."""
    if not path:
        raise UsageFault(
            "no baseline file is named",
            hint="add --baseline FILE, or baseline = FILE under [lint] in ifnlit.toml",
        )
    from ifnlit.lint import baseline
    from ifnlit.store.text import write_atomic

    every = [finding for one in found for finding in one.findings]
    write_atomic(path, baseline.encoded(every).encode())
    return len(every)


def report(
    command: str,
    found: Sequence[Judged],
    asked: Choice,
    *,
    remarks: Sequence[str] = (),
    colour: bool = False,
    prefix: str = "",
) -> Report:
    """All of it for a renderer."""
    from ifnlit import __version__
    from ifnlit.report.report import Report

    findings = tuple(finding for one in found for finding in one.findings)
    gone = sum(one.gone for one in found)
    stale = (f"gone from the baseline: {gone}; write it again with --write-baseline",)
    return Report(
        command=command,
        findings=findings,
        references=sum(len(one.loaded.library.references) for one in found),
        fail_on=asked.fail_on,
        rules={name: rule_help(name) for name in {it.rule for it in findings} & _KNOWN},
        lines={one.loaded.library.path: one.loaded.lines for one in found},
        numbers=_numbers(found),
        passed_over=sum(one.passed_over for one in found),
        remarks=(*remarks, *(stale if gone else ())),
        path=found[0].loaded.library.path if found else "",
        version=__version__,
        colour=colour,
        prefix=prefix,
    )


def broken(command: str, error: UnreadableInput, prefix: str) -> Report:
    """The faults that make a file unreadable, for a service that shows findings at their lines."""
    from ifnlit import __version__
    from ifnlit.model.finding import Finding
    from ifnlit.report.report import Report

    name = "broken-entry"
    findings = tuple(
        Finding(name, it.message, Severity.ERROR, place=it.place, hint=it.hint, text=it.message)
        for it in (error, *error.others)
    )
    return Report(
        command,
        findings,
        references=0,
        rules={name: rule_help(name)},
        version=__version__,
        prefix=prefix,
    )


def rule_help(name: str) -> RuleHelp:
    """A rule as reports explain it."""
    from ifnlit.lint.manual import body
    from ifnlit.report.report import RuleHelp

    summary = RULES.entry(name).summary
    return RuleHelp(name, code(name), RULES.load(name).severity, summary, body(name))


def _is_ours(finding: Finding) -> bool:
    """Whether a reader took our own field of ignores for an unknown one."""
    return (
        finding.rule == "unknown-field" and ignores.FIELD in f"{finding.variable} {finding.message}"
    )


def _order(finding: Finding) -> tuple[bool, int, int]:
    """By line and column, whoever found it; what is said of the whole list comes last."""
    place = finding.place
    of_the_list = not finding.ref and finding.rule in _OWN
    return of_the_list, place.line if place else 0, place.column if place else 0


def _names(setting: Setting) -> tuple[str, ...]:
    return setting.value if isinstance(setting.value, tuple) else ()


def _beside(setting: Setting) -> str:
    """A file that ifnlit.toml names, from the folder of ifnlit.toml."""
    name = str(setting.value)
    source = setting.source.partition(".toml:")[0] + ".toml"
    folder = source.rpartition("/")[0]
    return f"{folder}/{name}" if name and folder and not name.startswith("/") else name


def _numbers(found: Sequence[Judged]) -> dict[str, int]:
    return {
        one.id: one.origin.n
        for it in found
        for one in it.loaded.library.references
        if one.origin is not None and one.origin.n is not None
    }


def _of_keys(
    findings: Sequence[Finding], library: Library, keys: Sequence[str]
) -> tuple[Finding, ...]:
    """The findings on the entries with these keys; raises `UsageFault` for an unknown one."""
    from ifnlit.app.selection import chosen

    wanted = {one.id for one in chosen(library.references, keys)}
    return tuple(finding for finding in findings if finding.ref in wanted)
