"""An entry that is most likely in another language, without the note that others have.

Why: where the list marks "(in Chinese)", an entry without the mark is read as English.

Bad:

    Journal of Southern Medical University, 2019, 39(01):1-5.

Good:

    Journal of Southern Medical University, 2019, 39(1):1-5. (in Chinese)

What to do: look the article up. Journals that are named after a Chinese university are nearly all
in Chinese; other journals are not judged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.habits import is_article
from ifnlit.lint.journals import LANGUAGE_NOTE
from ifnlit.lint.printed import is_chinese
from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject

_OF_A_UNIVERSITY = re.compile(
    r"\b(?:journal|acta) (?:of|universitatis)\b.*\b(?:universit|college)", re.IGNORECASE
)


def _faults(subject: Subject) -> Iterator[Fault]:
    notes = [LANGUAGE_NOTE.search(raw) for raw in subject.raws]
    if not any(note is not None and note[1].lower() == "chinese" for note in notes):
        return
    for at, (one, note) in enumerate(zip(subject.references, notes, strict=True)):
        if note is not None or not subject.raws[at] or not is_article(one):
            continue
        chinese = bool(one.author) and all(is_chinese(name.family) for name in one.author)
        if chinese and _OF_A_UNIVERSITY.search(one.container_title):
            yield Fault(
                f'no "(in Chinese)", though the journal of a Chinese university is most likely so: '
                f'"{one.container_title}"',
                variable="container-title",
                text=one.container_title,
                hint="look the article up",
                at=at,
            )


RULE = Rule(Severity.INFO, whole=_faults)
