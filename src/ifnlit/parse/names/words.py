"""Letters and words that names are made of: particles, suffixes, words of bodies, "et al."."""

from __future__ import annotations

import re
from functools import lru_cache

from ifnlit.parse.hints import has_any

# Letters for a class of characters. Beyond Latin-1 capitals and small letters alternate, and a
# class of them all takes long to compile: there a letter counts as both.
_BOTH = r"\u0100-\u024f\u1e00-\u1eff\u048a-\u04ff"
U = rf"A-ZÀ-ÖØ-Þ{_BOTH}Α-Ϋ\u0400-\u042f"
L = rf"a-zß-öø-ÿ{_BOTH}ά-ώ\u0430-\u045f"

# One or more initials: "H", "HSJ", "H S J", "H. S.-J.", "Yu. A.", "J-P".
INITIALS = rf"(?:[{U}][{L}]{{0,2}}\.[\s-]?|[{U}](?:[\s-](?=[{U}](?![{L}'’]))|(?![{L}'’])))+"

_ONE_INITIAL = re.compile(rf"-?[{U}][{L}]{{0,2}}(?=\.)|-?[{U}]")
KEPT = 20_000  # distinct pieces; a list repeats its names, and each is looked at three times

# "et al." in its spellings, without the comma or "and" before it. Short ones stand in small
# letters: "U. A." are initials.
ET_AL = re.compile(
    r"\bet[\s.]{0,2}al(?:ii|iae?|ios)?\b\.{0,3}|\b(?:others|colleagues|co-?workers)\b\.?|"
    r"\bet\s(?:coll|collab|autres)\b\.?|\by\s(?:cols?|otros)\b\.?|\be\s(?:cols?|outros|altri)\b\.?|"
    r"(?-i:\bu\.?\s?a\b\.?(?=\s*$|[\s:;,(])|\bm\.?\s?fl\b\.?|\bi\s(?:in|wsp|dr)\b\.?|"
    r"\bи\s?др\b\.?|\b[ітй]а?\sін(?:ш[^\W\d_]*)?\b\.?)|"
    r"(?<=[\s,])[외他](?=\s*$)|等\s?人?(?![\u4e00-\u9fff])|ほか|\.\.\.|…",
    re.IGNORECASE,
)

# One of these stands in each of them: cheaper to look for.
_HINTS = (
    "et al", "et.", "etal", "others", "colleagues", "worker", "et  al", "et coll", "collab",
    "autres", "col", "otros", "outros", "altri", "u. a", "u.a", "u a", "fl", "i in", "i wsp",
    "i dr", "др", "ін", "等", "ほか", "외", "他", "...", "…",
)  # fmt: skip


_PLAIN_ENDS = ("et al.", "et al")


def others(text: str) -> list[tuple[int, int]]:
    """Where "et al." stands in a text, in any of its spellings."""
    low = text.lower()
    if low.endswith(_PLAIN_ENDS) and low.count("et al") == 1 and "..." not in text:
        at = low.index("et al")
        return [] if low[at - 1 : at].isalnum() else [(at, len(text))]
    if not has_any(low, _HINTS):
        return []
    return [_bracketed(text, *found.span()) for found in ET_AL.finditer(text)]


def _bracketed(text: str, start: int, end: int) -> tuple[int, int]:
    """With the brackets around it: "[и др.]"."""
    around = text[start - 1 : start] == "[" and text[end : end + 1] == "]"
    return (start - 1, end + 1) if around else (start, end)


def without_others(text: str) -> str:
    """A list of names without "et al."."""
    found = others(text)
    return text[: found[0][0]] + text[found[-1][1] :] if found else text


