"""The one door to PyYAML's node tree, with the types that its published stubs leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Callable


class Mark(Protocol):
    """A spot in the text; all three count from 0."""

    index: int
    line: int
    column: int


class Node(Protocol):
    """A scalar (`value` is text), a sequence (list of nodes) or a mapping (list of pairs).

    `id` says which: "scalar", "sequence", "mapping".
    """

    id: str
    value: Any
    start_mark: Mark
    end_mark: Mark
    flow_style: bool | None


def compose(text: str, *, exact_marks: bool = False) -> Node | None:
    """The node tree of YAML text, `None` for an empty one; raises `yaml.YAMLError`.

    Every scalar stays text. With `exact_marks` by the pure loader: its marks count characters as
    Python does, the C loader's do not always.
    """
    import yaml

    loader: Any = yaml.BaseLoader
    if not exact_marks:
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    composer = cast("Callable[..., Node | None]", getattr(yaml, "compose"))  # noqa: B009  # untyped in some stubs, typed in others
    return composer(text, Loader=loader)
