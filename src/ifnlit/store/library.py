"""Which library a command works on, and its references.

`-L PATH` before `$IFNLIT_LIBRARY` before the nearest `ifnlit.toml` upwards before the packaged one.
"""

from __future__ import annotations

import os
from types import MappingProxyType
from typing import TYPE_CHECKING

from ifnlit.errors import UnreadableInput
from ifnlit.model.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ifnlit.model.finding import Finding, Place
    from ifnlit.model.reference import Reference

SETTINGS = "ifnlit.toml"
PACKAGED = "the packaged library"
_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")


@dataclass(frozen=True, slots=True)
class Location:
    """Where a library is: its file ("" for the packaged one), its `ifnlit.toml`, who said so."""

    refs: str = ""
    settings: str = ""
    source: str = "default"


_NOWHERE: Mapping[tuple[int, str], Place] = MappingProxyType({})
_PACKAGED = Location()


@dataclass(frozen=True, slots=True)
class Library:
    """References with the places of their values; `format` is a name of `FORMATS`.

    `places` maps (index of the reference, CSL variable) to a place, "" being the record itself;
    it is empty for the packaged library, whose `path` is "".
    """

    references: tuple[Reference, ...]
    path: str = ""
    format: str = "csl-yaml"
    findings: tuple[Finding, ...] = ()
    places: Mapping[tuple[int, str], Place] = _NOWHERE
    location: Location = _PACKAGED


def locate(option: str = "", environ: Mapping[str, str] = os.environ, folder: str = "") -> Location:
    """The library meant by the `-L` option, the environment and the folder one stands in."""
    if option:
        return _named(option, "-L")
    if environ.get("IFNLIT_LIBRARY"):
        return _named(environ["IFNLIT_LIBRARY"], "IFNLIT_LIBRARY")
    found = _nearest_settings(folder)
    return _of_settings(found, found) if found else Location()


def load(location: Location) -> Library:
    """The references there; raises `UnreadableInput` with every fault of the file."""
    if not location.refs:
        return packaged()
    from ifnlit.store.text import read_text

    return read_library(read_text(location.refs), location)


def read_library(text: str, location: Location) -> Library:
    """The library that `text` holds, by the ending of its path or else by its content."""
    path = location.refs
    ending = os.path.splitext(path)[1].lower()
    if ending in {".yaml", ".yml"}:
        from ifnlit.store.refs_yaml import read as read_yaml

        reading = read_yaml(text, path)
        return Library(reading.references, path, "csl-yaml", (), reading.places, location)
    return _of_format(text, ending, location)


def packaged() -> Library:
    """The library inside the package."""
    from ifnlit.store.compiled import decode

    with open(f"{_DATA}/library.json", encoding="utf-8") as file:
        return Library(decode(file.read()))


def _of_format(text: str, ending: str, location: Location) -> Library:
    from ifnlit.formats import FORMATS
    from ifnlit.formats.sniff import sniff

    path = location.refs
    name = sniff(text[:4096], ending)
    reader = FORMATS.load(name).read if name else None
    if name == "csl-yaml":
        from ifnlit.store.refs_yaml import read as reader
    if name is None or reader is None:
        raise UnreadableInput(
            f'"{path}" is in no format that holds a library',
            hint="give .yaml, .bib, .ris or CSL-JSON; printed references are read by ifnlit parse",
        )
    reading = reader(text, path)
    if not reading.references and reading.findings:
        first = reading.findings[0]
        raise UnreadableInput(first.message, place=first.place, hint=first.hint)
    references = _with_keys(reading.references)
    return Library(references, path, name, reading.findings, reading.places, location)


def _with_keys(references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """The references, those without a key (of PubMed, Zotero's RIS) with one of their own."""
    if all(reference.id for reference in references):
        return references
    from dataclasses import replace

    from ifnlit.label import keys

    nameless = [reference for reference in references if not reference.id]
    labels = iter(keys(nameless, {reference.id for reference in references}))
    return tuple(it if it.id else replace(it, id=next(labels)) for it in references)


def _named(path: str, source: str) -> Location:
    """A library file, an `ifnlit.toml`, or a folder that holds one of them."""
    if os.path.isdir(path):
        settings = os.path.join(path, SETTINGS)
        if os.path.isfile(settings):
            return _of_settings(settings, source)
        for name in ("refs.yaml", os.path.join("refs", "refs.yaml")):
            refs = os.path.join(path, name)
            if os.path.isfile(refs):
                return Location(refs, "", source)
        raise UnreadableInput(
            f'the folder "{path}" holds no {SETTINGS} and no refs.yaml',
            hint="name the library's file, or make one with ifnlit init",
        )
    if os.path.basename(path) == SETTINGS:
        return _of_settings(path, source)
    if not os.path.exists(path):
        raise UnreadableInput(
            f'no such library: "{path}" (from {source})', hint="check the path, or leave it out"
        )
    return Location(path, _nearest_settings(os.path.dirname(path) or "."), source)


def _of_settings(settings: str, source: str) -> Location:
    from ifnlit.store.config import library_file

    return Location(library_file(settings), settings, source)


def _nearest_settings(folder: str) -> str:
    try:
        here = os.path.abspath(folder or os.getcwd())
    except FileNotFoundError:  # the folder one stands in was deleted
        return ""
    while True:
        candidate = os.path.join(here, SETTINGS)
        if os.path.isfile(candidate):
            return candidate
        above = os.path.dirname(here)
        if above == here:
            return ""
        here = above