# Particles of the common languages, as they stand before a family name.
PARTICLES = frozenset(
    """van von vom der den de del della dello dalla degli delle di da das dos do du des la le las
    los ter ten te zu zum zur af av op 't 's el al bin ibn ben abu bint abd st. vande vander
    van't y i san santa""".split()
)
PARTICLE = re.compile(
    r"(?<!\w)(?:(?:[Vv]an|[Vv]on|vom|der|den|[Dd]e(?:\sL(?:a|as|os))?|[Dd]el|[Dd]ella|[Dd]ello|dalla|degli|delle|[Dd]i|da|das|"
    r"dos|do|[Dd]u|des|la|le|las|los|ter|ten|te|zu|zum|zur|af|av|op|'t|'s|el|al|bin|ibn|ben|abu|bint|"
    r"[Vv]ander|vande)\s+)+"
)
SUFFIX = re.compile(r"(?:Jr|Sr|Jun|Sen|Fils)\.?|I{2,3}|IV|[23](?:nd|rd|d)|4th", re.IGNORECASE)
SUFFIX_LAST = r"(?:[JS]r\.?|I{2,3}|IV|2nd|3rd|4th)"
# Portuguese words that follow the family name and belong to it: "Silva Neto", "Souza Filho".
KINSHIP = frozenset("Filho Neto Júnior Junior Sobrinho Netto".split())
# What says for whom a list is written, in front of a body's name.
BEHALF = re.compile(r"(?:on\sbehalf\sof|for)\s(?:the\s)?", re.IGNORECASE)
# What a company's name ends in, behind a comma: "Online Library Center, Inc".
COMPANY = re.compile(r"(?:Inc|Ltd|LLC|Corp|Co|GmbH|S\.?A|AG|PLC|plc)\.?")
# "inventor" and "assignee" stand in lists of a patent.
DEGREE = re.compile(
    r"(?:inventors?|assignees?|M\.?D|Ph\.?D|MPH|MSc|RN|Dr|DrPH|FRCP|MBBS|BSc|MA|Prof)\.?"
)
ROLE_LONGEST = 24  # characters: ", (translators)."
# What stands there is one of these: cheaper to look for.
ROLE_ENDS = (
    "ed", "eds", "editor", "editors", "edit", "edited", "hrsg", "hg", "herausgeber", "dir", "dirs",
    "coord", "coords", "comp", "comps", "trans", "translator", "translators", "transl", "übers",
    "red", "编", "著", "译",
)  # fmt: skip
# "Peterson ED" has initials: in capitals it is a role only behind a comma or a bracket.
ROLE = re.compile(
    r"(?:[\s,]*(?:,\s*|[(\[])|\s*\b(?!(?-i:[A-Z]{2,3})\b))(?:eds?|editors?|edit(?:ed)?|hrsg|hg|herausgeber|dir|dirs|coords?|comps?|"
    r"trans|translators?|transl|übers|red)\b\.?[)\]]?\s*\.?\s*$|[\s,]*\(?(?:主编|编著|编|译|著)\)?\s*$",
    re.IGNORECASE,
)
_TRANSLATOR = re.compile(r"trans|übers|译", re.IGNORECASE)
# "ED" and "HG" behind a family name are initials: a role in capitals has a mark before it.
_INITIALS_LAST = re.compile(rf"\s[{U}]{{2,3}}\.?\s*")


def role(text: str) -> re.Match[str] | None:
    """The role that ends a list of names: "(eds.)", ", editor", "主编"."""
    if not text.rstrip(" .)]").lower().endswith(ROLE_ENDS):
        return None
    found = ROLE.search(text, max(0, len(text) - ROLE_LONGEST))
    return None if found is None or _INITIALS_LAST.fullmatch(found[0]) else found


def role_said(text: str) -> str:
    """What a list of names says of them at its end: "author", "editor", "translator", or ""."""
    found = role(text)
    if found is None or not found.start():
        return ""
    word = found[0].rstrip(" .)]")
    if word.endswith("著"):
        return "author"
    return "translator" if _TRANSLATOR.search(word) else "editor"


# What names of bodies hold and those of persons do not, and how further such words begin.
_BODIES = frozenset(
    """group committee organisation organization association society consortium department agency
    center centers centre centres council foundation team network investigators federation
    commission bureau administration academy academies college united national international
    project projects projet projets program programme office board union press company corporation
    inc ltd gmbh bank hospital study initiative service task force working world library libraries
    bundesamt bundesministerium gesellschaft verein verband kommission school trial trialists
    registry authority fund partnership alliance panel government nations survey secretariat
    museum news""".split()
)
_NAMED = _BODIES - {"nations", "united", "national", "world"}  # these only say where or of what
_STEMS = ("collaborat", "institut", "universit", "ministr")
_BODY_STEMS = re.compile(rf"\b(?:{'|'.join(_STEMS)})")
_JOINTS = frozenset(("for", "of", "the", "on", "in"))
_SHOWN = _BODIES | _JOINTS
_IN_BODIES = re.compile(r"\b(?:for|of|the|on|in(?!\s['’]t))\b")  # but not "in 't Veld"
_WORDS = re.compile(r"\w{2,}")


