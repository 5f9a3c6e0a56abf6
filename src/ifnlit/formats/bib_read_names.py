"""Name lists of .bib files: BibTeX's three ways to write a name, BibLaTeX's fourth, and faults."""

from __future__ import annotations

import re

from ifnlit.formats.et_al import is_et_al
from ifnlit.formats.latex_read import is_plain, text_of
from ifnlit.formats.person import without_tail
from ifnlit.model.name import Name

_ET_AL_TAIL = re.compile(r"[,\s]+(?:and\s+)?(?:et\s+al\.?|等\.?)\s*\Z", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_SEMICOLON = re.compile(r"\s*;\s*")
_BLANK = re.compile(r"(?:\s|~)+")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_SUFFIX = re.compile(r"(?:jr|sr|snr|jnr|[IVX]{2,4}|\d(?:nd|rd|th))\.?", re.IGNORECASE)
_INITIALS = re.compile(r"(.*?\S)\s+((?:[A-Z]{1,3}|[A-Z]\.)(?:[\s-]?[A-Z]\.)*)")
_LETTERS = re.compile(r"(?:[A-Z]\.?[\s-]?){1,4}")
# Chinese names one after the other; families of two characters stand before a comma alone.
_HAN_LIST = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:\s*[,，、]\s*[\u4e00-\u9fff·]{2,4})+")
_HAN_COMMA = re.compile(r"\s*[,，、]\s*")
_COMPOUND = ("欧阳,", "司马,", "上官,", "诸葛,", "司徒,", "皇甫,", "尉迟,", "夏侯,", "东方,")
_NAMESAKE = re.compile(r"(?<=\w) \d{4}\Z")  # as DBLP has it
_EXTENDED = re.compile(r"(family|given|prefix|suffix|useprefix|\w+-i)\s*=\s*", re.IGNORECASE)
_ATTRIBUTES = {
    "family": "family",
    "given": "given",
    "prefix": "non_dropping_particle",
    "suffix": "suffix",
}
_MOST_PARTS = 3  # family, suffix, given


def names_of(latex: str) -> tuple[tuple[Name, ...], bool, str]:
    """The names of a list, whether it goes on ("and others"), and what is wrong with it or ""."""
    listed = _ET_AL_TAIL.sub("", latex)
    goes_on = listed != latex
    fault = ""
    parts = _split(listed, _AND)
    if len(parts) == 1:
        parts, fault = _apart(parts[0])
    if any(_NAMESAKE.search(part) for part in parts):
        fault = "a number that tells namesakes apart (0001) is left out"
        parts = [_NAMESAKE.sub("", part) for part in parts]
    if parts and is_et_al(text_of(parts[-1], rich=False)):
        goes_on = True
        parts.pop()
    return tuple(_name(part) for part in parts), goes_on, fault


def _apart(listed: str) -> tuple[list[str], str]:
    """A list that some program wrote without "and"; a single name as it is."""
    if ";" in listed and len(parts := _split(listed, _SEMICOLON)) > 1:
        named = [_family_first(part) for part in parts]
        return named, "names apart by semicolons; write `and` between them"
    told = "names apart by commas; write `and` between them"
    if _HAN_LIST.fullmatch(listed) and not listed.startswith(_COMPOUND):
        return _split(listed, _HAN_COMMA), told
    parts = _split(listed, _COMMA)
    if len(parts) <= _MOST_PARTS or _EXTENDED.match(listed):
        return [listed] if listed.strip() else [], ""
    families, given = parts[::2], parts[1::2]
    if len(families) == len(given) and all(_LETTERS.fullmatch(part) for part in given):
        return [f"{a}, {b}" for a, b in zip(families, given, strict=True)], told
    return [_family_first(part) for part in parts], told


