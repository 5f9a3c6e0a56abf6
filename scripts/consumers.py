"""`make consumers`: the programs that people use read our exports, without a warning.

pandoc, bibtexparser, rispy, citation-js (npm) and biber (Debian's package) read the general flavour
of each format they know: once the packaged references, once made-up records of all common types.
A program that is not on this machine is named, with how to get it, and fails nothing.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ifnlit.formats import FORMATS
from ifnlit.formats.format import Flavour
from ifnlit.store.library import packaged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ifnlit.model.reference import Reference

ROOT = Path(__file__).parent.parent
MODULES = ROOT / "build" / "citation-js"
PACKAGES = ("core@0.8", "plugin-bibtex@0.8", "plugin-ris@0.8", "plugin-csl@0.8")
PANDOC = {
    "bib": "bibtex",
    "biblatex": "biblatex",
    "ris": "ris",
    "csl-json": "csljson",
    "csl-yaml": "markdown",
}
# Zotero's and JabRef's tags of editors and of numbers in a series; rispy 0.10 has none for these.
NOT_IN_RISPY = {"ED", "SV"}
MINUTES = 5 * 60


@dataclass(frozen=True)
class Heard:
    """What one program said of one file: how many entries it found, and its complaints."""

    program: str
    format: str
    entries: int
    complaints: tuple[str, ...] = ()


class Absent(Exception):  # noqa: N818  # a program that is not here is no error
    """A program is not on this machine; says how to get it."""


def main() -> int:
    """Write, let each program read, print a line for each; 1 when one of them complains."""
    faults = 0
    absent: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for title, references in libraries().items():
            files = written(Path(folder) / title, references)
            for program in (pandoc, bibtexparser, rispy, citation_js, biber):
                try:
                    for heard in program(files):
                        faults += not told(title, heard, len(references))
                except Absent as reason:
                    absent[program.__name__] = str(reason)
    for name, how in absent.items():
        print(f"not checked: {name}: {how}")
    return 1 if faults else 0


def libraries() -> dict[str, Sequence[Reference]]:
    """The packaged references, and records of all common types."""
    sys.path.insert(0, str(ROOT))
    from tests.formats.bib_records import TYPES

    return {"the-24": packaged().references, "all-types": TYPES}


def written(folder: Path, references: Sequence[Reference]) -> dict[str, Path]:
    """One file for each format that a program here reads."""
    folder.mkdir()
    files: dict[str, Path] = {}
    for name in PANDOC:
        format_ = FORMATS.load(name)
        if format_.write is not None:
            files[name] = folder / f"{name}{format_.endings[0]}"
            files[name].write_bytes(format_.write(references, Flavour()).encode())
    return files


def told(title: str, heard: Heard, expected: int) -> bool:
    """Print what was heard; whether all was read without a complaint."""
    good = heard.entries == expected and not heard.complaints
    print(f"{'ok   ' if good else 'FAULT'} {title:10} {heard.program:13} {heard.format:9} "
          f"{heard.entries} of {expected}")  # fmt: skip
    for complaint in heard.complaints[:20]:
        print(f"      {complaint}")
    return good


def pandoc(files: Mapping[str, Path]) -> Iterator[Heard]:
    """Pandoc turns each file into CSL-JSON."""
    import pypandoc

    for name, path in files.items():
        source = f"--metadata-file={path}" if PANDOC[name] == "markdown" else str(path)
        run = subprocess.run(
            [pypandoc.get_pandoc_path(), "--from", PANDOC[name], "--to", "csljson", source],
            capture_output=True,
            text=True,
            check=False,
            input="",
        )
        entries = len(cast("list[object]", json.loads(run.stdout))) if run.stdout else 0
        yield Heard("pandoc", name, entries, tuple(run.stderr.splitlines()))


def bibtexparser(files: Mapping[str, Path]) -> Iterator[Heard]:
    """Bibtexparser 2 with all it does by default; its complaints go to its log."""
    from bibtexparser import splitter
    from bibtexparser.entrypoint import parse_string

    complaints: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: complaints.append(record.getMessage())  # type: ignore[method-assign]  # a log that keeps what it hears
    logging.getLogger("bibtexparser").addHandler(handler)
    for name in ("bib", "biblatex"):
        complaints.clear()
        splitter.logger.disabled = False  # our reader silences it
        library = parse_string(files[name].read_text(encoding="utf-8"))
        complaints.extend(
            f"line {block.start_line}: {block.error}" for block in library.failed_blocks
        )
        yield Heard("bibtexparser", name, len(library.entries), tuple(complaints))


def rispy(files: Mapping[str, Path]) -> Iterator[Heard]:
    """rispy; a tag that it does not know is a complaint, but for those that others need."""
    from importlib import import_module

    loads = import_module("rispy").loads  # its types are partial
    text = files["ris"].read_text(encoding="utf-8")
    entries = cast("list[dict[str, object]]", loads(text))
    unknown = [
        f"unknown tag: {tag}"
        for entry in entries
        for tag in cast("Mapping[str, object]", entry.get("unknown_tag", {}))
        if tag not in NOT_IN_RISPY
    ]
    yield Heard("rispy", "ris", len(entries), tuple(unknown))


def citation_js(files: Mapping[str, Path]) -> Iterator[Heard]:
    """citation-js, installed into build/ the first time."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise Absent("needs Node.js and npm (apt-get install nodejs npm)")
    if not (MODULES / "node_modules").is_dir():
        MODULES.mkdir(parents=True, exist_ok=True)
        names = [f"@citation-js/{package}" for package in PACKAGES]
        run = subprocess.run(
            [npm, "install", "--no-audit", "--no-fund", "--prefix", str(MODULES), *names],
            capture_output=True,
            text=True,
            check=False,
            timeout=MINUTES,
        )
        if run.returncode:
            raise Absent(f"npm cannot install it: {run.stderr.strip()[-200:]}")
    paths = {name: str(path) for name, path in files.items() if name != "csl-yaml"}
    run = subprocess.run(
        [node, str(ROOT / "scripts" / "consumers.js"), json.dumps(paths)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "NODE_PATH": str(MODULES / "node_modules")},
        timeout=MINUTES,
    )
    found = cast("dict[str, dict[str, object]]", json.loads(run.stdout))
    for name, said in found.items():
        complaints = tuple(cast("list[str]", said["warnings"]))
        yield Heard("citation-js", name, cast("int", said["entries"]), complaints)


def biber(files: Mapping[str, Path]) -> Iterator[Heard]:
    """Biber validates the BibLaTeX file against its data model."""
    program = shutil.which("biber")
    if program is None:
        raise Absent("apt-get install biber")
    path = files["biblatex"]
    out = path.with_suffix(".out.bib")
    run = subprocess.run(
        [program, "--tool", "--validate-datamodel", f"--output-file={out}", str(path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=path.parent,
        timeout=MINUTES,
    )
    lines = (run.stdout + run.stderr).splitlines()
    complaints = tuple(line for line in lines if line.startswith(("WARN", "ERROR")))
    text = out.read_text(encoding="utf-8") if out.exists() else ""
    yield Heard("biber", "biblatex", text.count("\n@") + text.startswith("@"), complaints)


if __name__ == "__main__":
    sys.exit(main())