def is_bodily(text: str) -> bool:
    """Whether a text holds a word that names of bodies do, and those of persons do not."""
    low = text.lower()
    words = _WORDS.findall(low)
    if _SHOWN.isdisjoint(words):  # as in most lists of names
        return _has_stem(low)
    if not _JOINTS.isdisjoint(words) and _IN_BODIES.search(text):
        return True
    return not _BODIES.isdisjoint(words) or _has_stem(low)


def names_body(text: str) -> bool:
    """Whether a text says what a body is ("Bank"), and not just where or of what ("World")."""
    low = text.lower()
    return not _NAMED.isdisjoint(_WORDS.findall(low)) or _has_stem(low)


def _has_stem(low: str) -> bool:
    return has_any(low, _STEMS) and _BODY_STEMS.search(low) is not None


# A syllable of a Chinese or Korean family name in capitals: "LI Yimin" may be Li, "JT" may not.
PINYIN = re.compile(
    r"(?:[BPMFDTNLGKHJQXRZCSYW]|ZH|CH|SH)?(?:A|O|E|I|U|AI|EI|AO|OU|AN|EN|ANG|ENG|ONG|IA|IE|IU|IAN|"
    r"IN|IANG|ING|UA|UO|UI|UAN|UN|UE)"
)
# The country of a foreign author, in front of a name in Han characters: "[美]", "(英)".
FOREIGN = re.compile(r"[\[(][\u4e00-\u9fff]{1,4}[\])]\s?")
# Family names of China and Korea that are spelled in no other way of a syllable, as in lists.
KOREAN = frozenset(
    """Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Yoo
    Hong Ko Moon Yang Bae Baek Nam Noh Ryu""".split()
)
# Vietnamese family names: nine of ten people bear one of these, and they stand first.
VIETNAMESE = frozenset(
    """Nguyen Nguyễn Tran Trần Le Lê Pham Phạm Hoang Hoàng Huynh Huỳnh Phan Vu Vũ Vo Võ Dang Đặng
    Bui Bùi Do Đỗ Ho Hồ Ngo Ngô Duong Dương Ly Lý Dinh Đinh Truong Trương""".split()
)
# Family names that Spanish speakers pair: "Gabriel García Márquez" is "García Márquez".
SPANISH = frozenset(
    """García Garcia Fernández Fernandez González Gonzalez Rodríguez Rodriguez López Lopez Martínez
    Martinez Sánchez Sanchez Pérez Perez Gómez Gomez Jiménez Jimenez Ruiz Hernández Hernandez Díaz
    Diaz Moreno Muñoz Álvarez Alvarez Romero Gutiérrez Gutierrez Alonso Navarro Torres Domínguez
    Dominguez Ramos Vázquez Vazquez Ramírez Ramirez Gil Serrano Blanco Molina Morales Suárez Suarez
    Ortega Delgado Castro Ortiz Rubio Marín Marin Sanz Núñez Nuñez Iglesias Medina Garrido Cortés
    Castillo Santos Lozano Guerrero Cano Prieto Méndez Mendez Cruz Herrera Peña Flores Cabrera
    Campos Vega Fuentes Carrasco Reyes Aguilar Márquez Marquez Vargas Llosa Mendoza Rivera Rojas
    Silva Soto Salazar Guzmán Guzman Valdés Valdes""".split()
)


@lru_cache(KEPT)
def initials(text: str) -> str:
    """Initials in the one form: "HSJ", "H S J", "H.S.J." -> "H. S. J."; "J-T" -> "J.-T."."""
    out: list[str] = []
    for index, letter in enumerate(_ONE_INITIAL.findall(text)):
        out.append(("" if letter[0] == "-" or not index else " ") + letter + ".")
    return "".join(out)