def _family_first(name: str) -> str:
    """A name as PubMed writes it and most who put commas between names: "Sung H"."""
    found = None if "," in name else _INITIALS.fullmatch(name)
    return f"{found[1]}, {found[2]}" if found else name


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    """The parts of a text between separators that stand in no braces; no empty ones."""
    parts: list[str] = []
    if "{" not in text:
        parts.extend(separator.split(text))
    else:
        at, depth, seen = 0, 0, 0
        for found in separator.finditer(text):
            for brace in _BRACES.finditer(text, seen, found.start()):
                depth += {"{": 1, "}": -1}.get(brace[0], 0)
            seen = found.start()
            if depth == 0:
                parts.append(text[at : found.start()])
                at = found.end()
        parts.append(text[at:])
    return [part for part in (part.strip() for part in parts) if part]


def _name(latex: str) -> Name:
    if latex.count(",") == 1 and "=" not in latex and is_plain(latex):  # nearly all names
        family, given = (" ".join(part.split()) for part in latex.split(","))
        if family and given:
            particle, bare = _particle(family)
            given, dropping = without_tail(given)
            return Name(bare, given, particle, dropping)
    if _is_group(latex):
        return Name(literal=text_of(latex, rich=False))
    if "=" in latex and _EXTENDED.match(latex):
        return _extended(latex)
    parts = _split(latex, _COMMA)
    if len(parts) == 1:
        return _in_order(_split(parts[0], _BLANK), ends_with_comma=latex.endswith(","))
    family, *rest = parts
    suffix, given = ("", rest[0]) if len(rest) == 1 else (rest[0], " ".join(rest[1:]))
    if suffix and _SUFFIX.fullmatch(given) and not _SUFFIX.fullmatch(suffix):
        suffix, given = given, suffix  # "King, M. L., Jr.", as RIS has it
    elif not suffix and latex.rstrip().endswith(",") and _SUFFIX.fullmatch(given):
        suffix, given = given, ""
    particle, bare = _particle(text_of(family, rich=False))
    given, dropping = without_tail(text_of(given, rich=False))
    return Name(bare, given, particle, dropping, text_of(suffix, rich=False))


def _in_order(words: list[str], *, ends_with_comma: bool) -> Name:
    """Given names, particle, family name: a particle's words begin with a small letter."""
    texts = [text_of(word, rich=False) for word in words]
    if len(texts) == 1 or ends_with_comma:
        return Name(family=" ".join(texts))
    suffix = texts.pop() if len(texts) > _MOST_PARTS - 1 and _SUFFIX.fullmatch(texts[-1]) else ""
    small = [i for i, word in enumerate(words[: len(texts) - 1]) if word[:1].islower()]
    if not small:
        particle, family = _particle(texts[-1])
        return Name(family, " ".join(texts[:-1]), particle, suffix=suffix)
    first, last = small[0], small[-1]
    return Name(
        family=" ".join(texts[last + 1 :]),
        given=" ".join(texts[:first]),
        non_dropping_particle=" ".join(texts[first : last + 1]),
        suffix=suffix,
    )


def _particle(family: str) -> tuple[str, str]:
    """Leading words with a small first letter, and the rest: "van der", "Berg"."""
    words = family.split(" ")
    count = 0
    while count < len(words) - 1 and words[count][:1].islower():
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _extended(latex: str) -> Name:
    """BibLaTeX's `family=Berg, given=Jan, prefix=van der` (manual 3.2.3)."""
    values: dict[str, str] = {}
    for part in _split(latex, _COMMA):
        key, _, value = part.partition("=")
        attribute = _ATTRIBUTES.get(key.strip().casefold())
        if attribute:
            values[attribute] = text_of(value.strip().strip('"'), rich=False)
    return Name(**values)


def _is_group(latex: str) -> bool:
    """Whether one pair of braces holds the whole name: a body, or a name not to be split."""
    if not (latex.startswith("{") and latex.endswith("}")):
        return False
    depth = 0
    for brace in _BRACES.finditer(latex):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.end() == len(latex)
    return False
