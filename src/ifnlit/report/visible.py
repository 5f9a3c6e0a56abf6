"""Text from outside made harmless for a terminal."""

from __future__ import annotations

_TAB, _LINE_END = 0x09, 0x0A
# C0 and C1 controls (ECMA-48) start escape sequences; bidi controls (UAX 9) reorder what is shown.
_UNSAFE = dict.fromkeys(
    [
        *(code for code in range(0x20) if code not in {_TAB, _LINE_END}),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ],
    "\ufffd",
)


def visible(text: str) -> str:
    """`text` with every control character but tab and line break shown as U+FFFD."""
    return text.translate(_UNSAFE)
