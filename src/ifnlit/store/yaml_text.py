"""How a value is written in YAML so that YAML 1.1 and 1.2 both read it back as the same text."""

from __future__ import annotations

import re

# Plain scalars are kept to what no YAML version gives another meaning: letters first, then letters,
# digits, and marks without a role. Everything else is quoted.
_PLAIN = re.compile(r"[^\W\d_][\w ./()+&;%'’–,-]*[\w.)%+]|[^\W\d_]")
_WORDS = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|nan|inf|none)", re.IGNORECASE)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def scalar(text: str, style: str = "") -> str:
    """`text` as one YAML scalar, plain where that is safe; `style` is the quote to prefer."""
    if style != '"' and not style and _is_plain(text):
        return text
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _is_plain(text: str) -> bool:
    return (
        _PLAIN.fullmatch(text) is not None
        and _WORDS.fullmatch(text) is None
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
