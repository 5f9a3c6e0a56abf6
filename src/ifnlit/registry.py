"""Tables of names that load their object only when asked.

`FORMATS`, `SOURCES`, `RULES`, `LABELLERS`, `RENDERERS` and `COMMANDS` are all this one class. The
summary stands in the line because a listing must not import what it lists.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast

from ifnlit.errors import UsageFault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

T = TypeVar("T")

_SCREENFUL = 40  # names; more would hide the answer


class Entry:
    """One line of a table: `module:ATTRIBUTE`, a summary, other names for the same thing.

    No dataclass: every command makes the tables first, and `dataclasses` would cost them all.
    """

    __slots__ = ("aliases", "summary", "target")

    def __init__(self, target: str, summary: str, aliases: tuple[str, ...] = ()) -> None:
        self.target = target
        self.summary = summary
        self.aliases = aliases


class Registry(Generic[T]):
    """Names of one kind of thing, in the order in which they are written down.

    Iterating gives the names (no aliases); `entry(name)` the line; `load(name)` the object.
    """

    def __init__(self, kind: str, entries: Mapping[str, Entry]) -> None:
        self.kind = kind
        self._entries = dict(entries)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._canonical(name) is not None

    def name(self, text: str) -> str:
        """The name that `text` (a name or an alias) stands for; raises `UsageFault`."""
        found = self._canonical(text)
        if found is None:
            raise UsageFault(f'no {self.kind} is named "{text}"', hint=self._nearest(text))
        return found

    def entry(self, text: str) -> Entry:
        """The line of a name or an alias; raises `UsageFault` with the nearest names."""
        return self._entries[self.name(text)]

    def load(self, text: str) -> T:
        """Import the object of a name or an alias; raises `UsageFault` with the nearest names."""
        from importlib import import_module

        module, _, attribute = self.entry(text).target.partition(":")
        return cast("T", getattr(import_module(module), attribute))

    def _canonical(self, text: str) -> str | None:
        if text in self._entries:
            return text
        return next((n for n, entry in self._entries.items() if text in entry.aliases), None)

    def _nearest(self, text: str) -> str:
        return did_you_mean(text, tuple(self._entries))


def did_you_mean(text: str, names: tuple[str, ...]) -> str:
    """A hint naming what `text` may have meant, and all that could be said instead."""
    from difflib import get_close_matches

    close = get_close_matches(text.casefold(), names, n=1, cutoff=0.5)
    listing = ", ".join(names) if len(names) <= _SCREENFUL else f"{len(names)} in all"
    return f'did you mean "{close[0]}"? ({listing})' if close else f"known: {listing}"
