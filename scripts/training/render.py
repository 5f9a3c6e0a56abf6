"""A record in a style, as text with the labels of its parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scripts.training.record import Writer
from scripts.training.style import EDITORS, EDITORS_DE

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from scripts.training.record import Person, Record
    from scripts.training.style import NameForm, Style

_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_MONTHS_DE = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
).split()
_SMALL = frozenset(
    "a an and as at by for from in of on or the to with und der die das des zur zum".split()
)
_PARTS = re.compile(r"[^\s.-]+")


def render(record: Record, style: Style, chance: random.Random) -> Writer:
    """The string of a record, and its spans."""
    out = Writer()
    if style.number:
        before, after = style.number.split("{n}")
        out.text += before
        out.put("citation-number", str(chance.randrange(1, 120)))
        out.text += after
    _head(out, record, style, chance)
    _title(out, record, style)
    if record.kind == "article":
        _article(out, record, style, chance)
    elif record.kind in {"chapter", "meeting"}:
        _hosted(out, record, style, chance)
    else:
        _book(out, record, style, chance)
    if style.dated == "end" and not _has(out, "date"):
        out.fill(style.date, {"y": ("date", _dated(record, style, chance))})
    _tail(out, record, style, chance)
    out.text = out.text.rstrip(" ,;:")
    if (
        style.end
        and out.text[-1:] not in ".?!"
        and not out.text.endswith(record.values.get("doi", "\n"))
    ):
        out.text += style.end
    return out


def names(people: Sequence[Person], form: NameForm) -> str:
    """A list of names as a style writes it."""
    written = [_name(person, form, first=at == 0) for at, person in enumerate(people)]
    if len(written) > form.most:
        more = form.more.replace("{last}", written[-1])
        return form.between.join(written[: form.least]) + more
    if len(written) < 2:  # nothing to join
        return "".join(written)
    last = form.last
    if len(written) == 2 and last.strip(" ,;") and not form.inside.startswith(","):  # "A B and C D"
        last = last.lstrip(",")
    return form.between.join(written[:-1]) + last + written[-1]


def _name(person: Person, form: NameForm, *, first: bool) -> str:
    family = person.family.upper() if form.capitals else person.family
    if not person.given:
        return family
    given = _given(person.given, form.given)
    if form.order == "given" or (form.order == "first" and not first):
        return f"{given} {family}"
    return f"{family}{form.inside}{given}"


def _given(given: str, form: str) -> str:
    parts = _PARTS.findall(given)
    letters = [part[0] for part in parts]
    if form == "Jane" and len(parts[0]) > 1:
        return given
    if form == "Jane A." and len(parts[0]) > 1:
        return " ".join([parts[0], *(f"{letter}." for letter in letters[1:])])
    if form == "J.A.":
        return "".join(f"{letter}." for letter in letters)
    if form == "JA":
        return "".join(letters)
    if form == "J A":
        return " ".join(letters)
    return " ".join(f"{letter}." for letter in letters)


def _head(out: Writer, record: Record, style: Style, chance: random.Random) -> None:
    people, label = (record.authors, "author") if record.authors else (record.editors, "editor")
    if people:
        out.put(label, names(people, style.authors))
        if label == "editor":
            out.mark(
                {"de": " (Hrsg.)"}.get(
                    style.language, chance.choice((" (Eds.)", ", eds.", " (ed.)", ", editors"))
                )
            )
        if style.dated == "author":
            _mark_date(out, record, style, chance)
        else:
            out.mark(style.after_authors)
    elif style.dated == "author" and chance.random() < 0.5:
        _mark_date(out, record, style, chance)


def _mark_date(out: Writer, record: Record, style: Style, chance: random.Random) -> None:
    pattern = style.date
    if out.text.endswith(".") and pattern.startswith("."):
        pattern = pattern[1:]
    before, after = pattern.split("{y}")
    out.text += before
    out.put("date", _dated(record, style, chance))
    out.text += after


def _dated(record: Record, style: Style, chance: random.Random) -> str:
    month, day = chance.randrange(12), chance.randrange(1, 29)
    german = style.language == "de"
    name = (_MONTHS_DE if german else _MONTHS)[month]
    year = record.year
    if style.dated == "author" and chance.random() < 0.05:
        return year + chance.choice("abc")
    if style.long_date == "no" or (
        style.dated == "author" and record.kind != "web" and chance.random() < 0.8
    ):
        return year
    return {
        "month": f"{name} {year}", "mon": f"{year} {name[:3]}", "day": f"{year}, {name} {day}" if style.dated == "author" else f"{day} {name} {year}",
        "iso": f"{year}-{month + 1:02}-{day:02}", "de": f"{day:02}.{month + 1:02}.{year}",
    }[style.long_date]  # fmt: skip


def _title(out: Writer, record: Record, style: Style) -> None:
    title = record.title
    is_part = record.kind in {"article", "chapter", "meeting", "web"}
    opening, closing = style.quotes if is_part else ("", "")
    if style.title_case == "title":
        title = " ".join(
            word if word.lower() in _SMALL or word[:1].isupper() else word[:1].upper() + word[1:]
            for word in title.split(" ")
        )
    elif style.title_case == "sentence" and style.language != "de":
        title = (
            title[:1]
            + " ".join(word.lower() if word[1:].islower() else word for word in title.split(" "))[
                1:
            ]
        )
    if not is_part and record.values.get("subtitle"):
        title = f"{title}: {record.values['subtitle']}"
    out.text += opening
    out.put("title", title)
    stop = style.after_title
    if opening:
        mark = stop.strip() if stop.strip() in {".", ","} else ","
        if title[-1:] in "?!":
            out.text += closing + " "
        elif style.inside_quotes and closing.strip() == closing:
            out.text += mark + closing + " "
        else:
            out.text += closing + mark + " "
        return
    if is_part:
        out.text += " " if title[-1:] in "?!" and stop == ". " else stop


def _article(out: Writer, record: Record, style: Style, chance: random.Random) -> None:
    values = record.values
    out.text += style.container
    container = values.get("container", "")
    if style.abbreviated != "no" and values.get("short"):
        container = (
            values["short"] if style.abbreviated == "dots" else values["short"].replace(".", "")
        )
    out.put("container-title", container)
    pages = values.get("pages", "")
    if style.short_pages:
        pages = _short(pages)
    elif chance.random() < 0.25:
        pages = pages.replace("-", "–")
    pattern = style.locator
    if container.endswith(".") and pattern.startswith((".", "[.")):
        pattern = pattern.replace(". ", " ", 1)
    year = _dated(record, style, chance) if style.dated == "locator" else ""
    slots = {
        "v": ("volume", values.get("volume", "")), "i": ("issue", values.get("issue", "")), "p": ("pages", pages), "y": ("date", year),
    }  # fmt: skip
    if year and not pages and not slots["v"][1]:
        pattern = chance.choice((", {y}", " ({y})", ". {y}"))
    elif year and not (slots["v"][1] and pages) and "({y})" not in pattern:
        pattern = chance.choice(
            (", {y}[, {v}][({i})][, {p}]", ", {y}[;{v}][({i})][:{p}]", "[ {v}][({i})][, {p}], {y}")
        )
    out.fill(pattern, slots)


def _short(pages: str) -> str:
    first, dash, last = pages.partition("-")
    if not dash or len(first) != len(last) or not first.isdigit() or len(first) < 2:  # "1-9"
        return pages
    same = 0
    while same < len(first) - 1 and first[same] == last[same]:
        same += 1
    return f"{first}-{last[same:]}"


def _hosted(out: Writer, record: Record, style: Style, chance: random.Random) -> None:
    values = record.values
    pages = values.get("pages", "").replace("-", chance.choice(("-", "-", "–")))
    if style.language == "de" and record.editors and pages and chance.random() < 0.12:
        _kolner(out, record, style, pages, chance)
        return
    if record.editors and style.editors_first:
        words = style.language == "de" and chance.random() < 0.85
        pattern = chance.choice(EDITORS_DE if words else EDITORS)
        out.fill(pattern + " ", {"e": ("editor", names(record.editors, style.editors))})
    elif style.language == "de" and not record.editors and chance.random() < 0.2:
        out.text += chance.choice(("In: Ders. (Hrsg.): ", "In: dies. (Hg.): ", "In: ders.: "))
    else:
        out.text += style.host
    out.put("container-title", values.get("container", ""))
    if chance.random() < 0.15:
        out.fill(f"[{style.volume}]", {"v": ("volume", values.get("volume", ""))})
    if chance.random() < 0.1:
        out.fill(f"[{style.edition}]", {"e": ("edition", values.get("edition", ""))})
    if record.editors and not style.editors_first:
        pattern = chance.choice(
            (
                ", edited by {e}",
                ", ed. {e}",
                ", eds. {e}",
                ", ed. by {e}",
                " (eds {e})",
                ". Edited by {e}",
            )
            if style.language != "de"
            else (", hrsg. von {e}", ", hrsg. v. {e}", ", Hg. {e}")
        )
        out.fill(pattern, {"e": ("editor", names(record.editors, style.editors))})
    if chance.random() < 0.12:
        out.fill(f"[{style.series}]", {"s": ("collection-title", values.get("series", ""))})
    slots = {"p": ("pages", pages)}
    if style.pages_before_imprint:
        out.fill(f"[{style.chapter_pages}]", slots)
    _imprint(out, record, style, chance)
    if not style.pages_before_imprint:
        out.fill(f"[{style.chapter_pages}]", slots)


def _kolner(out: Writer, record: Record, style: Style, pages: str, chance: random.Random) -> None:
    """As German journals of sociology print a part: pages, then editors, title, place, house."""
    out.put("", "S. ")
    out.text = out.text.rstrip() + " "
    out.put("pages", pages)
    out.text += chance.choice((" in: ", ", in: ", " in "))
    out.put("editor", names(record.editors, style.editors))
    out.text += chance.choice((" (Hrsg.), ", " (Hg.): ", " (Hrsg.): "))
    out.put("container-title", record.values.get("container", ""))
    _imprint(out, record, style, chance)


def _imprint(out: Writer, record: Record, style: Style, chance: random.Random) -> None:
    values = record.values
    year = "" if _has(out, "date") or style.dated == "end" else _dated(record, style, chance)
    slots = {
        "l": ("location", values.get("location", "")),
        "h": ("publisher", values.get("publisher", "")),
        "y": ("date", year),
    }
    pattern = style.imprint
    if not slots["l"][1]:
        pattern = re.sub(r"\{l\}(?: ?[:,.;])? ?|(?:[,;:.] ?)?\{l\}", "", pattern)
    if not slots["h"][1]:
        pattern = re.sub(r"(?: ?[:,.;] )?\{h\}", "", pattern)
    if not year:
        pattern = re.sub(r"(?:[,;.:] |\s)?\{y\}(?:\. )?", "", pattern)
    if "(" in pattern:
        out.mark(" " if not out.text.endswith(" ") else "")
    else:
        out.mark(chance.choice((". ", ". ", ", ")) if not out.text.endswith(" ") else "")
    if not _SLOTS.search(pattern):
        return
    out.fill(pattern, slots)


_SLOTS = re.compile(r"\{[lhy]\}")


def _book(out: Writer, record: Record, style: Style, chance: random.Random) -> None:
    values = record.values
    if record.kind == "thesis":
        _thesis(out, record, style, chance)
        return
    if record.kind == "web":
        _web(out, record, style, chance)
        return
    if record.kind == "report":
        out.fill(
            chance.choice(("[ ({g} No. {n})]", "[. {g} {n}]", "[, {g} no. {n}]", "[. {g}][, {n}]")),
            {"g": ("genre", values.get("genre", "")), "n": ("number", values.get("number", ""))},
        )
    for share, pattern, slot, label in (
        (0.15, style.volume, "v", "volume"),
        (0.6, style.edition, "e", "edition"),
        (0.5, style.series, "s", "collection-title"),
    ):
        if chance.random() < share:
            name = "series" if slot == "s" else label
            out.fill(f"[{pattern}]", {slot: (label, values.get(name, ""))})
    _imprint(out, record, style, chance)


def _thesis(out: Writer, record: Record, style: Style, chance: random.Random) -> None:
    values = record.values
    genre = ("genre", values.get("genre", ""))
    out.fill(chance.choice((" ({g})", ". {g}", ", {g}", " [{g}]")), {"g": genre})
    slots = {"h": ("publisher", values["publisher"]), "l": ("location", values["location"])}
    out.fill(chance.choice((", {h}[, {l}]", ". {h}[, {l}]", ". [{l}: ]{h}")), slots)
    if not _has(out, "date") and style.dated == "locator":
        out.fill(", {y}", {"y": ("date", _dated(record, style, chance))})


def _web(out: Writer, record: Record, style: Style, chance: random.Random) -> None:
    if out.text.endswith((". ", ", ")):
        out.text = out.text[:-2]
    if not _has(out, "date") and style.dated != "end":
        pattern = chance.choice((", {y}", ". {y}", " ({y})"))
        out.fill(pattern, {"y": ("date", _dated(record, style, chance))})


def _tail(out: Writer, record: Record, style: Style, chance: random.Random) -> None:
    values = record.values
    doi, url, other = style.identifiers
    accessed = values.get("accessed", "")
    if other and chance.random() < 0.7:
        out.fill(
            f"[{other}]", {name: (name, values.get(name, "")) for name in ("isbn", "issn", "pmid")}
        )
    if doi and values.get("doi"):
        out.fill(doi, {"doi": ("doi", values["doi"])})
    if (
        url
        and values.get("url")
        and (not values.get("doi") or chance.random() < 0.15 or record.kind == "web")
    ):
        out.fill(url, {"url": ("url", values["url"]), "acc": ("accessed", accessed)})


def _has(out: Writer, label: str) -> bool:
    return any(one[2] == label for one in out.spans)
