"""A note on the language at some entries only, though others look alike.

Why: readers take entries without the note for English.

Bad:

    Advances in Veterinary Medicine, 2019, 41(2):18-22. (in Chinese)
    Journal of Southern Medical University, 2019, 39(01):1-5.

Good:

    the note at every entry that is not in the language of the list, or at none

What to do: look the languages up, and record them in `language`; a style then prints the note.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ifnlit.lint.habits import is_article
from ifnlit.lint.journals import LANGUAGE_NOTE
from ifnlit.lint.printed import is_chinese
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference


def _faults(subject: Subject) -> Iterator[Fault]:
    noted: list[str] = []
    alike: list[str] = []
    for one, raw in zip(subject.references, subject.raws, strict=True):
        if LANGUAGE_NOTE.search(raw):
            noted.append(one.id)
        elif raw and is_article(one) and _looks_chinese(one):
            alike.append(one.id)
    if noted and alike:
        yield Fault(
            f"a note on the language at {len(noted)} entries only ({', '.join(noted[:6])}); "
            f"{len(alike)} others may be in another language as well ({', '.join(alike[:6])})",
            variable="language",
            hint="look the languages up",
        )


def _looks_chinese(reference: Reference) -> bool:
    """By authors and journal: "Chinese Journal of ...", or the journal of a university."""
    title = reference.container_title.lower()
    people = bool(reference.author) and all(is_chinese(name.family) for name in reference.author)
    return people and (title.startswith("chinese") or "universit" in title)


RULE = Rule(Severity.INFO, whole=_faults)
