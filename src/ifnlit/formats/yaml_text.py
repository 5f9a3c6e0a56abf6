"""Values written in YAML so that YAML 1.1 and 1.2 both read them back as the same text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Plain scalars are kept to what no YAML version gives another meaning: letters first, then letters,
# digits, and marks without a role. Everything else is quoted.
_PLAIN = re.compile(r"[^\W\d_][\w ./()+&;%'’–,-]*[\w.)%+]|[^\W\d_]")
_WORDS = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|nan|inf|none)", re.IGNORECASE)
_LONGEST_WORD = 5
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_WIDEST = 100  # columns of a map or list in one line; a name fits, a repair of a title does not


def scalar(text: str, style: str = "", *, flow: bool = False) -> str:
    """`text` as one YAML scalar, plain where that is safe; `style` is the quote to prefer.

    `flow`: inside {} or [], where a comma ends a plain scalar.
    """
    if not style and _is_plain(text) and not (flow and "," in text):
        return text
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if text.isprintable():
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return '"' + "".join(map(_escaped, text)) + '"'


def block(value: Mapping[str, object], indent: int) -> Iterator[str]:
    """The lines of a map with its keys at column `indent`; what is small and flat in one line."""
    lead = " " * indent
    for key, inner in value.items():
        head = f"{lead}{_key(key)}:"
        if isinstance(inner, str):
            yield f"{head} {scalar(inner)}"
        elif _stands_alone(inner):
            yield f"{head} {_flow(inner, inside=False)}"
        elif isinstance(inner, dict):
            yield head
            yield from block(cast("dict[str, object]", inner), indent + 2)
        else:
            items = cast("list[object]", inner)
            line = f"{head} {_flow(items)}"
            if all(_stands_alone(item) for item in items) and len(line) <= _WIDEST:
                yield line
            else:
                yield head
                yield from _listed(items, indent + 2)


def _listed(items: list[object], indent: int) -> Iterator[str]:
    """The lines of a list; a map of scalars in one line where it fits."""
    lead = " " * indent
    for item in items:
        line = f"{lead}- {_flow(item, inside=False)}"
        if not isinstance(item, dict):
            yield line
            continue
        pairs = cast("dict[str, object]", item)
        if all(map(_stands_alone, pairs.values())) and len(line) <= _WIDEST:
            yield line
        else:
            first, *rest = block(pairs, indent + 2)
            yield f"{lead}- {first.lstrip(' ')}"
            yield from rest


def _stands_alone(value: object) -> bool:
    """A scalar, or an empty map or list."""
    return not isinstance(value, dict | list) or not value


def _flow(value: object, *, inside: bool = True) -> str:
    """Any JSON value in one line."""
    if isinstance(value, str):
        return scalar(value, flow=inside)
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value).items()
        return "{" + ", ".join([f"{_key(k)}: {_flow(v)}" for k, v in pairs]) + "}"
    if isinstance(value, list):
        return "[" + ", ".join([_flow(item) for item in cast("list[object]", value)]) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)


@lru_cache(maxsize=1024)  # the same in each record
def _key(name: str) -> str:
    """A key; `n` needs no quotes, for no program takes a key for a truth value."""
    return name if name in {"n", "y"} else scalar(name, flow=True)


def _is_plain(text: str) -> bool:
    return (
        _PLAIN.fullmatch(text) is not None
        and (len(text) > _LONGEST_WORD or _WORDS.fullmatch(text) is None)
        and text.isprintable()
        and "  " not in text
    )


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"  # noqa: PLR2004  # end of the BMP
