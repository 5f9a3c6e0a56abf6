"""Two rules of CSL that citeproc-py 0.11 has otherwise, put right while it formats.

A group is left out when it calls variables and all of them are empty (CSL 1.0.2, "Group"). It
counts those in branches of a choice that are not taken too, and so leaves out the "[J]" of GB/T
7714. And the delimiter of a localised date is its own: without it, a date reads "2020Aug17".
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Generator


@contextlib.contextmanager
def mended(library: Any) -> Generator[None]:  # noqa: ANN401  # a module without types
    """Its module `citeproc.model` with these rules; as it was again afterwards."""
    groups = _Groups(library)
    changes: list[tuple[Any, str, Any]] = [
        (library.Group, "process", groups.process),
        (library.Date, "render_single_date", _single_date),
    ]
    changes += [
        (leaf, "render", groups.counted(leaf.render))
        for leaf in (library.Text, library.Number, library.Date, library.Names)
    ]
    before: list[tuple[Any, str, Any]] = [
        (owner, name, owner.__dict__.get(name)) for owner, name, _ in changes
    ]
    for owner, name, function in changes:
        setattr(owner, name, function)
    try:
        yield
    finally:
        for owner, name, function in before:
            if function is None:
                delattr(owner, name)
            else:
                setattr(owner, name, function)


class _Groups:
    """The groups being formatted, innermost last: whether each called and printed a variable."""

    def __init__(self, library: Any) -> None:  # noqa: ANN401  # a module without types
        self._library = library
        self._open: list[list[bool]] = [[False, False]]

    @property
    def process(self) -> Callable[..., Any]:
        """What takes the place of `Group.process`."""

        def process(group: Any, item: Any, context: Any = None, **more: Any) -> Any:  # noqa: ANN401  # a module without types
            self._open.append([False, False])
            output: list[Any] = []
            for child in group.iterchildren():
                is_choice = isinstance(child, self._library.Choose)
                inside = {"delimiter": group.get("delimiter", "")} if is_choice else {}
                with contextlib.suppress(self._library.VariableError):
                    output.append(child.render(item, context=context, **inside, **more))
            called, printed = self._open.pop()
            self._count(called=called, printed=printed)
            output = [text for text in output if text is not None]
            if not output or (called and not printed):
                raise self._library.VariableError
            return group.join(output)

        return process

    def counted(self, render: Callable[..., Any]) -> Callable[..., Any]:
        """`render` of an element that prints a variable, counted in the group it stands in."""

        def counted(element: Any, *given: Any, **more: Any) -> Any:  # noqa: ANN401  # a module without types
            is_call = "macro" not in element.attrib and element.calls_variable()
            self._count(called=is_call, printed=False)
            text = render(element, *given, **more)
            self._count(called=is_call, printed=is_call and bool(text))
            return text

        return counted

    def _count(self, *, called: bool, printed: bool) -> None:
        self._open[-1][0] |= called
        self._open[-1][1] |= printed


def _single_date(element: Any, date: Any, show_parts: Any = None, context: Any = None) -> Any:  # noqa: ANN401  # a module without types
    """What takes the place of `Date.render_single_date`."""
    parts = element.parts(date, show_parts, None if context == element else context)
    is_own = element.get("delimiter") is not None or not element.is_locale_date()
    return (element if is_own else context).join(parts) if parts else None
