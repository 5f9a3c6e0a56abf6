"""What rules look at: the references, the text of their file, and facts counted once for all."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from ifnlit.lint.habits import is_article, is_range, key_of, page_kind
from ifnlit.lint.printed import form_of, printed_names
from ifnlit.lint.style import is_marked, style_of
from ifnlit.lint.values import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import TypeVar

    from ifnlit.lint.printed import Printed
    from ifnlit.model.finding import Place
    from ifnlit.model.reference import Reference

    Test = Callable[[Reference], bool]
    Found = TypeVar("Found")

_NAMED_IN_FULL = 6  # authors
_SLIP = 0.1  # the share of entries up to which another look is chance
_LONGEST = 40  # lines of a value
# A line that begins another value: of YAML and JSON, BibTeX, RIS; or ends a record.
_NEXT = re.compile(r"""\s*(?:-\s|["']?[\w-]+["']?\s*[:=](?:\s|$)|[A-Z][A-Z0-9] {2}-|[@}\]{])""")
_FEW = 3  # entries; a list that has fewer shows no habit


class Subject:
    """References with the place of each value, the lines of their file, and this year.

    A fact of the whole list is worked out when the first rule asks for it.
    """

    def __init__(
        self,
        references: Sequence[Reference],
        year: int,
        *,
        places: Mapping[tuple[int, str], Place] | None = None,
        lines: Sequence[str] = (),
    ) -> None:
        self.references = tuple(references)
        self.year = year
        self.places: Mapping[tuple[int, str], Place] = places if places is not None else {}
        self.lines = lines
        self._shares: dict[tuple[Test, Test], float] = {}

    @cached_property
    def raws(self) -> tuple[str, ...]:
        """The printed text of each reference, "" where none is recorded."""
        return tuple(one.origin.raw if one.origin else "" for one in self.references)

    @cached_property
    def index(self) -> dict[int, int]:
        """Where each reference (by identity) stands in the list."""
        return {id(one): at for at, one in enumerate(self.references)}

    def at(self, reference: Reference) -> int:
        """Where a reference stands in the list."""
        return self.index[id(reference)]

    @cached_property
    def all_texts(self) -> tuple[str, ...]:
        """All texts and names of each reference in one string: what most rules need not look into.

        Most are plain ASCII with single blanks, and so need no look at each value.
        """
        return tuple(
            "\n".join([value for _, value in texts(one, names=True)]) for one in self.references
        )

    def says_type(self, at: int) -> bool:
        """Whether a type is stated: in a record, or by a mark in the text ("[J]"); else guessed."""
        return not self.raws[at] or is_marked(self.raws[at])

    @cached_property
    def marked_lines(self) -> frozenset[int]:
        """Numbers of the lines that hold what begins a tag or an entity of HTML."""
        return frozenset(at for at, line in enumerate(self.lines, 1) if "&" in line or "<" in line)

    @cached_property
    def styles(self) -> tuple[str, ...]:
        """The convention each printed text follows, "" where there is none or it shows none."""
        return tuple(style_of(raw) for raw in self.raws)

    @cached_property
    def ways(self) -> Counter[str]:
        """How many printed journal articles follow which convention."""
        pairs = zip(self.references, self.styles, strict=True)
        return Counter(style for one, style in pairs if style and is_article(one))

    @cached_property
    def is_mixed(self) -> bool:
        """Whether the list is written in several conventions, by more than a slip."""
        if not self.ways:
            return False
        most = self.ways.most_common(1)[0][1]
        return self.ways.total() - most > max(1, self.ways.total() * _SLIP)

    @cached_property
    def journals_with_ranges(self) -> frozenset[str]:
        """Journals (by `key_of`) of which an article has a page range here."""
        return frozenset(
            key_of(one.container_title)
            for one in self.references
            if is_article(one) and is_range(one.page)
        )

    @cached_property
    def journals_with_issues(self) -> frozenset[str]:
        """Journals (by `key_of`) of which an article has an issue here."""
        return frozenset(
            key_of(one.container_title) for one in self.references if is_article(one) and one.issue
        )

    @cached_property
    def names(self) -> tuple[tuple[Printed, ...], ...]:
        """Authors of each reference as they are written, in the printed text or in the record."""
        return tuple(
            printed_names(one, raw) for one, raw in zip(self.references, self.raws, strict=True)
        )

    @cached_property
    def forms(self) -> tuple[frozenset[str], ...]:
        """The forms that given names have in each reference (see `printed.form_of`)."""
        return tuple(frozenset(filter(None, forms)) for forms in self.form_of_each)

    @cached_property
    def form_of_each(self) -> tuple[tuple[str, ...], ...]:
        """The form of each name of each reference, "" for a name without given part."""
        return tuple(tuple(map(form_of, names)) for names in self.names)

    @cached_property
    def page_kinds(self) -> Counter[str]:
        """How many articles have their pages in which form (see `habits.PAGE_KINDS`)."""
        articles = filter(is_article, self.references)
        return Counter(kind for one in articles if (kind := page_kind(one)))

    @cached_property
    def cut_after(self) -> int:
        """After how many names this list cuts author lists; 0 when it shows no habit."""
        return self.habit(len(one.author) for one in self.references if one.et_al)

    @cached_property
    def longest_complete(self) -> int:
        """How many authors the longest list without "et al." has."""
        return max((len(one.author) for one in self.references if not one.et_al), default=0)

    @property
    def longest_allowed(self) -> int:
        """How many authors a list may have before a convention cuts it (AMA, Vancouver: six)."""
        return max(self.cut_after, _NAMED_IN_FULL)

    @staticmethod
    def habit(values: Iterable[int]) -> int:
        """The value of most entries (two thirds of three or more); 0 when there is none."""
        counts = Counter(values)
        if not counts:
            return 0
        value, times = counts.most_common(1)[0]
        return value if times >= _FEW and times * 3 >= counts.total() * 2 else 0

    @classmethod
    def unlike_most(
        cls, found: Iterable[Found | None], sign: Callable[[Found], bool]
    ) -> list[tuple[int, Found]]:
        """Of the finds, with their place, those whose sign is not that of most."""
        known = [(at, one, 1 + sign(one)) for at, one in enumerate(found) if one is not None]
        habit = cls.habit(value for _, _, value in known)
        return [(at, one) for at, one, value in known if habit and value != habit]

    def share(self, among: Test, having: Test) -> float:
        """The share of `among` that is `having` as well, 0 to 1; 0 for fewer than three."""
        known = self._shares.get((among, having))
        if known is None:
            chosen = [one for one in self.references if among(one)]
            known = sum(map(having, chosen)) / len(chosen) if len(chosen) >= _FEW else 0.0
            self._shares[among, having] = known
        return known

    def source(self, at: int, variable: str) -> str:
        """The line of the file from where a value starts; "" when that is not known."""
        place = self.places.get((at, variable))
        if place is None or not place.line or place.line > len(self.lines):
            return ""
        return self.lines[place.line - 1][max(place.column - 1, 0) :]

    def stretch(self, at: int, variable: str) -> Iterator[tuple[int, int, str]]:
        """(line, column, text) of a value as it is written: its line, and those it goes on in."""
        place = self.places[at, variable]
        yield place.line, max(place.column, 1), self.source(at, variable)
        for number, line in enumerate(
            self.lines[place.line : place.line + _LONGEST], place.line + 1
        ):
            if _NEXT.match(line):
                return
            yield number, 1, line
