"""An address that no browser opens.

Why: a blank, a lost "https://" or two addresses in one field make a dead link.

Bad:

    URL: www.who.int/hepatitis b

Good:

    URL: https://www.who.int/hepatitis-b

What to do: copy the address from the browser; a second one goes into the note.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ifnlit.lint.rule import Fault, Rule
from ifnlit.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ifnlit.lint.subject import Subject
    from ifnlit.model.reference import Reference

_ADDRESS = re.compile(
    r"(?:https?|ftp)://[^\s/@]+(?:[.:][^\s/@]+|@[^\s/]+)?(?:/\S*|[?#]\S*)?", re.IGNORECASE
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)  # urn:nbn:..., mailto:...


_BEGUN = re.compile(r"https?:|ftp:|www\.", re.IGNORECASE)


def _faults(reference: Reference, subject: Subject) -> Iterator[Fault]:
    raw = subject.raws[subject.at(reference)]
    url = reference.url
    if raw and not _BEGUN.match(url):
        return  # of a printed text that was not understood
    if (
        url
        and not _ADDRESS.fullmatch(url)
        and not (_SCHEME.fullmatch(url) and not url.lower().startswith("http"))
    ):
        yield Fault(
            f'no address: "{url}"',
            variable="URL",
            text=url,
            hint="an address begins with https:// and has no blank",
        )


RULE = Rule(Severity.WARNING, each=_faults)
